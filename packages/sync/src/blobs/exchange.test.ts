/** Evidence from one member to another: what is fetched when, resumed, checked, and named when it is wrong. `SEED` chooses other bytes. */
import { describe, expect, test } from "vitest";
import type { Sha256 } from "@recourse/core";
import { HELPER, VIEWER } from "../log/entry.ts";
import { recordHash } from "../log/log-ids.ts";
import { invite, write } from "../log/people.fixture.ts";
import type { BlobFrame } from "../wire/blob-frames.ts";
import { bytesOf, evidence, imported, picture, sentIn, shared } from "./evidence.fixture.ts";

const seed = Number(process.env["SEED"] ?? 1);
const CHUNK = 262_144;

describe("fetching", () => {
  test("[BL2] thumbnails and small things come at once, a large one when somebody waits for it; every byte is the same", async () => {
    const { alice, bob, join, spread, drain } = await evidence(1);
    const [large, small] = [picture(1, 3 * CHUNK + 5), picture(2, 1000)];
    const original = await shared(alice, large);
    const note = await shared(alice, small);
    const thumbnail = await alice.exchange.shareThumbnail(original, picture(3, 300));
    if (!thumbnail.ok) throw new Error("no thumbnail");
    await spread(alice, bob);
    join(alice, bob);
    await drain();
    const states = bob.exchange.state.get();
    expect(states.get(note)).toMatchObject({ is: "here", got: 1, of: 1, trouble: undefined });
    expect(states.get(thumbnail.value)).toMatchObject({ is: "here", thumbnailOf: original });
    expect(states.get(original)).toMatchObject({ is: "missing", got: 0, of: 4, size: 3 * CHUNK + 5 });
    bob.exchange.demand(original);
    expect(await bytesOf(bob, original)).toBeUndefined();
    await drain();
    expect(bob.exchange.state.get().get(original)).toMatchObject({ is: "here", got: 4, of: 4 });
    expect(await bytesOf(bob, original)).toEqual(large);
    expect(await bytesOf(bob, note)).toEqual(small);
    // Its chunks are off the shelf; the manifest stays.
    expect([...bob.rows.values()].map(({ place }) => place)).toEqual([0, 0, 0]);
    expect(bob.exchange.faults.get()).toEqual([]);
  });

  test("[BL2] a large one nobody waits for comes only when the line is free; what the case no longer names does not come at all", async () => {
    const { world, alice, holder, join, spread, drain, pass } = await evidence(2);
    let free = false;
    let gone: Sha256 | undefined;
    const vera = holder(await invite(world, alice.who, "vera", VIEWER), {
      mayFetchAhead: () => free,
      isWanted: (sha256) => sha256 !== gone,
    });
    const large = await shared(alice, picture(1, CHUNK + 1));
    gone = await shared(alice, picture(2, 100));
    await spread(alice, vera);
    join(alice, vera);
    await drain();
    expect([...vera.exchange.state.get().values()].map(({ is }) => is)).toEqual(["missing", "missing"]);
    free = true;
    await pass(1000, vera);
    expect([await bytesOf(vera, large), await bytesOf(vera, gone)].map((bytes) => bytes?.length)).toEqual([
      CHUNK + 1,
      undefined,
    ]);
  });

  test("[BL1] who has fetched it seals it to the same bytes as who sealed it first, so that any holder serves it", async () => {
    const { world, alice, bob, holder, join, spread, drain } = await evidence(3);
    const hash = await shared(alice, picture(1, 2 * CHUNK + 77));
    await spread(alice, bob);
    const first = join(alice, bob);
    bob.exchange.demand(hash);
    await drain();
    first.cut();
    // bob has nothing sealed left but the manifest.
    const vera = holder(await invite(world, alice.who, "vera", VIEWER));
    await spread(alice, bob, vera);
    bob.rows.clear();
    bob.restart();
    const second = join(bob, vera);
    vera.exchange.demand(hash);
    await drain();
    const sealed = (frames: readonly BlobFrame[]) =>
      new Map(frames.flatMap((frame) => (frame.is === "bchunk" ? [[frame.place, frame.bytes] as const] : [])));
    expect([...sealed(second.said[0])].toSorted()).toEqual([...sealed(first.said[0])].toSorted());
    expect(sealed(first.said[0]).size).toBe(4);
    expect(await bytesOf(vera, hash)).toEqual(picture(1, 2 * CHUNK + 77));
  });

  test("[BL2] cut off in the middle, then the tab is closed: what has arrived is not sent again, and nothing is asked for twice", async () => {
    const { alice, bob, join, spread, drain } = await evidence(4);
    const bytes = picture(1, 9 * CHUNK);
    const hash = await shared(alice, bytes);
    await spread(alice, bob);
    const sent: string[] = [];
    bob.exchange.demand(hash);
    for (const arrive of [3, 4, 100]) {
      let left = arrive;
      const pipe = join(alice, bob, {
        through: (frame) => {
          if (frame.is !== "bchunk") return frame;
          left--;
          if (left < 0) return undefined;
          sent.push(`${frame.place}`);
          return frame;
        },
      });
      await drain();
      pipe.cut();
      bob.restart();
      bob.exchange.demand(hash);
      await drain();
    }
    expect(await bytesOf(bob, hash)).toEqual(bytes);
    // The manifest and nine chunks, each once.
    expect(sent.toSorted()).toEqual(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
  });

  test("[BL2] from two at once: each piece from one of them, in whatever order", async () => {
    const { world, alice, bob, holder, join, spread, drain } = await evidence(5);
    const hash = await shared(alice, picture(1, 8 * CHUNK));
    const carol = holder(await invite(world, alice.who, "carol", HELPER));
    await spread(alice, bob, carol);
    await imported(carol, picture(1, 8 * CHUNK));
    const [one, other] = [join(alice, bob), join(carol, bob)];
    bob.exchange.demand(hash);
    await drain();
    expect(await bytesOf(bob, hash)).toEqual(picture(1, 8 * CHUNK));
    const all = [...sentIn(one.said[0]), ...sentIn(other.said[0])];
    expect([all.length, new Set(all).size]).toEqual([9, 9]);
  });

  test("[BL2] no more than four pieces of one blob are asked for at once, and no more than three small blobs beside one large", async () => {
    const { alice, bob, join, spread, drain } = await evidence(6);
    for (let n = 0; n < 8; n++) await shared(alice, picture(n, 500 + n));
    const large = await shared(alice, picture(9, 12 * CHUNK));
    await spread(alice, bob);
    bob.exchange.demand(large);
    const open = new Map<string, number>();
    let most = 0;
    let blobsAtOnce = 0;
    const pipe = join(alice, bob, {
      through: (frame) => {
        if (frame.is === "bchunk") open.set(frame.id, (open.get(frame.id) ?? 0) - 1);
        return frame;
      },
    });
    const watch = bob.exchange.state.subscribe(() => {
      for (const frame of pipe.said[1].splice(0))
        if (frame.is === "bwant")
          for (const { id, places } of frame.blobs)
            open.set(id, (open.get(id) ?? 0) + places.reduce((sum, { from, to }) => sum + to - from, 0));
      most = Math.max(most, ...open.values());
      blobsAtOnce = Math.max(blobsAtOnce, [...open.values()].filter((count) => count > 0).length);
    });
    await drain();
    watch();
    expect([...bob.exchange.state.get().values()].every(({ is }) => is === "here")).toBe(true);
    expect(most).toBe(4);
    expect([blobsAtOnce > 1, blobsAtOnce <= 4]).toEqual([true, true]);
  });
});

describe("what is wrong", () => {
  test(`[R5, BL2] 60 pieces with one byte flipped at any place: each is named with its sender, asked for elsewhere, and the rest loads (seed ${seed})`, async () => {
    const { world, alice, bob, holder, join, spread, drain } = await evidence(7);
    const mallory = holder(await invite(world, alice.who, "mallory", HELPER));
    let flips = 0;
    for (let n = 0; n < 60; n++) {
      const bytes = picture(seed * 1000 + n, 40 + n * 37);
      const hash = await shared(mallory, bytes);
      await spread(alice, bob, mallory);
      const faultsBefore = bob.exchange.faults.get().length;
      const place = n % 2;
      const pipe = join(mallory, bob, {
        through: (frame) => {
          if (frame.is !== "bchunk" || frame.place !== place) return frame;
          const bad = frame.bytes.slice();
          const at = picture(n, 4).reduce((sum, byte) => sum * 256 + byte, 0) % bad.length;
          bad[at] = (bad[at] ?? 0) ^ (1 << (n % 8));
          flips++;
          return { ...frame, bytes: bad };
        },
      });
      await drain();
      expect(bob.exchange.state.get().get(hash)).toMatchObject({ is: "missing", trouble: undefined });
      const named = bob.exchange.faults.get().slice(faultsBefore);
      expect(named).toMatchObject([{ sha256: hash, place, from: mallory.who.keys.id, why: "wrong_piece" }]);
      // The same again from somebody else.
      await imported(alice, bytes);
      const good = join(alice, bob);
      await drain();
      expect(await bytesOf(bob, hash)).toEqual(bytes);
      pipe.cut();
      good.cut();
    }
    expect(flips).toBe(60);
  }, 60_000);

  test("[BL1, R5] a note that names other bytes than were sealed: it is named with whose it is, nothing of it reaches the vault, and the true one loads", async () => {
    const { world, alice, bob, holder, join, spread, drain } = await evidence(8);
    const mallory = holder(await invite(world, alice.who, "mallory", HELPER));
    const [bytes, other] = [picture(1, 500), picture(2, 500)];
    // His vault answers for the name of one picture with another.
    const hash = await imported(mallory, bytes);
    mallory.blobs.set(hash, new Blob([other]));
    const vault = {
      ...mallory.vault,
      verify: async () => ({ ok: true, value: { sha256: hash, crc32: 0, size: 500 } }) as const,
    };
    const liar = holder(mallory.who, { vault });
    expect((await liar.exchange.share(hash)).ok).toBe(true);
    await spread(mallory, bob, alice);
    const pipe = join(liar, bob);
    await drain();
    expect(bob.exchange.state.get().get(hash)).toMatchObject({ is: "missing", trouble: "false_note" });
    expect(bob.exchange.faults.get()).toMatchObject([{ sha256: hash, from: mallory.who.keys.id, why: "false_note" }]);
    expect([bob.blobs.size, [...bob.rows.values()].length]).toEqual([0, 0]);
    pipe.cut();
    // alice has the true bytes. That mallory's note names them already does not keep hers out: she finds that it does not fit.
    await imported(alice, bytes);
    const both = join(alice, bob);
    await drain();
    bob.exchange.look(hash);
    await drain();
    expect(alice.exchange.faults.get()).toMatchObject([{ sha256: hash, from: mallory.who.keys.id, why: "false_note" }]);
    expect((await alice.exchange.share(hash)).ok).toBe(true);
    await spread(alice, bob);
    await drain();
    expect(await bytesOf(bob, hash)).toEqual(bytes);
    both.cut();
  });

  test("[R5] a piece altered on the shelf is named, fetched again, and the blob is whole in the end", async () => {
    const { alice, bob, join, spread, drain } = await evidence(9);
    const hash = await shared(alice, picture(1, 4 * CHUNK));
    await spread(alice, bob);
    bob.exchange.demand(hash);
    let left = 3;
    const pipe = join(alice, bob, { through: (frame) => (frame.is === "bchunk" && left-- <= 0 ? undefined : frame) });
    await drain();
    pipe.cut();
    const row = [...bob.rows.values()].find(({ place }) => place === 2);
    if (row === undefined) throw new Error("nothing on the shelf");
    row.bytes[100] = (row.bytes[100] ?? 0) ^ 1;
    join(alice, bob);
    await drain();
    expect(bob.exchange.faults.get()).toMatchObject([{ sha256: hash, place: 2, from: undefined, why: "spoiled" }]);
    expect(await bytesOf(bob, hash)).toEqual(picture(1, 4 * CHUNK));
  });

  test("[BL1, I9] bytes that were altered in the vault are not sealed for others under the old key: nothing goes out, and it is named", async () => {
    const { alice, bob, join, spread, drain } = await evidence(10);
    const bytes = picture(1, 2 * CHUNK);
    const hash = await shared(alice, bytes);
    await spread(alice, bob);
    const altered = bytes.slice();
    altered[CHUNK + 3] = (altered[CHUNK + 3] ?? 0) ^ 1;
    alice.blobs.set(hash, new Blob([altered]));
    bob.exchange.demand(hash);
    const pipe = join(alice, bob);
    await drain();
    // The manifest and the first chunk are as they were; the second does not go out.
    expect(sentIn(pipe.said[0]).map((each) => each.slice(65))).toEqual(["0", "1"]);
    expect(alice.exchange.faults.get()).toMatchObject([{ sha256: hash, place: undefined, why: "spoiled" }]);
    expect(bob.exchange.state.get().get(hash)).toMatchObject({ is: "missing", got: 1 });
  });

  test("[LO4, I10] no room in the vault: said so and let be; tried again after a minute, and whole when there is room", async () => {
    const { world, alice, holder, join, spread, drain, pass } = await evidence(11);
    const [small, large] = [await shared(alice, picture(1, 400)), await shared(alice, picture(2, 700))];
    const who = await invite(world, alice.who, "vera", VIEWER);
    // 400 and 700 do not both fit.
    const vera = holder(who, { isWanted: (sha256) => sha256 === large || vera.blobs.size === 0 }, 1000);
    await spread(alice, vera);
    const pipe = join(alice, vera);
    await drain();
    expect(vera.exchange.state.get().get(small)).toMatchObject({ is: "here" });
    expect(vera.exchange.state.get().get(large)).toMatchObject({ is: "missing", trouble: "no_room", got: 1 });
    const before = pipe.said[1].length;
    await pass(59_000, vera);
    expect(vera.exchange.state.get().get(large)).toMatchObject({ trouble: "no_room" });
    vera.blobs.clear();
    await pass(1000, vera);
    expect(vera.exchange.state.get().get(large)).toMatchObject({ is: "here", trouble: undefined });
    // What lay on the shelf was not fetched a second time.
    expect(pipe.said[1].slice(before).filter(({ is }) => is === "bwant")).toEqual([]);
  });

  test("[BL2] who says he has it and sends nothing is asked after twenty seconds no longer before others", async () => {
    const { world, alice, bob, holder, join, spread, drain, pass } = await evidence(15);
    const mallory = holder(await invite(world, alice.who, "mallory", HELPER));
    const hash = await shared(mallory, picture(1, 500));
    await spread(alice, bob, mallory);
    join(mallory, bob, { through: (frame) => (frame.is === "bchunk" ? undefined : frame) });
    await drain();
    await imported(alice, picture(1, 500));
    join(alice, bob);
    await drain();
    expect(bob.exchange.state.get().get(hash)).toMatchObject({ is: "fetching", from: mallory.who.keys.id });
    await pass(19_000, bob);
    expect(bob.exchange.state.get().get(hash)?.is).toBe("fetching");
    await pass(1000, bob);
    expect(bob.exchange.state.get().get(hash)?.is).toBe("here");
  });
});

describe("who may", () => {
  test("[RL2, I9] who may not have it hears nothing of it, whatever he asks for", async () => {
    const { alice, bob, join, spread, drain } = await evidence(12);
    const hash = await shared(alice, picture(1, 500));
    await spread(alice, bob);
    let may = false;
    const pipe = join(alice, bob, { may: () => may });
    bob.exchange.demand(hash);
    await drain();
    expect(pipe.said[0]).toEqual([]);
    may = true;
    await alice.exchange.tick();
    await drain();
    expect(await bytesOf(bob, hash)).toEqual(picture(1, 500));
  });

  test("[ME1, BL2] what an owner device has dropped is nobody's to fetch or to bring; shared again it has another name and key", async () => {
    const { world, alice, bob, join, spread, drain } = await evidence(13);
    const hash = await shared(alice, picture(1, 500));
    const entry = alice.exchange.dropping([hash]);
    if (entry?.op !== "drop") throw new Error("nothing to drop");
    expect(entry.blobs).toHaveLength(1);
    await write(world, alice.who, entry);
    await spread(alice, bob);
    join(alice, bob);
    await drain();
    expect([alice.exchange.state.get().size, bob.exchange.state.get().size, bob.blobs.size]).toEqual([0, 0, 0]);
    const again = await alice.exchange.share(hash);
    expect(again.ok && recordHash(again.value)).not.toBe(entry.blobs[0]);
    await spread(alice, bob);
    await drain();
    expect(await bytesOf(bob, hash)).toEqual(picture(1, 500));
  });

  test("[BL1] the same bytes are sealed once, however often they are shared; a viewer cannot share", async () => {
    const { world, alice, holder, spread } = await evidence(14);
    const vera = holder(await invite(world, alice.who, "vera", VIEWER));
    const hash = await imported(alice, picture(1, 500));
    const [one, other] = await Promise.all([alice.exchange.share(hash), alice.exchange.share(hash)]);
    expect(one).toEqual(other);
    await spread(alice, vera);
    const own = await imported(vera, picture(2, 500));
    expect(await vera.exchange.share(own)).toMatchObject({ ok: false, error: { kind: "refused" } });
  });
});
