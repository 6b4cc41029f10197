/**
 * Rehearsal: what they will probably say, and what answers it with the facts of this case. Pure (X6, G1).
 *
 * 1. What they have said already comes first, then what the case makes likely; the reasons are named.
 * 2. Danger has steps to protect oneself and never an answer (G1).
 * 3. An answer with a gap says which facts are missing; nothing is made up.
 */
import { all, find, info, type Case } from "../case/case.ts";
import { ref, type Id, type Ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { ExcuseBook, ExcuseEntry } from "../pack/excuse-book.ts";
import type { Pack } from "../pack/pack.ts";
import { listenFor } from "../replies/fragment.ts";
import { suggestAmong } from "../replies/suggest.ts";
import type { Category, Lang } from "../schema/parts.ts";
import { answerSlots, slotReply, templateOf, worded } from "./answer.ts";
import { letterFacts } from "./compose.ts";
import { carried, composed } from "./composed.ts";
import { replyFrom, type Reply } from "./correspondence.ts";
import { holds, weightOf } from "./likely.ts";
import { exhibitNumbers, sentencesOf } from "./numbering.ts";
import { exhibitsOf } from "./sources.ts";
import type { SlotReply } from "./slots-papers.ts";
import type { Composed, LetterContext, LetterFacts, LetterRenderer } from "./template.ts";

export interface RehearsalContext extends LetterContext {
  readonly render: LetterRenderer;
  readonly lang: Lang;
  /** Exhibits are numbered as in this draft; absent: as a second reminder would number them. */
  readonly draft?: Id;
}

export interface ExcuseAnswer {
  readonly text: string;
  /** Slots without a fact; words `letter.slot.<name>`. Their gaps stand in the text. */
  readonly missing: readonly string[];
  /** Provisions it names. */
  readonly provisions: readonly string[];
  /** Their own terms it quotes. */
  readonly clauses: readonly Ref[];
  readonly exhibits: readonly { readonly number: number; readonly exhibit: Id }[];
  /** Everything it rests on. */
  readonly refs: readonly Ref[];
}

export interface RehearsedExcuse {
  /** Id in the pack. */
  readonly excuse: string;
  readonly label: string;
  readonly meaning: string;
  readonly replyKind: ExcuseEntry["replyKind"];
  /** Why it is likely: `likely.<fact>`, `likely.ground`, `likely.said`. */
  readonly why: readonly Message[];
  /** Undefined for danger. */
  readonly answer: ExcuseAnswer | undefined;
  readonly doNot: readonly string[];
  /** Steps to protect oneself; for danger only. */
  readonly protect: readonly string[];
}

interface Scene {
  readonly facts: LetterFacts;
  readonly told: readonly Composed[];
  readonly numbers: ReadonlyMap<Id, number>;
  readonly context: RehearsalContext;
}

/** What an answer stands on. Without a draft the case's own id stands for one that nobody has begun. */
function sceneOf(of: Case, pack: Pack, excuses: ExcuseBook, context: RehearsalContext): Scene {
  const kind = find(of, "draft", context.draft)?.kind ?? "reminder2";
  const facts = letterFacts(of, { ...pack, excuses }, context, context.draft ?? of.caseId, kind);
  const drafted = context.draft === undefined ? [] : sentencesOf(of, context.draft);
  const listed = drafted.length > 0 ? drafted : composed(facts).filter((c) => c.byDefault);
  return { facts, told: carried(facts), numbers: exhibitNumbers(of, listed), context };
}

/** Excuses this case may meet, likeliest first. */
export function rehearse(
  of: Case,
  pack: Pack,
  excuses: ExcuseBook,
  context: RehearsalContext,
): readonly RehearsedExcuse[] {
  const category = info(of)?.category;
  if (category === undefined) return [];
  const scene = sceneOf(of, pack, excuses, context);
  const heard = heardIn(of, excuses, category);
  return excuses.items
    .filter((e) => e.categories.includes(category))
    .filter((e) => e.replyKind === "danger" || templateOf(of, e) !== undefined)
    .map((e, order) => {
      const said = heard.get(e.id);
      const likely = (e.likely ?? []).filter((name) => holds(name, scene.facts));
      const score = likely.reduce((sum, name) => sum + weightOf(name), 0);
      const why = [...(said ? [message("likely.said", { quote: said.words }, said.refs)] : []), ...likely.map(reason)];
      return { e, order, said, score, why };
    })
    .filter((x) => x.score > 0 || x.said !== undefined)
    .toSorted((a, b) => rank(b) - rank(a) || b.score - a.score || a.order - b.order)
    .map(({ e, said, why }) => rehearsed(scene, e, why, said?.reply));
}

/** What was said before what may be said; what is only a warning after both. */
const rank = (x: { readonly e: ExcuseEntry; readonly said: Said | undefined }): number =>
  x.said !== undefined ? 2 : x.e.replyKind === "danger" ? 0 : 1;

const reason = (name: string): Message =>
  name.startsWith("ground:")
    ? message("likely.ground", { kind: name.slice("ground:".length) })
    : message(`likely.${name}`);

interface Said {
  readonly words: string;
  readonly refs: readonly Ref[];
  readonly reply: SlotReply;
}

/** Excuses heard in what they wrote, each with the newest message it stands in. */
function heardIn(of: Case, excuses: ExcuseBook, category: Category): ReadonlyMap<string, Said> {
  const listening = excuses.items.map(listenFor);
  const told = all(of, "communication")
    .filter((c) => c.direction === "theirs" && (c.exhibit === undefined || find(of, "exhibit", c.exhibit)))
    .toSorted((a, b) => ((a.at ?? "") < (b.at ?? "") ? -1 : 1));
  return new Map(
    told.flatMap((c) =>
      suggestAmong(c.text, listening, category).map(({ excuse, phrase }): readonly [string, Said] => {
        const refs = [ref("communication", c.id)];
        return [excuse, { words: phrase, refs, reply: { refs, at: c.at, quote: phrase, amountFen: undefined } }];
      }),
    ),
  );
}

function rehearsed(
  scene: Scene,
  e: ExcuseEntry,
  why: readonly Message[],
  reply: SlotReply | undefined,
): RehearsedExcuse {
  const en = scene.context.lang === "en";
  const danger = e.replyKind === "danger";
  return {
    excuse: e.id,
    label: en ? e.label_en : e.label_zh,
    meaning: en ? e.meaning_en : e.meaning_zh,
    replyKind: e.replyKind,
    why,
    answer: danger ? undefined : answerOf(scene, e, reply),
    doNot: en ? e.doNot_en : e.doNot_zh,
    protect: danger ? ((en ? e.protect_en : e.protect_zh) ?? []) : [],
  };
}

function answerOf(scene: Scene, e: ExcuseEntry, reply: SlotReply | undefined): ExcuseAnswer | undefined {
  const { facts, told, numbers, context } = scene;
  const template = templateOf(facts.case, e);
  if (!template) return undefined;
  // Nobody has said it yet: the words are those the pack expects, and there is no day and no exhibit.
  const expected: SlotReply = { refs: [], at: undefined, quote: e.patterns[0], amountFen: undefined };
  const slots = answerSlots(facts, told, e, reply ?? expected);
  const filled = worded(facts, template, slots, numbers, context.render, context.lang);
  const exhibits = [...new Set(filled.refs.flatMap((r) => exhibitsOf(facts.case, r)))];
  return {
    text: filled.text,
    missing: filled.missing,
    provisions: filled.refs.flatMap((r) => (r.startsWith("provision/") ? [r.slice("provision/".length)] : [])),
    clauses: filled.refs.filter((r) => r.startsWith("clause/")),
    exhibits: exhibits
      .flatMap((exhibit) => {
        const number = numbers.get(exhibit);
        return number === undefined ? [] : [{ number, exhibit }];
      })
      .toSorted((a, b) => a.number - b.number),
    refs: filled.refs,
  };
}

/**
 * The answer to a reply as the person confirmed it, the same that `answer.excuse` of a second reminder says.
 * Undefined where the event is no reply with an excuse of this pack. `answer` is undefined for danger.
 */
export function answerTo(
  of: Case,
  pack: Pack,
  excuses: ExcuseBook,
  context: RehearsalContext,
  event: Id,
): RehearsedExcuse | undefined {
  const found = find(of, "event", event);
  const reply: Reply | undefined = found?.type === "reply.received" ? replyFrom(of, found) : undefined;
  const e = excuses.items.find((x) => x.id === reply?.excuse);
  if (!reply || !e) return undefined;
  const words = reply.phrase ?? reply.communication?.text ?? "";
  return rehearsed(
    sceneOf(of, pack, excuses, context),
    e,
    [message("likely.said", { quote: words }, reply.refs)],
    slotReply(reply),
  );
}
