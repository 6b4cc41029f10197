/** Frames: golden vectors written by hand, limits, and broken bytes. `SEED` chooses other bytes. */
import { describe, expect, test } from "vitest";
import { blobId } from "../blobs/blob-id.ts";
import { MAX_CHUNKS, MAX_PIECE } from "../blobs/blob-manifest.ts";
import { fromHex, toHex, zeros, type Bytes } from "../log/bytes.ts";
import { deviceId, logCaseId, logId, recordHash, sessionId } from "../log/log-ids.ts";
import { below, bytesFrom, seeded } from "../log/people.fixture.ts";
import { blobFramesOf, MAX_BLOBS, MAX_RANGES } from "./blob-frames.ts";
import { decodeFrames, encodeFrame, MAX_EPH, MAX_HASHES, MAX_JOIN, MAX_MESSAGE, type Frame } from "./frame.ts";
import vectors from "./vectors/frames-v1.json" with { type: "json" };

const of = (byte: string, times: number): Bytes => fromHex(byte.repeat(times));
const hash = recordHash("aa".repeat(32));
const caseId = logCaseId("ca".repeat(16));
const device = deviceId("de".repeat(16));
const log = logId(device, sessionId("5e".repeat(8)));
const token = fromHex("0102030405060708");

const FRAMES: Readonly<Record<string, Frame>> = {
  hello: { is: "hello", from: 1, to: 1, node: of("a1", 16), challenge: of("c2", 32) },
  "auth device": { is: "auth", as: "device", caseId, key: of("e1", 64), signature: of("51", 64) },
  "auth invite": { is: "auth", as: "invite", caseId, key: of("e2", 32), signature: of("52", 64) },
  sub: { is: "sub", caseId },
  // 300 = 0xac 0x02: the low seven bits first.
  "have digest": { is: "have", count: 300, digest: of("d1", 32), tips: undefined, signed: undefined },
  // 1000 = 0xe8 0x07.
  "have tips signed": {
    is: "have",
    count: 5,
    digest: of("d1", 32),
    tips: [{ log, seq: 7, hash }],
    signed: { device, counter: 1000, signature: of("53", 64) },
  },
  // 256 = 0x80 0x02.
  want: { is: "want", hashes: [hash], after: [{ log, seq: 256 }] },
  recs: { is: "recs", records: [fromHex("435201"), fromHex("4352")] },
  ack: { is: "ack", durable: true, node: of("a1", 16), hashes: [hash] },
  nack: { is: "nack", code: "missing", hashes: [hash] },
  join: { is: "join", invite: hash, joiner: of("b1", 16), sealed: fromHex("0102") },
  eph: { is: "eph", sealed: fromHex("010203") },
  // 298 places from 2 on: 298 = 0xaa 0x02; the gap after place 0 is 1.
  bhave: {
    is: "bhave",
    blobs: [
      {
        id: blobId("bb".repeat(32)),
        places: [
          { from: 0, to: 1 },
          { from: 2, to: 300 },
        ],
      },
      { id: blobId("cc".repeat(32)), places: [] },
    ],
  },
  bwant: { is: "bwant", blobs: [{ id: blobId("bb".repeat(32)), places: [{ from: 3, to: 4 }] }] },
  // 200 = 0xc8 0x01.
  bchunk: { is: "bchunk", id: blobId("bb".repeat(32)), place: 200, bytes: fromHex("010203") },
  backpressure: { is: "backpressure", hashes: [hash] },
  ping: { is: "ping", token },
  pong: { is: "pong", token },
  bye: { is: "bye", code: undefined },
};

const bytesOf = (text: string): Bytes =>
  fromHex(
    text
      .replaceAll("|", "")
      .split(/\s+/)
      .map((part) => {
        const [byte = "", times] = part.split("*");
        return times === undefined ? byte : byte.repeat(Number(times));
      })
      .join(""),
  );

const wrapped = (type: number, payload: string): Bytes => {
  const length = payload.length / 2;
  const varUint = length < 128 ? [length] : [128 | (length % 128), Math.floor(length / 128)];
  return fromHex(toHex(Uint8Array.of(type, ...varUint)) + payload);
};
const kindOf = (message: Uint8Array): string => {
  const read = decodeFrames(message);
  return read.ok ? read.value.map(({ is }) => is).join() : read.error.kind;
};

describe("frames", () => {
  test.each(vectors.frames)("[FR1, I11] $is is written as in the vectors, and read back", ({ is, hex }) => {
    const frame = FRAMES[is];
    if (frame === undefined) throw new Error(is);
    expect(toHex(encodeFrame(frame))).toBe(toHex(bytesOf(hex)));
    expect(decodeFrames(bytesOf(hex))).toEqual({ ok: true, value: [frame] });
  });

  test("[FR1] several frames in one message are read in order; unknown types between them are skipped", () => {
    const message = [FRAMES["sub"], FRAMES["bye"]].flatMap((frame) =>
      frame === undefined ? [] : [encodeFrame(frame)],
    );
    const unknown = wrapped(77, "ffff");
    expect(kindOf(Uint8Array.from([...(message[0] ?? []), ...unknown, ...(message[1] ?? [])]))).toBe("sub,bye");
  });

  test("[S6] another encoding of the same thing is refused: a long length, a byte too many or too few", () => {
    // 16 written in two bytes instead of one.
    expect(kindOf(fromHex(`039000${"ca".repeat(16)}`))).toBe("form");
    expect(kindOf(wrapped(3, "ca".repeat(16)))).toBe("sub");
    expect(kindOf(wrapped(3, "ca".repeat(17)))).toBe("form");
    expect(kindOf(wrapped(3, "ca".repeat(15)))).toBe("form");
    expect(kindOf(wrapped(3, "ca".repeat(16)).subarray(0, 17))).toBe("form");
    // Numbers that mean nothing: a durable flag of 2, a NACK code of 99, a range that ends before it begins.
    expect(kindOf(wrapped(7, `02${"a1".repeat(16)}00`))).toBe("form");
    expect(kindOf(wrapped(8, "6300"))).toBe("form");
    expect(kindOf(wrapped(1, `0201${"a1".repeat(48)}`))).toBe("form");
  });

  test("[RL3, FR5, RL2] limits: message, hashes, records, EPH and JOIN", () => {
    expect(kindOf(zeros(MAX_MESSAGE + 1))).toBe("too_long");
    const most = { is: "backpressure", hashes: Array.from({ length: MAX_HASHES }, () => hash) } as const;
    expect(kindOf(encodeFrame(most))).toBe("backpressure");
    expect(kindOf(encodeFrame({ ...most, hashes: [...most.hashes, hash] }))).toBe("form");
    expect(kindOf(encodeFrame({ is: "recs", records: [zeros(262_144)] }))).toBe("recs");
    expect(kindOf(encodeFrame({ is: "recs", records: [zeros(262_145)] }))).toBe("form");
    expect(kindOf(encodeFrame({ is: "eph", sealed: zeros(MAX_EPH) }))).toBe("eph");
    expect(kindOf(encodeFrame({ is: "eph", sealed: zeros(MAX_EPH + 1) }))).toBe("form");
    const join = { is: "join", invite: hash, joiner: zeros(16) } as const;
    expect(kindOf(encodeFrame({ ...join, sealed: zeros(MAX_JOIN) }))).toBe("join");
    expect(kindOf(encodeFrame({ ...join, sealed: zeros(MAX_JOIN + 1) }))).toBe("form");
    // A count that promises 2^40 hashes asks for no memory.
    expect(kindOf(wrapped(14, "808080808020"))).toBe("form");
  });

  test("[BL2, RL3] limits of evidence: length of a piece, places, ranges, blobs; ranges that touch, are empty or run backwards are refused", () => {
    const id = blobId("bb".repeat(32));
    const chunk = { is: "bchunk", id, place: MAX_CHUNKS } as const;
    expect(kindOf(encodeFrame({ ...chunk, bytes: zeros(MAX_PIECE) }))).toBe("bchunk");
    expect(kindOf(encodeFrame({ ...chunk, bytes: zeros(MAX_PIECE + 1) }))).toBe("form");
    expect(kindOf(encodeFrame({ ...chunk, place: MAX_CHUNKS + 1, bytes: zeros(1) }))).toBe("form");
    const have = (...places: readonly (readonly [number, number])[]): string =>
      kindOf(encodeFrame({ is: "bhave", blobs: [{ id, places: places.map(([from, to]) => ({ from, to })) }] }));
    expect(have([0, MAX_CHUNKS + 1])).toBe("bhave");
    expect(have([0, MAX_CHUNKS + 2])).toBe("form");
    expect(have([0, 2], [2, 3])).toBe("form");
    expect(have([0, 0])).toBe("form");
    const odd = Array.from({ length: MAX_RANGES + 1 }, (_, n) => [2 * n, 2 * n + 1] as const);
    expect(have(...odd.slice(1))).toBe("bhave");
    expect(have(...odd)).toBe("form");
    const many = Array.from({ length: MAX_BLOBS + 1 }, () => ({ id, places: [{ from: 0, to: 1 }] }));
    expect(kindOf(encodeFrame({ is: "bwant", blobs: many }))).toBe("form");
    // What is too much for one frame goes into several.
    expect(blobFramesOf("bwant", many).map((frame) => kindOf(encodeFrame(frame)))).toEqual(["bwant", "bwant"]);
  });

  const seed = Number(process.env["SEED"] ?? 1);
  test(`[S6] 20,000 broken messages: each is refused or read as frames that are written the same way (seed ${seed})`, () => {
    const random = seeded(seed);
    const good = Object.values(FRAMES).map(encodeFrame);
    let refused = 0;
    for (let n = 0; n < 20_000; n++) {
      const message = Uint8Array.from([
        ...(good[below(random, good.length)] ?? []),
        ...(good[below(random, good.length)] ?? []),
      ]);
      for (let flips = 1 + below(random, 3); flips > 0; flips--)
        message[below(random, message.length)] = below(random, 256);
      const cut = random() < 0.2 ? message.subarray(0, below(random, message.length)) : message;
      const bytes = random() < 0.1 ? bytesFrom(random)(below(random, 200)) : cut;
      const read = decodeFrames(bytes);
      if (!read.ok) {
        refused++;
        continue;
      }
      const again = read.value.map((frame) => toHex(encodeFrame(frame))).join("");
      // Whole frames of unknown type are the only bytes that may be missing.
      expect(toHex(bytes).length).toBeGreaterThanOrEqual(again.length);
      if (read.value.length === 2) expect(again).toBe(toHex(bytes));
    }
    // Many flips fall into hashes and signatures, where every byte is a byte.
    expect(refused).toBeGreaterThan(3000);
  });
});
