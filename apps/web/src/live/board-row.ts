/**
 * Board row: one case as the board and Today show it, as plain JSON, so that neither opens a case. Pure.
 *
 * 1. `next` of a row is the assessment's own: the same step on every screen (E5).
 * 2. Reading a kept row is total: one that does not fit is as if it had not been made.
 */
import {
  all,
  ArgsSchema,
  endOf,
  FenSchema,
  IdSchema,
  info,
  InstantSchema,
  RefSchema,
  WhenSchema,
  type Assessment,
  type Case,
  type Deadline,
  type Fen,
  type Id,
  type Instant,
  type When,
} from "@recourse/core";
import * as z from "zod/mini";

/** Raise it with every change of what a row says. */
export const ROW_VERSION = 1;

const RoundSchema = z.enum(["prepare", "apply", "first", "second", "third", "settle"]);
const TurnSchema = z.enum(["mine", "theirs", "authority", "none"]);

/** K7: where a period comes from decides its words. */
const ClockSchema = z.object({
  due: WhenSchema,
  basis: z.enum(["person", "captured", "law"]),
  owner: z.enum(["mine", "theirs", "authority", "record"]),
  passed: z.boolean(),
  provisional: z.boolean(),
  rule: z.string(),
  /** Units: hours; of a period a person set. */
  hours: z.optional(z.number()),
});
export type RowClock = z.infer<typeof ClockSchema>;

const NextSchema = z.object({
  code: z.string(),
  args: ArgsSchema,
  refs: z.array(RefSchema),
  action: z.object({ command: z.string(), data: z.record(z.string(), z.unknown()) }),
  element: z.optional(z.string()),
  material: z.optional(z.string()),
});

const RowSchema = z.object({
  caseId: IdSchema,
  title: z.string(),
  category: z.string(),
  respondent: z.string(),
  orderNo: z.string(),
  paidFen: FenSchema,
  claimFen: z.optional(FenSchema),
  round: RoundSchema,
  turn: TurnSchema,
  next: NextSchema,
  clock: z.optional(ClockSchema),
  elements: z.array(z.object({ id: z.string(), verdict: z.enum(["none", "weak", "ok"]) })),
  exhibits: z.int(),
  notices: z.array(z.object({ code: z.string(), args: ArgsSchema })),
  /** When the refund was asked for, as known. */
  submittedAt: z.optional(WhenSchema),
  /** What the last submission or letter went through, e.g. a channel's name. */
  channel: z.optional(z.string()),
  reference: z.optional(z.string()),
  staleAt: z.optional(InstantSchema),
});

/** One row of the board. `next.element` is an element id of core. */
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
  readonly notices: readonly { readonly code: string; readonly args: Assessment["next"]["args"] }[];
  readonly submittedAt?: When | undefined;
  readonly channel?: string | undefined;
  readonly reference?: string | undefined;
  readonly staleAt?: Instant | undefined;
}

/** A kept row; undefined when it does not fit. */
export function readRow(raw: unknown): BoardRow | undefined {
  const parsed = RowSchema.safeParse(raw);
  return parsed.success ? parsed.data : undefined;
}

const basisOf = (deadline: Deadline): RowClock["basis"] => {
  const [first = ""] = deadline.basis;
  return first === "person" ? "person" : first.startsWith("clause/") ? "captured" : "law";
};

/** The clock a card shows: the next of a party that is still open, else the newest of theirs that is over. */
export function clockOf(of: Case, assessment: Pick<Assessment, "deadlines" | "turn">): RowClock | undefined {
  if (assessment.turn === "none") return undefined;
  const shown = assessment.deadlines.filter((d) => d.owner !== "record");
  const over = shown.findLast((d) => d.passed && d.owner === "theirs");
  const open = shown.find((d) => !d.passed && (assessment.turn === "mine" ? d.owner === "mine" : d.owner !== "mine"));
  const deadline = assessment.turn === "mine" ? (over ?? open) : (open ?? over);
  if (deadline === undefined) return undefined;
  const event = of.live.event[deadline.event.split("/")[1] ?? ""];
  const hours = event?.data["periodHours"];
  return {
    due: deadline.due,
    basis: basisOf(deadline),
    owner: deadline.owner,
    passed: deadline.passed,
    provisional: deadline.provisional,
    rule: deadline.rule,
    ...(typeof hours === "number" && basisOf(deadline) !== "law" ? { hours } : {}),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** Case and assessment → row. */
export function rowOf(of: Case, assessment: Assessment): BoardRow {
  const me = info(of);
  const order = all(of, "order")[0];
  const events = all(of, "event").toSorted((a, b) => (endOf(a.at) < endOf(b.at) ? -1 : 1));
  const asked = events.find((e) => e.type === "application.submitted" && !assessment.course.retracted.includes(e.id));
  const last = events.findLast((e) => ["application.submitted", "demand.sent", "filing.submitted"].includes(e.type));
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
    notices: assessment.notices.map((n) => ({ code: n.code, args: n.args })),
    submittedAt: asked?.at,
    channel: textOf(last?.data["channel"]),
    reference: textOf(last?.data["reference"]),
    staleAt: assessment.staleAt,
  };
}

/** Whether two rows say the same. */
export const sameRow = (a: BoardRow, b: BoardRow): boolean => JSON.stringify(a) === JSON.stringify(b);
