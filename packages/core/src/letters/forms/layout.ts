/**
 * Layouts of formal papers, as a pack gives them: sections, fields, and what of the case fills each field. Pure: schemas and types.
 *
 * 1. Labels are data in both languages; what fills a field is one of a closed set, so that a paper never takes a value from anywhere else.
 * 2. A field whose value is an identity number has no `fill`: the app never holds one (P4).
 */
import * as z from "zod/mini";

/** What of the case a field takes. `party.*` reads the party of the section, `payment.*` the payment the section is repeated for. */
export const FillSchema = z.enum([
  "party.name",
  "party.phone",
  "party.address",
  "party.credit_code",
  "party.kind",
  "agent.present",
  "order.contract",
  "order.parties",
  "order.subject",
  "order.quality",
  "order.payments",
  "payment.provider",
  "payment.transaction",
  "payment.merchant_order",
  "payment.paid_at",
  "payment.amount",
  "payment.payee",
  "course.asked",
  "course.replied",
  "course.terminated",
  "letter.facts",
  "letter.problem",
  "letter.delivery",
  "letter.basis",
  "letter.demand",
  "demand.total",
  "demand.costs",
  "evidence.list",
  "filing.authority",
  "attorney.matter",
  "attorney.scope",
  "attorney.period",
]);
export type Fill = z.infer<typeof FillSchema>;

/**
 * - `required`, `optional`: from the case.
 * - `identity`: written by the person; the app never keeps it. `own_hand`: written by the person; the app has no place for it.
 * - `look_up`: written by the person from the other side's licence.
 * - `choice`: one of `choices`. `authority`: filled in by whoever receives the paper.
 * - `signature`, and `not_needed_online`: a signature that an online form does without.
 */
export const NeedSchema = z.enum([
  "required",
  "optional",
  "identity",
  "own_hand",
  "look_up",
  "choice",
  "authority",
  "signature",
  "not_needed_online",
]);
export type Need = z.infer<typeof NeedSchema>;

const lines = z.array(z.string());

export const FieldLayoutSchema = z.strictObject({
  id: z.string(),
  labelZh: z.string(),
  labelEn: z.string(),
  need: NeedSchema,
  fill: z.optional(FillSchema),
  /** Question of the pack whose answer ticks a choice; without one it is ticked on paper. */
  question: z.optional(z.string()),
  choices: z.optional(z.array(z.strictObject({ value: z.string(), zh: z.string(), en: z.string() }))),
  /** What the law or practice wants to read here. */
  hintsZh: z.optional(lines),
  hintsEn: z.optional(lines),
});
export type FieldLayout = z.infer<typeof FieldLayoutSchema>;

export const SectionLayoutSchema = z.strictObject({
  id: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  /** Role the section is about; repeated for every party of that role. */
  who: z.optional(z.enum(["claimant", "guardian", "agent", "respondent"])),
  /** Repeated for every payment of the case. */
  each: z.optional(z.literal("payment")),
  /** Printed only for a payer under age. Source: G5. */
  when: z.optional(z.literal("minor")),
  fields: z.array(FieldLayoutSchema),
});
export type SectionLayout = z.infer<typeof SectionLayoutSchema>;

const named = {
  titleZh: z.string(),
  titleEn: z.string(),
  /** Provisions that fix the minimum content. */
  basis: z.array(z.string()),
  /** What is known about the layout itself. */
  noteZh: z.string(),
  noteEn: z.string(),
};

export const PaperLayoutSchema = z.strictObject({
  ...named,
  /** Where the fields come from; none of these is an official form itself. */
  origin: z.enum(["third_party_copy", "summary", "practice"]),
  sections: z.array(SectionLayoutSchema),
});
export type PaperLayout = z.infer<typeof PaperLayoutSchema>;

export const EvidenceListLayoutSchema = z.strictObject({
  ...named,
  /** In order: number, name, source, what it shows, pages, copies, original or copy, remarks. */
  columnsZh: z.array(z.string()).check(z.length(8)),
  columnsEn: z.array(z.string()).check(z.length(8)),
  requiredByLawZh: lines,
  footerZh: lines,
  footerEn: lines,
});
export type EvidenceListLayout = z.infer<typeof EvidenceListLayoutSchema>;

export const FormsSchema = z.strictObject({
  samr_complaint_form: PaperLayoutSchema,
  /** X14: a report is a paper of its own and never part of a complaint. */
  samr_report_form: PaperLayoutSchema,
  statement_of_claim: PaperLayoutSchema,
  power_of_attorney: PaperLayoutSchema,
  association_complaint: PaperLayoutSchema,
  payment_dispute: PaperLayoutSchema,
  evidence_list: EvidenceListLayoutSchema,
});
export type Forms = z.infer<typeof FormsSchema>;
