/**
 * A quote beside the nearest stretch of a text: what is the same, what the quote lacks, what it adds. Pure.
 *
 * 1. Only words and their punctuation are compared; white space, quotation marks and width are not (as the citation check of core does).
 * 2. Every character of the quote stands in the pieces, in order; so does every character of the stretch of the text.
 * 3. The text before and after the stretch counts for nothing: a quote may be one sentence of a long article.
 */
export interface Piece {
  readonly same: boolean;
  /** As the quote has it; empty for what it lacks. */
  readonly quote: string;
  /** As the text has it; empty for what the quote adds. */
  readonly text: string;
}

export interface QuoteMarks {
  readonly before: string;
  readonly pieces: readonly Piece[];
  readonly after: string;
}

/** A character that counts, with what does not count after it. */
interface Sign {
  readonly key: string;
  readonly shown: string;
}

const NOTHING = /^[\s"'“”‘’「」『』＂＇]$/u;
/** A single equal character between two differences only happens to be equal. */
const LEAST_SAME = 2;

function signsOf(text: string): readonly Sign[] {
  const signs: { key: string; shown: string }[] = [];
  for (const char of text.trim()) {
    const last = signs.at(-1);
    if (!NOTHING.test(char)) signs.push({ key: char.normalize("NFKC"), shown: char });
    else if (last !== undefined) last.shown += char;
  }
  return signs;
}

const shown = (signs: readonly Sign[]): string => signs.map((sign) => sign.shown).join("");

type Step = "both" | "quote" | "text";

/** The cheapest way through both, free at either end of the text. Units: `from` and `to` are indices of the text's signs. */
function walk(
  quote: readonly Sign[],
  text: readonly Sign[],
): { readonly steps: readonly Step[]; readonly from: number; readonly to: number } {
  // cost[q][t]: fewest differences between the first q signs of the quote and a stretch of the text that ends at t.
  const cost: number[][] = [text.map(() => 0).concat(0)];
  const at = (q: number, t: number): number => cost[q]?.[t] ?? Infinity;
  const same = (q: number, t: number): boolean => quote[q - 1]?.key === text[t - 1]?.key;
  for (let q = 1; q <= quote.length; q += 1) {
    const row = [q];
    cost.push(row);
    for (let t = 1; t <= text.length; t += 1)
      row.push(Math.min(same(q, t) ? at(q - 1, t - 1) : Infinity, at(q - 1, t) + 1, at(q, t - 1) + 1));
  }
  const last = cost.at(-1) ?? [];
  const to = last.indexOf(Math.min(...last));
  const steps: Step[] = [];
  let [q, t] = [quote.length, to];
  while (q > 0) {
    if (t > 0 && same(q, t) && at(q, t) === at(q - 1, t - 1)) [q, t] = [q - 1, t - 1, steps.push("both")];
    else if (t > 0 && at(q, t) === at(q, t - 1) + 1) [t] = [t - 1, steps.push("text")];
    else [q] = [q - 1, steps.push("quote")];
  }
  return { steps: steps.toReversed(), from: t, to };
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last !== undefined && last.same === piece.same)
      result[result.length - 1] = { same: piece.same, quote: last.quote + piece.quote, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}

/** Lines a quote up with the stretch of `text` that is nearest to it. */
export function quoteMarks(quote: string, text: string): QuoteMarks {
  const [mine, theirs] = [signsOf(quote), signsOf(text)];
  const { steps, from, to } = walk(mine, theirs);
  let [q, t] = [0, from];
  const single = steps.map((step): Piece => {
    const piece = {
      same: step === "both",
      quote: step === "text" ? "" : (mine[q]?.shown ?? ""),
      text: step === "quote" ? "" : (theirs[t]?.shown ?? ""),
    };
    if (step !== "text") q += 1;
    if (step !== "quote") t += 1;
    return piece;
  });
  const rough = joined(single);
  const clear = rough.map((piece, n) =>
    piece.same && n > 0 && n < rough.length - 1 && [...piece.quote].length < LEAST_SAME
      ? { ...piece, same: false }
      : piece,
  );
  return { before: shown(theirs.slice(0, from)), pieces: joined(clear), after: shown(theirs.slice(to)) };
}
