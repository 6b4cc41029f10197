/**
 * A letter as it leaves the house: title, parts, signature, list of evidence. Pure data, and its plain text.
 *
 * 1. Callers build it from the letter's sentences; nothing is computed from facts here.
 * 2. Exhibit numbers are those of the sent version (A3); the text and the DOCX say the same words.
 *
 * Source: A2, A3, `spc-evidence-2019-19` (number, source, what it shows).
 */
import type { Lang, Sha256 } from "@recourse/core";
import { letterWords } from "./paper-words.ts";
import { oneLine, printable } from "./printable.ts";

export interface LetterParagraph {
  readonly text: string;
  /** Numbers named behind the paragraph; empty where its own words name them. */
  readonly exhibits: readonly number[];
}

export interface LetterSection {
  readonly heading: string;
  readonly paragraphs: readonly LetterParagraph[];
}

/** One line of the list of evidence. */
export interface LetterExhibit {
  readonly number: number;
  /** As the file is called in the bundle. */
  readonly name: string;
  readonly sha256: Sha256;
  /** Where it comes from: 支付宝导出, 本人截图. */
  readonly from: string;
  /** What it shows. */
  readonly shows: string;
}

export interface LetterDocument {
  readonly lang: Lang;
  /** 退款申请书. */
  readonly title: string;
  readonly parts: readonly LetterSection[];
  /** Lines above the signature: applicant, date. */
  readonly signature: readonly string[];
  readonly exhibits: readonly LetterExhibit[];
}

/** A paragraph with its exhibits, as both forms print it. */
export function paragraphText({ text, exhibits }: LetterParagraph, lang: Lang): string {
  const words = letterWords[lang];
  const see = exhibits.length === 0 ? "" : words.see(exhibits.map(words.exhibit));
  return `${printable(text).trim()}${see}`;
}

function exhibitText({ number, name, sha256, from, shows }: LetterExhibit, lang: Lang): string {
  const words = letterWords[lang];
  const facts = [
    [words.from, from],
    [words.shows, shows],
    ["SHA-256", sha256],
  ] as const;
  const told = facts.filter(([, value]) => oneLine(value) !== "");
  return [
    `${words.exhibit(number)}${lang === "en" ? " " : "　"}${oneLine(name)}`,
    ...told.map(([label, value]) => `    ${label}${words.colon}${oneLine(value)}`),
  ].join("\n");
}

/** The letter as plain text, for a form's text field or an e-mail. Ends with a line break. */
export function letterText(doc: LetterDocument): string {
  const parts = doc.parts.map(({ heading, paragraphs }) =>
    [oneLine(heading), ...paragraphs.map((paragraph) => paragraphText(paragraph, doc.lang))].filter(Boolean).join("\n"),
  );
  const list =
    doc.exhibits.length === 0
      ? []
      : [
          [letterWords[doc.lang].exhibitList, ...doc.exhibits.map((exhibit) => exhibitText(exhibit, doc.lang))].join(
            "\n",
          ),
        ];
  const blocks = [oneLine(doc.title), ...parts, doc.signature.map(oneLine).join("\n"), ...list];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}
