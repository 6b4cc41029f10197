/**
 * Columns: finds a header by its set of column names. Pure.
 *
 * 1. Never by row number: exports put any number of lines before it and change the order of columns.
 * 2. Names are compared without width, padding and case: `金额（元） ` is `金额(元)`.
 */
import { cellText, type Cell, type Table, type TableRow } from "./table.ts";

/** Rows before a header: the longest preamble known is 24 lines. Units: rows. */
const HEADER_WITHIN = 80;

/** For each field, the names it goes by. */
export type Synonyms<F extends string> = Readonly<Record<F, readonly string[]>>;

export interface Header<F extends string> {
  readonly row: number;
  readonly names: readonly string[];
  /** The cell of a field, trimmed; `undefined` where the file has no such column. */
  readonly cell: (row: TableRow, field: F) => Cell | undefined;
  readonly has: (field: F) => boolean;
  /** Name of a field's column as the file writes it. */
  readonly nameOf: (field: F) => string;
  /** Rows below the header. */
  readonly below: Table;
}

/** A column's name as names are compared; never shown. */
export const columnName = (text: string): string => text.normalize("NFKC").replace(/\s/g, "").toLowerCase();

/** The first row that has a column for each of `required`. */
export function findHeader<F extends string>(
  table: Table,
  synonyms: Synonyms<F>,
  required: readonly NoInfer<F>[],
): Header<F> | undefined {
  for (const [index, row] of table.slice(0, HEADER_WITHIN).entries()) {
    const names = row.cells.map(cellText);
    const bare = names.map(columnName);
    const place = (field: F): number => {
      for (const name of synonyms[field]) {
        const at = bare.indexOf(columnName(name));
        if (at >= 0) return at;
      }
      return -1;
    };
    if (required.some((field) => place(field) < 0)) continue;
    return {
      row: row.row,
      names,
      cell: (of, field) => of.cells[place(field)],
      has: (field) => place(field) >= 0,
      nameOf: (field) => names[place(field)] ?? "",
      below: table.slice(index + 1),
    };
  }
  return undefined;
}

/** What stands where a header could be: the first row with at least three filled cells, in a narrower table the first filled row. */
export function likelyHeader(table: Table): readonly string[] | undefined {
  const rows = table.slice(0, HEADER_WITHIN).map((r) => r.cells.map(cellText).filter((text) => text !== ""));
  return rows.find((names) => names.length >= 3) ?? rows.find((names) => names.length > 0);
}
