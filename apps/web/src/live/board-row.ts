/**
 * Board row: one case as the board and Today show it, as plain JSON, so that neither opens a case. Pure.
 *
 * 1. `next` of a row is the assessment's own: the same step on every screen (E5).
 * 2. Reading a kept row is total: one that does not fit is as if it had not been made.
 */
import {
  all,
  endOf,
  historyOf,
  info,
  isId,
  type Assessment,
  type Case,
  type Deadline,
  type Fen,
  type Id,
  type Instant,
  type When,
} from "@recourse/core";
import { isPlain, type Plain } from "./plain.ts";

/** Raise it with every change of what a row says. */
export const ROW_VERSION = 1;

/** K7: where a period comes from decides its words. */
export interface RowClock {
  readonly due: When;
  readonly basis: "person" | "captured" | "law";
  readonly owner: Deadline["owner"];
  readonly passed: boolean;
  readonly provisional: boolean;
  readonly rule: string;
  /** Units: hours; of a period a person set. */
  readonly hours?: number | undefined;
}

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

const isText = (value: unknown): boolean => typeof value === "string";
const isMaybe = (value: unknown, fits: (value: unknown) => boolean): boolean => value === undefined || fits(value);
const oneOf =
  (members: readonly string[]) =>
  (value: unknown): boolean =>
    members.some((member) => member === value);
const listOf =
  (fits: (value: Plain) => boolean) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.every((item) => isPlain(item) && fits(item));

const isWhen = (value: unknown): boolean => typeof value === "string" && /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/.test(value);
const isRound = oneOf(["prepare", "apply", "first", "second", "third", "settle"]);
const isTurn = oneOf(["mine", "theirs", "authority", "none"]);
const isVerdict = oneOf(["none", "weak", "ok"]);
const isBasis = oneOf(["person", "captured", "law"]);
const isOwner = oneOf(["mine", "theirs", "authority", "record"]);
const isMessage = (value: Plain): boolean => isText(value["code"]) && isPlain(value["args"]);
const isElement = (value: Plain): boolean => isText(value["id"]) && isVerdict(value["verdict"]);
const isClock = (value: unknown): boolean =>
  isPlain(value) &&
  isWhen(value["due"]) &&
  isBasis(value["basis"]) &&
  isOwner(value["owner"]) &&
  typeof value["passed"] === "boolean";
const isNext = (value: unknown): boolean =>
  isPlain(value) &&
  isMessage(value) &&
  Array.isArray(value["refs"]) &&
  isPlain(value["action"]) &&
  isText(value["action"]["command"]) &&
  isPlain(value["action"]["data"]);

/** By hand: thousands of rows are read before the first picture, and a schema takes ten times as long. */
function isRow(raw: unknown): raw is BoardRow {
  return (
    isPlain(raw) &&
    typeof raw["caseId"] === "string" &&
    isId(raw["caseId"]) &&
    ["title", "category", "respondent", "orderNo"].every((field) => isText(raw[field])) &&
    Number.isSafeInteger(raw["paidFen"]) &&
    isMaybe(raw["claimFen"], Number.isSafeInteger) &&
    isRound(raw["round"]) &&
    isTurn(raw["turn"]) &&
    isNext(raw["next"]) &&
    isMaybe(raw["clock"], isClock) &&
    listOf(isElement)(raw["elements"]) &&
    Number.isSafeInteger(raw["exhibits"]) &&
    listOf(isMessage)(raw["notices"]) &&
    isMaybe(raw["submittedAt"], isWhen) &&
    isMaybe(raw["channel"], isText) &&
    isMaybe(raw["reference"], isText) &&
    isMaybe(raw["staleAt"], isWhen)
  );
}

/** A kept row; undefined when it does not fit. */
export const readRow = (raw: unknown): BoardRow | undefined => (isRow(raw) ? raw : undefined);

const basisOf = (deadline: Deadline): RowClock["basis"] => {
  const [first = ""] = deadline.basis;
  return first === "person" ? "person" : first.startsWith("clause/") ? "captured" : "law";
};

/**
 * The clock a card shows. Ours to move: the time of theirs that has just run out, else a deadline of our own.
 * Theirs to move: what they still have.
 */
export function clockOf(
  of: Case,
  { deadlines, turn, now }: Pick<Assessment, "deadlines" | "turn" | "now">,
): RowClock | undefined {
  if (turn === "none") return undefined;
  const newest = historyOf(of, now).events.at(-1);
  const ranOut = deadlines.findLast(
    (d) => d.passed && d.owner !== "record" && d.owner !== "mine" && d.event === `event/${newest?.id}`,
  );
  const open = deadlines.filter((d) => !d.passed);
  const deadline =
    turn === "mine" ? (ranOut ?? open.find((d) => d.owner === "mine")) : open.find((d) => d.owner === turn);
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
