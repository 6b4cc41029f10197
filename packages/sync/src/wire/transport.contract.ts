/**
 * What every Transport must do: one suite, run by each adapter's own test file. Test code.
 */
import { beforeEach, expect, test } from "vitest";
import type { Transport } from "./transport.ts";

/** Two ends, and time for what is under way. */
export interface TransportUnderTest {
  readonly ends: readonly [Transport, Transport];
  /** Answers when `done` is true, or fails after a bounded time. */
  readonly until: (done: () => boolean) => Promise<void>;
}

/** What an end has heard. */
export interface Heard {
  readonly messages: number[][];
  ends: number;
}
const hear = (end: Transport): Heard => {
  const heard: Heard = { messages: [], ends: 0 };
  end.start({ message: (bytes) => void heard.messages.push([...bytes]), end: () => void heard.ends++ });
  return heard;
};

/** Runs the suite; `open` gives fresh ends each time. */
export function transportContract(open: () => Promise<TransportUnderTest>): void {
  let under: TransportUnderTest;
  beforeEach(async () => {
    under = await open();
  });

  test("[FR6] messages arrive whole, in order, both ways", async () => {
    const [a, b] = under.ends;
    const [atA, atB] = [hear(a), hear(b)];
    for (let n = 0; n < 20; n++) a.send(Uint8Array.of(n, 255));
    b.send(new Uint8Array(300_000).fill(7));
    await under.until(() => atB.messages.length === 20 && atA.messages.length === 1);
    expect(atB.messages).toEqual(Array.from({ length: 20 }, (_, n) => [n, 255]));
    expect(atA.messages[0]?.length).toBe(300_000);
    await a.ready();
  });

  test("[FR6] what comes before anybody listens is kept", async () => {
    const [a, b] = under.ends;
    const atA = hear(a);
    a.send(Uint8Array.of(1));
    b.send(Uint8Array.of(2));
    await under.until(() => atA.messages.length === 1);
    const atB = hear(b);
    await under.until(() => atB.messages.length === 1);
    expect([atA.messages, atB.messages]).toEqual([[[2]], [[1]]]);
  });

  test("[I10] the end is told once to each side; what is sent after it is dropped without an error", async () => {
    const [a, b] = under.ends;
    const [atA, atB] = [hear(a), hear(b)];
    b.send(Uint8Array.of(1));
    await under.until(() => atA.messages.length === 1);
    a.close();
    await under.until(() => atB.ends === 1 && atA.ends === 1);
    a.close();
    b.close();
    a.send(Uint8Array.of(2));
    b.send(Uint8Array.of(3));
    await a.ready();
    expect([atA.ends, atB.ends, atA.messages.length, atB.messages.length]).toEqual([1, 1, 1, 0]);
  });
}
