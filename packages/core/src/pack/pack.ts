/**
 * Pack: the policy of a country as data (law, clocks, elements, categories, wording). Pure: schemas and types; the data lives in `pack-*`.
 *
 * 1. Packs are data, never code; another country is another pack.
 * 2. Long texts (provisions, excuses, words of channels) load apart: `texts` is absent until they are there, and what needs them says so.
 */
import * as z from "zod/mini";
import { CategorySchema, ConditionSchema, CounterSchema, ElementIdSchema, GroundKindSchema } from "../schema/parts.ts";
import { ChannelRulesSchema } from "./channel-rule.ts";
import type { ExcuseBook } from "./excuse-book.ts";
import { CivilDateSchema } from "../schema/values.ts";

/** L5, axis *check*: `verified` = verbatim from its named source. */
export const CheckSchema = z.enum(["verified", "as_quoted", "disputed", "unverified"]);
export type Check = z.infer<typeof CheckSchema>;

/** A provision without its text. */
export const ProvisionSchema = z.object({
  id: z.string(),
  law: z.string(),
  lawEn: z.string(),
  /** Other names people use: 电子商务法. */
  shortNames: z.array(z.string()),
  /** 第五十八条. */
  article: z.string(),
  articleNo: z.number(),
  effectiveFrom: CivilDateSchema,
  repealedFrom: z.optional(CivilDateSchema),
  status: z.enum(["in-force", "repealed", "superseded-in-part"]),
  check: CheckSchema,
  crossChecked: z.boolean(),
  relevanceZh: z.string(),
  relevanceEn: z.string(),
  tags: z.array(z.string()),
});
export type Provision = z.infer<typeof ProvisionSchema>;

/** A citation of the guide itself, with what is wrong about it (3-domain §0). */
export const GuideCitationSchema = z.object({
  id: z.string(),
  law: z.string(),
  articleNo: z.number(),
  quote: z.string(),
  check: CheckSchema,
  noteZh: z.string(),
  noteEn: z.string(),
  nearest: z.array(z.string()),
});

export const UnitSchema = z.enum(["hour", "calendar-day", "cn-working-day", "month", "year", "user-chosen"]);

/** One clock of the law. Its owner follows from `kind`, its scope from `basis` (K1, K4). */
export const RuleSchema = z.looseObject({
  id: z.string(),
  event: z.string(),
  amount: z.nullable(z.number()),
  unit: UnitSchema,
  kind: z.string(),
  basis: z.array(z.string()),
  label_zh: z.string(),
  label_en: z.string(),
  valid_until: z.optional(CivilDateSchema),
  effective_from: z.optional(CivilDateSchema),
  /** `none`: a time that somebody must wait, which no day of rest makes longer; anything else is a note on the text. */
  roll: z.optional(z.string()),
  /** Whose answer to `applies.<id>` says that the rule speaks of this case at all. */
  applies_if: z.optional(z.string()),
  /** Named by the text as usual, not as binding: somebody else sets the date. */
  indicative: z.optional(z.boolean()),
  /** How much longer it may be made; a bare number is in the unit of the rule. */
  extension: z.optional(z.union([z.number(), z.object({ amount: z.number(), unit: UnitSchema })])),
  /** K9: neither restarted nor made longer. */
  no_extension: z.optional(z.boolean()),
  /** K6: names that begin the period anew, and the text that says so. */
  restarts_on: z.optional(z.array(z.string())),
  restart_basis: z.optional(z.array(z.string())),
  /** K6: the end that nothing moves. */
  longstop: z.optional(z.object({ event: z.string(), amount: z.number(), unit: UnitSchema })),
  /** What is not counted in: time between `<name>.started` and `<name>.ended`. */
  pausable: z.optional(z.array(z.string())),
  /** A rule on the same matter from the same start: lateness is said only after both (K2). */
  alongside: z.optional(z.string()),
  /** Names that make the clock moot: what it waited for has happened. */
  ended_by: z.optional(z.array(z.string())),
  suggest_hours: z.optional(z.array(z.number())),
});
export type DeadlineRule = z.infer<typeof RuleSchema>;

/**
 * X12: which start events of rules an event of the case raises.
 * `where` and `unless`: values of fields of the event's data, of which one must, or none may, stand there.
 */
export const TriggerSchema = z.object({
  event: z.string(),
  channel: z.optional(z.string()),
  where: z.optional(z.record(z.string(), z.array(z.string()))),
  unless: z.optional(z.record(z.string(), z.array(z.string()))),
  starts: z.array(z.string()),
});

/** One thing that shows an element. `any` = one of these is enough, `all` = each is needed. */
export const RequirementSchema = z.enum([
  "order_record",
  "payment_matched",
  "promise_captured",
  "condition_shown",
  "conversation",
  "failure_notice",
  "unreachable_attempts",
  "clause_captured",
  "respondent_named",
  "amount_computed",
]);
export type Requirement = z.infer<typeof RequirementSchema>;
export const ElementRowSchema = z.object({
  element: ElementIdSchema,
  all: z.array(RequirementSchema),
  any: z.array(RequirementSchema),
});

export const GroundRuleSchema = z.object({
  kind: GroundKindSchema,
  /** The guide's three classes shown over the kinds (B1). */
  guideClass: z.nullable(z.enum(["not_performed", "below_standard", "platform_duty"])),
  /** Law as fallback, best first (B5). Empty: this kind stands only on a clause. */
  provisions: z.array(z.string()),
  /** Provisions that cut against it. */
  against: z.array(z.string()),
  /** Condition used where law is the source. */
  condition: z.nullable(ConditionSchema),
  categories: z.array(CategorySchema),
  /** Provisions that speak only of payers of some ages. Units: years at payment, from the first and below the second. */
  payerAge: z.optional(z.record(z.string(), z.tuple([z.int(), z.int()]))),
  elements: z.array(ElementRowSchema),
});
export type GroundRule = z.infer<typeof GroundRuleSchema>;

/** Recognises what a clause says, so that its condition need not be built by hand. Named groups: hours, percent. */
export const ClausePatternSchema = z.object({
  id: z.string(),
  pattern: z.string(),
  ground: GroundKindSchema,
  condition: ConditionSchema,
});
export type ClausePattern = z.infer<typeof ClausePatternSchema>;

export const MaterialTypeSchema = z.object({
  /** As the platform expects it in file names: 支付凭证 (F4). */
  id: z.string(),
  en: z.string(),
  elements: z.array(ElementIdSchema),
  categories: z.array(CategorySchema),
  /** Words in a file name that suggest this type. */
  hints: z.array(z.string()),
  tipZh: z.string(),
  tipEn: z.string(),
});
export type MaterialType = z.infer<typeof MaterialTypeSchema>;

/** A1: reasons with the words platforms use for them. */
export const ReasonSchema = z.object({
  id: z.string(),
  kinds: z.array(GroundKindSchema),
  zh: z.string(),
  en: z.string(),
  synonyms: z.array(z.string()),
});

export const QuestionSchema = z.object({
  id: z.string(),
  zh: z.string(),
  en: z.string(),
  whyZh: z.string(),
  whyEn: z.string(),
  answers: z.array(z.object({ value: z.string(), zh: z.string(), en: z.string() })),
});
export type Question = z.infer<typeof QuestionSchema>;

export const CategorySpecSchema = z.object({
  id: CategorySchema,
  /** Views this category does not need: chart, samples, units. */
  hides: z.array(z.string()),
  counters: z.array(CounterSchema),
  grounds: z.array(GroundKindSchema),
  questions: z.array(z.string()),
  materialTypes: z.array(z.string()),
  /** L1: codes of notices on every screen and before any letter. */
  notices: z.array(z.string()),
  /** A7. */
  lawInLetters: z.boolean(),
});
export type CategorySpec = z.infer<typeof CategorySpecSchema>;

export const WordingItemSchema = z.object({
  id: z.string(),
  phrase: z.string(),
  variants: z.array(z.string()),
  category: z.string(),
  severity: z.enum(["block", "warn", "info"]),
  rewrite_zh: z.string(),
  note_zh: z.nullable(z.string()),
  allowIf: z.array(z.string()),
  exclude: z.array(z.string()),
});
export type WordingItem = z.infer<typeof WordingItemSchema>;

export const WordingSchema = z.looseObject({
  items: z.array(WordingItemSchema),
  /** Per-sentence patterns that block, with the exception patterns that pass. */
  composite: z.array(
    z.object({
      id: z.string(),
      category: z.string(),
      severity: z.enum(["block", "warn", "info"]),
      pattern: z.string(),
      exceptions: z.array(z.string()),
      across: z.boolean(),
    }),
  ),
});

export const PackSchema = z.object({
  id: z.string(),
  version: z.int(),
  schema: z.literal(1),
  asOf: CivilDateSchema,
  provisions: z.array(ProvisionSchema),
  guideCitations: z.array(GuideCitationSchema),
  rules: z.array(RuleSchema),
  triggers: z.array(TriggerSchema),
  grounds: z.array(GroundRuleSchema),
  clausePatterns: z.array(ClausePatternSchema),
  materialTypes: z.array(MaterialTypeSchema),
  reasons: z.array(ReasonSchema),
  questions: z.array(QuestionSchema),
  categories: z.array(CategorySpecSchema),
  lookupPlaces: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })),
  /** G6: phrases that ask for a pause, in every language people write in. */
  distress: z.optional(z.array(z.string())),
  channels: ChannelRulesSchema,
  wording: WordingSchema,
  /** Public holidays that are rest days, and weekend days that are worked; years covered by both. */
  calendar: z.object({
    years: z.array(z.number()),
    rest: z.array(CivilDateSchema),
    work: z.array(CivilDateSchema),
    statutory: z.array(CivilDateSchema),
  }),
  /** Editable defaults by path: `stopBelowFen`, `chatFollowUpHours`, `demandDays`, `startWithinHours`, … */
  defaults: z.record(z.string(), z.number()),
});
/** `texts`: provision id → verbatim text; `excuses`: what they may say and what answers it. Each is absent until loaded. */
export type Pack = z.infer<typeof PackSchema> & {
  readonly texts?: Readonly<Record<string, string>>;
  readonly excuses?: ExcuseBook;
};

/** `cn@3`. */
export const packName = (p: Pick<Pack, "id" | "version">): string => `${p.id}@${p.version}`;
