/**
 * The sample cases that come with the app, opened through the import every archive takes. Effects: reads a file of this build.
 */
import type { Services } from "../services/services.ts";

/** Paths of the archives the build makes. */
export const SAMPLES = {
  membership: "/samples/membership.recourse.zip",
  engagement: "/samples/likes.recourse.zip",
} as const;

/** Opens a sample: a case like any other, which can be changed and deleted. One that is here already is shown. */
export async function openSample({ cases, desk, say }: Services, name: keyof typeof SAMPLES): Promise<void> {
  const answer = await fetch(SAMPLES[name]).catch(() => undefined);
  const taken = answer?.ok === true ? await cases.openArchive(await answer.blob()) : undefined;
  const caseId = taken?.ok === true ? taken.value : taken?.error.caseId;
  if (caseId === undefined) desk.toast({ text: say.word("screen.sample.failed") });
  else desk.exec("case.open", { caseId });
}
