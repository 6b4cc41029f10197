/**
 * What sending a letter says in the case: the event of its kind, and the filing it went into. Pure (X1, X7).
 *
 * 1. A paper to a third party belongs to a filing; where the draft names none, sending makes it, so that the filing has its track.
 * 2. A power of attorney goes along with other papers: sending it says nothing by itself.
 */
import { find, type Case } from "../case/case.ts";
import type { Change, Fields } from "../case/change.ts";
import { ref, type Id } from "../identity.ts";
import type { LetterKind } from "../schema/course.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { When } from "../time.ts";
import { specOf } from "./kinds/kinds.ts";

/** Whether sending this kind hands something in. */
export const filesSomething = (kind: LetterKind): boolean => {
  const { sentAs } = specOf(kind);
  return sentAs === "filing.submitted" || sentAs === "suit.filed";
};

export interface Sending {
  /** Id of the sent version. */
  readonly id: Id;
  /** Id of the event. */
  readonly event: Id;
  readonly at: When;
  readonly channel: string;
  /** Units: hours. */
  readonly periodHours?: number | undefined;
  /** The captured clause in which they published the period; without it the period is mine (K7). */
  readonly clause?: Id | undefined;
  readonly reference?: string | undefined;
}

/** Changes beside the sent version. */
export function sendingChanges(
  of: Case,
  draft: RecordOf<"draft">,
  d: Sending,
  how: { readonly stamp: Fields; readonly mint: () => Id },
): readonly Change[] {
  const type = specOf(draft.kind).sentAs;
  if (type === "none") return [];
  const files = filesSomething(draft.kind);
  const known = find(of, "filing", draft.filing);
  const filing = files ? (known?.id ?? how.mint()) : undefined;
  const told: Fields = { draft: draft.id, ...(d.reference === undefined ? {} : { reference: d.reference }) };
  const made: readonly Change[] =
    filing === undefined
      ? []
      : known === undefined
        ? [{ op: "put", kind: "filing", id: filing, value: { channel: d.channel, ...told, ...how.stamp } }]
        : Object.entries(told)
            .filter(([field, value]) => known[field] !== value)
            .map(([field, value]): Change => ({ op: "set", kind: "filing", id: filing, field, value }));
  const data = {
    channel: d.channel,
    ...(type === "demand.sent" ? { letter: draft.kind } : {}),
    ...(filing === undefined ? {} : { filing }),
    ...(d.reference === undefined ? {} : { reference: d.reference }),
    ...(files || d.periodHours === undefined ? {} : { periodHours: d.periodHours }),
    ...(d.clause === undefined ? {} : { clause: d.clause }),
  };
  const refs = [ref("draft", draft.id), ref("sentVersion", d.id)];
  return [...made, { op: "append", kind: "event", id: d.event, value: { type, at: d.at, refs, data, ...how.stamp } }];
}
