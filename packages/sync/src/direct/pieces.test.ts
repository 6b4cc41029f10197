import { expect, test } from "vitest";
import { sameBytes } from "../log/bytes.ts";
import { MAX_MESSAGE } from "../wire/frame.ts";
import { createGatherer, PIECE, piecesOf } from "./pieces.ts";

const message = (length: number): Uint8Array<ArrayBuffer> => Uint8Array.from({ length }, (_, n) => (n * 7) % 251);

test("[FR6] a message comes back whole, of whatever length; a piece holds 16,383 bytes of it", () => {
  const gather = createGatherer();
  // 16,383 fit one piece, one byte more makes two.
  for (const [length, count] of [
    [0, 1],
    [1, 1],
    [16_383, 1],
    [16_384, 2],
    [40_000, 3],
    [MAX_MESSAGE, 65],
  ] as const) {
    const pieces = piecesOf(message(length));
    expect(pieces.length).toBe(count);
    expect(pieces.every((piece) => piece.length <= PIECE)).toBe(true);
    const made = pieces.map(gather);
    expect(made.slice(0, -1).every((each) => each === undefined)).toBe(true);
    const whole = made.at(-1);
    expect(whole instanceof Uint8Array && sameBytes(whole, message(length))).toBe(true);
  }
});

test("[FR6] what is no piece is said to be bad: another flag, too long, nothing, a short one in between, a message without end", () => {
  const piece = (flag: number, length: number): Uint8Array => {
    const bytes = new Uint8Array(length + 1);
    bytes[0] = flag;
    return bytes;
  };
  for (const bad of [new Uint8Array(0), piece(2, 3), piece(1, PIECE), piece(0, 10)])
    expect(createGatherer()(bad)).toBe("bad");
  const gather = createGatherer();
  // 64 × 16,383 = 1,048,512, and 64 more are allowed.
  for (let n = 0; n < 64; n++) expect(gather(piece(0, PIECE - 1))).toBeUndefined();
  expect(gather(piece(1, 65))).toBe("bad");
});
