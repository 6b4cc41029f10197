/**
 * A letter of the open case, read anew as it leaves the house. Pure.
 *
 * 1. The letter is judged by the whole law (B6): a quote can only be checked against its text.
 */
import {
  all,
  assessLetters,
  find,
  letterView,
  type Case,
  type Id,
  type Instant,
  type LetterView,
  type Pack,
  type RecordOf,
} from "@recourse/core";
import { letterDocument, type LetterDocument } from "@recourse/dossier";
import { letterRenderer } from "@recourse/words";

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

/** The letter of `draft`, else the open one; undefined when it is not there. */
export function letterPaper({ of, pack, now }: PaperFacts, draftId: Id | undefined): LetterPaper | undefined {
  const draft = draftId === undefined ? openDraftOf(of) : find(of, "draft", draftId);
  if (draft === undefined) return undefined;
  const { lang, kind } = draft;
  const view = letterView(of, pack, draft.id, letterRenderer, lang, assessLetters(pack, of, now));
  return { draft, view, document: letterDocument(of, view, kind, lang, now) };
}
