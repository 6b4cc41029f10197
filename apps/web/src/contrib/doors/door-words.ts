/** Words of doors that are put together from more than one fact. Pure. */
import type { ChannelAssessment } from "@recourse/core";
import type { Say } from "../../services/services.ts";

/** A door by its short name; one the app does not know was named by the person. */
export const doorName = (say: Pick<Say, "word" | "has">, id: string): string =>
  say.has(`channel.${id}`) ? say.word(`channel.${id}`) : id;

/** What it costs, or that it depends. Units: fen. */
export function costText(say: Pick<Say, "word">, { amountFen, reducedFen }: ChannelAssessment["cost"]): string {
  if (amountFen === undefined) return say.word("screen.doors.cost.depends");
  if (amountFen === 0) return say.word("screen.doors.cost.free");
  return say.word("screen.doors.cost.fee", {
    amountFen,
    ...(reducedFen === undefined ? {} : { reducedFen }),
  });
}
