/**
 * Giving a case its log: carried over by value, read back, and only then in use. Effects: stores and locks. Loaded when somebody shares.
 *
 * 1. Nobody else, in any tab, has the case open meanwhile: what is written to the old store after this would be lost.
 * 2. Killed half-way it starts again: what a run left behind that never ended is erased by the next one.
 * 3. The old records go when the log has been read back equal and is registered.
 *
 * Source: CO2 (note `carried`), ME5, LO1.
 */
import { err, ok, type Id, type Result } from "@recourse/core";
import { caseDocName, caseFileOf, openCase, type SessionPorts, type StoreError } from "@recourse/sync";
import { carryOver, deviceKeysOf, type CarryError, type LogStoreError } from "@recourse/sync/log";
import { localLock } from "../case-opener.ts";
import { keysOf, sealer, type SharingPlatform } from "./open-shared.ts";
import type { ShareTrouble } from "./sharing.ts";

export interface BeginPorts {
  readonly platform: SharingPlatform;
  readonly session: SessionPorts;
  readonly packs: readonly string[];
  /** Who shares, as the others will see it. */
  readonly name: string;
}

const store = ({ kind }: StoreError | LogStoreError): ShareTrouble => ({ kind: "store", code: kind });
const carryTrouble = (error: CarryError): ShareTrouble =>
  error.kind === "not_equal" || error.kind === "not_canonical" || error.kind === "no_key"
    ? { kind: error.kind }
    : { kind: "store", code: error.kind };

/** The case must be closed in this tab. Errors: why it could not be; the case is as it was. */
export function beginSharing(ports: BeginPorts, caseId: Id): Promise<Result<void, ShareTrouble>> {
  const { locks } = ports.platform;
  // One at a time in this browser: whatever else is in the making is a leftover.
  return locks.request("sharing:begin", () =>
    locks.request(localLock(caseId), { ifAvailable: true }, (lock) =>
      lock === null ? err<ShareTrouble>({ kind: "elsewhere" }) : carry(ports, caseId),
    ),
  );
}

async function carry({ platform, session, packs, name }: BeginPorts, caseId: Id): Promise<Result<void, ShareTrouble>> {
  const { casebox, random, now } = platform;
  const swept = await sweep(platform);
  if (!swept.ok) return swept;
  const known = await casebox.register.all();
  if (!known.ok) return err(store(known.error));
  if (known.value.some((entry) => entry.caseId === caseId)) return ok(undefined);
  const device = await keysOf(platform);
  if (!device.ok) return err(store(device.error));
  const opened = await openCase(session, caseId);
  if (!opened.ok) return err(store(opened.error));
  const file = caseFileOf(opened.value.reader.current(), packs);
  const seed = random(32);
  const recovery = await deviceKeysOf(seed.slice());
  const ports = { device: device.value, sealer, random, now, store: casebox.store };
  const carried = await carryOver(ports, file, recovery, name === "" ? {} : { name });
  await opened.value.close();
  if (!carried.ok) return err(carryTrouble(carried.error));
  const { caseId: log } = carried.value;
  const kept = await casebox.recoverySeed(log).keep(seed);
  if (!kept.ok) return err({ kind: "store", code: kept.error.kind });
  const registered = await casebox.register.put({ log, caseId });
  if (!registered.ok) return err(store(registered.error));
  await session.store.erase(caseDocName(caseId));
  return ok(undefined);
}

/** Erases logs that nobody registered: of a run that was killed. */
async function sweep({ casebox }: SharingPlatform): Promise<Result<void, ShareTrouble>> {
  const [logs, known] = await Promise.all([casebox.store.cases(), casebox.register.all()]);
  if (!logs.ok) return err(store(logs.error));
  if (!known.ok) return err(store(known.error));
  const registered = new Set(known.value.map(({ log }) => log));
  for (const log of logs.value) {
    if (registered.has(log)) continue;
    const erased = await casebox.store.erase(log);
    if (!erased.ok) return err(store(erased.error));
    await casebox.recoverySeed(log).drop();
  }
  return ok(undefined);
}
