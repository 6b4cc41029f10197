/**
 * Where the text of each provision was taken from and which other copies agree with it (L5). Pure schemas.
 *
 * 1. `check: verified` of a provision means: verbatim from the source named here. `crossChecked` means: a second copy agrees.
 */
import * as z from "zod/mini";

const CopySchema = z.strictObject({
  repo: z.string(),
  path: z.string(),
  commit: z.string().check(z.regex(/^[0-9a-f]{40}$/)),
});

/** Provision id → verbatim text; paragraphs are separated by line feeds. */
export const ProvisionTextsSchema = z.record(z.string(), z.string());
export type ProvisionTexts = Readonly<z.infer<typeof ProvisionTextsSchema>>;

export const ProvisionSourcesSchema = z.strictObject({
  /** The edition each text was copied from, with what is known about its date. */
  sources: z.record(z.string(), z.extend(CopySchema, { officialUrl: z.optional(z.string()), note: z.string() })),
  /** Second copies that agree. */
  copies: z.record(z.string(), CopySchema),
  provisions: z.record(
    z.string(),
    z.strictObject({
      source: z.string(),
      crossCheckedWith: z.array(z.string()),
      /** The stored copy ran the paragraphs of an article together. */
      layout: z.optional(z.literal("paragraphs-lost")),
    }),
  ),
});
export type ProvisionSources = z.infer<typeof ProvisionSourcesSchema>;
