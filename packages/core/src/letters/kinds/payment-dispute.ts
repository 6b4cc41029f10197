/**
 * Dispute with the payment provider: the transaction, what was promised for it, what came. Pure data (X16).
 */
import type { TemplateCode } from "../template.ts";
import { neverBarred, noLaw, type KindSpec } from "./kind.ts";
import { corresponded, happened, measured, orderStory } from "./story.ts";

export const paymentDispute: KindSpec = {
  kind: "payment_dispute",
  parts: ["order", "problem", "evidence", "basis", "demand"],
  needs: ["order", "problem", "evidence", "demand"],
  headed: ["order"],
  templates: new Set<TemplateCode>([
    ...orderStory,
    ...measured,
    ...happened,
    ...corresponded,
    "problem.money",
    "evidence.list",
    "basis.clause",
    "demand.either",
    "demand.verify",
  ]),
  offered: new Set<TemplateCode>(["problem.sample"]),
  always: new Set(),
  first: new Set(),
  to: "merchant",
  audience: "platform",
  channels: ["payment_dispute", "payment_unauthorised"],
  sentAs: "filing.submitted",
  law: noLaw,
  period: { threshold: "demandDays" },
  recalls: 2,
  candid: true,
  strict: [],
  sides: [],
  whoNeeded: [],
  barred: neverBarred,
};
