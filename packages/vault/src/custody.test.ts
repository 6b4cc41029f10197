/** The custody log: one entry recomputed by hand, and damage of each kind told apart. */
import { describe, expect, it } from "vitest";
import { instant, sha256, type Sha256 } from "@recourse/core";
import { ABC, DIGITS } from "./blob-vectors.fixture.ts";
import { verifyChain } from "./custody-check.ts";
import { readCustodyLines, writeCustodyLines } from "./custody-lines.ts";
import { appendEntry, custodyHash, type CustodyEntry, type CustodyEvent } from "./custody.ts";

const imported: CustodyEvent = {
  at: instant("2024-05-01T02:02:31.000Z"),
  by: "alice",
  action: "imported",
  subject: ABC.sha256,
  detail: { tool: "recourse 0.1.0", name: "账单.csv", size: 3 },
};

async function chain(
  length: number,
  by = "alice",
  after: readonly CustodyEntry[] = [],
): Promise<readonly CustodyEntry[]> {
  const log = [...after];
  while (log.length < length) {
    const next = await appendEntry(log.at(-1), { ...imported, by });
    if (!next.ok) throw new Error(next.error.kind);
    log.push(next.value);
  }
  return log;
}

/** The entry with other facts and a hash that fits them, as someone who knows the format would forge it. */
async function rehashed(entry: CustodyEntry, changed: Partial<CustodyEntry>): Promise<CustodyEntry> {
  const next = { ...entry, ...changed };
  const hash = await custodyHash(next);
  if (!hash.ok) throw new Error(hash.error.kind);
  return { ...next, hash: hash.value };
}

const five = await chain(5);
const at = (log: readonly CustodyEntry[], seq: number): CustodyEntry => {
  const entry = log[seq];
  if (entry === undefined) throw new Error(`no entry ${seq}`);
  return entry;
};
const hashAt = (seq: number): Sha256 => at(five, seq).hash;
const replaced = (seq: number, entry: CustodyEntry): readonly CustodyEntry[] =>
  five.map((each) => (each.seq === seq ? entry : each));

describe("appendEntry", () => {
  it("[E7] the hash is SHA-256 of the canonical JSON without it", async () => {
    // sha256sum of this line, written by hand with sorted keys and no spaces:
    // {"action":"imported","at":"2024-05-01T02:02:31.000Z","by":"alice","detail":{"name":"账单.csv","size":3,"tool":"recourse 0.1.0"},"format":1,"prev":null,"seq":0,"subject":"ba78…15ad"}
    expect(at(five, 0)).toEqual({
      format: 1,
      seq: 0,
      prev: null,
      ...imported,
      hash: sha256("7a8bc8efd2e35a40fa8dbdb8ef5077abb7005646f9362942d8065a73d871bdeb"),
    });
  });

  it("[E7] each entry names the one before", () => {
    expect(five.map((entry) => [entry.seq, entry.prev])).toEqual([
      [0, null],
      [1, hashAt(0)],
      [2, hashAt(1)],
      [3, hashAt(2)],
      [4, hashAt(3)],
    ]);
  });

  it("[E7] half a character is refused, not changed", async () => {
    const event = { ...imported, detail: { tool: "recourse 0.1.0", name: "\uD83D.csv" } };
    expect(await appendEntry(undefined, event)).toEqual({ ok: false, error: { kind: "not_canonical" } });
  });
});

describe("verifyChain", () => {
  it("[R5] a whole log, in any order and with copies, has its newest entry as head", async () => {
    const head = { seq: 4, hash: hashAt(4) };
    expect(await verifyChain(five)).toEqual({ whole: true, findings: [], head });
    expect(await verifyChain([...five, ...five.toReversed()], { seq: 2, hash: hashAt(2) })).toEqual({
      whole: true,
      findings: [],
      head,
    });
    expect(await verifyChain([])).toEqual({ whole: true, findings: [], head: undefined });
  });

  it("[R5] one altered fact is altered at its own number only", async () => {
    const bad = { ...at(five, 2), by: "mallory" };
    const actual = await custodyHash(bad);
    const finding = { kind: "altered", seq: 2, stated: hashAt(2), actual: actual.ok ? actual.value : undefined };
    expect(await verifyChain(replaced(2, bad))).toEqual({ whole: false, findings: [finding], head: undefined });
  });

  it("[R5] an altered entry with a fitting new hash is given away by its follower, the last one by a known head", async () => {
    const forged = await rehashed(at(five, 2), { by: "mallory" });
    const byFollower = { kind: "altered", seq: 2, stated: hashAt(2), actual: forged.hash };
    expect((await verifyChain(replaced(2, forged))).findings).toEqual([byFollower]);

    const last = await rehashed(at(five, 4), { by: "mallory" });
    expect((await verifyChain(replaced(4, last))).whole).toBe(true);
    const byHead = { kind: "altered", seq: 4, stated: hashAt(4), actual: last.hash };
    expect((await verifyChain(replaced(4, last), { seq: 4, hash: hashAt(4) })).findings).toEqual([byHead]);
  });

  it("[R5] gaps are named as ranges; a cut end is seen with a known head only", async () => {
    expect((await verifyChain([at(five, 0), at(five, 3), at(five, 4)])).findings).toEqual([
      { kind: "missing", from: 1, to: 2 },
    ]);
    expect((await verifyChain(five.slice(1))).findings).toEqual([{ kind: "missing", from: 0, to: 0 }]);
    expect((await verifyChain(five.slice(0, 3))).whole).toBe(true);
    const known = { seq: 4, hash: hashAt(4) };
    expect((await verifyChain(five.slice(0, 3), known)).findings).toEqual([{ kind: "missing", from: 3, to: 4 }]);
  });

  it("[R5] a huge number is a gap, not an endless loop", async () => {
    const far = await rehashed(at(five, 4), { seq: Number.MAX_SAFE_INTEGER });
    expect((await verifyChain([...five.slice(0, 4), far])).findings).toEqual([
      { kind: "missing", from: 4, to: Number.MAX_SAFE_INTEGER - 1 },
    ]);
  });

  it("[R5] two devices that went on from one log are forked from where they part", async () => {
    const cloned = await chain(5, "bob", five.slice(0, 3));
    const parted = (seq: number) => ({
      kind: "forked",
      seq,
      hashes: [at(five, seq).hash, at(cloned, seq).hash].toSorted(),
    });
    expect((await verifyChain([...five, ...cloned])).findings).toEqual([parted(3), parted(4)]);
    // The branch's first entry got lost: its follower still shows that there were two.
    expect((await verifyChain([...five, at(cloned, 4)])).findings).toEqual([parted(3), parted(4)]);
  });

  it("[R5] a good and an altered copy of one entry are altered, not forked", async () => {
    const bad = { ...at(five, 2), subject: DIGITS.sha256 };
    const { findings } = await verifyChain([...five, bad]);
    expect(findings.map(({ kind }) => kind)).toEqual(["altered"]);
  });

  it("[R5] a first entry that names one before it, and a later one that names none, are altered", async () => {
    const first = await rehashed(at(five, 0), { prev: hashAt(4) });
    expect((await verifyChain([first])).findings).toEqual([
      { kind: "altered", seq: 0, stated: first.hash, actual: first.hash },
    ]);
    const orphan = await rehashed(at(five, 4), { prev: null });
    expect((await verifyChain(replaced(4, orphan))).findings).toEqual([
      { kind: "altered", seq: 4, stated: orphan.hash, actual: orphan.hash },
    ]);
  });
});

describe("custody lines", () => {
  it("[R7] a log survives its text form; unknown actions, fields and facts of newer versions are kept and checked", async () => {
    const newer = await rehashed({ ...at(five, 4), action: "sung", mood: "calm" }, {});
    const log = [...five.slice(0, 4), newer];
    const text = writeCustodyLines(log);
    const read = readCustodyLines(text.ok ? text.value : "");
    expect(read).toEqual({ entries: log, unreadable: [] });
    expect((await verifyChain(read.entries)).whole).toBe(true);
  });

  it("[S7] lines that are no entry are named by their number", () => {
    const text = writeCustodyLines(five);
    const [first = "", second = ""] = (text.ok ? text.value : "").split("\n");
    const torn = second.slice(0, 40);
    const noHash = JSON.stringify({ ...at(five, 2), hash: "short" });
    expect(readCustodyLines(`${first}\n${torn}\r\n\n${noHash}\n[]\n`)).toEqual({
      entries: [at(five, 0)],
      unreadable: [2, 4, 5],
    });
  });
});
