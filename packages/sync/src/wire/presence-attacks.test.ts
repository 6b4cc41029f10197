/** Everything somebody may try with frames of presence: members with programs of their own, and whoever carries the frames. */
import { describe, expect, test } from "vitest";
import { concat, zeros, type Bytes } from "../log/bytes.ts";
import { OUT } from "../log/entry.ts";
import { logCaseId } from "../log/log-ids.ts";
import { flipped, lower, rotate, sync } from "../log/people.fixture.ts";
import { encodeEphHead, encodeWords, ephKeySource, ephText, type Looks } from "./eph-frame.ts";
import { MAX_EPH } from "./frame.ts";
import { forged, lastOf, matrix, read, says, three } from "./presence.fixture.ts";

describe("what somebody may try", () => {
  test("[FR5] a frame said again is refused, at once and when its life is over; an older one too", async () => {
    const { alice, bob, tab, pass } = await three(941);
    const [a, b] = [tab(alice), tab(bob)];
    const first = await says(b, matrix);
    const second = await says(b, { view: "case/1/letter", typing: false });
    expect([await a.hear(second), await a.hear(second), await a.hear(first)]).toEqual(["heard", "replay", "replay"]);
    await pass(31_000, a);
    expect(a.others.get()).toEqual([]);
    expect(await a.hear(second)).toBe("replay");
    await b.leave();
    expect(await a.hear(lastOf(b.said))).toBe("heard");
    expect(await a.hear(second)).toBe("replay");
  });

  test("[FR5, S2] mallory, who has the key, cannot speak as bob, nor silence him by trying", async () => {
    const { world, alice, bob, mallory, tab } = await three(942);
    const [a, b] = [tab(alice), tab(bob)];
    const bobs = await says(b, matrix);
    const { session } = read(bobs).head;
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        forged(world, mallory, mallory.keys, { device: bob.keys.id, session, counter: 1000 + n }),
      ),
    );
    expect(new Set(await Promise.all(tries.map((frame) => a.hear(frame))))).toEqual(new Set(["signature"]));
    expect(await a.hear(bobs)).toBe("heard");
    // Her own frame under another counter than she signed.
    const { head, sealed, signature } = read(await forged(world, mallory, mallory.keys));
    expect(await a.hear(concat(encodeEphHead({ ...head, counter: 2 }), sealed, signature))).toBe("signature");
  });

  test("[FR5, S2] every flipped byte is refused, and the frame itself is heard after all of them", async () => {
    const { alice, bob, tab } = await three(943);
    const [a, b] = [tab(alice), tab(bob)];
    const frame = await says(b, matrix);
    const verdicts = new Set<string>();
    for (let n = 0; n < frame.length; n++) verdicts.add(await a.hear(new Uint8Array(flipped(frame, n))));
    expect(verdicts.has("heard")).toBe(false);
    expect(await a.hear(frame)).toBe("heard");
  });

  test("[FR5, EP3, RE4] after a removal the old epoch is refused, whoever uses it; under the new one it goes on", async () => {
    const { world, alice, bob, mallory, tab } = await three(944);
    const [a, b] = [tab(alice), tab(bob)];
    const before = await says(b, matrix);
    await lower(world, alice, mallory, OUT);
    expect(await a.hear(before)).toBe("epoch");
    // bob has not heard of it: what he says is not heard, until he has.
    expect(await a.hear(await says(b, { view: "late", typing: false }))).toBe("epoch");
    await sync(alice, bob);
    const after = await says(b, { view: "after", typing: false });
    expect(read(after).head.epoch).not.toBe(read(before).head.epoch);
    expect(await a.hear(after)).toBe("heard");
    // mallory, who knows the old key alone, cannot read it.
    expect(mallory.keyring.get(read(after).head.epoch)).toBeUndefined();
  });

  test("[FR5, EP3] a new epoch without a removal: what was said under the old one is still heard", async () => {
    const { world, alice, bob, tab } = await three(945);
    const [a, b] = [tab(alice), tab(bob)];
    const before = await says(b, matrix);
    await rotate(world, alice);
    expect(await a.hear(before)).toBe("heard");
  });

  test("[FR5] a frame of another case, longer than a frame may be, cut off, or of words nobody may say is refused", async () => {
    const { world, alice, mallory, clock, tab } = await three(946);
    const a = tab(alice);
    const m = mallory.keys;
    const other = logCaseId("11".repeat(16));
    expect(await a.hear(await forged(world, mallory, m, {}, { caseId: other }))).toBe("signature");
    const plainOf = (looks: Looks) => encodeWords({ is: "looks", looks });
    expect(await a.hear(await forged(world, mallory, m, {}, { plain: zeros(MAX_EPH) }))).toBe("form");
    const frame = await forged(world, mallory, m);
    expect(await a.hear(frame.slice(0, 100))).toBe("form");
    expect(await a.hear(zeros(0))).toBe("form");
    const bad: readonly Bytes[] = [
      plainOf({ view: "", typing: false }),
      plainOf({ view: "v".repeat(65), typing: false }),
      plainOf({ ...matrix, focus: "" }),
      plainOf({ ...matrix, caret: { field: "f", anchor: zeros(65), head: zeros(1) } }),
      // A flag that no version has, and filling that is not zero.
      Uint8Array.of(1, 1, 118, 8),
      // 19 bytes and one of filling.
      concat(plainOf({ view: "v".repeat(16), typing: false }).subarray(0, 19), Uint8Array.of(1)),
      Uint8Array.of(2, 1),
      Uint8Array.of(1),
    ];
    let counter = 0;
    for (const plain of bad) {
      clock.now += 500;
      counter++;
      expect(await a.hear(await forged(world, mallory, m, { counter }, { plain })), `words ${counter}`).toBe("form");
    }
    expect(a.others.get()).toEqual([]);
    // Words of a newer program are no fault, and show nothing.
    clock.now += 500;
    expect(await a.hear(await forged(world, mallory, m, { counter: 99 }, { plain: Uint8Array.of(7, 7) }))).toBe(
      "heard",
    );
    expect(a.others.get()).toEqual([]);
  });

  test("[FR5] signed by its device and sealed under another key: it does not open", async () => {
    const { world, alice, mallory, tab } = await three(947);
    const frame = await forged(world, mallory, mallory.keys);
    const { head } = read(frame);
    const headBytes = encodeEphHead(head);
    const sealed = await world.sealer.seal(
      ephKeySource(zeros(32), alice.log.caseId, head),
      head.nonce,
      headBytes,
      zeros(20),
    );
    const signed = concat(headBytes, sealed, await mallory.keys.sign(ephText(alice.log.caseId, headBytes, sealed)));
    expect(await tab(alice).hear(signed)).toBe("seal");
  });

  test("[FR5, RE4] whoever is put out, and has heard it, says nothing more", async () => {
    const { world, alice, bob, tab } = await three(948);
    const b = tab(bob);
    await says(b, matrix);
    await lower(world, alice, bob, OUT);
    await sync(alice, bob);
    b.say({ view: "after", typing: false });
    await b.tick();
    await b.leave();
    expect(b.said).toHaveLength(1);
  });
});
