/**
 * Restoring a case on a new phone: the recovery device, which is an author like any other, admits the new one and takes the lost one out. Effects through the store; randomness and clock as ports.
 *
 * 1. The new phone is a new device with logs of its own, and the recovery device begins a new log each time: no number is used twice, nothing forks (I3).
 * 2. The file may be months old. What this device knew when it wrote is the cut: what the lost device wrote beyond it waits in quarantine (RE1, RE3), what others wrote comes as it always does.
 * 3. Run again it writes only what is not in force yet: a device may be admitted first, catch up with the others, and take the lost one out then.
 *
 * Source: FI2, FI3, ME2, ME4, EP2.
 */
import { err, ok, type Result } from "@recourse/core";
import { toHex, type Bytes } from "../log/bytes.ts";
import { createCaseLog, type CaseLog } from "../log/case-log.ts";
import { deviceKeysOf, type DeviceKeys } from "../log/device-keys.ts";
import { OUT, OWNER } from "../log/entry.ts";
import { createKeyring, type Keyring } from "../log/keyring.ts";
import { sessionId, type DeviceId, type LogCaseId } from "../log/log-ids.ts";
import type { LogStore, LogStoreError } from "../log/log-store.ts";
import { admission, lowering, rotating, type MemberPorts } from "../log/member-changes.ts";
import { createAuthor, type AuthorError, type AuthorPorts, type RecordAuthor } from "../log/record-author.ts";
import type { SignedRecord } from "../log/signed-record.ts";
import { tally, type Received } from "./receive-casebox.ts";

/** `device`: the new phone. */
export interface RestorePorts extends AuthorPorts {
  readonly store: LogStore;
}

/** Records of a share or backup file, or none where the store has them already. */
export interface RestoreFrom {
  readonly caseId: LogCaseId;
  readonly records: readonly Uint8Array[];
  /** Of an opened backup. */
  readonly keys?: readonly Bytes[];
}

export interface Restored extends Omit<Received, "damage"> {
  readonly caseId: LogCaseId;
  /** What the recovery device wrote; stored, and in the outbox. */
  readonly written: readonly SignedRecord[];
}

/**
 * - `no_genesis`: the first record is not there, so nobody can say who is a member.
 * - `other_recovery`: the seed is not that of this case's recovery device. `unknown_device`: the lost device was never a member.
 * - `device_out`: this device was a member before and is out; it comes back with new keys only (ME3).
 */
export type RestoreError =
  | { readonly kind: "no_genesis" | "other_recovery" | "unknown_device" | "device_out" }
  | AuthorError
  | LogStoreError;

/** Admits `ports.device` as owner of rank 1, and takes `lost` out. Nothing is stored when it cannot be written. */
export async function restoreCase(
  ports: RestorePorts,
  { caseId, records, keys = [] }: RestoreFrom,
  recoverySeed: Bytes,
  lost?: DeviceId,
): Promise<Result<Restored, RestoreError>> {
  const { device, sealer, random, store } = ports;
  const recovery = await deviceKeysOf(recoverySeed);
  const keyring = createKeyring(sealer, [recovery, device]);
  for (const key of keys) await keyring.add(key);
  const log = createCaseLog({ caseId, sealer, keyring });
  const here = await store.load(caseId);
  if (!here.ok) return here;
  await log.receive(
    here.value.records.map(({ bytes }) => bytes),
    true,
  );
  const receipt = await log.receive(records);
  const reason = checkMembers(log, recovery.id, device.id, lost);
  if (reason !== undefined) return err(reason);
  const session = sessionId(toHex(random(8)));
  const author = await createAuthor({ ...ports, device: recovery }, { log, keyring, session });
  const done = await writeEntries(author, { log, keyring, sealer, random }, { recovery, device, lost });
  if (!done.ok) return done;
  const written = author.written();
  const stored = await storeAll(store, log, author, written);
  return stored.ok ? ok({ ...tally(receipt.verdicts), caseId, written }) : stored;
}

function checkMembers(
  log: CaseLog,
  recovery: DeviceId,
  device: DeviceId,
  lost: DeviceId | undefined,
): RestoreError | undefined {
  const genesis = log.index.entries().find(({ entry }) => entry.op === "genesis");
  if (genesis === undefined) return { kind: "no_genesis" };
  if (genesis.subjects[0] !== recovery) return { kind: "other_recovery" };
  const { members } = log.standings().membership;
  if (members.get(device)?.level === OUT) return { kind: "device_out" };
  return lost !== undefined && (lost === recovery || lost === device || !members.has(lost))
    ? { kind: "unknown_device" }
    : undefined;
}

interface Change {
  readonly recovery: DeviceKeys;
  readonly device: DeviceKeys;
  readonly lost: DeviceId | undefined;
}

/** First in, then out: the key that the removal brings is closed up for the new device too (EP2). */
async function writeEntries(
  author: RecordAuthor,
  members: MemberPorts & { readonly log: CaseLog; readonly keyring: Keyring },
  { recovery, device, lost }: Change,
): Promise<Result<void, AuthorError>> {
  const levelOf = (id: DeviceId) => members.log.standings().membership.members.get(id)?.level;
  if (levelOf(device.id) !== OWNER) {
    const admit = () => admission(members, { keys: device, level: OWNER, by: recovery.id });
    let entry = await admit();
    if (!entry.ok) {
      // Two removals at once have left no key to write under (EP3).
      const renewed = await author.entry(await rotating(members));
      if (!renewed.ok) return renewed;
      entry = await admit();
    }
    if (!entry.ok) return entry;
    const admitted = await author.entry(entry.value);
    if (!admitted.ok) return admitted;
  }
  if (lost === undefined || levelOf(lost) === OUT) return ok(undefined);
  const lowered = await author.entry(await lowering(members, lost, OUT));
  return lowered.ok ? ok(undefined) : lowered;
}

/** The records of others first: what is sealed must not stand on what a crash has kept away. */
async function storeAll(
  store: LogStore,
  log: CaseLog,
  author: RecordAuthor,
  written: readonly SignedRecord[],
): Promise<Result<void, LogStoreError>> {
  const mine = new Set(written.map(({ hash }) => hash));
  const waiting = log.waiting().filter(({ checked }) => checked);
  const others = [...log.index.all().map(({ record }) => record), ...waiting.map(({ record }) => record)];
  const kept = await store.keep(
    log.caseId,
    others.flatMap(({ hash, bytes }) => (mine.has(hash) ? [] : [{ hash, bytes, own: undefined }])),
  );
  if (!kept.ok || written.length === 0) return kept;
  const rows = written.map(({ hash, bytes, head }) => ({ hash, bytes, own: { log: author.log, seq: head.seq } }));
  return store.seal(log.caseId, { log: author.log, records: rows, upTo: 0 });
}
