/** Why a letter was not recorded as sent, in words: what has to be changed in it, and what holds it back whatever it says. Pure. */
import type { DomainError } from "@recourse/core";
import { refusal } from "../../parts/perform.ts";
import type { Services } from "../../services/services.ts";
import type { LetterLive } from "./letter-live.ts";

/** One sentence or two; a code of core never stands on the screen. */
export function saidRefusal(
  { say }: Pick<Services, "say">,
  letter: Pick<LetterLive, "held" | "view">,
  error: DomainError,
): string {
  if (error.kind !== "not_ready") return refusal(say, error);
  const held = letter.held().filter((card) => error.problems.includes(card.code));
  const n = letter.view().problems.filter((p) => p.severity === "block").length;
  const told = [
    ...held.map((card) => say.say(card.title)),
    ...(n > 0 ? [say.word("screen.letter.blocked", { n })] : []),
  ];
  return told.length > 0 ? told.join(" ") : say.word("screen.send.refused");
}
