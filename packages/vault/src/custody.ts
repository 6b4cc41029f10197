/**
 * The custody log: what happened to which original, when, by whom and with what tool. Pure.
 *
 * 1. One append-only log per device. Entry n names the hash of entry n − 1, so one hash stands for all before it.
 * 2. `hash` is SHA-256 over the canonical JSON (RFC 8785) of the entry without `hash`: anyone can recompute it.
 * 3. Verification never repairs and never guesses an order; it says what is altered, missing or forked.
 * 4. A log cut off at its end looks whole unless the head it once had is known (from a timestamp or a peer).
 *
 * Source: 6-evidence, Integrity.
 */
import canonicalize from "canonicalize";
import * as z from "zod/mini";
import { err, InstantSchema, ok, Sha256Schema, type Result, type Sha256 } from "@recourse/core";
import { sha256Hex } from "./digest.ts";

/** Number of the stored form of an entry. */
export const CUSTODY_FORMAT = 1;

/** What can happen to an original. Readers keep and check entries with actions they do not know. */
export type CustodyAction =
  | "imported"
  | "received"
  | "derived"
  | "verified"
  | "shared"
  | "exported"
  | "stamped"
  | "purged";

/** Facts about what happened; `tool` names the program and version that did it. */
export const CustodyDetailSchema = z.readonly(z.catchall(z.object({ tool: z.string() }), z.json()));
export type CustodyDetail = z.infer<typeof CustodyDetailSchema>;

export const CustodyEntrySchema = z.readonly(
  z.looseObject({
    format: z.int().check(z.positive()),
    /** 0, 1, 2, … */
    seq: z.int().check(z.nonnegative()),
    /** Hash of the entry before; null for the first. */
    prev: z.nullable(Sha256Schema),
    at: InstantSchema,
    /** Id of the person and device that did it. */
    by: z.string(),
    action: z.string(),
    /** The original it happened to. */
    subject: Sha256Schema,
    detail: CustodyDetailSchema,
    hash: Sha256Schema,
  }),
);
export type CustodyEntry = z.infer<typeof CustodyEntrySchema>;

/** What the caller knows; the log adds the rest. */
export interface CustodyEvent extends Pick<CustodyEntry, "at" | "by" | "subject" | "detail"> {
  readonly action: CustodyAction;
}

/** One hash that stands for a whole log. */
export interface CustodyHead {
  readonly seq: number;
  readonly hash: Sha256;
}

/** Text with half a character in it (a lone surrogate, as some file systems allow) has no canonical form. */
export interface NotCanonical {
  readonly kind: "not_canonical";
}

/** Canonical JSON (RFC 8785). Errors: `not_canonical`. */
export function canonicalText(value: unknown): Result<string, NotCanonical> {
  try {
    const text = canonicalize(value);
    return text === undefined ? err({ kind: "not_canonical" }) : ok(text);
  } catch {
    return err({ kind: "not_canonical" });
  }
}

/** What an entry's `hash` must be. Errors: `not_canonical`. */
export async function custodyHash(entry: Readonly<Record<string, unknown>>): Promise<Result<Sha256, NotCanonical>> {
  const { hash: _stated, ...rest } = entry;
  const text = canonicalText(rest);
  return text.ok ? ok(await sha256Hex(new TextEncoder().encode(text.value))) : text;
}

/** The entry that follows `last` (nothing for a new log). The caller stores it. Errors: `not_canonical`. */
export async function appendEntry(
  last: CustodyHead | undefined,
  event: CustodyEvent,
): Promise<Result<CustodyEntry, NotCanonical>> {
  const { at, by, action, subject, detail } = event;
  const seq = last === undefined ? 0 : last.seq + 1;
  const body = { format: CUSTODY_FORMAT, seq, prev: last?.hash ?? null, at, by, action, subject, detail };
  const hash = await custodyHash(body);
  return hash.ok ? ok({ ...body, hash: hash.value }) : hash;
}
