/**
 * The log of a case for whoever has no keys: every rule but those about what is sealed. Nothing waits in it; it knows no document.
 *
 * Source: RL2, FR4.
 */
import { createKeyring } from "../log/keyring.ts";
import type { LogCaseId } from "../log/log-ids.ts";
import { createRecordGate, type CaseLog } from "../log/record-gate.ts";
import { CLEAR_RULES } from "../log/rules.ts";
import type { Sealer } from "../log/sealer.ts";

/** What lacks an ancestor is answered with `backpressure` and stays with its sender. */
export const createClearLog = (caseId: LogCaseId, sealer: Sealer): CaseLog =>
  createRecordGate({
    caseId,
    sealer,
    keyring: createKeyring(sealer, []),
    rules: CLEAR_RULES,
    limits: { perDevice: 0, perCase: 0, unchecked: 0 },
    sealed: true,
  });
