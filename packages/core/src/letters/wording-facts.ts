/**
 * Facts for rewrites: slot name → words, from the sentences the facts carry. Pure (W1).
 *
 * 1. Only what the case knows; a slot that is absent shows as missing.
 */
import { all, find, info } from "../case/case.ts";
import type { Id } from "../identity.ts";
import { formatYuan } from "../money.ts";
import type { Args } from "../message.ts";
import type { Lang } from "../schema/parts.ts";
import { civilOf, clockOf, DAY_MS, InstantSchema, startOf, toMillis, type When } from "../time.ts";
import { exhibitsOf } from "./sources.ts";
import type { RewriteFacts } from "./rewrite.ts";
import type { Composed, LetterFacts, LetterRenderer, TemplateCode } from "./template.ts";

/** Templates that can say in one sentence what went wrong, best first. */
const measured: readonly TemplateCode[] = [
  "problem.not_started_until",
  "problem.progress",
  "problem.drop",
  "problem.newest",
  "problem.sample",
  "problem.received",
  "problem.unreachable",
];

/** Words for `letter.phrase.*` of the slots of the pack's rewrites. */
export function wordingFacts(
  facts: LetterFacts,
  told: readonly Composed[],
  numbers: ReadonlyMap<Id, number>,
  renderer: LetterRenderer,
  lang: Lang,
): RewriteFacts {
  const say = (phrase: string, args: Args): string => renderer(`letter.phrase.${phrase}`, args, lang);
  const moment = (at: unknown): string | undefined => {
    const known = InstantSchema.safeParse(at);
    return known.success ? say("moment", { at: known.data }) : undefined;
  };
  const day = (at: When): string => say("day", { on: civilOf(at) });
  const best = (...codes: readonly TemplateCode[]): Composed | undefined => {
    const fitting = codes.flatMap((code) => told.filter((c) => c.template === code));
    return fitting.find((c) => c.byDefault) ?? fitting[0];
  };
  const exhibit = (c: Composed | undefined): string | undefined => {
    const first = c?.cites
      .flatMap((s) => exhibitsOf(facts.case, s))
      .map((e) => numbers.get(e))
      .find((n) => n !== undefined);
    return first === undefined ? undefined : say("exhibit", { number: first });
  };
  const [promise, measure, sample, paid, clause, law] = [
    best("order.promise"),
    best(...measured),
    best("problem.sample"),
    best("order.paid", "order.charged"),
    best("basis.clause"),
    best("basis.law"),
  ];
  const reply = told.findLast((c) => c.template === "problem.asked_support");
  const reached = best("problem.unreachable");
  const newest = best("problem.newest", "problem.progress");
  const { demand } = facts;
  const ordered = all(facts.case, "order")
    .map((o) => o.orderedAt)
    .toSorted()[0];
  const staff = text(reply, "staffNo") ?? text(reply, "sender");
  const slots: Readonly<Record<string, string | undefined>> = {
    promise_quote: text(promise, "quote"),
    promise_exhibit: exhibit(promise),
    measure_sentence:
      measure && trimmed(renderer(`letter.${measure.template}`, { ...measure.args, exhibits: [] }, lang)),
    measure_exhibit: exhibit(measure),
    since: moment(reached?.args["firstAt"]),
    unreachable_exhibit: exhibit(reached),
    attempts: attemptTimes(facts)
      .map((at) => say("moment", { at }))
      .join("、"),
    now: day(facts.now),
    reading_at: moment(newest?.args["newestAt"]),
    our_value: text(newest, "value"),
    delta: text(newest, "gained"),
    promised: text(best("problem.progress"), "quantity"),
    debit_at: moment(paid?.args["paidAt"]),
    paid: demand.paidFen > 0 ? formatYuan(demand.paidFen) : undefined,
    bill_exhibit: exhibit(paid),
    clause_quote: text(clause, "quote"),
    n: text(sample, "n"),
    k: text(sample, "suspicious"),
    deadline_at: day(facts.answerBy),
    claim_amount: demand.claimFen === undefined ? undefined : formatYuan(demand.claimFen),
    breakdown:
      demand.claimFen === undefined
        ? undefined
        : say("breakdown", {
            paidFen: demand.paidFen,
            refundedFen: demand.refundedFen,
            receivedFen: demand.receivedFen ?? 0,
            claimFen: demand.claimFen,
          }),
    verified_citation: law && say("citation", { law: String(law.args["law"]), article: String(law.args["article"]) }),
    age: info(facts.case)?.payerAge?.toString(),
    guardian: all(facts.case, "party").find((p) => p.role === "guardian")?.name,
    from: ordered && day(ordered),
    to: ordered && day(facts.now),
    days:
      ordered &&
      String(Math.round((toMillis(startOf(civilOf(facts.now))) - toMillis(startOf(civilOf(ordered)))) / DAY_MS)),
    reply_date: moment(reply?.args["repliedAt"]) && dayOf(reply, day),
    reply_time: timeOf(reply),
    staff_or_nick: staff,
    staff_masked: staff && masked(staff),
    excuse_quote: text(reply, "quote"),
    reply_exhibit: exhibit(reply),
    chat_exhibit: exhibit(reply),
  };
  const known: Record<string, string> = {};
  for (const [slot, value] of Object.entries(slots)) if (value !== undefined && value !== "") known[slot] = value;
  return known;
}

function text(c: Composed | undefined, arg: string): string | undefined {
  const value = c?.args[arg];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

const trimmed = (sentence: string): string => sentence.trim().replace(/[。；;.]+$/, "");

/** When the person asked: attempts, else own messages. */
function attemptTimes(facts: LetterFacts): readonly string[] {
  const tried = facts.measures.unreachable.attempts.map((a) => a.at);
  const asked = all(facts.case, "communication").flatMap((c) =>
    c.direction === "mine" && c.at !== undefined && (c.exhibit === undefined || find(facts.case, "exhibit", c.exhibit))
      ? [c.at]
      : [],
  );
  return (tried.length > 0 ? tried : asked).toSorted().slice(-3);
}

function dayOf(reply: Composed | undefined, day: (at: When) => string): string | undefined {
  const at = InstantSchema.safeParse(reply?.args["repliedAt"]);
  return at.success ? day(at.data) : undefined;
}

function timeOf(reply: Composed | undefined): string | undefined {
  const at = InstantSchema.safeParse(reply?.args["repliedAt"]);
  return at.success ? clockOf(at.data).time : undefined;
}

/** First character and length stay: enough to tell two people apart, not to find one (P1). */
const masked = (name: string): string => name.charAt(0) + "*".repeat(Math.max(1, Array.from(name).length - 1));
