/**
 * Opening a case of this device, whether it was ever shared or not. Effects: the stores and locks it is given.
 *
 * 1. A case that was never shared is held by a lock that its tabs have in common, so that nobody gives it a log while another tab writes to it.
 * 2. A shared case may become another document while it is open; whoever shows it follows `current` (AC5).
 */
import { err, ok, type Id, type Result } from "@recourse/core";
import {
  createWatched,
  openCase,
  type CaseSession,
  type SessionPorts,
  type StoreError,
  type Watched,
} from "@recourse/sync";
import type { RegisteredCase } from "@recourse/sync/log";

export interface OpenedCase {
  readonly current: Watched<CaseSession>;
  /** Saves first. Errors: what is not saved; then it stays open. */
  readonly close: () => Promise<Result<number, StoreError>>;
}

export interface OpenerPorts {
  readonly session: SessionPorts;
  /** The entry of a case that has a log. Errors: the register cannot be read. */
  readonly registered: (caseId: Id) => Promise<Result<RegisteredCase | undefined, StoreError>>;
  readonly openShared: (entry: RegisteredCase, caseId: Id) => Promise<Result<OpenedCase, StoreError>>;
  readonly locks: Pick<LockManager, "request">;
}

/** Name of the lock under which a case that was never shared is open, or gets its log. */
export const localLock = (caseId: Id): string => `case:${caseId}`;

/** Holds the lock in common with other tabs until the answer is called. */
const holdCommon = (locks: OpenerPorts["locks"], caseId: Id): Promise<() => void> =>
  new Promise((answer, fail) => {
    locks
      .request(localLock(caseId), { mode: "shared" }, () => new Promise<void>((release) => answer(release)))
      .catch(fail);
  });

/** Errors: its records cannot be had. */
export async function openAnyCase(ports: OpenerPorts, caseId: Id): Promise<Result<OpenedCase, StoreError>> {
  const release = await holdCommon(ports.locks, caseId);
  const entry = await ports.registered(caseId);
  // A register that cannot be read may hide a log: writing beside it would split the case.
  if (!entry.ok || entry.value !== undefined) release();
  if (!entry.ok) return err(entry.error);
  if (entry.value !== undefined) return ports.openShared(entry.value, caseId);
  const opened = await openCase(ports.session, caseId);
  if (!opened.ok) {
    release();
    return opened;
  }
  const session = opened.value;
  return ok({
    current: createWatched(session),
    close: async () => {
      const closed = await session.close();
      if (closed.ok) release();
      return closed;
    },
  });
}
