/**
 * What changed between two texts, place by place: one splice for each place, so that a caret between two changes stays where it is. Pure.
 *
 * 1. Applied one after the other, the splices lead from the one text to the other, and none cuts a surrogate pair.
 * 2. Its time is bounded: stretches that are too different become one splice.
 */
import { spliceBetween, type Splice } from "@recourse/sync";
import { diffArrays, diffChars } from "diff";

/** Units: lines that differ, letters that differ. Beyond them the stretch is one splice. */
const MOST_LINES = 400;
const MOST_LETTERS = 200;

/** A splice done. */
export const spliced = (text: string, { at, del, ins }: Splice): string =>
  text.slice(0, at) + ins + text.slice(at + del);

/** From the first place on, each in the text that those before it have made. */
export function splicesBetween(before: string, after: string): readonly Splice[] {
  const whole = spliceBetween(before, after);
  if (whole === undefined) return [];
  // Mostly somebody typed in one place: then one side of the splice is empty, and there is nothing to look for in it.
  if (whole.del === 0 || whole.ins === "") return [whole];
  const middle = before.slice(whole.at, whole.at + whole.del);
  return runsOf(middle, whole.ins).flatMap(({ at, del, ins }) => within(whole.at + at, del, ins));
}

interface Run {
  /** In the text that the runs before it have made. */
  readonly at: number;
  readonly del: string;
  readonly ins: string;
}

/** What one run of different lines comes down to, letter by letter. */
function within(at: number, del: string, ins: string): readonly Splice[] {
  const runs = runsFrom(diffChars(del, ins, { maxEditLength: MOST_LETTERS }));
  return runs === undefined
    ? [{ at, del: del.length, ins }]
    : runs.map((run) => ({ at: at + run.at, del: run.del.length, ins: run.ins }));
}

function runsOf(before: string, after: string): readonly Run[] {
  const parts = diffArrays(linesOf(before), linesOf(after), { maxEditLength: MOST_LINES });
  const runs = runsFrom(parts?.map((part) => ({ ...part, value: part.value.join("") })));
  return runs ?? [{ at: 0, del: before, ins: after }];
}

/** With their line ends, so that they put together are the text. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

interface Part {
  readonly value: string;
  readonly added: boolean;
  readonly removed: boolean;
}

/** Neighbouring removals and additions as one run; undefined where the comparison was given up. */
function runsFrom(parts: readonly Part[] | undefined): readonly Run[] | undefined {
  if (parts === undefined) return undefined;
  const runs: Run[] = [];
  let at = 0;
  let open: { del: string; ins: string } | undefined;
  const end = (): void => {
    if (open === undefined) return;
    runs.push({ at, ...open });
    at += open.ins.length;
    open = undefined;
  };
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      end();
      at += value.length;
      continue;
    }
    open ??= { del: "", ins: "" };
    if (removed) open.del += value;
    else open.ins += value;
  }
  end();
  return runs;
}

/** A place in a text after others have changed it. `clings`: with the letter behind it, where something was put exactly there. */
export function movedPlace(place: number, splices: readonly Splice[], clings = false): number {
  let at = place;
  for (const { at: from, del, ins } of splices) {
    const isBehind = clings ? at >= from + del : at >= from + del && at > from;
    if (isBehind) at += ins.length - del;
    else if (at > from) at = from + Math.min(at - from, ins.length);
  }
  return at;
}
