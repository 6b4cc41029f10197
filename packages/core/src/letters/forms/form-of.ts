/**
 * The paper of a kind, filled from the case: fields with value and source, what is missing with its fix, what goes along. Pure (A2, G5, P4, X7, X14, X15).
 *
 * 1. Identity numbers are never taken from anywhere: such a field stays empty for the person to write.
 * 2. `ready` = nothing required is missing; choices and the person's own lines may be done on paper.
 * 3. A complaint never holds a report, whatever the case says (X14).
 */
import { all, find, info, type Case } from "../../case/case.ts";
import { historyOf } from "../../course/history.ts";
import { ref, type Id } from "../../identity.ts";
import { message, type Message } from "../../message.ts";
import { moneyFlow, type Payment } from "../../proof/money-flow.ts";
import type { Lang } from "../../schema/parts.ts";
import type { LetterView } from "../letter.ts";
import type { LetterContext } from "../template.ts";
import { courseFills } from "./course-fills.ts";
import { gapOf, nothing, type FillFacts, type Filled, type Party } from "./fill.ts";
import type { FieldState, FormChoice, FormField, FormGap, FormKind, FormSection, FormView } from "./form.ts";
import type { FieldLayout, Fill, Forms, PaperLayout, SectionLayout } from "./layout.ts";
import { letterFills } from "./letter-fills.ts";
import { orderFills } from "./order-fills.ts";
import { partiesOf, partyFills } from "./party-fills.ts";

export interface FormInput {
  readonly lang: Lang;
  readonly context: Pick<LetterContext, "demand" | "now">;
  /** The filing it is the paper of. */
  readonly filing?: Id;
  /** The letter of the same kind, whose sentences are its facts and its request. */
  readonly letter?: LetterView;
}

const fills: Readonly<Record<Fill, (facts: FillFacts) => Filled>> = {
  ...partyFills,
  ...orderFills,
  ...letterFills,
  ...courseFills,
};

const layoutOf = (forms: Forms, kind: FormKind): PaperLayout =>
  ({
    complaint12315: forms.samr_complaint_form,
    claim: forms.statement_of_claim,
    attorney: forms.power_of_attorney,
    association: forms.association_complaint,
    payment_dispute: forms.payment_dispute,
  })[kind];

/** G5. Units: years at payment. */
const ADULT = 18;

/** Somebody else acts for the payer because of their age. */
export function isForMinor(of: Case): boolean {
  const age = info(of)?.payerAge;
  return (age !== undefined && age < ADULT) || partiesOf(of, "guardian").length > 0;
}

/** The paper as it reads now. */
export function formOf(of: Case, forms: Forms, kind: FormKind, input: FormInput): FormView {
  const layout = layoutOf(forms, kind);
  const facts: FillFacts = {
    case: of,
    kind,
    context: input.context,
    history: historyOf(of, input.context.now),
    letter: input.letter,
    filing: find(of, "filing", input.filing),
    filingId: find(of, "filing", input.filing)?.id,
    role: undefined,
    party: undefined,
    payment: undefined,
  };
  const sections = layout.sections
    .filter((s) => s.when !== "minor" || isForMinor(of))
    .flatMap((s) => copies(s, facts).map((copy, n, list) => section(s, copy, input.lang, list.length > 1 ? n + 1 : 0)));
  const missing = sections
    .flatMap((s) => s.fields.flatMap((f) => f.missing ?? []))
    .toSorted((a, b) => Number(b.required) - Number(a.required));
  return {
    kind,
    title: word(layout, "title", input.lang),
    basis: layout.basis,
    note: word(layout, "note", input.lang),
    sections,
    notes: notesOf(facts, layout, input.lang),
    enclosures: enclosuresOf(facts),
    missing,
    ready: missing.every((gap) => !gap.required),
  };
}

const word = (of: PaperLayout, what: "title" | "note", lang: Lang): string =>
  of[`${what}${lang === "en" ? "En" : "Zh"}`];

/** One copy per party or payment; one empty copy where there is none. */
function copies(layout: SectionLayout, facts: FillFacts): readonly FillFacts[] {
  const { who } = layout;
  if (layout.each === "payment") {
    const paid: readonly (Payment | undefined)[] = moneyFlow(facts.case).payments;
    return (paid.length > 0 ? paid : [undefined]).map((payment) => ({ ...facts, payment }));
  }
  if (who === undefined) return [facts];
  const parties: readonly (Party | undefined)[] = partiesOf(facts.case, who);
  // One claimant files; the others of the case file their own.
  const shown = who === "claimant" ? parties.slice(0, 1) : parties;
  return (shown.length > 0 ? shown : [undefined]).map((party) => ({ ...facts, role: who, party }));
}

function section(layout: SectionLayout, facts: FillFacts, lang: Lang, n: number): FormSection {
  const id = n === 0 ? layout.id : `${layout.id}-${n}`;
  const title = lang === "en" ? layout.titleEn : layout.titleZh;
  // A suit may be brought without an agent; then nothing about one is missing.
  const isUnused = layout.who === "agent" && facts.kind !== "attorney" && facts.party === undefined;
  return {
    id,
    title: n === 0 ? title : `${title} ${n}`,
    fields: layout.fields.map((f) => field(`${id}.${f.id}`, f, facts, lang, isUnused)),
  };
}

const ownHand: Partial<Readonly<Record<FieldLayout["need"], string>>> = {
  identity: "form.own_hand.identity",
  own_hand: "form.own_hand.person",
  look_up: "form.own_hand.look_up",
};

function field(id: string, layout: FieldLayout, facts: FillFacts, lang: Lang, isUnused: boolean): FormField {
  const { need } = layout;
  const filled = layout.fill === undefined ? nothing : fills[layout.fill](facts);
  const choices = choicesOf(layout, facts, filled, lang);
  const gap = isUnused ? undefined : gapIn(id, layout, filled, choices);
  const state = isUnused && filled.chosen === undefined ? "blank" : stateOf(layout, filled, choices, gap);
  const note = state === "own_hand" ? noteOf(layout, facts.case) : undefined;
  return {
    id,
    label: lang === "en" ? layout.labelEn : layout.labelZh,
    need,
    state,
    value: filled.value,
    choices,
    note,
    missing: gap,
    hints: (lang === "en" ? layout.hintsEn : layout.hintsZh) ?? [],
  };
}

function choicesOf(layout: FieldLayout, { case: of }: FillFacts, filled: Filled, lang: Lang): readonly FormChoice[] {
  const answer = all(of, "answer").find((a) => a.question === layout.question)?.value;
  const chosen = filled.chosen ?? (layout.question === undefined ? undefined : answer);
  return (layout.choices ?? []).map((c) => ({
    value: c.value,
    label: lang === "en" ? c.en : c.zh,
    chosen: c.value === chosen,
  }));
}

function gapIn(id: string, layout: FieldLayout, filled: Filled, choices: readonly FormChoice[]): FormGap | undefined {
  if (filled.gap !== undefined) return { field: id, ...filled.gap, required: layout.need === "required" };
  if (layout.question === undefined || choices.some((c) => c.chosen)) return undefined;
  const ask = gapOf("form.missing.choice", {}, "answer.give", { question: layout.question }, "form.fix.choose");
  return { field: id, ...ask, required: false };
}

function stateOf(
  layout: FieldLayout,
  filled: Filled,
  choices: readonly FormChoice[],
  gap: FormGap | undefined,
): FieldState {
  if (layout.need === "authority") return "theirs";
  if (filled.value.length > 0 || choices.some((c) => c.chosen)) return "filled";
  if (gap !== undefined) return "missing";
  return layout.need === "required" || layout.need === "optional" ? "blank" : "own_hand";
}

function noteOf(layout: FieldLayout, of: Case): Message {
  if (layout.need === "choice") return message("form.own_hand.tick");
  const plain = ownHand[layout.need];
  if (plain !== undefined) return message(plain);
  const signs = layout.need === "not_needed_online" ? "form.own_hand.sign_offline" : "form.own_hand.sign";
  return message(signs, { who: isForMinor(of) ? "guardian" : "self" });
}

/** What to know before it is handed in. */
function notesOf(facts: FillFacts, layout: PaperLayout, lang: Lang): readonly Message[] {
  const { kind, filing, case: of } = facts;
  const law = (code: string, ...provisions: readonly string[]): Message =>
    message(
      code,
      {},
      provisions.map((p) => ref("provision", p)),
    );
  const inCourt = kind === "claim" || (kind === "attorney" && filing?.channel === "small_claims");
  return [
    message(`form.origin.${layout.origin}`),
    ...(lang === "en" ? [message("form.note.english")] : []),
    ...(kind === "complaint12315" ? [law("form.note.no_report", "samr-121-9")] : []),
    ...(kind === "complaint12315" && filing?.filer === "helper" && filing.authorization !== "original"
      ? [law("form.note.original_attorney", "samr-121-11")]
      : []),
    ...(kind === "association" ? [law("form.note.association_closes", "samr-121-16")] : []),
    ...(inCourt ? [law("form.note.friend", "cpl-61")] : []),
    ...(isForMinor(of) ? [message("form.note.guardian")] : []),
  ];
}

/** What goes along with it. Source: `samr-121-10`, `samr-121-11`, `cpl-123`. */
function enclosuresOf({ kind, case: of, filing }: FillFacts): readonly Message[] {
  const defendants = Math.max(1, partiesOf(of, "respondent").length);
  const isComplaint = kind === "complaint12315" || kind === "association";
  const byHelper = isComplaint && filing?.filer === "helper";
  return [
    ...(kind === "attorney" ? [] : [message("form.enclose.evidence")]),
    ...(kind === "claim" ? [message("form.enclose.copies", { n: defendants }, [ref("provision", "cpl-123")])] : []),
    ...(kind === "claim" || kind === "attorney" ? [message("form.enclose.identity")] : []),
    ...(byHelper ? [message("form.enclose.attorney", {}, [ref("provision", "samr-121-11")])] : []),
    ...(kind === "attorney" || byHelper ? [message("form.enclose.agent_identity")] : []),
    ...(isForMinor(of) ? [message("form.enclose.relation")] : []),
  ];
}
