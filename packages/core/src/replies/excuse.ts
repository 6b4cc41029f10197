/**
 * What a reply can be, and what recognising one needs to know of an excuse. Pure types; the data is the pack's (X5, X6).
 *
 * 1. Only what matching reads stands here, so that any pack whose excuses have these fields fits.
 */
import * as z from "zod/mini";
import type { Category } from "../schema/parts.ts";

/** How a reply counts. `vague` and `silent` are no answer (X5); `danger` is answered by nobody (G1). */
export const ReplyAsSchema = z.enum(["agreed", "refused", "vague", "silent", "offer", "danger"]);
export type ReplyAs = z.infer<typeof ReplyAsSchema>;

/** Fragments that belong together: one of each group, in this order. `#` in a fragment stands for any digit. */
export type Sequence = readonly (readonly string[])[];

export interface ReplyExcuse {
  readonly id: string;
  readonly categories: readonly Category[];
  readonly replyKind: ReplyAs;
  /** Literal fragments. */
  readonly patterns: readonly string[];
  readonly together?: readonly Sequence[] | undefined;
  /** What only looks like it: a match inside one of these does not count. */
  readonly except?: readonly Sequence[] | undefined;
  /** How surely the patterns mean it; `medium` where the pack does not say. */
  readonly patternConfidence?: "high" | "medium" | "low" | undefined;
}

/** What an offer is and what it asks in return, by fragments of its words. */
export interface OfferSigns {
  readonly forms: Readonly<Record<"credit" | "redo", readonly string[]>>;
  readonly asks: Readonly<Record<"withdraw" | "waiver" | "take_down" | "praise", readonly string[]>>;
}

/** The part of a pack's excuses that reading a reply needs. */
export interface ReplyBook {
  readonly items: readonly ReplyExcuse[];
  readonly offerSigns: OfferSigns;
}
