/**
 * The checklist before the next purchase (S4). Pure schemas.
 *
 * 1. It needs no case: it is read before anything was bought.
 * 2. `weight` is what a "no" means; a "yes" is no certificate (L4).
 */
import { CivilDateSchema } from "@recourse/core";
import * as z from "zod/mini";

export const PurchaseItemSchema = z.strictObject({
  id: z.string(),
  weight: z.enum(["stop", "warn"]),
  zh: z.string(),
  en: z.string(),
  whyZh: z.string(),
  whyEn: z.string(),
  basis: z.array(z.string()),
});
export type PurchaseQuestion = z.infer<typeof PurchaseItemSchema>;

export const PurchaseChecklistSchema = z.strictObject({ asOf: CivilDateSchema, items: z.array(PurchaseItemSchema) });
export type PurchaseChecklist = z.infer<typeof PurchaseChecklistSchema>;
