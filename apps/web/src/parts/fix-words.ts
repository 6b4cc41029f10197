/** What a button that leads to something missing says: the kind of thing it asks. Pure. */
import type { Say } from "../services/services.ts";
import { buttonCode } from "./next-step.ts";

export interface FixFacts {
  readonly command: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const places: Readonly<Record<string, string>> = {
  "case.open": "screen.fix.go",
  "filing.add": "screen.fix.prepare",
  "party.add": "screen.step.fill",
};

/** `导入账单`, `回答`, `填上`. */
export const fixWord = (say: Pick<Say, "word">, { command, data }: FixFacts): string =>
  say.word(places[command] ?? buttonCode(command, data["material"]));
