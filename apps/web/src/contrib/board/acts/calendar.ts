/**
 * A calendar file of the deadlines of cases (K5). Effects: opens the cases, hands a file over.
 *
 * 1. The entries are the assessment's own deadlines; the words are neutral, whatever the mode (P3).
 */
import { icsOf, icsWords, type Deadline, type Id } from "@recourse/core";
import { whenOpen } from "../../../live/when-open.ts";
import type { Services } from "../../../services/services.ts";
import { tell, titleOf } from "../bulk.ts";

/** Deadlines that are still open; keeping times of others are no appointment. */
const inCalendar = (d: Deadline): boolean => !d.passed && d.owner !== "record";

/** Hands over one file for all of them. A case that cannot be opened is named; where there is nothing to write, that is said. */
export async function exportCalendar(services: Services, caseIds: readonly Id[]): Promise<void> {
  const { say, desk, now, version, download } = services;
  const failed: string[] = [];
  const deadlines: Deadline[] = [];
  for (const caseId of caseIds) {
    const live = await whenOpen(services, caseId);
    if (live === undefined) failed.push(titleOf(services, caseId));
    else deadlines.push(...live.deadlines().filter(inCalendar));
  }
  const entries = deadlines.map((deadline) => {
    const { title, note } = icsWords(deadline);
    return { deadline, title: say.word(title), note: say.word(note) };
  });
  const text = icsOf(entries, {
    now: now(),
    productId: `-//Recourse//Recourse ${version}//${say.lang() === "en" ? "EN" : "ZH"}`,
    name: say.word("ics.name"),
  });
  if (text === undefined && failed.length === 0) {
    desk.toast({ text: say.word("screen.bulk.calendar.none") });
    return;
  }
  if (text !== undefined)
    download(`${say.word("screen.bulk.calendar.file")}.ics`, new Blob([text], { type: "text/calendar;charset=utf-8" }));
  tell(services, "screen.bulk.calendar", entries.length, failed);
}
