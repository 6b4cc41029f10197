/**
 * 服务问题, what was asked before and what came back. Pure (X4, X5).
 *
 * 1. That no answer came is said only up to a day, and only where nothing of theirs is dated later.
 * 2. A reply is quoted; what it comes to is said in our words only where there is nothing to quote.
 */
import { info } from "../case/case.ts";
import { ref, type Ref } from "../identity.ts";
import { historyOf } from "../course/history.ts";
import { civilOf, endOf, type When } from "../time.ts";
import { answeredReply, asksOf, heardSince, repliesOf, type Ask, type Reply } from "./correspondence.ts";
import { quoted, whenArg } from "./history-sentences.ts";
import { sentence, type Composed, type LetterFacts } from "./template.ts";
import { WhenSchema } from "../schema/values.ts";

/** How many replies a letter quotes by itself: the newest. */
const REPLIES = 2;

/** In order of time: what was asked, what came back, what was promised, silence, mediation. Undefined where a subject no longer holds (E6). */
export const courseSentences = (facts: LetterFacts): readonly (Composed | undefined)[] => [
  ...correspondence(facts),
  ...promises(facts),
  noAnswer(facts),
  ...mediations(facts),
];

function correspondence(facts: LetterFacts): readonly (Composed | undefined)[] {
  const asked = asksOf(facts.case, facts.now);
  const recalled = new Set(asked.slice(asked.length - Math.min(asked.length, facts.spec.recalls)));
  const replies = repliesOf(facts.case, facts.now);
  const quotedHere = new Set(quotedReplies(facts, replies));
  const told = [
    ...asked.map((a) => ({ at: a.event.at, id: a.event.id, say: () => askedSentence(facts, a, recalled.has(a)) })),
    ...replies.map((r) => ({
      at: r.event.at,
      id: r.event.id,
      say: () => replySentence(facts, r, quotedHere.has(r)),
    })),
  ];
  return told.toSorted((a, b) => compare(endOf(a.at), endOf(b.at)) || compare(a.id, b.id)).map((t) => t.say());
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A second reminder answers one reply; other letters tell the newest. */
function quotedReplies(facts: LetterFacts, replies: readonly Reply[]): readonly Reply[] {
  if (facts.spec.kind !== "reminder2") return replies.slice(-REPLIES);
  const answered = answeredReply(facts.case, facts.now, facts.draft);
  return replies.filter((r) => r.event.id === answered?.event.id);
}

/** What the letter that was sent asked for, as it was printed in it. */
function askedFor(ask: Ask): string | undefined {
  const printed = ask.sent?.sentences.flatMap((s) => Object.entries(s.printed)) ?? [];
  return printed.find(([key]) => key.startsWith("demand/") && key.endsWith("/claimFen"))?.[1];
}

function askedSentence(facts: LetterFacts, ask: Ask, byDefault: boolean): Composed | undefined {
  const { event, delivered } = ask;
  const { channel, periodHours } = event.data;
  return sentence(facts, "problem.asked_before", {
    sources: [
      ref("event", event.id),
      ask.sent && ref("sentVersion", ask.sent.id),
      delivered && ref("event", delivered.id),
      ...event.refs.filter((r) => r.startsWith("exhibit/")),
    ],
    prints: [ref("event", event.id, "at")],
    args: {
      ...whenArg("sent", event.at),
      letter: ask.letter,
      channel: typeof channel === "string" ? channel : undefined,
      asked: askedFor(ask),
      periodHours: typeof periodHours === "number" ? periodHours : undefined,
      ...whenArg("delivered", delivered?.at),
    },
    byDefault,
  });
}

function replySentence(facts: LetterFacts, reply: Reply, byDefault: boolean): Composed | undefined {
  const quote = quoted(facts, reply.communication?.text) ?? quoted(facts, reply.phrase);
  return sentence(facts, "problem.came_back", {
    sources: reply.refs,
    prints: [ref("event", reply.event.id, "at")],
    args: {
      ...whenArg("replied", reply.communication?.at ?? reply.event.at),
      quote,
      as: reply.as,
      stance: quote === undefined ? reply.as : undefined,
      offerFen: reply.as === "offer" ? reply.amountFen : undefined,
    },
    byDefault,
  });
}

const whenIn = (value: unknown): When | undefined => {
  const read = WhenSchema.safeParse(value);
  return read.success ? read.data : undefined;
};

/** What they promised and did not keep: only where the time is over and no money was seen since. */
function promises(facts: LetterFacts): readonly (Composed | undefined)[] {
  const { events } = historyOf(facts.case, facts.now);
  return events
    .filter((e) => e.type === "promise.made")
    .map((e) => {
      const due = whenIn(e.data["dueAt"]);
      const kept = events.some((r) => r.type === "refund.received" && endOf(r.at) >= endOf(e.at));
      const from = events.find((r) => r.type === "reply.received" && e.refs.includes(ref("event", r.id)));
      return sentence(facts, "problem.promise_made", {
        sources: [ref("event", e.id), from && ref("event", from.id)],
        prints: [ref("event", e.id, "at")],
        args: { ...whenArg("made", e.at), ...whenArg("due", due), untilOn: civilOf(facts.now) },
        byDefault: !kept && due !== undefined && endOf(due) < facts.now && facts.demand.refundedFen === 0,
      });
    });
}

function noAnswer(facts: LetterFacts): Composed | undefined {
  const last = asksOf(facts.case, facts.now).at(-1);
  if (!last || heardSince(facts.case, last.event, facts.now)) return undefined;
  const today = civilOf(facts.now);
  return sentence(facts, "problem.no_answer", {
    sources: [ref("event", last.event.id)],
    args: { untilOn: today },
    byDefault: civilOf(last.event.at) < today,
  });
}

/** A mediation that is over: told to a court, which asks for it. Where engagement was bought, who mediated is not named (A7). */
function mediations(facts: LetterFacts): readonly (Composed | undefined)[] {
  const engagement = info(facts.case)?.category === "engagement";
  return historyOf(facts.case, facts.now)
    .events.filter((e) => e.type === "mediation.ended")
    .map((e) => {
      const { channel, result } = e.data;
      return sentence(facts, "problem.mediated", {
        sources: [ref("event", e.id)],
        prints: [ref("event", e.id, "at")],
        args: {
          ...whenArg("ended", e.at),
          channel: typeof channel === "string" && !engagement ? channel : undefined,
          result: typeof result === "string" ? result : undefined,
        },
        byDefault: true,
      });
    });
}

/** Messages that a composed reply quotes already, so that none is quoted twice. */
export const quotedMessages = (told: readonly Composed[]): ReadonlySet<Ref> =>
  new Set(
    told.flatMap((c) =>
      c.template === "problem.came_back" && c.byDefault ? c.sources.filter((r) => r.startsWith("communication/")) : [],
    ),
  );
