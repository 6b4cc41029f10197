/**
 * Facts for rewrites: slot name → words, from the sentences the facts carry. Pure (W1).
 *
 * 1. Only what the case knows; a slot that is absent shows as missing.
 */
import { find } from "../case/case.ts";
import { parseRef, type Id } from "../identity.ts";
import type { Lang } from "../schema/parts.ts";
import { slotWords } from "./slot.ts";
import { slotsOf } from "./slots.ts";
import type { SlotReply } from "./slots-papers.ts";
import type { RewriteFacts } from "./rewrite.ts";
import type { Composed, LetterFacts, LetterRenderer } from "./template.ts";

/** Words for the slots of the pack's rewrites. The reply meant is the last one the letter quotes. */
export function wordingFacts(
  facts: LetterFacts,
  told: readonly Composed[],
  numbers: ReadonlyMap<Id, number>,
  renderer: LetterRenderer,
  lang: Lang,
): RewriteFacts {
  const known: Record<string, string> = {};
  for (const [name, slot] of slotsOf(facts, told, lastReply(facts, told))) {
    const words = slotWords(slot, facts, numbers, renderer, lang);
    if (words !== undefined && words !== "") known[name] = words;
  }
  return known;
}

function lastReply(facts: LetterFacts, told: readonly Composed[]): SlotReply | undefined {
  const reply = told.findLast((c) => c.template === "problem.asked_support");
  const subject = reply?.sources[0];
  const parts = subject === undefined ? undefined : parseRef(subject);
  const said = parts?.ok === true ? find(facts.case, "communication", parts.value.id) : undefined;
  if (!reply || !said) return undefined;
  return {
    refs: reply.sources,
    at: said.at,
    quote: said.text,
    sender: said.staffNo ?? said.sender,
    amountFen: undefined,
  };
}
