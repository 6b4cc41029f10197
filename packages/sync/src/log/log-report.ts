/**
 * LogReport: is this log what its members wrote? Checked by anyone, without a key: form, ancestors, signatures, members, epochs. Pure but for WebCrypto.
 *
 * 1. Nothing is repaired and nothing opened: what is sealed stays sealed, so edits are not checked against AC3 here.
 */
import { createCaseLog, type Verdict } from "./case-log.ts";
import type { Level } from "./entry.ts";
import { createKeyring } from "./keyring.ts";
import { decodeLogFile } from "./log-file.ts";
import { caseIdOf, NO_EPOCH, type DeviceId, type LogCaseId, type RecordHash } from "./log-ids.ts";
import { isGenesis } from "./rules.ts";
import { createSealer } from "./sealer.ts";
import { parseRecord } from "./signed-record.ts";
import type { ClashAlarm } from "./standing.ts";

/** Something that is not as it should be. `record` counts from 0 in the file. */
export type LogFinding =
  | { readonly code: "no_genesis" }
  | { readonly code: "cut_off"; readonly at: number }
  | { readonly code: "noise"; readonly record: number; readonly why: string }
  | { readonly code: "inadmissible"; readonly record: number; readonly device: DeviceId; readonly why: string }
  | { readonly code: "missing"; readonly record: number; readonly hash: RecordHash }
  | { readonly code: ClashAlarm["kind"]; readonly device: DeviceId; readonly lost: RecordHash };

export interface LogReport {
  /** Whether nothing was found. */
  readonly ok: boolean;
  readonly caseId: LogCaseId | undefined;
  readonly records: number;
  readonly inForce: number;
  /** Admissible, and not in force since a removal or a clash. */
  readonly masked: number;
  readonly members: readonly { readonly device: DeviceId; readonly level: Level; readonly rank: number | undefined }[];
  readonly heads: readonly RecordHash[];
  readonly findings: readonly LogFinding[];
}

/** Checks the bytes of a log file. */
export async function verifyLog(bytes: Uint8Array): Promise<LogReport> {
  const { records, brokenAt } = decodeLogFile(bytes);
  const cut: readonly LogFinding[] = brokenAt === undefined ? [] : [{ code: "cut_off", at: brokenAt }];
  const caseId = await caseIn(records);
  if (caseId === undefined) {
    const findings: readonly LogFinding[] = [{ code: "no_genesis" }, ...cut];
    return { ok: false, caseId, records: records.length, inForce: 0, masked: 0, members: [], heads: [], findings };
  }
  const sealer = createSealer();
  const most = records.length + 1;
  const limits = { perDevice: most, perCase: most, unchecked: most };
  const log = createCaseLog({ caseId, sealer, keyring: createKeyring(sealer, []), limits, sealed: true });
  const { verdicts } = await log.receive(records);
  const { membership, heads, alarms, of } = log.standings();
  const findings = [
    ...cut,
    ...verdicts.flatMap((verdict, record) => findingOf(verdict, record)),
    ...alarms.map(({ kind, device, lost }): LogFinding => ({ code: kind, device, lost })),
  ];
  const all = log.index.all();
  const inForce = all.filter(({ node }) => of(node.hash) === "in_force").length;
  return {
    ok: findings.length === 0,
    caseId,
    records: records.length,
    inForce,
    masked: all.length - inForce,
    members: [...membership.members.values()].map(({ device, level, rank }) => ({ device, level, rank })),
    heads: heads.map(({ hash }) => hash),
    findings,
  };
}

/** The case that the log's genesis founds. */
async function caseIn(records: readonly Uint8Array[]): Promise<LogCaseId | undefined> {
  for (const bytes of records) {
    const read = await parseRecord(bytes);
    if (read.ok && read.value.head.epoch === NO_EPOCH && isGenesis(read.value)) return caseIdOf(read.value.hash);
  }
  return undefined;
}

function findingOf(verdict: Verdict, record: number): readonly LogFinding[] {
  switch (verdict.is) {
    case "noise":
      return [{ code: "noise", record, why: verdict.why.kind }];
    case "inadmissible":
      return [{ code: "inadmissible", record, device: verdict.device, why: verdict.reason.kind }];
    case "waiting":
      return verdict.missing === undefined ? [] : [{ code: "missing", record, hash: verdict.missing }];
    default:
      return [];
  }
}
