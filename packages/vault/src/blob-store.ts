/**
 * The port behind which originals lie, and what every adapter does alike: take bytes in, and check them. Effects only
 * through the adapter.
 *
 * 1. Bytes are hashed while they are written to a staging place, made durable, and only then appear under their
 *    SHA-256. A failure at any moment leaves every stored original untouched and nothing partial visible.
 * 2. What is stored is never overwritten. Storing the same bytes again answers `existed`, and only after the stored
 *    copy was read again and hashes to its name.
 * 3. `get` verifies nothing; `verify` does. Nothing repairs.
 *
 * Source: E7.
 */
import { err, ok, type Result, type Sha256 } from "@recourse/core";
import { createDigester, digestOrThrow, type Digest, type PassOptions } from "./digest.ts";
import { pieces, type ByteSource } from "./pieces.ts";
import { asVaultError, Fault, type VaultError } from "./vault-error.ts";

/** Units: `size` in bytes; when given, a source of another length is refused (`io`, `SIZE`). */
export interface PutSource {
  readonly bytes: ByteSource;
  readonly size?: number;
}

export interface PutOptions extends PassOptions {
  /** Refuse (`corrupt`) bytes that do not hash to this: for what a peer or an archive says it sends. */
  readonly expected?: Sha256;
  /** The file's name as the person knows it. Only the folder adapter uses it, to name the file. */
  readonly name?: string;
}

/** What was stored; `existed` when these bytes were there before and nothing was written. */
export interface PutReceipt extends Digest {
  readonly existed: boolean;
}

/** Units: bytes. */
export interface BlobEntry {
  readonly sha256: Sha256;
  readonly size: number;
}

/** Bytes at rest, each blob once, plain, named by its SHA-256. */
export interface BlobStore {
  /** Errors: `quota`, `aborted`, `io`; `corrupt` when the bytes are not `expected`, or when the copy stored earlier is altered. */
  readonly put: (source: PutSource, options?: PutOptions) => Promise<Result<PutReceipt, VaultError>>;
  /** The bytes as a `Blob`: read when used, so reading a slice of a large file costs that slice. Errors: `missing`, `io`. */
  readonly get: (sha256: Sha256) => Promise<Result<Blob, VaultError>>;
  readonly has: (sha256: Sha256) => Promise<Result<boolean, VaultError>>;
  /** Every stored blob, ordered by hash. */
  readonly list: () => Promise<Result<readonly BlobEntry[], VaultError>>;
  /** Purge: the bytes are gone for good. Answers whether there were any. */
  readonly remove: (sha256: Sha256) => Promise<Result<boolean, VaultError>>;
  /** Reads the bytes again. Errors: `missing`, `corrupt`, `aborted`, `io`. */
  readonly verify: (sha256: Sha256, options?: PassOptions) => Promise<Result<Digest, VaultError>>;
  /** Clears what a crash left in the staging place, never an import that is still running. Answers how many. */
  readonly sweep: () => Promise<Result<number, VaultError>>;
}

/** One import on its way into an adapter. */
export interface Staging {
  readonly write: (piece: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Makes the bytes durable and lets them appear under their hash. */
  readonly settle: (digest: Digest) => Promise<{ readonly existed: boolean }>;
  /** Clears what is left in the staging place, if anything. Called once, last, whatever happened. */
  readonly release: () => Promise<void>;
}

/** Runs an adapter's effects; what they throw becomes the error. */
export async function attempt<T>(work: () => Promise<T>): Promise<Result<T, VaultError>> {
  try {
    return ok(await work());
  } catch (thrown) {
    return err(asVaultError(thrown));
  }
}

async function fill(
  staging: Staging,
  source: PutSource,
  { onProgress, signal, expected }: PutOptions,
): Promise<PutReceipt> {
  const digester = await createDigester();
  const total = source.size ?? (source.bytes instanceof Blob ? source.bytes.size : undefined);
  let done = 0;
  for await (const piece of pieces(source.bytes, signal)) {
    const writing = staging.write(piece);
    digester.update(piece);
    await writing;
    done += piece.length;
    if (total !== undefined && done > total) break;
    onProgress?.(total === undefined ? { done } : { done, total });
  }
  if (total !== undefined && done !== total) throw new Fault({ kind: "io", where: "source", code: "SIZE" });
  const digest = digester.finish();
  if (expected !== undefined && digest.sha256 !== expected) {
    throw new Fault({ kind: "corrupt", expected, actual: digest.sha256, size: digest.size });
  }
  if (signal?.aborted === true) throw new Fault({ kind: "aborted" });
  return { ...digest, ...(await staging.settle(digest)) };
}

/** `put` for every adapter: hash while writing, settle, always release. */
export async function putThrough(
  open: () => Promise<Staging>,
  source: PutSource,
  options: PutOptions = {},
): Promise<Result<PutReceipt, VaultError>> {
  const filled = await attempt(async () => {
    const staging = await open();
    try {
      return await fill(staging, source, options);
    } finally {
      // What cannot be cleared now is cleared by the next sweep; the import's own outcome is what counts.
      await staging.release().catch(() => undefined);
    }
  });
  // A source that the same signal stops often fails in its own words first.
  return !filled.ok && options.signal?.aborted === true ? err({ kind: "aborted" }) : filled;
}

/** Reads stored bytes again. Errors: throws `Fault` (`corrupt`, `aborted`); reading failures are the store's. */
export async function confirm(expected: Sha256, stored: ByteSource, options: PassOptions = {}): Promise<Digest> {
  const digest = await digestOrThrow(stored, options).catch((thrown: unknown) => {
    const error = asVaultError(thrown);
    throw new Fault(error.kind === "io" ? { ...error, where: "store" } : error);
  });
  if (digest.sha256 !== expected)
    throw new Fault({ kind: "corrupt", expected, actual: digest.sha256, size: digest.size });
  return digest;
}

/** Entries in the order `list` promises. */
export function byHash(entries: readonly BlobEntry[]): readonly BlobEntry[] {
  return entries.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : a.sha256 > b.sha256 ? 1 : 0));
}
