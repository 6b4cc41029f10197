/**
 * The entries an owner device writes about members, with the keys they bring. Effects: randomness, the Sealer.
 *
 * 1. Whoever is taken in gets the key of the epoch written under now; the entries before it hold the earlier ones (EP1).
 * 2. Whoever is taken out gets no box of the new epoch; everyone who stays does, the recovery device too (EP2).
 *
 * Source: ME1, EP1, EP2, EP4.
 */
import { err, ok, type Result } from "@recourse/core";
import type { Bytes } from "./bytes.ts";
import type { CaseLog } from "./case-log.ts";
import type { PublicKeys } from "./device-keys.ts";
import { boxesOf, OUT, OWNER, VIEWER, type Entry, type Level } from "./entry.ts";
import { closeBox, makeRotation, type Addressee, type Rotation } from "./epoch.ts";
import type { Keyring } from "./keyring.ts";
import { deviceIdOf, recordHash, type DeviceId, type EpochId, type RecordHash } from "./log-ids.ts";
import type { Member } from "./membership.ts";
import type { AuthorError } from "./record-author.ts";
import type { Sealer } from "./sealer.ts";

export interface MemberPorts {
  readonly log: CaseLog;
  readonly keyring: Keyring;
  readonly sealer: Sealer;
  /** Units: bytes. */
  readonly random: (length: number) => Bytes;
}

export interface Admission {
  readonly keys: PublicKeys;
  readonly level: Level;
  /** The device that admits: an owner device ranks above it (ME2). */
  readonly by: DeviceId;
  readonly invite?: RecordHash;
}

/** The epoch records are written under now, with its key. */
function epochNow({ log, keyring }: MemberPorts): { readonly epoch: EpochId; readonly key: Bytes } | undefined {
  const { heads, epochFor } = log.standings();
  const [first] = heads;
  if (first === undefined) return undefined;
  const deps = heads.map(({ hash }) => hash);
  const epoch = epochFor(log.index.graph.draft({ hash: recordHash("0".repeat(64)), log: first.log, seq: 0, deps }));
  const key = epoch === undefined ? undefined : keyring.get(epoch);
  return epoch === undefined || key === undefined ? undefined : { epoch, key };
}

/** Takes a device in. Errors: `no_key`: rotate first. */
export async function admission(ports: MemberPorts, of: Admission): Promise<Result<Entry, AuthorError>> {
  const now = epochNow(ports);
  if (now === undefined) return err({ kind: "no_key" });
  const { keys, level, by, invite } = of;
  const { caseId } = ports.log;
  const id = await deviceIdOf(keys.edPub, keys.xPub);
  const box = await closeBox(ports.sealer, caseId, now.key, { id, xPub: keys.xPub });
  const rank = level === OWNER ? (ports.log.standings().membership.members.get(by)?.rank ?? 0) + 1 : 0;
  return ok({ op: "admit", keys: { edPub: keys.edPub, xPub: keys.xPub }, level, rank, invite, boxes: [box] });
}

/** Lowers a device; out brings a new epoch. Waits for nobody (EP5). */
export async function lowering(ports: MemberPorts, device: DeviceId, to: Level): Promise<Entry> {
  const rotation = to === OUT ? await rotationFor(ports, (member) => member.device !== device) : undefined;
  return { op: "lower", device, to, rotation };
}

/** A new epoch for everyone, e.g. after two removals at once (EP3). */
export const rotating = async (ports: MemberPorts): Promise<Entry> => ({
  op: "rotate",
  rotation: await rotationFor(ports, () => true),
});

async function rotationFor(ports: MemberPorts, stays: (member: Member) => boolean): Promise<Rotation> {
  const { log, keyring, sealer, random } = ports;
  const to: Addressee[] = [...log.standings().membership.members.values()]
    .filter((member) => member.level >= VIEWER && stays(member))
    .map(({ device, keys }) => ({ id: device, xPub: keys.xPub }));
  const fresh = { key: random(32), nonce: random(12) };
  return makeRotation(sealer, log.caseId, fresh, to, [...keyring.all().values()]);
}

/** Lockboxes for members that have none of the epoch written under now; undefined when nobody lacks one. Source: EP4. */
export async function sharing(ports: MemberPorts): Promise<Entry | undefined> {
  const now = epochNow(ports);
  if (now === undefined) return undefined;
  const { log, sealer } = ports;
  const { membership } = log.standings();
  const served = new Set<DeviceId>();
  for (const { hash, entry } of log.index.entries())
    if (membership.counts.has(hash))
      for (const box of boxesOf(entry)) if (box.epoch === now.epoch) served.add(box.device);
  const without = [...membership.members.values()].filter(
    (member) => member.level >= VIEWER && !served.has(member.device),
  );
  if (without.length === 0) return undefined;
  const boxes = await Promise.all(
    without.map(({ device, keys }) => closeBox(sealer, log.caseId, now.key, { id: device, xPub: keys.xPub })),
  );
  return { op: "share", boxes };
}
