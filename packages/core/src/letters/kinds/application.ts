/**
 * The application for a refund, as a platform's form takes it. Pure data (A2, guide step 3).
 */
import type { TemplateCode } from "../template.ts";
import { neverBarred, type KindSpec } from "./kind.ts";
import { amounts, happened, measured, orderStory, ownDoors } from "./story.ts";

export const application: KindSpec = {
  kind: "application",
  parts: ["order", "problem", "evidence", "basis", "demand"],
  needs: ["order", "problem", "evidence", "demand"],
  headed: [],
  templates: new Set<TemplateCode>([
    ...orderStory,
    ...measured,
    ...happened,
    "evidence.list",
    "basis.clause",
    "basis.law",
    ...amounts,
    "demand.answer_by",
  ]),
  offered: new Set(),
  always: new Set(),
  first: new Set(),
  to: "you",
  audience: "platform",
  channels: [...ownDoors, "app_store", "minor_portal", "payment_unauthorised"],
  sentAs: "application.submitted",
  law: { grounds: "fallback", most: 2, own: () => [] },
  period: { threshold: "demandDays" },
  recalls: 0,
  candid: true,
  strict: [],
  sides: [],
  whoNeeded: [],
  barred: neverBarred,
};
