/**
 * Statement of claim: requests, facts and reasons, evidence. Pure data (`cpl-124`).
 *
 * 1. It cites the provisions of every met ground that were law at the order; engagement cites none (A7).
 */
import { relevantDate } from "../basis-sentences.ts";
import type { TemplateCode } from "../template.ts";
import { wasTerminated } from "./bars.ts";
import { neverBarred, type KindSpec } from "./kind.ts";
import { ofTermination, terminationBasis } from "./law.ts";
import { corresponded, happened, measured, orderStory } from "./story.ts";

export const claim: KindSpec = {
  kind: "claim",
  parts: ["demand", "order", "problem", "basis", "evidence"],
  needs: ["order", "problem", "evidence", "demand"],
  headed: ["demand", "order", "problem"],
  templates: new Set<TemplateCode>([
    "demand.either",
    "demand.judge",
    "demand.costs",
    "order.party",
    ...orderStory,
    "order.place",
    ...measured,
    ...happened,
    ...corresponded,
    "problem.mediated",
    "problem.money",
    "basis.clause",
    "basis.law",
    "evidence.list",
  ]),
  offered: new Set(),
  always: new Set(),
  first: new Set(),
  to: "defendant",
  audience: "court",
  channels: ["small_claims"],
  sentAs: "suit.filed",
  law: {
    grounds: "always",
    most: 4,
    own: (facts) =>
      wasTerminated(facts.case)
        ? [...terminationBasis(facts.pack, facts.grounds, relevantDate(facts)), ...ofTermination]
        : [],
  },
  period: { threshold: "demandDays" },
  recalls: 5,
  candid: true,
  strict: [],
  sides: [
    { roles: ["claimant"], side: "plaintiff" },
    { roles: ["guardian"], side: "guardian" },
    { roles: ["respondent", "seller"], side: "defendant" },
  ],
  whoNeeded: [
    ["claimant", "guardian"],
    ["respondent", "seller"],
  ],
  barred: neverBarred,
};
