/**
 * Doing something in a case: run the command, say a refusal in words, offer the way back. Effects: writes through the case, shows toasts.
 *
 * 1. A refusal is always shown and spoken; nothing fails in silence.
 * 2. Undoing is offered instead of asking beforehand.
 */
import type { Args, DomainError } from "@recourse/core";
import type { CaseLive, Done, Say, Services } from "../services/services.ts";

/** What to say once it is done, and the command that takes it back. */
export interface Said {
  readonly code: string;
  readonly args?: Args;
  readonly undo?: { readonly command: string; readonly data: Readonly<Record<string, unknown>> };
}

/** A refusal in words. */
export function refusal(say: Pick<Say, "word">, error: DomainError): string {
  const { kind, ...facts } = error;
  return say.word(`error.${kind}`, facts);
}

/** Runs a command of core. Undefined when it was refused; the person has been told. */
export function perform(
  { say, desk }: Pick<Services, "say" | "desk">,
  live: CaseLive,
  command: string,
  data: Readonly<Record<string, unknown>>,
  said?: Said,
): Done | undefined {
  const result = live.run(command, data);
  if (!result.ok) {
    const text = refusal(say, result.error);
    desk.toast({ text });
    desk.announce(text);
    return undefined;
  }
  if (said !== undefined) {
    const text = say.word(said.code, said.args);
    const { undo } = said;
    desk.toast(
      undo === undefined
        ? { text }
        : {
            text,
            action: {
              label: say.word("screen.case.undo"),
              run: () => perform({ say, desk }, live, undo.command, undo.data),
            },
          },
    );
  }
  return result.value;
}
