/**
 * The letter and the list of evidence as DOCX. Pure.
 *
 * 1. Every run names an East-Asian font (宋体, headings 黑体) beside Times New Roman, and says that its quotation marks are
 *    Chinese: without it Word takes them from the Latin font.
 * 2. A4; tables have a fixed layout, and their header row is repeated on every page.
 * 3. Equal letters give equal bytes.
 */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Lang } from "@recourse/core";
import { docxBytes } from "./docx-bytes.ts";
import { paragraphText, type LetterDocument, type LetterExhibit } from "./letter-document.ts";
import { letterWords } from "./paper-words.ts";
import { oneLine, printable } from "./printable.ts";

/** Units: twentieths of a point. A4, margins of 2.5 cm. */
const PAGE = { width: 11906, height: 16838, margin: 1418 } as const;
const COLUMNS = [750, 2250, 1650, 2620, 1800] as const;
const TABLE_WIDTH = 9070;
/** Units: half points: 小四, 四号, 小二, 小五, and hashes small enough for four lines of sixteen. */
const SIZE = { text: 24, heading: 28, title: 36, footer: 18, table: 21, hash: 14 } as const;
const ONE_AND_A_HALF_LINES = 360;
const TWO_CHARACTERS = 480;

const latin = "Times New Roman";

interface RunStyle {
  readonly isHeading?: boolean;
  readonly size?: number;
}

const font = (lang: Lang, isHeading: boolean) => ({
  ascii: latin,
  hAnsi: latin,
  cs: latin,
  eastAsia: isHeading ? "黑体" : "宋体",
  ...(lang === "en" ? {} : { hint: "eastAsia" }),
});

/** Runs of one text; a line break in it is a line break on paper. */
function runs(text: string, lang: Lang, { isHeading = false, size = SIZE.text }: RunStyle = {}): readonly TextRun[] {
  return printable(text)
    .split("\n")
    .map((line, n) => new TextRun({ text: line, font: font(lang, isHeading), size, ...(n === 0 ? {} : { break: 1 }) }));
}

const title = (text: string, lang: Lang): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 240 },
    children: [...runs(oneLine(text), lang, { isHeading: true, size: SIZE.title })],
  });

const heading = (text: string, lang: Lang): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 240, after: 120 },
    children: [...runs(oneLine(text), lang, { isHeading: true, size: SIZE.heading })],
  });

const paragraph = (text: string, lang: Lang): Paragraph =>
  new Paragraph({
    spacing: { line: ONE_AND_A_HALF_LINES },
    ...(lang === "en" ? {} : { indent: { firstLine: TWO_CHARACTERS } }),
    children: [...runs(text, lang)],
  });

const signature = (lines: readonly string[], lang: Lang): readonly Paragraph[] =>
  lines.map(
    (line, n) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        keepLines: true,
        spacing: { line: ONE_AND_A_HALF_LINES, ...(n === 0 ? { before: 480 } : {}) },
        children: [...runs(oneLine(line), lang)],
      }),
  );

interface Cell extends RunStyle {
  readonly text: string;
  readonly isCentred?: boolean;
}

const row = (cells: readonly Cell[], lang: Lang, isHeader: boolean): TableRow =>
  new TableRow({
    tableHeader: isHeader,
    cantSplit: true,
    children: cells.map(
      ({ text, isCentred = false, ...style }, column) =>
        new TableCell({
          width: { size: COLUMNS[column] ?? 0, type: WidthType.DXA },
          margins: { top: 60, bottom: 60, left: 80, right: 80 },
          verticalAlign: VerticalAlignTable.CENTER,
          ...(isHeader ? { shading: { fill: "EDEDED", type: ShadingType.CLEAR } } : {}),
          children: [
            new Paragraph({
              alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
              children: [...runs(text, lang, { size: SIZE.table, ...style })],
            }),
          ],
        }),
    ),
  });

/** A hash in lines of sixteen: one long word would be broken anywhere, or run out of its column. */
const inLines = (hash: string): string => hash.replace(/.{16}(?=.)/g, "$&\n");

function exhibitTable(exhibits: readonly LetterExhibit[], lang: Lang): Table {
  const head = letterWords[lang].columns.map((text) => ({ text, isCentred: true, isHeading: true }));
  const body = exhibits.map(({ number, name, from, shows, sha256 }) =>
    row(
      [
        { text: String(number), isCentred: true },
        { text: oneLine(name) },
        { text: printable(from) },
        { text: printable(shows) },
        { text: inLines(sha256), size: SIZE.hash },
      ],
      lang,
      false,
    ),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    columnWidths: COLUMNS,
    rows: [row(head, lang, true), ...body],
  });
}

function footer(lang: Lang): Footer {
  const [before, between, after] = letterWords[lang].page;
  const numbers = [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: numbers, font: font(lang, false), size: SIZE.footer })],
      }),
    ],
  });
}

function pages(name: string, lang: Lang, children: readonly (Paragraph | Table)[]): Promise<Uint8Array<ArrayBuffer>> {
  const style = (isHeading: boolean, size: number) => ({
    run: { font: font(lang, isHeading), size, color: "000000", bold: false },
  });
  const document = new Document({
    styles: {
      default: {
        document: {
          run: {
            font: font(lang, false),
            size: SIZE.text,
            language: { value: lang === "en" ? "en-GB" : "en-US", eastAsia: "zh-CN" },
          },
        },
        title: style(true, SIZE.title),
        heading1: style(true, SIZE.heading),
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        footers: { default: footer(lang) },
        children: [...children],
      },
    ],
  });
  return docxBytes(document, { title: name, lang });
}

/** The whole letter: title, parts, signature, and the list of evidence where there is any. */
export function letterDocx(doc: LetterDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { lang } = doc;
  const parts = doc.parts.flatMap((part) => [
    ...(oneLine(part.heading) === "" ? [] : [heading(part.heading, lang)]),
    ...part.paragraphs.map((each) => paragraph(paragraphText(each, lang), lang)),
  ]);
  const list =
    doc.exhibits.length === 0 ? [] : [heading(letterWords[lang].exhibitList, lang), exhibitTable(doc.exhibits, lang)];
  return pages(doc.title, lang, [title(doc.title, lang), ...parts, ...signature(doc.signature, lang), ...list]);
}

/** The list of evidence as a paper of its own, signed like the letter (`spc-evidence-2019-19`). */
export function exhibitListDocx(doc: LetterDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { lang } = doc;
  const name = letterWords[lang].exhibitList;
  return pages(name, lang, [title(name, lang), exhibitTable(doc.exhibits, lang), ...signature(doc.signature, lang)]);
}
