/**
 * Channels: the doors a matter can go through, what each closes, who may file, what it costs and tells (X7–X16, L7, L9). Pure schemas.
 *
 * 1. Telephones, addresses and limits are data with a date and a confidence; a person may override them.
 * 2. `basis` names provisions; what carries none is practice.
 */
import { CivilDateSchema, FenSchema } from "@recourse/core";
import * as z from "zod/mini";

const both = { zh: z.string(), en: z.string() };
const reasoned = { ...both, basis: z.array(z.string()) };

/** How a channel stands for one kind of case. `guardian`: only a parent or guardian does it. */
export const PolicySchema = z.strictObject({
  level: z.enum(["allow", "recommend", "notice", "warn", "strong_warn", "block", "guardian", "not_applicable"]),
  ...reasoned,
});

export const ChannelSchema = z.strictObject({
  id: z.string(),
  label_zh: z.string(),
  label_en: z.string(),
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
  handles_zh: z.array(z.string()),
  handles_en: z.array(z.string()),
  doesNotHandle_zh: z.array(z.string()),
  doesNotHandle_en: z.array(z.string()),
  preconditions_zh: z.array(z.string()),
  preconditions_en: z.array(z.string()),
  requiredMaterial_zh: z.array(z.string()),
  requiredMaterial_en: z.array(z.string()),
  whoMayFile: z.strictObject({
    claimant: z.boolean(),
    guardian: z.enum(["no", "if_minor", "required_if_minor", "yes"]),
    /** `carry`: prepares, does not file. `papers`: files with a power of attorney. */
    helper: z.strictObject({ may: z.enum(["no", "carry", "papers", "accompany", "yes"]), ...both }),
  }),
  /** X8: doors that shut once this one was gone through. */
  closes: z.array(z.strictObject({ channel: z.string(), ...reasoned })),
  /** X10: `by` is a channel id or a code of what shuts this door. */
  closedBy: z.array(z.strictObject({ by: z.string(), ...reasoned })),
  oneShot: z.boolean(),
  public: z.boolean(),
  reversible: z.enum(["yes", "no", "depends"]),
  cost: z.strictObject({
    /** Units: fen. Null: it depends, the words say on what. */
    amountFen: z.nullable(FenSchema),
    ...reasoned,
    examples: z.optional(z.array(z.strictObject({ claimFen: FenSchema, fullFen: FenSchema, halfFen: FenSchema }))),
  }),
  /** `rule` is a rule of the pack, or an open-ended clock (see `openEndedClocks`) for which no law sets a period. */
  clocks: z.array(
    z.strictObject({
      rule: z.string(),
      otherwise: z.optional(z.string()),
      start: z.optional(z.string()),
      noteZh: z.optional(z.string()),
      noteEn: z.optional(z.string()),
    }),
  ),
  policy: z.strictObject({ engagement: PolicySchema, businessPurchase: PolicySchema, minor: PolicySchema }),
  redactionProfile: z.enum(["platform", "12315", "court", "public", "none"]),
  /** A4. Null: not known; the person enters it. */
  limits: z.strictObject({
    status: z.string(),
    files: z.nullable(z.number()),
    bytesPerFile: z.nullable(z.number()),
    totalBytes: z.nullable(z.number()),
    textChars: z.nullable(z.number()),
    formats: z.nullable(z.array(z.string())),
    editable: z.boolean(),
  }),
  contacts: z.array(
    z.strictObject({ type: z.enum(["phone", "url"]), value: z.string(), status: z.string(), editable: z.boolean() }),
  ),
  basis: z.array(z.string()),
  asOf: CivilDateSchema,
  confidence: z.enum(["high", "medium", "low", "unverifiable"]),
  notes_zh: z.string(),
  notes_en: z.string(),
});
export type Channel = z.infer<typeof ChannelSchema>;

export const ChannelsSchema = z.strictObject({
  asOf: CivilDateSchema,
  noteZh: z.string(),
  noteEn: z.string(),
  /** A clock whose rule ends with one of these is no period of law. */
  openEndedClocks: z.array(z.string()),
  /** X16: which doors in which order, by situation. */
  sequence: z.array(z.strictObject({ id: z.string(), channels: z.array(z.string()), ...both })),
  items: z.array(ChannelSchema),
});
export type Channels = z.infer<typeof ChannelsSchema>;
