/**
 * What happens in a case: events, filings, offers, letters. Pure data.
 *
 * 1. Events are appended and never edited; a mistake is undone by `event.retracted` (X1).
 * 2. A sent version is immutable (A3).
 */
import * as z from "zod/mini";
import { ArgsSchema } from "../message.ts";
import { LangSchema, stamp } from "./parts.ts";
import { FenSchema, IdSchema, InstantSchema, RefSchema, WhenSchema } from "./values.ts";

/** X1: `at` is when it happened, as known; `recordedAt` when we were told. `type` is open: unknown types are kept and not assessed. */
export const EventSchema = z.looseObject({
  type: z.string(),
  at: WhenSchema,
  recordedAt: InstantSchema,
  by: z.optional(IdSchema),
  refs: z.array(RefSchema),
  data: ArgsSchema,
});

/** One door gone through or about to be. Its status follows from events that name it in `data.filing` (X1, X4). */
export const FilingSchema = z.looseObject({
  channel: z.string(),
  reference: z.optional(z.string()),
  contact: z.optional(z.string()),
  /** Who decides, as named by them: 某区市场监督管理局. */
  authority: z.optional(z.string()),
  /** X7: who hands it in. */
  filer: z.optional(z.enum(["claimant", "guardian", "helper"])),
  /** X7: the paper a helper acts on; a photo of it is a copy. */
  authorization: z.optional(z.enum(["original", "copy", "none"])),
  /** X13: which of the two places was chosen. */
  venue: z.optional(z.enum(["operator", "platform"])),
  /** The paper that goes in. */
  draft: z.optional(IdSchema),
  /** Receipt or screen that shows it went in. */
  exhibit: z.optional(IdSchema),
  ...stamp,
});

/** What one side would settle for. Whether it was taken follows from events that name it in `data.offer`. */
export const OfferSchema = z.looseObject({
  side: z.optional(z.enum(["theirs", "mine"])),
  amountFen: z.optional(FenSchema),
  form: z.enum(["money", "credit", "redo", "other"]),
  condition: z.optional(z.string()),
  /** X11: what taking it would give up, where the condition is one of the known ones. */
  asks: z.optional(z.enum(["nothing", "withdraw", "waiver", "take_down", "praise", "other"])),
  expiresAt: z.optional(WhenSchema),
  /** The offer this one answers. */
  counters: z.optional(IdSchema),
  exhibit: z.optional(IdSchema),
  ...stamp,
});

export const LetterKindSchema = z.enum([
  "application",
  "reminder1",
  "reminder2",
  "demand",
  "termination",
  "payment_dispute",
  "complaint12315",
  "association",
  "attorney",
  "claim",
  "post",
]);
export type LetterKind = z.infer<typeof LetterKindSchema>;

export const DraftSchema = z.looseObject({
  kind: LetterKindSchema,
  lang: LangSchema,
  /** The filing it is the paper of. */
  filing: z.optional(IdSchema),
  /** X6: the reply it answers, an event. */
  answers: z.optional(IdSchema),
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
