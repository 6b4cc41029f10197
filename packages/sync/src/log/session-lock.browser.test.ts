/** Locks of sessions, in a real browser. */
import { expect, test } from "vitest";
import { sessionId } from "./log-ids.ts";
import { browserSessionLock } from "./session-lock.ts";

test("[LO1, LO2] a session's lock is held until it is given back, and only one holds it", async () => {
  const locks = browserSessionLock();
  const [mine, other] = [sessionId("00".repeat(8)), sessionId("11".repeat(8))];
  const release = await locks.take(mine);
  if (release === undefined) throw new Error("not taken");
  expect(await locks.take(mine)).toBeUndefined();
  const second = await locks.take(other);
  expect(second).toBeDefined();
  second?.();
  release();
  // The browser gives it back in its own time: the next holder waits in line for it.
  await navigator.locks.request(`log:${mine}`, () => undefined);
  const again = await locks.take(mine);
  expect(again).toBeDefined();
  again?.();
});
