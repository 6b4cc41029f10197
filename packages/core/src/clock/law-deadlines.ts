/**
 * Deadlines of law: a rule of the pack and the start the case knows of. Pure (K1–K4, K6, K9, X12).
 *
 * 1. What restarts a period restarts only rules that say so, and only while the period still runs (K6, K9).
 * 2. A clock ends with what it waited for; the same matter told twice has one clock: ours the earlier, that of others the later (K2).
 */
import { all, type Case } from "../case/case.ts";
import type { Deadline } from "../assess/assessment.ts";
import type { Ref } from "../identity.ts";
import type { DeadlineRule, Pack } from "../pack/pack.ts";
import { civilOf, endOf, startOf, toMillis, type Instant, type When } from "../time.ts";
import { cameAfter, type History } from "../course/history.ts";
import { pausesOf } from "./appraisal.ts";
import { dueOf, ownerOf, scopeOf, type Due } from "./period.ts";
import { inForceOn, ruleClock, type RuleClock } from "./rule-clock.ts";
import { startsOfEvents, startsOfRecords, type Start } from "./starts.ts";

/** A deadline whose `passed` is still open: that is judged when all are there. */
export type Running = Omit<Deadline, "passed">;

interface Known {
  readonly pack: Pack;
  readonly now: Instant;
  readonly raised: readonly Start[];
  readonly starts: readonly Start[];
}

/** All that run or have run out. */
export function lawDeadlines(of: Case, history: History, pack: Pack, now: Instant): readonly Running[] {
  const raised = startsOfEvents(of, history, pack);
  const known: Known = { pack, now, raised, starts: [...raised, ...startsOfRecords(of, pack, now)] };
  const found = pack.rules.filter((r) => applies(r, of)).flatMap((r) => ofRule(r, known));
  return found.map((d) => withAlongside(d, found, pack));
}

/** Rules with a field of their own (prepaid fields, goods) speak only where the case says so. */
function applies(rule: DeadlineRule, of: Case): boolean {
  if (rule.applies_if === undefined) return true;
  return all(of, "answer").some((a) => a.question === `applies.${rule.id}` && a.value === "yes");
}

function ofRule(rule: DeadlineRule, known: Known): readonly Running[] {
  const { amount } = rule;
  if (amount === null) return [];
  const begun = known.starts.filter(
    (s) =>
      s.name === rule.event &&
      inForceOn(rule, civilOf(s.at)) &&
      !(rule.indicative === true && s.typed) &&
      !known.raised.some((r) => rule.ended_by?.includes(r.name) === true && concerns(r, s) && cameAfter(r, s)),
  );
  const groups = [...new Set(begun.map((s) => s.filing ?? s.from))];
  return groups.flatMap((group) => {
    const told = begun.filter((s) => (s.filing ?? s.from) === group);
    const clocks = told.map((s) => clockFrom(rule, amount, s, known)).toSorted((x, y) => soonest(x.due, y.due));
    const chosen = ownerOf(rule.kind) === "mine" ? clocks[0] : clocks.at(-1);
    const id = told[0]?.from.split("/")[1];
    return chosen === undefined || id === undefined ? [] : [{ ...chosen, id: `${rule.id}/${id}` }];
  });
}

const soonest = (a: When, b: When): number => toMillis(endOf(a)) - toMillis(endOf(b));

/** Whether what was raised touches a start: unless both are about filings, and different ones. */
const concerns = (r: Start, s: Start): boolean =>
  r.filing === undefined || s.filing === undefined || r.filing === s.filing;

function clockFrom(rule: DeadlineRule, amount: number, start: Start, known: Known): Running {
  const { pack, now, raised } = known;
  const stops = (rule.pausable ?? []).map((name) =>
    pausesOf(
      raised.filter((r) => r.name.startsWith(`${name}.`) && concerns(r, start)),
      now,
    ),
  );
  const first = ruleClock(
    pack,
    rule,
    amount,
    start.at,
    stops.flatMap((s) => s.pauses),
  );
  const open = stops.some((s) => s.since !== undefined && s.since <= first.due);
  const { clock, by } = restarted(rule, amount, first, start, known);
  const longstop = longstopOf(rule, known);
  const stopped = longstop !== undefined && soonest(longstop.due, clock.due) < 0;
  return {
    id: "",
    rule: rule.id,
    event: start.from,
    due: stopped ? longstop.due : clock.due,
    ...(clock.latest === undefined ? {} : { latest: clock.latest }),
    ...(longstop === undefined ? {} : { longstop: longstop.due }),
    ...(by === undefined ? {} : { restartedBy: by }),
    ...(open ? { paused: true } : {}),
    owner: clock.owner,
    basis: [...clock.basis, ...(by === undefined ? [] : (rule.restart_basis ?? []))],
    source: "law",
    counts: clock.owner !== "record" && !clock.indicative,
    consequence: clock.consequence,
    provisional: stopped ? longstop.provisional : clock.provisional,
    ...(start.filing === undefined ? {} : { filing: start.filing }),
  };
}

/** K6: counted anew from the last thing that restarts it, as long as each came before the time was over. */
function restarted(
  rule: DeadlineRule,
  amount: number,
  first: RuleClock,
  start: Start,
  { pack, raised }: Known,
): { readonly clock: RuleClock; readonly by: Ref | undefined } {
  let clock = first;
  let by: Ref | undefined;
  if (rule.no_extension === true) return { clock, by };
  for (const r of raised) {
    if (rule.restarts_on?.includes(r.name) !== true || !cameAfter(r, start)) continue;
    if (toMillis(startOf(r.at)) > toMillis(endOf(clock.due))) break;
    clock = ruleClock(pack, rule, amount, r.at);
    by = r.from;
  }
  return { clock, by };
}

/** K6: the end that nothing moves, from the earliest start known of it. */
function longstopOf({ longstop, basis }: DeadlineRule, { pack, starts }: Known): Due | undefined {
  if (longstop === undefined) return undefined;
  return starts
    .filter((s) => s.name === longstop.event)
    .map((s) => dueOf({ ...longstop, scope: scopeOf(basis), owner: "mine" }, s.at, pack.calendar))
    .toSorted((a, b) => soonest(a.due, b.due))[0];
}

/** K2: where two rules speak of one matter, nobody is late before both have ended. */
function withAlongside(d: Running, found: readonly Running[], pack: Pack): Running {
  const aboutOf = (id: string): string => pack.rules.find((r) => r.id === id)?.alongside ?? id;
  const sameStart = (x: Running): boolean => x.event === d.event || (x.filing !== undefined && x.filing === d.filing);
  const last = found
    .filter((x) => aboutOf(x.rule) === aboutOf(d.rule) && sameStart(x))
    .map((x) => x.latest ?? x.due)
    .toSorted(soonest)
    .at(-1);
  return last === undefined || soonest(last, d.latest ?? d.due) <= 0 ? d : { ...d, latest: last };
}
