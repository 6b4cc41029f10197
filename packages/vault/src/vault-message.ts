/**
 * What page and vault worker say to each other. Pure data; both ends come from the same build, so it has no version.
 *
 * 1. Every call has an id; it ends with exactly one `done`.
 * 2. A streamed source is pulled piece by piece: at most one piece per import is under way.
 */
import type { Result, Sha256 } from "@recourse/core";
import type { Progress } from "./digest.ts";
import type { VaultError } from "./vault-error.ts";

/** Page → worker. */
export type ToVault =
  | {
      readonly id: number;
      readonly op: "put";
      /** Absent when the worker is to pull the bytes. */
      readonly blob: Blob | undefined;
      readonly size: number | undefined;
      readonly expected: Sha256 | undefined;
      readonly name: string | undefined;
    }
  | { readonly id: number; readonly op: "get" | "has" | "remove" | "verify"; readonly sha256: Sha256 }
  | { readonly id: number; readonly op: "list" | "sweep" }
  | { readonly id: number; readonly op: "abort" }
  /** The answer to `pull`; no bytes = the end. */
  | { readonly id: number; readonly op: "piece"; readonly bytes: Uint8Array<ArrayBuffer> | undefined }
  | { readonly id: number; readonly op: "source-failed"; readonly error: VaultError };

/** Worker → page. */
export type FromVault<Value> =
  | { readonly id: number; readonly op: "done"; readonly result: Result<Value, VaultError> }
  | { readonly id: number; readonly op: "progress"; readonly progress: Progress }
  | { readonly id: number; readonly op: "pull" };
