/**
 * Action: what a quick fix asks for, done from any screen. Runs commands through the services it is given.
 *
 * 1. What still needs a word of the person goes to the case's own dialog (`case.ask`), as a next step does.
 * 2. A core command that needs nothing more runs at once and offers the way back.
 */
import type { Id } from "@recourse/core";
import * as z from "zod/mini";
import type { Services } from "../services/services.ts";

export const ActionSchema = z.object({ command: z.string(), data: z.record(z.string(), z.unknown()) });
export type Action = z.infer<typeof ActionSchema>;

/** Takes a quick fix of a case. */
export function takeFix({ desk, cases, say }: Services, caseId: Id, { command, data }: Action): void {
  if (data["ask"] !== undefined) {
    desk.exec("case.ask", { caseId, command, data });
    return;
  }
  if (desk.can(command)) {
    desk.exec(command, { caseId, ...data });
    return;
  }
  const live = cases.live(caseId);
  const done = live?.run(command, data);
  if (live === undefined || done?.ok !== true) {
    desk.toast({ text: say.word("screen.refused") });
    return;
  }
  desk.toast({
    text: say.word("screen.fixed"),
    action: { label: say.word("screen.undo"), run: () => void live.undo() },
  });
}
