/** What the tab of a page of a case is called: the case, and what of it is shown. Reads signals. */
import type { Services } from "../services/services.ts";

/** `state` is what is shown, in words. */
export function tabTitle(
  arg: string | undefined,
  state: string,
  { cases, say }: Pick<Services, "cases" | "say">,
): string {
  const title = cases.rows().find((row) => row.caseId === arg?.split("/")[0])?.title;
  return title === undefined ? state : say.word("screen.letter.tab", { title, state });
}

/** The same for a page that is always called alike. */
export const titled =
  (code: string) =>
  (arg: string | undefined, services: Services): string =>
    tabTitle(arg, services.say.word(code), services);
