/** A log as a file, checked by someone who has no key. */
import { describe, expect, test } from "vitest";
import { shareOf, writeShare } from "../casebox/write-casebox.ts";
import { HELPER, OUT } from "./entry.ts";
import { decodeLogFile, encodeLogFile } from "./log-file.ts";
import { verifyLog } from "./log-report.ts";
import {
  createWorld,
  edit,
  everything,
  flipped,
  forged,
  found,
  invite,
  lower,
  put,
  sync,
  take,
} from "./people.fixture.ts";

/** alice, bob, and mallory who was removed and wrote on. */
async function history() {
  const world = createWorld({ seed: 81, sealed: true });
  const { alice, caseId } = await found(world);
  const bob = await invite(world, alice, "bob", HELPER);
  const mallory = await invite(world, alice, "mallory", HELPER);
  await edit(world, bob, put("o1/title", "secret words"));
  await sync(bob, alice);
  await lower(world, alice, mallory, OUT);
  await take(alice, await edit(world, mallory, put("o1/title", "late")));
  return { world, alice, bob, mallory, caseId, records: everything(alice).map(({ bytes }) => bytes) };
}

/** Records of a case of somebody else. */
async function elsewhere(): Promise<readonly Uint8Array[]> {
  const { alice } = await found(createWorld({ seed: 82, sealed: true }));
  return everything(alice).map(({ bytes }) => bytes);
}

describe("log file", () => {
  test("[FI1] records in frames, read back in order; frames of another type are passed over", () => {
    const records = Array.from({ length: 30 }, (_, n) => new Uint8Array(100_000).fill(n));
    const bytes = encodeLogFile(records);
    expect(decodeLogFile(bytes)).toEqual({ records, brokenAt: undefined });
    // Type 99, two bytes of payload.
    expect(decodeLogFile(Uint8Array.from([99, 2, 7, 7, ...encodeLogFile([Uint8Array.of(1)])]))).toEqual({
      records: [Uint8Array.of(1)],
      brokenAt: undefined,
    });
    expect(decodeLogFile(encodeLogFile([]))).toEqual({ records: [], brokenAt: undefined });
  });

  test("[FI1, R5] what is cut off is named, and what stands before it is read", () => {
    const one = encodeLogFile([Uint8Array.of(1)]);
    const two = Uint8Array.from([...one, ...encodeLogFile([Uint8Array.of(2, 2)])]);
    for (let end = one.length + 1; end < two.length; end++)
      expect(decodeLogFile(two.subarray(0, end))).toEqual({ records: [Uint8Array.of(1)], brokenAt: one.length });
  });
});

describe("log report", () => {
  test("[AC1, RE1, RL2] without a key: who is a member, what is in force, and that all of it is theirs", async () => {
    const { records, caseId, alice, bob, mallory } = await history();
    const report = await verifyLog(encodeLogFile(records));
    expect(report).toMatchObject({
      ok: true,
      caseId,
      findings: [],
      records: records.length,
      masked: 1,
      inForce: records.length - 1,
    });
    const levels = new Map(report.members.map(({ device, level }) => [device, level]));
    expect([alice, bob, mallory].map(({ keys }) => levels.get(keys.id))).toEqual([3, 2, 0]);
    expect(new Set(report.heads)).toEqual(new Set(alice.log.standings().heads.map(({ hash }) => hash)));
  });

  test("[FI1] a share file is checked as a log of frames is; one with a changed head or record too, and it says so", async () => {
    const { records, alice, caseId } = await history();
    const share = await writeShare(alice.log);
    const ofFrames = await verifyLog(encodeLogFile(records));
    expect(await verifyLog(share)).toEqual(ofFrames);
    // Byte 12 is the first of the case id in the head.
    expect(await verifyLog(flipped(share, 12))).toEqual({
      ...ofFrames,
      ok: false,
      findings: [{ code: "damaged", why: "head", at: undefined }],
    });
    expect((await verifyLog(flipped(share, share.length - 1))).findings).toMatchObject([
      { code: "damaged", why: "altered" },
      { code: "noise", record: records.length - 1 },
    ]);
    expect((await verifyLog(share.subarray(0, 30))).findings).toEqual([
      { code: "no_genesis" },
      { code: "unreadable", why: "torn" },
    ]);
    // A file that says it is of this case and holds the records of another.
    const other = await elsewhere();
    const mixed = await shareOf(caseId, other);
    expect((await verifyLog(mixed)).findings).toEqual([{ code: "no_genesis" }]);
  });

  test("[S2, R5] a flipped byte, a missing record, a viewer's record, a file cut off, no genesis: each is named", async () => {
    const { records, world, mallory, alice } = await history();
    const codes = async (given: readonly Uint8Array[], cut = 0) => {
      const bytes = encodeLogFile(given);
      return (await verifyLog(bytes.subarray(0, bytes.length - cut))).findings.map(({ code }) => code);
    };
    const [genesis, ...rest] = records;
    const last = records.at(-1);
    if (genesis === undefined || last === undefined) throw new Error("no records");
    expect(await codes([...records.slice(0, -1), flipped(last, last.length - 1)])).toEqual(["noise"]);
    expect(await codes(rest)).toEqual(["no_genesis"]);
    expect(await codes([...records.slice(0, 2), ...records.slice(3)])).toContain("missing");
    // The last record ends five bytes too early; those before it are whole.
    expect(await codes(records, 5)).toEqual(["cut_off"]);
    expect((await verifyLog(encodeLogFile(records).subarray(0, -5))).records).toBe(records.length - 1);
    const heads = alice.log
      .standings()
      .heads.map(({ hash }) => hash)
      .toSorted();
    // Under an epoch that the removal she names has ended.
    const before = mallory.author.head();
    if (before === undefined) throw new Error("she has written");
    const deps = [before.hash, ...heads.filter((hash) => hash !== before.hash)];
    const old = await forged(world, mallory, { deps });
    expect(await codes([...records, old.bytes])).toEqual(["inadmissible"]);
  });
});
