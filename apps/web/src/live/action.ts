/**
 * Action: what a quick fix asks for, done from any screen. Runs commands through the services it is given.
 *
 * 1. What still needs a word of the person goes to the case's own dialog (`case.ask`), as a next step does.
 * 2. A core command that needs nothing more runs at once and offers the way back.
 */
import type { Id } from "@recourse/core";
import type { Services } from "../services/services.ts";
import { isPlain, type Plain } from "./plain.ts";

/** A command and its data, as quick fixes carry them. */
export interface Action {
  readonly command: string;
  readonly data: Plain;
}

/** Undefined for what is no action. */
export function actionOf(value: unknown): Action | undefined {
  if (!isPlain(value)) return undefined;
  const { command, data } = value;
  return typeof command === "string" && isPlain(data) ? { command, data } : undefined;
}

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
