import { describe, expect, test } from "vitest";
import { crc32, packRow, unpackRow } from "./row.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const frames = [bytes("first"), bytes("second, longer"), bytes("third")];

describe("rows", () => {
  test("[R5] the checksum is CRC-32 as in ZIP", () => {
    // Check value of the CRC catalogue for CRC-32/ISO-HDLC.
    expect(crc32(bytes("123456789"))).toBe(0xcbf43926);
  });

  test("[LO1] a batch is one row and comes back frame by frame", () => {
    expect(unpackRow(7, packRow("case/1", 7, "update", frames))).toEqual({
      row: { row: 7, kind: "update", frames },
      bad: [],
    });
  });

  test("[R5] every flipped bit of every frame is seen, and the other frames load", () => {
    const good = packRow("case/1", 1, "update", frames);
    for (let at = 0; at < good.bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const row = packRow("case/1", 1, "update", frames);
        row.bytes[at] = (row.bytes[at] ?? 0) ^ (1 << bit);
        // "first" is 5 bytes, "second, longer" 14.
        const hit = at < 5 ? 0 : at < 19 ? 1 : 2;
        const { row: left, bad } = unpackRow(1, row);
        expect(bad.map(({ frame, reason }) => [frame, reason])).toEqual([[hit, "checksum"]]);
        expect(left?.frames).toEqual(frames.filter((_, n) => n !== hit));
      }
    }
  });

  test("[R5] a torn row: the frames before the tear load", () => {
    const whole = packRow("case/1", 1, "update", frames);
    const { row, bad } = unpackRow(1, { ...whole, bytes: whole.bytes.slice(0, 12) });
    expect(row?.frames).toEqual([frames[0]]);
    expect(bad.map(({ frame, reason }) => [frame, reason])).toEqual([
      [1, "length"],
      [2, "length"],
    ]);
  });

  test("[R5] bytes that no frame claims, a list cut short, no row at all: named, never thrown", () => {
    const whole = packRow("case/1", 1, "update", frames);
    expect(unpackRow(1, { ...whole, bytes: new Uint8Array([...whole.bytes, 9]) }).bad).toEqual([
      { row: 1, reason: "length", bytes: new Uint8Array([9]) },
    ]);
    expect(unpackRow(1, { ...whole, crcs: whole.crcs.slice(1) })).toEqual({ bad: [{ row: 1, reason: "shape" }] });
    for (const raw of [undefined, null, 5, "x", [], { bytes: "no" }])
      expect(unpackRow(3, raw)).toEqual({ bad: [{ row: 3, reason: "shape" }] });
  });

  test("[R7] a row of a newer kind is kept and not applied", () => {
    const newer = { ...packRow("case/1", 1, "update", frames), kind: "record" };
    const { row, bad } = unpackRow(1, newer);
    expect(row).toBeUndefined();
    expect(bad.map(({ reason, bytes: kept }) => [reason, kept?.length])).toEqual([["kind", 24]]);
  });
});
