/**
 * One rule of the pack and one start: when the time ends, whose it is, on what it rests. Pure (K1–K4, L5).
 *
 * 1. A rule speaks only of starts on days on which it is in force; so does each provision it rests on.
 * 2. A period that may be made longer has a second, latest end; nothing of ours is ever made longer (K9).
 */
import { forceAt } from "../grounds/force.ts";
import type { DeadlineRule, Pack } from "../pack/pack.ts";
import { err, ok, type Result } from "../result.ts";
import { civilOf, endOf, toMillis, type CivilDate, type Instant, type When } from "../time.ts";
import { dueOf, ownerOf, scopeOf, type Owner, type Pause } from "./period.ts";

/** What of a pack the clocks read. */
export type ClockPack = Pick<Pack, "rules" | "provisions" | "calendar">;

export interface RuleClock {
  readonly rule: string;
  readonly due: CivilDate | Instant;
  /** The end where the period is made as long as the text allows; only then is anybody late (K2). */
  readonly latest?: CivilDate | Instant;
  /** K3: the holidays of that year are not known. */
  readonly provisional: boolean;
  readonly owner: Owner;
  /** Provisions that were law on the day of the start. */
  readonly basis: readonly string[];
  /** Somebody else sets the date; this is what is usual. */
  readonly indicative: boolean;
  /** Word code of what happens when the time is over. */
  readonly consequence: string;
}

export type ClockError =
  | { readonly kind: "unknown_rule"; readonly rule: string }
  | {
      readonly kind: "not_in_force";
      readonly rule: string;
      readonly on: CivilDate;
      readonly from?: CivilDate;
      readonly until?: CivilDate;
    }
  /** The law names no number: the person does. Units: hours. */
  | { readonly kind: "user_chosen"; readonly rule: string; readonly suggestHours: readonly number[] };

/** Whether a rule speaks of what began on this day. */
export const inForceOn = (rule: DeadlineRule, day: CivilDate): boolean =>
  (rule.effective_from === undefined || day >= rule.effective_from) &&
  (rule.valid_until === undefined || day <= rule.valid_until);

/** A provision that was not law yet, or no more, is no basis; where none of them was, the rule is named as the pack has it. */
function basisOn(pack: ClockPack, ids: readonly string[], day: CivilDate): readonly string[] {
  const standing = ids.filter((id) => {
    const p = pack.provisions.find((one) => one.id === id);
    return p === undefined || forceAt(p, day) === "in-force";
  });
  return standing.length > 0 ? standing : ids;
}

/** The end of a rule of `amount` from a start. `pauses`: days not counted in. */
export function ruleClock(
  pack: ClockPack,
  rule: DeadlineRule,
  amount: number,
  from: When,
  pauses: readonly Pause[] = [],
): RuleClock {
  const owner = ownerOf(rule.kind);
  const scope = rule.roll === "none" ? "none" : scopeOf(rule.basis);
  const { due, provisional } = dueOf({ amount, unit: rule.unit, scope, owner }, from, pack.calendar, pauses);
  const more = rule.no_extension === true ? undefined : rule.extension;
  const extra = typeof more === "number" ? { amount: more, unit: rule.unit } : more;
  // "延长一个月" makes two months three, counted from the start like the first two.
  const latest =
    extra === undefined || owner === "mine"
      ? undefined
      : extra.unit === rule.unit
        ? dueOf({ amount: amount + extra.amount, unit: rule.unit, scope, owner }, from, pack.calendar, pauses).due
        : dueOf({ ...extra, scope, owner }, due, pack.calendar).due;
  return {
    rule: rule.id,
    due,
    ...(latest === undefined ? {} : { latest }),
    provisional,
    owner,
    basis: basisOn(pack, rule.basis, civilOf(from)),
    indicative: rule.indicative === true,
    consequence: `consequence.${rule.id}`,
  };
}

/** The clock of a rule by itself, without a case. Errors: `unknown_rule`, `user_chosen` with what is usual, `not_in_force` with the days between which the rule stands. */
export function ruleClockOf(pack: ClockPack, id: string, from: When): Result<RuleClock, ClockError> {
  const rule = pack.rules.find((r) => r.id === id);
  if (!rule) return err({ kind: "unknown_rule", rule: id });
  if (rule.amount === null) return err({ kind: "user_chosen", rule: id, suggestHours: rule.suggest_hours ?? [] });
  const on = civilOf(from);
  if (!inForceOn(rule, on))
    return err({
      kind: "not_in_force",
      rule: id,
      on,
      ...(rule.effective_from === undefined ? {} : { from: rule.effective_from }),
      ...(rule.valid_until === undefined ? {} : { until: rule.valid_until }),
    });
  return ok(ruleClock(pack, rule, rule.amount, from));
}

/** The last moment at which nothing is late yet: of ours the end, of others the latest end there may be (K2). */
export const lastMoment = (d: Pick<RuleClock, "due" | "latest" | "owner">): Instant =>
  endOf(d.owner === "mine" || d.owner === "record" ? d.due : (d.latest ?? d.due));

/** Whether anybody is late: after the last moment at which nothing is. */
export const isOver = (d: Pick<RuleClock, "due" | "latest" | "owner">, now: Instant): boolean =>
  toMillis(lastMoment(d)) < toMillis(now);
