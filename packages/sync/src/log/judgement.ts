/**
 * Judging one record whose ancestors are all admissible. Pure but for the Sealer.
 *
 * 1. The answer depends on the record, its ancestors and, for `no_key`, on the keys of this device; never on clock or order of arrival (I2).
 * 2. A bad signature is noise, whatever else is wrong (AC2).
 *
 * Source: AC1.
 */
import type { Bytes } from "./bytes.ts";
import type { Admissible, CaseIndex, Content, Structs } from "./case-index.ts";
import { deviceIdOf, type EpochId, type LogCaseId, type LogId } from "./log-ids.ts";
import { decodeEntryBody, type Entry } from "./entry.ts";
import { decodeNote } from "./note.ts";
import {
  admitsBefore,
  checkEntry,
  checkType,
  clocksBefore,
  isGenesis,
  type Candidate,
  type RecordReason,
  type Rules,
} from "./rules.ts";
import { decodeBody, recordKeySource } from "./sealed-body.ts";
import type { Sealer } from "./sealer.ts";
import { ENTRY, NOTE, signedText, type SignedRecord } from "./signed-record.ts";

export interface Judge {
  readonly caseId: LogCaseId;
  readonly index: CaseIndex;
  readonly sealer: Sealer;
  readonly rules: Rules;
  readonly keyOf: (epoch: EpochId) => Bytes | undefined;
  /** `clientIdOf` of this case, remembered. */
  readonly clientOf: (log: LogId) => Promise<number>;
  /** Judge what is open only, as whoever has no keys does: sealed bodies pass unread. */
  readonly sealed: boolean;
  /** Plain text of a body whose opening was begun beforehand, if it was. */
  readonly opened: (record: SignedRecord) => Promise<Bytes | undefined> | undefined;
  /** Whether the signature of a record was found good elsewhere, given the author's key. */
  readonly covered: (record: SignedRecord, edPub: Bytes) => Promise<boolean>;
}

/** `signed`: whether the reason comes with a good signature, so that it may be held against its author. */
export type Judgement =
  | { readonly is: "admissible"; readonly of: Admissible; readonly structs: Structs }
  | { readonly is: "inadmissible"; readonly reason: RecordReason; readonly signed: boolean }
  | { readonly is: "noise" }
  | { readonly is: "no_key"; readonly epoch: EpochId };

/** Judges a record. Errors: throws when an ancestor is missing, which is a bug. */
export async function judge(of: Judge, record: SignedRecord): Promise<Judgement> {
  const node = of.index.graph.draft({ ...record, seq: record.head.seq, deps: record.head.deps });
  const candidate: Candidate = { record, node };
  if (isGenesis(record)) return judgeGenesis(of, candidate);
  const { rules, index } = of;
  const [admit] = admitsBefore(candidate, index);
  const early =
    checkType(record) ??
    rules.admitted(candidate, index) ??
    rules.sequence(candidate, index) ??
    rules.epoch(candidate, index);
  if (admit === undefined) return inadmissible(early ?? { kind: "not_admitted" }, false);
  if (!(await isSigned(of, record, admit.keys.edPub))) return { is: "noise" };
  if (early !== undefined) return inadmissible(early);
  if (record.head.type === ENTRY) return judgeEntry(of, candidate);
  return of.sealed ? admissible(of, candidate, { is: "sealed" }) : judgeSealed(of, candidate);
}

const inadmissible = (reason: RecordReason, signed = true): Judgement => ({ is: "inadmissible", reason, signed });

const isSigned = async (of: Judge, record: SignedRecord, edPub: Bytes): Promise<boolean> =>
  (await of.covered(record, edPub)) || of.sealer.verify(edPub, signedText(record.hash), record.signature);

async function judgeGenesis(of: Judge, { record, node }: Candidate): Promise<Judgement> {
  const body = decodeEntryBody(record.body);
  // Its hash is the case's name, so what is wrong with it is wrong for ever, whoever signed.
  if (body?.entry.op !== "genesis") return inadmissible({ kind: "genesis" }, false);
  const { recovery, first } = body.entry;
  const subjects = [await deviceIdOf(recovery.edPub, recovery.xPub), await deviceIdOf(first.edPub, first.xPub)];
  if (subjects[1] !== record.head.device) return inadmissible({ kind: "genesis" }, false);
  if (!(await isSigned(of, record, first.edPub))) return { is: "noise" };
  const entry = { hash: record.hash, author: record.head.device, entry: body.entry, subjects };
  return admissible(of, { record, node }, { is: "entry", entry, names: body.names });
}

async function judgeEntry(of: Judge, candidate: Candidate): Promise<Judgement> {
  const { record } = candidate;
  const body = decodeEntryBody(record.body);
  if (body === undefined) return inadmissible({ kind: "entry" });
  const reason = checkEntry(candidate, of.index, body.entry);
  if (reason !== undefined) return inadmissible(reason);
  const subjects = await subjectsOf(body.entry);
  const entry = { hash: record.hash, author: record.head.device, entry: body.entry, subjects };
  return admissible(of, candidate, { is: "entry", entry, names: body.names });
}

const subjectsOf = async (entry: Entry): Promise<readonly Awaited<ReturnType<typeof deviceIdOf>>[]> =>
  entry.op === "admit" ? [await deviceIdOf(entry.keys.edPub, entry.keys.xPub)] : [];

async function judgeSealed(of: Judge, candidate: Candidate): Promise<Judgement> {
  const { record } = candidate;
  const { head } = record;
  const key = of.keyOf(head.epoch);
  if (key === undefined) return { is: "no_key", epoch: head.epoch };
  const plain = (await of.opened(record)) ?? (await openBody(of.sealer, of.caseId, key, record));
  const body = plain === undefined ? undefined : decodeBody(plain);
  if (body === undefined) return inadmissible({ kind: "seal" });
  if (head.type === NOTE) {
    const note = decodeNote(body.payload);
    if (note === undefined) return inadmissible({ kind: "note" });
    return admissible(of, candidate, { is: "note", at: body.at, note });
  }
  const client = await of.clientOf(record.log);
  const checked = of.rules.structs(candidate, of.index, client, body.payload);
  if ("reason" in checked) return inadmissible(checked.reason);
  const content: Content = { is: "update", at: body.at, update: body.payload, client };
  return { is: "admissible", of: { node: candidate.node, record, content }, structs: checked.structs };
}

/** The plain text of a sealed body; undefined when it does not open. */
export const openBody = (
  sealer: Sealer,
  caseId: LogCaseId,
  key: Bytes,
  { head, headBytes, body, log }: SignedRecord,
): Promise<Bytes | undefined> => sealer.open(recordKeySource(key, caseId, log), head.nonce, headBytes, body);

/** What has no structs leaves the clocks of its log where they were. */
async function admissible(of: Judge, { record, node }: Candidate, content: Content): Promise<Judgement> {
  const client = await of.clientOf(record.log);
  const start = clocksBefore(node, of.index);
  return { is: "admissible", of: { node, record, content }, structs: { client, start, end: start, stretches: [] } };
}
