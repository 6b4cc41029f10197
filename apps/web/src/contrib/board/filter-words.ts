/** One part of the filter in words. Pure. */
import type { FilterPart } from "../../live/row-filter.ts";
import { channelName } from "../../parts/channel-name.ts";
import type { Say } from "../../services/services.ts";

/** What a chip of the filter says. */
export function partWords(say: Pick<Say, "word" | "has">, { key, value }: FilterPart): string {
  switch (key) {
    case "turn":
      return say.word(`turn.${value}`);
    case "category":
      return say.has(`category.${value}`) ? say.word(`category.${value}`) : value;
    case "channel":
      return channelName(say, value);
    case "over":
      return say.word("screen.board.filter.over");
    case "asleep":
      return say.word("screen.board.filter.asleep");
    case "q":
      return say.word("screen.board.filter.text", { text: value.trim() });
  }
}
