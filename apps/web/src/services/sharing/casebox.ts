/**
 * Casebox: what sharing keeps on this device: records, the register of shared cases, secrets. Adapter; opens on first use.
 *
 * 1. Whoever shares nothing has an empty one and loads nothing of the log's machinery: that comes with the first shared case.
 */
import {
  createIndexedDbCaseRegister,
  createIndexedDbLogStore,
  createIndexedDbSeedStore,
  openCasebox as openDatabase,
  type CaseRegister,
  type LogCaseId,
  type LogStore,
  type SeedStore,
} from "@recourse/sync/log";

export interface Casebox {
  readonly store: LogStore;
  readonly register: CaseRegister;
  /** The one secret of this device. */
  readonly deviceSeed: SeedStore;
  /** Seed of a recovery device whose file was not kept yet (ME5). */
  readonly recoverySeed: (log: LogCaseId) => SeedStore;
  /** Secret of an open invite. `invite`: hash of its entry. */
  readonly inviteSeed: (invite: string) => SeedStore;
}

/** Of this browser. */
export function openCasebox(): Casebox {
  const database = openDatabase();
  return {
    store: createIndexedDbLogStore(database),
    register: createIndexedDbCaseRegister(database),
    deviceSeed: createIndexedDbSeedStore(database),
    recoverySeed: (log) => createIndexedDbSeedStore(database, `recovery/${log}`),
    inviteSeed: (invite) => createIndexedDbSeedStore(database, `invite/${invite}`),
  };
}
