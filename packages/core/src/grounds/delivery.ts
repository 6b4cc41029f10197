/**
 * Delivery conditions: not started, and progress below a share. Pure (B4, B8, M2, M3, M5).
 *
 * 1. *Ever* is true once it has happened: a later start does not undo it. *Still* is judged at the newest reading.
 * 2. A period nobody stated is not made up: without hours in the clause or the promise the answer is unknown.
 */
import { liveRecords } from "../measure/live.ts";
import type { Baseline, Reading, UndertakingMeasure } from "../measure/measurement.ts";
import { progressAt } from "../measure/progress.ts";
import {
  newest,
  notStartedAt,
  notStartedUntil,
  progress,
  refsOf,
  smallGrowth,
  startedAt,
  gap,
} from "../measure/say.ts";
import { before, since } from "../measure/series.ts";
import { lineAt } from "../measure/start.ts";
import { timingOf, turningOf, type Timing } from "../measure/turning.ts";
import { message } from "../message.ts";
import { ref } from "../identity.ts";
import { addHours, type Instant } from "../time.ts";
import { material, onUndertakings, undertakingOf, type ConditionOf, type Facts } from "./facts.ts";
import { every, met, missing, notMet, unknown, type Finding } from "./finding.ts";

/** Without a reading before the order nothing can be said about growth. */
export const noBaseline = (m: UndertakingMeasure): Finding =>
  unknown(
    [message("M1.no_baseline", { orderedAt: m.orderedAt })],
    missing("missing.baseline", { beforeAt: m.orderedAt }, material.readings),
  );

/** M5: what is open about a moment that no reading settles. */
function openAt(timing: Extract<Timing, { is: "gap" | "no_reading" }>, moment: Instant): Finding {
  if (timing.is === "gap") {
    const named = gap(timing.from, timing.to, moment);
    return unknown([named], missing("missing.reading_between", named.args, material.readings));
  }
  const last = timing.last;
  const args = { thresholdAt: moment, ...(last ? { lastAt: last.at } : {}) };
  return unknown(
    [message("M5.no_reading_after", args, last ? refsOf(last) : [])],
    missing("missing.reading_after", args, material.readings),
  );
}

/** "下单后24小时内未开始" (ever), "服务未启动" (still). */
export const notStarted = (c: ConditionOf<"not_started">, f: Facts): Finding =>
  onUndertakings(f, (m) => {
    const { baseline, start } = m;
    if (!baseline || !start) return noBaseline(m);
    const hours = c.hours ?? undertakingOf(f, m)?.startWithinHours;
    return c.tense === "still" ? stillNotStarted(f, m, hours) : everNotStarted(f, m, baseline, hours);
  });

function stillNotStarted(f: Facts, m: UndertakingMeasure, hours: number | undefined): Finding {
  const moment = addHours(m.orderedAt, hours ?? 0);
  if (m.start?.first) return notMet(message("B8.no_longer", {}, []), startedAt(f.of, m), newest(f.of, m));
  if (!m.newest || m.newest.at < moment)
    return openAt({ is: "no_reading", last: m.newest ?? before(m.series, m.orderedAt).at(-1) }, moment);
  return met(notStartedUntil(f.of, m), smallGrowth(m));
}

function everNotStarted(f: Facts, m: UndertakingMeasure, baseline: Baseline, hours: number | undefined): Finding {
  if (hours === undefined)
    return unknown(
      [message("B4.no_start_time"), notStartedUntil(f.of, m)],
      missing("missing.promised_start", {}, material.promise),
    );
  const moment = addHours(m.orderedAt, hours);
  const readings = since(m.series, m.orderedAt);
  const turning = { lastWithout: m.start?.lastNot, firstWith: m.start?.first };
  const timing = timingOf(readings, turning, moment, before(m.series, m.orderedAt).at(-1));
  if (timing.is === "changed_by") return notMet(startedAt(f.of, m));
  if (timing.is !== "not_yet") return openAt(timing, moment);
  const line = lineAt(
    { baseline, orderedAt: m.orderedAt, quantity: m.quantity, thresholds: f.thresholds },
    timing.shows.at,
  );
  const proof = notStartedAt(f.of, m, timing.shows, line, "B4.not_started_within");
  return met(
    { ...proof, args: { ...proof.args, withinHours: hours, thresholdAt: moment } },
    notStartedUntil(f.of, m),
    smallGrowth(m),
    startedAt(f.of, m),
    newest(f.of, m),
  );
}

/** "进度未达50%且平台未合理解释", "72小时内未完成". */
export function progressBelow(c: ConditionOf<"progress_below">, f: Facts): Finding {
  const slow = onUndertakings(f, (m) => slowProgress(c, f, m));
  return c.unlessExplained === true ? every([slow, unexplained(f)]) : slow;
}

function slowProgress(c: ConditionOf<"progress_below">, f: Facts, m: UndertakingMeasure): Finding {
  const { baseline, quantity } = m;
  if (!baseline) return noBaseline(m);
  if (quantity === undefined)
    return unknown([message("M3.no_quantity")], missing("missing.promised_quantity", {}, material.promise));
  const hours = c.withinHours ?? undertakingOf(f, m)?.finishWithinHours;
  if (hours === undefined)
    return unknown(
      [message("M3.no_finish_time"), progress(f.of, m)],
      missing("missing.promised_finish", {}, material.promise),
    );
  const moment = addHours(m.orderedAt, hours);
  const readings = since(m.series, m.orderedAt);
  const reached = (r: Reading): boolean => (progressAt(r, baseline, quantity) ?? 0) >= c.ratio;
  const turning = turningOf(readings, reached);
  const timing = timingOf(readings, turning, moment, before(m.series, m.orderedAt).at(-1));
  if (timing.is === "gap" || timing.is === "no_reading") return openAt(timing, moment);
  const { shows } = timing;
  const progressRatio = progressAt(shows, baseline, quantity) ?? 0;
  const args = {
    at: shows.at,
    value: shows.value,
    gained: shows.value - baseline.value,
    quantity,
    progressRatio,
    limitRatio: c.ratio,
    withinHours: hours,
    thresholdAt: moment,
  };
  return timing.is === "changed_by"
    ? notMet(message("B4.progress_reached", args, refsOf(shows)))
    : met(message("B4.progress_below", args, refsOf(shows)), progress(f.of, m));
}

/** B4: no reply is not "no explanation" until asked; an explanation that was given counts, whether it convinces is for people. */
function unexplained(f: Facts): Finding {
  const told = liveRecords(f.of, "explanation");
  const refs = (list: typeof told) =>
    list.flatMap((e) => [ref("explanation", e.id), ...(e.exhibit === undefined ? [] : [ref("exhibit", e.exhibit)])]);
  const given = told.filter((e) => e.given === "yes");
  if (given.length > 0) return notMet(message("B4.explained", {}, refs(given)));
  const asked = told.filter((e) => e.asked === "yes");
  const silent = asked.filter((e) => e.given === "no");
  if (silent.length > 0) return met(message("B4.asked_not_explained", {}, refs(silent)));
  return asked.length > 0
    ? unknown([message("B4.explanation_open", {}, refs(asked))], missing("missing.explanation_answer", {}, "沟通记录"))
    : unknown([message("B4.not_asked")], missing("missing.ask_explanation", {}, "沟通记录"));
}
