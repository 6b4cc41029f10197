/**
 * The database `casebox`: records, heads, pending edits, outbox and keys of every case on this device. Adapter; only its shape.
 *
 * 1. Keys and data lie in one database, so that none is ever there without the other.
 *
 * Source: LO1.
 */
import type { DBSchema, IDBPDatabase } from "idb";
import { openGuarded, type GuardedDatabase } from "../local-database.ts";

/** Raise it with every change of the shape. */
const VERSION = 1;

/** Values are `unknown`: a disk may hold anything, readers parse. */
export interface CaseboxShape extends DBSchema {
  /** [case, hash]; `own` is [case, log, seq], of this device's records only. */
  records: { key: [string, string]; value: unknown; indexes: { own: [string, string, number] } };
  /** [case, log] */
  heads: { key: [string, string]; value: unknown };
  /** [case, log, row] */
  pending: { key: [string, string, number]; value: unknown };
  /** [case, hash] */
  outbox: { key: [string, string]; value: 1 };
  keys: { key: string; value: unknown };
  /** [case]: which case of this device it is, and what the relay was last seen to hold. */
  cases: { key: string; value: unknown };
  ballast: { key: number; value: Uint8Array };
}

export type Casebox = IDBPDatabase<CaseboxShape>;
export type CaseboxDatabase = GuardedDatabase<CaseboxShape>;

/** Opens on first use. */
export const openCasebox = (name = "casebox", version = VERSION): CaseboxDatabase =>
  openGuarded<CaseboxShape>(name, version, (database) => {
    if (!database.objectStoreNames.contains("records"))
      database.createObjectStore("records").createIndex("own", "own", { unique: true });
    for (const store of ["heads", "pending", "outbox", "keys", "cases", "ballast"] as const)
      if (!database.objectStoreNames.contains(store)) database.createObjectStore(store);
  });
