/**
 * A formal paper as it leaves the house: parts of rows, what goes along, notes for the person. Pure data, and its plain text.
 *
 * 1. Callers give a `FormView` of core; nothing is taken from the case here.
 * 2. What is missing or written by hand leaves its place empty and says so: nothing is ever filled in to look whole.
 */
import type { FormField, FormView, Lang } from "@recourse/core";
import { say, word } from "@recourse/words";
import { letterWords } from "./paper-words.ts";
import { oneLine, printable } from "./printable.ts";

export interface FormRow {
  readonly label: string;
  /** One paragraph each; empty where the person writes. */
  readonly lines: readonly string[];
  /** What stands in the empty place until somebody writes there. */
  readonly hint: string;
  /** Room for a signature. */
  readonly isSigned: boolean;
}

export interface FormPart {
  readonly title: string;
  readonly rows: readonly FormRow[];
}

export interface FormDocument {
  readonly lang: Lang;
  /** 投诉登记表. */
  readonly title: string;
  readonly parts: readonly FormPart[];
  readonly enclosed: readonly string[];
  /** For the person, not for the office. */
  readonly notes: readonly string[];
}

// Behind the words, as printed forms have them: a box at the start of a line takes the Latin font and another size.
const TICKED = "☑";
const OPEN = "□";

const choiceLine = ({ choices }: FormField): readonly string[] =>
  choices.length === 0 ? [] : [choices.map((c) => `${c.label}${c.chosen ? TICKED : OPEN}`).join("　　")];

function hintOf(field: FormField, lang: Lang): string {
  if (field.note !== undefined) return say(field.note, lang);
  if (field.state === "theirs") return word("form.theirs", {}, lang);
  return field.state === "missing" && field.missing?.required === true ? word("form.to_fill", {}, lang) : "";
}

/** A sentence of the letter may begin with what the label says already. */
const unlabelled = (line: string, label: string, lang: Lang): string => {
  const start = `${label}${letterWords[lang].colon}`;
  return line.startsWith(start) ? line.slice(start.length) : line;
};

const rowOf = (field: FormField, lang: Lang): FormRow => ({
  label: field.label,
  lines: [...choiceLine(field), ...field.value.map((m) => unlabelled(say(m, lang), field.label, lang))],
  hint: hintOf(field, lang),
  isSigned: field.need === "signature" || field.need === "not_needed_online",
});

/** The paper in words. */
export const formDocument = (view: FormView, lang: Lang): FormDocument => ({
  lang,
  title: view.title,
  parts: view.sections.map((s) => ({ title: s.title, rows: s.fields.map((f) => rowOf(f, lang)) })),
  enclosed: view.enclosures.map((m) => say(m, lang)),
  notes: [view.note, ...view.notes.map((m) => say(m, lang))],
});

/** `（自己填写）` · ` (write this yourself)`; nothing for no hint. */
export const hintText = (hint: string, lang: Lang): string =>
  hint === "" ? "" : lang === "en" ? `(${oneLine(hint)})` : `（${oneLine(hint)}）`;

const BLANK = "________";

function rowText({ label, lines, hint }: FormRow, lang: Lang): string {
  const { colon } = letterWords[lang];
  const told = lines.map((line) => printable(line).trim()).filter((line) => line !== "");
  const head = `${oneLine(label)}${colon}`;
  const aside = hintText(hint, lang);
  if (told.length === 0) return `${head}${BLANK}${aside}`;
  return told.length === 1 ? `${head}${told[0] ?? ""}${aside}` : [head.trimEnd(), ...told].join("\n");
}

/** What goes along: `随附：1. 证据清单和证据；2. …`. */
export function enclosedText(enclosed: readonly string[], lang: Lang): string {
  if (enclosed.length === 0) return "";
  const list = enclosed.map((each, n) => `${n + 1}. ${oneLine(each)}`).join(lang === "en" ? "; " : "；");
  return `${word("form.enclosed", {}, lang)}${letterWords[lang].colon}${list}`;
}

/** The paper as plain text, for the fields of a page or an e-mail. Ends with a line break. */
export function formText(doc: FormDocument): string {
  const { lang } = doc;
  const parts = doc.parts.map(({ title, rows }) =>
    [lang === "en" ? `[${oneLine(title)}]` : `【${oneLine(title)}】`, ...rows.map((r) => rowText(r, lang))].join("\n"),
  );
  const notes =
    doc.notes.length === 0
      ? ""
      : [word("form.note.delete", {}, lang), ...doc.notes.map((each) => `- ${oneLine(each)}`)].join("\n");
  const blocks = [oneLine(doc.title), ...parts, enclosedText(doc.enclosed, lang), notes];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}
