/**
 * Derived ids: what is imported gets its id from what it is, so that the same thing imported twice, in any order and on
 * any device, is one record. Pure but for the platform's digest, which is async.
 *
 * 1. An id is the first 32 hex of SHA-256 over the kind and the parts, joined by NUL.
 *
 * Source: 2-architecture, Identity.
 */
import { id, type ElementId, type Id, type Sha256 } from "@recourse/core";
import { sha256Hex } from "@recourse/vault";

const encoder = new TextEncoder();

async function derived(...parts: readonly string[]): Promise<Id> {
  return id((await sha256Hex(encoder.encode(parts.join("\0")))).slice(0, 32));
}

/** The same bytes are one exhibit within a case, and another one in another case. */
export const exhibitId = (caseId: Id, sha256: Sha256): Promise<Id> => derived("exhibit", caseId, sha256);
/** `transaction`: the payment app's own number. */
export const paymentId = (provider: string, transaction: string): Promise<Id> =>
  derived("payment", provider, transaction);
/** `transaction`: the refund's own number. */
export const refundId = (provider: string, transaction: string): Promise<Id> =>
  derived("refund", provider, transaction);
/** The one refund of a payment that no export numbers: what is left of the total that was shown. */
export const unnumberedRefundId = (provider: string, payment: string): Promise<Id> =>
  derived("refund", provider, `${payment}#unnumbered`);
/** `of`: the Ref that is seen. Units: row as a spreadsheet shows it. */
export const sightingId = (of: string, exhibit: Id, row: number): Promise<Id> =>
  derived("sighting", of, exhibit, String(row));
/** Units: row as a spreadsheet shows it. */
export const readingId = (exhibit: Id, row: number): Promise<Id> => derived("reading", exhibit, String(row));
/** `row`: the line of the file on which the message begins, so that equal messages stay two. */
export const communicationId = (exhibit: Id, row: number): Promise<Id> =>
  derived("communication", exhibit, String(row));
/** A list of accounts is one sample: the file is what was drawn. */
export const sampleId = (exhibit: Id): Promise<Id> => derived("sample", exhibit);
/** `code`: why it proves, `shows`: the Ref it shows, or nothing. Two reasons are two links. */
export const linkId = (exhibit: Id, element: ElementId, code: string, shows: string): Promise<Id> =>
  derived("link", exhibit, element, code, shows);
