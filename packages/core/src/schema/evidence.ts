/**
 * Exhibits and what they show: links, readings, samples, bills, talk. Pure data.
 *
 * 1. Bytes never enter a case: an exhibit names them by SHA-256 (E7).
 * 2. A record whose `exhibit` is removed counts for nothing until it is restored (E6); nothing of it is deleted.
 */
import * as z from "zod/mini";
import { CounterSchema, ElementIdSchema, MediumSchema, YesNoSchema, stamp } from "./parts.ts";
import { FenSchema, IdSchema, InstantSchema, RefSchema, Sha256Schema, WhenSchema } from "./values.ts";

export const ExhibitSchema = z.looseObject({
  sha256: Sha256Schema,
  /** Units: bytes. */
  size: z.int(),
  /** As the file was called when it came in. */
  name: z.string(),
  /** By magic bytes, never by extension. */
  mediaType: z.string(),
  materialType: z.string(),
  importedAt: InstantSchema,
  importedVia: z.string(),
  lastModified: z.optional(InstantSchema),
  /** When the thing shown was captured, as told. */
  capturedAt: z.optional(WhenSchema),
  /** E8: 0 as told · 1 fixed since import · 2 trusted time · 3 third party. */
  strength: z.int(),
  /** Text found in it or typed from it, for quote checks (B2). */
  text: z.optional(z.string()),
  /** Position in lists; fractional index. */
  position: z.optional(z.string()),
  /** Rows of a table, matched or not: what handing in the whole file discloses. Units: rows. */
  rowCount: z.optional(z.int()),
  /** Findings of the import (E9): codes of words. */
  marks: z.optional(z.array(z.string())),
  ...stamp,
});

/** E2: an exhibit proves only through a link that says what it proves. */
export const LinkSchema = z.looseObject({
  exhibit: IdSchema,
  element: ElementIdSchema,
  /** The fact shown, e.g. `payment/…`. */
  shows: z.optional(RefSchema),
  /** Code of a sentence in `words`, or own text in `proves`. */
  code: z.optional(z.string()),
  proves: z.optional(z.string()),
  locator: z.optional(z.string()),
  ...stamp,
});

/** A copy made from an exhibit; names its parent and tool (E7). */
export const DerivativeSchema = z.looseObject({
  exhibit: IdSchema,
  sha256: Sha256Schema,
  size: z.int(),
  name: z.string(),
  tool: z.string(),
  purpose: z.string(),
  ...stamp,
});

/** A payment. id = hash(provider, transaction number, kind). */
export const PaymentSchema = z.looseObject({
  provider: z.enum(["alipay", "wechat", "bank", "store", "other"]),
  transaction: z.string(),
  merchantOrder: z.optional(z.string()),
  payee: z.string(),
  payeeKind: z.optional(z.enum(["merchant", "person", "unknown"])),
  item: z.optional(z.string()),
  amountFen: FenSchema,
  paidAt: InstantSchema,
  status: z.optional(z.string()),
  order: z.optional(IdSchema),
  ...stamp,
});

/** Money that came back. id = hash(provider, transaction number, "refund"). */
export const RefundSchema = z.looseObject({
  provider: z.enum(["alipay", "wechat", "bank", "store", "other"]),
  transaction: z.string(),
  payment: z.optional(IdSchema),
  amountFen: FenSchema,
  /** Unknown for exports that only say "已退款(￥50.00)". */
  at: z.optional(WhenSchema),
  route: z.enum(["original", "balance", "other", "unknown"]),
  /** S1: what was kept back from it. */
  feeFen: z.optional(FenSchema),
  ...stamp,
});

/** One row of one file that shows a payment or refund; the same refund in several exports is one refund with several sightings. */
export const SightingSchema = z.looseObject({
  of: RefSchema,
  exhibit: IdSchema,
  /** 1-based row of the file as a spreadsheet shows it. Units: row. */
  row: z.int(),
  amountFen: FenSchema,
  at: z.optional(WhenSchema),
  ...stamp,
});

/** M1: instant, counter, value, exhibit. */
export const ReadingSchema = z.looseObject({
  counter: CounterSchema,
  platform: z.optional(z.string()),
  account: z.optional(z.string()),
  at: InstantSchema,
  value: z.number(),
  exhibit: IdSchema,
  row: z.optional(z.int()),
  /** The screenshot named in that row. */
  sourceFile: z.optional(z.string()),
  order: z.optional(IdSchema),
  ...stamp,
});

/**
 * M6: a sample of accounts without names; row i of the file is rows[i].
 * A row is [has avatar 0|1, posts, follows, followers, registered day, followed at]; -1 or "" = not shown.
 */
export const SampleSchema = z.looseObject({
  exhibit: IdSchema,
  /** How the accounts were picked, in the person's words. Unknown leaves M6 unknown. */
  rule: z.optional(z.string()),
  rows: z.array(z.tuple([z.number(), z.number(), z.number(), z.number(), z.string(), z.string()])),
  order: z.optional(IdSchema),
  ...stamp,
});

/** One message of a conversation. */
export const CommunicationSchema = z.looseObject({
  at: z.optional(InstantSchema),
  direction: z.enum(["mine", "theirs", "unknown"]),
  medium: MediumSchema,
  /** Nickname, bot label or window title (E13). */
  sender: z.string(),
  staffNo: z.optional(z.string()),
  text: z.string(),
  exhibit: z.optional(IdSchema),
  row: z.optional(z.int()),
  /** E10, phone only. */
  recordingAnnounced: z.optional(YesNoSchema),
  ...stamp,
});

/** M7: one attempt to reach them. */
export const AttemptSchema = z.looseObject({
  at: InstantSchema,
  medium: MediumSchema,
  reached: z.boolean(),
  ownNetworkWorked: YesNoSchema,
  exhibit: z.optional(IdSchema),
  ...stamp,
});

/** A failure notice of the platform: "订单处理失败", a dead site. */
export const IncidentSchema = z.looseObject({
  what: z.enum(["order_failed", "site_down", "other"]),
  at: WhenSchema,
  text: z.optional(z.string()),
  exhibit: z.optional(IdSchema),
  ...stamp,
});

/** B4: their explanation of the delay; no reply is not "no explanation" until asked. */
export const ExplanationSchema = z.looseObject({
  asked: YesNoSchema,
  given: YesNoSchema,
  at: z.optional(WhenSchema),
  text: z.optional(z.string()),
  exhibit: z.optional(IdSchema),
  ...stamp,
});
