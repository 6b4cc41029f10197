/** Entries as bytes: what is written is read, and nothing else is. */
import { describe, expect, test } from "vitest";
import { zeros, type Bytes } from "./bytes.ts";
import { decodeEntryBody, decodeNames, encodeEntryBody, encodeNames, type Entry } from "./entry.ts";
import type { Rotation } from "./epoch.ts";
import { deviceId, epochId, logCaseId, recordHash } from "./log-ids.ts";
import { padded } from "./padme.ts";

const filled = (length: number, byte: number): Bytes => zeros(length).fill(byte);
const keys = (byte: number) => ({ edPub: filled(32, byte), xPub: filled(32, byte + 1) });
const device = deviceId("0a".repeat(16));
const epoch = epochId("05".repeat(16));
const box = { device, epoch, ephemeral: filled(32, 8), sealed: filled(48, 9) };
const rotation: Rotation = {
  fullHash: filled(32, 5),
  epoch,
  boxes: [box],
  old: { nonce: filled(12, 1), sealed: filled(2 * 32 + 16, 2) },
};
/** Lengths worked out from the table of the SPEC. A rotation of one box and two old keys: 32 + 1 + 112 + 1 + 12 + 80 = 238. */
const cases: readonly (readonly [Entry, number])[] = [
  [{ op: "genesis", recovery: keys(1), first: keys(3), rotation }, 1 + 4 * 32 + 238],
  [{ op: "invite", key: filled(32, 1), level: 2, expires: 300, uses: 1 }, 1 + 32 + 1 + 2 + 1],
  [{ op: "admit", keys: keys(1), level: 2, rank: 0, invite: undefined, boxes: [box] }, 1 + 64 + 1 + 1 + 32 + 1 + 112],
  [
    { op: "admit", keys: keys(1), level: 3, rank: 2, invite: recordHash("11".repeat(32)), boxes: [] },
    1 + 64 + 1 + 1 + 32 + 1,
  ],
  [{ op: "lower", device, to: 1, rotation: undefined }, 1 + 16 + 1],
  [{ op: "lower", device, to: 0, rotation }, 1 + 16 + 1 + 238],
  [{ op: "rotate", rotation: { ...rotation, old: undefined } }, 1 + 32 + 1 + 112 + 1],
  [{ op: "share", boxes: [box] }, 1 + 1 + 112],
  [{ op: "drop", blobs: [recordHash("22".repeat(32))] }, 1 + 1 + 32],
  [{ op: "close", successor: undefined }, 1 + 1],
  [{ op: "close", successor: logCaseId("33".repeat(16)) }, 1 + 1 + 16],
];

describe("entry", () => {
  test.each(cases)("[ME1] %o is written at the length the SPEC says and read back", (entry, length) => {
    const body = encodeEntryBody({ entry, names: undefined });
    expect(body.length).toBe(length + 1);
    expect(decodeEntryBody(body)).toEqual({ entry, names: undefined });
    expect(decodeEntryBody(Uint8Array.from([...body, 0]))).toBeUndefined();
    expect(decodeEntryBody(body.slice(0, -1))).toBeUndefined();
  });

  const changed = (entry: Entry, at: number, to: number): Bytes => {
    const body = encodeEntryBody({ entry, names: undefined });
    body[at] = to;
    return body;
  };
  const caseAt = (n: number): Entry => {
    const [entry] = cases[n] ?? [];
    if (entry === undefined) throw new Error("no such case");
    return entry;
  };
  const [invite, helper, owner, lower] = [caseAt(1), caseAt(2), caseAt(3), caseAt(4)];

  test("[ME1] an op of no number of this version is no entry", () => {
    expect(decodeEntryBody(changed(lower, 0, 9))).toBeUndefined();
    expect(decodeEntryBody(changed(lower, 0, 4))).toBeDefined();
  });

  test("[ME2] an owner has a rank, nobody else has", () => {
    expect(decodeEntryBody(changed(helper, 66, 1))).toBeUndefined();
    expect(decodeEntryBody(changed(owner, 66, 0))).toBeUndefined();
    expect(decodeEntryBody(changed(owner, 66, 1))).toBeDefined();
  });

  test("[ME3] nobody is admitted or invited as out, nobody is lowered to owner", () => {
    expect(decodeEntryBody(changed(helper, 65, 0))).toBeUndefined();
    expect(decodeEntryBody(changed(helper, 65, 1))).toBeDefined();
    expect(decodeEntryBody(changed(invite, 33, 0))).toBeUndefined();
    expect(decodeEntryBody(changed(lower, 17, 3))).toBeUndefined();
    expect(decodeEntryBody(changed(lower, 17, 2))).toBeDefined();
  });

  test("[EP2] lowering to out without a new epoch is no entry", () => {
    expect(decodeEntryBody(changed(lower, 17, 0))).toBeUndefined();
  });

  test("[EP1] a rotation whose lockbox is for another epoch is no entry", () => {
    const other = { ...rotation, boxes: [{ ...box, epoch: epochId("06".repeat(16)) }] };
    expect(
      decodeEntryBody(encodeEntryBody({ entry: { op: "rotate", rotation: other }, names: undefined })),
    ).toBeUndefined();
    expect(decodeEntryBody(encodeEntryBody({ entry: { op: "rotate", rotation }, names: undefined }))).toBeDefined();
  });

  test("[ME1] names are sorted by field, so that there is one encoding", () => {
    const names = { title: "退款", name: "alice" };
    expect(decodeNames(padded(encodeNames({ at: 5, names })))).toEqual({ at: 5, names });
    // at 5, two pairs, "title" before "name".
    const unsorted = Uint8Array.from([5, 2, 1, 0x74, 1, 0x61, 1, 0x6e, 1, 0x62]);
    expect(decodeNames(unsorted)).toBeUndefined();
    const sorted = Uint8Array.from([5, 2, 1, 0x6e, 1, 0x62, 1, 0x74, 1, 0x61]);
    expect(decodeNames(sorted)).toEqual({ at: 5, names: { n: "b", t: "a" } });
  });
});
