/**
 * Work on the records of a batch, begun before it is asked for: the platform's ciphers run beside this thread, if they are told early enough. Holds what
 * was begun; effects only through what it is given.
 *
 * 1. It changes when something is done, never what comes of it: each answer depends on its own record alone.
 * 2. Only so much is begun ahead, so that a file of any length is read in bounded memory.
 * 3. A long batch leaves room for whatever else the page has to do.
 */

/** Units: records. */
const AHEAD = 256;

const NOTHING = new Uint8Array(0);

/** Counts records; after each 256 the answer takes a task of its own, because it comes from another thread: a promise that is kept already leaves no room for anything. */
export function countingBreaths(): () => Promise<void> {
  let records = 0;
  return async () => {
    records += 1;
    if (records % AHEAD === 0) await crypto.subtle.digest("SHA-256", NOTHING);
  };
}

export interface Ahead<R, T> {
  /** What was begun for a record, the first time it is asked for; undefined for one that is not of the batch, or nothing could be begun for. */
  readonly of: (record: R) => Promise<T> | undefined;
  /** More can be begun than before: looks again the next time. */
  readonly again: () => void;
}

/** `batch` stands in about the order in which it will be asked for. `begin` answers undefined while something is not known. */
export function workAhead<R, T>(batch: readonly R[], begin: (record: R) => Promise<T> | undefined): Ahead<R, T> {
  const places = new Map(batch.map((record, n) => [record, n]));
  /** By place; `taken` when it was asked for. */
  const begun: (Promise<T> | "taken" | undefined)[] = [];
  /** From which place on the next look is due. */
  let due = 0;
  const look = (from: number): void => {
    due = from + AHEAD / 2;
    for (let n = from; n < Math.min(batch.length, from + AHEAD); n++) {
      const record = batch[n];
      if (record !== undefined) begun[n] ??= begin(record);
    }
  };
  return {
    of: (record) => {
      const place = places.get(record);
      if (place === undefined) return undefined;
      if (place >= due) look(place);
      const work = begun[place];
      begun[place] = "taken";
      return work === "taken" ? undefined : work;
    },
    again: () => {
      due = 0;
    },
  };
}
