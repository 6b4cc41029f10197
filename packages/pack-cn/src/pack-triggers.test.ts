/** Tests of the deadline rules and of what starts them. */
import { eventTypes, recordEvents, statedFacts } from "@recourse/core";
import { expect, test } from "vitest";
import { loadChannels, pack } from "./index.ts";

const channels = (await loadChannels()).items;
const known = new Set<string>([...eventTypes, ...statedFacts, ...recordEvents]);
const started = new Set(pack.triggers.flatMap((t) => t.starts));

/** Every name a rule listens to: its start, what restarts, ends and pauses it, what its longstop counts from. */
const namesOf = (rule: (typeof pack.rules)[number]): readonly string[] => [
  rule.event,
  ...(rule.restarts_on ?? []),
  ...(rule.ended_by ?? []),
  ...(rule.longstop === undefined ? [] : [rule.longstop.event]),
  ...(rule.pausable ?? []).flatMap((name) => [`${name}.started`, `${name}.ended`]),
];
const named = pack.rules.flatMap(namesOf);

test("[X12] every name a rule listens to is raised by a trigger or is an event of its own", () => {
  expect(named.filter((event) => !started.has(event) && !known.has(event))).toEqual([]);
  // The other way round: a name nobody raises would be found.
  expect(["complaint.heard"].filter((event) => !started.has(event) && !known.has(event))).toEqual(["complaint.heard"]);
});

test("[X12] a trigger listens to a known event and starts only what some rule names", () => {
  for (const trigger of pack.triggers) {
    expect([...known]).toContain(trigger.event);
    expect(trigger.starts.filter((event) => !named.includes(event))).toEqual([]);
  }
});

test("[X12] every fact a person may state starts, restarts or bounds a rule", () => {
  expect(statedFacts.filter((fact) => !named.includes(fact))).toEqual([]);
});

test("[X12] for every event and channel: what is raised is exactly this", () => {
  const raised = channels.flatMap((channel) =>
    eventTypes.flatMap((event) =>
      pack.triggers
        .filter((t) => t.event === event && t.channel === channel.id)
        .flatMap((t) => t.starts.map((start) => `${event} ${channel.id} → ${start}`)),
    ),
  );
  expect(raised).toEqual([
    "filing.submitted samr_complaint → complaint.received_by_regulator",
    "filing.accepted samr_complaint → complaint.accepted",
    "mediation.ended samr_complaint → mediation.terminated",
    "filing.submitted small_claims → suit.filed",
    "filing.accepted small_claims → suit.docketed",
  ]);
  // No trigger names a channel the pack does not have.
  expect(pack.triggers.filter((t) => t.channel !== undefined)).toHaveLength(raised.length);
});

test("[X12] a channel that names a rule as its clock can start it: through its own trigger, or because a person states the fact", () => {
  const reached = (channel: string, event: string): boolean =>
    known.has(event) || pack.triggers.some((t) => t.starts.includes(event) && (t.channel ?? channel) === channel);
  const dead = channels.flatMap((channel) =>
    channel.clocks.flatMap((clock) => {
      const rule = pack.rules.find((r) => r.id === clock.rule);
      return rule === undefined || reached(channel.id, rule.event) ? [] : [`${channel.id} ${rule.id}`];
    }),
  );
  expect(dead).toEqual([]);
  expect(reached("samr_report", "complaint.accepted")).toBe(false);
});

test("[X12] a reply that agrees is a debt acknowledged; an agreement ends mediation without a notice of its end", () => {
  expect(pack.triggers.find((t) => t.starts.includes("debtor.agreed"))?.where).toEqual({ as: ["agreed"] });
  expect(pack.triggers.find((t) => t.starts.includes("mediation.terminated"))?.unless).toEqual({ result: ["agreed"] });
});

test("[K6] limitation restarts when a demand is delivered, not when it is sent", () => {
  const limitation = pack.rules.find((r) => r.id === "limitation");
  expect(limitation?.restarts_on).toEqual(["demand.delivered", "debtor.agreed", "suit.filed"]);
});

test("[K9] neither the three years of 12315 nor the rights to rescind and terminate are restarted or made longer by anything", () => {
  for (const id of ["samr-complaint-limit", "rescind-fraud", "rescind-mistake", "terminate-right"]) {
    const rule = pack.rules.find((r) => r.id === id);
    expect([id, rule?.no_extension, rule?.restarts_on, rule?.extension]).toEqual([id, true, undefined, undefined]);
  }
});

test("[K2] only clocks of authorities stand still, and only those that count days; rules on one matter name each other", () => {
  for (const rule of pack.rules) {
    if (rule.pausable) expect([rule.unit, rule.kind], rule.id).toEqual(["calendar-day", "authority-must-by"]);
    const other = pack.rules.find((r) => r.id === rule.alongside);
    if (rule.alongside !== undefined) expect([other?.event, other?.kind], rule.id).toEqual([rule.event, rule.kind]);
  }
});

test("[K4] every rule rests on provisions that the pack has", () => {
  const ids = new Set(pack.provisions.map((p) => p.id));
  const unknown = pack.rules.flatMap((r) => [...r.basis, ...(r.restart_basis ?? [])]).filter((id) => !ids.has(id));
  expect(unknown).toEqual([]);
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
