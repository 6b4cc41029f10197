/**
 * The small closed sets that records use. Pure data.
 *
 * 1. A newer app may add members: readers keep such records as `foreign`, byte for byte (2-architecture, Stored data).
 */
import * as z from "zod/mini";
import { IdSchema, InstantSchema } from "./values.ts";

export const CategorySchema = z.enum(["engagement", "membership", "topup", "course", "software", "other"]);
export type Category = z.infer<typeof CategorySchema>;

export const LangSchema = z.enum(["zh-CN", "en"]);
export type Lang = z.infer<typeof LangSchema>;

/** Three-valued answers to questions about the world (B3). */
export const YesNoSchema = z.enum(["yes", "no", "unknown"]);
export type YesNo = z.infer<typeof YesNoSchema>;

/** Why the money should come back (B1, B9). The first nine are the guide's three classes spelt out. */
export const GroundKindSchema = z.enum([
  "not_started",
  "under_delivered",
  "quality_below_standard",
  "post_delivery_loss",
  "platform_failure",
  "platform_unreachable",
  "misrepresentation",
  "account_harm",
  "other",
  "auto_renew_no_notice",
  "unauthorised_payment",
  "duplicate_charge",
  "minor_payment",
  "seller_unidentified",
  "unfair_term",
  "terminate_prepaid",
  "prepaid_7d",
]);
export type GroundKind = z.infer<typeof GroundKindSchema>;

/** What has to be shown (E1). */
export const ElementIdSchema = z.enum(["order_exists", "breach", "responsibility", "respondent_identity", "amount"]);
export type ElementId = z.infer<typeof ElementIdSchema>;

export const CounterSchema = z.enum(["followers", "likes", "views", "comments", "days", "lessons", "credits", "other"]);
export type Counter = z.infer<typeof CounterSchema>;

export const MediumSchema = z.enum(["chat", "phone", "email", "form", "letter", "visit", "other"]);
export type Medium = z.infer<typeof MediumSchema>;

/**
 * A condition of a clause or provision, as data (B1, B4, B8).
 * `ever` is true once it has happened; `still` is judged at the newest reading.
 */
export const ConditionSchema = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("not_started"), hours: z.optional(z.number()), tense: z.enum(["ever", "still"]) }),
  z.looseObject({
    type: z.literal("progress_below"),
    ratio: z.number(),
    withinHours: z.optional(z.number()),
    unlessExplained: z.optional(z.boolean()),
  }),
  z.looseObject({
    type: z.literal("drop_over"),
    ratio: z.number(),
    withinHours: z.number(),
    denominator: z.enum(["gain", "total", "unspecified"]),
  }),
  z.looseObject({ type: z.literal("suspicious_over"), ratio: z.optional(z.number()) }),
  z.looseObject({ type: z.literal("failure_notice") }),
  z.looseObject({ type: z.literal("unreachable") }),
  z.looseObject({ type: z.literal("duplicate_payment") }),
  z.looseObject({ type: z.literal("payer_minor") }),
  z.looseObject({ type: z.literal("respondent_unidentified") }),
  z.looseObject({ type: z.literal("refund_clause") }),
  /** Every `answers` entry is a question id and the answer that makes the condition met; the opposite answer makes it not met. */
  z.looseObject({
    type: z.literal("answers"),
    all: z.array(z.looseObject({ question: z.string(), is: z.enum(["yes", "no"]) })),
  }),
]);
export type Condition = z.infer<typeof ConditionSchema>;

/** Who wrote a record and when this device recorded it. Attribution, not proof: sharing signs records separately. */
export const stamp = { by: z.optional(IdSchema), recordedAt: z.optional(InstantSchema) };
