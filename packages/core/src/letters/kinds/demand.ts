/**
 * Formal demand (书面催告): the whole story and a reasonable period. Pure data (K8, `cc-563`).
 */
import { relevantDate } from "../basis-sentences.ts";
import type { TemplateCode } from "../template.ts";
import { neverBarred, type KindSpec } from "./kind.ts";
import { delayBasis } from "./law.ts";
import { amounts, corresponded, happened, measured, orderStory } from "./story.ts";

export const demand: KindSpec = {
  kind: "demand",
  parts: ["order", "problem", "evidence", "basis", "demand"],
  needs: ["order", "problem", "evidence", "demand"],
  headed: [],
  templates: new Set<TemplateCode>([
    ...orderStory,
    ...measured,
    ...happened,
    ...corresponded,
    "evidence.list",
    "basis.clause",
    "basis.law",
    ...amounts,
    "demand.formal",
    "demand.cure",
  ]),
  offered: new Set(),
  always: new Set(),
  first: new Set(),
  to: "you",
  audience: "platform",
  channels: ["platform_letter", "platform_form", "platform_intervention"],
  sentAs: "demand.sent",
  law: {
    grounds: "fallback",
    most: 2,
    own: (facts) => delayBasis(facts.pack, facts.grounds, relevantDate(facts)),
  },
  period: { threshold: "demandDays" },
  recalls: 3,
  candid: true,
  strict: [],
  sides: [],
  whoNeeded: [],
  barred: neverBarred,
};
