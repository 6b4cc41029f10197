/**
 * Power of attorney: principal, agent, matter, scope, period. Pure data.
 *
 * Source: `samr-121-11` (matter, scope and period, signed by the principal), X15 (a friend prepares and does not appear in court).
 */
import type { TemplateCode } from "../template.ts";
import { neverBarred, noLaw, type KindSpec } from "./kind.ts";

/** Long enough for a complaint and its mediation, short enough to be overseen. Units: days. */
const HALF_A_YEAR = 180;

export const attorney: KindSpec = {
  kind: "attorney",
  parts: ["order", "problem", "demand"],
  needs: ["order", "problem", "demand"],
  headed: ["order", "problem", "demand"],
  templates: new Set<TemplateCode>(["order.party", "problem.matter", "demand.scope", "demand.term"]),
  offered: new Set(),
  always: new Set(),
  first: new Set(),
  to: "you",
  audience: "authority",
  channels: ["samr_complaint", "consumer_association", "peoples_mediation", "small_claims"],
  sentAs: "none",
  law: noLaw,
  period: { days: HALF_A_YEAR },
  recalls: 0,
  candid: false,
  strict: [],
  sides: [
    { roles: ["claimant"], side: "principal" },
    { roles: ["guardian"], side: "guardian" },
    { roles: ["agent"], side: "agent" },
  ],
  whoNeeded: [["claimant", "guardian"], ["agent"]],
  barred: neverBarred,
};
