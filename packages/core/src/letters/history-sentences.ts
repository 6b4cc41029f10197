/**
 * 服务问题, the rest: what happened on bills, on the account, in the talk with support. Pure.
 *
 * 1. What they said is quoted, never summed up; a quote that is too long is cut at its end and says so.
 * 2. A ground without words of its own still gets one sentence, so that a letter never asks for money without saying why.
 */
import { find } from "../case/case.ts";
import { parseRef, ref, type Ref } from "../identity.ts";
import { liveRecords } from "../measure/live.ts";
import type { GroundKind } from "../schema/parts.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { Instant, When } from "../time.ts";
import { orderOf, standingPayments } from "./order-sentences.ts";
import { published } from "./personal.ts";
import { fieldsOf, sentence, wanted, type Composed, type LetterFacts } from "./template.ts";

type Communication = RecordOf<"communication">;

/** Units: characters of a reply that a letter quotes. */
const QUOTE_LENGTH = 120;
/** How many of their replies a letter quotes by itself: the newest. */
const REPLIES = 2;
/** Told by readings and samples (measure-sentences.ts) or by a template of its own. */
const spoken: ReadonlySet<GroundKind> = new Set([
  "not_started",
  "under_delivered",
  "post_delivery_loss",
  "quality_below_standard",
  "platform_unreachable",
  "auto_renew_no_notice",
  "duplicate_charge",
  "account_harm",
]);

/** In reading order: incidents, bills, grounds the person answered, clauses, talk, attempts to reach them. Undefined where a subject no longer holds (E6). */
export const historySentences = (facts: LetterFacts): readonly (Composed | undefined)[] => [
  ...incidents(facts),
  ...billing(facts),
  ...states(facts),
  ...clauseStates(facts),
  ...talk(facts),
  unreachable(facts),
];

/** A moment or a day under the arg name that fits it. */
export const whenArg = (name: string, at: When | undefined): Readonly<Record<string, string>> =>
  at === undefined ? {} : { [`${name}${at.includes("T") ? "At" : "On"}`]: at };

function incidents(facts: LetterFacts): readonly (Composed | undefined)[] {
  return liveRecords(facts.case, "incident").map((i) =>
    sentence(facts, "problem.incident", {
      sources: [ref("incident", i.id)],
      prints: fieldsOf("incident", i.id, "at", "text"),
      args: { what: i.what, ...whenArg("happened", i.at), quote: quoted(facts, i.text) },
      byDefault: true,
    }),
  );
}

/** Refs of records a ground rests on, without law and without the ground's own clause. */
const factRefs = (g: LetterFacts["grounds"][number]): readonly Ref[] =>
  g.because.flatMap((m) => m.refs).filter((r) => !r.startsWith("provision/") && !r.startsWith("measure/"));

const metGround = (facts: LetterFacts, kind: GroundKind): LetterFacts["grounds"][number] | undefined =>
  facts.grounds.find((g) => g.kind === kind && g.verdict === "met");

function billing(facts: LetterFacts): readonly (Composed | undefined)[] {
  const out: (Composed | undefined)[] = [];
  const payments = standingPayments(facts);
  const renewal = metGround(facts, "auto_renew_no_notice");
  const renewed = payments.at(-1);
  if (renewal && renewed)
    out.push(
      sentence(facts, "problem.renewal_no_notice", {
        sources: [ref("payment", renewed.id), ...factRefs(renewal)],
        prints: fieldsOf("payment", renewed.id, "paidAt", "amountFen"),
        args: { paidAt: renewed.paidAt, amountFen: renewed.amountFen, payee: published(facts, renewed.payee) },
        byDefault: true,
      }),
    );
  if (metGround(facts, "duplicate_charge")) out.push(...duplicates(facts));
  return out;
}

/** Two payments of one order and one amount, to one payee: told as two facts. */
function duplicates(facts: LetterFacts): readonly (Composed | undefined)[] {
  const groups = new Map<string, RecordOf<"payment">[]>();
  for (const p of standingPayments(facts)) {
    const key = `${orderOf(facts.case, p)?.id ?? p.merchantOrder ?? ""}|${p.payee}|${p.amountFen}`;
    groups.set(key, [...(groups.get(key) ?? []), p]);
  }
  return [...groups.values()].map((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last || group.length < 2) return undefined;
    return sentence(facts, "problem.duplicate", {
      sources: group.map((p) => ref("payment", p.id)),
      prints: group.flatMap((p) => fieldsOf("payment", p.id, "paidAt", "amountFen")),
      args: {
        count: group.length,
        amountFen: first.amountFen,
        totalFen: first.amountFen * group.length,
        firstAt: first.paidAt,
        lastAt: last.paidAt,
      },
      byDefault: true,
    });
  });
}

/** Grounds that answers of the person carry: the account's state, and every other kind that has no template of its own. */
function states(facts: LetterFacts): readonly (Composed | undefined)[] {
  const kinds = [...new Set(facts.grounds.filter((g) => g.verdict === "met").map((g) => g.kind))];
  return kinds.map((kind) => {
    const own = kind === "account_harm" ? "problem.account_state" : spoken.has(kind) ? undefined : "problem.ground";
    const g = metGround(facts, kind);
    // A failure notice and the words of a clause are told by `problem.incident` and `problem.clause_state`.
    if (
      own === undefined ||
      g === undefined ||
      (kind === "platform_failure" && liveRecords(facts.case, "incident").length > 0)
    )
      return undefined;
    const refs = factRefs(g).filter((r) => !r.startsWith("clause/"));
    const answer = refs.map((r) => parseRef(r)).find((r) => r.ok && r.value.kind === "answer");
    const at = answer?.ok === true ? find(facts.case, "answer", answer.value.id)?.at : undefined;
    return sentence(facts, own, { sources: refs, args: { kind, ...whenArg("happened", at) }, byDefault: true });
  });
}

/** Says that what a captured clause describes is the case. */
function clauseStates(facts: LetterFacts): readonly (Composed | undefined)[] {
  return facts.grounds.map((g) => {
    const parts = g.source.type === "clause" ? parseRef(g.source.ref) : undefined;
    const clause = parts?.ok === true ? find(facts.case, "clause", parts.value.id) : undefined;
    if (!clause || g.verdict !== "met") return undefined;
    return sentence(facts, "problem.clause_state", {
      sources: [ref("clause", clause.id), ...factRefs(g).filter((r) => !r.startsWith("clause/"))],
      prints: fieldsOf("clause", clause.id, "document", "article"),
      args: { document: clause.document, article: clause.article, kind: g.kind },
      byDefault: g === facts.grounds.find((one) => one.verdict === "met" && one.source.type === "clause"),
    });
  });
}

/** Dated talk in order of time; equal times by id. */
const dated = (facts: LetterFacts): readonly (Communication & { readonly at: Instant })[] =>
  liveRecords(facts.case, "communication")
    .filter((c): c is Communication & { readonly at: Instant } => c.at !== undefined)
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));

function talk(facts: LetterFacts): readonly (Composed | undefined)[] {
  const said = dated(facts).filter((c) => c.at <= facts.now);
  const theirs = said.filter((c) => c.direction === "theirs" && c.text.trim() !== "");
  const newest = new Set(theirs.slice(-REPLIES).map((c) => c.id));
  const replies = theirs.map((c) => {
    if (!wanted(facts, "problem.asked_support", ref("communication", c.id))) return undefined;
    const asked = said.findLast((m) => m.direction === "mine" && m.at <= c.at);
    return sentence(facts, "problem.asked_support", {
      sources: [ref("communication", c.id), asked && ref("communication", asked.id)],
      prints: fieldsOf("communication", c.id, "at", "text"),
      args: {
        repliedAt: c.at,
        askedAt: asked?.at,
        medium: c.medium,
        ...senderOf(facts, c),
        quote: quoted(facts, c.text),
      },
      byDefault: newest.has(c.id),
    });
  });
  const last = said.at(-1);
  const silent =
    last?.direction === "mine"
      ? sentence(facts, "problem.no_reply", {
          sources: [ref("communication", last.id)],
          prints: fieldsOf("communication", last.id, "at"),
          args: { askedAt: last.at, medium: last.medium, quote: quoted(facts, last.text) },
          byDefault: true,
        })
      : undefined;
  return [...replies, silent];
}

/** Who wrote it; nobody is named in public (P1). */
function senderOf(facts: LetterFacts, c: Communication): Readonly<Record<string, string | undefined>> {
  if (facts.spec.audience === "public") return {};
  // A window title that is the number already says it.
  const staffNo = c.staffNo !== undefined && c.sender.includes(c.staffNo) ? undefined : c.staffNo;
  return { sender: c.sender, staffNo };
}

/** M7: attempts by date and medium; the words never say that somebody has run away. */
function unreachable(facts: LetterFacts): Composed | undefined {
  const { attempts, dates, shown } = facts.measures.unreachable;
  const [first, last] = [attempts[0], attempts.at(-1)];
  if (!first || !last) return undefined;
  return sentence(facts, "problem.unreachable", {
    sources: attempts.map((a) => ref("attempt", a.id)),
    prints: attempts.map((a) => ref("attempt", a.id, "at")),
    args: {
      count: attempts.length,
      dates,
      media: [...new Set(attempts.map((a) => a.medium))],
      firstAt: first.at,
      lastAt: last.at,
    },
    byDefault: shown,
  });
}

/** Words of others as a letter quotes them; in public with the personal data in them masked (P2). Undefined where there is nothing to quote. */
export function quoted(facts: LetterFacts, text: string | undefined): string | undefined {
  const line = cut(text);
  return line === undefined ? undefined : published(facts, line);
}

function cut(text: string | undefined): string | undefined {
  // A letter is read in lines of its own; a mark such as [图片] says nothing that could be quoted.
  const line = (text ?? "").trim().replace(/\s*\n\s*/g, " ");
  const chars = Array.from(line);
  if (chars.length === 0 || /^\[[^\]]{1,8}\]$/.test(line)) return undefined;
  return chars.length <= QUOTE_LENGTH ? chars.join("") : `${chars.slice(0, QUOTE_LENGTH).join("")}……`;
}
