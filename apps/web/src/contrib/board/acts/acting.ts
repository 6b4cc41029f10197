/**
 * What a person is about to do with one case or several: the one window that is open. Not pure: a signal.
 *
 * 1. One window at a time: asking anew replaces what was asked before.
 */
import type { Id, Round } from "@recourse/core";
import { createSignal, type Accessor } from "solid-js";

export type Act =
  /** `to`: the column it was carried to; without it the columns are offered. */
  | { readonly is: "move"; readonly caseId: Id; readonly to?: Round | undefined }
  | { readonly is: "progress"; readonly caseId: Id; readonly filing: Id }
  | { readonly is: "snooze"; readonly caseIds: readonly Id[] }
  | { readonly is: "remove"; readonly caseIds: readonly Id[] };

export interface Acting {
  readonly act: Accessor<Act | undefined>;
  readonly begin: (act: Act) => void;
  readonly end: () => void;
}

/** Which window of the board is open: one at a time. */
export function createActing(): Acting {
  const [act, setAct] = createSignal<Act>();
  return {
    act,
    begin: (next) => {
      setAct(next);
    },
    end: () => {
      setAct(undefined);
    },
  };
}

/** The one of this page: commands and windows share it. */
export const acting = createActing();
