/**
 * Fragments: where the words of an excuse stand in a message. Pure (X5, G1).
 *
 * 1. Text and fragments are folded alike: width, case, spaces and zero-width characters do not matter.
 * 2. For danger marks and line breaks do not matter either: 解.冻.费 is 解冻费.
 */
import { fold, unfold, within, type Folded, type Span } from "../letters/fold.ts";
import type { ReplyExcuse, Sequence } from "./excuse.ts";

/** How far apart two groups of a sequence may stand. Units: folded characters. */
const GAP = 12;
/** The same inside an exception, which has to be one run of speech: 不会 … 索要 … 验证码. */
const EXCEPTION_GAP = 2;

/** One pattern per group: any of its fragments, the longest first. */
type Groups = readonly RegExp[];

/** An excuse made ready to be looked for in many messages. */
export interface Listening {
  readonly excuse: ReplyExcuse;
  readonly single: Groups;
  readonly together: readonly Groups[];
  readonly except: readonly Groups[];
}

/** Makes an excuse ready; worth keeping where many messages are read. */
export function listenFor(excuse: ReplyExcuse): Listening {
  const made = (s: Sequence): Groups => s.map(anyOf);
  return {
    excuse,
    single: made([excuse.patterns]),
    together: (excuse.together ?? []).map(made),
    except: (excuse.except ?? []).map(made),
  };
}

/** Stretches of the original message in which an excuse is heard, exceptions taken off. Longest first, then earliest. */
export function heardIn(message: Folded, x: Listening): readonly Span[] {
  const on = x.excuse.replyKind === "danger" ? squeeze(message) : message;
  const found = [...runsOf(on.text, x.single, 0), ...x.together.flatMap((s) => runsOf(on.text, s, GAP))];
  if (found.length === 0) return [];
  const but = x.except.flatMap((s) => runsOf(on.text, s, EXCEPTION_GAP));
  const kept = found.filter((f) => !but.some((b) => within(f, b)));
  const unique = [...new Map(kept.map((s) => [`${s.start}-${s.end}`, s])).values()];
  return unique
    .toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    .map((s) => unfold(on, s.start, s.end));
}

/** The folded text without marks, symbols and line breaks. */
export function squeeze(folded: Folded): Folded {
  let text = "";
  const start: number[] = [];
  const end: number[] = [];
  let i = 0;
  for (const c of folded.text) {
    if (!/[\p{P}\p{S}\p{M}\n]/u.test(c)) {
      text += c;
      for (let k = i; k < i + c.length; k += 1) {
        start.push(folded.start[k] ?? 0);
        end.push(folded.end[k] ?? 0);
      }
    }
    i += c.length;
  }
  return { text, start, end };
}

/** Every run in which the groups follow each other with at most `gap` characters between. Units: folded characters. */
function runsOf(text: string, groups: Groups, gap: number): readonly Span[] {
  const [first, ...rest] = groups;
  if (!first) return [];
  let runs = placesOf(text, first);
  for (const group of rest) {
    if (runs.length === 0) return [];
    const next = placesOf(text, group);
    runs = runs.flatMap((run) => {
      const after = next.find((n) => n.start >= run.end && n.start - run.end <= gap);
      return after ? [{ start: run.start, end: after.end }] : [];
    });
  }
  return runs;
}

const placesOf = (text: string, group: RegExp): readonly Span[] =>
  [...text.matchAll(group)].map((m) => ({ start: m.index, end: m.index + m[0].length }));

const anyOf = (fragments: readonly string[]): RegExp =>
  new RegExp(
    fragments
      .map((f) => fold(f).text)
      .toSorted((a, b) => b.length - a.length)
      .map((f) => f.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("#", "\\d"))
      .join("|"),
    "g",
  );
