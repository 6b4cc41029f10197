/**
 * A letter of the open case as a document that can leave it: sections, signature, list of evidence. Pure.
 *
 * 1. Numbers are those of the letter; exhibits that no sentence uses follow in list order, as core numbers them (A3).
 * 2. Own words name no exhibits, so their numbers are printed behind them; templates name theirs themselves.
 */
import {
  all,
  assessLetters,
  find,
  letterView,
  type Case,
  type Id,
  type Instant,
  type Lang,
  type LetterView,
  type Pack,
  type RecordOf,
} from "@recourse/core";
import { exhibitNames, type BagExhibit, type LetterDocument } from "@recourse/dossier";
import { hasWord, letterRenderer, word } from "@recourse/words";

/** The case as it is, and what judges it. */
export interface PaperFacts {
  readonly of: Case;
  readonly pack: Pack;
  readonly now: Instant;
}

export interface LetterPaper {
  readonly draft: RecordOf<"draft">;
  readonly view: LetterView;
  readonly document: LetterDocument;
}

/** The newest draft that was not sent. */
export function openDraftOf(of: Case): RecordOf<"draft"> | undefined {
  const sent = new Set(all(of, "sentVersion").map((v) => v.draft));
  return all(of, "draft")
    .filter((d) => !sent.has(d.id))
    .toSorted((a, b) => ((a.recordedAt ?? "") < (b.recordedAt ?? "") ? 1 : -1))[0];
}

const listKey = (e: RecordOf<"exhibit">): string => `${e.position ?? "~"}|${e.importedAt}|${e.id}`;

/** The one number orders go by outside; empty where there is none. */
export const orderNoOf = (of: Case): string => all(of, "order").find((o) => o.number.trim() !== "")?.number.trim() ?? "";

function shownBy(of: Case, exhibit: Id, lang: Lang): readonly string[] {
  const links = all(of, "link").filter((l) => l.exhibit === exhibit);
  const said = links.map((l) => {
    if (l.proves !== undefined && l.proves.trim() !== "") return l.proves;
    const element = `element.${l.element}`;
    return hasWord(element) ? word(element, {}, lang) : l.element;
  });
  return [...new Set(said)];
}

/** Rows of a bill that became no record of this case. */
function otherRows(of: Case, e: RecordOf<"exhibit">): number | undefined {
  const rows = e["rowCount"];
  if (typeof rows !== "number") return undefined;
  const seen = new Set(all(of, "sighting").filter((s) => s.exhibit === e.id).map((s) => s.row));
  return Math.max(0, rows - seen.size);
}

/** Every exhibit of the case as it goes into a bundle. */
export function bagExhibits(of: Case, view: LetterView | undefined, lang: Lang): readonly BagExhibit[] {
  const numbers = new Map<Id, number>(view?.exhibits.map((e) => [e.exhibit, e.number]) ?? []);
  const taken = new Set(numbers.values());
  let next = 1;
  const free = (): number => {
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  };
  return all(of, "exhibit")
    .toSorted((a, b) => (listKey(a) < listKey(b) ? -1 : 1))
    .map((e): BagExhibit => {
      const others = otherRows(of, e);
      return {
        exhibit: e.id,
        number: numbers.get(e.id) ?? free(),
        sha256: e.sha256,
        size: e.size,
        name: e.name,
        mediaType: e.mediaType,
        materialType: e.materialType,
        shows: shownBy(of, e.id, lang),
        ...(others === undefined ? {} : { otherRows: others }),
      };
    });
}

/** The letter of `draft`; undefined when it is not there. */
export function letterPaper({ of, pack, now }: PaperFacts, draftId: Id | undefined): LetterPaper | undefined {
  const draft = draftId === undefined ? openDraftOf(of) : find(of, "draft", draftId);
  if (draft === undefined) return undefined;
  const { lang } = draft;
  const view = letterView(of, pack, draft.id, letterRenderer, lang, assessLetters(pack, of, now));
  return { draft, view, document: documentOf(of, view, draft, now) };
}

function documentOf(of: Case, view: LetterView, draft: RecordOf<"draft">, now: Instant): LetterDocument {
  const { lang } = draft;
  const exhibits = bagExhibits(of, view, lang).toSorted((a, b) => a.number - b.number);
  const names = exhibitNames(orderNoOf(of), exhibits);
  const used = new Set(view.exhibits.map((e) => e.exhibit));
  const respondent = all(of, "party").find((p) => p.role === "respondent" && p.name.trim() !== "");
  const claimant = all(of, "party").find((p) => p.role === "claimant" && p.name.trim() !== "");
  const to = respondent === undefined ? [] : [{ text: word("letter.phrase.to", { name: respondent.name }, lang), exhibits: [] }];
  return {
    lang,
    title: word(`letter.title.${draft.kind}`, {}, lang),
    parts: [
      ...(to.length === 0 ? [] : [{ heading: "", paragraphs: to }]),
      ...view.parts.map(({ part, sentences }) => ({
        heading: word(`letter.part.${part}`, {}, lang),
        paragraphs: sentences.flatMap((id) => {
          const s = view.sentences.find((each) => each.id === id);
          if (s === undefined) return [];
          const numbers = s.rewritten ? [...new Set(s.sources.flatMap((r) => r.numbers))].toSorted((a, b) => a - b) : [];
          return [{ text: s.text, exhibits: namesExhibits(s.text) ? [] : numbers }];
        }),
      })),
    ],
    signature: [
      ...(claimant === undefined ? [] : [word("letter.phrase.from", { name: claimant.name }, lang)]),
      word("letter.phrase.signed_on", { on: now }, lang),
    ],
    exhibits: exhibits.flatMap((e, n) => {
      if (!used.has(e.exhibit)) return [];
      const material = `material.${e.materialType}`;
      const kind = hasWord(material) ? word(material, {}, lang) : e.materialType;
      return [{ number: e.number, name: names[n] ?? e.name, sha256: e.sha256, from: `${kind} · ${e.name}`, shows: e.shows.join("；") }];
    }),
  };
}

/** Own words that already say 证据3 need no numbers behind them. */
const namesExhibits = (text: string): boolean => /证据\s*\d|Exhibits?\s+\d/.test(text);
