/**
 * @recourse/pack-cn: law, clocks, elements, wording and channels of China as data. No code but the loading of it.
 */
export { pack } from "./pack.ts";
export {
  loadChannels,
  loadExcuses,
  loadForms,
  loadFullPack,
  loadPeriodRules,
  loadPurchaseChecklist,
  loadSources,
  loadTexts,
} from "./load.ts";
export {
  ChannelSchema,
  ChannelsSchema,
  ChannelsWordsSchema,
  ChannelWordsSchema,
  PolicySchema,
  type Channel,
  type Channels,
  type ChannelsWords,
  type ChannelWords,
} from "./channel.ts";
export { ExcuseSchema, ExcusesSchema, type Excuse, type Excuses } from "./excuse.ts";
export { FormsSchema, PeriodRulesSchema, type Forms, type PeriodRules } from "./form.ts";
export {
  PurchaseChecklistSchema,
  PurchaseItemSchema,
  type PurchaseChecklist,
  type PurchaseQuestion,
} from "./purchase.ts";
export {
  ProvisionSourcesSchema,
  ProvisionTextsSchema,
  type ProvisionSources,
  type ProvisionTexts,
} from "./provision-source.ts";
