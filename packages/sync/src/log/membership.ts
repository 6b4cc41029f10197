/**
 * Who is a member and at what level, from the set of admissible entries. Pure; needs no key and no document, so that a relay can run it too.
 *
 * 1. A function of the set: order of arrival, clocks, masks and clashes do not enter.
 * 2. Levels only go down. A device that was lowered comes back only under another key.
 *
 * Source: ME2–ME4.
 */
import type { PublicKeys } from "./device-keys.ts";
import { FIRST_RANK, OUT, OWNER, RECOVERY_RANK, type Entry, type Level } from "./entry.ts";
import type { DeviceId, RecordHash } from "./log-ids.ts";

/** An admissible entry. `subjects` are the devices whose keys it brings. */
export interface EntryAt {
  readonly hash: RecordHash;
  readonly author: DeviceId;
  readonly entry: Entry;
  readonly subjects: readonly DeviceId[];
}

export interface Member {
  readonly device: DeviceId;
  readonly keys: PublicKeys;
  readonly level: Level;
  /** Of owner devices. */
  readonly rank: number | undefined;
  /** Admits that count; genesis for those it names. */
  readonly admits: readonly { readonly by: RecordHash; readonly level: Level }[];
  /** Lowers that count. */
  readonly lowers: readonly { readonly by: RecordHash; readonly to: Level }[];
}

export interface Membership {
  readonly members: ReadonlyMap<DeviceId, Member>;
  /** Entries that count. */
  readonly counts: ReadonlySet<RecordHash>;
}

interface Walked {
  readonly keys: PublicKeys;
  rank: number | undefined;
  readonly admits: { readonly by: RecordHash; readonly level: Level }[];
}

/** `isBefore(a, b)`: whether record a is an ancestor of record b. Source: ME4. */
export function membersOf(
  entries: readonly EntryAt[],
  isBefore: (a: RecordHash, b: RecordHash) => boolean,
): Membership {
  const walked = new Map<DeviceId, Walked>();
  const lowers = new Map<DeviceId, { readonly by: RecordHash; readonly to: Level }[]>();
  const counts = new Set<RecordHash>();
  const lowersOf = (device: DeviceId): { readonly by: RecordHash; readonly to: Level }[] => lowers.get(device) ?? [];
  const byAuthor = new Map<DeviceId, EntryAt[]>();
  for (const each of entries) {
    byAuthor.set(each.author, [...(byAuthor.get(each.author) ?? []), each]);
    if (each.entry.op !== "genesis") continue;
    const [recovery, first] = each.subjects;
    const named = [
      [recovery, each.entry.recovery, RECOVERY_RANK],
      [first, each.entry.first, FIRST_RANK],
    ] as const;
    for (const [device, keys, rank] of named)
      if (device !== undefined) walked.set(device, { keys, rank, admits: [{ by: each.hash, level: OWNER }] });
    counts.add(each.hash);
  }

  const meet = (author: Walked, { hash, entry, subjects }: EntryAt): boolean => {
    const rank = author.rank ?? 0;
    if (entry.op === "admit") {
      const [device] = subjects;
      if (device === undefined || (entry.level === OWNER && entry.rank <= rank)) return false;
      const subject = walked.get(device) ?? { keys: entry.keys, rank: undefined, admits: [] };
      subject.admits.push({ by: hash, level: entry.level });
      if (entry.level === OWNER) subject.rank ??= entry.rank;
      walked.set(device, subject);
    }
    if (entry.op === "lower") {
      // Whoever becomes an owner device later in the walk has a greater rank than the one whose turn it is.
      const target = walked.get(entry.device)?.rank;
      if (target !== undefined && rank >= target) return false;
      lowers.set(entry.device, [...lowersOf(entry.device), { by: hash, to: entry.to }]);
    }
    return true;
  };

  const done = new Set<DeviceId>();
  for (let next = nextOwner(walked, done); next !== undefined; next = nextOwner(walked, done)) {
    const [device, author] = next;
    done.add(device);
    const admits = author.admits.filter(({ level }) => level === OWNER);
    const cuts = lowersOf(device);
    const own = (byAuthor.get(device) ?? []).toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
    for (const each of own) {
      if (each.entry.op === "genesis" || !admits.some(({ by }) => isBefore(by, each.hash))) continue;
      if (cuts.every(({ by }) => isBefore(each.hash, by)) && meet(author, each)) counts.add(each.hash);
    }
  }

  const members = new Map<DeviceId, Member>();
  for (const [device, { keys, rank, admits }] of walked) {
    const lowered = lowersOf(device);
    members.set(device, { device, keys, level: levelOf(admits, lowered), rank, admits, lowers: lowered });
  }
  return { members, counts };
}

function nextOwner(
  walked: ReadonlyMap<DeviceId, Walked>,
  done: ReadonlySet<DeviceId>,
): readonly [DeviceId, Walked] | undefined {
  let next: readonly [DeviceId, Walked] | undefined;
  for (const [device, each] of walked) {
    if (each.rank === undefined || done.has(device)) continue;
    const [other, best] = next ?? [];
    const first =
      best?.rank === undefined ||
      other === undefined ||
      each.rank < best.rank ||
      (each.rank === best.rank && device < other);
    if (first) next = [device, each];
  }
  return next;
}

/** Source: ME3. */
function levelOf(admits: Member["admits"], lowers: Member["lowers"]): Level {
  const highest = admits.reduce<Level>((best, { level }) => (level > best ? level : best), OUT);
  return lowers.reduce<Level>((least, { to }) => (to < least ? to : least), highest);
}
