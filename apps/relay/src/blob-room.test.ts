/** The evidence of a room: what is taken, asked for, freed, and what becomes of pieces that the disk has altered. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { blobId, logCaseId, MAX_PIECE, type BlobId, type Bytes, type Places } from "@recourse/sync/protocol";
import { openBlobRoom, type BlobRoomPorts } from "./blob-room.ts";
import { createMemoryBlobs } from "./blob-store.ts";
import type { Guest } from "./case-room.ts";

const caseId = logCaseId("0c".repeat(16));
const hashOf = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();
/** A blob as a relay sees it: chunks of anything, and a manifest that names them, by hand as in SPEC 6. */
const blobOf = (...chunks: readonly Bytes[]): { readonly id: BlobId; readonly pieces: readonly Bytes[] } => {
  const head = Buffer.from([0x43, 0x42, 1, chunks.length]);
  const manifest = new Uint8Array(Buffer.concat([head, ...chunks.map(hashOf), Buffer.alloc(56, 9)]));
  return { id: blobId(new Uint8Array(hashOf(manifest))), pieces: [manifest, ...chunks] };
};
const chunk = (byte: number, length = 100): Bytes => new Uint8Array(length).fill(byte);
const guest = (): Guest => ({
  device: undefined,
  send: () => undefined,
  isFounding: () => false,
  expel: () => undefined,
});
const all = (count: number): Places => [{ from: 0, to: count }];

const room = async (change: Partial<BlobRoomPorts> = {}) => {
  const blobs = change.blobs ?? createMemoryBlobs();
  const counted: string[] = [];
  let time = 0;
  const of = await openBlobRoom({
    caseId,
    blobs,
    quota: 10_000_000,
    isDropped: () => false,
    now: () => time,
    count: (what) => void counted.push(what),
    ...change,
  });
  const [alice, bob] = [guest(), guest()];
  const put = async (id: BlobId, place: number, bytes: Bytes | undefined, from = alice): Promise<string> => {
    const done = await of.put(from, id, place, bytes ?? new Uint8Array(0));
    return done.is === "held" ? "held" : done.code;
  };
  return { of, put, alice, bob, blobs, counted, later: (ms: number) => (time += ms) };
};

describe("evidence in a room", () => {
  test("[BL2] manifest first, then chunks in any order; what is not what it says is noise, and does not take the place of the good one", async () => {
    const { of, put, counted } = await room();
    const { id, pieces } = blobOf(chunk(1), chunk(2));
    expect(await put(id, 1, pieces[1])).toBe("missing");
    expect(await put(id, 0, pieces[1])).toBe("noise");
    expect(await put(id, 0, pieces[0])).toBe("held");
    expect(await put(id, 2, pieces[1])).toBe("noise");
    expect(await put(id, 3, pieces[1])).toBe("noise");
    expect(await put(id, 2, pieces[2])).toBe("held");
    expect(await put(id, 2, pieces[2])).toBe("held");
    expect(of.held()).toEqual([
      {
        id,
        places: [
          { from: 0, to: 1 },
          { from: 2, to: 3 },
        ],
      },
    ]);
    expect([await of.read(id, 2), await of.read(id, 1)]).toEqual([pieces[2], undefined]);
    expect(counted).toEqual(["stored", "stored"]);
  });

  test("[R5] a piece that the disk has altered, at every byte of it: never handed out, counted, and asked for again", async () => {
    const blobs = createMemoryBlobs();
    const { of, put, counted, alice } = await room({ blobs });
    const { id, pieces } = blobOf(chunk(1, 20), chunk(2, 20));
    for (const [place, bytes] of pieces.entries()) await put(id, place, bytes);
    let tried = 0;
    for (const [place, good] of pieces.entries())
      for (const at of good.keys()) {
        const stored = await blobs.read(caseId, id, place);
        if (stored === undefined) throw new Error("not stored");
        stored[at] = (stored[at] ?? 0) ^ 1;
        // The room has the manifest in mind as it was used last; a fresh one reads it again.
        expect(await of.read(id, place)).toBeUndefined();
        expect(counted.filter((what) => what === "spoiled")).toHaveLength(++tried);
        expect(of.announce(alice, [{ id, places: all(3) }]).wanted).toEqual([
          { id, places: [{ from: place, to: place + 1 }] },
        ]);
        expect(await put(id, place, good)).toBe("held");
        expect(await of.read(id, place)).toEqual(good);
      }
    // 4 + 2 × 32 + 56 bytes of manifest, two chunks of 20.
    expect(tried).toBe(124 + 40);
  });

  test("[R5] a manifest that is altered on the disk: its chunks are not handed out on its word, and are there when it has come again", async () => {
    const blobs = createMemoryBlobs();
    const first = await room({ blobs });
    const { id, pieces } = blobOf(chunk(1));
    await first.put(id, 0, pieces[0]);
    await first.put(id, 1, pieces[1]);
    const stored = await blobs.read(caseId, id, 0);
    if (stored === undefined) throw new Error("not stored");
    stored[5] = (stored[5] ?? 0) ^ 1;
    const { of, put } = await room({ blobs });
    expect(await of.read(id, 1)).toBeUndefined();
    expect(of.held()).toEqual([{ id, places: [{ from: 1, to: 2 }] }]);
    expect(await put(id, 0, pieces[0])).toBe("held");
    expect(await of.read(id, 1)).toEqual(pieces[1]);
  });

  test("[RL3] what would not fit in the end is not begun; small things still are; dropped evidence makes room", async () => {
    const dropped = new Set<BlobId>();
    const small = blobOf(chunk(1, 1000));
    const large = blobOf(chunk(2, 1000), chunk(3, 1000));
    // The large one announces a whole chunk before its last, and its manifest comes on top.
    const { of, put } = await room({ quota: MAX_PIECE, isDropped: (id) => dropped.has(id) });
    expect(await put(large.id, 0, large.pieces[0])).toBe("quota");
    expect(await put(small.id, 0, small.pieces[0])).toBe("held");
    expect(await put(small.id, 1, small.pieces[1])).toBe("held");
    dropped.add(small.id);
    expect(await of.drop(dropped)).toEqual([small.id]);
    expect([of.held(), await of.drop(dropped)]).toEqual([[], []]);
    expect(await put(small.id, 0, small.pieces[0])).toBe("refused");
  });

  test("[RL3] a full quota is said as soon as something is announced, and what is there already is not asked for", async () => {
    const { id, pieces } = blobOf(chunk(1));
    const used = (pieces[0]?.length ?? 0) + 100;
    const { of, put, alice } = await room({ quota: used });
    await put(id, 0, pieces[0]);
    await put(id, 1, pieces[1]);
    const other = blobOf(chunk(2));
    expect(
      of.announce(alice, [
        { id, places: all(2) },
        { id: other.id, places: all(2) },
      ]),
    ).toEqual({
      wanted: [],
      refused: [other.id],
    });
  });

  test("[R4, RL3] a disk that is full: said so, nothing is held, and the same piece is taken when there is room", async () => {
    const inner = createMemoryBlobs();
    let full = true;
    const { of, put } = await room({
      blobs: { ...inner, put: async (piece) => (full ? { ok: false, fault: "full" } : inner.put(piece)) },
    });
    const { id, pieces } = blobOf(chunk(1));
    expect(await put(id, 0, pieces[0])).toBe("disk");
    expect(of.held()).toEqual([]);
    full = false;
    expect(await put(id, 0, pieces[0])).toBe("held");
  });

  test("[BL2] what is asked of one is not asked of another, as long as it keeps coming; when he leaves, or brings nothing for 30 seconds, it is", async () => {
    const { of, put, alice, bob, later } = await room();
    const { id, pieces } = blobOf(chunk(1), chunk(2), chunk(3));
    const given = [{ id, places: all(4) }];
    expect(of.announce(alice, given).wanted).toEqual(given);
    expect(of.announce(bob, given).wanted).toEqual([]);
    later(29_000);
    await put(id, 0, pieces[0], alice);
    later(29_000);
    expect(of.announce(bob, given).wanted).toEqual([]);
    later(1000);
    expect(of.announce(bob, given).wanted).toEqual([{ id, places: [{ from: 1, to: 4 }] }]);
    await put(id, 1, pieces[1], bob);
    // He leaves: alice has named it, and is asked for the rest.
    expect(of.leave(bob)).toEqual([{ guest: alice, blobs: [{ id, places: [{ from: 2, to: 4 }] }] }]);
    expect(of.leave(alice)).toEqual([]);
  });
});
