/**
 * The parts every paper is made of, as DOCX: runs, headings, paragraphs, tables, pages. Pure.
 *
 * 1. Every run names an East-Asian font (宋体, headings 黑体) beside Times New Roman, and says that its quotation marks are
 *    Chinese: without it Word takes them from the Latin font.
 * 2. A4; tables have a fixed layout, and their header row is repeated on every page.
 * 3. Equal papers give equal bytes.
 */
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  HeightRule,
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
import { letterWords } from "./paper-words.ts";
import { oneLine, printable } from "./printable.ts";

/** Units: twentieths of a point. A4, margins of 2.5 cm. */
const PAGE = { width: 11906, height: 16838, margin: 1418 } as const;
/** What the columns of a table add up to. Units: twentieths of a point. */
export const TABLE_WIDTH = 9070;
/** Units: half points: 小四, 四号, 小二, 小五, and hashes small enough for four lines of sixteen. */
export const SIZE = { text: 24, heading: 28, title: 36, footer: 18, table: 21, note: 18, hash: 14 } as const;
const ONE_AND_A_HALF_LINES = 360;
const TWO_CHARACTERS = 480;

const latin = "Times New Roman";
/** Hints on a form that the person overwrites. */
const GREY = "7A7A7A";

export interface RunStyle {
  readonly isHeading?: boolean;
  readonly isHint?: boolean;
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
function runs(
  text: string,
  lang: Lang,
  { isHeading = false, isHint = false, size = SIZE.text }: RunStyle = {},
): readonly TextRun[] {
  return printable(text)
    .split("\n")
    .map(
      (line, n) =>
        new TextRun({
          text: line,
          font: font(lang, isHeading),
          size,
          ...(isHint ? { color: GREY } : {}),
          ...(n === 0 ? {} : { break: 1 }),
        }),
    );
}

/** The title of a paper. */
export const title = (text: string, lang: Lang): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 240 },
    children: [...runs(oneLine(text), lang, { isHeading: true, size: SIZE.title })],
  });

/** The heading of a part, kept with what follows. */
export const heading = (text: string, lang: Lang): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 240, after: 120 },
    children: [...runs(oneLine(text), lang, { isHeading: true, size: SIZE.heading })],
  });

/** Running text; Chinese begins two characters in. */
export const paragraph = (text: string, lang: Lang): Paragraph =>
  new Paragraph({
    spacing: { line: ONE_AND_A_HALF_LINES },
    ...(lang === "en" ? {} : { indent: { firstLine: TWO_CHARACTERS } }),
    children: [...runs(text, lang)],
  });

/** Small grey text: what the person reads and deletes. */
export const smallPrint = (text: string, lang: Lang, isFirst = false): Paragraph =>
  new Paragraph({
    spacing: { before: isFirst ? 360 : 40 },
    children: [...runs(text, lang, { isHint: true, size: SIZE.note })],
  });

/** Lines at the right: applicant, date. */
export const signature = (lines: readonly string[], lang: Lang): readonly Paragraph[] =>
  lines.map(
    (line, n) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        keepLines: true,
        spacing: { line: ONE_AND_A_HALF_LINES, ...(n === 0 ? { before: 480 } : {}) },
        children: [...runs(oneLine(line), lang)],
      }),
  );

/** A line to write behind, or one that is written already. */
export interface FillLine {
  readonly label: string;
  readonly value: string;
}

/** Lines at the left, with room to write. */
export const fillLines = (lines: readonly FillLine[], lang: Lang): readonly Paragraph[] =>
  lines.map(
    ({ label, value }, n) =>
      new Paragraph({
        keepLines: true,
        spacing: { line: ONE_AND_A_HALF_LINES, ...(n === 0 ? { before: 360 } : {}) },
        children: [...runs(`${oneLine(label)}${letterWords[lang].colon}${oneLine(value)}`, lang)],
      }),
  );

/** A stretch of a cell in one style. */
export interface Stretch extends RunStyle {
  readonly text: string;
}

/** `lines`: one paragraph each. `span`: columns it takes. */
export interface Cell {
  readonly lines: readonly Stretch[];
  readonly isCentred?: boolean;
  readonly isShaded?: boolean;
  readonly span?: number;
  /** Stays on the page of the next row. */
  readonly isLeading?: boolean;
}

/** A cell of one text. */
export const cell = (text: string, style: RunStyle & { readonly isCentred?: boolean } = {}): Cell => {
  const { isCentred = false, ...run } = style;
  return { lines: [{ text, ...run }], isCentred };
};

export interface TableSpec {
  /** Units: twentieths of a point; their sum is `TABLE_WIDTH`. */
  readonly columns: readonly number[];
  /** Repeated on every page. */
  readonly head?: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Long texts may run over a page. */
  readonly maySplit?: boolean;
  /** Rows with room to sign in. */
  readonly tall?: ReadonlySet<number>;
}

/** Units: twentieths of a point; 1.4 cm. */
const TALL = 800;

const widthOf = (columns: readonly number[], from: number, span: number): number =>
  columns.slice(from, from + span).reduce((sum, width) => sum + width, 0);

function row(cells: readonly Cell[], spec: TableSpec, lang: Lang, isHeader: boolean, isTall = false): TableRow {
  let column = 0;
  const made = cells.map(({ lines, isCentred = false, isShaded = isHeader, span = 1, isLeading = false }) => {
    const size = widthOf(spec.columns, column, span);
    column += span;
    return new TableCell({
      width: { size, type: WidthType.DXA },
      ...(span === 1 ? {} : { columnSpan: span }),
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      verticalAlign: VerticalAlignTable.CENTER,
      ...(isShaded ? { shading: { fill: "EDEDED", type: ShadingType.CLEAR } } : {}),
      children: lines.map(
        ({ text, ...style }) =>
          new Paragraph({
            alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
            ...(isLeading ? { keepNext: true } : {}),
            children: [...runs(text, lang, { size: SIZE.table, ...style })],
          }),
      ),
    });
  });
  return new TableRow({
    tableHeader: isHeader,
    cantSplit: spec.maySplit !== true || isHeader,
    ...(isTall ? { height: { value: TALL, rule: HeightRule.ATLEAST } } : {}),
    children: made,
  });
}

/** A table of fixed columns. */
export function table(spec: TableSpec, lang: Lang): Table {
  const head = spec.head?.map((text) => cell(text, { isCentred: true, isHeading: true }));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    columnWidths: spec.columns,
    rows: [
      ...(head === undefined ? [] : [row(head, spec, lang, true)]),
      ...spec.rows.map((cells, n) => row(cells, spec, lang, false, spec.tall?.has(n) === true)),
    ],
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

/** The pages of a paper → its file. */
export function pages(
  name: string,
  lang: Lang,
  children: readonly (Paragraph | Table)[],
): Promise<Uint8Array<ArrayBuffer>> {
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
