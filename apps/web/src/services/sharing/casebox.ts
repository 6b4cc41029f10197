/**
 * Casebox: what sharing keeps on this device: records, the register of shared cases, secrets. Adapter; opens on first use.
 *
 * 1. Whoever shares nothing has an empty one and loads nothing of the log's machinery: that comes with the first shared case.
 * 2. Tabs that have a case open hear when it gets its entry, so that nobody goes on writing where nobody reads any more.
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
import { openSharedNews, type SharedNews } from "./shared-news.ts";

export interface Casebox {
  readonly store: LogStore;
  readonly register: CaseRegister;
  /** Cases that get their entry, in whichever tab. */
  readonly news: SharedNews;
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
  const news = openSharedNews();
  return {
    store: createIndexedDbLogStore(database),
    register: telling(createIndexedDbCaseRegister(database), news),
    news,
    deviceSeed: createIndexedDbSeedStore(database),
    recoverySeed: (log) => createIndexedDbSeedStore(database, `recovery/${log}`),
    inviteSeed: (invite) => createIndexedDbSeedStore(database, `invite/${invite}`),
  };
}

/** Says of each case once that it has an entry. */
function telling(register: CaseRegister, news: SharedNews): CaseRegister {
  const told = new Set<LogCaseId>();
  return {
    ...register,
    put: async (entry) => {
      const put = await register.put(entry);
      if (put.ok && entry.caseId !== undefined && !told.has(entry.log)) {
        told.add(entry.log);
        news.tell(entry.caseId);
      }
      return put;
    },
  };
}
