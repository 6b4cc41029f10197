/**
 * Layouts of formal papers and the words on how periods are counted. Pure schemas.
 *
 * 1. The layouts are those of Chinese authorities; their English labels are for reading along.
 * 2. What is practice or comes from an unofficial copy says so in its note and its origin.
 */
import * as z from "zod/mini";

export { FormsSchema, type Forms } from "@recourse/core";

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
