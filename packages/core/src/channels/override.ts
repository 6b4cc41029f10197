/**
 * Personal changes of values of the pack: the newest live `override` record of a path. Pure (A4, L7).
 *
 * 1. A change is a record of the case with its source, never an edit of the pack.
 */
import { all, type Case } from "../case/case.ts";
import { byId, compareText } from "../measure/live.ts";
import type { RecordOf } from "../schema/kinds.ts";

/** The newest change of `packPath`; undefined where there is none. */
export function overrideOf(of: Case, packPath: string): RecordOf<"override"> | undefined {
  return all(of, "override")
    .filter((o) => o.packPath === packPath)
    .toSorted((a, b) => compareText(a.recordedAt ?? "", b.recordedAt ?? "") || byId(a, b))
    .at(-1);
}
