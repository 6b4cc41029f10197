/**
 * What a message of theirs may be: suggestions with the words marked, best first. Pure (X5, X6, G1).
 *
 * 1. Nothing here is stored: the person reads the marked words and confirms, or says otherwise.
 * 2. Danger comes first, whatever else the message says: to overlook it costs money, to see it in vain costs a press.
 * 3. A yes with a price is an offer, and a yes beside a no is to be looked at: both stand before a plain yes.
 * 4. What says nothing (vague, silent) comes last: it stands beside every real answer.
 */
import { fold, within, type Span } from "../letters/fold.ts";
import type { Category } from "../schema/parts.ts";
import type { ReplyAs, ReplyExcuse } from "./excuse.ts";
import { heardIn, listenFor, type Listening } from "./fragment.ts";

export interface ReplySuggestion {
  /** Id of the excuse in the pack. */
  readonly excuse: string;
  readonly as: ReplyAs;
  /** Their words as written. */
  readonly phrase: string;
  /** Where they stand in the message. Units: UTF-16 code units. */
  readonly span: Span;
}

/** What each kind of reply is worth as a reading of a message that fits several. */
const rank: Readonly<Record<ReplyAs, number>> = { danger: 0, offer: 1, refused: 1, agreed: 2, vague: 3, silent: 4 };
const sureness = { high: 0, medium: 1, low: 2 } as const;

/** Readings of `text` in a case of `category`, best first; none where no excuse of the pack is heard in it. */
export const suggestReply = (
  text: string,
  excuses: readonly ReplyExcuse[],
  category: Category,
): readonly ReplySuggestion[] => suggestAmong(text, excuses.map(listenFor), category);

/** The same with excuses made ready once, for many messages. */
export function suggestAmong(
  text: string,
  excuses: readonly Listening[],
  category: Category,
): readonly ReplySuggestion[] {
  const message = fold(text);
  const heard = excuses
    .filter((x) => x.excuse.categories.includes(category))
    .flatMap((x) => {
      const span = heardIn(message, x)[0];
      return span ? [{ e: x.excuse, span }] : [];
    });
  return heard
    .filter((h) => !heard.some((o) => swallows(o, h)))
    .toSorted(
      (a, b) =>
        rank[a.e.replyKind] - rank[b.e.replyKind] ||
        b.span.end - b.span.start - (a.span.end - a.span.start) ||
        sureness[a.e.patternConfidence ?? "medium"] - sureness[b.e.patternConfidence ?? "medium"] ||
        a.span.start - b.span.start ||
        (a.e.id < b.e.id ? -1 : 1),
    )
    .map(({ e, span }) => ({
      excuse: e.id,
      as: e.replyKind,
      phrase: text.slice(span.start, span.end),
      span,
    }));
}

interface Heard {
  readonly e: ReplyExcuse;
  readonly span: Span;
}

/** Words inside the longer words of another reading say what that one says: 手续费 in 先交手续费. Danger is swallowed by nothing. */
const swallows = (longer: Heard, inner: Heard): boolean =>
  longer.e !== inner.e &&
  inner.e.replyKind !== "danger" &&
  within(inner.span, longer.span) &&
  longer.span.end - longer.span.start > inner.span.end - inner.span.start;
