/**
 * LogSession: a shared case, open in one tab: its records, its document, and what is being written. Effects through its ports.
 *
 * 1. The document is a view: it is made from the records, and when something must be taken back it is made anew, with a new session (AC5).
 * 2. What this tab writes is pending before it is sealed, and sealed before the document is made anew (LO1).
 * 3. Records of others are stored as they come, those that wait too (FR4).
 *
 * Source: AC5, LO1, LO2, FR4.
 */
import * as Y from "yjs";
import { ok, type Result } from "@recourse/core";
import type { Scheduler } from "../scheduler.ts";
import type { StoreError } from "../update-store.ts";
import { createWatched, type Watched } from "../watched.ts";
import { toHex } from "./bytes.ts";
import { createCaseLog, type CaseLog, type Receipt } from "./case-log.ts";
import { createCaseView, FROM_LOG } from "./case-view.ts";
import { finishDeadLogs, type Finished } from "./dead-logs.ts";
import { createKeyring, type Keyring } from "./keyring.ts";
import { sessionId, type LogCaseId, type LogId } from "./log-ids.ts";
import type { BadStored, LogStore, LogStoreError } from "./log-store.ts";
import { createLogWriter, type LogWriter, type SealError, type WriterState } from "./log-writer.ts";
import { createAuthor, type AuthorPorts } from "./record-author.ts";
import type { SessionLock } from "./session-lock.ts";
import type { SignedRecord } from "./signed-record.ts";

export interface LogSessionPorts extends AuthorPorts {
  readonly caseId: LogCaseId;
  readonly store: LogStore;
  readonly scheduler: Scheduler;
  readonly locks: SessionLock;
  readonly createDoc: () => Y.Doc;
  /** Answers when the document may be swapped for another: no input method is composing. */
  readonly beforeSwap?: () => Promise<void>;
}

export interface LogSession {
  readonly log: CaseLog;
  readonly keyring: Keyring;
  /** Another one after each rebuild: undo ends there. */
  readonly doc: Watched<Y.Doc>;
  readonly writing: Watched<WriterState>;
  /** What of the store could not be read. */
  readonly damage: readonly BadStored[];
  /** What became of sessions that had died with edits unsealed. */
  readonly finished: readonly Finished[];
  /** Own records as they become durable: to be sent. */
  readonly sealed: Watched<readonly SignedRecord[]>;
  /** Counts up whenever records came in or were written: members, marks and heads may be others now. */
  readonly changed: Watched<number>;
  /** Takes records from peers, files and other tabs. Errors: they could not be stored; they are shown all the same. */
  readonly receive: (records: readonly Uint8Array[]) => Promise<Result<Receipt, LogStoreError>>;
  /** Writes an entry or a note; pending edits are sealed before it. */
  readonly write: LogWriter["write"];
  /** When everything written so far is durable on this device. Errors: why the next attempt failed; it is tried again. */
  readonly saved: () => Promise<Result<number, StoreError>>;
  /** Tries to save at once. */
  readonly retry: () => void;
  /** Takes what other tabs have stored. */
  readonly catchUp: () => Promise<Result<void, LogStoreError>>;
  /** On blur, on hide. */
  readonly flush: () => Promise<Result<void, SealError>>;
  readonly close: () => Promise<Result<void, SealError>>;
}

/** One session of this tab. */
interface Life {
  readonly n: number;
  readonly log: LogId;
  readonly writer: LogWriter;
  readonly release: () => void;
  readonly stop: () => void;
}

/** Opens a case from what the device holds. Errors: its records cannot be had. */
export async function openLogSession(ports: LogSessionPorts): Promise<Result<LogSession, SealError>> {
  const { caseId, store, sealer, device, scheduler, locks, random, createDoc } = ports;
  const keyring = createKeyring(sealer, [device]);
  const log = createCaseLog({ caseId, sealer, keyring });
  const loaded = await store.load(caseId);
  if (!loaded.ok) return loaded;
  await log.receive(
    loaded.value.records.map(({ bytes }) => bytes),
    true,
  );
  const finished = await finishDeadLogs({ ...ports, log, keyring }, new Set());
  if (!finished.ok) return finished;
  const view = createCaseView(log, createDoc);
  const docs = createWatched(view.doc());
  const sealed = createWatched<readonly SignedRecord[]>([]);
  const changed = createWatched(0);
  /** Sessions before a rebuild whose edits still wait for a key. */
  let older: readonly Life[] = [];

  let begun = 0;
  /** Those before session `n`, the eldest first: a later one may stand on an earlier one. */
  const sealBefore = async (n: number): Promise<Result<void, SealError>> => {
    for (const each of older.filter((life) => life.n < n)) {
      const done = await each.writer.flush();
      if (!done.ok) return done;
      older = older.filter((life) => life !== each);
      each.release();
    }
    return ok(undefined);
  };
  const begin = async (doc: Y.Doc): Promise<Life> => {
    const session = sessionId(toHex(random(8)));
    const release = (await locks.take(session)) ?? (() => undefined);
    const author = await createAuthor(ports, { log, keyring, session });
    doc.clientID = author.client;
    const onSealed = (records: readonly SignedRecord[]): void => {
      sealed.set(records);
      changed.set(changed.get() + 1);
    };
    const n = ++begun;
    const writer = createLogWriter({
      store,
      scheduler,
      log,
      author,
      now: ports.now,
      first: () => sealBefore(n),
      onSealed,
    });
    const onUpdate = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
      if (transaction.local) writer.push(update);
    };
    doc.on("update", onUpdate);
    const unwatch = writer.state.subscribe((state) => writing.set(state));
    return {
      n,
      log: author.log,
      writer,
      release,
      stop: () => {
        doc.off("update", onUpdate);
        unwatch();
      },
    };
  };
  const writing = createWatched<WriterState>({
    saved: { pending: 0, durable: store.lasting, savedUpTo: 0 },
    unsealed: 0,
    failed: undefined,
  });
  let life = await begin(view.doc());

  const rebuild = async (): Promise<void> => {
    await ports.beforeSwap?.();
    const before = life;
    await before.writer.flush();
    const { doc } = view.catchUp();
    const next = await begin(doc);
    if (view.mustRebuild()) {
      next.stop();
      next.release();
      return rebuild();
    }
    // What was sealed while the next session was being begun.
    view.catchUp();
    // From here to the swap nobody types: what was typed since is in no record, and goes over as it is.
    before.stop();
    const rest = before.writer.rest();
    // Edits that wait, for a key or for their turn, stay in sight, and go into the log before anything that is written on them.
    if (rest === undefined) before.release();
    else {
      Y.applyUpdate(doc, rest, FROM_LOG);
      older = [...older, before];
    }
    life = next;
    writing.set(life.writer.state.get());
    docs.set(doc);
  };
  const show = async (): Promise<void> => {
    if (view.mustRebuild()) return rebuild();
    view.catchUp();
  };
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const keepAll = (receipt: Receipt): Promise<Result<void, LogStoreError>> => {
    const waiting = log.waiting().filter(({ checked }) => checked);
    const all = [...receipt.admitted.map(({ record }) => record), ...waiting.map(({ record }) => record)];
    if (all.length === 0) return Promise.resolve(ok(undefined));
    return store.keep(
      caseId,
      all.map(({ hash, bytes }) => ({ hash, bytes, own: undefined })),
    );
  };

  const receive = (records: readonly Uint8Array[]): Promise<Result<Receipt, LogStoreError>> =>
    inTurn(async () => {
      const receipt = await log.receive(records);
      const kept = await keepAll(receipt);
      // Own records come in through the author. A copy of this profile is at work: from here on each has a log of its own (I3).
      if (receipt.admitted.some(({ node }) => node.log === life.log)) await rebuild();
      else await show();
      // A key may have come with them.
      if (receipt.admitted.length > 0 && older.length > 0) await sealBefore(life.n);
      if (receipt.admitted.length > 0 && writing.get().failed?.kind === "no_key") await life.writer.flush();
      if (receipt.verdicts.length > 0) changed.set(changed.get() + 1);
      return kept.ok ? ok(receipt) : kept;
    });

  return ok({
    log,
    keyring,
    doc: docs,
    writing,
    damage: loaded.value.bad,
    finished: finished.value,
    sealed,
    changed,
    receive,
    saved: () => life.writer.saved(),
    retry: () => life.writer.retry(),
    catchUp: async () => {
      const stored = await store.load(caseId);
      if (!stored.ok) return stored;
      const unknown = stored.value.records.filter(({ hash }) => log.index.get(hash) === undefined);
      if (unknown.length === 0) return ok(undefined);
      const received = await receive(unknown.map(({ bytes }) => bytes));
      return received.ok ? ok(undefined) : received;
    },
    write: (work) =>
      inTurn(async () => {
        const written = await life.writer.write(work);
        await show();
        return written;
      }),
    flush: () => inTurn(() => life.writer.flush()),
    close: () =>
      inTurn(async () => {
        const last = await life.writer.close();
        life.stop();
        for (const each of [life, ...older]) each.release();
        return last;
      }),
  });
}
