/**
 * Opening a case that has a log: session, network, desks, signals. Effects through its ports. Loaded with the first shared case.
 *
 * Source: LO2, JO.
 */
import { err, ok, type Id, type Result } from "@recourse/core";
import { createDoc, type Scheduler, type StoreError, type Wake } from "@recourse/sync";
import {
  browserSessionLock,
  createSealer,
  deviceKeys,
  openLogSession,
  openSharedSession,
  storeErrorOf,
  type DeviceKeys,
  type LogSession,
  type RegisteredCase,
  type SeedError,
  type SealError,
} from "@recourse/sync/log";
import {
  createBlobExchange,
  createIndexedDbBlobShelf,
  openBlobShelfDatabase,
  type BlobExchange,
} from "@recourse/sync/blobs";
import { createRtcDoor } from "@recourse/sync/wire";
import type { BlobStore } from "@recourse/vault";
import type { OpenedCase } from "../case-opener.ts";
import type { Casebox } from "./casebox.ts";
import { createCasePresence } from "./case-presence.ts";
import { openCaseNetwork, type CaseNetwork, type NetworkPorts } from "./case-network.ts";
import { createInviteDesks } from "./invite-desks.ts";
import { shareEvidence } from "./share-evidence.ts";
import { createSharedCase, type SharedCaseLive } from "./shared-case.ts";

/** What every part of sharing needs of the page. */
export interface SharingPlatform {
  readonly casebox: Casebox;
  readonly scheduler: Scheduler;
  readonly wake: Wake;
  readonly locks: LockManager;
  /** Of the relay: whoever served the app. */
  readonly origin: string;
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  /** Units: ms since 1970. */
  readonly now: () => number;
  readonly isLookedAt: () => boolean;
  /** Whether large originals may be fetched before somebody opens them. */
  readonly mayFetchAhead: () => boolean;
  readonly vault: () => BlobStore;
  /** Moments at which the page is left or hidden: what is pending is sealed. Answers how to stop listening. */
  readonly onHide: (listener: () => void) => () => void;
  /** Answers when no input method is composing. */
  readonly beforeSwap: () => Promise<void>;
}

export interface OpenShared {
  readonly opened: OpenedCase;
  readonly shared: SharedCaseLive;
  readonly evidence: BlobExchange;
  readonly session: LogSession;
}

export const sealer = createSealer();
/** Pieces of evidence that are on their way; one for all cases, opened with the first. */
let shelf: ReturnType<typeof createIndexedDbBlobShelf> | undefined;

/** The keys of this device. Errors: as a store's, because without them no record can be written. */
export async function keysOf({ casebox, random }: SharingPlatform): Promise<Result<DeviceKeys, StoreError>> {
  const keys = await deviceKeys(casebox.deviceSeed, random);
  return keys.ok ? keys : err(seedTrouble(keys.error));
}

const seedTrouble = (error: SeedError): StoreError =>
  error.kind === "broken" ? { kind: "io", code: "device_key" } : storeErrorOf(error);

const sealTrouble = (error: SealError): StoreError =>
  error.kind === "no_key" || error.kind === "too_large" || error.kind === "refused"
    ? { kind: "io", code: error.kind }
    : storeErrorOf(error);

/** A log and its way to the relay, whether or not its case is known yet. */
export interface OpenLog {
  readonly session: LogSession;
  readonly device: DeviceKeys;
}

/** Errors: its records or the keys of this device cannot be had. */
export async function openLog(platform: SharingPlatform, entry: RegisteredCase): Promise<Result<OpenLog, StoreError>> {
  const device = await keysOf(platform);
  if (!device.ok) return device;
  const { casebox, scheduler, locks, random, now, beforeSwap } = platform;
  const session = await openLogSession({
    caseId: entry.log,
    store: casebox.store,
    scheduler,
    locks: browserSessionLock(locks),
    createDoc,
    device: device.value,
    sealer,
    random,
    now,
    beforeSwap,
  });
  return session.ok ? ok({ session: session.value, device: device.value }) : err(sealTrouble(session.error));
}

/** Connects a log; `hearJoin` hears who holds a link of this device. */
export const networkOf = (
  platform: SharingPlatform,
  entry: RegisteredCase,
  { session, device }: OpenLog,
  heard: Pick<NetworkPorts, "hearJoin" | "hearEph" | "blobs" | "direct">,
): CaseNetwork =>
  openCaseNetwork({
    ...heard,
    ...platform,
    entry,
    session,
    device,
    sealer,
    store: platform.casebox.store,
    register: platform.casebox.register,
  });

/** Errors: its records or the keys of this device cannot be had. */
export async function openSharedCase(
  platform: SharingPlatform,
  entry: RegisteredCase,
  caseId: Id,
): Promise<Result<OpenShared, StoreError>> {
  const log = await openLog(platform, entry);
  if (!log.ok) return log;
  const { session, device } = log.value;
  const { casebox, scheduler, origin, random, now } = platform;
  const desks = createInviteDesks({
    caseId: entry.log,
    log: session.log,
    device,
    sealer,
    seeds: casebox.inviteSeed,
    origin,
    random,
    now,
    onWord: () => shared?.heard(),
  });
  let shared: SharedCaseLive | undefined;
  shelf ??= createIndexedDbBlobShelf(openBlobShelfDatabase());
  const evidence = createBlobExchange({
    log: session.log,
    sealer,
    device: device.id,
    vault: platform.vault(),
    shelf,
    note: (note) => session.write((author) => author.note(note)),
    random,
    now,
    mayFetchAhead: platform.mayFetchAhead,
  });
  const network = networkOf(platform, entry, log.value, {
    hearJoin: desks.hear,
    hearEph: (sealed) => presence.hear(sealed),
    blobs: evidence,
    direct: {
      door: createRtcDoor(scheduler),
      self: () => presence.self,
      say: (signal) => presence.signal(signal),
    },
  });
  const presence = createCasePresence({
    session,
    sealer,
    device,
    scheduler,
    random,
    now,
    send: (sealed) => network.sayEph(sealed),
    hearSignal: (from, signal) => network.hearSignal(from, signal),
  });
  const of = openSharedSession(session, casebox.store, caseId, device.id);
  const made = await createSharedCase({
    session,
    store: casebox.store,
    network,
    desks,
    device,
    sealer,
    seeds: casebox,
    scheduler,
    random,
    now,
    evidence,
    presence,
    title: () => of.current.get().case().live.case[caseId]?.title ?? "",
  });
  shared = made;
  const stopEvidence = shareEvidence({ evidence, current: of.current, scheduler });
  const unhide = platform.onHide(() => void session.flush());
  const close: OpenedCase["close"] = async () => {
    const closed = await of.close();
    if (!closed.ok) return closed;
    unhide();
    stopEvidence();
    presence.close();
    network.close();
    made.dispose();
    return closed;
  };
  return ok({ opened: { current: of.current, close }, shared: made, evidence, session });
}
