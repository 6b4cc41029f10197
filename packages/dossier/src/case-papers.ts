/**
 * From a case to its papers: the letter as a document, the exhibits as a bundle takes them. Pure.
 *
 * 1. Exhibits a letter uses keep its numbers; all others follow in the order they came in.
 * 2. What an exhibit shows comes from its proof links, in words; an exhibit without a link shows nothing (E2).
 */
import {
  all,
  find,
  info,
  isForMinor,
  type Case,
  type Instant,
  type Lang,
  type LetterPart,
  type LetterView,
  type RecordOf,
} from "@recourse/core";
import { dateText, hasWord, word } from "@recourse/words";
import { exhibitNames, type BagExhibit } from "./bag-names.ts";
import { withheldReason, type ProfileChoice, type WithheldReason } from "./bundle-profile.ts";
import type { EvidenceRow } from "./evidence-list.ts";
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

/** What a bundle is when nobody says for whom: the strictest that still holds exhibits. */
const FOR_PLATFORM: ProfileChoice = { profile: "platform" };

/** An exhibit that stays out of a bundle, and why. */
export interface WithheldExhibit {
  readonly exhibit: RecordOf<"exhibit">;
  readonly reason: WithheldReason;
}

/** What stays out for this reader; screens name each with its reason. */
export const withheldFrom = (of: Case, choice: ProfileChoice): readonly WithheldExhibit[] =>
  all(of, "exhibit").flatMap((exhibit) => {
    const reason = withheldReason(of, exhibit, choice);
    return reason === undefined ? [] : [{ exhibit, reason }];
  });

/** Exhibits that stay out of the bundle; screens and the command line name them. */
export const withheldExhibits = (of: Case, choice: ProfileChoice = FOR_PLATFORM): readonly RecordOf<"exhibit">[] =>
  withheldFrom(of, choice).map((w) => w.exhibit);

/** What a bundle for this reader holds: every live exhibit but the withheld ones, numbered as in `view`. */
export function bagExhibits(
  of: Case,
  view: LetterView | undefined,
  lang: Lang,
  choice: ProfileChoice = FOR_PLATFORM,
): readonly BagExhibit[] {
  const out = new Set(withheldExhibits(of, choice).map((e) => e.id));
  return numberedExhibits(of, view, lang).filter((e) => !out.has(e.exhibit));
}

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

/** An exhibit as a list names it. */
interface Listed {
  readonly exhibit: BagExhibit;
  /** In the bundle, or why it is not there. */
  readonly name: string;
  readonly record: RecordOf<"exhibit"> | undefined;
  readonly isWithheld: boolean;
}

function listed(of: Case, view: LetterView | undefined, lang: Lang, choice: ProfileChoice): readonly Listed[] {
  const withheld = new Map(withheldFrom(of, choice).map((w) => [w.exhibit.id, w.reason]));
  const exhibits = numberedExhibits(of, view, lang);
  const bundled = exhibits.filter((e) => !withheld.has(e.exhibit));
  const names = exhibitNames(orderNumber(of), bundled);
  return exhibits.map((exhibit) => {
    const reason = withheld.get(exhibit.exhibit);
    const code = reason === "others" || reason === "text_only" ? "dossier.withheld" : "dossier.withheld.identity";
    const name =
      reason === undefined
        ? (names[bundled.indexOf(exhibit)] ?? exhibit.name)
        : word(code, { name: exhibit.name }, lang);
    return { exhibit, name, record: of.live.exhibit[exhibit.exhibit], isWithheld: reason !== undefined };
  });
}

const inLine = (texts: readonly string[], lang: Lang): string => texts.join(lang === "en" ? "; " : "；");

/** Lines of the list of evidence: everything in the bundle, and what the letter names although it stays out. */
export function evidenceRows(
  of: Case,
  view: LetterView | undefined,
  lang: Lang,
  choice: ProfileChoice,
): readonly EvidenceRow[] {
  const named = new Set(view?.exhibits.map((e) => e.exhibit));
  return listed(of, view, lang, choice)
    .filter((e) => !e.isWithheld || named.has(e.exhibit.exhibit))
    .map(({ exhibit, name, record }) => ({
      number: exhibit.number,
      name,
      from: record ? fromOf(record, lang) : "",
      shows: inLine(exhibit.shows, lang),
      sha256: exhibit.sha256,
      isRecording: /^(?:audio|video)\//.test(exhibit.mediaType),
    }));
}

/** Some kinds head their parts in their own words. */
function headingOf(kind: string, part: LetterPart, lang: Lang): string {
  const own = `letter.part.${kind}.${part}`;
  return word(hasWord(own) ? own : `letter.part.${part}`, {}, lang);
}

/** Letters to the other side itself; all others go to somebody who decides or reads. */
const toThem: ReadonlySet<string> = new Set(["application", "reminder1", "reminder2", "demand", "termination"]);

function addressee(of: Case, view: LetterView, kind: string): string | undefined {
  if (kind === "post") return undefined;
  if (toThem.has(kind)) return all(of, "party").find((p) => p.role === "respondent")?.name;
  return find(of, "filing", find(of, "draft", view.draft)?.filing)?.authority;
}

function signatureLines(of: Case, kind: string, lang: Lang, at: Instant): readonly string[] {
  const claimant = all(of, "party").find((p) => p.role === "claimant")?.name ?? "";
  const guardian = isForMinor(of) ? all(of, "party").find((p) => p.role === "guardian")?.name : undefined;
  const code = hasWord(`dossier.signed.${kind}`) ? `dossier.signed.${kind}` : "letter.phrase.from";
  return [
    // What is published is signed by nobody.
    ...(kind === "post" ? [] : [word(code, { name: claimant }, lang)]),
    ...(guardian === undefined ? [] : [word("dossier.signed.guardian", { name: guardian }, lang)]),
    dateText(at, lang),
  ];
}

/** A letter as it reads now. `at` is the day under the signature. */
export function letterDocument(
  of: Case,
  view: LetterView,
  kind: string,
  lang: Lang,
  at: Instant,
  choice: ProfileChoice = FOR_PLATFORM,
): LetterDocument {
  const texts = new Map(view.sentences.map((s) => [s.id, s.text]));
  const used = listed(of, view, lang, choice).filter((e) => view.exhibits.some((x) => x.exhibit === e.exhibit.exhibit));
  const to = addressee(of, view, kind);
  return {
    lang,
    title: word(`letter.title.${kind}`, {}, lang),
    parts: [
      ...(to === undefined
        ? []
        : [{ heading: "", paragraphs: [{ text: word("letter.phrase.to", { name: to }, lang), exhibits: [] }] }]),
      ...view.parts.map((p) => ({
        heading: headingOf(kind, p.part, lang),
        paragraphs: p.sentences
          .map((id) => ({ text: texts.get(id) ?? "", exhibits: [] }))
          .filter((x) => x.text.trim() !== ""),
      })),
    ],
    signature: signatureLines(of, kind, lang, at),
    exhibits: used.map(({ exhibit, name, record }): LetterExhibit => ({
      number: exhibit.number,
      name,
      sha256: exhibit.sha256,
      from: record ? fromOf(record, lang) : "",
      shows: inLine(exhibit.shows, lang),
    })),
  };
}

/** What a file of the case is called for people: its title, or the order number. */
export const caseTitle = (of: Case): string => info(of)?.title ?? orderNumber(of);
