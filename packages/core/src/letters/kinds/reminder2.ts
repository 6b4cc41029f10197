/**
 * Second reminder: what was asked, what came back, the answer to it, then at most one neutral sentence on mediation. Pure data (X4, X6).
 *
 * 1. The story was told in the first letter: here only the newest facts are composed by themselves (A6), the rest is offered.
 */
import type { TemplateCode } from "../template.ts";
import { neverBarred, type KindSpec } from "./kind.ts";
import { amounts, corresponded, happened, measured, orderStory, ownDoors } from "./story.ts";

export const reminder2: KindSpec = {
  kind: "reminder2",
  parts: ["order", "problem", "basis", "demand", "evidence"],
  needs: ["order", "problem", "evidence", "demand"],
  headed: ["problem", "basis"],
  templates: new Set<TemplateCode>([
    ...orderStory,
    ...measured,
    ...happened,
    ...corresponded,
    "answer.excuse",
    "basis.clause",
    "basis.law",
    ...amounts,
    "demand.period",
    "demand.mediation",
    "evidence.list",
  ]),
  offered: new Set<TemplateCode>([
    "order.promise",
    ...measured.filter((t) => t !== "problem.newest" && t !== "problem.received"),
    ...happened.filter((t) => t !== "problem.asked_support" && t !== "problem.unreachable"),
    "basis.law",
  ]),
  always: new Set<TemplateCode>(["problem.newest"]),
  first: new Set<TemplateCode>(corresponded),
  to: "you",
  audience: "platform",
  channels: [...ownDoors],
  sentAs: "demand.sent",
  law: { grounds: "fallback", most: 0, own: () => [] },
  period: { threshold: "chatFollowUpHours" },
  recalls: 1,
  candid: true,
  strict: [],
  sides: [],
  whoNeeded: [],
  barred: neverBarred,
};
