/**
 * A letter of the open case as it leaves the house: a draft read anew, or what was sent, as it was sent. Pure.
 *
 * 1. A draft is judged by the whole law (B6): a quote can only be checked against its text.
 * 2. What was sent keeps its words, its numbers and its day (A3), whatever the case says now.
 */
import {
  all,
  assessLetters,
  find,
  letterView,
  LetterPartSchema,
  startOf,
  type Case,
  type Id,
  type Instant,
  type LetterView,
  type Pack,
  type RecordOf,
  type When,
} from "@recourse/core";
import { letterDocument, type LetterDocument } from "@recourse/dossier";
import { letterRenderer, word } from "@recourse/words";

/** The case as it is, and what judges it. */
export interface PaperFacts {
  readonly of: Case;
  readonly pack: Pack;
  readonly now: Instant;
}

export interface LetterPaper {
  readonly view: LetterView;
  readonly document: LetterDocument;
  /** What keeps it from going out; nothing does once it was sent. */
  readonly blocks: number;
}

const newestFirst = (
  a: { readonly recordedAt?: string | undefined },
  b: { readonly recordedAt?: string | undefined },
): number => ((a.recordedAt ?? "") < (b.recordedAt ?? "") ? 1 : -1);

/** The letter a bundle takes along: the newest draft that was not sent, else the newest that was. */
function currentDraft(of: Case): RecordOf<"draft"> | undefined {
  const drafts = all(of, "draft").toSorted(newestFirst);
  const sent = new Set(all(of, "sentVersion").map((v) => v.draft));
  return drafts.find((d) => !sent.has(d.id)) ?? drafts[0];
}

/** The letter of `draft`, else the current one; undefined when there is none. `at`: the day under it, today where absent. */
export function letterPaper(
  { of, pack, now }: PaperFacts,
  draftId: Id | undefined,
  at?: When,
): LetterPaper | undefined {
  const draft = draftId === undefined ? currentDraft(of) : find(of, "draft", draftId);
  if (draft === undefined) return undefined;
  const { lang, kind } = draft;
  const view = letterView(of, pack, draft.id, letterRenderer, lang, assessLetters(pack, of, now));
  const sent = all(of, "sentVersion").find((v) => v.draft === draft.id);
  if (sent !== undefined) return sentPaper(of, view, draft, sent);
  const document = letterDocument(of, view, kind, lang, at === undefined ? now : startOf(at));
  return { view, document, blocks: view.problems.filter((p) => p.severity === "block").length };
}

function sentPaper(
  of: Case,
  view: LetterView,
  { lang, kind }: RecordOf<"draft">,
  sent: RecordOf<"sentVersion">,
): LetterPaper {
  const asSent: LetterView = { ...view, exhibits: sent.exhibits };
  const whole = letterDocument(of, asSent, kind, lang, startOf(sent.at));
  const told = LetterPartSchema.options.flatMap((part) => {
    const paragraphs = sent.sentences.filter((s) => s.part === part).map((s) => ({ text: s.text, exhibits: [] }));
    return paragraphs.length === 0 ? [] : [{ heading: word(`letter.part.${part}`, {}, lang), paragraphs }];
  });
  const addressed = whole.parts.filter((p) => p.heading === "");
  return { view: asSent, document: { ...whole, parts: [...addressed, ...told] }, blocks: 0 };
}
