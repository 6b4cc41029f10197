/** Presence: who is there and what they look at, and how much of it. Time by hand. */
import { describe, expect, test } from "vitest";
import { zeros } from "../log/bytes.ts";
import { OUT, OWNER } from "../log/entry.ts";
import { sessionId } from "../log/log-ids.ts";
import { invite, lower, sync } from "../log/people.fixture.ts";
import type { Looks } from "./eph-frame.ts";
import { MAX_EPH } from "./frame.ts";
import { forged, lastOf, matrix, read, says, three } from "./presence.fixture.ts";

describe("who is there", () => {
  test("[FR5] what bob looks at is heard by alice: view, focus, caret, typing; the same again wakes nobody", async () => {
    const { alice, bob, tab, pass } = await three(931);
    const [a, b] = [tab(alice), tab(bob)];
    const looks: Looks = {
      view: "case/1/matrix",
      focus: "order/o1/paidFen",
      caret: { field: "note/n1/text", anchor: Uint8Array.of(1, 2), head: Uint8Array.of(3) },
      typing: true,
    };
    expect(await a.hear(await says(b, looks))).toBe("heard");
    const { session } = read(lastOf(b.said)).head;
    expect(a.others.get()).toEqual([{ device: bob.keys.id, session, own: false, looks }]);
    const before = a.others.get();
    await pass(10_000, b);
    expect(await a.hear(lastOf(b.said))).toBe("heard");
    expect(a.others.get()).toBe(before);
  });

  test("[FR5] another tab of one's own device is marked as own, one's own words come back as an echo", async () => {
    const { alice, tab } = await three(932);
    const [one, two] = [tab(alice), tab(alice)];
    const frame = await says(one, matrix);
    expect([await one.hear(frame), await two.hear(frame)]).toEqual(["echo", "heard"]);
    expect([one.others.get(), two.others.get().map(({ own }) => own)]).toEqual([[], [true]]);
  });

  test("[FR5] a viewer is heard, an owner too; whoever is out is not, and one put out is gone at the next tick", async () => {
    const { world, alice, bob, mallory, tab } = await three(933);
    const tablet = await invite(world, alice, "tablet", OWNER);
    await sync(alice, bob);
    const b = tab(bob);
    const m = tab(mallory);
    expect([await b.hear(await says(m, matrix)), await b.hear(await says(tab(tablet), matrix))]).toEqual([
      "heard",
      "heard",
    ]);
    expect(b.others.get()).toHaveLength(2);
    await lower(world, alice, mallory, OUT);
    await sync(alice, bob);
    await b.tick();
    expect(b.others.get().map(({ device }) => device)).toEqual([tablet.keys.id]);
    expect(await b.hear(await forged(world, mallory, mallory.keys, { counter: 99 }))).toBe("stranger");
    const nobody = await world.device();
    expect(await b.hear(await forged(world, mallory, nobody, { device: nobody.id }))).toBe("stranger");
  });

  test("[FR5] 30 seconds of silence by the hearer's clock end it; every 10 seconds it is said again", async () => {
    const { alice, bob, clock, tab, pass } = await three(934);
    const [a, b] = [tab(alice), tab(bob)];
    await a.hear(await says(b, matrix));
    await pass(60_000, b);
    // Once at first, then at 10, 20 … 60 seconds.
    expect(b.said).toHaveLength(7);
    clock.now -= 60_000;
    clock.now += 29_999;
    await a.tick();
    expect(a.others.get()).toHaveLength(1);
    clock.now += 1;
    await a.tick();
    expect(a.others.get()).toEqual([]);
  });

  test("[FR5] gone is said on leaving, and at once; who comes back is there again", async () => {
    const { alice, bob, tab } = await three(935);
    const [a, b] = [tab(alice), tab(bob)];
    for (const view of ["one", "two", "three"]) await a.hear(await says(b, { view, typing: false }));
    expect(a.others.get()).toHaveLength(1);
    await b.leave();
    expect(b.said).toHaveLength(4);
    expect(await a.hear(lastOf(b.said))).toBe("heard");
    expect(a.others.get()).toEqual([]);
    await b.tick();
    expect(b.said).toHaveLength(4);
    const silent = tab(bob);
    await silent.leave();
    expect(silent.said).toEqual([]);
  });

  test("[FR5] who leaves and is back before that was said, has not left", async () => {
    const { alice, bob, tab } = await three(936);
    const [a, b] = [tab(alice), tab(bob)];
    await a.hear(await says(b, matrix));
    const left = b.leave();
    const frame = await says(b, { ...matrix, view: "case/1/board" });
    await left;
    expect(await a.hear(frame)).toBe("heard");
    expect([a.others.get().map(({ looks }) => looks.view), b.said.length]).toEqual([["case/1/board"], 2]);
  });

  test("[FR5] whoever is met for the first time is answered, so that he need not wait", async () => {
    const { alice, bob, tab, pass } = await three(936);
    const [a, b] = [tab(alice), tab(bob)];
    await says(a, matrix);
    await pass(2000, a);
    expect(a.said).toHaveLength(1);
    await a.hear(await says(b, matrix));
    await pass(2000, a);
    expect(a.said).toHaveLength(2);
    await pass(500, b);
    expect(await b.hear(lastOf(a.said))).toBe("heard");
  });
});

describe("how much", () => {
  test("[FR5] at most four frames in any second go out, the newest words last", async () => {
    const { alice, bob, clock, tab } = await three(937);
    const [a, b] = [tab(alice), tab(bob)];
    const at: number[] = [];
    for (let n = 0; n < 200; n++) {
      clock.now += 50;
      b.say({ view: `view${n}`, typing: false });
      await b.tick();
      at.push(b.said.length);
    }
    // 50 ms apart: 20 of them are a second.
    const most = Math.max(...at.map((count, n) => count - (at[n - 20] ?? 0)));
    // Three in a second are for words, in ten seconds 30; the fourth is for "gone".
    expect([most, b.said.length]).toEqual([3, 30]);
    clock.now += 1000;
    await b.tick();
    expect(await a.hear(lastOf(b.said))).toBe("heard");
    expect(a.others.get().map(({ looks }) => looks.view)).toEqual(["view199"]);
    await b.tick();
    expect(b.said).toHaveLength(31);
  });

  test("[FR5] what is too long, or nothing, is not said; the longest there is fits a frame", async () => {
    const { alice, bob, tab } = await three(938);
    const [a, b] = [tab(alice), tab(bob)];
    const caret = { field: "f".repeat(128), anchor: zeros(64), head: zeros(64) };
    const kindOf = (looks: Looks) => {
      const done = b.say(looks);
      return done.ok ? "ok" : done.error.kind;
    };
    expect(kindOf({ view: "", typing: false })).toBe("view");
    // 22 characters of three bytes are 66.
    expect(kindOf({ view: "证".repeat(22), typing: false })).toBe("view");
    expect(kindOf({ ...matrix, focus: "f".repeat(129) })).toBe("focus");
    expect(kindOf({ ...matrix, caret: { ...caret, head: zeros(65) } })).toBe("caret");
    expect(kindOf({ ...matrix, caret: { ...caret, anchor: zeros(0) } })).toBe("caret");
    await b.tick();
    expect(b.said).toEqual([]);
    const longest = await says(b, { view: "v".repeat(64), focus: "f".repeat(128), caret, typing: true });
    expect(longest.length).toBeLessThanOrEqual(MAX_EPH);
    expect(await a.hear(longest)).toBe("heard");
  });

  test("[FR5] a flood of one device is cut at eight in a second; others are heard, and it again a second later", async () => {
    const { world, alice, bob, mallory, clock, tab } = await three(939);
    const a = tab(alice);
    const flood = await Promise.all(
      Array.from({ length: 20 }, (_, n) => forged(world, mallory, mallory.keys, { counter: n + 1 })),
    );
    const verdicts = await Promise.all(flood.map((frame) => a.hear(frame)));
    expect(verdicts.filter((each) => each === "heard")).toHaveLength(8);
    expect(verdicts.filter((each) => each === "flood")).toHaveLength(12);
    expect(await a.hear(await says(tab(bob), matrix))).toBe("heard");
    clock.now += 1000;
    expect(await a.hear(await forged(world, mallory, mallory.keys, { counter: 21 }))).toBe("heard");
  });

  test("[FR5] many sessions of one device do not fill the list", async () => {
    const { world, alice, mallory, clock, tab } = await three(940);
    const a = tab(alice);
    for (let n = 0; n < 20; n++) {
      clock.now += 200;
      const session = sessionId(n.toString(16).padStart(16, "0"));
      expect(await a.hear(await forged(world, mallory, mallory.keys, { session }))).toBe("heard");
    }
    expect(a.others.get()).toHaveLength(8);
  });
});
