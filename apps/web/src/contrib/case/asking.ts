/**
 * What the person is being asked: the one small form that is open, the new case, and where a case is to be shown. Not pure: signals.
 *
 * 1. One question at a time: asking anew replaces what was asked before.
 */
import type { Id } from "@recourse/core";
import { createSignal, type Accessor } from "solid-js";

export type Data = Readonly<Record<string, unknown>>;

/** A command whose data a person still has to give. */
export interface Asked {
  readonly caseId: Id;
  readonly command: string;
  readonly data: Data;
}

/** A place in a case: a section, or the row of a Ref. `times` tells two equal wishes apart. */
export interface Place {
  readonly caseId: Id;
  readonly section: string | undefined;
  readonly target: string | undefined;
  readonly times: number;
}

export interface Asking {
  readonly asked: Accessor<Asked | undefined>;
  readonly ask: (asked: Asked | undefined) => void;
  readonly isNew: Accessor<boolean>;
  readonly setNew: (open: boolean) => void;
  readonly place: Accessor<Place | undefined>;
  readonly go: (place: Omit<Place, "times">) => void;
}

/** Which small form is open: one at a time, so that an answer always belongs to the question on top. */
export function createAsking(): Asking {
  const [asked, setAsked] = createSignal<Asked>();
  const [isNew, setIsNew] = createSignal(false);
  const [place, setPlace] = createSignal<Place>();
  return {
    asked,
    ask: (next) => {
      setAsked(next);
    },
    isNew,
    setNew: (open) => {
      setIsNew(open);
    },
    place,
    go: (to) => {
      setPlace((last) => ({ ...to, times: (last?.times ?? 0) + 1 }));
    },
  };
}

/** The one of this page: commands, dialogs and views of the feature share it. */
export const asking = createAsking();
