/**
 * Composing a letter: facts in, changes of sentence records out. Pure (A2, A3, A6).
 *
 * 1. Recomposing touches only sentences that no person has rewritten or left out; a person's own sentences stay as they are.
 * 2. Composing twice changes nothing the second time.
 * 3. What the letter still lacks is said as `missing`, never filled with a guess.
 */
import { find, type Case } from "../case/case.ts";
import type { Change } from "../case/change.ts";
import { parseRef, ref, type Id, type Ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import { liveOrders } from "../measure/live.ts";
import { threshold } from "../measure/threshold.ts";
import type { Pack } from "../pack/pack.ts";
import { addDays, civilOf, type When } from "../time.ts";
import {
  basisSentences,
  demandGaps,
  demandSentences,
  evidenceSentences,
  lawTextsMissing,
} from "./closing-sentences.ts";
import { historySentences } from "./history-sentences.ts";
import { measureSentences } from "./measure-sentences.ts";
import { inOrder, partOrder, sentencesOf, type Sentence } from "./numbering.ts";
import { orderSentences, standingPayments } from "./order-sentences.ts";
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

/** Days a formal demand gives, where the pack says nothing. Source: K8. */
const DEMAND_DAYS = 7;

/** The time I set for their answer: as stored in the draft, else the pack's days from today (K7, K8). */
export function answerBy(of: Case, pack: Pack, draft: Id, context: Pick<LetterContext, "now">): When {
  return (
    find(of, "draft", draft)?.answerBy ?? addDays(civilOf(context.now), threshold(of, pack, "demandDays", DEMAND_DAYS))
  );
}

/** Gathers what templates and checks read, so that composing a letter and checking it never see different facts. */
export function letterFacts(of: Case, pack: Pack, context: LetterContext, draft: Id): LetterFacts {
  return { ...context, case: of, pack, draft, answerBy: answerBy(of, pack, draft, context) };
}

/**
 * Every sentence the facts can carry, in reading order, those composed by themselves marked `byDefault`.
 * The list of evidence follows what `drafted` uses, or, without a draft, what would be composed.
 */
export function composed(facts: LetterFacts, drafted?: readonly Sentence[]): readonly Composed[] {
  const told = [...orderSentences(facts), ...measureSentences(facts), ...historySentences(facts)].filter(
    (c) => c !== undefined,
  );
  const closing = [...basisSentences(facts), ...demandSentences(facts)].filter((c) => c !== undefined);
  const said =
    drafted?.filter((s) => s.omitted !== true && s.part !== "evidence") ??
    [...told, ...closing].filter((c) => c.byDefault);
  const evidence = evidenceSentences(facts, said).filter((c) => c !== undefined);
  return [...told, ...evidence, ...closing].toSorted((a, b) => partOrder.indexOf(a.part) - partOrder.indexOf(b.part));
}

/** Composes or recomposes a draft that is already a record of `of`. `ids` mints ids for new sentences. */
export function compose(
  of: Case,
  pack: Pack,
  context: LetterContext,
  kind: "application",
  draft: Id,
  existing: readonly Sentence[],
  ids: () => Id,
): Composition {
  const facts = letterFacts(of, pack, context, draft);
  const changes: Change[] = [];
  const kept = dropped(existing, facts, changes);
  const placed = placements(inOrder(kept));
  for (const c of composed(facts)) {
    const there = placed.find(c.key);
    if (there !== undefined) changes.push(...refreshed(there, c));
    else if (c.byDefault) changes.push(put(c, draft, placed.insert(c), context, ids()));
    else continue;
    placed.passed(c.key);
  }
  changes.push(...evidenceRefreshed(facts, changes, kept));
  return { changes, missing: missingOf(facts, kind) };
}

/** Existing sentences without those whose facts are gone and without a second copy of the same one (two devices may each have composed). */
function dropped(existing: readonly Sentence[], facts: LetterFacts, changes: Change[]): readonly Sentence[] {
  const keys = new Set(composed(facts).map((c) => c.key));
  // A copy somebody has worked on is the one that stays.
  const byWorth = inOrder(existing).toSorted((a, b) => worth(b) - worth(a));
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
  if (s.text !== undefined || s.omitted === true || c.template === "evidence.list") return [];
  return [
    ...(sameList(s.sources, c.sources) ? [] : [set(s.id, "sources", c.sources)]),
    ...(sameRecord(s.printed, c.printed) ? [] : [set(s.id, "printed", c.printed)]),
    ...(s.part === c.part ? [] : [set(s.id, "part", c.part)]),
  ];
}

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
  const stored = kept.find((s) => s.template === "evidence.list" && s.text === undefined && s.omitted !== true);
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

/** What an application cannot do without. */
function missingOf(facts: LetterFacts, _kind: "application"): readonly Message[] {
  const orders = liveOrders(facts.case);
  const payments = standingPayments(facts);
  const said = composed(facts).filter((c) => c.byDefault);
  const lacks = (part: string): boolean => !said.some((c) => c.part === part);
  const nameless = orders.filter((o) => o.number.trim() === "");
  return [
    ...(orders.length === 0 && payments.length === 0 ? [message("letter.missing.order")] : []),
    ...nameless.map((o) => message("letter.missing.order_number", { item: o.item }, [ref("order", o.id)])),
    ...(payments.length === 0 && orders.length > 0
      ? [
          message(
            "letter.missing.payment",
            {},
            orders.map((o) => ref("order", o.id)),
          ),
        ]
      : []),
    ...(lacks("problem") ? [message("letter.missing.problem")] : []),
    ...(lacks("evidence") ? [message("letter.missing.evidence")] : []),
    ...(lawTextsMissing(facts) ? [message("letter.missing.law_text")] : []),
    ...demandGaps(facts),
  ];
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
