/**
 * Requirements: the single things an element needs, each judged on its own. Pure (E1).
 *
 * 1. `ok` only through live exhibits linked to the element; told without an exhibit is `weak`; nothing is `none`.
 * 2. Each answer says why, and what would close it.
 */
import type { Requirement } from "../pack/pack.ts";
import type { Grounding, Judged } from "./judged.ts";
import { amountComputed, conditionShown } from "./require-breach.ts";
import { orderRecord, paymentMatched, promiseCaptured } from "./require-order.ts";
import {
  clauseCaptured,
  conversation,
  failureNotice,
  respondentNamed,
  unreachableAttempts,
} from "./require-responsibility.ts";

const judges: Readonly<Record<Requirement, (g: Grounding) => Judged>> = {
  order_record: orderRecord,
  payment_matched: paymentMatched,
  promise_captured: promiseCaptured,
  condition_shown: conditionShown,
  conversation,
  failure_notice: failureNotice,
  unreachable_attempts: unreachableAttempts,
  clause_captured: clauseCaptured,
  respondent_named: respondentNamed,
  amount_computed: amountComputed,
};

/** Judges one requirement of one ground. */
export const judge = (requirement: Requirement, g: Grounding): Judged => judges[requirement](g);
