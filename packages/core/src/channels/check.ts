/**
 * Shapes of a check and the ways to answer one. Pure (X9).
 */
import { gapAction } from "../assess/gap.ts";
import type { ElementAssessment } from "../assess/assessment.ts";
import type { Message } from "../message.ts";
import type { ChannelRule } from "../pack/channel-rule.ts";
import type { Check, ChannelFix } from "./channel-assessment.ts";
import type { ChannelFacts, Filing, Party } from "./facts.ts";

export interface CheckInput {
  readonly facts: ChannelFacts;
  readonly rule: ChannelRule;
  /** Provision ids of this check in this channel. */
  readonly basis: readonly string[];
  /** The filing being prepared, where there is one. */
  readonly filing: Filing | undefined;
}

export type Answer = Pick<Check, "verdict" | "message" | "field" | "fix">;
/** No answers: the question does not arise in this case. */
export type CheckRule = (x: CheckInput) => readonly Answer[];

/** Holds. */
export const holds = (said: Message): Answer => ({ verdict: "ok", message: said });
/** To be added. */
export const lacks = (field: string, said: Message, fix: ChannelFix): Answer => ({
  verdict: "missing",
  message: said,
  field,
  fix,
});
/** The case does not say, and a person can. */
export const asks = (field: string, said: Message, fix: ChannelFix): Answer => ({
  verdict: "unknown",
  message: said,
  field,
  fix,
});
/** Only the other side or the decider can say. */
export const cannotTell = (said: Message): Answer => ({ verdict: "unknown", message: said });
/** Stands against it; with a field and what to press where it can be put right. */
export const against = (said: Message, field?: string, fix?: ChannelFix): Answer => ({
  verdict: "blocks",
  message: said,
  ...(field === undefined ? {} : { field }),
  ...(fix === undefined ? {} : { fix }),
});

/** Writes down a field of a party, or the party itself where there is none. */
export const askParty = (party: Party | undefined, role: Party["role"], field: keyof Party & string): ChannelFix =>
  party === undefined
    ? { command: "party.add", data: { role } }
    : { command: "party.edit", data: { id: party.id, ask: field } };

/** Writes down a field of the filing that is being prepared, or begins one. */
export const askFiling = (
  { filing, rule }: Pick<CheckInput, "filing" | "rule">,
  field: keyof Filing & string,
): ChannelFix =>
  filing === undefined
    ? { command: "filing.add", data: { channel: rule.id } }
    : { command: "filing.edit", data: { id: filing.id, ask: field } };

/** Answers a question of the pack. */
export const askQuestion = (question: string): ChannelFix => ({ command: "answer.give", data: { question } });

/** What closes an element, as the one next step has it (E5). */
export function closeElement(facts: ChannelFacts, element: ElementAssessment | undefined): ChannelFix {
  const gap = element?.missing[0];
  if (gap === undefined) return { command: "inbox.add", data: { material: "支付凭证" } };
  const { command, data } = gapAction(gap);
  const { order } = facts;
  const about =
    order !== undefined && command.startsWith("order.")
      ? { id: order.id }
      : order !== undefined && command.startsWith("undertaking.")
        ? { order: order.id }
        : {};
  return { command, data: { ...about, ...data } };
}
