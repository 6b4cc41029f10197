/** Waiting for a case that is being opened. Not pure: tracks signals until it is there. */
import type { Id } from "@recourse/core";
import { createEffect, createRoot } from "solid-js";
import type { CaseLive, Services } from "../services/services.ts";

/** The open case; undefined when it cannot be opened. */
export function whenOpen({ cases }: Pick<Services, "cases">, caseId: Id): Promise<CaseLive | undefined> {
  return new Promise((resolve) => {
    createRoot((end) => {
      createEffect(() => {
        const live = cases.live(caseId);
        if (live === undefined && cases.trouble(caseId) === undefined) return;
        resolve(live);
        // Ending a root while its effect runs would end the effect under itself.
        queueMicrotask(end);
      });
    });
  });
}
