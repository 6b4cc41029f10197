/** What a door says of itself in few words. Pure. */
import type { ChannelAssessment, ChannelRule, Pack } from "@recourse/core";
import type { Say } from "../../services/services.ts";

/** What it costs, or that it depends. Units: fen. */
export function costText(say: Pick<Say, "word">, { amountFen, reducedFen }: ChannelAssessment["cost"]): string {
  if (amountFen === undefined) return say.word("screen.doors.cost.depends");
  if (amountFen === 0) return say.word("screen.doors.cost.free");
  return say.word("screen.doors.cost.fee", {
    amountFen,
    ...(reducedFen === undefined ? {} : { reducedFen }),
  });
}

/** The rule of the pack behind a channel. */
export const ruleOf = (pack: Pick<Pack, "channels">, id: string): ChannelRule | undefined =>
  pack.channels.items.find((rule) => rule.id === id);

/** What else it shuts; that it can be used once itself is said by its mark. */
export const shutsOthers = ({ id, oneShot, closes }: ChannelAssessment): ChannelAssessment["closes"] =>
  closes.filter((shut) => !oneShot || shut.channel !== id);

/** The word of where a filing stands; a suit has its own. */
export const statusWord = (say: Pick<Say, "word">, channel: string, status: string): string =>
  say.word(`screen.track.${channel === "small_claims" ? "suit." : ""}${status}`);
