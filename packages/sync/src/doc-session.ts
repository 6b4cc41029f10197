/**
 * DocSession: one open document of one tab: reads, writes, saves, and keeps in step with other tabs. Effects through its ports.
 *
 * 1. Only updates of this tab's own transactions are stored, each once (I4); what other tabs wrote comes from the store.
 * 2. "Saved" is said after the strict transaction completed (I6); a failing store shows as `degraded`, and editing goes on (I10).
 * 3. A snapshot is taken when idle, only of what is durable, and never of a damaged document.
 */
import * as Y from "yjs";
import { err, ok, type Result } from "@recourse/core";
import type { RecordTable } from "./layout.ts";
import { addDamage, applyRows, applyWhatFits, openDoc, type Damage, type OpenedDoc } from "./opened-doc.ts";
import { createRecordReader, type Reader, type Reading } from "./read.ts";
import { createSaver, type SaveState } from "./saver.ts";
import type { Scheduler } from "./scheduler.ts";
import type { TabChannel, TabMessage, Wake } from "./tabs.ts";
import type { StoreError, UpdateStore } from "./update-store.ts";
import type { ViewCache } from "./view-cache.ts";
import { createWatched, type Watched } from "./watched.ts";
import { write, type StoredChange } from "./write.ts";

/** Rows after the last snapshot that make a new one worth its while. */
const SNAPSHOT_ROWS = 32;

export interface SessionPorts {
  readonly store: UpdateStore;
  readonly cache: ViewCache;
  readonly tabs: TabChannel;
  readonly wake: Wake;
  readonly scheduler: Scheduler;
  /** A name no other snapshot has. */
  readonly mint: () => string;
}

/** While it is opening there is no session yet. */
export type SessionState =
  | { readonly is: "ready" }
  | { readonly is: "degraded"; readonly reason: StoreError }
  | { readonly is: "needs_update" }
  | { readonly is: "closed" };

export interface WriteReceipt<C> {
  /** Changes that did not fit. */
  readonly skipped: readonly C[];
  /** When they are durable. Errors: why the attempt failed; it is tried again, see `saveState`. */
  readonly saved: Promise<Result<number, StoreError>>;
}

export interface DocSession<S> {
  readonly doc: Y.Doc;
  readonly reader: Reader<Reading<S>>;
  readonly state: Watched<SessionState>;
  readonly saveState: Watched<SaveState>;
  /** What could not be read of this document, if anything. */
  readonly damage: Watched<Damage | undefined>;
  readonly write: <C extends StoredChange>(changes: readonly C[], origin?: unknown) => WriteReceipt<C>;
  /** When everything written so far is durable, typing in bound texts included. */
  readonly saved: () => Promise<Result<number, StoreError>>;
  /** Tries to save at once. */
  readonly retry: () => void;
  /** Reads what other tabs have stored. */
  readonly catchUp: () => Promise<Result<void, StoreError>>;
  /** Last attempt to save, then stops listening. Errors: what was not saved. */
  readonly close: () => Promise<Result<number, StoreError>>;
}

/** Opens a document of any table. Errors: its rows cannot be had. */
export async function openDocSession<S>(
  ports: SessionPorts,
  name: string,
  table: RecordTable<S>,
): Promise<Result<DocSession<S>, StoreError>> {
  const opened = await openDoc(ports.store, ports.cache, name);
  return opened.ok ? ok(createSession(ports, name, table, opened.value)) : opened;
}

function createSession<S>(ports: SessionPorts, name: string, table: RecordTable<S>, opened: OpenedDoc): DocSession<S> {
  const { store, cache, tabs, wake, scheduler } = ports;
  const { doc } = opened;
  const reader = createRecordReader(doc, table);
  const damage = createWatched(opened.damage);
  // Every row up to this one is in the document.
  let seen = opened.last;
  let snapshotAt = opened.mark?.row ?? 0;
  let closed = false;
  let cancelIdle = (): void => undefined;

  const saver = createSaver({
    store,
    doc: name,
    kind: "update",
    scheduler,
    onSaved: (row, frames) => {
      if (closed) return;
      tabs.post({ doc: name, row, frames });
      arrived(row);
    },
  });
  const onUpdate = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (transaction.local) saver.push(update);
  };
  doc.on("update", onUpdate);

  const state = createWatched<SessionState>({ is: "ready" });
  const showState = (): void => state.set(sessionState(closed, store, saver.state.get().failed, state.get()));

  const catchUpOnce = async (): Promise<Result<void, StoreError>> => {
    const loaded = await store.load(name, seen);
    if (!loaded.ok) return loaded;
    if (closed) return err({ kind: "closed" });
    const { rows, bad, last } = loaded.value;
    damage.set(addDamage(damage.get(), applyWhatFits(doc, rows, bad)));
    seen = Math.max(seen, last);
    snapshotWhenIdle();
    return ok(undefined);
  };
  let catching: Promise<Result<void, StoreError>> | undefined;
  let again = false;
  const catchUp = (): Promise<Result<void, StoreError>> => {
    // One look at a time; whoever asks during one gets the next, which sees all that was durable when he asked.
    if (catching !== undefined) {
      again = true;
      return catching.then(() => catching ?? ok(undefined));
    }
    const looking = catchUpOnce().finally(() => {
      catching = undefined;
      if (!again) return;
      again = false;
      void catchUp();
    });
    catching = looking;
    return looking;
  };
  function arrived(row: number): void {
    if (row <= seen) return;
    if (row > seen + 1) return void catchUp();
    seen = row;
    snapshotWhenIdle();
  }
  const onHint = ({ doc: of, row, frames }: TabMessage): void => {
    if (of !== name || row <= seen) return;
    // Only the very next row may be taken from the message.
    if (row !== seen + 1 || catching !== undefined || applyRows(doc, [{ row, kind: "update", frames }]) !== undefined)
      return void catchUp();
    arrived(row);
  };

  const snapshot = async (): Promise<void> => {
    const clean = damage.get() === undefined && doc.store.pendingStructs === null && saver.state.get().pending === 0;
    if (closed || !clean || seen - snapshotAt < SNAPSHOT_ROWS) return;
    const row = seen;
    const before = snapshotAt;
    snapshotAt = row;
    const written = await cache.save(name, ports.mint(), doc);
    const marked = written !== undefined && (await store.setMark(name, { ...written, row }));
    if (!marked || !marked.ok) snapshotAt = before;
    else await cache.sweep(name, written.generation);
    await store.reserve();
  };
  function snapshotWhenIdle(): void {
    if (seen - snapshotAt < SNAPSHOT_ROWS || closed) return;
    cancelIdle();
    cancelIdle = scheduler.idle(() => void snapshot());
  }

  const stops = [
    tabs.subscribe(onHint),
    wake(() => void catchUp()),
    store.status.subscribe(showState),
    saver.state.subscribe(showState),
  ];
  showState();
  snapshotWhenIdle();

  return {
    doc,
    reader,
    state,
    saveState: saver.state,
    damage,
    write: (changes, origin) => ({ ...write(doc, table, changes, origin), saved: saver.saved() }),
    saved: saver.saved,
    retry: saver.retry,
    catchUp,
    close: async () => {
      if (closed) return ok(saver.state.get().savedUpTo);
      const last = await saver.close();
      closed = true;
      cancelIdle();
      for (const stop of stops) stop();
      doc.off("update", onUpdate);
      reader.dispose();
      showState();
      return last;
    },
  };
}

function sessionState(
  closed: boolean,
  store: UpdateStore,
  failed: StoreError | undefined,
  before: SessionState,
): SessionState {
  if (closed) return before.is === "closed" ? before : { is: "closed" };
  const status = store.status.get();
  const reason = status.is === "degraded" ? status.reason : failed;
  if (reason === undefined) return before.is === "ready" ? before : { is: "ready" };
  return reason.kind === "needs_update" ? { is: "needs_update" } : { is: "degraded", reason };
}
