/**
 * What the tab of a letter is called. Not pure: a signal.
 *
 * 1. A name is learnt when its letter is opened or shown: a tab in the background opens no case for its name.
 */
import type { LetterKind } from "@recourse/core";
import { createSignal } from "solid-js";
import type { Services } from "../../services/services.ts";

const [kinds, setKinds] = createSignal<ReadonlyMap<string, LetterKind>>(new Map());

/** Remembers which kind of letter the editor with this argument shows. */
export function nameTab(arg: string, kind: LetterKind): void {
  setKinds((known) => (known.get(arg) === kind ? known : new Map([...known, [arg, kind]])));
}

/** Title of a tab: the case, and what of it is shown. */
export const tabTitle =
  (code: string) =>
  (arg: string | undefined, { say, cases }: Pick<Services, "say" | "cases">): string => {
    const title = cases.rows().find((row) => row.caseId === arg?.split("/")[0])?.title;
    return title === undefined ? say.word(code) : say.word("screen.letter.tab", { title, state: say.word(code) });
  };

/** Title of a letter's tab: the case and the kind of letter, as soon as it is known. */
export function letterTitle(arg: string | undefined, services: Pick<Services, "say" | "cases">): string {
  const kind = kinds().get(arg ?? "");
  return tabTitle(kind === undefined ? "screen.letter.name" : `letterKind.${kind}`)(arg, services);
}
