/**
 * What happens in a case: events, filings, offers, letters. Pure data.
 *
 * 1. Events are appended and never edited; a mistake is undone by `event.retracted` (X1).
 * 2. A sent version is immutable (A3).
 */
import * as z from "zod/mini";
import { IdSchema, RefSchema } from "../identity.ts";
import { ArgsSchema } from "../message.ts";
import { FenSchema } from "../money.ts";
import { InstantSchema, WhenSchema } from "../time.ts";
import { LangSchema, stamp } from "./parts.ts";

/** X1: `at` is when it happened, as known; `recordedAt` when we were told. `type` is open: unknown types are kept and not assessed. */
export const EventSchema = z.looseObject({
  type: z.string(),
  at: WhenSchema,
  recordedAt: InstantSchema,
  by: z.optional(IdSchema),
  refs: z.array(RefSchema),
  data: ArgsSchema,
});

export const FilingSchema = z.looseObject({
  channel: z.string(),
  reference: z.optional(z.string()),
  contact: z.optional(z.string()),
  ...stamp,
});

export const OfferSchema = z.looseObject({
  amountFen: z.optional(FenSchema),
  form: z.enum(["money", "credit", "redo", "other"]),
  condition: z.optional(z.string()),
  expiresAt: z.optional(WhenSchema),
  exhibit: z.optional(IdSchema),
  ...stamp,
});

export const LetterKindSchema = z.enum([
  "application",
  "reminder1",
  "reminder2",
  "demand",
  "termination",
  "complaint12315",
  "claim",
  "post",
]);
export type LetterKind = z.infer<typeof LetterKindSchema>;

export const DraftSchema = z.looseObject({
  kind: LetterKindSchema,
  lang: LangSchema,
  /** K7: the time I set for their answer; without it the pack's days from the day of writing. */
  answerBy: z.optional(WhenSchema),
  /** The platform's option that was picked (A1). */
  reason: z.optional(z.string()),
  ...stamp,
});

export const LetterPartSchema = z.enum(["order", "problem", "evidence", "basis", "demand"]);
export type LetterPart = z.infer<typeof LetterPartSchema>;

/** A3: `template` composes the text from facts; `text` only where a person wrote it. */
export const SentenceSchema = z.looseObject({
  draft: IdSchema,
  /** Fractional index. */
  position: z.string(),
  part: LetterPartSchema,
  template: z.optional(z.string()),
  sources: z.array(RefSchema),
  /** Values as printed when the text was written, by Ref. */
  printed: z.record(z.string(), z.string()),
  text: z.optional(z.string()),
  /** Left out by the person; kept so that recomposing does not bring it back. */
  omitted: z.optional(z.boolean()),
  ...stamp,
});

/** A3: what left the house: sentences, printed values, exhibit numbers and hashes, pack, file hash. */
export const SentVersionSchema = z.looseObject({
  draft: IdSchema,
  at: WhenSchema,
  channel: z.string(),
  sentences: z.array(
    z.looseObject({
      part: LetterPartSchema,
      text: z.string(),
      sources: z.array(RefSchema),
      printed: z.record(z.string(), z.string()),
    }),
  ),
  exhibits: z.array(z.looseObject({ number: z.int(), exhibit: IdSchema, sha256: z.string(), name: z.string() })),
  pack: z.string(),
  textSha256: z.optional(z.string()),
  ...stamp,
});
