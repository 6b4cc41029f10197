/**
 * Fields that carry the letter: facts, what is not as agreed, what was delivered, basis, request, amount, evidence. Pure (A2, A3, A6, D1–D4).
 *
 * 1. Facts come only as sentences of the letter, with the sources they have there: the table and the letter never say different things.
 * 2. A letter that something still blocks is pointed out at its facts.
 */
import { all } from "../../case/case.ts";
import { ref } from "../../identity.ts";
import { message } from "../../message.ts";
import type { LetterPart } from "../../schema/course.ts";
import type { LetterSentence, LetterView } from "../letter.ts";
import { gapOf, plain, type FillFacts, type Filled, type Gap } from "./fill.ts";

/** Templates that say what was delivered and what was not. */
const delivery: ReadonlySet<string> = new Set([
  "problem.not_started_until",
  "problem.started_later",
  "problem.progress",
  "problem.newest",
  "problem.received",
]);

/** Said elsewhere in the table: the parties, the costs. A paper for an authority sets the other side no time (K7). */
const elsewhere: ReadonlySet<string> = new Set(["order.party", "demand.costs", "demand.answer_by"]);
const spoken = (s: LetterSentence): boolean =>
  s.text.trim() !== "" && (s.template === undefined || !elsewhere.has(s.template));

const sentences = (letter: LetterView | undefined, ...parts: readonly LetterPart[]): readonly LetterSentence[] =>
  (letter?.sentences ?? []).filter((s) => parts.includes(s.part) && spoken(s));

const lines = (of: readonly LetterSentence[]): Filled["value"] =>
  of.map((s) =>
    plain(
      s.text.trim(),
      s.sources.map((x) => x.ref),
    ),
  );

/** The letter that belongs to the paper is not written yet, or does not say this. */
function unwritten({ letter, kind, filingId }: FillFacts, part: LetterPart): Gap {
  const data =
    letter === undefined ? { kind, ...(filingId === undefined ? {} : { filing: filingId }) } : { draft: letter.draft };
  return gapOf("form.missing.letter", { part }, "letter.open", data, "form.fix.write");
}

/** What blocks the letter blocks the paper. */
function blocked({ letter }: FillFacts): { readonly gap?: Gap } {
  const n = (letter?.problems ?? []).filter((p) => p.severity === "block").length;
  if (letter === undefined || n === 0) return {};
  return { gap: gapOf("form.missing.letter_blocked", { n }, "letter.open", { draft: letter.draft }, "form.fix.open") };
}

function told(facts: FillFacts, part: LetterPart, ...others: readonly LetterPart[]): Filled {
  const said = sentences(facts.letter, part, ...others);
  const lacks = !said.some((s) => s.part === part);
  return lacks ? { value: lines(said), gap: unwritten(facts, part) } : { value: lines(said), ...blocked(facts) };
}

/** What was used is said as delivered; it is nothing that went wrong. */
function breach(facts: FillFacts): Filled {
  const whole = told(facts, "problem");
  const used = withTemplate(facts, "problem.received");
  const wrong = whole.value.filter((m) => !used.some((u) => u.args["text"] === m.args["text"]));
  return wrong.length === 0 ? whole : { ...whole, value: wrong };
}

function request(facts: FillFacts): Filled {
  const value = lines(sentences(facts.letter, "demand"));
  return value.length === 0 ? { value, gap: unwritten(facts, "demand") } : { value };
}

function delivered(facts: FillFacts): Filled {
  const said = sentences(facts.letter, "problem").filter((s) => s.template !== undefined && delivery.has(s.template));
  return said.length === 0
    ? { value: [], gap: gapOf("form.missing.delivery", {}, "inbox.add", {}, "form.fix.add") }
    : { value: lines(said) };
}

/** A court applies the law by itself, so a paper without articles is whole. Source: A7. */
const basis = ({ letter }: FillFacts): Filled => ({ value: lines(sentences(letter, "basis")) });

/** D3: two amounts are possible until the person has chosen one. */
function total({ case: of, context }: FillFacts): Filled {
  const { claimFen, either, refs } = context.demand;
  if (claimFen !== undefined && claimFen > 0)
    return { value: [message("form.value.amount", { amountFen: claimFen }, refs)] };
  if (either === undefined)
    return { value: [], gap: gapOf("form.missing.amount", {}, "payment.add", { ask: "amountFen" }) };
  const order = all(of, "order")[0];
  const usage = all(of, "usage").find((u) => u.order === order?.id);
  const args = { lowFen: Math.min(...either), highFen: Math.max(...either) };
  return {
    value: [],
    gap:
      usage === undefined
        ? gapOf(
            "form.missing.choose",
            args,
            "usage.add",
            { order: order?.id ?? "", ask: "claimChoice" },
            "form.fix.choose",
          )
        : gapOf("form.missing.choose", args, "usage.edit", { id: usage.id, ask: "claimChoice" }, "form.fix.choose"),
  };
}

function evidence({ case: of, letter }: FillFacts): Filled {
  const listed = letter?.exhibits.map((e) => e.exhibit) ?? [];
  const exhibits = listed.length > 0 ? listed : all(of, "exhibit").map((e) => e.id);
  if (exhibits.length === 0)
    return { value: [], gap: gapOf("form.missing.evidence", {}, "inbox.add", {}, "form.fix.add") };
  return {
    value: [
      message(
        "form.value.evidence",
        { n: exhibits.length },
        exhibits.map((e) => ref("exhibit", e)),
      ),
    ],
  };
}

/** The sentences of some templates, in reading order. */
const withTemplate = ({ letter }: FillFacts, template: string): Filled["value"] =>
  lines((letter?.sentences ?? []).filter((s) => s.template === template && s.text.trim() !== ""));

/** What a power of attorney cannot do without. Source: `samr-121-11` (matter, scope, period). */
function entrusted(facts: FillFacts, template: string, part: LetterPart): Filled {
  const value = withTemplate(facts, template);
  return value.length === 0 ? { value, gap: unwritten(facts, part) } : { value };
}

export const letterFills = {
  "letter.facts": (f: FillFacts): Filled => told(f, "problem", "order", "evidence", "basis"),
  "letter.problem": breach,
  "letter.delivery": delivered,
  "letter.basis": basis,
  "letter.demand": request,
  "demand.total": total,
  "demand.costs": (f: FillFacts): Filled => ({ value: withTemplate(f, "demand.costs") }),
  "attorney.matter": (f: FillFacts): Filled => entrusted(f, "problem.matter", "problem"),
  "attorney.scope": (f: FillFacts): Filled => entrusted(f, "demand.scope", "demand"),
  "attorney.period": (f: FillFacts): Filled => entrusted(f, "demand.term", "demand"),
  "evidence.list": evidence,
} as const;
