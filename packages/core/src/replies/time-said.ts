/**
 * Times that a message names, counted from when it was said: 24小时内, 3个工作日内, 明天, 月底, 12月3日前. Pure (X5, K2, K3).
 *
 * 1. Of a range (7-15个工作日) the later end counts: what they promised is over only when all of it is.
 * 2. A rule about orders (超过24小时不退) names a time and promises nothing: such times are left out.
 */
import { addWorkdays, isCovered, type Calendar } from "../clock/workday.ts";
import { NUMERAL_CHARS, parseNumeral } from "../grounds/numeral.ts";
import { clauseAround, sentenceAround, type Span } from "../letters/fold.ts";
import {
  addDays,
  addHours,
  addMillis,
  addMonths,
  civilOf,
  startOf,
  weekday,
  type CivilDate,
  type When,
} from "../time.ts";
import { plainForm } from "./plain-form.ts";
import { WhenSchema } from "../schema/values.ts";

export interface TimeSaid {
  readonly phrase: string;
  /** Units: UTF-16 code units. */
  readonly span: Span;
  /** The half-sentence it stands in. */
  readonly clause: string;
  /** The whole sentence. */
  readonly sentence: string;
  /** A civil date for days, an instant for hours and minutes. */
  readonly due: When;
  /** K3: past the years of the calendar. */
  readonly provisional: boolean;
}

const n = `[${NUMERAL_CHARS}]{1,4}`;
const span = new RegExp(
  String.raw`(?<!超过|超出|过了|已过|逾期|每|近|共|[${NUMERAL_CHARS}.月年])(?<from>${n})(?:\s*[-~～—–到至]+\s*(?<to>${n}))?\s*个?\s*(?<unit>小时|钟头|分钟|工作日|交易日|自然日|天|日(?!前|之前)|周|星期|礼拜)(?!前|之前|以前)(?:之内|以内|内|左右|后|之后)?`,
  "g",
);
const day =
  /今天|今日|今晚|当天|当日|明天|明日|后天|大后天|(?:本|这|这个|下|下个)(?:周|星期|礼拜)(?:[一二三四五六日天末])?|(?:周|星期|礼拜)[一二三四五六日天]|(?:本|这个|下个|(?<![\d一二三四五六七八九十]))月(?:底|末)/g;
const date = /(?<!\d)(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<dom>\d{1,2})[日号]/g;

/** Times named in `text`, said at `at`, in the order in which they stand. */
export function timesSaid(text: string, at: When, calendar: Calendar): readonly TimeSaid[] {
  const plain = plainForm(text);
  const found = (pattern: RegExp, read: (m: RegExpExecArray) => When | undefined): readonly TimeSaid[] =>
    [...plain.matchAll(pattern)].flatMap((m) => {
      const due = read(m);
      if (due === undefined) return [];
      const place = { start: m.index, end: m.index + m[0].length };
      const around = sentenceAround(text, place);
      const near = clauseAround(text, place);
      return [
        {
          phrase: text.slice(place.start, place.end),
          span: place,
          clause: text.slice(near.start, near.end).trim(),
          sentence: text.slice(around.start, around.end).trim(),
          due,
          provisional: m.groups?.["unit"] === "工作日" && !isCovered(calendar, civilOf(due)),
        },
      ];
    });
  return [
    ...found(span, (m) => afterSpan(m.groups ?? {}, at, calendar)),
    ...found(day, (m) => dayNamed(m[0], civilOf(at))),
    ...found(date, (m) => dateNamed(m.groups ?? {}, civilOf(at))),
  ].toSorted((a, b) => a.span.start - b.span.start);
}

type Groups = Readonly<Record<string, string | undefined>>;

function afterSpan({ from, to, unit }: Groups, at: When, calendar: Calendar): When | undefined {
  const count = parseNumeral(to ?? from ?? "");
  if (count === undefined || count <= 0 || count > 366) return undefined;
  const start = civilOf(at);
  switch (unit) {
    case "分钟":
      return addMillis(startOf(at), count * 60_000);
    case "小时":
    case "钟头":
      return addHours(startOf(at), count);
    case "工作日":
    case "交易日":
      return addWorkdays(calendar, start, count);
    case "周":
    case "星期":
    case "礼拜":
      return addDays(start, count * 7);
    default:
      return addDays(start, count);
  }
}

const weekdays: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7, 末: 7 };
/** Units: days after the day it was said. */
const fromToday: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  今晚: 0,
  当天: 0,
  当日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
};

/** 本周 ends on Sunday; a bare 周五 is the next one, today included. A day of this week that is over is no time to come. */
function dayNamed(text: string, said: CivilDate): CivilDate | undefined {
  const days = fromToday[text];
  if (days !== undefined) return addDays(said, days);
  const today = weekday(said) === 0 ? 7 : weekday(said);
  if (text.includes("月")) {
    const first = addMonths(addDays(said, 1 - Number(said.slice(8))), text.startsWith("下") ? 2 : 1);
    return addDays(first, -1);
  }
  const wanted = weekdays[text.slice(-1)];
  if (text.startsWith("下")) return addDays(said, 7 - today + (wanted ?? 7));
  if (/^[本这]/.test(text)) return (wanted ?? 7) < today ? undefined : addDays(said, (wanted ?? 7) - today);
  return addDays(said, ((wanted ?? 7) - today + 7) % 7);
}

/** A date without a year is the next one that fits. */
function dateNamed({ year, month, dom }: Groups, said: CivilDate): CivilDate | undefined {
  const on = (y: number): CivilDate | undefined => {
    const text = `${y}-${String(month).padStart(2, "0")}-${String(dom).padStart(2, "0")}`;
    const when = WhenSchema.safeParse(text);
    return when.success ? civilOf(when.data) : undefined;
  };
  if (year !== undefined) return on(Number(year));
  const thisYear = Number(said.slice(0, 4));
  const here = on(thisYear);
  return here !== undefined && here < said ? on(thisYear + 1) : here;
}
