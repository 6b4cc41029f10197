/**
 * What can go wrong with bytes at rest, and the one place where thrown failures of a platform become such an error.
 * Pure.
 *
 * 1. The union is closed and holds facts only; `words` words it.
 * 2. A `Fault` travels inside this package only: every public function answers with a `Result`.
 */
import type { Sha256 } from "@recourse/core";

/**
 * - `quota`: the device has no room left (QuotaExceededError, ENOSPC, EDQUOT).
 * - `missing`: nothing is stored under this hash.
 * - `corrupt`: bytes that should hash to `expected` hash to `actual`; `size` is what was read.
 * - `aborted`: the caller's signal fired.
 * - `io`: reading the source or the store failed; `code` is the platform's own name for it (`EIO`,
 *   `NotReadableError`, …) or `SIZE` (the source was not as long as it said), `SHORT` (fewer bytes were kept than
 *   handed over), `CLOSED` (the worker is gone).
 */
export type VaultError =
  | { readonly kind: "quota" }
  | { readonly kind: "missing"; readonly sha256: Sha256 }
  | { readonly kind: "corrupt"; readonly expected: Sha256; readonly actual: Sha256; readonly size: number }
  | { readonly kind: "aborted" }
  | { readonly kind: "io"; readonly where: "source" | "store"; readonly code: string };

/** Carries a `VaultError` up to the adapter's public function, which returns it. Never leaves the package. */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly error: VaultError;
  constructor(error: VaultError) {
    super(error.kind);
    this.error = error;
  }
}

/** The platform's own name for a failure: Node's errno text, else the exception's name. */
export function codeOf(thrown: unknown): string {
  if (typeof thrown !== "object" || thrown === null) return "UNKNOWN";
  // DOMException.code is a number and says less than its name.
  if ("code" in thrown && typeof thrown.code === "string") return thrown.code;
  return "name" in thrown && typeof thrown.name === "string" ? thrown.name : "UNKNOWN";
}

const noRoom: ReadonlySet<string> = new Set(["QuotaExceededError", "ENOSPC", "EDQUOT"]);

/** A failure while talking to the store, as facts. */
export function asVaultError(thrown: unknown): VaultError {
  if (thrown instanceof Fault) return thrown.error;
  const code = codeOf(thrown);
  return noRoom.has(code) ? { kind: "quota" } : { kind: "io", where: "store", code };
}

/** A failure while reading what is to be stored. Room on this device is not the source's matter, so it is never `quota`. */
export function sourceFault(thrown: unknown): Fault {
  return thrown instanceof Fault ? thrown : new Fault({ kind: "io", where: "source", code: codeOf(thrown) });
}
