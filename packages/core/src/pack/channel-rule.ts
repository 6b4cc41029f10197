/**
 * Channels of a pack, the part that assessing needs: who may file, what is checked before, what shuts what, what it costs and tells. Pure schemas (X7–X16, L7, L9).
 *
 * 1. The words (labels, notes, what a channel handles) load apart; nothing here is for reading.
 * 2. `basis` names provisions; what carries none is practice: a door shut by practice only warns.
 */
import * as z from "zod/mini";
import { LetterKindSchema } from "../schema/course.ts";
import { CategorySchema } from "../schema/parts.ts";
import { CivilDateSchema, FenSchema } from "../schema/values.ts";

const basis = z.array(z.string());

/** How a channel stands for one kind of case. `guardian`: only a parent or guardian does it. */
export const PolicyLevelSchema = z.enum([
  "allow",
  "recommend",
  "notice",
  "warn",
  "strong_warn",
  "block",
  "guardian",
  "not_applicable",
]);
const PolicyRuleSchema = z.strictObject({ level: PolicyLevelSchema, basis });
export type PolicyRule = z.infer<typeof PolicyRuleSchema>;

/** X9: what is looked at before a filing. */
export const CheckCodeSchema = z.enum([
  "arbitration",
  "both_willing",
  "claim_amount",
  "claimant_identity",
  "clues",
  "complaint_only",
  "contacted_first",
  "daily_life",
  "entry_open",
  "facts_shown",
  "filer",
  "habit",
  "handled_before",
  "limitation",
  "masked",
  "material",
  "minor_payer",
  "money_left",
  "on_marketplace",
  "one_filing",
  "order_number",
  "order_shown",
  "own_phone",
  "payee_merchant",
  "payment_found",
  "phone_known",
  "provider_answered",
  "relation_shown",
  "remit",
  "respondent_address",
  "respondent_named",
  "sign_in",
  "situation_told",
  "small_procedure",
  "store_payee",
  "three_years",
  "time_window",
  "true_material",
  "unauthorised",
  "venue",
  "web_address",
  "written_address",
]);
export type CheckCode = z.infer<typeof CheckCodeSchema>;

/** `must` holds the filing back; `should` is a usual reason for losing; `theirs` is what only the decider can say. */
export const CheckWeightSchema = z.enum(["must", "should", "theirs"]);
export type CheckWeight = z.infer<typeof CheckWeightSchema>;

/** Who learns of the matter, and through what. */
export const TellsSchema = z.enum([
  "seller",
  "store",
  "marketplace",
  "provider",
  "regulator",
  "association",
  "hotline",
  "police",
  "mediator",
  "court",
  "everyone",
  "notary",
  "time_service",
  "adviser",
  "nobody",
  "identity",
]);
export type Tells = z.infer<typeof TellsSchema>;

/** E14, P4: what may go into a bundle for whom. */
export const RedactionProfileSchema = z.enum(["platform", "12315", "court", "minor", "public", "none"]);
export type RedactionProfile = z.infer<typeof RedactionProfileSchema>;

/** A4. Null: not known; the person enters it. Units: files, bytes, code points. */
export const ChannelLimitsRuleSchema = z.strictObject({
  status: z.enum(["verified", "as_told", "unverified"]),
  files: z.nullable(z.int()),
  bytesPerFile: z.nullable(z.int()),
  totalBytes: z.nullable(z.int()),
  textChars: z.nullable(z.int()),
  formats: z.nullable(z.array(z.string())),
});

/** A fee by amount, in brackets added up. Units: fen; `permille` of the part above `overFen` up to the next bracket. */
export const FeeScaleSchema = z.strictObject({
  flatFen: FenSchema,
  brackets: z.array(z.strictObject({ overFen: FenSchema, permille: z.number() })),
  /** Share that is due in summary and small-claims procedure. */
  reducedRatio: z.number(),
});
export type FeeScale = z.infer<typeof FeeScaleSchema>;

/** From which state of the closing channel on the other door is shut. */
export const ClosesFromSchema = z.enum(["submitted", "accepted", "ended"]);
export type ClosesFrom = z.infer<typeof ClosesFromSchema>;

export const ChannelRuleSchema = z.strictObject({
  id: z.string(),
  kind: z.enum([
    "negotiation",
    "mediation-private",
    "protective",
    "administrative-mediation",
    "report",
    "mediation",
    "routing",
    "administrative",
    "publicity",
    "criminal",
    "court",
    "evidence",
    "advice",
    "decision",
  ]),
  /** Usual order; lower comes earlier. */
  rank: z.number(),
  enabled: z.boolean(),
  /** X16: whose door asks for the money. Two different ones open at once may pay twice. Null: asks for no money. */
  asks: z.nullable(z.enum(["seller", "store", "marketplace", "payment", "authority", "court"])),
  /** Comes up only in these cases; without a list in any. */
  only: z.optional(
    z.strictObject({
      categories: z.optional(z.array(CategorySchema)),
      paidTo: z.optional(z.array(z.enum(["merchant", "person", "store", "wallet", "unknown"]))),
      minor: z.optional(z.literal(true)),
    }),
  ),
  /** X9, in the order in which the decider asks. */
  checks: z.array(z.strictObject({ code: CheckCodeSchema, weight: CheckWeightSchema, basis })),
  /** Material types of the pack that usually go in. */
  material: z.array(z.string()),
  /** The letter that is its paper, and the layout of its form. */
  letter: z.optional(LetterKindSchema),
  form: z.optional(z.string()),
  whoMayFile: z.strictObject({
    claimant: z.boolean(),
    guardian: z.enum(["no", "if_minor", "required_if_minor", "yes"]),
    /** `carry`: prepares, does not file. `papers`: files with a power of attorney. */
    helper: z.enum(["no", "carry", "papers", "accompany", "yes"]),
  }),
  /** X8: doors that shut once this one was gone through. */
  closes: z.array(z.strictObject({ channel: z.string(), from: ClosesFromSchema, basis })),
  /** X10: `by` is a channel id or a code of what shuts this door. */
  closedBy: z.array(z.strictObject({ by: z.string(), basis })),
  oneShot: z.boolean(),
  public: z.boolean(),
  reversible: z.enum(["yes", "no", "depends"]),
  /** `amountFen` null: it depends; `scale` computes it where a provision does. Units: fen. */
  cost: z.strictObject({ amountFen: z.nullable(FenSchema), scale: z.optional(FeeScaleSchema), basis }),
  /** `rule` is a rule of the pack, or an open-ended clock (see `openEndedClocks`) for which no law sets a period. */
  clocks: z.array(
    z.strictObject({ rule: z.string(), otherwise: z.optional(z.string()), start: z.optional(z.string()) }),
  ),
  policy: z.strictObject({ engagement: PolicyRuleSchema, businessPurchase: PolicyRuleSchema, minor: PolicyRuleSchema }),
  /** L6, G4: kept shut for orders of a shop, and for those who did tasks for the other side. */
  holdsFor: z.array(z.enum(["shop", "worked"])),
  redactionProfile: RedactionProfileSchema,
  tells: z.array(TellsSchema),
  /** Without it nothing is known. */
  limits: z.optional(ChannelLimitsRuleSchema),
  contacts: z.optional(
    z.array(z.strictObject({ type: z.enum(["phone", "url"]), value: z.string(), status: z.string() })),
  ),
  basis,
  asOf: CivilDateSchema,
  confidence: z.enum(["high", "medium", "low", "unverifiable"]),
});
export type ChannelRule = z.infer<typeof ChannelRuleSchema>;

/** X16: the situation of a case that decides which way fits it; the first that holds counts. */
export const SituationSchema = z.enum([
  "danger",
  "worked",
  "shop",
  "minor",
  "engagement",
  "business",
  "store",
  "unidentified",
  "known",
]);
export type Situation = z.infer<typeof SituationSchema>;

export const ChannelRulesSchema = z.strictObject({
  asOf: CivilDateSchema,
  /** A clock whose rule ends with one of these is no period of law. */
  openEndedClocks: z.array(z.string()),
  /** X16: which doors in which order. */
  sequence: z.array(z.strictObject({ id: z.string(), when: SituationSchema, channels: z.array(z.string()) })),
  items: z.array(ChannelRuleSchema),
});
export type ChannelRules = z.infer<typeof ChannelRulesSchema>;
