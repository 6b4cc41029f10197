/**
 * The rules by which a record is admissible, one by one. Pure: each asks the record and its ancestors, nothing else (I2).
 *
 * Source: AC1, CO4, EP3, AC3.
 */
import type { Bytes } from "./bytes.ts";
import type { AdmitAt, CaseIndex, Structs } from "./case-index.ts";
import { HELPER, OWNER, rotationOf, type Entry, type Level } from "./entry.ts";
import { caseIdOf, NO_CASE, NO_EPOCH, type RecordHash } from "./log-ids.ts";
import { isAncestor, type GraphNode } from "./record-graph.ts";
import { ENTRY, MAX_DEPS, NOTE, UPDATE, type SignedRecord } from "./signed-record.ts";
import type { StructFault } from "./structs.ts";

/** Why a record is inadmissible, for ever. */
export type RecordReason =
  | { readonly kind: "type"; readonly type: number }
  | { readonly kind: "not_admitted" }
  | { readonly kind: "level"; readonly has: Level; readonly needs: Level }
  | { readonly kind: "seq" | "previous" | "deps" | "epoch" | "seal" | "note" | "entry" | "epoch_again" | "genesis" }
  | { readonly kind: "structs"; readonly fault: StructFault }
  | { readonly kind: "ancestor"; readonly hash: RecordHash };

/** A record on its way in: `node` says where it would stand. */
export interface Candidate {
  readonly record: SignedRecord;
  readonly node: GraphNode;
}

/** The rules in force; tests of the tests replace one by a broken one. */
export interface Rules {
  readonly admitted: (candidate: Candidate, index: CaseIndex) => RecordReason | undefined;
  readonly sequence: (candidate: Candidate, index: CaseIndex) => RecordReason | undefined;
  readonly epoch: (candidate: Candidate, index: CaseIndex) => RecordReason | undefined;
  readonly structs: (
    candidate: Candidate,
    index: CaseIndex,
    client: number,
    update: Bytes,
  ) => { readonly reason: RecordReason } | { readonly structs: Structs };
}

/** Level a record of this type takes. Source: AC1. */
export const neededLevel = (type: number): Level => (type === ENTRY ? OWNER : HELPER);

/** Admits of the author among the ancestors. */
export const admitsBefore = ({ record, node }: Candidate, index: CaseIndex): readonly AdmitAt[] =>
  index.admits(record.head.device).filter((admit) => isAncestor(admit.node, node));

/** Types of version 1. Source: CO1. */
export const checkType = ({ head }: SignedRecord): RecordReason | undefined =>
  head.type === UPDATE || head.type === NOTE || head.type === ENTRY ? undefined : { kind: "type", type: head.type };

/** Source: AC1. */
export function checkAdmitted(candidate: Candidate, index: CaseIndex): RecordReason | undefined {
  const admits = admitsBefore(candidate, index);
  if (admits.length === 0) return { kind: "not_admitted" };
  const has = admits.reduce<Level>((best, { level }) => (level > best ? level : best), 0);
  const needs = neededLevel(candidate.record.head.type);
  return has >= needs ? undefined : { kind: "level", has, needs };
}

/** Source: CO4. */
export function checkSequence({ record }: Candidate, index: CaseIndex): RecordReason | undefined {
  const { seq, deps } = record.head;
  const others = seq > 1 ? deps.slice(1) : deps;
  if (deps.length === 0 || deps.length > MAX_DEPS) return { kind: "deps" };
  const sorted = others.every((dep, n) => n === 0 || (others[n - 1] ?? "") < dep);
  const [first] = deps;
  if (!sorted || (seq > 1 && first !== undefined && others.includes(first))) return { kind: "deps" };
  if (seq === 1) return undefined;
  const previous = first === undefined ? undefined : index.graph.get(first);
  if (previous === undefined || previous.log !== record.log) return { kind: "previous" };
  return previous.seq === seq - 1 ? undefined : { kind: "seq" };
}

/** Source: CO2, EP3. */
export function checkEpoch({ record, node }: Candidate, index: CaseIndex): RecordReason | undefined {
  const { type, epoch } = record.head;
  const allowed = type === ENTRY ? epoch === NO_EPOCH : index.epochs(node).some((each) => each.epoch === epoch);
  return allowed ? undefined : { kind: "epoch" };
}

/** Where the clocks of the log stand before a record. */
export function clocksBefore(node: GraphNode, index: CaseIndex): number {
  const [first] = node.deps;
  return index.places.startOf(node.seq > 1 && first !== undefined ? index.graph.get(first) : undefined);
}

/** What an entry says beyond its form. Source: EP1, CO3. */
export function checkEntry({ node }: Candidate, index: CaseIndex, entry: Entry): RecordReason | undefined {
  if (entry.op === "genesis") return { kind: "genesis" };
  const epoch = rotationOf(entry)?.epoch;
  const again = epoch !== undefined && index.brought(node).some((each) => each.epoch === epoch);
  return again ? { kind: "epoch_again" } : undefined;
}

/** Whether a record is the genesis of this case: its hash is the case's name, so nothing else can be. Source: CO3. */
export const isGenesis = (record: SignedRecord): boolean => {
  const { head } = record;
  return (
    head.caseId === NO_CASE &&
    head.type === ENTRY &&
    head.seq === 1 &&
    head.deps.length === 0 &&
    head.epoch === NO_EPOCH
  );
};

/** Whether a record belongs to a case. */
export const belongsTo = (record: SignedRecord, caseId: string): boolean =>
  isGenesis(record) ? caseIdOf(record.hash) === caseId : record.head.caseId === caseId;

/** The rules for whoever has no keys: everything in the clear. What is sealed is never opened there, so nothing asks about structs. */
export const CLEAR_RULES: Rules = {
  admitted: checkAdmitted,
  sequence: checkSequence,
  epoch: checkEpoch,
  structs: () => ({ reason: { kind: "seal" } }),
};
