/**
 * Which staged imports are still alive, across tabs and workers, by Web Locks: the browser lets a lock go when its
 * holder dies, so a lock that is free means a dead import. Effects: the given lock manager.
 *
 * 1. `sweep` clears a staged import only while it holds that import's lock.
 */

const lockName = (place: string, upload: string): string => `recourse-vault/${place}/incoming/${upload}`;

/** Holds an import's lock until the returned function is called or this worker dies. */
export function holdImport(locks: LockManager, place: string, upload: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    locks.request(lockName(place, upload), () => new Promise<void>((release) => resolve(release))).catch(reject);
  });
}

/** Runs `clear` if nobody holds the import's lock. Answers whether it ran. */
export function ifAbandoned(
  locks: LockManager,
  place: string,
  upload: string,
  clear: () => Promise<void>,
): Promise<boolean> {
  return locks.request(lockName(place, upload), { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await clear();
    return true;
  });
}

/** One settling at a time per hash, so that "is it there?" and "put it there" are one step for every tab. */
export function whileSettling<T>(
  locks: LockManager,
  place: string,
  sha256: string,
  settle: () => Promise<T>,
): Promise<T> {
  return locks.request(`recourse-vault/${place}/settle/${sha256}`, settle);
}
