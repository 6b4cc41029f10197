/**
 * Bills: a table → the rows of a payment app's export. Pure.
 *
 * 1. A row is a pointer: file and row number stay with it, the file stays the evidence.
 * 2. A row that cannot be read is named, never guessed; preamble and footer are no rows.
 * 3. Times are +08:00.
 */
import { parseInstant, parseYuan, type Fen, type Instant } from "@recourse/core";
import { findHeader, type Header } from "../columns.ts";
import { cellText, type Table, type TableRow } from "../table.ts";
import { readAmount, refundIn } from "./amount.ts";
import { profiles, type BillField, type BillProfile, type Profile } from "./profile.ts";

export interface BillRow {
  readonly provider: "alipay" | "wechat";
  /** The payment app's own number; of a refund row, the refund's. */
  readonly transaction: string;
  /** The other side's order number; empty where the row has none. */
  readonly merchantOrder: string;
  readonly payee: string;
  readonly item: string;
  /** Units: fen, never negative. */
  readonly amountFen: Fen;
  readonly direction: "out" | "in" | "none";
  readonly at: Instant;
  readonly status: string;
  /** What the row of a payment says was refunded of it. */
  readonly refundedFen?: Fen;
  /** 1-based, as a spreadsheet shows it. */
  readonly row: number;
  /** The row is money that came back, not a payment. */
  readonly isRefund: boolean;
  /** The money went to a person, not through a merchant's counter (E11). */
  readonly toPerson: boolean;
}

/** A row that was not read: its column and what stands there. */
export interface BadRow {
  readonly row: number;
  readonly column: string;
  readonly text: string;
}

export interface Bill {
  readonly profile: BillProfile;
  readonly provider: "alipay" | "wechat";
  readonly rows: readonly BillRow[];
  readonly badRows: readonly BadRow[];
  /** Rows whose number a spreadsheet program has turned into `2.02E+27`. */
  readonly mangled: readonly number[];
  /** `共N笔记录`, where the file says it. */
  readonly statedCount?: number;
  /** The file says it is for one's own bookkeeping only. */
  readonly personalUse: boolean;
}

/** Undefined when no profile's columns are there. */
export function readBill(table: Table): Bill | undefined {
  for (const profile of profiles) {
    const header = findHeader(table, profile.columns, profile.required);
    if (header !== undefined) return readRows(table, profile, header);
  }
  return undefined;
}

function readRows(table: Table, profile: Profile, header: Header<BillField>): Bill {
  const rows: BillRow[] = [];
  const badRows: BadRow[] = [];
  const mangled: number[] = [];
  for (const line of header.below) {
    if (/^-{5,}/.test(cellText(line.cells[0]))) break;
    const number = cellText(header.cell(line, "transaction"));
    if (number === "" && cellText(header.cell(line, "at")) === "") continue;
    if (/^\d(?:\.\d+)?e\+?\d+$/i.test(number)) mangled.push(line.row);
    else {
      const read = readRow(line, profile, header);
      if ("column" in read) badRows.push(read);
      else rows.push(read);
    }
  }
  const around = table
    .filter((r) => r.row < header.row || r.row > (rows.at(-1)?.row ?? header.row))
    .map((r) => r.cells.map(cellText).join(" "));
  const stated = around.map((text) => /共\s*(\d+)\s*笔记录/.exec(text)?.[1]).find((text) => text !== undefined);
  return {
    profile: profile.id,
    provider: profile.provider,
    rows,
    badRows,
    mangled,
    ...(stated === undefined ? {} : { statedCount: Number(stated) }),
    personalUse: around.some((text) => text.includes("仅供个人对账")),
  };
}

function readRow(line: TableRow, { provider }: Profile, header: Header<BillField>): BillRow | BadRow {
  const text = (field: BillField): string => cellText(header.cell(line, field));
  const bad = (field: BillField): BadRow => ({ row: line.row, column: header.nameOf(field), text: text(field) });
  const paid = text("at") !== "";
  const at = parseInstant(paid ? text("at") : text("createdAt"));
  if (!at.ok) return bad("at");
  if (text("transaction") === "") return bad("transaction");
  const amount = readAmount(header.cell(line, "amount"));
  if (!amount.ok) return bad("amount");
  const amountFen = Math.abs(amount.value.amountFen);
  const isRefund = isRefundRow(text);
  const refundedFen = isRefund ? undefined : refundedOf(text, amountFen, amount.value.refundedFen);
  return {
    provider,
    transaction: text("transaction"),
    merchantOrder: text("merchantOrder"),
    payee: text("payee"),
    item: text("item"),
    amountFen,
    direction: paid ? directionOf(text("direction")) : "none",
    at: at.value,
    status: text("status"),
    ...(refundedFen === undefined ? {} : { refundedFen }),
    row: line.row,
    isRefund,
    toPerson:
      !isRefund &&
      /转账|红包|收款码|二维码|收钱码|对方已收钱|群收款/.test(`${text("kind")} ${text("item")} ${text("status")}`),
  };
}

function directionOf(text: string): BillRow["direction"] {
  if (text.includes("支出")) return "out";
  return text.includes("收入") ? "in" : "none";
}

/** Alipay: category 退款, item `退款-…`, or a refunded number with a suffix. WeChat: type `…退款`. */
function isRefundRow(text: (field: BillField) => string): boolean {
  if (text("kind").endsWith("退款") || /^退款\s*[-—:：]/.test(text("item"))) return true;
  return text("status") === "退款成功" && text("transaction").includes("_");
}

function refundedOf(text: (field: BillField) => string, amountFen: Fen, inAmount: Fen | undefined): Fen | undefined {
  const column = parseYuan(text("refunded"));
  if (column.ok && column.value > 0) return column.value;
  return inAmount ?? refundIn(text("status"), amountFen) ?? refundIn(text("remark"), amountFen);
}
