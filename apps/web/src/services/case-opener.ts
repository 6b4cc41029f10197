/**
 * Opening a case of this device, whether it was ever shared or not. Effects: the stores and locks it is given.
 *
 * 1. A case that was never shared is held by a lock that its tabs have in common, so that nobody gives it a log while another tab writes to it.
 * 2. A shared case may become another document while it is open; whoever shows it follows `current` (AC5).
 * 3. A case that is joined while its unshared copy is open becomes the shared one, in every tab; the copy stays in its rows.
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
  /** Told when the case gets its entry while it is open. Answers how to stop listening. */
  readonly onShared: (caseId: Id, listener: () => void) => () => void;
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
  return ok(untilShared(ports, caseId, opened.value, release));
}

/** A case without a log, which may get one while it is open. */
function untilShared(ports: OpenerPorts, caseId: Id, session: CaseSession, release: () => void): OpenedCase {
  const current = createWatched(session);
  const closeLocal: OpenedCase["close"] = async () => {
    const closed = await session.close();
    if (closed.ok) release();
    return closed;
  };
  let close = closeLocal;
  const become = async (): Promise<void> => {
    const entry = await ports.registered(caseId);
    const shared = entry.ok && entry.value !== undefined ? await ports.openShared(entry.value, caseId) : undefined;
    // It stays what it is; the next opening finds the log.
    if (shared === undefined || !shared.ok) return;
    const unfollow = shared.value.current.subscribe((to) => current.set(to));
    current.set(shared.value.current.get());
    close = async () => {
      unfollow();
      return shared.value.close();
    };
    await closeLocal();
  };
  let becoming: Promise<void> = Promise.resolve();
  const stop = ports.onShared(caseId, () => {
    stop();
    becoming = become();
  });
  return {
    current,
    close: async () => {
      stop();
      await becoming;
      return close();
    },
  };
}
