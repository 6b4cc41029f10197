/** What the page and the parse worker say to each other. Types only. */
import type { Case, Change, Id, Instant, Sha256 } from "@recourse/core";
import type { Offer, Taken } from "@recourse/intake";

interface Given {
  readonly id: number;
  readonly case: Case;
  readonly now: Instant;
  readonly by?: Id | undefined;
}

export interface TakeRequest extends Given {
  readonly op: "take";
  readonly file: {
    /** Read in the worker, up to the limit of intake. */
    readonly blob: Blob;
    readonly name: string;
    readonly sha256: Sha256;
    readonly lastModified?: Instant | undefined;
    readonly via: string;
    readonly materialType?: string | undefined;
  };
  readonly ownNames: readonly string[];
}

export interface AcceptRequest extends Given {
  readonly op: "accept";
  readonly offer: Offer;
}

export type ParseRequest = TakeRequest | AcceptRequest;

export type ParseAnswer =
  | { readonly id: number; readonly op: "taken"; readonly taken: Taken }
  | { readonly id: number; readonly op: "accepted"; readonly changes: readonly Change[] }
  /** The file could not be read, or reading it met a bug: the original is kept all the same. */
  | { readonly id: number; readonly op: "failed"; readonly reason: string };
