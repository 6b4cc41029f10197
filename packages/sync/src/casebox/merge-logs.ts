/**
 * Two sets of records of one case made one, by someone who has no key: union by hash, in causal order, checked by every rule that needs none. Effects only through the Sealer.
 *
 * 1. The order of the two does not matter for what is in the union; merging again changes nothing (I1).
 * 2. What waits is kept where its author is known (FR4); what nobody can check is not, and is named.
 *
 * Source: FI2, FR4, RL2.
 */
import { toHex } from "../log/bytes.ts";
import { createCaseLog, type Verdict } from "../log/case-log.ts";
import { createKeyring } from "../log/keyring.ts";
import type { DeviceId, LogCaseId, RecordHash } from "../log/log-ids.ts";
import type { Sealer } from "../log/sealer.ts";
import { parseRecord, type SignedRecord } from "../log/signed-record.ts";
import { WAITING_LIMITS } from "../log/waiting-room.ts";
import { tally, type Received, type Refusal } from "./receive-casebox.ts";

export interface MergedLog extends Omit<Received, "damage"> {
  /** The union in causal order, then what waits. */
  readonly records: readonly Uint8Array[];
  /** How many of the union wait. */
  readonly waits: number;
  /** What of `own` is not in the union. */
  readonly lost: readonly Refusal[];
}

/** `own` is here already; the counts are those of `others`. */
export async function mergeLogs(
  sealer: Sealer,
  caseId: LogCaseId,
  own: readonly Uint8Array[],
  others: readonly Uint8Array[],
): Promise<MergedLog> {
  const { perDevice, perCase } = WAITING_LIMITS;
  const all = own.length + others.length;
  // What lies here already is not pushed out by a file.
  const limits = { perDevice: perDevice + own.length, perCase: perCase + own.length, unchecked: all };
  const log = createCaseLog({ caseId, sealer, keyring: createKeyring(sealer, []), limits, sealed: true });
  const before = await log.receive(own);
  const after = await log.receive(others);
  const waiting = log.waiting();
  const strangers = new Map(
    waiting.flatMap(({ checked, record }) => (checked ? [] : [[record.hash, record.head.device] as const])),
  );
  const bytesOf = await bytesByName([...own, ...others]);
  const told = tellStrangers(after.verdicts, strangers);
  return {
    ...told,
    waits: waiting.length - strangers.size,
    records: [
      ...log.index.all().flatMap(({ record }) => bytesOf.get(nameOf(record)) ?? []),
      ...waiting.flatMap(({ checked, record }) => (checked ? [record.bytes] : [])),
    ],
    lost: tellStrangers(before.verdicts, strangers).refused,
  };
}

/** A record whose signature was changed has the hash of the true one, so the signature is part of the name. */
const nameOf = ({ hash, signature }: Pick<SignedRecord, "hash" | "signature">): string => `${hash}/${toHex(signature)}`;

/** Whoever judges without keys keeps no bodies: the bytes come from what was given. */
async function bytesByName(records: readonly Uint8Array[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const bytes of records) {
    const read = await parseRecord(bytes);
    if (read.ok) found.set(nameOf(read.value), bytes);
  }
  return found;
}

/** Counts, with those that wait and that nobody can check among the refused. */
function tellStrangers(
  verdicts: readonly Verdict[],
  strangers: ReadonlyMap<RecordHash, DeviceId>,
): Omit<Received, "damage"> {
  const counts = tally(verdicts);
  const unknown = verdicts.flatMap((verdict, record): readonly Refusal[] => {
    const device = verdict.is === "waiting" ? strangers.get(verdict.hash) : undefined;
    if (verdict.is !== "waiting" || device === undefined) return [];
    return [{ record, is: "unknown_author", why: "signature", hash: verdict.hash, device }];
  });
  const refused = [...counts.refused, ...unknown].toSorted((a, b) => a.record - b.record);
  return { ...counts, waiting: counts.waiting - unknown.length, refused };
}
