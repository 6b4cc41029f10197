/**
 * @recourse/intake: files → evidence. Bytes in, changes out; no I/O.
 */
export { takeFile, READ_LIMIT, type FileIn, type TakeContext, type Taken } from "./take.ts";
export { acceptOffer, type AcceptContext, type ConversationOffer, type Offer, type RowOffer } from "./offer.ts";
export { reconcileRefunds } from "./refunds.ts";
export { intakeFindingCodes, type Finding, type FindingCode, type Severity } from "./finding.ts";
export { sniff, PREVIEW_PIXELS, type Sniffed } from "./sniff.ts";
export { decode, type Decoded, type Encoding, type MisEncoded } from "./decode.ts";
export { readCsv, readXlsx, type Cell, type NumberCell, type Table, type TableError, type TableRow } from "./table.ts";
export { readBill, type BadRow, type Bill, type BillRow } from "./bills/bill.ts";
export type { BillProfile } from "./bills/profile.ts";
export type { ProofCode } from "./bill-records.ts";
export type { OfferReason } from "./matching.ts";
export type { ImageSize } from "./image-header.ts";
export type { ChatMessage, Conversation, KnownNames, Side, Utterance } from "./chat/conversation.ts";
export type { ChatSuggestion } from "./chat/promise.ts";
export { suggestClauses, type ClauseSuggestion } from "./clauses.ts";
export type { Suggestion } from "./record-content.ts";
export { UNSORTED, type Recognised } from "./material.ts";
export type { Stamp } from "./recording.ts";
export {
  communicationId,
  exhibitId,
  linkId,
  paymentId,
  readingId,
  refundId,
  sampleId,
  sightingId,
  unnumberedRefundId,
} from "./derived-id.ts";
