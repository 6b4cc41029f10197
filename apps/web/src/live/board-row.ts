/**
 * Board row: one case as the board and Today show it, as plain JSON, so that neither opens a case. Pure.
 *
 * 1. `next` of a row is the assessment's own: the same step on every screen (E5).
 * 2. A row holds nothing that is not in the case: it is made again at will.
 */
import {
  all,
  endOf,
  historyOf,
  info,
  type Args,
  type Assessment,
  type Case,
  type Fen,
  type Id,
  type Instant,
  type When,
} from "@recourse/core";
import { clockOf, datesOf, type RowClock } from "./row-clock.ts";
import { filingsOf, type RowFiling } from "./row-filings.ts";

export type { RowClock, RowFiling };

/** One row of the board. Raise `ROW_VERSION` (row-version.ts) with every change of what it says. `next.element` is an element id of core. */
export interface BoardRow {
  readonly caseId: Id;
  readonly title: string;
  readonly category: string;
  readonly respondent: string;
  readonly orderNo: string;
  readonly paidFen: Fen;
  readonly claimFen?: Fen | undefined;
  readonly round: Assessment["round"];
  readonly turn: Assessment["turn"];
  readonly next: {
    readonly code: string;
    readonly args: Assessment["next"]["args"];
    readonly refs: Assessment["next"]["refs"];
    readonly action: Assessment["next"]["action"];
    readonly element?: string | undefined;
    readonly material?: string | undefined;
  };
  readonly clock?: RowClock | undefined;
  readonly elements: readonly { readonly id: string; readonly verdict: "none" | "weak" | "ok" }[];
  readonly exhibits: number;
  /** What those who share the case ask of each other and nobody has dealt with. */
  readonly asks?: number | undefined;
  readonly notices: readonly { readonly code: string; readonly args: Assessment["next"]["args"] }[];
  /** What has to be read or done for safety first, the gravest first (G1–G5). */
  readonly safety: readonly { readonly code: string; readonly severity: "stop" | "warn"; readonly open: number }[];
  /** Doors that were gone through, each with a status and a clock of its own, oldest first. */
  readonly filings: readonly RowFiling[];
  /** Dates of our own that are still open, soonest first. */
  readonly dates: readonly RowClock[];
  /** The newest thing that happened: what going back would take back. */
  readonly last?: { readonly id: Id; readonly type: string; readonly at: When; readonly args: Args } | undefined;
  readonly submittedAt?: When | undefined;
  /** When reminders were sent, oldest first. */
  readonly reminders: readonly When[];
  readonly channel?: string | undefined;
  readonly reference?: string | undefined;
  readonly staleAt?: Instant | undefined;
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** Cards whose steps are open. A quiet one leaves no trace in a row (G6). */
const safetyIn = ({ safety }: Pick<Assessment, "safety">): BoardRow["safety"] =>
  safety
    .flatMap(({ code, severity, steps }) => {
      const open = steps.filter((step) => !step.done).length;
      return severity === "quiet" || (open === 0 && severity === "warn") ? [] : [{ code, severity, open }];
    })
    .toSorted((a, b) => (a.severity === b.severity ? 0 : a.severity === "stop" ? -1 : 1));

/** Left out where there are none: most cases are not shared. */
const asksIn = (of: Case): Pick<BoardRow, "asks"> => {
  const asks = all(of, "request").filter(({ state }) => state === "open").length;
  return asks === 0 ? {} : { asks };
};

/** Case and assessment → row. */
export function rowOf(of: Case, assessment: Assessment): BoardRow {
  const me = info(of);
  const order = all(of, "order")[0];
  const events = all(of, "event").toSorted((a, b) => (endOf(a.at) < endOf(b.at) ? -1 : 1));
  const standing = events.filter((e) => !assessment.course.retracted.includes(e.id));
  const asked = standing.find((e) => e.type === "application.submitted");
  const went = standing.findLast((e) => ["application.submitted", "demand.sent", "filing.submitted"].includes(e.type));
  const newest = historyOf(of, assessment.now).events.at(-1);
  const { code, args, refs, action, element, material } = assessment.next;
  return {
    caseId: of.caseId,
    title: me?.title ?? "",
    category: me?.category ?? "other",
    respondent: all(of, "party").find((p) => p.role === "respondent")?.name ?? "",
    orderNo: order?.number ?? "",
    // Before a bill is in, what the person said they paid.
    paidFen: assessment.demand.paidFen === 0 && order !== undefined ? order.paidFen : assessment.demand.paidFen,
    claimFen: assessment.demand.claimFen,
    round: assessment.round,
    turn: assessment.turn,
    next: { code, args, refs, action, element, material },
    clock: clockOf(of, assessment),
    elements: assessment.elements.map(({ id, verdict }) => ({ id, verdict })),
    exhibits: all(of, "exhibit").length,
    ...asksIn(of),
    notices: assessment.notices.map((n) => ({ code: n.code, args: n.args })),
    safety: safetyIn(assessment),
    filings: filingsOf(of, assessment),
    dates: datesOf(of, assessment),
    ...(newest === undefined ? {} : { last: { id: newest.id, type: newest.type, at: newest.at, args: newest.data } }),
    submittedAt: asked?.at,
    reminders: standing.flatMap((e) => (e.type === "demand.sent" ? [e.at] : [])),
    channel: textOf(went?.data["channel"]),
    reference: textOf(went?.data["reference"]),
    staleAt: assessment.staleAt,
  };
}
