/**
 * How long to wait for an answer, as a proposal: 24 hours for a follow-up in a talk, seven days for what is formal. Pure (K8).
 *
 * 1. A proposal starts no clock: only a period that a sent message names does (K7).
 */
import type { Case } from "../case/case.ts";
import { threshold } from "../measure/threshold.ts";
import type { Pack } from "../pack/pack.ts";

const CHAT_HOURS = 24;
const DEMAND_DAYS = 7;
const HOURS_A_DAY = 24;

const formalLetters: ReadonlySet<string> = new Set(["application", "demand", "termination"]);
/** Where reminders are written papers. */
const formalChannels: ReadonlySet<string> = new Set(["platform_letter"]);

/**
 * For a letter kind and the channel it goes by; personal changes of the defaults count. Units: hours.
 * Source: K8, `cc-563` (a demand asks a reasonable period; no text names 24 hours).
 */
export function suggestedHours(
  of: Case,
  pack: Pick<Pack, "defaults">,
  message: { readonly letter: string; readonly channel?: string },
): number {
  const formal =
    formalLetters.has(message.letter) || (message.channel !== undefined && formalChannels.has(message.channel));
  return formal
    ? threshold(of, pack, "demandDays", DEMAND_DAYS) * HOURS_A_DAY
    : threshold(of, pack, "chatFollowUpHours", CHAT_HOURS);
}
