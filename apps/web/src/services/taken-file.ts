/** What became of a file that came in. Types only. */
import type { Id, Instant, Sha256 } from "@recourse/core";
import type { Conversation, Finding, Offer, Recognised, Suggestion, Taken } from "@recourse/intake";

export type { Conversation, Finding, Offer, Recognised, Suggestion };

/** Why the original could not be kept or read: worded by `screen.take.<kind>`. */
export type TakeError =
  | { readonly kind: "quota" }
  | { readonly kind: "unreadable"; readonly reason: string }
  | { readonly kind: "store"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string };

export interface TakenFile {
  readonly name: string;
  /** Units: bytes. */
  readonly size: number;
  /** Undefined only when the original could not be kept. */
  readonly sha256: Sha256 | undefined;
  /** The case it went to; undefined while it waits to be sorted. */
  readonly caseId: Id | undefined;
  readonly exhibitId: Id | undefined;
  readonly status: Taken["exhibit"]["status"] | "waiting" | "failed";
  readonly recognised: Recognised | undefined;
  readonly findings: readonly Finding[];
  readonly offers: readonly Offer[];
  readonly suggestions: readonly Suggestion[];
  readonly conversations: readonly Conversation[];
  /** Rows or messages that became no record: what handing in the whole file discloses. */
  readonly otherRows: number;
  /** How many records it made. */
  readonly made: number;
  readonly error: TakeError | undefined;
}

/** A file of the inbox. */
export interface WaitingFile {
  readonly id: Id;
  readonly name: string;
  /** Units: bytes. */
  readonly size: number;
  readonly sha256: Sha256;
  readonly mediaType: string;
  readonly addedAt: Instant;
  readonly state: "new" | "filed" | "dismissed";
  readonly caseId: Id | undefined;
}
