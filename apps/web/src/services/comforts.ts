/**
 * Comforts: small things kept for a quick start (language, appearance, layout, recent use), outside of the documents. Adapter to localStorage.
 *
 * 1. None of them is the truth and none is worth an error: where nothing can be kept, the app starts as on the first day.
 */
export interface Comforts {
  readonly read: (name: string) => string | undefined;
  readonly keep: (name: string, value: string | undefined) => void;
}

const PREFIX = "recourse.";

/** `storage` may throw on every use, as browsers do that are told to keep nothing. */
export function createComforts(storage: () => Storage): Comforts {
  return {
    read: (name) => {
      try {
        return storage().getItem(PREFIX + name) ?? undefined;
      } catch {
        return undefined;
      }
    },
    keep: (name, value) => {
      try {
        if (value === undefined) storage().removeItem(PREFIX + name);
        else storage().setItem(PREFIX + name, value);
      } catch {
        // Invariant 1.
      }
    },
  };
}

/** Reads kept JSON; undefined for whatever is none. */
export function readJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
