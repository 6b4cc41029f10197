/**
 * LogWriter: carries the local edits of one session into its log. Effects through the store and the scheduler.
 *
 * 1. An edit is durable as pending first, at once; sealing joins what came within a second (LO1, CO5). A record is sent on only when its transaction has completed.
 * 2. Records that were written and not yet stored are stored before anything else is sealed: their numbers are used.
 * 3. What cannot be sealed for want of a key stays pending and is tried again; editing goes on (EP3, I10).
 *
 * Source: CO5, LO1, I4, I6.
 */
import * as Y from "yjs";
import { err, ok, type Result } from "@recourse/core";
import { createSaver, type SaveState } from "../saver.ts";
import type { Scheduler } from "../scheduler.ts";
import type { StoreError } from "../update-store.ts";
import { createWatched, type Watched } from "../watched.ts";
import type { CaseLog } from "./case-log.ts";
import type { RecordHash } from "./log-ids.ts";
import type { LogStore, LogStoreError } from "./log-store.ts";
import { mostPayload, type AuthorError, type RecordAuthor } from "./record-author.ts";
import type { SignedRecord } from "./signed-record.ts";
import { mergeMany } from "./merge-many.ts";
import { splitUpdate } from "./split-update.ts";

/** Units: ms. Source: CO5. */
const QUIET = 300;
const LATEST = 1000;
/** Units: bytes. Source: CO5. */
const FULL = 65_536;

export type SealError = LogStoreError | AuthorError;

export interface WriterState {
  /** Whether edits are durable on this device, as pending or in records. */
  readonly saved: SaveState;
  /** Edits that are durable and in no record yet. */
  readonly unsealed: number;
  /** Why the last attempt to seal failed. `no_key`: waiting for key; `taken`: a new session must begin. */
  readonly failed: SealError | undefined;
}

/** One call of the author. */
export type Writing = (author: RecordAuthor) => Promise<Result<readonly SignedRecord[], AuthorError>>;

export interface LogWriter {
  readonly state: Watched<WriterState>;
  /** An update of a local transaction. */
  readonly push: (update: Uint8Array) => void;
  /** Writes an entry or a note, after the edits that were made before it. */
  readonly write: (work: Writing) => Promise<Result<readonly SignedRecord[], SealError>>;
  /** Edits that are in no record yet, as one update. */
  readonly rest: () => Uint8Array | undefined;
  /** When everything written so far is durable, as pending or in records. Errors: why the next attempt failed; it is tried again. */
  readonly saved: () => Promise<Result<number, StoreError>>;
  /** Tries to save at once. */
  readonly retry: () => void;
  /** Seals everything now: on blur, hide, before a rebuild. Errors: why it is not all sealed; it stays pending. */
  readonly flush: () => Promise<Result<void, SealError>>;
  /** Last attempt, then stops. */
  readonly close: () => Promise<Result<void, SealError>>;
}

export interface LogWriterPorts {
  readonly store: LogStore;
  readonly scheduler: Scheduler;
  readonly log: CaseLog;
  readonly author: RecordAuthor;
  /** Units: ms since 1970. */
  readonly now: () => number;
  /** What must be sealed before: edits of an older session that are in the document already. */
  readonly first?: () => Promise<Result<void, SealError>>;
  /** After records have become durable. */
  readonly onSealed: (records: readonly SignedRecord[]) => void;
}

interface Unsealed {
  readonly row: number;
  readonly update: Uint8Array;
  readonly madeOn: readonly RecordHash[];
}

/** One writer for one session. */
export function createLogWriter({ store, scheduler, log, author, now, first, onSealed }: LogWriterPorts): LogWriter {
  const { caseId } = log;
  let unsealed: readonly Unsealed[] = [];
  /** Not durable yet. */
  let queued: readonly Uint8Array[] = [];
  /** Written and not stored yet. */
  let unstored: readonly SignedRecord[] = [];
  let unstoredUpTo = 0;
  let failed: SealError | undefined;
  let cancelQuiet = (): void => undefined;
  let cancelLatest: (() => void) | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const saver = createSaver({
    store: {
      lasting: store.lasting,
      append: async (_doc, frames) => {
        const madeOn = log.standings().heads.map(({ hash }) => hash);
        const update = mergeMany(frames);
        if (update === undefined) return ok(0);
        const pended = await store.pend(caseId, { log: author.log, update, madeOn, at: now() });
        if (!pended.ok) return err(pended.error.kind === "taken" ? { kind: "io", code: "taken" } : pended.error);
        unsealed = [...unsealed, { row: pended.value, update, madeOn }];
        queued = queued.filter((each) => !frames.includes(each));
        return pended;
      },
    },
    doc: author.log,
    kind: "update",
    scheduler,
    onSaved: () => plan(),
  });
  const stateNow = (): WriterState => ({ saved: saver.state.get(), unsealed: unsealed.length, failed });
  const state = createWatched<WriterState>(stateNow());
  const show = (): void => state.set(stateNow());
  const stop = saver.state.subscribe(show);

  function plan(): void {
    const size = unsealed.reduce((sum, { update }) => sum + update.length, 0);
    show();
    if (size >= FULL) return void seal();
    cancelQuiet();
    cancelQuiet = scheduler.after(QUIET, () => void seal());
    cancelLatest ??= scheduler.after(LATEST, () => void seal());
  }

  const storeWritten = async (): Promise<Result<void, SealError>> => {
    if (unstored.length === 0) return ok(undefined);
    const records = unstored.map(({ hash, bytes, log: of, head }) => ({
      hash,
      bytes,
      own: { log: of, seq: head.seq },
    }));
    const stored = await store.seal(caseId, { log: author.log, records, upTo: unstoredUpTo });
    if (!stored.ok) return stored;
    const done = unstored;
    unstored = [];
    unstoredUpTo = 0;
    onSealed(done);
    return ok(undefined);
  };
  const sealOnce = async (): Promise<Result<void, SealError>> => {
    const before = await storeWritten();
    if (!before.ok || unsealed.length === 0) return before;
    const older = (await first?.()) ?? ok(undefined);
    if (!older.ok) return older;
    const rows = unsealed;
    const update = new Uint8Array(mergeMany(rows.map((row) => row.update)) ?? []);
    const madeOn = [...new Set(rows.flatMap((row) => row.madeOn))];
    const parts = splitUpdate(update, mostPayload());
    const upTo = rows.at(-1)?.row ?? 0;
    const tooLarge = parts.find((part) => part.length > mostPayload());
    if (tooLarge !== undefined) return err({ kind: "too_large", bytes: tooLarge.length });
    for (const [n, part] of parts.entries()) {
      const written = await author.update(part, madeOn);
      unstored = [...unstored, ...author.written()];
      if (!written.ok) {
        // What the records so far hold must not be sealed a second time; their rows stay until all of it is.
        unstoredUpTo = 0;
        if (n > 0)
          unsealed = [{ row: upTo, update: Y.mergeUpdates(parts.slice(n)), madeOn }, ...unsealed.slice(rows.length)];
        return written;
      }
    }
    unstoredUpTo = upTo;
    unsealed = unsealed.slice(rows.length);
    return storeWritten();
  };
  const writeOne = async (work: Writing): Promise<Result<readonly SignedRecord[], SealError>> => {
    const written = await work(author);
    unstored = [...unstored, ...author.written()];
    const stored = await storeWritten();
    return written.ok && !stored.ok ? stored : written;
  };
  const seal = (): Promise<Result<void, SealError>> => {
    cancelQuiet();
    cancelLatest?.();
    cancelLatest = undefined;
    const mine = turn.then(sealOnce).then((sealed) => {
      failed = sealed.ok ? undefined : sealed.error;
      show();
      // A store that failed is asked again; a key comes with a record, and then somebody flushes.
      if (failed !== undefined && !isFinal(failed)) cancelLatest ??= scheduler.after(LATEST, () => void seal());
      return sealed;
    });
    turn = mine.catch(() => undefined);
    return mine;
  };
  const flush = async (): Promise<Result<void, SealError>> => {
    const saved = await saver.saved();
    return saved.ok ? seal() : saved;
  };

  return {
    state,
    push: (update) => {
      queued = [...queued, update];
      saver.push(update);
    },
    write: async (work) => {
      await flush();
      const mine = turn.then(() => writeOne(work));
      turn = mine.catch(() => undefined);
      return mine;
    },
    rest: () => {
      const all = [...unsealed.map(({ update }) => update), ...queued];
      return mergeMany(all);
    },
    saved: saver.saved,
    retry: saver.retry,
    flush,
    close: async () => {
      const saved = await saver.close();
      const sealed = saved.ok ? await seal() : saved;
      stop();
      cancelQuiet();
      cancelLatest?.();
      return sealed;
    },
  };
}

/** Trying again alone changes nothing. */
const isFinal = ({ kind }: SealError): boolean =>
  kind === "no_key" || kind === "taken" || kind === "too_large" || kind === "refused";
