/**
 * Sentence templates: each is a code and a pure function from facts to what the sentence rests on and says. Pure.
 *
 * 1. No prose: `words` holds `letter.<code>`; core hands it args (Units as in Message: `…Fen`, `…At`, `…On` a civil date, `…Ratio`).
 * 2. A sentence is found again by its template and its subject, the first of its sources. Templates in `single` occur once and have no subject.
 * 3. `exhibits` (numbers, as decimal text) is added when the letter is numbered, because a number is a position (numbering.ts).
 * 4. Every sentence knows how its letter calls the other side (`them`), so that one set of words serves a letter to them and one about them.
 */
import type { Demand, GroundAssessment, Verdict } from "../assess/assessment.ts";
import type { Case } from "../case/case.ts";
import { parseRef, ref, type Id, type Ref } from "../identity.ts";
import type { Measures } from "../measure/measurement.ts";
import type { Args } from "../message.ts";
import type { Pack } from "../pack/pack.ts";
import type { LetterPart } from "../schema/course.ts";
import type { GroundKind, Lang } from "../schema/parts.ts";
import type { Instant, When } from "../time.ts";
import type { KindSpec } from "./kinds/kind.ts";
import type { Sentence } from "./numbering.ts";
import { printedValue, stands } from "./sources.ts";

export const templates = {
  "order.paid": "order",
  "order.charged": "order",
  "order.placed": "order",
  "order.promise": "order",
  "order.party": "order",
  "order.place": "order",
  "order.posted": "order",
  "problem.not_started_until": "problem",
  "problem.started_later": "problem",
  "problem.progress": "problem",
  "problem.drop": "problem",
  "problem.newest": "problem",
  "problem.received": "problem",
  "problem.sample": "problem",
  "problem.incident": "problem",
  "problem.renewal_no_notice": "problem",
  "problem.duplicate": "problem",
  "problem.account_state": "problem",
  "problem.ground": "problem",
  "problem.clause_state": "problem",
  "problem.asked_support": "problem",
  "problem.no_reply": "problem",
  "problem.unreachable": "problem",
  "problem.asked_before": "problem",
  "problem.came_back": "problem",
  "problem.promise_made": "problem",
  "problem.no_answer": "problem",
  "problem.mediated": "problem",
  "problem.money": "problem",
  "problem.matter": "problem",
  "evidence.list": "evidence",
  "evidence.kept": "evidence",
  "answer.excuse": "basis",
  "basis.clause": "basis",
  "basis.law": "basis",
  "demand.refunded_already": "demand",
  "demand.full": "demand",
  "demand.partial": "demand",
  "demand.either": "demand",
  "demand.answer_by": "demand",
  "demand.period": "demand",
  "demand.formal": "demand",
  "demand.cure": "demand",
  "demand.terminate": "demand",
  "demand.pay_by": "demand",
  "demand.mediation": "demand",
  "demand.mediate": "demand",
  "demand.verify": "demand",
  "demand.judge": "demand",
  "demand.costs": "demand",
  "demand.status": "demand",
  "demand.scope": "demand",
  "demand.term": "demand",
} as const satisfies Readonly<Record<string, LetterPart>>;

export type TemplateCode = keyof typeof templates;
/** Whether this version knows the template; drafts of newer versions may hold others. */
export const isTemplate = (text: string): text is TemplateCode => Object.hasOwn(templates, text);

const single: ReadonlySet<string> = new Set<TemplateCode>([
  "evidence.list",
  "evidence.kept",
  "problem.money",
  "demand.refunded_already",
  "demand.full",
  "demand.partial",
  "demand.either",
  "demand.answer_by",
  "demand.period",
  "demand.formal",
  "demand.cure",
  "demand.pay_by",
  "demand.mediation",
  "demand.mediate",
  "demand.verify",
  "demand.judge",
  "demand.costs",
  "demand.status",
  "demand.scope",
  "demand.term",
]);

/** What a letter is composed from: results of other passes, and the moment. */
export interface LetterContext {
  readonly grounds: readonly GroundAssessment[];
  readonly demand: Demand;
  readonly measures: Measures;
  readonly now: Instant;
  /** Written into new sentences. */
  readonly by?: Id;
  /** X10: 12315 would take the matter as it stands; absent while nobody has looked. */
  readonly complaintOpen?: boolean;
}

export interface LetterFacts extends LetterContext {
  readonly case: Case;
  readonly pack: Pack;
  readonly draft: Id;
  readonly spec: KindSpec;
  /** K7: the time I set for their answer. */
  readonly answerBy: When;
  /** Keys of the sentences that are asked for; absent: all that the facts carry. */
  readonly only?: ReadonlySet<string>;
}

/** A sentence as the facts give it now. */
export interface Composed {
  readonly template: TemplateCode;
  readonly part: LetterPart;
  /** Finds it again in a draft. */
  readonly key: string;
  readonly sources: readonly Ref[];
  /** Those of the sources whose exhibits the text names. */
  readonly cites: readonly Ref[];
  /** Values the text states, by Ref with field; compared later (A3). */
  readonly printed: Readonly<Record<string, string>>;
  readonly args: Args;
  /** The facts call for it, whatever the kind. */
  readonly fits: boolean;
  /** False: offered to add, not composed by itself. */
  readonly byDefault: boolean;
}

/** Words of a letter: `letter.<template>` and `letter.phrase.*` in `words`. */
export type LetterRenderer = (code: string, args: Args, lang: Lang) => string;

export interface Spec {
  /** Subject first. */
  readonly sources: readonly (Ref | undefined)[];
  /** Absent: all sources. */
  readonly cites?: readonly Ref[];
  readonly prints?: readonly Ref[];
  readonly args: Readonly<Record<string, Args[string] | undefined>>;
  readonly byDefault: boolean;
}

/** Identity of a templated sentence in a draft. */
export const keyOf = (template: string, sources: readonly Ref[]): string =>
  single.has(template) ? template : `${template}|${bare(sources[0])}`;

/** Key of a stored sentence; undefined for a person's own. */
export const sentenceKey = (s: Sentence): string | undefined =>
  s.template === undefined ? undefined : keyOf(s.template, s.sources);

function bare(source: Ref | undefined): string {
  const parts = source === undefined ? undefined : parseRef(source);
  return parts?.ok === true ? `${parts.value.kind}/${parts.value.id}` : "";
}

/** Whether a sentence about a subject is asked for at all; worth asking where there may be hundreds. */
export const wanted = (facts: LetterFacts, template: TemplateCode, subject: Ref): boolean =>
  facts.only === undefined || facts.only.has(keyOf(template, [subject]));

/** Builds a sentence, or nothing when its subject no longer holds (E6). Sources that do not hold are left out. */
export function sentence(facts: LetterFacts, template: TemplateCode, spec: Spec): Composed | undefined {
  const named = spec.sources.filter((s) => s !== undefined);
  const subject = named[0];
  if (subject === undefined || !wanted(facts, template, subject)) return undefined;
  const sources = [...new Set(named)].filter((s) => stands(facts.case, facts.pack, s, facts.demand));
  if ((!single.has(template) && sources[0] !== subject) || sources.length === 0) return undefined;
  const printed: Record<string, string> = {};
  for (const r of spec.prints ?? []) {
    const value = printedValue(facts.case, r, facts.demand);
    if (value !== undefined) printed[r] = value;
  }
  const args: Record<string, Args[string]> = { them: facts.spec.to };
  for (const [name, value] of Object.entries(spec.args)) if (value !== undefined) args[name] = value;
  const cites = spec.cites?.filter((c) => sources.includes(c)) ?? sources;
  return {
    template,
    part: templates[template],
    key: keyOf(template, sources),
    sources,
    cites,
    printed,
    args,
    fits: spec.byDefault,
    byDefault: spec.byDefault,
  };
}

/** Text of a sentence: a person's words as they stand, else the template's words over `args`. */
export function renderSentence(
  of: { readonly template?: string; readonly text?: string },
  args: Args,
  renderer: LetterRenderer,
  lang: Lang,
): string {
  if (of.text !== undefined) return of.text;
  return of.template === undefined ? "" : renderer(`letter.${of.template}`, args, lang);
}

/** Refs of a record and of the fields of it that are printed. */
export const fieldsOf = (kind: string, id: string, ...fields: readonly string[]): readonly Ref[] =>
  fields.map((f) => ref(kind, id, f));

/** Whether any ground of a kind has a verdict. */
export const anyGround = (facts: LetterFacts, kind: GroundKind, ...verdicts: readonly Verdict[]): boolean =>
  facts.grounds.some((g) => g.kind === kind && verdicts.includes(g.verdict));

/** A7: law may stand in letters of this case. Engagement never, whatever the pack says. */
export function lawAllowed(of: Case, pack: Pack): boolean {
  const category = Object.values(of.live.case)[0]?.category;
  if (category === undefined || category === "engagement") return false;
  return pack.categories.find((c) => c.id === category)?.lawInLetters ?? false;
}
