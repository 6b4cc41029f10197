/**
 * Histories at random: everyone ends with the same document, and a removal takes exactly what it should. `SEED` and `SEEDS` choose other ones.
 * Then the same histories with a fault planted into the people's programs: each must be noticed.
 */
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { Admissible } from "./case-index.ts";
import type { CaseLog } from "./case-log.ts";
import { RULES } from "./full-rules.ts";
import { honestHistory, hostileHistory, removalHistory } from "./histories.fixture.ts";
import type { RecordHash } from "./log-ids.ts";
import type { WorldOptions } from "./people.fixture.ts";
import { clocksBefore, type Rules } from "./rules.ts";
import { findingsIn, seedsIn } from "./seeds.fixture.ts";
import { parseRecord } from "./signed-record.ts";
import { writeStructs } from "./struct-writer.ts";
import { checkStructs } from "./structs.ts";
import { turmoil } from "./turmoil.fixture.ts";

const seedsOf = seedsIn(process.env);

describe("histories", () => {
  test("[I1, I2, I5, R1] 200 honest histories, in any order and with duplicates: one document, everything in force, nothing pending", async () => {
    expect(await findingsIn(seedsOf(200), (seed) => honestHistory({ seed }))).toEqual([]);
  }, 120_000);

  test("[I1, R1] 20 honest histories with real ciphers", async () => {
    expect(await findingsIn(seedsOf(20), (seed) => honestHistory({ seed, sealed: true }))).toEqual([]);
  }, 120_000);

  test("[RE1, RE2, RE4, S4] 200 removals with a member who has not heard of it: none of her later edits, every honest letter", async () => {
    expect(await findingsIn(seedsOf(200), (seed) => removalHistory({ seed }))).toEqual([]);
  }, 120_000);

  test("[RE1, FR4, S4, S5] 100 removals that a relay on her side keeps from a member: the same, once he hears of it", async () => {
    expect(await findingsIn(seedsOf(100), (seed) => removalHistory({ seed, relay: true }))).toEqual([]);
  }, 120_000);

  test("[I1, I2, I5, ME4, AC4, RE2] 60 times turmoil, forks and owners who put each other out: whoever has everything agrees", async () => {
    expect(await findingsIn(seedsOf(60), (seed) => turmoil({ seed }))).toEqual([]);
  }, 120_000);

  test("[S2, S3, AC4] what people with programs of their own try changes nothing, and all see the same", async () => {
    expect(await findingsIn(seedsOf(10), (seed) => hostileHistory({ seed }))).toEqual([]);
  }, 60_000);
});

/** Whether any of so many histories notices. */
async function noticed(
  history: (options: WorldOptions) => Promise<readonly string[]>,
  fault: Partial<WorldOptions>,
): Promise<readonly string[]> {
  for (const seed of seedsOf(40)) {
    try {
      const wrong = await history({ seed, ...fault });
      if (wrong.length > 0) return wrong;
    } catch (thrown) {
      return [String(thrown)];
    }
  }
  return [];
}
const withRule = (rule: Partial<Rules>): Partial<WorldOptions> => ({ rules: { ...RULES, ...rule } });

describe("planted faults", () => {
  test("[R1, AC1, S3] planted: a dropped role check: what a viewer writes is admissible", async () => {
    const wrong = await noticed(hostileHistory, withRule({ admitted: () => undefined }));
    expect(wrong.join()).toContain("an attack is admissible");
  }, 60_000);

  test("[R1, AC3] planted: a dropped client id check: what a helper writes as alice is admissible", async () => {
    const structs: Rules["structs"] = ({ node, record }, index, client, update) => {
      const of = Y.decodeUpdate(update).structs[0]?.id ?? { client, clock: clocksBefore(node, index) };
      const find = (by: number, clock: number) => index.places.find(node, by, clock);
      const checked = checkStructs(update, {
        client: of.client,
        start: of.clock,
        find,
        endOf: (by) => index.places.endOf(node, by),
      });
      return checked.ok
        ? { structs: { client: of.client, start: of.clock, ...checked.value } }
        : RULES.structs({ node, record }, index, client, update);
    };
    const wrong = await noticed(hostileHistory, withRule({ structs }));
    expect(wrong.join()).toContain("an attack is admissible");
  }, 60_000);

  test("[R1, RE2, S4] planted: what an honest record stands on is vouched for instead of masked: her later edits show", async () => {
    const wrong = await noticed(removalHistory, { through: vouching });
    expect(wrong.join()).toContain("her later edits show");
  }, 60_000);

  test("[R1, CO4] planted: deps are (log, seq) without a hash: after a fork the documents differ", async () => {
    const wrong = await noticed(hostileHistory, { through: withoutHashes(new Map()) });
    expect(wrong.join()).toMatch(/another document|waits/);
  }, 60_000);

  test("[R1, AC2] planted: what came with a bad signature is remembered by its hash: a flipped bit silences a log", async () => {
    const wrong = await noticed(honestHistory, { through: remembering });
    expect(wrong.join()).toMatch(/another document|waits/);
  }, 60_000);

  test("[R1, I1] planted: a lost delete, on the way into the document: it is not the view of the log", async () => {
    const wrong = await noticed(honestHistory, { through: losingADelete });
    expect(wrong.join()).toMatch(/not the view|another document/);
  }, 60_000);

  test("[R1, AC5] planted: a shuffled feed, records enter the document by their hash: it is not the view of the log", async () => {
    const wrong = await noticed(honestHistory, { through: shuffledFeed });
    expect(wrong.join()).toMatch(/not the view|another document|pending/);
  }, 60_000);

  test("[R1, I1] planted: what comes before its ancestors is refused for good: somebody lacks it", async () => {
    const wrong = await noticed(honestHistory, { through: impatient });
    expect(wrong.join()).toMatch(/another document|waits/);
  }, 60_000);
});

/** Masked records that others stand on count as in force. */
function vouching(log: CaseLog): CaseLog {
  const standings = (): ReturnType<CaseLog["standings"]> => {
    const now = log.standings();
    const vouched = new Set<RecordHash>();
    for (const { node } of log.index.all().toReversed())
      if (now.of(node.hash) === "in_force" || vouched.has(node.hash)) for (const dep of node.deps) vouched.add(dep);
    return { ...now, of: (hash) => (vouched.has(hash) ? "in_force" : now.of(hash)) };
  };
  return { ...log, standings };
}

/** A record whose ancestor is not there is given the one that has its place in the log. */
function withoutHashes(places: Map<RecordHash, string>): (log: CaseLog) => CaseLog {
  return (log) => ({
    ...log,
    receive: async (records, restored) => {
      const given: Uint8Array[] = [];
      for (const bytes of records) {
        const read = await parseRecord(bytes);
        if (!read.ok) continue;
        const { hash, head } = read.value;
        places.set(hash, `${read.value.log}/${head.seq}`);
        const mine = new Set(log.index.all().map(({ record }) => `${record.log}/${record.head.seq}`));
        // Its place is taken: to this log it is the same record.
        if (log.index.get(hash) === undefined && mine.has(`${read.value.log}/${head.seq}`)) continue;
        given.push(bytes);
      }
      return log.receive(given, restored);
    },
  });
}

/** The document is fed in another order than the log's. */
function shuffledFeed(log: CaseLog): CaseLog {
  const all = (): readonly Admissible[] => log.index.all().toSorted((a, b) => (a.node.hash < b.node.hash ? -1 : 1));
  return { ...log, index: { ...log.index, all } };
}

/** What cannot be judged when it comes is never looked at again. */
function impatient(log: CaseLog): CaseLog {
  const refused = new Set<RecordHash>();
  return {
    ...log,
    receive: async (records, restored) => {
      const ready: Uint8Array[] = [];
      const here = new Set(log.index.all().map(({ node }) => node.hash));
      for (const bytes of records) {
        const read = await parseRecord(bytes);
        if (!read.ok || refused.has(read.value.hash)) continue;
        const { hash, head } = read.value;
        if (head.deps.every((dep) => here.has(dep))) here.add(hash);
        else refused.add(hash);
        if (!refused.has(hash)) ready.push(bytes);
      }
      return log.receive(ready, restored);
    },
  };
}

/** Noise is remembered. */
function remembering(log: CaseLog): CaseLog {
  const noise = new Set<string>();
  return {
    ...log,
    receive: async (records, restored) => {
      const known = [];
      for (const bytes of records) {
        const read = await parseRecord(bytes);
        if (!read.ok || !noise.has(read.value.hash)) known.push(bytes);
      }
      const receipt = await log.receive(known, restored);
      for (const verdict of receipt.verdicts)
        if (verdict.is === "noise" && verdict.hash !== undefined) noise.add(verdict.hash);
      return receipt;
    },
  };
}

/** The first record that deletes and does not write loses its deletes the first time it is shown. */
function losingADelete(log: CaseLog): CaseLog {
  let lost: RecordHash | undefined;
  let shown = 0;
  const all = (): readonly Admissible[] =>
    log.index.all().map((of) => {
      if (of.content.is !== "update") return of;
      const { structs, ds } = Y.decodeUpdate(of.content.update);
      if (lost === undefined && structs.length === 0 && ds.clients.size > 0) lost = of.node.hash;
      if (lost !== of.node.hash || shown++ > 6) return of;
      return { ...of, content: { ...of.content, update: writeStructs(structs, undefined) } };
    });
  return { ...log, index: { ...log.index, all } };
}
