/** Looking for records where nothing around them can be trusted. `SEED` chooses other bytes. */
import { expect, test } from "vitest";
import { concat, fromHex } from "../log/bytes.ts";
import { logCaseId } from "../log/log-ids.ts";
import { bytesFrom, seeded } from "../log/people.fixture.ts";
import vectors from "../log/vectors/record-v1.json" with { type: "json" };
import { searchRecords } from "./record-search.ts";

const genesis = fromHex(vectors.output.genesis.bytes);
const update = fromHex(vectors.output.update.bytes);
const caseId = logCaseId(vectors.output.caseId);
const SEED = Number(process.env["SEED"] ?? 1);

test(`[FI1, R5] records between random bytes are found, each whole, and what is between them is named (seed ${SEED})`, () => {
  const junk = bytesFrom(seeded(SEED));
  const [before, between, after] = [junk(40), junk(3000), junk(17)];
  const found = searchRecords(concat(before, genesis, between, update, after), caseId);
  expect(found.records).toEqual([genesis, update]);
  const second = 40 + genesis.length;
  const third = second + 3000 + update.length;
  expect(found.gaps).toEqual([
    { at: 0, until: 40 },
    { at: second, until: second + 3000 },
    { at: third, until: third + 17 },
  ]);
  expect(found.end).toBe(third);
});

test("[FI1] a record that ends beyond the bytes is not one, one byte more and it is; one of another case is not looked for", () => {
  expect(searchRecords(update.subarray(0, -1), caseId).records).toEqual([]);
  expect(searchRecords(update, caseId).records).toEqual([update]);
  expect(searchRecords(update, logCaseId("ab".repeat(16))).records).toEqual([]);
  expect(searchRecords(update).records).toEqual([update]);
});

test("[FI1, R5] a length that was changed hides no record behind it", () => {
  // Length of the body: 44, in the last byte of the head. 76 reaches into the next record.
  const at = update.length - 64 - 44 - 1;
  expect(update[at]).toBe(44);
  const longer = update.slice();
  longer[at] = 76;
  const { records } = searchRecords(concat(longer, update), caseId);
  expect(records.map(({ length }) => length)).toEqual([update.length + 32, update.length]);
  expect(records[1]).toEqual(update);
});

test("[S6] heads that claim much, one upon another, cost no more than twice what is searched", () => {
  // A head of 73 bytes that says it has a body of 200,000: c0 9a 0c.
  const head = concat(
    update.subarray(0, 44),
    Uint8Array.of(1),
    new Uint8Array(16),
    Uint8Array.of(0),
    new Uint8Array(12),
  );
  const claim = concat(head, Uint8Array.of(0xc0, 0x9a, 0x0c));
  const bytes = concat(...Array.from({ length: 13_000 }, () => claim));
  const { records } = searchRecords(bytes, caseId);
  const claimed = records.reduce((sum, { length }) => sum + length, 0);
  expect(claimed).toBeGreaterThan(200_000);
  expect(claimed).toBeLessThanOrEqual(2 * bytes.length + 262_144);
});
