/**
 * Recording: collects changes against a case, so that a step can see what the steps before it made. Pure; mutable inside.
 *
 * 1. A record that is there already, live or removed, is never put again: importing twice changes nothing.
 * 2. What a person removed is not brought back, except by `ensure`, which is for records that only follow from others.
 */
import { apply, type Case, type Change, type FieldsOf, type Id, type Instant, type Kind } from "@recourse/core";

/** Who takes the file in, and when. */
export interface Stamp {
  readonly by?: Id;
  readonly now: Instant;
}

export interface Recording {
  /** The case with everything recorded so far. */
  readonly case: () => Case;
  readonly changes: () => readonly Change[];
  /** Answers whether the record is new. */
  readonly put: <K extends Kind>(kind: K, id: Id, fields: FieldsOf<K>) => boolean;
  /** Put, or restore when removed. Answers whether anything changed. */
  readonly ensure: <K extends Kind>(kind: K, id: Id, fields: FieldsOf<K>) => boolean;
  /** A field of a record that is there; nothing when it has that value already. */
  readonly set: (kind: Kind, id: Id, field: string, value: string | number) => void;
  readonly remove: (kind: Kind, id: Id) => void;
}

/** Starts from `before`, which stays as it is. Every record that is put gets `stamp`. */
export function startRecording(before: Case, stamp: Stamp): Recording {
  const changes: Change[] = [];
  const fresh = new Set<string>();
  let current = before;
  let applied = 0;
  const now = (): Case => {
    if (applied < changes.length) {
      current = apply(current, changes.slice(applied)).case;
      applied = changes.length;
      fresh.clear();
    }
    return current;
  };
  const live = (kind: Kind, id: Id): boolean => fresh.has(`${kind}/${id}`) || Object.hasOwn(current.live[kind], id);
  const put = <K extends Kind>(kind: K, id: Id, fields: FieldsOf<K>): boolean => {
    if (live(kind, id) || Object.hasOwn(current.removed[kind], id)) return false;
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    const value = {
      ...Object.fromEntries(given),
      ...(stamp.by === undefined ? {} : { by: stamp.by }),
      recordedAt: stamp.now,
    };
    changes.push({ op: "put", kind, id, value });
    fresh.add(`${kind}/${id}`);
    return true;
  };
  return {
    case: now,
    changes: () => changes,
    put,
    ensure: (kind, id, fields) => {
      if (!Object.hasOwn(now().removed[kind], id)) return put(kind, id, fields);
      changes.push({ op: "restore", kind, id });
      return true;
    },
    set: (kind, id, field, value) => {
      const record: Readonly<Record<string, unknown>> | undefined = now().live[kind][id];
      if (record !== undefined && record[field] !== value) changes.push({ op: "set", kind, id, field, value });
    },
    remove: (kind, id) => {
      if (Object.hasOwn(now().live[kind], id)) changes.push({ op: "remove", kind, id });
    },
  };
}
