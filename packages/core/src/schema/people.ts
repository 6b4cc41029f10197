/**
 * Who and what the case is about: the case itself, parties, orders, what was promised, the platform's own terms. Pure data (zod schemas are the types).
 *
 * 1. Stored schemas are loose objects without transforms: unknown fields stay byte for byte.
 * 2. Fields are flat; a list that two people may add to is records, never a field.
 */
import * as z from "zod/mini";
import {
  CategorySchema,
  ConditionSchema,
  CounterSchema,
  GroundKindSchema,
  LangSchema,
  YesNoSchema,
  stamp,
} from "./parts.ts";
import { FenSchema, IdSchema, InstantSchema, RefSchema, WhenSchema } from "./values.ts";

/** One matter of getting money back. Exactly one per case; its id is the case id. */
export const CaseInfoSchema = z.looseObject({
  title: z.string(),
  category: CategorySchema,
  lang: LangSchema,
  /** L3: consumer law may not apply to a business purchase; asked once. */
  purpose: z.enum(["life", "business", "unknown"]),
  /** L6, category `engagement` only. */
  situation: z.optional(z.enum(["own", "business", "worked", "unknown"])),
  /** G5. Units: years at payment. */
  payerAge: z.optional(z.int()),
  paidTo: z.enum(["merchant", "person", "store", "wallet", "unknown"]),
  /** G3. */
  gaveAccount: z.optional(YesNoSchema),
  ...stamp,
});

/** Claimant, respondent, guardian, payee, seller, the platform a shop stands on, or the agent a power of attorney names. */
export const PartySchema = z.looseObject({
  role: z.enum(["claimant", "respondent", "guardian", "payee", "seller", "platform", "agent"]),
  name: z.string(),
  kind: z.optional(z.enum(["company", "person", "store", "unknown"])),
  /** R1: found in a licence link, filing number, terms, bill, invoice, store page. */
  foundIn: z.optional(z.enum(["licence", "icp", "terms", "bill", "invoice", "store", "platform", "told"])),
  creditCode: z.optional(z.string()),
  address: z.optional(z.string()),
  contact: z.optional(z.string()),
  site: z.optional(z.string()),
  exhibit: z.optional(IdSchema),
  ...stamp,
});

export const OrderSchema = z.looseObject({
  /** The other side's number; may be missing at first (bad input: a finding, not a refusal). */
  number: z.string(),
  item: z.string(),
  paidFen: FenSchema,
  orderedAt: InstantSchema,
  url: z.optional(z.string()),
  exhibit: z.optional(IdSchema),
  ...stamp,
});

/** What was promised: how much, by when, for how long, in whose words. */
export const UndertakingSchema = z.looseObject({
  order: IdSchema,
  counter: CounterSchema,
  quantity: z.optional(z.number()),
  startWithinHours: z.optional(z.number()),
  finishWithinHours: z.optional(z.number()),
  retentionHours: z.optional(z.number()),
  quote: z.string(),
  /** Where the words stand. Without it the promise is told, not shown. */
  exhibit: z.optional(IdSchema),
  locator: z.optional(z.string()),
  /** E3: captured at or before the order, or marked later. */
  shownAtOrder: YesNoSchema,
  ...stamp,
});

/** A platform term, captured and never typed from memory (B2). */
export const ClauseSchema = z.looseObject({
  document: z.string(),
  article: z.string(),
  quote: z.string(),
  url: z.optional(z.string()),
  capturedAt: z.optional(WhenSchema),
  exhibit: z.optional(IdSchema),
  ground: GroundKindSchema,
  condition: ConditionSchema,
  /** B10. */
  shownAtOrder: YesNoSchema,
  ...stamp,
});

/** B2: a place where a term could stand, looked at on a day. */
export const LookupSchema = z.looseObject({
  place: z.string(),
  result: z.enum(["captured", "not_found"]),
  on: WhenSchema,
  clause: z.optional(IdSchema),
  ...stamp,
});

/** An answer to a question of the pack (B9, L3, L6, G3); the exhibit shows it where there is one. */
export const AnswerSchema = z.looseObject({
  question: z.string(),
  value: z.string(),
  exhibit: z.optional(IdSchema),
  at: z.optional(WhenSchema),
  ...stamp,
});

/** What was used of a prepaid service (D2), or the value received as the person states it (D1). */
export const UsageSchema = z.looseObject({
  order: IdSchema,
  unitsTotal: z.optional(z.number()),
  unitsUsed: z.optional(z.number()),
  giftUnits: z.optional(z.number()),
  giftUsed: z.optional(z.number()),
  /** Value received, where it is not computed from units. */
  valueFen: z.optional(FenSchema),
  /** D3: which of the two amounts is asked where the value is unknown. */
  claimChoice: z.optional(z.enum(["full", "after_value"])),
  exhibit: z.optional(IdSchema),
  ...stamp,
});

/** Personal change of a pack value; never an edit of the pack (3-domain). */
export const OverrideSchema = z.looseObject({
  packPath: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  source: z.string(),
  ...stamp,
});

/** A1: an option the platform itself offers in its form. */
export const ReasonOptionSchema = z.looseObject({
  label: z.string(),
  order: z.optional(z.string()),
  chosen: z.optional(z.boolean()),
  ...stamp,
});

/** Prose of the person's own; `text` merges by character. */
export const NoteSchema = z.looseObject({ about: z.optional(RefSchema), text: z.string(), ...stamp });

/** What one of those who share a case asks the other for: "请补完整聊天". It states nothing about the matter. */
export const RequestSchema = z.looseObject({
  text: z.string(),
  /** Who is asked: whose case it is, or who helps. */
  to: z.enum(["owner", "helper"]),
  about: z.optional(RefSchema),
  state: z.enum(["open", "done", "declined"]),
  /** What was said to it. */
  answer: z.optional(z.string()),
  ...stamp,
});
