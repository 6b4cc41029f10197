/** Rows for tests: a case in which nothing has happened yet, and what a test changes of it. */
import { id } from "@recourse/core";
import type { BoardRow } from "./board-row.ts";

/** `n` makes the id: a higher number is a newer case. */
export const rowFixture = (n: number, change: Partial<BoardRow> = {}): BoardRow => ({
  caseId: id(`01M81G67ZJSZCNEJNY${String(n).padStart(8, "0")}`),
  title: `案件 ${n}`,
  category: "membership",
  respondent: "某影视",
  orderNo: `VIP-${n}`,
  paidFen: 22_800,
  round: "prepare",
  turn: "mine",
  next: { code: "next.add_bill", args: {}, refs: [], action: { command: "inbox.add", data: {} } },
  elements: [],
  exhibits: 0,
  notices: [],
  safety: [],
  filings: [],
  dates: [],
  reminders: [],
  ...change,
});
