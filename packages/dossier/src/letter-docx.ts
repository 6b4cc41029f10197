/**
 * The letter and the list of evidence that goes with it as DOCX. Pure.
 *
 * 1. Equal letters give equal bytes.
 */
import type { Lang } from "@recourse/core";
import { cell, heading, pages, paragraph, signature, SIZE, table, title } from "./docx-page.ts";
import { paragraphText, type LetterDocument, type LetterExhibit } from "./letter-document.ts";
import { letterWords } from "./paper-words.ts";
import { oneLine, printable } from "./printable.ts";

/** Number, name, source, what it shows, hash. Units: twentieths of a point. */
const COLUMNS = [750, 2250, 1650, 2620, 1800] as const;

/** A hash in lines of sixteen: one long word would be broken anywhere, or run out of its column. */
const inLines = (hash: string): string => hash.replace(/.{16}(?=.)/g, "$&\n");

const exhibitTable = (exhibits: readonly LetterExhibit[], lang: Lang): ReturnType<typeof table> =>
  table(
    {
      columns: COLUMNS,
      head: letterWords[lang].columns,
      rows: exhibits.map(({ number, name, from, shows, sha256 }) => [
        cell(String(number), { isCentred: true }),
        cell(oneLine(name)),
        cell(printable(from)),
        cell(printable(shows)),
        cell(inLines(sha256), { size: SIZE.hash }),
      ]),
    },
    lang,
  );

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
