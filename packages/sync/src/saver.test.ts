import { describe, expect, test } from "vitest";
import { err, ok, type Result } from "@recourse/core";
import { createManualScheduler } from "./scheduler.ts";
import { createSaver, type SaveState } from "./saver.ts";
import { createMemoryUpdateStore, type StoreError, type UpdateStore } from "./update-store.ts";

const frame = (n: number): Uint8Array => Uint8Array.from([n]);
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

/** A store that answers when told, and the batches it was given. */
function slowStore() {
  const batches: (readonly number[])[] = [];
  const answers: ((result: Result<number, StoreError>) => void)[] = [];
  const store: UpdateStore = {
    ...createMemoryUpdateStore(undefined, true),
    append: (_doc, frames) => {
      batches.push(frames.map((each) => each[0] ?? -1));
      return new Promise((answer) => answers.push(answer));
    },
  };
  const answer = async (result: Result<number, StoreError>): Promise<void> => {
    answers.shift()?.(result);
    await settled();
  };
  return { store, batches, answer };
}

function desk() {
  const slow = slowStore();
  const scheduler = createManualScheduler();
  const rows: number[] = [];
  const saver = createSaver({
    store: slow.store,
    doc: "x",
    kind: "update",
    scheduler,
    onSaved: (row) => rows.push(row),
  });
  return { ...slow, scheduler, rows, saver };
}

describe("group commit", () => {
  test("[LO1] a burst of one task is one row; what comes while a commit is in flight is the next row", async () => {
    const { saver, batches, answer } = desk();
    saver.push(frame(1));
    saver.push(frame(2));
    await settled();
    saver.push(frame(3));
    saver.push(frame(4));
    await settled();
    expect(batches).toEqual([[1, 2]]);
    await answer(ok(1));
    expect(batches).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test("[I6] saved is said when the store has answered, not before, and counts what was pushed", async () => {
    const { saver, answer } = desk();
    const told: unknown[] = [];
    saver.push(frame(1));
    void saver.saved().then((result) => told.push(result));
    await settled();
    expect(told).toEqual([]);
    expect(saver.state.get()).toEqual({ pending: 1, durable: false, savedUpTo: 0 });
    await answer(ok(9));
    expect(told).toEqual([{ ok: true, value: 9 }]);
    expect(saver.state.get()).toEqual({ pending: 0, durable: true, savedUpTo: 9 });
  });

  test("[I6] a store that does not outlive the tab is never called durable", async () => {
    const saver = createSaver({
      store: createMemoryUpdateStore(),
      doc: "x",
      kind: "update",
      scheduler: createManualScheduler(),
      onSaved: () => undefined,
    });
    saver.push(frame(1));
    expect((await saver.saved()).ok).toBe(true);
    expect(saver.state.get()).toEqual({ pending: 0, durable: false, savedUpTo: 1 });
  });
});

describe("a failing store", () => {
  test("[R4] what failed goes first again, together with what came since, and only then counts as saved", async () => {
    const { saver, batches, answer, scheduler } = desk();
    saver.push(frame(1));
    const first = saver.saved();
    await settled();
    await answer(err({ kind: "quota" }));
    expect(await first).toEqual({ ok: false, error: { kind: "quota" } });
    expect(saver.state.get()).toEqual({ pending: 1, durable: false, failed: { kind: "quota" }, savedUpTo: 0 });
    scheduler.advance(999);
    await settled();
    expect(batches).toHaveLength(1);
    scheduler.advance(1);
    await settled();
    saver.push(frame(2));
    await answer(err({ kind: "quota" }));
    // The second wait is twice the first.
    scheduler.advance(2000);
    await settled();
    await answer(ok(1));
    expect(batches).toEqual([[1], [1], [1, 2]]);
    expect(saver.state.get()).toEqual({ pending: 0, durable: true, savedUpTo: 1 });
  });

  test("[I10] a store that does not answer is shown within 5 s, and no longer once it does", async () => {
    const { saver, answer, scheduler } = desk();
    saver.push(frame(1));
    await settled();
    const told: SaveState[] = [];
    saver.state.subscribe((state) => told.push(state));
    scheduler.advance(5000);
    expect(told).toEqual([{ pending: 1, durable: false, failed: { kind: "silent", ms: 4000 }, savedUpTo: 0 }]);
    await answer(ok(1));
    expect(saver.state.get()).toEqual({ pending: 0, durable: true, savedUpTo: 1 });
  });

  test("[R4] closing makes one more attempt and says how it went", async () => {
    const { saver, batches, answer, scheduler } = desk();
    saver.push(frame(1));
    await settled();
    await answer(err({ kind: "io", code: "AbortError" }));
    const closing = saver.close();
    await settled();
    expect(batches).toHaveLength(2);
    await answer(err({ kind: "closed" }));
    expect(await closing).toEqual({ ok: false, error: { kind: "closed" } });
    scheduler.advance(60_000);
    await settled();
    expect(batches).toHaveLength(2);
  });
});
