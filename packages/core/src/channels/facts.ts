/**
 * What the checks of channels look at, gathered once per case. Pure.
 *
 * 1. Parties are taken by role; the first with a name counts, so that an empty row names nobody.
 * 2. A payer under 18 is a minor; an age nobody told is not assumed to be one (B3).
 */
import { all, info, type Case } from "../case/case.ts";
import type { Course, Deadline, Demand, ElementAssessment, FilingTrack } from "../assess/assessment.ts";
import type { History } from "../course/history.ts";
import { byId, compareText } from "../measure/live.ts";
import type { Measures } from "../measure/measurement.ts";
import type { Fen } from "../money.ts";
import type { Pack } from "../pack/pack.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { Instant } from "../time.ts";
import type { Door } from "./channel-assessment.ts";
import { doorsOf } from "./doors.ts";

export type Party = RecordOf<"party">;
export type Filing = RecordOf<"filing">;

/** What `channelsOf` reads. `elements` are those of the best ground. */
export interface ChannelInput {
  readonly of: Case;
  readonly pack: Pack;
  readonly history: History;
  readonly course: Pick<Course, "entryUnavailable">;
  readonly tracks: readonly FilingTrack[];
  readonly deadlines: readonly Deadline[];
  readonly demand: Demand;
  readonly elements: readonly ElementAssessment[];
  readonly measures: Measures;
  readonly now: Instant;
}

export interface ChannelFacts extends ChannelInput {
  readonly me: RecordOf<"case"> | undefined;
  readonly minor: boolean;
  readonly parties: Readonly<Partial<Record<Party["role"], Party>>>;
  /** Who complains or sues: the guardian for a minor, else the claimant (G5). */
  readonly filer: Party | undefined;
  readonly filerRole: "guardian" | "claimant";
  readonly order: RecordOf<"order"> | undefined;
  readonly payments: readonly RecordOf<"payment">[];
  readonly answers: ReadonlyMap<string, string>;
  readonly doors: readonly Door[];
  /** Types of the material that is there (F4). */
  readonly materials: ReadonlySet<string>;
  /** Exhibits that are tables of more than one row: what handing them in shows besides. */
  readonly tables: readonly RecordOf<"exhibit">[];
  /** The claim; where the value received is open, the larger of the two amounts. Units: fen. */
  readonly claimFen: Fen | undefined;
}

function partiesOf(of: Case): ChannelFacts["parties"] {
  const found: Partial<Record<Party["role"], Party>> = {};
  for (const p of all(of, "party").toSorted(byId))
    if (p.name.trim() !== "" && found[p.role] === undefined) found[p.role] = p;
  return found;
}

/** Facts of a case for its channels. */
export function factsOf(input: ChannelInput): ChannelFacts {
  const { of, history, tracks, deadlines, demand } = input;
  const me = info(of);
  const minor = me?.payerAge !== undefined && me.payerAge < 18;
  const parties = partiesOf(of);
  const orders = all(of, "order").toSorted((a, b) => compareText(a.orderedAt, b.orderedAt) || byId(a, b));
  return {
    ...input,
    me,
    minor,
    parties,
    filer: minor ? parties.guardian : parties.claimant,
    filerRole: minor ? "guardian" : "claimant",
    order: orders[0],
    payments: all(of, "payment").toSorted((a, b) => compareText(a.paidAt, b.paidAt) || byId(a, b)),
    answers: new Map(all(of, "answer").map((a) => [a.question, a.value])),
    doors: doorsOf(of, history, tracks, deadlines),
    materials: new Set(all(of, "exhibit").map((e) => e.materialType)),
    tables: all(of, "exhibit").filter((e) => (e.rowCount ?? 0) > 1),
    claimFen: demand.refundedFen >= demand.paidFen && demand.paidFen > 0 ? 0 : (demand.claimFen ?? demand.either?.[1]),
  };
}

/** The filing being prepared in a channel: the newest record that is not in; one that was refused may go in again. */
export function preparedFiling(facts: ChannelFacts, channel: string): Filing | undefined {
  const gone = new Set(facts.doors.filter((d) => d.status !== "refused").map((d) => d.filing));
  return all(facts.of, "filing")
    .filter((f) => f.channel === channel && !gone.has(f.id))
    .toSorted((a, b) => compareText(a.recordedAt ?? "", b.recordedAt ?? "") || byId(a, b))
    .at(-1);
}

/** Whether anybody is known to be on the other side (R1). */
export const identified = (facts: Pick<ChannelFacts, "parties">): boolean => facts.parties.respondent !== undefined;
