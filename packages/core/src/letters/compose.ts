/**
 * Composing a letter: facts in, changes of sentence records out. Pure (A2, A3, A6).
 *
 * 1. Recomposing touches only sentences that no person has rewritten or left out; a person's own sentences stay as they are.
 * 2. Composing twice changes nothing the second time.
 * 3. What the letter still lacks is said as `missing`, never filled with a guess.
 */
import { find, type Case } from "../case/case.ts";
import type { Change } from "../case/change.ts";
import { parseRef, type Id, type Ref } from "../identity.ts";
import type { Message } from "../message.ts";
import { threshold } from "../measure/threshold.ts";
import type { Pack } from "../pack/pack.ts";
import type { LetterKind } from "../schema/course.ts";
import { addDays, civilOf, type When } from "../time.ts";
import { evidenceSentences } from "./closing-sentences.ts";
import { composed } from "./composed.ts";
import { missingOf } from "./gaps.ts";
import type { KindSpec } from "./kinds/kind.ts";
import { specOf } from "./kinds/kinds.ts";
import { inOrder, sentencesOf, type Sentence } from "./numbering.ts";
import { between } from "./position.ts";
import {
  isTemplate,
  keyOf,
  sentenceKey,
  type Composed,
  type LetterContext,
  type LetterFacts,
  type TemplateCode,
} from "./template.ts";

export interface Composition {
  readonly changes: readonly Change[];
  /** `letter.missing.*`. */
  readonly missing: readonly Message[];
}

/** Where the pack says nothing. Units: days; hours. Source: K8. */
const fallback = { demandDays: 7, chatFollowUpHours: 24 } as const;
const HOURS_A_DAY = 24;

/** Days a kind gives by itself, whole ones: a letter names a day. */
function daysOf(of: Case, pack: Pack, { period }: KindSpec): number {
  if ("days" in period) return period.days;
  const set = threshold(of, pack, period.threshold, fallback[period.threshold]);
  return period.threshold === "demandDays" ? set : Math.ceil(set / HOURS_A_DAY);
}

/** The time I set for their answer: as stored in the draft, else the days of its kind from today (K7, K8). */
export function answerBy(
  of: Case,
  pack: Pack,
  draft: Id,
  context: Pick<LetterContext, "now">,
  kind: LetterKind = find(of, "draft", draft)?.kind ?? "application",
): When {
  return find(of, "draft", draft)?.answerBy ?? addDays(civilOf(context.now), daysOf(of, pack, specOf(kind)));
}

/**
 * Gathers what templates and checks read, so that composing a letter and checking it never see different facts.
 * `kind`: for a draft that is not a record yet.
 */
export function letterFacts(
  of: Case,
  pack: Pack,
  context: LetterContext,
  draft: Id,
  kind: LetterKind = find(of, "draft", draft)?.kind ?? "application",
): LetterFacts {
  return { ...context, case: of, pack, draft, spec: specOf(kind), answerBy: answerBy(of, pack, draft, context, kind) };
}

/** Composes or recomposes a draft that is already a record of `of`. `ids` mints ids for new sentences. */
export function compose(
  of: Case,
  pack: Pack,
  context: LetterContext,
  kind: LetterKind,
  draft: Id,
  existing: readonly Sentence[],
  ids: () => Id,
): Composition {
  const facts = letterFacts(of, pack, context, draft, kind);
  const changes: Change[] = [];
  const kept = dropped(existing, facts, changes);
  const placed = placements(inOrder(kept, facts.spec.parts));
  for (const c of composed(facts)) {
    const there = placed.find(c.key);
    if (there !== undefined) changes.push(...refreshed(there, c));
    else if (c.byDefault) changes.push(put(c, draft, placed.insert(c), context, ids()));
    else continue;
    placed.passed(c.key);
  }
  changes.push(...evidenceRefreshed(facts, changes, kept));
  return { changes, missing: missingOf(facts) };
}

/** Existing sentences without those whose facts are gone and without a second copy of the same one (two devices may each have composed). */
function dropped(existing: readonly Sentence[], facts: LetterFacts, changes: Change[]): readonly Sentence[] {
  const keys = new Set(composed(facts).map((c) => c.key));
  // A copy somebody has worked on is the one that stays.
  const byWorth = inOrder(existing, facts.spec.parts).toSorted((a, b) => worth(b) - worth(a));
  const first = new Map<string, Id>();
  for (const s of byWorth) {
    const key = sentenceKey(s);
    if (key !== undefined && !first.has(key)) first.set(key, s.id);
  }
  return existing.filter((s) => {
    const key = sentenceKey(s);
    if (key === undefined || s.text !== undefined || s.omitted === true) return true;
    if (keys.has(key) && first.get(key) === s.id) return true;
    changes.push({ op: "remove", kind: "sentence", id: s.id });
    return false;
  });
}

const worth = (s: Sentence): number => (s.text === undefined ? 0 : 2) + (s.omitted === true ? 1 : 0);

function refreshed(s: Sentence, c: Composed): readonly Change[] {
  // The evidence list is refreshed at the end, when it is known what the letter uses.
  if (s.text !== undefined || s.omitted === true || lists(c.template)) return [];
  return [
    ...(sameList(s.sources, c.sources) ? [] : [set(s.id, "sources", c.sources)]),
    ...(sameRecord(s.printed, c.printed) ? [] : [set(s.id, "printed", c.printed)]),
    ...(s.part === c.part ? [] : [set(s.id, "part", c.part)]),
  ];
}

/** The two lists of exhibits, of which a letter has one. */
const lists = (template: string | undefined): boolean => template === "evidence.list" || template === "evidence.kept";

const set = (id: Id, field: string, value: unknown): Change => ({ op: "set", kind: "sentence", id, field, value });
const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((v, i) => v === b[i]);
const sameRecord = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([k, v]) => b[k] === v);

function put(c: Composed, draft: Id, position: string, context: LetterContext, id: Id): Change {
  const stamp = { recordedAt: context.now, ...(context.by === undefined ? {} : { by: context.by }) };
  return {
    op: "put",
    kind: "sentence",
    id,
    value: { draft, position, part: c.part, template: c.template, sources: c.sources, printed: c.printed, ...stamp },
  };
}

/** The list of evidence names what the letter, after these changes, uses. */
function evidenceRefreshed(
  facts: LetterFacts,
  changes: readonly Change[],
  kept: readonly Sentence[],
): readonly Change[] {
  const gone = new Set(changes.filter((c) => c.op === "remove").map((c) => c.id));
  const puts = changes.flatMap((c) => (c.op === "put" ? [c.value] : []));
  const renewed = new Map(changes.flatMap((c) => (c.op === "set" && c.field === "sources" ? [[c.id, c.value]] : [])));
  const uses = [
    ...kept
      .filter((s) => !gone.has(s.id) && s.omitted !== true && s.part !== "evidence")
      .map((s) => ({ sources: refsIn(renewed.get(s.id) ?? s.sources) })),
    ...puts.filter((v) => v["part"] !== "evidence").map((v) => ({ sources: refsIn(v["sources"]) })),
  ];
  const list = evidenceSentences(facts, uses)[0];
  const stored = kept.find((s) => lists(s.template) && s.text === undefined && s.omitted !== true);
  if (!list || !stored || sameList(stored.sources, list.sources)) return [];
  return [set(stored.id, "sources", list.sources)];
}

const refsIn = (value: unknown): readonly Ref[] =>
  Array.isArray(value) ? value.filter((v): v is Ref => typeof v === "string" && parseRef(v).ok) : [];

interface Placements {
  readonly find: (key: string) => Sentence | undefined;
  /** Position for a new sentence after the last one passed. */
  readonly insert: (c: Composed) => string;
  readonly passed: (key: string) => void;
}

/** Keeps the order of the draft while new sentences go behind the one they follow in composed order. */
function placements(sorted: readonly Sentence[]): Placements {
  const row: { readonly key: string | undefined; readonly position: string }[] = sorted.map((s) => ({
    key: sentenceKey(s),
    position: s.position,
  }));
  let cursor = -1;
  return {
    find: (key) => sorted.find((s) => sentenceKey(s) === key),
    insert: (c) => {
      const position = between(row[cursor]?.position, row[cursor + 1]?.position);
      row.splice(cursor + 1, 0, { key: c.key, position });
      return position;
    },
    passed: (key) => {
      const at = row.findIndex((r) => r.key === key);
      if (at > cursor) cursor = at;
    },
  };
}

/**
 * Puts one sentence into a draft, or brings back one that was left out: the fix of the candour rules (A6).
 * Empty when the facts carry no such sentence. `subject`: first source; ignored for templates that occur once.
 */
export function stateSentence(
  of: Case,
  pack: Pack,
  context: LetterContext,
  draft: Id,
  wanted: { readonly template: string; readonly subject?: Ref },
  ids: () => Id,
): readonly Change[] {
  if (!isTemplate(wanted.template)) return [];
  const template: TemplateCode = wanted.template;
  const existing = sentencesOf(of, draft);
  const facts = letterFacts(of, pack, context, draft);
  const order = composed(facts, existing);
  const at = order.findIndex(
    (c) => c.template === template && (wanted.subject === undefined || c.key === keyOf(template, [wanted.subject])),
  );
  const one = order[at];
  if (!one) return [];
  const placed = placements(existing);
  const there = placed.find(one.key);
  if (there)
    return there.omitted === true
      ? [
          set(there.id, "omitted", undefined),
          set(there.id, "sources", one.sources),
          set(there.id, "printed", one.printed),
        ]
      : [];
  for (const c of order.slice(0, at)) placed.passed(c.key);
  return [put(one, draft, placed.insert(one), context, ids())];
}
