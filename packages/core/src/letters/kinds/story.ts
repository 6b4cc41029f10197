/**
 * The sentences most kinds share: what was ordered and paid, what went wrong, what was said since. Pure data (A2, A6).
 */
import type { TemplateCode } from "../template.ts";

/** 订单信息. */
export const orderStory = [
  "order.paid",
  "order.charged",
  "order.placed",
  "order.promise",
] as const satisfies readonly TemplateCode[];

/** What the readings and samples say. */
export const measured = [
  "problem.not_started_until",
  "problem.started_later",
  "problem.progress",
  "problem.drop",
  "problem.newest",
  "problem.received",
  "problem.sample",
] as const satisfies readonly TemplateCode[];

/** What happened besides. */
export const happened = [
  "problem.incident",
  "problem.renewal_no_notice",
  "problem.duplicate",
  "problem.account_state",
  "problem.ground",
  "problem.clause_state",
  "problem.asked_support",
  "problem.no_reply",
  "problem.unreachable",
] as const satisfies readonly TemplateCode[];

/** What was asked before and what came back. */
export const corresponded = [
  "problem.asked_before",
  "problem.came_back",
  "problem.promise_made",
  "problem.no_answer",
] as const satisfies readonly TemplateCode[];

/** 诉求 in a letter to the other side. */
export const amounts = [
  "demand.refunded_already",
  "demand.full",
  "demand.partial",
  "demand.either",
] as const satisfies readonly TemplateCode[];

/** Doors of the other side itself. */
export const ownDoors = ["platform_form", "platform_letter", "platform_phone", "platform_intervention"] as const;
