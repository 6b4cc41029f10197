/**
 * Sample: a list of accounts, without their names. Pure.
 *
 * 1. Nicknames are read only to find repeated lines and then dropped: they never enter a case (P1).
 * 2. Line i of the list is `rows[i]`; a cell that cannot be read is "not shown" (-1 or empty), so that no line moves.
 *
 * Source: M6, E14.
 */
import { civilOf, parseInstant } from "@recourse/core";
import type { BadRow } from "./bills/bill.ts";
import { findHeader, type Synonyms } from "./columns.ts";
import { finding, rowFacts, type Finding } from "./finding.ts";
import { cellText, type Table } from "./table.ts";

/** [has avatar 0|1, posts, follows, followers, registered day, followed at]; -1 or "" = not shown. */
export type SampleRow = [number, number, number, number, string, string];

export interface AccountSample {
  readonly rows: readonly SampleRow[];
  readonly badRows: readonly BadRow[];
  readonly findings: readonly Finding[];
}

type SampleField = "name" | "avatar" | "posts" | "follows" | "followers" | "registered" | "followed";
const columns: Synonyms<SampleField> = {
  name: ["粉丝昵称", "昵称", "用户名", "用户", "账号", "name", "nickname", "user", "account"],
  avatar: ["有头像", "头像", "是否有头像", "avatar", "has_avatar", "has avatar"],
  posts: ["作品数", "作品", "发布数", "动态数", "posts", "works", "videos"],
  follows: ["关注数", "关注", "follows", "following"],
  followers: ["粉丝数", "粉丝", "followers", "fans"],
  registered: ["注册日期", "注册时间", "registered", "registered_at", "created_at", "joined"],
  followed: ["关注时间", "关注日期", "followed at", "followed_at", "follow_time"],
};

/** Undefined when the table is not a list of accounts. */
export function readSample(table: Table, file: string): AccountSample | undefined {
  const header = findHeader(table, columns, ["avatar", "follows", "followers"]);
  if (header === undefined) return undefined;
  const badRows: BadRow[] = [];
  const rows: SampleRow[] = [];
  const seen = new Set<string>();
  const repeated: number[] = [];
  for (const line of header.below) {
    if (line.cells.every((cell) => cellText(cell) === "")) continue;
    const read = <T>(field: SampleField, parse: (text: string) => T | undefined, missing: T): T => {
      const text = cellText(header.cell(line, field));
      const value = parse(text);
      if (value === undefined && text !== "") badRows.push({ row: line.row, column: header.nameOf(field), text });
      return value ?? missing;
    };
    rows.push([
      read("avatar", yesNo, -1),
      read("posts", wholeNumber, -1),
      read("follows", wholeNumber, -1),
      read("followers", wholeNumber, -1),
      read("registered", day, ""),
      read("followed", moment, ""),
    ]);
    const name = cellText(header.cell(line, "name"));
    if (name !== "" && seen.has(name)) repeated.push(line.row);
    seen.add(name);
  }
  const findings: Finding[] = [finding("sample_rule_missing", file, { count: rows.length })];
  if (repeated.length > 0) findings.push(finding("sample_repeated", file, rowFacts(repeated)));
  return { rows, badRows, findings };
}

function yesNo(text: string): number | undefined {
  if (/^(是|有|1|y|yes|true)$/i.test(text)) return 1;
  return /^(否|无|没有|0|n|no|false)$/i.test(text) ? 0 : undefined;
}

function wholeNumber(text: string): number | undefined {
  const digits = text.replace(/[,，]/g, "");
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}

function day(text: string): string | undefined {
  const at = parseInstant(text);
  return at.ok ? civilOf(at.value) : undefined;
}

function moment(text: string): string | undefined {
  const at = parseInstant(text);
  return at.ok ? at.value : undefined;
}
