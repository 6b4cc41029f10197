/** Doing something with a shared case: wait for it, say in words what went wrong and how to mend it. Effects: toasts, announcements. */
import type { Result } from "@recourse/core";
import type { Say, Services } from "../../services/services.ts";
import type { ShareTrouble } from "../../services/sharing/sharing.ts";

/** Why it did not work and what helps, in words. */
export function troubleText(say: Pick<Say, "word" | "has">, { kind }: ShareTrouble): string {
  const code = `screen.share.trouble.${kind}`;
  return say.word(say.has(code) ? code : "screen.share.trouble.other");
}

/** Says a sentence where it is seen and where it is heard. */
export function tell({ desk }: Pick<Services, "desk">, text: string): void {
  desk.toast({ text });
  desk.announce(text);
}

/** Waits for what was begun. Undefined when it was refused; the person has been told. */
export async function settled<T>(
  services: Pick<Services, "say" | "desk">,
  doing: Promise<Result<T, ShareTrouble>>,
  said?: string,
): Promise<{ readonly value: T } | undefined> {
  const done = await doing;
  if (!done.ok) {
    tell(services, troubleText(services.say, done.error));
    return undefined;
  }
  if (said !== undefined) tell(services, said);
  return { value: done.value };
}
