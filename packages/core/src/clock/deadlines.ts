/**
 * Deadlines: every clock of a case, derived from an event or a payment and a rule; never typed. Pure (K1–K3, K7, K8, X12).
 *
 * 1. A deadline exists only because an event started it: a draft has none (X3).
 * 2. A period counts against the other side only if a message that was sent or delivered named it (K7).
 */
import { all, type Case } from "../case/case.ts";
import type { Deadline } from "../assess/assessment.ts";
import { ref, type Ref } from "../identity.ts";
import type { DeadlineRule, Pack } from "../pack/pack.ts";
import { addHours, civilOf, endOf, startOf, toMillis, type Instant, type When } from "../time.ts";
import type { CaseEvent, History } from "../course/history.ts";
import { dueOf, ownerOf, scopeOf } from "./period.ts";

interface Start {
  readonly name: string;
  readonly at: When;
  readonly from: Ref;
}

/** X12: the start events that an event of the case raises, through the triggers of the pack; its own name always counts. */
function startsOf(event: CaseEvent, pack: Pack): readonly Start[] {
  const channel = event.data["channel"];
  const raised = pack.triggers
    .filter((t) => t.event === event.type && (t.channel === undefined || t.channel === channel))
    .flatMap((t) => t.starts);
  return [...new Set([event.type, ...raised])].map((name) => ({ name, at: event.at, from: ref("event", event.id) }));
}

function rulesFor(start: Start, pack: Pack): readonly DeadlineRule[] {
  const day = civilOf(start.at);
  const inForce = (r: DeadlineRule): boolean =>
    (r.effective_from === undefined || day >= r.effective_from) &&
    (r.valid_until === undefined || day <= r.valid_until);
  return pack.rules.filter((r) => r.event === start.name && r.amount !== null && inForce(r));
}

function byRule(start: Start, rule: DeadlineRule, pack: Pack, now: Instant): Deadline {
  const owner = ownerOf(rule.kind);
  const { due, provisional } = dueOf(
    { amount: rule.amount ?? 0, unit: rule.unit, scope: scopeOf(rule.basis), owner },
    start.at,
    pack.calendar,
  );
  return {
    id: `${rule.id}/${start.from.split("/")[1] ?? ""}`,
    rule: rule.id,
    event: start.from,
    due,
    owner,
    basis: rule.basis,
    provisional,
    passed: toMillis(endOf(due)) < toMillis(now),
  };
}

/** A period the person set, or one the platform published and the person captured (K7, K8). */
function bySetPeriod(event: CaseEvent, now: Instant): Deadline | undefined {
  const hours = event.data["periodHours"];
  if (
    typeof hours !== "number" ||
    !["application.submitted", "demand.sent", "demand.delivered", "promise.made"].includes(event.type)
  )
    return undefined;
  const due = addHours(startOf(event.at), hours);
  const clause = event.data["clause"];
  const basis = typeof clause === "string" ? ref("clause", clause) : "person";
  const rule = typeof clause === "string" ? "published-period" : "demand-period";
  return {
    id: `${rule}/${event.id}`,
    rule,
    event: ref("event", event.id),
    due,
    owner: "theirs",
    basis: [basis],
    provisional: false,
    passed: toMillis(due) < toMillis(now),
  };
}

/** All deadlines of a case, soonest first. A delivered demand replaces the clock of its sending. */
export function deadlinesOf(of: Case, history: History, pack: Pack, now: Instant): readonly Deadline[] {
  const fromEvents = history.events.flatMap((e) => startsOf(e, pack));
  const fromPayments = all(of, "payment")
    .filter((p) => p.order !== undefined && p.paidAt <= now)
    .flatMap((p): Start[] =>
      ["payment.made", "transaction.completed"].map((name) => ({ name, at: p.paidAt, from: ref("payment", p.id) })),
    );
  const byLaw = [...fromEvents, ...fromPayments].flatMap((s) =>
    rulesFor(s, pack)
      .filter((r) => applies(r, of))
      .map((r) => byRule(s, r, pack, now)),
  );
  const delivered = new Set(history.events.filter((e) => e.type === "demand.delivered").flatMap((e) => e.refs));
  const set = history.events.filter((e) => !delivered.has(ref("event", e.id))).map((e) => bySetPeriod(e, now));
  return [...byLaw, ...set.filter((d) => d !== undefined)].toSorted(
    (a, b) => toMillis(endOf(a.due)) - toMillis(endOf(b.due)) || (a.id < b.id ? -1 : 1),
  );
}

/** Rules with a field of their own (prepaid fields, goods) speak only where the case says so. */
function applies(rule: DeadlineRule, of: Case): boolean {
  const condition = rule["applies_if"];
  if (condition === undefined) return true;
  return all(of, "answer").some((a) => a.question === `applies.${rule.id}` && a.value === "yes");
}
