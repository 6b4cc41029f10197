/**
 * Deadlines as a calendar file. Pure. Source: RFC 5545; 3-domain K5, P3.
 *
 * 1. One event per deadline, from the same list the screens show; its UID follows from the id of the deadline, so that a file taken in
 *    again moves the entry instead of doubling it.
 * 2. Nothing here names a person, an amount or a rule: titles are passed in as rendered, neutral words, and the UID says nothing to a reader.
 * 3. A day is an all-day event and ends with the next day; an hour is a moment in UTC.
 */
import type { Deadline } from "../assess/assessment.ts";
import { addDays, civilOf, type Instant } from "../time.ts";
import { contentLine, dateValue, instantValue, textValue } from "./ics-line.ts";
import { InstantSchema } from "../schema/values.ts";

export interface IcsEntry {
  readonly deadline: Deadline;
  /** `ics.title.<owner>` as rendered. */
  readonly title: string;
  /** `ics.note` as rendered; what a reader of the calendar may know. */
  readonly note?: string;
}

export interface IcsOptions {
  readonly now: Instant;
  /** Who made the file, e.g. `-//Recourse//Recourse 0.1.0//EN`. */
  readonly productId: string;
  /** Name of the calendar as rendered: neutral too. */
  readonly name?: string;
}

/** Word codes of an entry. */
export const icsWords = (
  d: Pick<Deadline, "owner" | "provisional" | "paused">,
): { readonly title: string; readonly note: string } => ({
  title: `ics.title.${d.owner}`,
  note: d.provisional || d.paused === true ? "ics.note.provisional" : "ics.note",
});

/** The text of an `.ics` file; undefined where there is no entry, because a calendar without one is none (§3.4, §3.6). */
export function icsOf(entries: readonly IcsEntry[], options: IcsOptions): string | undefined {
  if (entries.length === 0) return undefined;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${textValue(options.productId)}`,
    "CALSCALE:GREGORIAN",
    ...(options.name === undefined
      ? []
      : [`NAME:${textValue(options.name)}`, `X-WR-CALNAME:${textValue(options.name)}`]),
    ...entries.flatMap((entry) => eventLines(entry, options.now)),
    "END:VCALENDAR",
  ];
  return lines.map(contentLine).join("");
}

function eventLines({ deadline, title, note }: IcsEntry, now: Instant): readonly string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${uidOf(deadline)}`,
    `DTSTAMP:${instantValue(now)}`,
    ...spanLines(deadline),
    `SUMMARY:${textValue(title)}`,
    ...(note === undefined || note === "" ? [] : [`DESCRIPTION:${textValue(note)}`]),
    `STATUS:${deadline.provisional || deadline.paused === true ? "TENTATIVE" : "CONFIRMED"}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    // What has run out needs no bell, and a program would ring it at once.
    ...(deadline.passed ? [] : alarmsOf(deadline).flatMap((trigger) => alarmLines(trigger, title))),
    "END:VEVENT",
  ];
}

/** §3.6.1: a date without an end lasts one day; the end is written all the same, and is the day after. A moment without an end is a moment. */
function spanLines({ due }: Deadline): readonly string[] {
  const at = InstantSchema.safeParse(due);
  if (at.success) return [`DTSTART:${instantValue(at.data)}`];
  const day = civilOf(due);
  return [`DTSTART;VALUE=DATE:${dateValue(day)}`, `DTEND;VALUE=DATE:${dateValue(addDays(day, 1))}`];
}

/**
 * Ours: a week and a day ahead, at nine in the morning; of hours, a day and two hours ahead. Of others: once it is over, on the
 * morning after or at the moment itself. §3.8.6.3: before and after the start, which for a day is its midnight.
 */
function alarmsOf({ due, owner }: Deadline): readonly string[] {
  const ahead = owner === "mine" || owner === "record";
  if (due.includes("T")) return ahead ? ["-P1D", "-PT2H"] : ["PT0S"];
  return ahead ? ["-P6DT15H", "-PT15H"] : ["P1DT9H"];
}

const alarmLines = (trigger: string, title: string): readonly string[] => [
  "BEGIN:VALARM",
  "ACTION:DISPLAY",
  `DESCRIPTION:${textValue(title)}`,
  `TRIGGER:${trigger}`,
  "END:VALARM",
];

/** The id of the event it began with and a mark of the rule that says nothing to a reader. */
function uidOf({ id, rule }: Deadline): string {
  return `${id.slice(rule.length + 1)}-${mark(rule)}@recourse`;
}

/** FNV-1a, 32 bits: to tell rules apart, not to hide them from someone who looks them up. */
function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
