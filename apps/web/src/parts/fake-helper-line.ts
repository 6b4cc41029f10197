/** The warning of somebody who offers help for money, where one is let in or looked for (G2). Pure. */
import { fakeHelpers } from "@recourse/core";
import type { Say } from "../services/services.ts";

/** All it says for a place, as one paragraph. */
export const fakeHelperLine = (say: Pick<Say, "say" | "lang">, where: "create" | "invite" | "search"): string =>
  fakeHelpers(where)
    .lines.map((line) => say.say(line))
    .join(say.lang() === "en" ? " " : "");
