/**
 * A formal paper as DOCX: one table, a shaded row above each part, room for what is written by hand. Pure.
 *
 * 1. Equal papers give equal bytes.
 */
import { cell, pages, paragraph, SIZE, smallPrint, table, title, type Cell, type Stretch } from "./docx-page.ts";
import { enclosedText, hintText, type FormDocument, type FormPart, type FormRow } from "./form-document.ts";
import { oneLine } from "./printable.ts";
import { word } from "@recourse/words";
import type { Lang } from "@recourse/core";

/** Label, value. Units: twentieths of a point. */
const COLUMNS = [2370, 6700] as const;

const headRow = ({ title: name }: FormPart): readonly Cell[] => [
  { lines: [{ text: oneLine(name), isHeading: true }], isShaded: true, span: 2, isLeading: true },
];

function valueCell({ lines, hint }: FormRow, lang: Lang): Cell {
  const told = lines.map((text): Stretch => ({ text }));
  const aside = hintText(hint, lang);
  const written: readonly Stretch[] = aside === "" ? [] : [{ text: aside, isHint: true, size: SIZE.note }];
  const all = [...told, ...written];
  return { lines: all.length === 0 ? [{ text: "" }] : all };
}

/** The whole paper. */
export function formDocx(doc: FormDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { lang } = doc;
  const made = doc.parts.flatMap((part) => [
    { cells: headRow(part), isTall: false },
    ...part.rows.map((r) => ({ cells: [cell(oneLine(r.label)), valueCell(r, lang)], isTall: r.isSigned })),
  ]);
  const tall = new Set(made.flatMap(({ isTall }, n) => (isTall ? [n] : [])));
  const enclosed = enclosedText(doc.enclosed, lang);
  const notes =
    doc.notes.length === 0
      ? []
      : [
          smallPrint(word("form.note.delete", {}, lang), lang, true),
          ...doc.notes.map((each, n) => smallPrint(`${n + 1}. ${oneLine(each)}`, lang)),
        ];
  return pages(doc.title, lang, [
    title(doc.title, lang),
    table({ columns: COLUMNS, rows: made.map(({ cells }) => cells), maySplit: true, tall }, lang),
    ...(enclosed === "" ? [] : [paragraph("", lang), paragraph(enclosed, lang)]),
    ...notes,
  ]);
}
