/**
 * The answer to an excuse: the pack's template with the slots filled from the case. Pure (X6, A7, G1).
 *
 * 1. Danger has no answer, and an engagement case gets the text of its own or none (A7, G1).
 * 2. A provision is named only where law may stand in this case's letters, and only verified and in force at the order (B6).
 * 3. A stretch in square brackets falls away with its facts; any other gap stays visible as 〔缺：…〕.
 */
import { find, info, type Case } from "../case/case.ts";
import { parseRef, ref, type Id, type Ref } from "../identity.ts";
import type { ExcuseBook, ExcuseEntry } from "../pack/excuse-book.ts";
import type { Lang } from "../schema/parts.ts";
import { citable, relevantDate } from "./basis-sentences.ts";
import { demandFields } from "./closing-sentences.ts";
import { answeredReply, replyFrom, type Reply } from "./correspondence.ts";
import { closeGaps } from "./rewrite.ts";
import { slotWords, wordsOf, type Slot } from "./slot.ts";
import { slotsOf } from "./slots.ts";
import type { SlotReply } from "./slots-papers.ts";
import { lawAllowed, sentence, type Composed, type LetterFacts, type LetterRenderer } from "./template.ts";

const gap = /\{([a-z][a-z0-9_]*(?::[A-Za-z0-9-]+)?)\}/g;
const stretch = /\[([^[\]]*)\]/g;

/** Names of the slots of a template, each once. */
export const slotNames = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(gap)].map((m) => m[1] ?? "")),
];

/** The text that answers an excuse in this case; undefined for danger and for what does not occur in it. */
export function templateOf(of: Case, excuse: ExcuseEntry): ExcuseEntry["replyTemplate"] | undefined {
  if (excuse.replyKind === "danger") return undefined;
  if (info(of)?.category !== "engagement") return excuse.replyTemplate ?? undefined;
  if (excuse.engagement === "omit") return undefined;
  return (excuse.engagement === "replace" ? excuse.engagementReplyTemplate : excuse.replyTemplate) ?? undefined;
}

/** What fills the gaps of one excuse's template: the slots of the case and the provisions it may name. */
export function answerSlots(
  facts: LetterFacts,
  told: readonly Composed[],
  excuse: ExcuseEntry,
  reply: SlotReply | undefined,
): ReadonlyMap<string, Slot> {
  const on = relevantDate(facts);
  const law = lawAllowed(facts.case, facts.pack)
    ? excuse.citesInLetter.flatMap((id) =>
        facts.pack.provisions
          .filter((p) => p.id === id && citable(p, on))
          .map((p): readonly [string, Slot] => [
            `law:${id}`,
            wordsOf("letter.phrase.citation", { law: p.law, article: p.article }, [ref("provision", id)]),
          ]),
      )
    : [];
  return new Map([...slotsOf(facts, told, reply), ...law]);
}

export interface Filled {
  readonly text: string;
  /** Slots that stand in the text and that no fact fills. */
  readonly missing: readonly string[];
  /** Slots that stand in the text, filled. */
  readonly used: readonly string[];
}

/** Fills a template. `wordFor`: words of a slot; `nameOf`: words of a gap that stays. */
export function fillAnswer(
  template: string,
  lang: Lang,
  wordFor: (slot: string) => string | undefined,
  nameOf: (slot: string) => string,
): Filled {
  const kept = template.replace(stretch, (_whole, inner: string) =>
    slotNames(inner).every((s) => wordFor(s) !== undefined) ? inner : "",
  );
  const names = slotNames(kept);
  const text = kept.replace(gap, (_whole, name: string, at: number) => {
    const word = wordFor(name);
    if (word === undefined) return `〔${nameOf(name)}〕`;
    return name.endsWith("_quote") && !/[“"]/.test(kept.charAt(at - 1)) ? `“${word}”` : word;
  });
  return {
    text: (lang === "en" ? text.replace(/ {2,}/g, " ") : closeGaps(text)).trim(),
    missing: names.filter((n) => wordFor(n) === undefined),
    used: names.filter((n) => wordFor(n) !== undefined),
  };
}

/** A confirmed reply as the slots read it: the marked words, else the whole message. */
export const slotReply = (reply: Reply): SlotReply => ({
  refs: reply.refs,
  at: reply.communication?.at ?? reply.event.at,
  quote: reply.phrase ?? reply.communication?.text,
  amountFen: reply.amountFen,
});

const entryIn = (book: ExcuseBook | undefined, id: string | undefined): ExcuseEntry | undefined =>
  book?.items.find((e) => e.id === id);

/** `answer.excuse`: the sentence of a second reminder that answers what came back. Nothing without the pack's excuses. */
export function answerSentence(facts: LetterFacts, told: readonly Composed[]): Composed | undefined {
  if (!facts.spec.templates.has("answer.excuse")) return undefined;
  const reply = answeredReply(facts.case, facts.now, facts.draft);
  const excuse = entryIn(facts.pack.excuses, reply?.excuse);
  const template = excuse && templateOf(facts.case, excuse);
  if (!reply || !excuse || !template) return undefined;
  const slots = answerSlots(facts, told, excuse, slotReply(reply));
  const { used } = fillAnswer(
    template.zh,
    "zh-CN",
    (s) => (slots.has(s) ? s : undefined),
    (s) => s,
  );
  const money = used.some((s) => ["claim_amount", "breakdown", "paid"].includes(s));
  return sentence(facts, "answer.excuse", {
    sources: [...reply.refs, ...used.flatMap((s) => slots.get(s)?.refs ?? [])],
    prints: money ? demandFields(facts) : [],
    args: { excuse: excuse.id, ...figures(slots, used) },
    byDefault: true,
  });
}

/** Figures that are derived and stand in no record: own words may state them as well (A3). */
function figures(slots: ReadonlyMap<string, Slot>, used: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    used.flatMap((name) => {
      const slot = slots.get(name);
      return slot?.as === "text" && /^\d+$/.test(slot.text) && Number(slot.text) < Number.MAX_SAFE_INTEGER
        ? [[name, Number(slot.text)] as const]
        : [];
    }),
  );
}

/** The words of a composed answer in its letter. */
export function answerText(
  facts: LetterFacts,
  c: Composed,
  told: readonly Composed[],
  numbers: ReadonlyMap<Id, number>,
  renderer: LetterRenderer,
  lang: Lang,
): string {
  const parts = c.sources[0] === undefined ? undefined : parseRef(c.sources[0]);
  const event = parts?.ok === true ? find(facts.case, "event", parts.value.id) : undefined;
  const excuse = entryIn(facts.pack.excuses, String(c.args["excuse"]));
  const template = excuse && templateOf(facts.case, excuse);
  if (!event || !excuse || !template) return "";
  const slots = answerSlots(facts, told, excuse, slotReply(replyFrom(facts.case, event)));
  return worded(facts, template, slots, numbers, renderer, lang).text;
}

/** A template in a language, over the slots of a case. */
export function worded(
  facts: LetterFacts,
  template: { readonly zh: string; readonly en: string },
  slots: ReadonlyMap<string, Slot>,
  numbers: ReadonlyMap<Id, number>,
  renderer: LetterRenderer,
  lang: Lang,
): Filled & { readonly refs: readonly Ref[] } {
  const wordFor = (name: string): string | undefined => {
    const slot = slots.get(name);
    const words = slot && slotWords(slot, facts, numbers, renderer, lang);
    return words === "" ? undefined : words;
  };
  const nameOf = (slot: string): string => renderer("letter.phrase.missing", { slot }, lang);
  const filled = fillAnswer(lang === "en" ? template.en : template.zh, lang, wordFor, nameOf);
  return { ...filled, refs: [...new Set(filled.used.flatMap((s) => slots.get(s)?.refs ?? []))] };
}

/** Whether a confirmed excuse waits for the pack's excuses to be loaded. */
export const answerNotLoaded = (facts: LetterFacts): boolean =>
  facts.pack.excuses === undefined &&
  facts.spec.templates.has("answer.excuse") &&
  answeredReply(facts.case, facts.now, facts.draft)?.excuse !== undefined;
