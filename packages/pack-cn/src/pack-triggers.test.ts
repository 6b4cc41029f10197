/** Tests of the deadline rules and of what starts them. */
import { expect, test } from "vitest";
import { loadChannels, pack } from "./index.ts";

/** X1: what a case records about its course. */
const courseEvents = [
  "application.submitted",
  "demand.sent",
  "demand.delivered",
  "reply.received",
  "promise.made",
  "filing.submitted",
  "filing.accepted",
  "filing.refused",
  "mediation.ended",
  "suit.filed",
  "suit.docketed",
  "offer.made",
  "offer.answered",
  "refund.received",
  "case.closed",
];

/** Start events that a person records under the same name, because only they know of them. */
const toldEvents = [
  "infringement.known",
  "infringement.happened",
  "fraud.known",
  "mistake.known",
  "termination_ground.known",
  "guardian.notified",
  "goods.received",
  "platform.rule_change_published",
  "operator.closing",
  "court.sets_period",
  "preservation.ordered",
  "mediation.clue_found",
  "debtor.agreed",
];

/** Raised by the payment records. */
const recordEvents = ["payment.made"];

const known = new Set([...courseEvents, ...toldEvents, ...recordEvents]);
const started = new Set(pack.triggers.flatMap((t) => t.starts));

/** Every event a rule names: its start, what restarts it, what its longstop counts from. */
const named = pack.rules.flatMap((rule) => {
  const restarts = Array.isArray(rule.restarts_on) ? rule.restarts_on.map(String) : [];
  const longstop = JSON.stringify(rule.longstop ?? {}).match(/"event":"([^"]+)"/)?.[1];
  return [rule.event, ...restarts, ...(longstop === undefined ? [] : [longstop])];
});

test("[X12] every start event of a rule is raised by a trigger or is an event of its own name", () => {
  expect(named.filter((event) => !started.has(event) && !known.has(event))).toEqual([]);
});

test("[X12] a trigger listens to a known event and starts only what some rule names", () => {
  for (const trigger of pack.triggers) {
    expect([...known]).toContain(trigger.event);
    expect(trigger.starts.filter((event) => !named.includes(event))).toEqual([]);
  }
});

test("[X12] the channel of a trigger exists, and a 12315 filing starts the regulator's clock where a suit does not", async () => {
  const channels = new Set((await loadChannels()).items.map((c) => c.id));
  for (const t of pack.triggers) if (t.channel !== undefined) expect(channels).toContain(t.channel);
  const starts = (channel: string) =>
    pack.triggers.filter((t) => t.event === "filing.submitted" && t.channel === channel).flatMap((t) => t.starts);
  expect(starts("samr_complaint")).toEqual(["complaint.received_by_regulator"]);
  expect(starts("small_claims")).toEqual(["suit.filed"]);
});

test("[K6] limitation restarts when a demand is delivered, not when it is sent", () => {
  const limitation = pack.rules.find((r) => r.id === "limitation");
  expect(limitation?.restarts_on).toEqual(["demand.delivered", "debtor.agreed", "suit.filed"]);
});

test("[K9] neither the three years of 12315 nor the rights to rescind and terminate are restarted by anything", () => {
  for (const id of ["samr-complaint-limit", "rescind-fraud", "rescind-mistake", "terminate-right"])
    expect(pack.rules.find((r) => r.id === id)).not.toHaveProperty("restarts_on");
});

test("[K1] a rule counts a whole amount, or a period the person chooses", () => {
  for (const rule of pack.rules) expect(rule.amount === null, rule.id).toBe(rule.unit === "user-chosen");
});

test("[L5] old and new mediation periods hand over: 45 working days end, 60 days stay", () => {
  const old = pack.rules.find((r) => r.id === "samr-mediation-old");
  const now = pack.rules.find((r) => r.id === "samr-mediation");
  expect([old?.amount, old?.unit, old?.valid_until]).toEqual([45, "cn-working-day", "2026-04-14"]);
  expect([now?.amount, now?.unit, now?.valid_until]).toEqual([60, "calendar-day", undefined]);
});
