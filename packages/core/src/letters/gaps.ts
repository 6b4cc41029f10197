/**
 * What a letter still lacks before it is worth reading, said as messages. Pure (A2, R1).
 *
 * 1. Nothing is filled with a guess; what is missing is named with where to get it.
 */
import { ref } from "../identity.ts";
import { liveOrders } from "../measure/live.ts";
import { message, type Message } from "../message.ts";
import type { LetterPart } from "../schema/course.ts";
import { answerNotLoaded } from "./answer.ts";
import { lawTextsMissing } from "./basis-sentences.ts";
import { demandGaps } from "./closing-sentences.ts";
import { composed } from "./composed.ts";
import { asksOf } from "./correspondence.ts";
import { standingPayments } from "./order-sentences.ts";
import { partyGaps } from "./people-sentences.ts";
import type { LetterFacts } from "./template.ts";

/** `letter.missing.*`, in the order in which a person can do something about it. */
export function missingOf(facts: LetterFacts): readonly Message[] {
  const { spec } = facts;
  const orders = liveOrders(facts.case);
  const payments = standingPayments(facts);
  const said = composed(facts).filter((c) => c.byDefault);
  const lacks = (part: LetterPart): boolean => spec.needs.includes(part) && !said.some((c) => c.part === part);
  const nameless = orders.filter((o) => o.number.trim() === "");
  const recalls = spec.kind === "reminder2" && asksOf(facts.case, facts.now).length === 0;
  return [
    ...(orders.length === 0 && payments.length === 0 ? [message("letter.missing.order")] : []),
    ...nameless.map((o) => message("letter.missing.order_number", { item: o.item }, [ref("order", o.id)])),
    ...(spec.candid && payments.length === 0 && orders.length > 0
      ? [
          message(
            "letter.missing.payment",
            {},
            orders.map((o) => ref("order", o.id)),
          ),
        ]
      : []),
    ...partyGaps(facts),
    ...(recalls ? [message("letter.missing.asked")] : []),
    ...(lacks("problem") ? [message("letter.missing.problem")] : []),
    ...(lacks("evidence") ? [message("letter.missing.evidence")] : []),
    ...(lawTextsMissing(facts) ? [message("letter.missing.law_text")] : []),
    ...(answerNotLoaded(facts) ? [message("letter.missing.excuses")] : []),
    ...(spec.candid ? demandGaps(facts) : []),
  ];
}
