/**
 * Where a term could stand, and whether somebody looked there. Pure (B2).
 *
 * 1. "Not found" is a finding with its day; a place nobody looked at is neither.
 * 2. A capture whose clause or exhibit was removed is no capture any more (E6).
 */
import { all, find, type Case } from "../case/case.ts";
import type { Id } from "../identity.ts";
import { byId, compareText } from "../measure/live.ts";
import type { Pack } from "../pack/pack.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { civilOf, type CivilDate } from "../time.ts";

export interface LookupState {
  readonly place: string;
  readonly state: "captured" | "not_found" | "not_looked";
  /** The day of the newest look that says so. */
  readonly on: CivilDate | undefined;
  readonly clauses: readonly Id[];
  readonly lookups: readonly Id[];
}

/** The checklist in the order of the pack. A place where something was captured stays captured, whatever was seen there later. */
export function lookupStates(of: Case, pack: Pick<Pack, "lookupPlaces">): readonly LookupState[] {
  const looks = all(of, "lookup").toSorted((a, b) => compareText(civilOf(a.on), civilOf(b.on)) || byId(a, b));
  return pack.lookupPlaces.map(({ id: place }) => {
    const here = looks.filter((l) => l.place === place);
    const captured = here.filter((l) => l.result === "captured" && standing(of, l));
    const shown = captured.length > 0 ? captured : here.filter((l) => l.result === "not_found");
    const last = shown.at(-1);
    return {
      place,
      state: last === undefined ? "not_looked" : captured.length > 0 ? "captured" : "not_found",
      on: last && civilOf(last.on),
      clauses: captured.flatMap((l) => l.clause ?? []),
      lookups: shown.map((l) => l.id),
    };
  });
}

function standing(of: Case, l: RecordOf<"lookup">): boolean {
  if (l.clause === undefined) return true;
  const clause = find(of, "clause", l.clause);
  return clause !== undefined && (clause.exhibit === undefined || find(of, "exhibit", clause.exhibit) !== undefined);
}
