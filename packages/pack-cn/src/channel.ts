/**
 * Channels: the doors a matter can go through, what each closes, who may file, what it costs and tells (X7–X16, L7, L9). Pure schemas.
 *
 * 1. The machine part is in the light pack (`channel-rules.json`); the words are long and load apart (`channels.json`).
 * 2. Telephones, addresses and limits are data with a date and a confidence; a person may override them.
 * 3. `basis` names provisions; what carries none is practice.
 */
import {
  ChannelLimitsRuleSchema,
  ChannelRuleSchema,
  CheckCodeSchema,
  CivilDateSchema,
  ClosesFromSchema,
  FenSchema,
  PolicyLevelSchema,
  SituationSchema,
} from "@recourse/core";
import * as z from "zod/mini";

const both = { zh: z.string(), en: z.string() };
const reasoned = { ...both, basis: z.array(z.string()) };
const examples = z.optional(z.array(z.strictObject({ claimFen: FenSchema, fullFen: FenSchema, halfFen: FenSchema })));
/** What stands as a sentence in the pack. */
const told = {
  label_zh: z.string(),
  label_en: z.string(),
  handles_zh: z.array(z.string()),
  handles_en: z.array(z.string()),
  doesNotHandle_zh: z.array(z.string()),
  doesNotHandle_en: z.array(z.string()),
  /** What it takes; `check` is the check of X9 that looks at it in a case. */
  preconditions: z.array(z.strictObject({ check: CheckCodeSchema, ...both })),
  requiredMaterial_zh: z.array(z.string()),
  requiredMaterial_en: z.array(z.string()),
  notes_zh: z.string(),
  notes_en: z.string(),
};

/** Words of one channel, as they are stored. */
export const ChannelWordsSchema = z.strictObject({
  id: z.string(),
  ...told,
  helper: z.strictObject(both),
  closes: z.array(z.strictObject({ channel: z.string(), ...both })),
  closedBy: z.array(z.strictObject({ by: z.string(), ...both })),
  cost: z.strictObject({ ...both, examples }),
  clocks: z.array(z.strictObject({ rule: z.string(), noteZh: z.string(), noteEn: z.string() })),
  policy: z.strictObject({
    engagement: z.strictObject(both),
    businessPurchase: z.strictObject(both),
    minor: z.strictObject(both),
  }),
});
export const ChannelsWordsSchema = z.strictObject({
  noteZh: z.string(),
  noteEn: z.string(),
  sequence: z.array(z.strictObject({ id: z.string(), ...both })),
  items: z.array(ChannelWordsSchema),
});
export type ChannelWords = z.infer<typeof ChannelWordsSchema>;
export type ChannelsWords = z.infer<typeof ChannelsWordsSchema>;

/** How a channel stands for one kind of case, with the reason. */
export const PolicySchema = z.strictObject({ level: PolicyLevelSchema, ...reasoned });

const rule = ChannelRuleSchema.shape;

/** A channel with its words. */
export const ChannelSchema = z.strictObject({
  ...rule,
  ...told,
  preconditions_zh: z.array(z.string()),
  preconditions_en: z.array(z.string()),
  whoMayFile: z.strictObject({
    claimant: z.boolean(),
    guardian: rule.whoMayFile.shape.guardian,
    helper: z.strictObject({ may: rule.whoMayFile.shape.helper, ...both }),
  }),
  closes: z.array(z.strictObject({ channel: z.string(), from: ClosesFromSchema, ...reasoned })),
  closedBy: z.array(z.strictObject({ by: z.string(), ...reasoned })),
  cost: z.strictObject({ ...rule.cost.shape, ...both, examples }),
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
  limits: z.strictObject({ ...ChannelLimitsRuleSchema.shape, editable: z.boolean() }),
  contacts: z.array(
    z.strictObject({ type: z.enum(["phone", "url"]), value: z.string(), status: z.string(), editable: z.boolean() }),
  ),
});
export type Channel = z.infer<typeof ChannelSchema>;

export const ChannelsSchema = z.strictObject({
  asOf: CivilDateSchema,
  noteZh: z.string(),
  noteEn: z.string(),
  /** A clock whose rule ends with one of these is no period of law. */
  openEndedClocks: z.array(z.string()),
  /** X16: which doors in which order, by situation. */
  sequence: z.array(z.strictObject({ id: z.string(), when: SituationSchema, channels: z.array(z.string()), ...both })),
  items: z.array(ChannelSchema),
});
export type Channels = z.infer<typeof ChannelsSchema>;
