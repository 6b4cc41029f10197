/**
 * Content: what stands in a file that can be read. Pure; async because the XLSX reader is. Never throws on any bytes.
 *
 * 1. Recognition is by content: names of columns, block heads, grammar. The extension only decides how an unknown text is called.
 * 2. Order: bill, list of accounts, series, talk, plain text. The narrower shape comes first.
 */
import type { BadRow, Bill } from "./bills/bill.ts";
import { readBill } from "./bills/bill.ts";
import type { Conversation, KnownNames } from "./chat/conversation.ts";
import { conversationFindings } from "./chat/marks.ts";
import { readGeneric } from "./chat/generic.ts";
import { readQq } from "./chat/qq.ts";
import { likelyHeader } from "./columns.ts";
import { decode } from "./decode.ts";
import { finding, rowFacts, type Finding } from "./finding.ts";
import { pageText } from "./page-text.ts";
import { readSample, type AccountSample } from "./sample.ts";
import { readSeries, type ReadingSeries } from "./series.ts";
import { extensionOf } from "./sniff.ts";
import { readCsv, readXlsx, type Table } from "./table.ts";

export type Content =
  | { readonly kind: "bill"; readonly bill: Bill }
  | { readonly kind: "series"; readonly series: ReadingSeries }
  | { readonly kind: "sample"; readonly sample: AccountSample }
  | { readonly kind: "chat"; readonly conversations: readonly Conversation[]; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "none" };

export interface Read {
  readonly content: Content;
  readonly findings: readonly Finding[];
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Reads the whole of a file. `names`: who is who, for talk. */
export async function readContent(
  bytes: Uint8Array,
  mediaType: string,
  file: string,
  names: KnownNames,
): Promise<Read> {
  if (bytes.length === 0) return nothing();
  if (mediaType === XLSX) return readWorkbook(bytes, file);
  if (mediaType === "application/zip")
    return nothing(finding(isEncrypted(bytes) ? "archive_encrypted" : "archive_closed", file, {}));
  if (mediaType !== "text/plain" && mediaType !== "text/html") return nothing();
  const decoded = decode(bytes);
  if (!decoded.ok) return nothing(finding("mis_encoded", file, { encoding: decoded.error.encoding }));
  const { text, encoding, cut, spoilt } = decoded.value;
  const findings: Finding[] = [];
  if (cut) findings.push(finding("truncated_file", file, { mediaType }));
  if (spoilt) findings.push(finding("mis_encoded", file, { encoding }));
  const read =
    mediaType === "text/html" ? { content: textContent(pageText(text)), findings: [] } : readText(text, file, names);
  return { content: read.content, findings: [...findings, ...read.findings] };
}

const nothing = (...findings: readonly Finding[]): Read => ({ content: { kind: "none" }, findings });
const textContent = (text: string): Content => ({ kind: "text", text: text.replace(/^\ufeff/, "") });

/** Source: APPNOTE 4.4.4, bit 0 of the first entry's flags. */
const isEncrypted = (bytes: Uint8Array): boolean => ((bytes[6] ?? 0) & 1) === 1;

async function readWorkbook(bytes: Uint8Array, file: string): Promise<Read> {
  const table = await readXlsx(bytes);
  if (table.ok) return readTable(table.value, file) ?? unknownTable(table.value, file);
  const { error } = table;
  return nothing(
    error.kind === "too_large"
      ? finding("archive_too_large", file, { size: error.size, limit: error.limit })
      : finding("unreadable_table", file, {}),
  );
}

function readText(text: string, file: string, names: KnownNames): Read {
  for (const delimiter of [",", "\t", ";"]) {
    if (!text.includes(delimiter)) continue;
    const read = readTable(readCsv(text, delimiter), file);
    if (read !== undefined) return read;
  }
  const extension = extensionOf(file);
  if (extension === "csv" || extension === "tsv")
    return unknownTable(readCsv(text, extension === "csv" ? "," : "\t"), file);
  const official = readQq(text, names);
  if (official !== undefined && official.length > 0) return chat(official, text, file);
  const guessed = readGeneric(text, names);
  return guessed === undefined ? { content: textContent(text), findings: [] } : chat([guessed], text, file);
}

/** Of several conversations only those that are taken are looked at closely. */
function chat(conversations: readonly Conversation[], text: string, file: string): Read {
  const [only] = conversations;
  const findings = only !== undefined && conversations.length === 1 ? conversationFindings(only, file) : [];
  return { content: { kind: "chat", conversations, text: text.replace(/^\ufeff/, "") }, findings };
}

function readTable(table: Table, file: string): Read | undefined {
  const bill = readBill(table);
  if (bill !== undefined) return { content: { kind: "bill", bill }, findings: billFindings(bill, file) };
  const sample = readSample(table, file);
  if (sample !== undefined)
    return { content: { kind: "sample", sample }, findings: [...badRows(sample.badRows, file), ...sample.findings] };
  const series = readSeries(table, file);
  if (series !== undefined)
    return { content: { kind: "series", series }, findings: [...badRows(series.badRows, file), ...series.findings] };
  return undefined;
}

/** Whose table it is nobody knows, so its text is not kept either. */
function unknownTable(table: Table, file: string): Read {
  const columns = (likelyHeader(table) ?? []).slice(0, 30);
  return nothing(finding("unknown_header", file, { columns }));
}

function badRows(rows: readonly BadRow[], file: string): readonly Finding[] {
  if (rows.length === 0) return [];
  const cells = rows.slice(0, 20).map(({ row, column, text }) => `${row} ${column}: ${text.slice(0, 60)}`);
  return [finding("bad_rows", file, { ...rowFacts(rows.map((r) => r.row)), cells })];
}

function billFindings(bill: Bill, file: string): readonly Finding[] {
  const findings: Finding[] = [...badRows(bill.badRows, file)];
  if (bill.mangled.length > 0) findings.push(finding("number_mangled", file, rowFacts(bill.mangled)));
  const readCount = bill.rows.length + bill.badRows.length + bill.mangled.length;
  if (bill.statedCount !== undefined && readCount < bill.statedCount) {
    findings.push(finding("bill_rows_missing", file, { statedCount: bill.statedCount, readCount }));
  }
  if (bill.personalUse) findings.push(finding("bill_personal_use", file, {}));
  return findings;
}
