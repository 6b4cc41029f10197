/**
 * SharedSession: a case with a log, as the app takes any case: records, commands, undo. Effects through the LogSession.
 *
 * 1. After a rebuild it is another document: whoever shows the case gets another `CaseSession`, and undo ends there (AC5).
 * 2. "Saved" is what is durable on this device, sealed or pending (I6, LO1).
 * 3. Whoever may not write is kept from it here, and by everyone who would receive it (S3).
 *
 * Source: AC5, LO1, ME3.
 */
import type * as Y from "yjs";
import { err, ok, type Id, type Result } from "@recourse/core";
import type { CaseRole, CaseSession } from "../case-session.ts";
import type { SessionState } from "../doc-session.ts";
import { caseTable } from "../layout.ts";
import type { Damage } from "../opened-doc.ts";
import { asCaseReader, createRecordReader } from "../read.ts";
import type { SaveState } from "../saver.ts";
import type { StoreError } from "../update-store.ts";
import { createUndoStack } from "../undo.ts";
import { createWatched, type Watched } from "../watched.ts";
import { write } from "../write.ts";
import type { CaseLog } from "./case-log.ts";
import { HELPER, OUT, OWNER, type Level } from "./entry.ts";
import type { DeviceId } from "./log-ids.ts";
import type { BadStored, LogStore, LogStoreError } from "./log-store.ts";
import type { LogSession } from "./log-session.ts";
import type { SealError, WriterState } from "./log-writer.ts";

export interface SharedSession {
  readonly log: LogSession;
  /** The case as it stands; another one after each rebuild. */
  readonly current: Watched<CaseSession>;
  /** Last attempt to save and seal, then stops. Errors: what is not saved. */
  readonly close: () => Promise<Result<number, StoreError>>;
}

/** What the app knows of a store. A number that is taken means that a new session must begin, which is no fault of the store. */
export const storeErrorOf = (error: LogStoreError): StoreError =>
  error.kind === "taken" ? { kind: "io", code: "taken" } : error;

const isStoreError = (error: SealError): error is StoreError =>
  error.kind !== "taken" && error.kind !== "no_key" && error.kind !== "too_large" && error.kind !== "refused";

const damageOf = (bad: readonly BadStored[]): Damage | undefined =>
  bad.length === 0 ? undefined : { bad: bad.map(({ reason }, n) => ({ row: n + 1, reason })), gaps: [], unplaced: [] };

/** What is shown of saving: an edit is saved once it is pending; what could not be stored when sealing is shown as failed. */
function saveStateOf({ saved, failed }: WriterState): SaveState {
  return saved.failed === undefined && failed !== undefined && isStoreError(failed)
    ? { ...saved, durable: false, failed }
    : saved;
}

/** Level of a device as the log says now. */
export const levelIn = (log: CaseLog, device: DeviceId): Level =>
  log.standings().membership.members.get(device)?.level ?? OUT;

/** Wraps an open log. `device`: this one, whose level decides what may be written. */
export function openSharedSession(log: LogSession, store: LogStore, caseId: Id, device: DeviceId): SharedSession {
  let closed = false;
  const role = (): CaseRole => {
    const level = levelIn(log.log, device);
    return level === OWNER ? "owner" : level === HELPER ? "helper" : "viewer";
  };
  const sessionOn = (doc: Y.Doc): { readonly session: CaseSession; readonly release: () => void } => {
    const reader = asCaseReader(createRecordReader(doc, caseTable), caseId);
    const saveState = createWatched<SaveState>(saveStateOf(log.writing.get()));
    const state = createWatched<SessionState>({ is: "ready" });
    const damage = createWatched(damageOf(log.damage));
    const show = (): void => {
      const now = saveStateOf(log.writing.get());
      saveState.set(now);
      const status = store.status.get();
      const reason = status.is === "degraded" ? status.reason : now.failed;
      state.set(stateOf(closed, reason));
    };
    const stops = [log.writing.subscribe(show), store.status.subscribe(show)];
    show();
    const tab = {};
    const put: CaseSession["write"] = (changes, origin) =>
      role() !== "viewer"
        ? { ...write(doc, caseTable, changes, origin), saved: log.saved() }
        : { skipped: changes, saved: Promise.resolve(ok(0)) };
    const undo = createUndoStack({
      doc,
      read: () => reader.current().case,
      write: (changes, origin) => put(changes, origin).skipped,
      tab,
    });
    const session: CaseSession = {
      caseId,
      doc,
      reader,
      state,
      saveState,
      damage,
      case: () => reader.current().case,
      role,
      run: (changes, join) => ({ skipped: undo.run(changes, join), saved: log.saved() }),
      write: put,
      undo,
      saved: log.saved,
      retry: log.retry,
      catchUp: async () => {
        const caught = await log.catchUp();
        return caught.ok ? ok(undefined) : err(storeErrorOf(caught.error));
      },
      close: () => close(),
    };
    const release = (): void => {
      for (const stop of stops) stop();
      reader.dispose();
    };
    return { session, release };
  };

  let shown = sessionOn(log.doc.get());
  const current = createWatched(shown.session);
  const stop = log.doc.subscribe((doc) => {
    if (doc === shown.session.doc || closed) return;
    const before = shown;
    shown = sessionOn(doc);
    current.set(shown.session);
    before.release();
  });
  async function close(): Promise<Result<number, StoreError>> {
    const saving = log.saved();
    // One more attempt now, not when the next one would be due.
    log.retry();
    const last = await saving;
    if (!last.ok) return last;
    if (closed) return last;
    closed = true;
    stop();
    // What waits for a key stays pending, and is sealed when the case is opened again.
    await log.close();
    shown.release();
    return last;
  }
  return { log, current, close };
}

function stateOf(closed: boolean, reason: StoreError | undefined): SessionState {
  if (closed) return { is: "closed" };
  if (reason === undefined) return { is: "ready" };
  return reason.kind === "needs_update" ? { is: "needs_update" } : { is: "degraded", reason };
}
