/**
 * Is a custody log whole? Pure. Takes the union of all copies of one device's log, in any order.
 *
 * 1. `altered`: the entry at `seq` does not hash to `stated`, which is what its follower, the known head, or itself says.
 * 2. `missing`: nothing is at `from` … `to`, though something later is there or known.
 * 3. `forked`: more than one entry claims `seq`; each of `hashes` is here or followed by something that is.
 * 4. One finding per entry: damage is named where it is, not once more at each follower.
 */
import type { Sha256 } from "@recourse/core";
import { canonicalText, custodyHash, type CustodyEntry, type CustodyHead } from "./custody.ts";

export type CustodyFinding =
  | { readonly kind: "altered"; readonly seq: number; readonly stated: Sha256; readonly actual: Sha256 | undefined }
  | { readonly kind: "missing"; readonly from: number; readonly to: number }
  | { readonly kind: "forked"; readonly seq: number; readonly hashes: readonly Sha256[] };

/** `head` is the newest entry when the log is whole; absent for an empty or a damaged one. */
export interface CustodyReport {
  readonly whole: boolean;
  readonly findings: readonly CustodyFinding[];
  readonly head: CustodyHead | undefined;
}

/** One distinct entry, and what it really hashes to. */
interface Copy {
  readonly entry: CustodyEntry;
  readonly actual: Sha256 | undefined;
}

/** Copies by number, equal ones once. */
async function distinct(entries: readonly CustodyEntry[]): Promise<ReadonlyMap<number, readonly Copy[]>> {
  const seen = new Set<string>();
  const bySeq = new Map<number, Copy[]>();
  for (const entry of entries) {
    const text = canonicalText(entry);
    if (text.ok && seen.has(text.value)) continue;
    if (text.ok) seen.add(text.value);
    const actual = await custodyHash(entry);
    const copy = { entry, actual: actual.ok ? actual.value : undefined };
    bySeq.set(entry.seq, [...(bySeq.get(entry.seq) ?? []), copy]);
  }
  return bySeq;
}

/** The first entry names none before it, every other one does. */
const isIntact = ({ entry, actual }: Copy): boolean =>
  actual === entry.hash && (entry.seq === 0) === (entry.prev === null);

/** What is wrong at one number. `stated` = hashes that followers or the known head give for it. */
function inspect(seq: number, copies: readonly Copy[], stated: ReadonlySet<Sha256>): readonly CustodyFinding[] {
  const claimed = new Set(copies.map(({ entry }) => entry.hash));
  const absent = [...stated].filter((hash) => !claimed.has(hash)).toSorted();
  const followed = [...stated].some((hash) => claimed.has(hash));
  const instead = absent[0];
  // A lone entry that nobody follows, where followers name another: this is that other one, rewritten.
  if (copies.length === 1 && instead !== undefined && !followed) {
    return copies.map(({ actual }) => ({ kind: "altered", seq, stated: instead, actual }));
  }
  const altered = copies
    .filter((copy) => !isIntact(copy))
    .map(({ entry, actual }): CustodyFinding => ({ kind: "altered", seq, stated: entry.hash, actual }));
  const hashes = [...claimed, ...absent].toSorted();
  return hashes.length > 1 ? [...altered, { kind: "forked", seq, hashes }] : altered;
}

/**
 * Checks one device's log. `known` is a head that was seen before, e.g. one that a timestamp covers: with it, a log cut
 * off at its end or rewritten as a whole is noticed too.
 */
export async function verifyChain(entries: readonly CustodyEntry[], known?: CustodyHead): Promise<CustodyReport> {
  const bySeq = await distinct(entries);
  const present = [...bySeq.keys()].toSorted((a, b) => a - b);
  const findings: CustodyFinding[] = [];
  let expected = 0;
  for (const seq of present) {
    if (seq > expected) findings.push({ kind: "missing", from: expected, to: seq - 1 });
    expected = seq + 1;
    const stated = new Set((bySeq.get(seq + 1) ?? []).flatMap(({ entry }) => entry.prev ?? []));
    if (known?.seq === seq) stated.add(known.hash);
    findings.push(...inspect(seq, bySeq.get(seq) ?? [], stated));
  }
  if (known !== undefined && known.seq >= expected) findings.push({ kind: "missing", from: expected, to: known.seq });
  const whole = findings.length === 0;
  const newest = bySeq.get(expected - 1)?.[0]?.entry;
  return { whole, findings, head: whole && newest !== undefined ? { seq: newest.seq, hash: newest.hash } : undefined };
}
