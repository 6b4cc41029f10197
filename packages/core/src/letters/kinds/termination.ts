/**
 * Notice of termination (解除通知): only on a right to end the contract, quoted, with its notice and its effect. Pure data (`cc-563`, `cc-565`, `cc-566`).
 */
import { relevantDate } from "../basis-sentences.ts";
import type { TemplateCode } from "../template.ts";
import { barredFromTermination } from "./bars.ts";
import type { KindSpec } from "./kind.ts";
import { ofTermination, terminationBasis } from "./law.ts";
import { amounts, corresponded, happened, measured, orderStory } from "./story.ts";

export const termination: KindSpec = {
  kind: "termination",
  parts: ["order", "problem", "evidence", "basis", "demand"],
  needs: ["order", "problem", "evidence", "basis", "demand"],
  headed: ["demand"],
  templates: new Set<TemplateCode>([
    ...orderStory,
    ...measured,
    ...happened,
    ...corresponded,
    "evidence.list",
    "basis.clause",
    "basis.law",
    "demand.terminate",
    ...amounts,
    "demand.pay_by",
  ]),
  offered: new Set<TemplateCode>(["problem.sample"]),
  always: new Set(),
  first: new Set(),
  to: "you",
  audience: "platform",
  channels: ["platform_letter", "platform_form"],
  sentAs: "termination.sent",
  law: {
    grounds: "never",
    most: 0,
    own: (facts) => {
      const basis = terminationBasis(facts.pack, facts.grounds, relevantDate(facts));
      return basis.length === 0 ? [] : [...basis, ...ofTermination];
    },
  },
  period: { threshold: "demandDays" },
  recalls: 3,
  candid: true,
  strict: [],
  sides: [],
  whoNeeded: [],
  barred: barredFromTermination,
};
