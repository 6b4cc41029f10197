/**
 * SeedStore: a secret of 32 bytes under a name, wrapped: the seed of the device, of a recovery file that was not saved yet, of an open invite.
 * Port, with adapters in IndexedDB and in memory.
 *
 * 1. It lies beside the data, encrypted by a key that the platform does not hand out (I9), and is used only after it was read back.
 * 2. There is one: whoever comes second, in another tab, gets the first one's.
 *
 * Source: LO1, SPEC 7 "Device keys".
 */
import * as z from "zod/mini";
import { err, ok, type Result } from "@recourse/core";
import { committed } from "../local-database.ts";
import { ascii, sameBytes, type Bytes } from "./bytes.ts";
import type { CaseboxDatabase } from "./casebox-database.ts";
import { deviceKeysOf, SEED_BYTES, type DeviceKeys } from "./device-keys.ts";
import type { LogStoreError } from "./log-store.ts";

/** `broken`: there is a seed and it does not open; nothing may take its place, because data hangs on it. */
export type SeedError = LogStoreError | { readonly kind: "broken" };

export interface SeedStore {
  readonly read: () => Promise<Result<Bytes | undefined, SeedError>>;
  /** Keeps a seed where there is none; otherwise nothing changes. */
  readonly keep: (seed: Bytes) => Promise<Result<void, SeedError>>;
  /** Gives it up for good. */
  readonly drop: () => Promise<Result<void, SeedError>>;
}

/** The device's own. */
const DEVICE = "device";
const AAD = ascii("case/seed/1\0");
/** Asked when it is needed: in a page without a secure origin there is no such name. */
const isKey = (value: unknown): value is CryptoKey => typeof CryptoKey === "function" && value instanceof CryptoKey;
const WrappedSchema = z.looseObject({
  wrap: z.custom<CryptoKey>(isKey),
  nonce: z.instanceof(Uint8Array),
  sealed: z.instanceof(Uint8Array),
});

/** Beside the records, in `casebox`. `name`: which secret; the device's own by default. */
export function createIndexedDbSeedStore(database: CaseboxDatabase, name = DEVICE): SeedStore {
  return {
    read: async () => {
      const row = await database.run(async (open) => {
        const transaction = open.transaction("keys", "readonly");
        return committed(transaction, transaction.store.get(name));
      });
      if (!row.ok || row.value === undefined) return row.ok ? ok(undefined) : row;
      const wrapped = WrappedSchema.safeParse(row.value);
      if (!wrapped.success) return err({ kind: "broken" });
      const { wrap, nonce, sealed } = wrapped.data;
      try {
        const how = { name: "AES-GCM", iv: new Uint8Array(nonce), additionalData: AAD };
        const seed = new Uint8Array(await crypto.subtle.decrypt(how, wrap, new Uint8Array(sealed)));
        return seed.length === SEED_BYTES ? ok(seed) : err({ kind: "broken" });
      } catch {
        return err({ kind: "broken" });
      }
    },
    keep: async (seed) => {
      const wrap = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const how = { name: "AES-GCM", iv: nonce, additionalData: AAD };
      const sealed = new Uint8Array(await crypto.subtle.encrypt(how, wrap, seed));
      return database.run(async (open) => {
        const transaction = open.transaction("keys", "readwrite", { durability: "strict" });
        const writing = async (): Promise<void> => {
          if ((await transaction.store.getKey(name)) === undefined)
            await transaction.store.add({ wrap, nonce, sealed }, name);
        };
        await committed(transaction, writing());
      });
    },
    drop: () =>
      database.run(async (open) => {
        const transaction = open.transaction("keys", "readwrite", { durability: "strict" });
        await committed(transaction, transaction.store.delete(name));
      }),
  };
}

/** Lasts as long as the page. */
export function createMemorySeedStore(): SeedStore {
  let kept: Bytes | undefined;
  return {
    read: async () => ok(kept?.slice()),
    keep: async (seed) => {
      kept ??= seed.slice();
      return ok(undefined);
    },
    drop: async () => {
      kept = undefined;
      return ok(undefined);
    },
  };
}

/** The keys of this device, made on the first call. Errors: no seed can be kept or read; then this device writes no log. */
export async function deviceKeys(
  store: SeedStore,
  random: (length: number) => Bytes,
): Promise<Result<DeviceKeys, SeedError>> {
  const known = await store.read();
  if (!known.ok) return known;
  if (known.value !== undefined) return ok(await keysOf(known.value));
  const fresh = random(SEED_BYTES);
  const kept = await store.keep(fresh);
  if (!kept.ok) return kept;
  const back = await store.read();
  if (!back.ok) return back;
  if (back.value === undefined) return err({ kind: "broken" });
  // Another tab was faster when they differ; what is stored counts.
  if (!sameBytes(back.value, fresh)) fresh.fill(0);
  return ok(await keysOf(back.value));
}

async function keysOf(seed: Bytes): Promise<DeviceKeys> {
  const keys = await deviceKeysOf(seed);
  seed.fill(0);
  return keys;
}
