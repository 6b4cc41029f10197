/**
 * CaseLog: the records of one case, judged by all rules of version 1 by someone who can read them.
 *
 * Source: AC1.
 */
import { RULES } from "./full-rules.ts";
import { createRecordGate, type CaseLog, type RecordGatePorts } from "./record-gate.ts";
import type { Rules } from "./rules.ts";

export type { CaseLog, Receipt, Verdict } from "./record-gate.ts";

export interface CaseLogPorts extends Omit<RecordGatePorts, "rules"> {
  /** Tests of the tests replace one by a broken one. */
  readonly rules?: Rules;
}

/** A case of which only the name is known. */
export const createCaseLog = (ports: CaseLogPorts): CaseLog => createRecordGate({ rules: RULES, ...ports });
