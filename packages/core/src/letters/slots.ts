/**
 * Slots of a case: everything the named gaps of the pack can be filled with. Pure (W1, X6).
 *
 * 1. Only what the case knows; a slot without a fact is absent and shows as missing.
 */
import { all, find } from "../case/case.ts";
import { ref, type Ref } from "../identity.ts";
import type { When } from "../time.ts";
import { asksOf } from "./correspondence.ts";
import {
  bestIn,
  clauseOf,
  field,
  instantIn,
  moment,
  plain,
  wordsOf,
  type ExhibitSlot,
  type Slot,
  type Slots,
} from "./slot.ts";
import { moneySlots, paperSlots, replySlots, type SlotReply } from "./slots-papers.ts";
import { exhibitsOf } from "./sources.ts";
import type { Composed, LetterFacts, TemplateCode } from "./template.ts";

/** Templates that can say in one sentence what went wrong, best first. */
const measured: readonly TemplateCode[] = [
  "problem.not_started_until",
  "problem.progress",
  "problem.drop",
  "problem.newest",
  "problem.sample",
  "problem.received",
  "problem.unreachable",
  "problem.renewal_no_notice",
  "problem.duplicate",
  "problem.incident",
  "problem.ground",
];

/** How many earlier contacts are named. */
const CONTACTS = 3;

/** Every slot this case can fill, by name. `told`: what the templates say now. */
export function slotsOf(
  facts: LetterFacts,
  told: readonly Composed[],
  reply: SlotReply | undefined,
): ReadonlyMap<string, Slot> {
  const exhibit: ExhibitSlot = (refs) =>
    refs?.some((r) => exhibitsOf(facts.case, r).length > 0) === true ? { as: "exhibit", refs } : undefined;
  const all_: Readonly<Record<string, Slot | undefined>> = {
    ...storySlots(facts, told, exhibit),
    ...moneySlots(facts, told, exhibit),
    ...replySlots(facts, reply, exhibit),
    ...paperSlots(facts, exhibit),
  };
  return new Map(Object.entries(all_).flatMap(([name, slot]) => (slot === undefined ? [] : [[name, slot] as const])));
}

/** What was promised, measured, published. */
function storySlots(facts: LetterFacts, told: readonly Composed[], exhibit: ExhibitSlot): Slots {
  const best = bestIn(told);
  const [promise, measure, sample, clause, drop, newest, reached] = [
    best("order.promise"),
    best(...measured),
    best("problem.sample"),
    best("basis.clause"),
    best("problem.drop"),
    best("problem.newest", "problem.progress"),
    best("problem.unreachable"),
  ];
  const progress = best("problem.progress");
  const used = best("problem.received");
  const law = best("basis.law");
  const clauseArgs = clause && { document: String(clause.args["document"]), article: String(clause.args["article"]) };
  const clauseQuote = field(clause, "quote");
  const [quantity, gained] = [field(progress, "quantity"), field(progress, "gained")];
  return {
    promise_quote: plain(field(promise, "quote"), promise?.sources ?? []),
    promise_exhibit: exhibit(promise?.cites),
    measure_sentence: clauseOf(measure),
    measure_exhibit: exhibit(measure?.cites),
    drop_sentence: clauseOf(drop),
    since: moment(instantIn(reached, "firstAt"), reached?.sources ?? []),
    unreachable_exhibit: exhibit(reached?.cites),
    reading_at: moment(instantIn(newest, "newestAt"), newest?.sources ?? []),
    our_value: plain(field(newest, "value"), newest?.sources ?? []),
    balance: plain(field(newest, "value"), newest?.sources ?? []),
    delta: plain(field(newest, "gained"), newest?.sources ?? []),
    promised: plain(quantity, progress?.sources ?? []),
    delivered: plain(typeof gained === "number" ? Math.max(0, gained) : undefined, progress?.sources ?? []),
    undelivered: plain(
      typeof quantity === "number" && typeof gained === "number"
        ? Math.max(0, quantity - Math.max(0, gained))
        : undefined,
      progress?.sources ?? [],
    ),
    units_total: plain(field(used, "unitsTotal"), used?.sources ?? []),
    units_used: plain(field(used, "unitsUsed"), used?.sources ?? []),
    usage_sentence: clauseOf(used),
    usage_exhibit: exhibit(used?.cites),
    clause_quote: plain(clauseQuote, clause?.sources ?? []),
    clause_exhibit: exhibit(clause?.cites),
    clause_ref: clauseArgs && wordsOf("letter.phrase.clause", clauseArgs, clause.sources),
    clause_sentence:
      clauseArgs && clauseQuote !== undefined
        ? wordsOf(
            "letter.phrase.clause_says",
            { ...clauseArgs, quote: String(clauseQuote) },
            clause.sources,
            clause.cites,
          )
        : undefined,
    n: plain(field(sample, "n"), sample?.sources ?? []),
    k: plain(field(sample, "suspicious"), sample?.sources ?? []),
    verified_citation:
      law &&
      wordsOf(
        "letter.phrase.citation",
        { law: String(law.args["law"]), article: String(law.args["article"]) },
        law.sources,
      ),
    ...contactSlots(facts, exhibit),
  };
}

interface Contact {
  readonly at: When;
  readonly refs: readonly Ref[];
}

/** When the person asked, by what is dated: attempts, else own messages, else letters that went out. */
function contactSlots(facts: LetterFacts, exhibit: ExhibitSlot): Slots {
  const tried = facts.measures.unreachable.attempts.map((a): Contact => ({ at: a.at, refs: [ref("attempt", a.id)] }));
  const wrote = all(facts.case, "communication").flatMap((c): readonly Contact[] =>
    c.direction === "mine" && c.at !== undefined && (c.exhibit === undefined || find(facts.case, "exhibit", c.exhibit))
      ? [{ at: c.at, refs: [ref("communication", c.id)] }]
      : [],
  );
  const letters = asksOf(facts.case, facts.now).map((a): Contact => ({
    at: a.event.at,
    refs: [ref("event", a.event.id)],
  }));
  const byTime = (list: readonly Contact[]): readonly Contact[] => list.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const contacts = byTime(tried.length > 0 ? tried : wrote.length > 0 ? wrote : letters);
  const last = contacts.slice(-CONTACTS);
  const first = byTime([...wrote, ...letters])[0];
  return {
    attempts:
      last.length === 0
        ? undefined
        : {
            as: "list",
            of: last.flatMap((c) => moment(c.at, c.refs) ?? []),
            refs: last.flatMap((c) => c.refs),
          },
    attempts_exhibit: exhibit(last.flatMap((c) => c.refs)),
    first_request_at: moment(first?.at, first?.refs ?? []),
    first_request_exhibit: exhibit(first?.refs),
  };
}
