/** Direct ways over real WebRTC, both ends in one page. Where the machine has no address at all, it says so and skips. */
import { describe, expect, test } from "vitest";
import { browserScheduler } from "../scheduler.ts";
import { transportContract } from "../wire/transport.contract.ts";
import { bindingOf } from "./description.ts";
import type { CallingEnd, DirectDoor, DirectEnd } from "./direct-door.ts";
import { createRtcDoor } from "./rtc-door.ts";

const doorNow = (): DirectDoor => {
  const door = createRtcDoor(browserScheduler());
  if (door === undefined) throw new Error("this browser has no WebRTC");
  return door;
};
const probe = await doorNow().call();
probe?.transport.close();
const isReachable = probe !== undefined;
// oxlint-disable-next-line no-console -- whoever reads the run must see that this was not tried
if (!isReachable) console.warn("SKIPPED: this machine has no network address, so WebRTC was not tried");

const until = async (done: () => boolean): Promise<void> => {
  for (const start = Date.now(); !done(); await new Promise((go) => setTimeout(go, 5)))
    if (Date.now() - start > 20_000) throw new Error("it did not come");
};

async function pair(): Promise<readonly [CallingEnd, DirectEnd]> {
  const door = doorNow();
  const calling = await door.call();
  if (calling === undefined) throw new Error("no address");
  const answering = await door.answer(calling.mine);
  if (answering === undefined) throw new Error("no answer");
  await calling.accept(answering.mine);
  return [calling, answering];
}
/** A set-up that does not open is made anew, as the app does. */
async function open(): Promise<readonly [CallingEnd, DirectEnd]> {
  for (let n = 0; n < 3; n++) {
    const [a, b] = await pair();
    const late = setTimeout(() => a.transport.close(), 8000);
    const both = await Promise.all([a.opened, Promise.race([b.opened, a.opened])]);
    clearTimeout(late);
    if (both.every(Boolean)) return [a, b];
    b.transport.close();
  }
  throw new Error("three set-ups did not open");
}

describe.skipIf(!isReachable)("WebRTC", () => {
  transportContract(async () => {
    const [a, b] = await open();
    return { ends: [a.transport, b.transport], until };
  });

  test("[FR6] eight megabytes in messages of one go through whole, and no faster than the other end takes them", async () => {
    const [a, b] = await open();
    const got: Uint8Array[] = [];
    b.transport.start({ message: (bytes) => void got.push(bytes), end: () => undefined });
    for (let n = 0; n < 8; n++) {
      a.transport.send(new Uint8Array(1_048_576).fill(n));
      await a.transport.ready();
    }
    await until(() => got.length === 8);
    expect(got.map((each) => [each.length, each[0], each.at(-1)])).toEqual(
      Array.from({ length: 8 }, (_, n) => [1_048_576, n, n]),
    );
    a.transport.close();
  });

  test("[FR1] both ends name the same two certificates", async () => {
    const [a, b] = await open();
    // Each end knows its own, and the other's from what it was told: the browser would not have opened with another one.
    expect(bindingOf(a.mine, b.mine)).toHaveLength(64);
    expect(a.mine.fingerprint).not.toEqual(b.mine.fingerprint);
    a.transport.close();
  });

  test("[FR1] with another certificate than was told nothing opens", async () => {
    const door = doorNow();
    const [calling, other] = [await door.call(), await door.call()];
    if (calling === undefined || other === undefined) throw new Error("no address");
    const answering = await door.answer({ ...calling.mine, fingerprint: other.mine.fingerprint });
    if (answering === undefined) throw new Error("no answer");
    await calling.accept(answering.mine);
    const late = setTimeout(() => answering.transport.close(), 4000);
    expect(await answering.opened).toBe(false);
    clearTimeout(late);
    for (const end of [calling, other]) end.transport.close();
  });

  test("[FR6] an answer that comes twice, or after the end, breaks nothing", async () => {
    const [a, b] = await open();
    await a.accept(b.mine);
    expect(await a.opened).toBe(true);
    a.transport.close();
    await a.accept(b.mine);
  });
});
