/**
 * Taking in a `.casebox` file: its records are received as those of any peer, and what became of each is told. Effects through the session.
 *
 * 1. A file has no rights of its own: every record is judged by its signature and its ancestors, whoever handed the file over (FI2).
 * 2. Nothing is refused in silence: each refused record has its place in the file and its reason.
 *
 * Source: FI2, FR4.
 */
import { err, ok, type Result } from "@recourse/core";
import type { Verdict } from "../log/case-log.ts";
import type { DeviceId, RecordHash } from "../log/log-ids.ts";
import type { LogSession } from "../log/log-session.ts";
import type { LogStoreError } from "../log/log-store.ts";
import type { Casebox, CaseboxError, Damage } from "./read-casebox.ts";
import type { BackupSecret } from "./secret-part.ts";

/**
 * A record that was not taken. `record` counts from 0 in the file.
 * - `noise`: no record, of another case, or with a wrong signature. `inadmissible`: against the rules.
 * - `full`: too much waits already; the file has it for another time. `unknown_author`: it waits, and nobody can say yet whether it is true.
 */
export interface Refusal {
  readonly record: number;
  readonly is: "noise" | "inadmissible" | "full" | "unknown_author";
  /** Kind of the fault or of the rule. */
  readonly why: string;
  readonly hash: RecordHash | undefined;
  readonly device: DeviceId | undefined;
}

export interface Received {
  readonly added: number;
  readonly known: number;
  /** Kept until an ancestor or a key comes. */
  readonly waiting: number;
  readonly refused: readonly Refusal[];
  readonly damage: readonly Damage[];
}

/** Counts of verdicts, one for each record of a file. */
export function tally(verdicts: readonly Verdict[]): Omit<Received, "damage"> {
  const count = (is: Verdict["is"]): number => verdicts.filter((verdict) => verdict.is === is).length;
  return {
    added: count("admissible"),
    known: count("known"),
    waiting: count("waiting"),
    refused: verdicts.flatMap((verdict, record) => refusalOf(verdict, record)),
  };
}

function refusalOf(verdict: Verdict, record: number): readonly Refusal[] {
  switch (verdict.is) {
    case "noise":
      return [{ record, is: "noise", why: verdict.why.kind, hash: verdict.hash, device: undefined }];
    case "inadmissible":
      return [{ record, is: "inadmissible", why: verdict.reason.kind, hash: verdict.hash, device: verdict.device }];
    case "backpressure":
      return [{ record, is: "full", why: "waiting", hash: verdict.hash, device: undefined }];
    default:
      return [];
  }
}

/**
 * Import. `secret`: keys of an opened backup, for a device that has no lockboxes of its own.
 * Errors: `other_case`, `wrong_kind` for a recovery file; records that could not be stored are shown all the same.
 */
export async function receiveCasebox(
  session: Pick<LogSession, "log" | "keyring" | "receive">,
  file: Casebox,
  secret?: Pick<BackupSecret, "keys">,
): Promise<Result<Received, CaseboxError | LogStoreError>> {
  if (file.kind === "recovery") return err({ kind: "wrong_kind", is: "recovery" });
  if (file.caseId !== session.log.caseId) return err({ kind: "other_case", caseId: file.caseId });
  for (const key of secret?.keys ?? []) await session.keyring.add(key);
  // What lay here without a key is judged first: the file's records may stand on it.
  if (secret !== undefined) await session.log.retry();
  const receipt = await session.receive(file.records);
  return receipt.ok ? ok({ ...tally(receipt.value.verdicts), damage: file.damage }) : receipt;
}
