/**
 * Series: a table of readings (time, platform, account, count, source file). Pure.
 *
 * 1. A row that cannot be read is named, never guessed. A count is a whole number.
 * 2. The order of rows is kept as found: assessment sorts by time.
 *
 * Source: M1.
 */
import { parseInstant, type Counter, type Instant } from "@recourse/core";
import type { BadRow } from "./bills/bill.ts";
import { columnName, findHeader, type Synonyms } from "./columns.ts";
import { finding, rowFacts, type Finding } from "./finding.ts";
import { cellText, type Table } from "./table.ts";

export interface SeriesReading {
  readonly row: number;
  readonly at: Instant;
  readonly value: number;
  readonly platform?: string;
  readonly account?: string;
  readonly sourceFile?: string;
}

export interface ReadingSeries {
  /** Undefined when the column only says "count". */
  readonly counter?: Counter;
  readonly readings: readonly SeriesReading[];
  readonly badRows: readonly BadRow[];
  readonly findings: readonly Finding[];
}

const counterNames: readonly (readonly [Counter, readonly string[]])[] = [
  ["followers", ["粉丝数", "粉丝量", "粉丝总数", "粉丝", "followers", "follower_count", "fans"]],
  ["likes", ["点赞数", "获赞数", "点赞量", "点赞", "赞数", "likes", "like_count"]],
  ["views", ["播放量", "播放数", "浏览量", "阅读量", "观看数", "views", "view_count", "plays"]],
  ["comments", ["评论数", "评论量", "comments", "comment_count"]],
  ["days", ["天数", "剩余天数", "days"]],
  ["lessons", ["课时", "课时数", "课时余额", "lessons"]],
  ["credits", ["余额", "积分", "点数", "credits", "balance"]],
];
const plainCounts: readonly string[] = ["数量", "读数", "计数", "数值", "count", "value", "reading"];

type SeriesField = "at" | "count" | "platform" | "account" | "source";
const columns: Synonyms<SeriesField> = {
  at: [
    "采集时间",
    "时间",
    "日期时间",
    "记录时间",
    "截图时间",
    "读数时间",
    "日期",
    "time",
    "timestamp",
    "datetime",
    "date",
    "captured_at",
    "recorded_at",
    "at",
  ],
  count: [...counterNames.flatMap(([, names]) => names), ...plainCounts],
  platform: ["平台", "platform", "site"],
  account: ["账号", "帐号", "账户", "账号名", "account", "user", "handle"],
  source: [
    "来源文件",
    "截图文件",
    "文件名",
    "文件",
    "截图",
    "来源",
    "source file",
    "source_file",
    "source",
    "file",
    "screenshot",
  ],
};

/** Undefined when the table has no time and count column. */
export function readSeries(table: Table, file: string): ReadingSeries | undefined {
  const header = findHeader(table, columns, ["at", "count"]);
  // A statement of money has times and balances too, and is no series.
  if (header === undefined || header.names.some((name) => /金额|收入|支出|交易|对方|流水|amount|debit/i.test(name)))
    return undefined;
  const used = header.nameOf("count");
  const counter = counterOf(used);
  const others = header.names.filter((name) => name !== used && counterOf(name) !== undefined);
  const readings: SeriesReading[] = [];
  const badRows: BadRow[] = [];
  for (const line of header.below) {
    const text = (field: SeriesField): string => cellText(header.cell(line, field));
    if (line.cells.every((cell) => cellText(cell) === "")) continue;
    const at = parseInstant(text("at"));
    const value = readCount(text("count"));
    if (!at.ok) badRows.push({ row: line.row, column: header.nameOf("at"), text: text("at") });
    else if (value === undefined) badRows.push({ row: line.row, column: used, text: text("count") });
    else {
      readings.push({
        row: line.row,
        at: at.value,
        value,
        ...(text("platform") === "" ? {} : { platform: text("platform") }),
        ...(text("account") === "" ? {} : { account: text("account") }),
        ...(text("source") === "" ? {} : { sourceFile: text("source") }),
      });
    }
  }
  const { kept, repeated, conflicting } = withoutRepeats(readings);
  const findings: Finding[] = [];
  const late = outOfOrder(kept);
  if (late.length > 0) findings.push(finding("readings_out_of_order", file, rowFacts(late)));
  if (repeated.length > 0) findings.push(finding("readings_repeated", file, rowFacts(repeated)));
  if (conflicting.length > 0) findings.push(finding("readings_conflict", file, rowFacts(conflicting)));
  if (others.length > 0) findings.push(finding("series_other_columns", file, { used, columns: others }));
  return { ...(counter === undefined ? {} : { counter }), readings: kept, badRows, findings };
}

function counterOf(name: string): Counter | undefined {
  return counterNames.find(([, names]) => names.some((n) => columnName(n) === columnName(name)))?.[0];
}

/** Reads `5230`, `5,230`, `1.2万`. A platform rounds above ten thousand; what it shows is what is read. */
function readCount(text: string): number | undefined {
  const m = /^(\d+(?:\.\d+)?)(万|w)?$/i.exec(text.replace(/[,，\s]/g, ""));
  if (m === null) return undefined;
  const value = m[2] === undefined ? Number(m[1]) : Math.round(Number(m[1]) * 10_000);
  return Number.isSafeInteger(value) ? value : undefined;
}

const subject = (r: SeriesReading): string => `${r.platform ?? ""}\0${r.account ?? ""}`;

function outOfOrder(readings: readonly SeriesReading[]): readonly number[] {
  const newest = new Map<string, Instant>();
  const late: number[] = [];
  for (const reading of readings) {
    const before = newest.get(subject(reading));
    if (before !== undefined && reading.at < before) late.push(reading.row);
    else newest.set(subject(reading), reading.at);
  }
  return late;
}

/** The same instant with the same value is one reading; with another value both stay and are named. */
function withoutRepeats(readings: readonly SeriesReading[]) {
  const first = new Map<string, SeriesReading>();
  const kept: SeriesReading[] = [];
  const repeated: number[] = [];
  const conflicting: number[] = [];
  for (const reading of readings) {
    const key = `${subject(reading)}\0${reading.at}`;
    const before = first.get(key);
    if (before?.value === reading.value) repeated.push(reading.row);
    else {
      if (before !== undefined) conflicting.push(before.row, reading.row);
      first.set(key, before ?? reading);
      kept.push(reading);
    }
  }
  return { kept, repeated, conflicting: [...new Set(conflicting)] };
}
