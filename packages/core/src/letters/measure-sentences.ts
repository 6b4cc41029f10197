/**
 * 服务问题, measured part: what the readings and samples say. Pure (A6, M2–M6).
 *
 * 1. Never a bare "not started": until when, how much it grew, which line it stayed under.
 * 2. A letter that states a measurement states the newest reading too, and what arrived in between (A6).
 */
import { all, find } from "../case/case.ts";
import { ref, type Ref } from "../identity.ts";
import type { Reading, UndertakingMeasure } from "../measure/measurement.ts";
import type { Args } from "../message.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { hoursBetween, printedSpan } from "../time.ts";
import { threshold } from "../measure/threshold.ts";
import { anyGround, sentence, type Composed, type LetterFacts, type Spec } from "./template.ts";

const limit = (facts: LetterFacts, name: string, fallback: number): number =>
  threshold(facts.case, facts.pack, name, fallback);

/** Undertakings by the time of their order, then what was received, then samples. Undefined where a subject no longer holds (E6). */
export const measureSentences = (facts: LetterFacts): readonly (Composed | undefined)[] => [
  ...Object.values(facts.measures.byUndertaking)
    .toSorted((a, b) =>
      a.orderedAt === b.orderedAt ? (a.undertaking < b.undertaking ? -1 : 1) : a.orderedAt < b.orderedAt ? -1 : 1,
    )
    .flatMap((m) => readingSentences(facts, m)),
  ...receivedSentences(facts),
  ...sampleSentences(facts),
];

/** The screenshot named beside a reading; not in public, where its name may be an order number. */
const file = (facts: LetterFacts, r: Reading): Pick<Reading, "sourceFile"> =>
  r.sourceFile === undefined || facts.spec.audience === "public" ? {} : { sourceFile: r.sourceFile };
const valueRef = (r: Reading): Ref => ref("reading", r.id, "value");

function readingSentences(facts: LetterFacts, m: UndertakingMeasure): readonly (Composed | undefined)[] {
  const undertaking = find(facts.case, "undertaking", m.undertaking);
  const subject = undertaking ? ref("undertaking", undertaking.id) : ref("order", m.order.id);
  const base = m.baseline?.readings ?? [];
  const baseline = m.baseline?.value;
  const of = (readings: readonly Reading[], args: Spec["args"], byDefault: boolean): Spec => ({
    sources: [subject, ref("order", m.order.id), ...readings.map((r) => ref("reading", r.id)), ...base],
    // The promise is cited where it is quoted; a measurement cites its readings.
    cites: readings.map((r) => ref("reading", r.id)),
    prints: readings.map(valueRef),
    args: { counter: m.series.counter, baseline, ...args },
    byDefault,
  });
  const { start, newest, drop, quantity, gained } = m;
  const lastNot = start?.lastNot;
  const first = start?.first;
  const promised = undertaking?.startWithinHours ?? limit(facts, "startWithinHours", 24);
  const late =
    lastNot !== undefined &&
    (anyGround(facts, "not_started", "met") || hoursBetween(m.orderedAt, lastNot.at) > promised);
  const since = (r: Reading): Args => ({ orderedAt: m.orderedAt, ...printedSpan(m.orderedAt, r.at), value: r.value });
  const short =
    newest !== undefined &&
    quantity !== undefined &&
    gained !== undefined &&
    gained < quantity &&
    !anyGround(facts, "under_delivered", "not_met");
  const lostEnough =
    drop !== undefined &&
    (anyGround(facts, "post_delivery_loss", "met", "unknown") || drop.ofGainRatio > limit(facts, "dropRatio", 0.3));
  const out: (Composed | undefined)[] = [];
  if (lastNot && start) {
    const args = {
      ...since(lastNot),
      ...file(facts, lastNot),
      lastAt: lastNot.at,
      growth: start.growthAtLastNot,
      line: start.line,
    };
    out.push(sentence(facts, "problem.not_started_until", of([lastNot], args, late)));
  }
  if (first && start) {
    const args = {
      ...since(first),
      ...file(facts, first),
      firstAt: first.at,
      growth: first.value - (baseline ?? first.value),
      line: start.line,
    };
    const onlySign = lastNot === undefined && hoursBetween(m.orderedAt, first.at) > promised;
    out.push(sentence(facts, "problem.started_later", of([first], args, onlySign)));
  }
  if (newest && quantity !== undefined && gained !== undefined && m.progressRatio !== undefined) {
    const args = {
      ...file(facts, newest),
      newestAt: newest.at,
      value: newest.value,
      quantity,
      gained,
      progressRatio: m.progressRatio,
    };
    out.push(sentence(facts, "problem.progress", of([newest], args, short)));
  }
  if (drop) {
    const { from, to, lost, ofGainRatio, ofTotalRatio } = drop;
    const args = {
      lost,
      fromAt: from.at,
      fromValue: from.value,
      toAt: to.at,
      toValue: to.value,
      ofGainRatio,
      ofTotalRatio,
      ...file(facts, to),
    };
    out.push(sentence(facts, "problem.drop", of([from, to], { ...args, ...hoursOf(from, to) }, lostEnough)));
  }
  if (newest) {
    const stated = out.filter((s) => s?.byDefault === true);
    const covered = stated.some((s) => s?.sources.includes(ref("reading", newest.id)));
    const peak = m.peak !== undefined && m.peak.value > newest.value ? m.peak : undefined;
    const args = {
      ...file(facts, newest),
      newestAt: newest.at,
      value: newest.value,
      gained,
      peak: peak?.value,
      peakAt: peak?.at,
    };
    const wanted =
      (stated.length > 0 && (!covered || first !== undefined)) || (m.baseline === undefined && newest.at > m.orderedAt);
    out.push(sentence(facts, "problem.newest", of(peak ? [newest, peak] : [newest], args, wanted)));
  }
  return out;
}

const hoursOf = (from: Reading, to: Reading): { readonly hours: number; readonly minutes: number } =>
  printedSpan(from.at, to.at);

/** What was used of a prepaid service: stated whether or not it helps (A6). */
function receivedSentences(facts: LetterFacts): readonly (Composed | undefined)[] {
  return all(facts.case, "usage")
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((u) =>
      sentence(facts, "problem.received", {
        sources: [ref("usage", u.id), ref("order", u.order)],
        prints: ["unitsTotal", "unitsUsed", "giftUnits", "giftUsed", "valueFen"].map((f) => ref("usage", u.id, f)),
        args: {
          unitsTotal: u.unitsTotal,
          unitsUsed: u.unitsUsed,
          giftUnits: u.giftUnits,
          giftUsed: u.giftUsed,
          valueFen: u.valueFen,
        },
        byDefault: receivedAnything(u),
      }),
    )
    .filter((s) => s !== undefined && Object.keys(s.args).length > 0);
}

/** Whether a usage record says that something was received. */
export const receivedAnything = (u: RecordOf<"usage">): boolean =>
  (u.unitsUsed ?? 0) > 0 || (u.giftUsed ?? 0) > 0 || (u.valueFen ?? 0) > 0;

function sampleSentences(facts: LetterFacts): readonly (Composed | undefined)[] {
  return Object.values(facts.measures.samples)
    .toSorted((a, b) => (a.sample < b.sample ? -1 : 1))
    .map((s) =>
      sentence(facts, "problem.sample", {
        sources: [ref("sample", s.sample)],
        args: {
          n: s.n,
          suspicious: s.suspicious,
          noAvatar: s.noAvatar,
          noPosts: s.noPosts,
          massFollow: s.massFollow,
          burst: s.burst,
          lowRatio: s.low,
          highRatio: s.high,
          rule: find(facts.case, "sample", s.sample)?.rule,
        },
        byDefault: s.ruleStated && s.n >= limit(facts, "sampleMin", 50) && s.suspicious > 0,
      }),
    );
}
