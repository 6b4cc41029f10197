/**
 * Requirements: the single things an element needs, each judged on its own. Pure (E1).
 *
 * 1. `ok` only through live exhibits linked to the element; told without an exhibit is `weak`; nothing is `none`.
 * 2. Each answer says why, and what would close it.
 */
import type { Requirement } from "../pack/pack.ts";
import type { Grounding, Judged, OnCase } from "./judged.ts";
import { amountComputed, conditionShown } from "./require-breach.ts";
import { orderRecord, paymentMatched, promiseCaptured } from "./require-order.ts";
import {
  clauseCaptured,
  conversation,
  failureNotice,
  respondentNamed,
  unreachableAttempts,
} from "./require-responsibility.ts";

type OfGround = "condition_shown" | "clause_captured";
type OfCase = Exclude<Requirement, OfGround>;

const onGround: Readonly<Record<OfGround, (g: Grounding) => Judged>> = {
  condition_shown: conditionShown,
  clause_captured: clauseCaptured,
};

const onCase: Readonly<Record<OfCase, (g: OnCase) => Judged>> = {
  order_record: orderRecord,
  payment_matched: paymentMatched,
  promise_captured: promiseCaptured,
  conversation,
  failure_notice: failureNotice,
  unreachable_attempts: unreachableAttempts,
  respondent_named: respondentNamed,
  amount_computed: amountComputed,
};

/** Whether a requirement looks at the ground; any other is answered alike for every ground of a case. */
export const looksAtGround = (requirement: Requirement): requirement is OfGround =>
  Object.hasOwn(onGround, requirement);

/** Judges requirements of the grounds of one case; what does not look at the ground is judged once. */
export function makeJudge(on: OnCase): (requirement: Requirement, ground: Omit<Grounding, keyof OnCase>) => Judged {
  const known = new Map<OfCase, Judged>();
  return (requirement, ground) => {
    if (looksAtGround(requirement)) return onGround[requirement]({ ...on, ...ground });
    let judged = known.get(requirement);
    if (judged === undefined) known.set(requirement, (judged = onCase[requirement](on)));
    return judged;
  };
}
