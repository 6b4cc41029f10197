/**
 * Citations of law in a letter: what stands behind each. Pure (B6).
 *
 * 1. A letter cites only what is verified and was law on the day that matters; a quote has to be verbatim.
 */
import type { CivilDate } from "../time.ts";
import type { Pack } from "../pack/pack.ts";
import { cite } from "../grounds/citation.ts";
import { findCitations, lawNames } from "../grounds/citation-text.ts";
import type { Span } from "./fold.ts";

/** One citation that may not stand in a letter. */
export interface CitationFinding extends Span {
  readonly reason: "unknown" | "disputed" | "unverified" | "not_in_force" | "wrong_article" | "not_verbatim";
  readonly law: string;
  readonly article: number;
  /** Provision ids of what may have been meant, nearest first. */
  readonly nearest: readonly string[];
}

export type CitationChecker = (text: string) => readonly CitationFinding[];

/** Checks against a pack, at the day whose law counts. */
export function citationChecker(pack: Pack, on: CivilDate): CitationChecker {
  const laws = lawNames(pack);
  return (text) =>
    findCitations(text, laws).flatMap((c) => {
      const result = cite(pack, { law: c.law, article: c.article, quote: c.quote, at: on });
      const reason = faultOf(result, c.quote);
      return reason === undefined
        ? []
        : [
            {
              start: c.start,
              end: c.end,
              reason,
              law: c.law,
              article: c.article,
              nearest: result.nearest.map((n) => n.id),
            },
          ];
    });
}

function faultOf(c: ReturnType<typeof cite>, quote: string | undefined): CitationFinding["reason"] | undefined {
  if (c.check === "disputed") return "disputed";
  if (c.id === undefined) return c.match === "wrong_article" ? "wrong_article" : "unknown";
  if (c.match === "wrong_article" || c.match === "not_verbatim") return c.match;
  if (c.force !== "in-force") return "not_in_force";
  if (c.check !== "verified") return "unverified";
  // Without the texts nobody knows whether the quote is right.
  return quote !== undefined && c.match !== "verbatim" ? "unverified" : undefined;
}
