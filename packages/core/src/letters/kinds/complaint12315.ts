/**
 * Complaint to 12315: the parties, the facts of the dispute (time, place, content, amount), the request. Pure data (X14).
 *
 * Source: `samr-121-10` (what it has to say), `samr-121-9` (never together with a report).
 */
import type { TemplateCode } from "../template.ts";
import { barredFromComplaint } from "./bars.ts";
import type { KindSpec } from "./kind.ts";
import { corresponded, happened, measured, orderStory } from "./story.ts";

/** The sentences of a complaint, whoever mediates. */
export const complaintTemplates = [
  "order.party",
  ...orderStory,
  "order.place",
  ...measured,
  ...happened,
  ...corresponded,
  "problem.money",
  "evidence.list",
  "basis.clause",
  "basis.law",
  "demand.either",
  "demand.mediate",
] as const satisfies readonly TemplateCode[];

export const complaint12315: KindSpec = {
  kind: "complaint12315",
  parts: ["order", "problem", "evidence", "basis", "demand"],
  needs: ["order", "problem", "evidence", "demand"],
  headed: ["order", "problem", "demand"],
  templates: new Set<TemplateCode>(complaintTemplates),
  offered: new Set<TemplateCode>(["problem.sample"]),
  always: new Set(),
  first: new Set(),
  to: "complained",
  audience: "authority",
  channels: ["samr_complaint", "gov_hotline"],
  sentAs: "filing.submitted",
  law: { grounds: "fallback", most: 1, own: () => [] },
  period: { threshold: "demandDays" },
  recalls: 3,
  candid: true,
  strict: ["mixing"],
  sides: [
    { roles: ["claimant"], side: "complainant" },
    { roles: ["guardian"], side: "guardian" },
    { roles: ["respondent", "seller"], side: "complained" },
  ],
  whoNeeded: [
    ["claimant", "guardian"],
    ["respondent", "seller"],
  ],
  barred: barredFromComplaint,
};
