/** Who else has a record open, and who of them writes in it (FR5). Reads signals. */
import { createMemo, type Accessor } from "solid-js";
import type { Say } from "../../services/services.ts";
import type { SharedCase } from "../../services/sharing/sharing.ts";

export interface PeopleAt {
  readonly types: readonly string[];
  /** Those who do not write. */
  readonly looks: readonly string[];
}

/** What somebody is called who may have given no name. */
export const nameOr = (say: Pick<Say, "word">, name: string | undefined): string =>
  name?.trim() ? name : say.word("screen.share.unnamed");

/** Of `focus`, a `kind/id`; wakes only when one comes, goes, or begins to write. */
export function peopleAt(
  of: Accessor<SharedCase | undefined>,
  focus: string,
  say: Pick<Say, "word">,
): Accessor<PeopleAt> {
  return createMemo<PeopleAt>(
    () => {
      const here = (of()?.present() ?? []).filter((line) => line.focus === focus);
      const names = (isTyping: boolean): readonly string[] => [
        ...new Set(here.filter((line) => line.isTyping === isTyping).map(({ name }) => nameOr(say, name))),
      ];
      const types = names(true);
      return { types, looks: names(false).filter((name) => !types.includes(name)) };
    },
    { types: [], looks: [] },
    { equals: (a, b) => sameList(a.types, b.types) && sameList(a.looks, b.looks) },
  );
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, n) => each === b[n]);
