/**
 * LogReport: is this log what its members wrote? Checked by anyone, without a key: form, ancestors, signatures, members, epochs. Pure but for WebCrypto.
 * The log may be frames alone, as in a case folder, or a `.casebox` file.
 *
 * 1. Nothing is repaired and nothing opened: what is sealed stays sealed, so edits are not checked against AC3 here.
 */
import { looksLikeCasebox } from "../casebox/casebox-head.ts";
import { foundedBy, readCasebox, type CaseboxError, type Damage } from "../casebox/read-casebox.ts";
import { createCaseLog, type Verdict } from "./case-log.ts";
import type { Level } from "./entry.ts";
import { createKeyring } from "./keyring.ts";
import { decodeLogFile } from "./log-file.ts";
import type { DeviceId, LogCaseId, RecordHash } from "./log-ids.ts";
import { createSealer } from "./sealer.ts";
import type { ClashAlarm } from "./standing.ts";

/** Something that is not as it should be. `record` counts from 0 in the file. */
export type LogFinding =
  | { readonly code: "no_genesis" }
  | { readonly code: "cut_off"; readonly at: number }
  /** It was a `.casebox`, and none of it can be read. */
  | { readonly code: "unreadable"; readonly why: CaseboxError["kind"] }
  /** A `.casebox` that is not as it was written; what is whole in it was checked. Units: bytes from the beginning of the file. */
  | { readonly code: "damaged"; readonly why: Exclude<Damage["is"], "torn">; readonly at: number | undefined }
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
  const { records, faults, of: named } = await recordsIn(bytes);
  const caseId = await foundedBy(records, named);
  if (caseId === undefined) {
    const findings: readonly LogFinding[] = [{ code: "no_genesis" }, ...faults];
    return { ok: false, caseId, records: records.length, inForce: 0, masked: 0, members: [], heads: [], findings };
  }
  const sealer = createSealer();
  const most = records.length + 1;
  const limits = { perDevice: most, perCase: most, unchecked: most };
  const log = createCaseLog({ caseId, sealer, keyring: createKeyring(sealer, []), limits, sealed: true });
  const { verdicts } = await log.receive(records);
  const { membership, heads, alarms, of } = log.standings();
  const findings = [
    ...faults,
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

interface FoundIn {
  /** The case that the file says it is of. */
  readonly of?: LogCaseId;
  readonly records: readonly Uint8Array[];
  readonly faults: readonly LogFinding[];
}

async function recordsIn(bytes: Uint8Array): Promise<FoundIn> {
  if (looksLikeCasebox(bytes)) {
    const read = await readCasebox(bytes);
    return read.ok
      ? { of: read.value.caseId, records: read.value.records, faults: read.value.damage.map(faultOf) }
      : { records: [], faults: [{ code: "unreadable", why: read.error.kind }] };
  }
  const { records, brokenAt } = decodeLogFile(bytes);
  return { records, faults: brokenAt === undefined ? [] : [{ code: "cut_off", at: brokenAt }] };
}

const faultOf = (damage: Damage): LogFinding =>
  damage.is === "torn"
    ? { code: "cut_off", at: damage.at }
    : { code: "damaged", why: damage.is, at: "at" in damage ? damage.at : undefined };

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
