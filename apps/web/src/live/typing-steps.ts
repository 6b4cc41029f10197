/**
 * Typing as steps that are undone one by one: what is typed without a pause, in one place, is one step. Pure but for the count it keeps.
 */
import type { Splice } from "@recourse/sync";

/** Units: milliseconds without a letter. */
const PAUSE = 1500;

/** Names of steps for `CaseLive.run`; a splice that goes on with the one before it has the same. `now`, units: ms. */
export function createTypingSteps(name: string): (splice: Splice, now: number) => string {
  let n = 0;
  let last: { readonly at: number; readonly from: number; readonly to: number } | undefined;
  return ({ at, del, ins }, now) => {
    // Goes on where the last one ended, or takes back from there.
    const goesOn = last !== undefined && now - last.at < PAUSE && at + del >= last.from && at <= last.to;
    if (!goesOn) n += 1;
    last = { at: now, from: at, to: at + ins.length };
    return `${name}#${n}`;
  };
}
