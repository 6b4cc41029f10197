/**
 * The long parts of the pack, each loaded when it is first needed. Not pure: the module loader reads files or the network.
 *
 * 1. Each part is a module that imports its JSON, because a development server does not serve `import("…json", { with })` to a browser.
 * 2. A failure to load (offline without cache) rejects; callers show it as an outer failure.
 */
import type { Pack } from "@recourse/core";
import type { Channels } from "./channel.ts";
import type { Excuses } from "./excuse.ts";
import type { Forms, PeriodRules } from "./form.ts";
import type { ProvisionSources, ProvisionTexts } from "./provision-source.ts";
import type { PurchaseChecklist } from "./purchase.ts";
import { pack } from "./pack.ts";

/** Provision id → verbatim text. */
export const loadTexts = async (): Promise<ProvisionTexts> => (await import("./lazy/texts.ts")).texts;

/** Where each text comes from and what it was compared with (L5). */
export const loadSources = async (): Promise<ProvisionSources> => (await import("./lazy/sources.ts")).sources;

/** Channels with preconditions, exclusions, costs and the usual sequences (X7–X16). */
export const loadChannels = async (): Promise<Channels> => (await import("./lazy/channels.ts")).channels;

/** Excuses with their answers (X6). */
export const loadExcuses = async (): Promise<Excuses> => (await import("./lazy/excuses.ts")).excuses;

/** Layouts of complaint form, report form, statement of claim and list of evidence. */
export const loadForms = async (): Promise<Forms> => (await import("./lazy/forms.ts")).forms;

/** What to look at before the next purchase (S4). */
export const loadPurchaseChecklist = async (): Promise<PurchaseChecklist> =>
  (await import("./lazy/purchase.ts")).purchaseChecklist;

/** How days are counted, in words (K1, K2). */
export const loadPeriodRules = async (): Promise<PeriodRules> => (await import("./lazy/period-rules.ts")).periodRules;

/** The pack with everything that letters, citations and the reading of replies need. */
export const loadFullPack = async (): Promise<Pack> => {
  const [texts, excuses] = await Promise.all([loadTexts(), loadExcuses()]);
  return { ...pack, texts, excuses };
};
