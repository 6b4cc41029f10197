/**
 * Amounts as bills write them: the sum, and what was refunded of it. Pure.
 *
 * 1. Text is read digit by digit, a spreadsheet number only when it is a whole fen: never through a float sum.
 */
import { err, fenOfDouble, parseYuan, type Fen, type NotMoney, type Result, ok } from "@recourse/core";
import { cellText, type Cell } from "../table.ts";

export interface Amount {
  /** Units: fen. */
  readonly amountFen: Fen;
  readonly refundedFen?: Fen;
}

/** Reads `¥100.00`, `100`, `131.77(已退款89.84)`. Errors: `not_money`. */
export function readAmount(cell: Cell | undefined): Result<Amount, NotMoney> {
  if (cell !== undefined && typeof cell !== "string") {
    const fen = fenOfDouble(cell.value);
    return fen.ok ? ok({ amountFen: fen.value }) : fen;
  }
  const text = cellText(cell);
  const amount = parseYuan(text.replace(/[(（].*$/, ""));
  if (!amount.ok) return err({ kind: "not_money", text });
  const refundedFen = refundIn(text, amount.value);
  return ok({ amountFen: amount.value, ...(refundedFen === undefined ? {} : { refundedFen }) });
}

/** What a status or remark says was refunded of `amountFen`: `已退款(￥50.00)`, `已全额退款`. Undefined where it says nothing. */
export function refundIn(text: string, amountFen: Fen): Fen | undefined {
  if (/已全额退款/.test(text)) return amountFen;
  const stated = /已退款\s*[(（]?\s*([¥￥]?\s*[\d,，.]+)/.exec(text)?.[1];
  if (stated === undefined) return undefined;
  const fen = parseYuan(stated);
  return fen.ok && fen.value > 0 ? fen.value : undefined;
}
