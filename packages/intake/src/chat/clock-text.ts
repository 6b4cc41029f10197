/**
 * Times as chats print them: 24 hours, 12 hours with 上午/下午 or AM/PM, with or without a date. Pure.
 */
import { parseInstant, type Instant } from "@recourse/core";

const half = "上午|下午|凌晨|早上|中午|晚上";
/** A full date. No groups, so that it can stand inside other patterns. */
export const datePattern = String.raw`\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?`;
/** A date without its year: no moment can be told from it. */
export const shortDatePattern = String.raw`\d{1,2}[-/月]\d{1,2}日?`;
export const timePattern = String.raw`(?:${half})?\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s?[AaPp][Mm])?`;

const clock = new RegExp(String.raw`^(${half})?\s?(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?(?:\s?([AaPp][Mm]))?$`);

/** Clock time → `15:03:10`. Undefined for a time that is no time, or that leaves its day open (晚上 12:05). */
export function twentyFourHours(text: string): string | undefined {
  const m = clock.exec(text.trim());
  if (m === null) return undefined;
  const [, part = "", hourText = "", minute, second = "00", latin = ""] = m;
  const hour = Number(hourText);
  const late = part === "下午" || part === "晚上" || latin.toLowerCase() === "pm";
  const early = part === "上午" || part === "早上" || part === "凌晨" || latin.toLowerCase() === "am";
  if (part === "晚上" && hour === 12) return undefined;
  let real = hour;
  if (late && hour < 12) real = hour + 12;
  else if (early && hour === 12) real = 0;
  else if (part === "中午" && hour < 6) real = hour + 12;
  return real > 23 ? undefined : `${String(real).padStart(2, "0")}:${minute}:${second}`;
}

/** Date and clock time as printed → instant. Undefined when either is missing or wrong. */
export function momentOf(date: string | undefined, time: string | undefined): Instant | undefined {
  const real = time === undefined ? undefined : twentyFourHours(time);
  if (date === undefined || real === undefined || !new RegExp(`^${datePattern}$`).test(date)) return undefined;
  const at = parseInstant(`${date.replace(/\s/g, "")} ${real}`);
  return at.ok ? at.value : undefined;
}
