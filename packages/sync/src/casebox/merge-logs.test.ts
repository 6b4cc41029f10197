/** The union of two logs, made by someone who has no key. `SEED` chooses other histories. */
import { expect, test } from "vitest";
import { toHex } from "../log/bytes.ts";
import { HELPER } from "../log/entry.ts";
import {
  createWorld,
  edit,
  everything,
  flipped,
  found,
  invite,
  person,
  put,
  seeded,
  shuffled,
  sync,
  type Person,
} from "../log/people.fixture.ts";
import { encodeLogFile } from "../log/log-file.ts";
import { verifyLog } from "../log/log-report.ts";
import { createSealer } from "../log/sealer.ts";
import { mergeLogs } from "./merge-logs.ts";

const SEED = Number(process.env["SEED"] ?? 1);
const sealer = createSealer();
const bytesOf = (who: Person): readonly Uint8Array[] => everything(who).map(({ bytes }) => bytes);

/** alice and bob, each with edits the other has not. */
async function apart(seed: number) {
  const world = createWorld({ seed, sealed: true });
  const { alice, caseId } = await found(world);
  const bob = await invite(world, alice, "bob", HELPER);
  for (let n = 0; n < 3; n++) {
    await edit(world, alice, put(`a${n}/title`, n));
    await edit(world, bob, put(`b${n}/title`, n));
  }
  return { world, alice, bob, caseId };
}
const setOf = (records: readonly Uint8Array[]): readonly string[] => records.map(toHex).toSorted();

test(`[FI2, I1] either way round and in any order the union is the same set, in an order in which nothing waits (seed ${SEED})`, async () => {
  const { alice, bob, caseId } = await apart(SEED);
  const random = seeded(SEED);
  const [a, b] = [bytesOf(alice), bytesOf(bob)];
  const one = await mergeLogs(sealer, caseId, a, shuffled(random, b));
  const other = await mergeLogs(sealer, caseId, shuffled(random, b), a);
  // Genesis and bob's admit are common; three edits each.
  expect(one).toMatchObject({ added: 3, known: 2, waiting: 0, refused: [], lost: [] });
  expect(setOf(one.records)).toEqual(setOf(other.records));
  expect(one.records.length).toBe(8);
  expect(await verifyLog(encodeLogFile(one.records))).toMatchObject({ ok: true, records: 8, inForce: 8 });
  await sync(bob, alice);
  expect(setOf(one.records)).toEqual(setOf(bytesOf(alice)));
  const again = await mergeLogs(sealer, caseId, one.records, b);
  expect([again.added, again.known, encodeLogFile(again.records)]).toEqual([0, 5, encodeLogFile(one.records)]);
});

test("[FI2, AC2] a copy with a wrong signature is refused and named, and keeps the true one in neither order out", async () => {
  const { bob, caseId } = await apart(2);
  const records = bytesOf(bob);
  const last = records.at(-1);
  if (last === undefined) throw new Error("no records");
  const bad = flipped(last, last.length - 1);
  const before = await mergeLogs(sealer, caseId, records.slice(0, -1), [bad, last]);
  const after = await mergeLogs(sealer, caseId, records, [bad]);
  expect(before.refused).toMatchObject([{ record: 0, is: "noise", why: "signature" }]);
  for (const merged of [before, after]) expect(merged.records.at(-1)).toEqual(last);
  // In the log that lies here already: it is lost, and that is said.
  const damaged = await mergeLogs(sealer, caseId, [...records.slice(0, -1), bad], []);
  expect(damaged.lost).toMatchObject([{ record: records.length - 1, is: "noise" }]);
  expect(damaged.records.length).toBe(records.length - 1);
});

test("[FI2, FR4] what waits for an ancestor is kept where a member signed it, and is named and left where nobody can check it", async () => {
  const { world, bob, alice, caseId } = await apart(3);
  const records = bytesOf(bob);
  const [genesis, admit, , second] = records;
  if (genesis === undefined || admit === undefined || second === undefined) throw new Error("no records");
  const kept = await mergeLogs(sealer, caseId, [genesis, admit], [second]);
  expect(kept).toMatchObject({ added: 0, waiting: 1, refused: [] });
  expect(kept.records).toEqual([genesis, admit, second]);
  // Nobody here has heard of bob yet.
  const left = await mergeLogs(sealer, caseId, [genesis], [second]);
  expect(left).toMatchObject({ waiting: 0, refused: [{ record: 0, is: "unknown_author", device: bob.keys.id }] });
  expect(left.records).toEqual([genesis]);
  const stranger = await person(world, "mallory", await world.device(), caseId);
  await sync(alice, stranger);
  expect((await mergeLogs(sealer, caseId, records, bytesOf(stranger))).refused).toEqual([]);
});
