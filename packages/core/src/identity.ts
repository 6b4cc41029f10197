/**
 * Ids and Refs: the one way to name a thing in proof links, provenance, Problems, URLs and CLI JSON. Pure.
 *
 * 1. Ids are ULIDs minted by the caller, or derived: the first 32 hex of a SHA-256 over what makes the thing itself (2-architecture, Identity).
 * 2. A Ref is `kind/id[/field][#locator]`; a fact is what a Ref points at.
 */
import { err, ok, type Result } from "./result.ts";

export type Id = string & { readonly __brand: "Id" };
/** 64 lower-case hex digits of a SHA-256. */
export type Sha256 = string & { readonly __brand: "Sha256" };
export type Ref = string & { readonly __brand: "Ref" };

export const idPattern = /^(?:[0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{32})$/;
export const sha256Pattern = /^[0-9a-f]{64}$/;
export const refPattern = /^([a-z][a-zA-Z]*)\/([A-Za-z0-9._-]+)(?:\/([A-Za-z][A-Za-z0-9]*))?(?:#(.+))?$/;

/** Whether a text has the form of an id, minted or derived; not whether anything has that id. */
export const isId = (text: string): text is Id => idPattern.test(text);
/** Whether a text is a digest as this project writes them: upper-case hex is none, so that equal digests are equal texts. */
export const isSha256 = (text: string): text is Sha256 => sha256Pattern.test(text);

/** An id literal. Errors: throws, because a malformed literal is a bug. */
export function id(text: string): Id {
  if (!isId(text)) throw new Error(`not an id: ${text}`);
  return text;
}

/** A digest literal. Errors: throws. */
export function sha256(text: string): Sha256 {
  if (!isSha256(text)) throw new Error(`not a sha256: ${text}`);
  return text;
}

export interface RefParts {
  readonly kind: string;
  readonly id: string;
  readonly field?: string;
  readonly locator?: string;
}

/** Parts → Ref, e.g. `exhibit/…#row=18`, `payment/…/amountFen`, `provision/cc-577`. */
export function ref(kind: string, of: string, field?: string, locator?: string): Ref {
  return `${kind}/${of}${field === undefined ? "" : `/${field}`}${locator === undefined ? "" : `#${locator}`}` as Ref;
}

/** Errors: `not_a_ref`. */
export function parseRef(text: string): Result<RefParts, { readonly kind: "not_a_ref"; readonly text: string }> {
  const m = refPattern.exec(text);
  if (!m || m[1] === undefined || m[2] === undefined) return err({ kind: "not_a_ref", text });
  return ok({
    kind: m[1],
    id: m[2],
    ...(m[3] === undefined ? {} : { field: m[3] }),
    ...(m[4] === undefined ? {} : { locator: m[4] }),
  });
}
