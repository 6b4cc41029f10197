/**
 * Shared cases as files: what screens may ask for, and what can go wrong. Types only.
 *
 * 1. A *share* file needs no passphrase: only members can read it. A *backup* and a *recovery* file open with theirs.
 * 2. Taking a file in never takes anything away: it is received like what comes over the network (FI2).
 *
 * Source: FI1, FI2, ME5.
 */
import type { Id, Result } from "@recourse/core";

/**
 * - `not_a_casebox`, `damaged`, `torn`, `too_large`, `newer_version`, `wrong_kind`: what is wrong with the file.
 * - `passphrase_needed`, `passphrase_wrong`, `passphrase_weak`: what is wrong with the passphrase; `iterations`: its lock is outside of what is taken.
 * - `not_here`: a share file of a case this device has no part in. `unlisted`: it is not this case's file.
 * - `needs_recovery`: a backup of a case that is not here: the recovery file makes this device one of its owner's.
 * - `other_recovery`, `no_genesis`, `unknown_device`, `device_out`, `no_key`: why it could not be restored. `store`: this device could not keep it.
 */
export interface FileTrouble {
  readonly kind:
    | "not_a_casebox"
    | "damaged"
    | "torn"
    | "too_large"
    | "newer_version"
    | "wrong_kind"
    | "passphrase_needed"
    | "passphrase_wrong"
    | "passphrase_weak"
    | "iterations"
    | "not_here"
    | "unlisted"
    | "needs_recovery"
    | "other_recovery"
    | "no_genesis"
    | "unknown_device"
    | "device_out"
    | "no_key"
    | "store";
  readonly code?: string;
}

export interface SavedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** What a file brought. */
export interface TakenCasebox {
  readonly caseId: Id;
  readonly title: string;
  /** Units: records. */
  readonly added: number;
  readonly known: number;
  /** Kept until what they stand on comes. */
  readonly waiting: number;
  readonly refused: number;
  /** Some of the file could not be read; the rest is here. */
  readonly isDamaged: boolean;
}

/** Of one shared case. */
export interface CaseFiles {
  /** New changes for members, e.g. by a messenger. */
  readonly share: () => Promise<SavedFile>;
  /** Everything with this device's keys. */
  readonly backup: (passphrase: string) => Promise<Result<SavedFile, FileTrouble>>;
  /** The one file that can take a lost first phone out. Errors: `not_here` where its seed was handed over already. */
  readonly recovery: (passphrase: string) => Promise<Result<SavedFile, FileTrouble>>;
  /** The person says that the recovery file lies in a safe place: its seed leaves this device for good. */
  readonly recoveryKept: () => Promise<void>;
  /** A passphrase of 100 bits, in groups. */
  readonly propose: () => Promise<string>;
}

/** Of this device. */
export interface TakingFiles {
  /** A share file, or a backup of a case that is here. */
  readonly take: (file: Blob, passphrase?: string) => Promise<Result<TakenCasebox, FileTrouble>>;
  /** A backup and the recovery file on a new phone: it becomes an owner's device of the case; `lost`: the first phone is taken out. */
  readonly restore: (
    backup: { readonly file: Blob; readonly passphrase: string },
    recovery: { readonly file: Blob; readonly passphrase: string },
    lost: boolean,
  ) => Promise<Result<TakenCasebox, FileTrouble>>;
}
