/**
 * Layouts of formal papers and the words on how periods are counted. Pure schemas.
 *
 * 1. The layouts are in Chinese: the papers go to Chinese authorities.
 * 2. What is practice or comes from an unofficial copy says so in its note.
 */
import * as z from "zod/mini";

const shared = {
  titleZh: z.string(),
  titleEn: z.string(),
  /** Provisions that fix the minimum content. */
  basis: z.array(z.string()),
  noteZh: z.string(),
  noteEn: z.string(),
};
const FieldSchema = z.strictObject({
  label: z.string(),
  need: z.enum(["required", "optional", "identity", "choice", "authority", "not_needed_online"]),
  choices: z.optional(z.array(z.string())),
});
const lines = z.array(z.string());

export const FormsSchema = z.strictObject({
  samr_complaint_form: z.strictObject({ ...shared, fields: z.array(FieldSchema), factsZh: lines, demandsZh: lines }),
  samr_report_form: z.strictObject({ ...shared, fields: z.array(FieldSchema) }),
  statement_of_claim: z.strictObject({
    ...shared,
    plaintiffZh: lines,
    defendantZh: lines,
    agentZh: lines,
    sectionsZh: lines,
  }),
  evidence_list: z.strictObject({ ...shared, columnsZh: lines, requiredByLawZh: lines, footerZh: lines }),
});
export type Forms = z.infer<typeof FormsSchema>;

/** K1, K2: how days are counted in each scope, in words for a person. */
export const PeriodRulesSchema = z.array(
  z.strictObject({
    scope: z.enum(["civil", "court", "complaint"]),
    basis: z.array(z.string()),
    zh: z.string(),
    en: z.string(),
  }),
);
export type PeriodRules = z.infer<typeof PeriodRulesSchema>;
