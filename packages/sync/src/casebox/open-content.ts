/**
 * The content of a backup, read by whoever has its keys and is no member: to look at, to copy from, not to write in. Pure but for WebCrypto.
 *
 * 1. Every rule is checked, those about what is sealed too; what no key opens waits.
 * 2. Nothing is stored and nothing written: a device that no owner has admitted has no record of its own in a case (AC1).
 *
 * Source: FI1, FI3, ME5.
 */
import type * as Y from "yjs";
import { createDoc } from "../layout.ts";
import type { Bytes } from "../log/bytes.ts";
import { createCaseLog, type CaseLog, type Receipt } from "../log/case-log.ts";
import { createCaseView } from "../log/case-view.ts";
import { createKeyring, type Keyring } from "../log/keyring.ts";
import type { LogCaseId } from "../log/log-ids.ts";
import type { Sealer } from "../log/sealer.ts";

export interface OpenedContent {
  readonly log: CaseLog;
  readonly keyring: Keyring;
  /** What of each record became, in the order given. */
  readonly receipt: Receipt;
  /** The case as these records say it; for reading. */
  readonly doc: Y.Doc;
}

/** Opens records with the keys of a backup. */
export async function openContent(
  sealer: Sealer,
  caseId: LogCaseId,
  records: readonly Uint8Array[],
  keys: readonly Bytes[],
): Promise<OpenedContent> {
  const keyring = createKeyring(sealer, []);
  for (const key of keys) await keyring.add(key);
  const limits = { perDevice: records.length, perCase: records.length, unchecked: records.length };
  const log = createCaseLog({ caseId, sealer, keyring, limits });
  const receipt = await log.receive(records);
  return { log, keyring, receipt, doc: createCaseView(log, createDoc).doc() };
}
