/**
 * Money as integer fen. Pure.
 *
 * 1. Never a float: text is read digit by digit; a spreadsheet double is accepted only within 1e-6 of a whole fen (2-architecture, Types).
 */
import { err, ok, type Result } from "./result.ts";

/** Units: fen (1/100 yuan), an integer. */
export type Fen = number;

export interface NotMoney {
  readonly kind: "not_money";
  readonly text: string;
}

/** Reads `100`, `¥1,980.00`, `￥50.5`, `100.00元`. Errors: `not_money` (more than two decimals, letters, empty). */
export function parseYuan(text: string): Result<Fen, NotMoney> {
  const m = /^([+-]?)(\d+)(?:\.(\d{1,2}))?$/.exec(text.replace(/[¥￥,，\s元]/g, ""));
  if (!m) return err({ kind: "not_money", text });
  const fen = Number(m[2]) * 100 + Number((m[3] ?? "").padEnd(2, "0"));
  return Number.isSafeInteger(fen) ? ok(m[1] === "-" ? -fen : fen) : err({ kind: "not_money", text });
}

/** A spreadsheet cell in yuan → fen. Errors: `not_money` when it is off a whole fen by more than 1e-6. */
export function fenOfDouble(yuan: number): Result<Fen, NotMoney> {
  const fen = Math.round(yuan * 100);
  return Number.isSafeInteger(fen) && Math.abs(yuan * 100 - fen) <= 1e-6
    ? ok(fen)
    : err({ kind: "not_money", text: String(yuan) });
}

/** `10000` → `100.00`; `198000` → `1980.00` (no thousands mark: letters and bills are compared by text). */
export function formatYuan(fen: Fen): string {
  const abs = Math.abs(fen);
  return `${fen < 0 ? "-" : ""}${Math.floor(abs / 100)}.${String(abs % 100).padStart(2, "0")}`;
}
