/**
 * SHA-256 and CRC-32 of bytes in one streaming pass. Pure but for reading its source; runs in Node and in a browser
 * worker.
 *
 * 1. The streaming digest is WebAssembly, which only the hashing worker's own response allows (CSP
 *    `wasm-unsafe-eval`): pages use `sha256Hex`, which is the platform's own one-shot.
 * 2. Nothing parses a file before this pass is over (E7).
 */
import { createCRC32, createSHA256 } from "hash-wasm";
import { err, ok, sha256, type Result, type Sha256 } from "@recourse/core";
import { pieces, type ByteSource } from "./pieces.ts";
import { asVaultError, type VaultError } from "./vault-error.ts";

/** Units: `size` in bytes; `crc32` is the unsigned 32-bit number a ZIP entry carries (polynomial 0xEDB88320). */
export interface Digest {
  readonly sha256: Sha256;
  readonly crc32: number;
  readonly size: number;
}

/** Units: bytes. `total` is absent when the source did not say how long it is. */
export interface Progress {
  readonly done: number;
  readonly total?: number;
}

export interface PassOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** A digest being made; `finish` ends it. */
export interface Digester {
  readonly update: (bytes: Uint8Array) => void;
  readonly finish: () => Digest;
}

/** Errors: throws where WebAssembly is not allowed, which is a wrong deployment. */
export async function createDigester(): Promise<Digester> {
  const [sha, crc] = await Promise.all([createSHA256(), createCRC32()]);
  sha.init();
  crc.init();
  let size = 0;
  return {
    update: (bytes) => {
      sha.update(bytes);
      crc.update(bytes);
      size += bytes.length;
    },
    finish: () => ({ sha256: sha256(sha.digest()), crc32: Number.parseInt(crc.digest(), 16), size }),
  };
}

/** The same pass, for callers inside this package. Errors: throws `Fault`. */
export async function digestOrThrow(source: ByteSource, { onProgress, signal }: PassOptions = {}): Promise<Digest> {
  const digester = await createDigester();
  const total = source instanceof Blob ? { total: source.size } : {};
  let done = 0;
  for await (const piece of pieces(source, signal)) {
    digester.update(piece);
    done += piece.length;
    onProgress?.({ done, ...total });
  }
  return digester.finish();
}

/**
 * Reads `source` once and says what it is; keeps at most two pieces of 4 MiB.
 * Errors: `aborted`, `io` with `where: "source"`.
 */
export async function digest(source: ByteSource, options: PassOptions = {}): Promise<Result<Digest, VaultError>> {
  try {
    return ok(await digestOrThrow(source, options));
  } catch (thrown) {
    return err(asVaultError(thrown));
  }
}

/** SHA-256 of bytes that are in memory anyway. Async because the platform's digest is; needs no WebAssembly. */
export async function sha256Hex(bytes: Uint8Array): Promise<Sha256> {
  const { buffer, byteOffset, byteLength } = bytes;
  // WebCrypto refuses views on shared memory, so these are copied.
  const own = buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : new Uint8Array(bytes);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", own));
  return sha256([...hash].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
}
