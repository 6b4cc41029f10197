/**
 * Genesis: a new case, its first record and its name. Effects: randomness and clock as ports, the Sealer.
 *
 * Source: ME2, CO3, EP1.
 */
import type { PublicKeys } from "./device-keys.ts";
import type { Entry } from "./entry.ts";
import { makeRotation } from "./epoch.ts";
import { caseIdOf, deviceIdOf, logId, NO_CASE, NO_EPOCH, type LogCaseId, type SessionId } from "./log-ids.ts";
import { composeEntry, type AuthorPorts } from "./record-author.ts";
import { ENTRY, signRecord, type SignedRecord } from "./signed-record.ts";

export interface NewCase {
  readonly caseId: LogCaseId;
  readonly genesis: SignedRecord;
}

/** Founds a case on this device. `recovery`: public keys of the recovery device, whose seed goes into the recovery file (ME5). */
export async function foundCase(
  { device, sealer, random, now }: AuthorPorts,
  session: SessionId,
  recovery: PublicKeys,
  names: Readonly<Record<string, string>> = {},
): Promise<NewCase> {
  const recoveryId = await deviceIdOf(recovery.edPub, recovery.xPub);
  const to = [
    { id: recoveryId, xPub: recovery.xPub },
    { id: device.id, xPub: device.xPub },
  ];
  const key = random(32);
  const rotation = await makeRotation(sealer, NO_CASE, { key, nonce: random(12) }, to, []);
  const first = { edPub: device.edPub, xPub: device.xPub };
  const entry: Entry = { op: "genesis", recovery: { edPub: recovery.edPub, xPub: recovery.xPub }, first, rotation };
  const place = { sealer, caseId: NO_CASE, log: logId(device.id, session), at: now() };
  const { head, body } = await composeEntry(place, entry, { key, epoch: rotation.epoch, names }, (bodyLength) => ({
    type: ENTRY,
    caseId: NO_CASE,
    device: device.id,
    session,
    seq: 1,
    epoch: NO_EPOCH,
    deps: [],
    nonce: random(12),
    bodyLength,
  }));
  const genesis = await signRecord(head, body, device.sign);
  return { caseId: caseIdOf(genesis.hash), genesis };
}
