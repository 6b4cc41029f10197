/**
 * A letter as it may be published: every line masked, no list of evidence, no hash. Pure (P1, P2).
 *
 * 1. The names of files, which carry order numbers, and their fingerprints, which lead to the originals, are left out.
 */
import type { LetterDocument } from "./letter-document.ts";
import { mergedMasked, redactText, type Masked, type RedactOptions } from "./redact-text.ts";
import type { RedactionTerms } from "./redact-terms.ts";

export interface RedactedLetter {
  readonly document: LetterDocument;
  readonly masked: readonly Masked[];
  readonly kept: readonly string[];
  readonly refused: readonly string[];
}

/** The letter without what `terms` and the forms of numbers say may not be published. */
export function redactLetter(doc: LetterDocument, terms: RedactionTerms, options: RedactOptions = {}): RedactedLetter {
  const masked: Masked[] = [];
  const kept = new Set<string>();
  const masking = (text: string): string => {
    const done = redactText(text, terms, options);
    masked.push(...done.masked);
    for (const wish of done.kept) kept.add(wish);
    return done.text;
  };
  const document: LetterDocument = {
    lang: doc.lang,
    title: masking(doc.title),
    parts: doc.parts.map(({ heading, paragraphs }) => ({
      heading: masking(heading),
      paragraphs: paragraphs.map(({ text }) => ({ text: masking(text), exhibits: [] })),
    })),
    signature: doc.signature.map(masking),
    exhibits: [],
  };
  return { document, masked: mergedMasked(masked), kept: [...kept], refused: redactText("", terms, options).refused };
}
