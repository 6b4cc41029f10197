/**
 * What a citation check says to a person, as one of a few answers. Pure (B6).
 *
 * 1. `right` only where the words stand in that very article; without words to check nothing is called right.
 */
import { cite, findCitations, lawName, lawNames, type Citation, type CitationInput, type Pack } from "@recourse/core";

export const answers = [
  "right",
  "not_verbatim",
  "wrong_article",
  "elsewhere",
  "no_quote",
  "too_short",
  "no_article",
  "no_law",
] as const;
export type Answer = (typeof answers)[number];

/** What a person entered. `at`: the day that matters, empty for today's view. */
export interface CitationDraft {
  readonly law: string;
  readonly article: string;
  readonly quote: string;
  readonly at: string;
}

export interface CitationVerdict {
  readonly answer: Answer;
  readonly citation: Citation;
  readonly draft: CitationDraft;
  /** The guide's own citation, where it is this one. */
  readonly guide: Pack["guideCitations"][number] | undefined;
}

const knowsLaw = (pack: Pack, name: string): boolean => lawNames(pack).some((each) => lawName(each) === lawName(name));

function answerOf(pack: Pack, draft: CitationDraft, { id, match }: Citation): Answer {
  if (match === "wrong_article") return id === undefined ? "elsewhere" : "wrong_article";
  if (id === undefined) return knowsLaw(pack, draft.law) ? "no_article" : "no_law";
  if (match === "verbatim") return "right";
  if (match === "not_verbatim") return "not_verbatim";
  return draft.quote.trim() === "" ? "no_quote" : "too_short";
}

/** Checks what was entered. The pack must have its texts. */
export function checkCitation(pack: Pack, draft: CitationDraft, at: CitationInput["at"]): CitationVerdict {
  const citation = cite(pack, {
    law: draft.law,
    article: draft.article,
    quote: draft.quote,
    ...(at === undefined ? {} : { at }),
  });
  const bare = (text: string): string => text.normalize("NFKC").replace(/[\s"“”]/g, "");
  const guide = pack.guideCitations.find(
    (g) => bare(g.quote) === bare(draft.quote) && lawName(g.law) === lawName(draft.law),
  );
  return { answer: answerOf(pack, draft, citation), citation, draft, guide };
}

/** The first citation in a pasted sentence, taken apart; undefined where there is none. */
export function draftFrom(pack: Pack, pasted: string): Omit<CitationDraft, "at"> | undefined {
  const [found] = findCitations(pasted, lawNames(pack));
  return found && { law: found.law, article: String(found.article), quote: found.quote ?? "" };
}
