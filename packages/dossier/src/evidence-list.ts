/**
 * 证据清单: the list of evidence with the columns of the pack, as data, text and DOCX. Pure.
 *
 * 1. Number, source and what it shows come from the case; pages, and original or copy, are the person's to write: the app
 *    does not know what they print and bind.
 * 2. An exhibit that stays out of the bundle keeps its number and says that it is not enclosed.
 *
 * Source: `spc-evidence-2019-19` (number, source, object of proof, content, signature, date, copies), `spc-evidence-2019-15`.
 */
import type { EvidenceListLayout, Lang } from "@recourse/core";
import { word } from "@recourse/words";
import { cell, fillLines, pages, SIZE, smallPrint, table, title, type FillLine } from "./docx-page.ts";
import { letterWords } from "./paper-words.ts";
import { oneLine, printable } from "./printable.ts";

/** One line of the list. */
export interface EvidenceRow {
  readonly number: number;
  /** As the file is called in the bundle. */
  readonly name: string;
  readonly from: string;
  /** What it shows. */
  readonly shows: string;
  readonly sha256: string;
  /** Sound or film: the law asks for the carrier itself. */
  readonly isRecording: boolean;
}

export interface EvidenceList {
  readonly lang: Lang;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly EvidenceRow[];
  /** Lines to sign and date; the last one says how many copies. */
  readonly footer: readonly FillLine[];
  readonly note: string;
}

/** `copies`: one for each party on the other side. */
export function evidenceList(
  layout: EvidenceListLayout,
  rows: readonly EvidenceRow[],
  { lang, copies }: { readonly lang: Lang; readonly copies: number },
): EvidenceList {
  const english = lang === "en";
  const footer = english ? layout.footerEn : layout.footerZh;
  return {
    lang,
    title: english ? layout.titleEn : layout.titleZh,
    columns: english ? layout.columnsEn : layout.columnsZh,
    rows,
    footer: footer.map((label, n) => ({ label, value: n === footer.length - 1 ? String(copies) : "" })),
    note: english ? layout.noteEn : layout.noteZh,
  };
}

/** Units: hex digits; enough to tell two files apart on paper. */
const SHORT_HASH = 16;

const remarks = ({ sha256, isRecording }: EvidenceRow, lang: Lang): readonly string[] => [
  ...(isRecording ? [word("form.evidence.carrier", {}, lang)] : []),
  `SHA-256 ${sha256.slice(0, SHORT_HASH)}`,
];

/** The list as plain text. Ends with a line break. */
export function evidenceListText(list: EvidenceList): string {
  const { lang, columns } = list;
  const { colon } = letterWords[lang];
  const rows = list.rows.map((row) =>
    [
      `${row.number}. ${oneLine(row.name)}`,
      `    ${columns[2] ?? ""}${colon}${oneLine(row.from)}`,
      `    ${columns[3] ?? ""}${colon}${oneLine(row.shows)}`,
      `    ${columns[7] ?? ""}${colon}${remarks(row, lang).join(lang === "en" ? "; " : "；")}`,
    ].join("\n"),
  );
  const footer = list.footer.map(({ label, value }) => `${oneLine(label)}${colon}${value}`).join("\n");
  return `${[oneLine(list.title), ...rows, footer].join("\n\n")}\n`;
}

/** Eight columns. Units: twentieths of a point. */
const COLUMNS = [620, 1450, 1700, 1950, 620, 620, 950, 1160] as const;

/** The list as a paper of its own. */
export function evidenceListDocx(list: EvidenceList): Promise<Uint8Array<ArrayBuffer>> {
  const { lang } = list;
  const rows = list.rows.map((row) => [
    cell(String(row.number), { isCentred: true }),
    cell(oneLine(row.name)),
    cell(printable(row.from)),
    cell(printable(row.shows)),
    cell(""),
    cell("1", { isCentred: true }),
    cell(word("form.evidence.which", {}, lang), { size: SIZE.note }),
    {
      lines: remarks(row, lang).map((text, n, all) => ({
        text: n === all.length - 1 ? text.replace(/(.{8})(?=.{8}$)/, "$1\n") : text,
        size: n === all.length - 1 ? SIZE.hash : SIZE.note,
      })),
    },
  ]);
  return pages(list.title, lang, [
    title(list.title, lang),
    table({ columns: COLUMNS, head: list.columns, rows }, lang),
    ...fillLines(list.footer, lang),
    smallPrint(word("form.note.delete", {}, lang), lang, true),
    smallPrint(`1. ${word("form.evidence.printed_out", {}, lang)}`, lang),
    smallPrint(`2. ${list.note}`, lang),
  ]);
}
