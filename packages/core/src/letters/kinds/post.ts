/**
 * Public statement: only what an exhibit shows, without names of people, staff numbers, telephone numbers or whole order numbers. Pure data (L9, P1, P2).
 *
 * 1. It asks for nothing: a refund asked for in public would tie the two together (L8).
 */
import type { TemplateCode } from "../template.ts";
import { barredFromPublic } from "./bars.ts";
import { noLaw, type KindSpec } from "./kind.ts";
import { corresponded, happened, measured } from "./story.ts";

export const post: KindSpec = {
  kind: "post",
  parts: ["order", "problem", "basis", "demand", "evidence"],
  needs: ["order", "problem", "evidence"],
  headed: ["demand", "evidence"],
  templates: new Set<TemplateCode>([
    "order.party",
    "order.posted",
    "order.promise",
    ...measured,
    ...happened,
    ...corresponded,
    "problem.money",
    "basis.clause",
    "demand.status",
    "evidence.kept",
  ]),
  offered: new Set<TemplateCode>(["problem.sample", "problem.asked_support"]),
  always: new Set(),
  first: new Set(),
  to: "merchant",
  audience: "public",
  channels: ["public_heimao"],
  sentAs: "filing.submitted",
  law: noLaw,
  period: { threshold: "demandDays" },
  recalls: 1,
  candid: true,
  strict: ["privacy", "accusation", "absolute", "overclaim_evidence", "overclaim_legal"],
  sides: [{ roles: ["respondent", "seller"], side: "merchant" }],
  whoNeeded: [],
  barred: barredFromPublic,
};
