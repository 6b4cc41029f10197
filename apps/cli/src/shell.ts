/**
 * What the command line touches of the world, as one value, so that verbs are plain functions. Types and small pure parts only.
 *
 * 1. stdout carries answers only; everything said to a person about trouble goes to stderr.
 * 2. Exit 0 done · 1 the verb's own question is answered "no" · 2 usage or refused `case.json`.
 */
import type { Id, Instant, Lang } from "@recourse/core";

export interface Shell {
  /** The caller's folder; relative paths are taken from here. */
  readonly cwd: string;
  readonly now: () => Instant;
  readonly mint: () => Id;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly readStdin: () => Promise<string>;
  readonly lang: Lang;
}

export type ExitCode = 0 | 1 | 2;

/** Refusals of the command line itself; worded in `cli-words.ts`. */
export type UsageError =
  | { readonly kind: "usage"; readonly verb: string; readonly reason: string }
  | { readonly kind: "no_case"; readonly path: string }
  | { readonly kind: "exists"; readonly path: string }
  | { readonly kind: "broken_case"; readonly path: string; readonly reason: string }
  | { readonly kind: "newer_case"; readonly path: string; readonly version: number }
  | { readonly kind: "locked"; readonly path: string }
  | { readonly kind: "io"; readonly path: string; readonly reason: string }
  /** An original of the case is gone from its folder, or is not what was imported. */
  | { readonly kind: "cannot_pack"; readonly path: string; readonly why: "missing" | "altered" }
  | { readonly kind: "not_text"; readonly path: string }
  /** The folder holds no log. */
  | { readonly kind: "never_shared"; readonly path: string }
  /** A shared file, or the log of a folder, that cannot be taken. */
  | { readonly kind: "bad_share"; readonly path: string; readonly why: BadShare };

/** Kinds of `CaseboxError`, and what only a folder can be wrong in. */
export type BadShare =
  | "not_a_casebox"
  | "damaged"
  | "passphrase_wrong"
  | "too_large"
  | "newer_version"
  | "wrong_kind"
  | "torn"
  | "iterations"
  | "other_case"
  /** No first record: nobody can say whose case it is. */
  | "no_genesis"
  /** A passphrase for a file that has none. */
  | "not_a_backup";

/** An answer as `--json` prints it: indented, because people read it too, and closed by a line break. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
