/**
 * What is done to several cases at once. Effects: through the services.
 *
 * 1. One after the other, and each by itself: what fails is named and stops nothing.
 */
import type { Id } from "@recourse/core";
import type { Services } from "../../services/services.ts";

/** What a case is called where it is spoken of. */
export function titleOf({ cases, say }: Pick<Services, "cases" | "say">, caseId: Id): string {
  const title = cases.book.row(caseId)?.title ?? "";
  return title === "" ? say.word("screen.untitled") : title;
}

/** Says what became of it: all done, or which were not. */
export function tell(
  { say, desk }: Pick<Services, "say" | "desk">,
  code: string,
  done: number,
  failed: readonly string[],
): void {
  const text =
    failed.length === 0
      ? say.word(`${code}.done`, { n: done })
      : say.word(`${code}.failed`, { n: done, titles: failed });
  desk.toast({ text });
  desk.announce(text);
}

/** Hands every case over as an archive. */
export async function exportArchives(services: Services, caseIds: readonly Id[]): Promise<void> {
  const { cases, download } = services;
  const failed: string[] = [];
  for (const caseId of caseIds) {
    const made = await cases.archive(caseId);
    if (made.ok) download(made.value.name, made.value.blob);
    else failed.push(titleOf(services, caseId));
  }
  tell(services, "screen.bulk.archive", caseIds.length - failed.length, failed);
}

/** Deletes every case for good. */
export async function removeCases(services: Services, caseIds: readonly Id[]): Promise<void> {
  const { cases } = services;
  const titles = new Map(caseIds.map((caseId) => [caseId, titleOf(services, caseId)]));
  const failed: string[] = [];
  for (const caseId of caseIds) if (!(await cases.remove(caseId))) failed.push(titles.get(caseId) ?? "");
  tell(services, "screen.bulk.remove", caseIds.length - failed.length, failed);
}
