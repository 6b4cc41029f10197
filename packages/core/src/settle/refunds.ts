/**
 * Refunds as they came in: each with its way, its day, what was kept back, and whether a bill or exhibit shows it. Pure (S1, S2).
 *
 * 1. Told is not seen: a refund counts as received only where a row of a live exhibit, or an exhibit linked to it, shows it.
 * 2. One number is one refund, however many records carry it.
 * 3. An event without a record is the same refund as a record of the same amount, as long as there is one left.
 */
import { all, find, type Case } from "../case/case.ts";
import type { CaseEvent, History } from "../course/history.ts";
import { isId, parseRef, ref, type Id, type Ref } from "../identity.ts";
import type { Fen } from "../money.ts";
import type { MoneyFlow, Refund } from "../proof/money-flow.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { endOf, toMillis, type Instant, type When } from "../time.ts";

export interface RefundLine {
  /** `refund/…`, or `event/…` where only an event tells of it. */
  readonly ref: Ref;
  readonly amountFen: Fen;
  readonly route: RecordOf<"refund">["route"];
  readonly at?: When;
  /** Kept back from it. Units: fen. */
  readonly feeFen?: Fen;
  readonly payment?: Id;
  /** Live exhibits that show it; seen where there is one (S2). */
  readonly exhibits: readonly Id[];
  readonly seen: boolean;
  /** The line that carries the same number and counts instead of this one. */
  readonly repeats?: Ref;
}

/** All refunds of the case known at `now`, oldest first; those without a day last. */
export function refundLines(of: Case, history: History, money: MoneyFlow, now: Instant): readonly RefundLine[] {
  const events = history.events.filter((e) => e.type === "refund.received");
  const records = money.refunds.filter((r) => r.at === undefined || toMillis(endOf(r.at)) <= toMillis(endOf(now)));
  const told = new Map<Id, CaseEvent>();
  const alone: CaseEvent[] = [];
  for (const e of events) {
    const named = refundNamed(e);
    const record =
      records.find((r) => r.id === named) ??
      (named === undefined ? records.find((r) => r.amountFen === e.data["amountFen"] && !told.has(r.id)) : undefined);
    if (record) told.set(record.id, e);
    else if (named === undefined && typeof e.data["amountFen"] === "number") alone.push(e);
  }
  const lines = [
    ...records.map((r) => ofRecord(of, money, r, told.get(r.id))),
    ...alone.map((e) => ofEvent(of, e)),
  ].toSorted(byTime);
  return lines.map((line) => repeated(line, lines, records));
}

function refundNamed(e: CaseEvent): string | undefined {
  const value = e.data["refund"];
  if (typeof value !== "string" || value === "") return undefined;
  const parts = parseRef(value);
  return parts.ok && parts.value.kind === "refund" ? parts.value.id : value;
}

const liveExhibits = (of: Case, refs: readonly Ref[]): readonly Id[] =>
  refs.flatMap((r) => {
    const parts = parseRef(r);
    return parts.ok && parts.value.kind === "exhibit" && isId(parts.value.id) && find(of, "exhibit", parts.value.id)
      ? [parts.value.id]
      : [];
  });

function ofRecord(of: Case, money: MoneyFlow, r: Refund, told: CaseEvent | undefined): RefundLine {
  const own = ref("refund", r.id);
  const linked = all(of, "link").filter((l) => l.shows === own && find(of, "exhibit", l.exhibit) !== undefined);
  const exhibits = [
    ...new Set([
      ...money.seenIn("refund", r.id),
      ...linked.map((l) => l.exhibit),
      ...(told === undefined ? [] : liveExhibits(of, told.refs)),
    ]),
  ];
  const at = r.at ?? told?.at;
  return {
    ref: own,
    amountFen: r.amountFen,
    route: r.route,
    ...(at === undefined ? {} : { at }),
    ...(r.feeFen === undefined || r.feeFen <= 0 ? {} : { feeFen: r.feeFen }),
    ...(r.payment === undefined ? {} : { payment: r.payment }),
    exhibits,
    seen: exhibits.length > 0,
  };
}

function ofEvent(of: Case, e: CaseEvent): RefundLine {
  const exhibits = liveExhibits(of, e.refs);
  return {
    ref: ref("event", e.id),
    amountFen: Number(e.data["amountFen"]),
    route: "unknown",
    at: e.at,
    exhibits,
    seen: exhibits.length > 0,
  };
}

/** The first seen line of a number counts, else the first. */
function repeated(line: RefundLine, lines: readonly RefundLine[], records: readonly Refund[]): RefundLine {
  const numberOf = (l: RefundLine): string | undefined => {
    const r = records.find((x) => ref("refund", x.id) === l.ref);
    return r === undefined || r.transaction.trim() === "" ? undefined : `${r.provider} ${r.transaction.trim()}`;
  };
  const number = numberOf(line);
  if (number === undefined) return line;
  const same = lines.filter((l) => numberOf(l) === number);
  const counts = same.find((l) => l.seen) ?? same[0];
  return counts === undefined || counts === line ? line : { ...line, repeats: counts.ref };
}

function byTime(a: RefundLine, b: RefundLine): number {
  const at = (l: RefundLine): number => (l.at === undefined ? Number.POSITIVE_INFINITY : toMillis(endOf(l.at)));
  return at(a) === at(b) ? (a.ref < b.ref ? -1 : 1) : at(a) - at(b);
}
