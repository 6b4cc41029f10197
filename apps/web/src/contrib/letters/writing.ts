/** For which case a letter is being chosen: one window at a time. Not pure: a signal. */
import type { Id } from "@recourse/core";
import { createSignal } from "solid-js";

/** The case, and where the letter is to open. */
export interface Writing {
  readonly caseId: Id;
  readonly where: "here" | "beside";
}

const [asked, setAsked] = createSignal<Writing>();

/** What is being chosen; undefined while the window is closed. */
export const writing = {
  asked,
  choose: (of: Writing | undefined): void => {
    setAsked(of);
  },
} as const;
