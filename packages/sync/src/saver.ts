/**
 * Saver: carries a document's local updates into the store by group commit, and says truthfully what is saved. Effects through the store and the scheduler.
 *
 * 1. One append is in flight; everything that arrives meanwhile goes into the next, as one row. An idle saver starts within the same task,
 *    so the loss window is the time of two commits.
 * 2. Updates become durable in the order they were made: after a failure the failed ones go first, with what came since.
 * 3. "Saved" means durable in a lasting store (I6). A failing or silent store is shown within 5 s, editing goes on (I10).
 */
import { err, ok, type Result } from "@recourse/core";
import type { RowKind } from "./row.ts";
import type { Scheduler } from "./scheduler.ts";
import type { StoreError, UpdateStore } from "./update-store.ts";
import { createWatched, type Watched } from "./watched.ts";

/** Units: milliseconds. Source: I10. */
const SILENCE = 4000;
const FIRST_RETRY = 1000;
const LAST_RETRY = 30_000;

export interface SaveState {
  /** Updates that are not durable yet. */
  readonly pending: number;
  /** True only when everything is durable in a store that outlives the tab: "saved on this device". */
  readonly durable: boolean;
  /** Why the newest attempt failed; tried again until it works. */
  readonly failed?: StoreError;
  /** Number of the last row that holds an update of this tab; 0 before the first. */
  readonly savedUpTo: number;
}

export interface Saver {
  readonly state: Watched<SaveState>;
  readonly push: (update: Uint8Array) => void;
  /** When all that was pushed so far is durable: the row that made it so. Errors: why the next attempt failed; it is tried again all the same. */
  readonly saved: () => Promise<Result<number, StoreError>>;
  /** Tries at once instead of waiting for the next attempt. */
  readonly retry: () => void;
  /** Makes one more attempt, then stops. */
  readonly close: () => Promise<Result<number, StoreError>>;
}

export interface SaverOptions {
  readonly store: Pick<UpdateStore, "append" | "lasting">;
  readonly doc: string;
  readonly kind: RowKind;
  readonly scheduler: Scheduler;
  /** After a row has become durable. */
  readonly onSaved: (row: number, frames: readonly Uint8Array[]) => void;
}

interface Waiter {
  readonly upTo: number;
  readonly tell: (result: Result<number, StoreError>) => void;
}

/** One saver for each open document; it writes nothing until it is pushed to. */
export function createSaver({ store, doc, kind, scheduler, onSaved }: SaverOptions): Saver {
  let queue: Uint8Array[] = [];
  let pushed = 0;
  let saved = 0;
  let savedUpTo = 0;
  let failed: StoreError | undefined;
  let running = false;
  let asked = false;
  let closed = false;
  let wait = FIRST_RETRY;
  let cancelRetry = (): void => undefined;
  let waiters: readonly Waiter[] = [];
  const stateNow = (): SaveState => ({
    pending: pushed - saved,
    durable: store.lasting && pushed === saved && failed === undefined,
    ...(failed === undefined ? {} : { failed }),
    savedUpTo,
  });
  const state = createWatched<SaveState>(stateNow());
  const show = (): void => state.set(stateNow());
  const tell = (of: (waiter: Waiter) => boolean, result: Result<number, StoreError>): void => {
    const told = waiters.filter(of);
    waiters = waiters.filter((waiter) => !of(waiter));
    for (const waiter of told) waiter.tell(result);
  };

  const succeed = (row: number, batch: readonly Uint8Array[]): void => {
    saved += batch.length;
    savedUpTo = row;
    failed = undefined;
    wait = FIRST_RETRY;
    show();
    onSaved(row, batch);
    tell((waiter) => waiter.upTo <= saved, ok(row));
  };
  const fail = (reason: StoreError, batch: readonly Uint8Array[]): void => {
    queue = [...batch, ...queue];
    failed = reason;
    show();
    tell(() => true, err(reason));
    if (closed) return;
    cancelRetry = scheduler.after(wait, pump);
    wait = Math.min(wait * 2, LAST_RETRY);
  };
  const commit = async (): Promise<boolean> => {
    const batch = queue;
    queue = [];
    const cancelSilence = scheduler.after(SILENCE, () => {
      failed = { kind: "silent", ms: SILENCE };
      show();
    });
    const result = await store.append(doc, batch, kind);
    cancelSilence();
    if (result.ok) succeed(result.value, batch);
    else fail(result.error, batch);
    return result.ok;
  };
  const run = async (): Promise<void> => {
    // The rest of a burst made in this task goes into the same row.
    await Promise.resolve();
    while (queue.length > 0 && (await commit()));
    running = false;
    // Whoever asked while an attempt was failing gets one of his own.
    if (asked) pump();
  };
  function pump(): void {
    asked = running;
    if (running || queue.length === 0) return;
    cancelRetry();
    running = true;
    void run();
  }
  const whenSaved = (): Promise<Result<number, StoreError>> => {
    if (pushed === saved) return Promise.resolve(ok(savedUpTo));
    return new Promise((tellWaiter) => {
      waiters = [...waiters, { upTo: pushed, tell: tellWaiter }];
    });
  };

  return {
    state,
    push: (update) => {
      queue.push(update);
      pushed++;
      show();
      pump();
    },
    saved: whenSaved,
    retry: pump,
    close: () => {
      closed = true;
      const last = whenSaved();
      pump();
      return last;
    },
  };
}
