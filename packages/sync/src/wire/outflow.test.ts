/** Records on their way out. */
import { expect, test } from "vitest";
import type { Bytes } from "../log/bytes.ts";
import { recordHash } from "../log/log-ids.ts";
import { createOutflow } from "./outflow.ts";

const hash = (n: number) => recordHash(n.toString(16).padStart(64, "0"));
const hashes = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => hash(from + n));
const outflow = (answered: boolean) => {
  const sent: number[] = [];
  const of = createOutflow({
    answered,
    bytesOf: (which): Bytes => Uint8Array.of(Number.parseInt(which.slice(-2), 16)),
    send: (records) => void sent.push(records.length),
    ready: () => Promise.resolve(),
  });
  return { sent, ...of };
};

test("[RL3] while a relay owes 64 answers the rest is gathered, and goes as one message when it has answered", async () => {
  const to = outflow(true);
  for (let n = 0; n < 100; n++) {
    to.add([hash(n)]);
    await to.idle();
  }
  expect(to.sent).toEqual(Array.from({ length: 64 }, () => 1));
  to.answered(hashes(0, 1));
  await to.idle();
  // 100 were given, 64 have gone.
  expect(to.sent.slice(64)).toEqual([36]);
  to.add(hashes(90, 100));
  await to.idle();
  expect(to.sent.length).toBe(65);
});

test("[FR3] to a member, who does not answer, everything goes at once; twice when it is asked for twice", async () => {
  const to = outflow(false);
  to.add(hashes(0, 100));
  await to.idle();
  to.add(hashes(0, 1));
  await to.idle();
  expect(to.sent).toEqual([100, 1]);
});
