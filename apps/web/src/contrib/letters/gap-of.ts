/** What a part of the letter lacks, as core words it (`letter.missing.*`). Reads signals. */
import { message, type Message, type Problem } from "@recourse/core";
import type { LetterLive } from "./letter-live.ts";

/** For a part that is missing: the material or choice that would bring it. */
export function gapOf({ live }: Pick<LetterLive, "live">, { message: { args } }: Problem): Message | undefined {
  switch (args["part"]) {
    case "order":
      return message(live.ids("order").length === 0 ? "letter.missing.order" : "letter.missing.payment");
    case "problem":
      return message("letter.missing.problem");
    case "evidence":
      return message("letter.missing.evidence");
    case "demand": {
      const { claimFen, either } = live.demand();
      if (claimFen !== undefined) return message("letter.missing.nothing_left");
      if (either === undefined) return message("letter.missing.amount");
      return message("letter.missing.choice", { highFen: Math.max(...either), lowFen: Math.min(...either) });
    }
    default:
      return undefined;
  }
}
