/**
 * First reminder: order, payment, promise, newest facts, clause, one amount with its arithmetic, one question, a period named as mine. Pure data (X4).
 */
import type { TemplateCode } from "../template.ts";
import { neverBarred, type KindSpec } from "./kind.ts";
import { amounts, corresponded, happened, measured, orderStory, ownDoors } from "./story.ts";

export const reminder1: KindSpec = {
  kind: "reminder1",
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
    "demand.period",
  ]),
  offered: new Set<TemplateCode>(["problem.sample"]),
  always: new Set(),
  first: new Set(),
  to: "you",
  audience: "platform",
  channels: [...ownDoors],
  sentAs: "demand.sent",
  law: { grounds: "fallback", most: 1, own: () => [] },
  period: { threshold: "chatFollowUpHours" },
  recalls: 1,
  candid: true,
  strict: [],
  sides: [],
  whoNeeded: [],
  barred: neverBarred,
};
