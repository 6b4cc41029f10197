/**
 * Conditions: one judgement per type, three-valued. Pure (B1, B3, B4, B8, B9).
 */
import { exhaustive } from "../result.ts";
import type { Condition } from "../schema/parts.ts";
import { answered, duplicatePayment, payerMinor, refundClause, respondentUnidentified } from "./circumstance.ts";
import { notStarted, progressBelow } from "./delivery.ts";
import type { Facts } from "./facts.ts";
import type { Finding } from "./finding.ts";
import { dropOver } from "./loss.ts";
import { suspiciousOver } from "./sampling.ts";
import { failureNotice, unreachable } from "./signs.ts";

/** What the facts say about a condition. */
export function judgeCondition(c: Condition, f: Facts): Finding {
  switch (c.type) {
    case "not_started":
      return notStarted(c, f);
    case "progress_below":
      return progressBelow(c, f);
    case "drop_over":
      return dropOver(c, f);
    case "suspicious_over":
      return suspiciousOver(c, f);
    case "failure_notice":
      return failureNotice(f);
    case "unreachable":
      return unreachable(f);
    case "duplicate_payment":
      return duplicatePayment(f);
    case "payer_minor":
      return payerMinor(f);
    case "respondent_unidentified":
      return respondentUnidentified(f);
    case "refund_clause":
      return refundClause(f);
    case "answers":
      return answered(c, f);
    default:
      return exhaustive(c);
  }
}
