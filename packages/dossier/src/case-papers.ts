/**
 * From a case to its papers: the letter as a document, the exhibits as a bundle takes them. Pure.
 *
 * 1. Exhibits a letter uses keep its numbers; all others follow in the order they came in.
 * 2. What an exhibit shows comes from its proof links, in words; an exhibit without a link shows nothing (E2).
 */
import { all, info, type Case, type Id, type Instant, type Lang, type LetterView, type RecordOf } from "@recourse/core";
import { dateText, hasWord, word } from "@recourse/words";
import { exhibitNames, type BagExhibit } from "./bag-names.ts";
import type { LetterDocument, LetterExhibit } from "./letter-document.ts";

/** The order number of the case's first order; empty where there is none. */
export const orderNumber = (of: Case): string =>
  all(of, "order").toSorted((a, b) => (a.orderedAt < b.orderedAt ? -1 : 1))[0]?.number ?? "";

/** What the links of an exhibit say it shows, each once. */
export function showsOf(of: Case, exhibit: RecordOf<"exhibit">, lang: Lang): readonly string[] {
  const links = all(of, "link").filter((l) => l.exhibit === exhibit.id);
  const said = links.map(
    (l) =>
      l.proves ??
      (l.code !== undefined && hasWord(l.code) ? word(l.code, {}, lang) : word(`element.${l.element}`, {}, lang)),
  );
  return [...new Set(said)];
}

/** Rows of a bill that belong to nothing in this case. */
function otherRows(of: Case, exhibit: RecordOf<"exhibit">): number | undefined {
  if (exhibit.rowCount === undefined || !all(of, "sighting").some((s) => s.exhibit === exhibit.id)) return undefined;
  const shown = new Set(all(of, "sighting").flatMap((s) => (s.exhibit === exhibit.id ? [s.row] : [])));
  return Math.max(0, exhibit.rowCount - shown.size);
}

/** E14: lists of other people's accounts go to a court, never into what a platform gets (pipl-10, pipl-28). */
export const isWithheld = (of: Case, exhibit: Id): boolean => all(of, "sample").some((s) => s.exhibit === exhibit);

/** Exhibits that stay out of the bundle; screens and the command line name them. */
export const withheldExhibits = (of: Case): readonly RecordOf<"exhibit">[] =>
  all(of, "exhibit").filter((e) => isWithheld(of, e.id));

/** What a bundle for the platform holds: every live exhibit but the withheld ones, numbered as in `view`. */
export const bagExhibits = (of: Case, view: LetterView | undefined, lang: Lang): readonly BagExhibit[] =>
  numberedExhibits(of, view, lang).filter((e) => !isWithheld(of, e.exhibit));

/** Every live exhibit of a case, numbered as in `view` where the letter uses it. */
function numberedExhibits(of: Case, view: LetterView | undefined, lang: Lang): readonly BagExhibit[] {
  const numbers = new Map(view?.exhibits.map((e) => [e.exhibit, e.number]));
  const rest = all(of, "exhibit")
    .filter((e) => !numbers.has(e.id))
    .toSorted((a, b) => (a.importedAt < b.importedAt ? -1 : a.importedAt > b.importedAt ? 1 : a.id < b.id ? -1 : 1));
  let next = Math.max(0, ...numbers.values());
  for (const e of rest) numbers.set(e.id, (next += 1));
  return all(of, "exhibit")
    .map((e): BagExhibit => {
      const rows = otherRows(of, e);
      return {
        exhibit: e.id,
        number: numbers.get(e.id) ?? 0,
        sha256: e.sha256,
        size: e.size,
        name: e.name,
        mediaType: e.mediaType,
        materialType: e.materialType,
        shows: showsOf(of, e, lang),
        ...(rows === undefined ? {} : { otherRows: rows }),
      };
    })
    .toSorted((a, b) => a.number - b.number);
}

/** Where an exhibit comes from, in words: how it came in and when. */
const fromOf = (e: RecordOf<"exhibit">, lang: Lang): string =>
  word("dossier.from", { name: e.name, importedAt: e.importedAt }, lang);

/** A letter as it reads now. `at` is the day under the signature. */
export function letterDocument(of: Case, view: LetterView, kind: string, lang: Lang, at: Instant): LetterDocument {
  const texts = new Map(view.sentences.map((s) => [s.id, s.text]));
  const exhibits = numberedExhibits(of, view, lang);
  const bundled = exhibits.filter((e) => !isWithheld(of, e.exhibit));
  const used = exhibits.filter((e) => view.exhibits.some((x) => x.exhibit === e.exhibit));
  const names = exhibitNames(orderNumber(of), bundled);
  const claimant = all(of, "party").find((p) => p.role === "claimant")?.name;
  const respondent = all(of, "party").find((p) => p.role === "respondent")?.name;
  return {
    lang,
    title: word(`letter.title.${kind}`, {}, lang),
    parts: [
      ...(respondent === undefined
        ? []
        : [
            { heading: "", paragraphs: [{ text: word("letter.phrase.to", { name: respondent }, lang), exhibits: [] }] },
          ]),
      ...view.parts.map((p) => ({
        heading: word(`letter.part.${p.part}`, {}, lang),
        paragraphs: p.sentences
          .map((id) => ({ text: texts.get(id) ?? "", exhibits: [] }))
          .filter((x) => x.text.trim() !== ""),
      })),
    ],
    signature: [word("letter.phrase.from", { name: claimant ?? "" }, lang), dateText(at, lang)],
    exhibits: used.map((e): LetterExhibit => {
      const record = of.live.exhibit[e.exhibit];
      return {
        number: e.number,
        name: names[bundled.indexOf(e)] ?? word("dossier.withheld", { name: e.name }, lang),
        sha256: e.sha256,
        from: record ? fromOf(record, lang) : "",
        shows: e.shows.join(lang === "en" ? "; " : "；"),
      };
    }),
  };
}

/** What a file of the case is called for people: its title, or the order number. */
export const caseTitle = (of: Case): string => info(of)?.title ?? orderNumber(of);
