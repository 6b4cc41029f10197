/**
 * Excuses: what the other side says for not refunding, what answers it, and what not to do (X5, X6). Pure schemas.
 *
 * 1. An excuse of kind `danger` has steps to protect oneself and no reply (G1).
 * 2. Templates cite only provisions named in `citesInLetter`; those for engagement orders cite none (A7).
 * 3. `patterns` are literal fragments of messages; a match is a suggestion that the person confirms (X5).
 */
import { CategorySchema, CivilDateSchema } from "@recourse/core";
import * as z from "zod/mini";

const TemplateSchema = z.strictObject({ zh: z.string(), en: z.string() });
const WordsSchema = z.record(z.string(), z.strictObject({ zh: z.string(), en: z.string() }));

const SequencesSchema = z.array(z.array(z.array(z.string())));

export const ExcuseSchema = z.strictObject({
  id: z.string(),
  label_zh: z.string(),
  label_en: z.string(),
  categories: z.array(CategorySchema),
  /** How the reply counts: `vague` and `silent` are no answer (X5). */
  replyKind: z.enum(["refused", "vague", "silent", "offer", "agreed", "danger"]),
  patterns: z.array(z.string()),
  /** Fragments that belong together: one of each group, in this order, not far apart. `#` is any digit. */
  together: z.optional(SequencesSchema),
  /** What only looks like it (who warns of codes does not ask for one): a match inside one of these does not count. */
  except: z.optional(SequencesSchema),
  /** X6: facts of a case that make it likely, by the names core knows; absent: only once they have said it. */
  likely: z.optional(z.array(z.string())),
  meaning_zh: z.string(),
  meaning_en: z.string(),
  /** Keys of `answerKinds`. */
  answerKinds: z.array(z.string()),
  /** What has to be at hand for the answer. */
  needs: z.array(z.string()),
  doNot_zh: z.array(z.string()),
  doNot_en: z.array(z.string()),
  protect_zh: z.optional(z.array(z.string())),
  protect_en: z.optional(z.array(z.string())),
  /** Slots in braces; `{law:ID}` expands to 《law》article. `[…]` is printed only where all its slots are known. Null for `danger`. */
  replyTemplate: z.nullable(TemplateSchema),
  cites: z.array(z.string()),
  citesInLetter: z.array(z.string()),
  /** For engagement orders: the same template, the one below, or the excuse does not occur. */
  engagement: z.enum(["same", "replace", "omit"]),
  engagementReplyTemplate: z.nullable(TemplateSchema),
  status: z.literal("practice"),
  patternConfidence: z.enum(["high", "medium", "low"]),
});
export type Excuse = z.infer<typeof ExcuseSchema>;

export const ExcusesSchema = z.strictObject({
  asOf: CivilDateSchema,
  answerKinds: WordsSchema,
  /** What each slot of a template stands for. */
  slots: WordsSchema,
  /** X11: fragments that tell what an offer gives and what it asks in return. */
  offerSigns: z.strictObject({
    forms: z.strictObject({ credit: z.array(z.string()), redo: z.array(z.string()) }),
    asks: z.strictObject({
      withdraw: z.array(z.string()),
      waiver: z.array(z.string()),
      take_down: z.array(z.string()),
      praise: z.array(z.string()),
    }),
  }),
  items: z.array(ExcuseSchema),
});
export type Excuses = z.infer<typeof ExcusesSchema>;
