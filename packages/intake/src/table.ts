/**
 * Tables: CSV and XLSX as rows of cells that keep the row number a spreadsheet shows. Pure; async because the XLSX reader is.
 *
 * 1. A cell is text as written, or a number with its written text: nothing is turned into money or a time here.
 * 2. An XLSX date cell has no zone; it becomes `2024-05-01 10:02:31`, which everything here reads as +08:00.
 * 3. An XLSX is unpacked by its stated sizes, bounded, and without a worker: pages may not start one from a string (CSP).
 */
import { unzipSync, zipSync, type Unzipped } from "fflate";
import Papa from "papaparse";
import { readSheet } from "read-excel-file/universal";
import { err, ok, type Result } from "@recourse/core";

export interface NumberCell {
  readonly text: string;
  readonly value: number;
}
export type Cell = string | NumberCell;

export interface TableRow {
  /** 1-based, as a spreadsheet shows it. */
  readonly row: number;
  readonly cells: readonly Cell[];
}
export type Table = readonly TableRow[];

/** Units: bytes of XML in one workbook, and entries. */
export const UNPACKED_LIMIT = 200_000_000;
const ENTRY_LIMIT = 2_000;

export type TableError =
  | { readonly kind: "unreadable" }
  | { readonly kind: "too_large"; readonly size: number; readonly limit: number };

const padding = /[\s\ufeff`']/;

/** The text of a cell without padding, TABs, back quotes and `="…"`; a lone `/` is empty, as bills write it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell !== "string")
    return /^-?\d+$/.test(cell.text) || !Number.isSafeInteger(cell.value) ? cell.text : String(cell.value);
  let start = 0;
  let end = cell.length;
  while (start < end && padding.test(cell.charAt(start))) start += 1;
  while (end > start && padding.test(cell.charAt(end - 1))) end -= 1;
  const bare = cell.slice(start, end);
  const inner = /^="(.*)"$/.exec(bare)?.[1] ?? bare;
  return inner === "/" ? "" : inner;
}

/** Rows of a CSV with one delimiter. A quoted line break stays inside its row, as in a spreadsheet. */
export function readCsv(text: string, delimiter: string): Table {
  const parsed = Papa.parse<readonly string[]>(text.replace(/^\ufeff/, ""), { delimiter, skipEmptyLines: false });
  return parsed.data.map((cells, i) => ({ row: i + 1, cells }));
}

/** First sheet of a workbook. Errors: `unreadable` (cut off, not a workbook), `too_large` when unpacked. */
export async function readXlsx(bytes: Uint8Array): Promise<Result<Table, TableError>> {
  try {
    const entries = unpack(bytes);
    if (!entries.ok) return entries;
    const stored = zipSync(entries.value, { level: 0 });
    const buffer = stored.buffer.slice(stored.byteOffset, stored.byteOffset + stored.byteLength);
    if (!(buffer instanceof ArrayBuffer)) return err({ kind: "unreadable" });
    const sheet: readonly (readonly unknown[])[] = await readSheet<NumberCell>(buffer, {
      trim: false,
      parseNumber: (written) => ({ text: written, value: Number(written) }),
    });
    return ok(sheet.map((cells, i) => ({ row: i + 1, cells: cells.map(cellOf) })));
  } catch {
    return err({ kind: "unreadable" });
  }
}

function unpack(bytes: Uint8Array): Result<Unzipped, TableError> {
  let size = 0;
  let entries = 0;
  const unpacked = unzipSync(bytes, {
    filter: (entry) => {
      if (!/\.(?:xml|rels)$/i.test(entry.name)) return false;
      entries += 1;
      size += entry.originalSize;
      return size <= UNPACKED_LIMIT && entries <= ENTRY_LIMIT;
    },
  });
  if (size > UNPACKED_LIMIT || entries > ENTRY_LIMIT) return err({ kind: "too_large", size, limit: UNPACKED_LIMIT });
  return ok(unpacked);
}

function cellOf(value: unknown): Cell {
  if (typeof value === "string") return value;
  // Excel's day fractions are off by microseconds; bills and readings are exact to the second.
  if (value instanceof Date)
    return new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace("T", " ");
  if (isNumberCell(value)) return value;
  return value === null || value === undefined ? "" : String(value);
}

function isNumberCell(value: unknown): value is NumberCell {
  return typeof value === "object" && value !== null && "text" in value && "value" in value;
}
