/**
 * Sampling condition: too many suspicious accounts. Pure (M6).
 *
 * 1. Judged by the ends of the Wilson interval, never by the bare share: chance is not held against anybody.
 * 2. Fewer than 50 accounts, or a sample whose rule is not stated, leaves it unknown.
 * 3. A clause without a number ("大量虚假粉丝") is met when at least half is certain (lower end ≥ 0.5: more than half is "many"
 *    by any use of the word), not met only when the sample shows none, and unknown in between: what "many" means is not ours to say.
 */
import type { SampleMeasure } from "../measure/measurement.ts";
import { sample } from "../measure/say.ts";
import { message } from "../message.ts";
import { ref } from "../identity.ts";
import type { ConditionOf, Facts } from "./facts.ts";
import { met, missing, notMet, some, unknown, type Finding } from "./finding.ts";

const MATERIAL = "粉丝列表";
const MANY = 0.5;

/** "存在大量虚假粉丝", "虚假粉丝超过30%". */
export function suspiciousOver(c: ConditionOf<"suspicious_over">, f: Facts): Finding {
  const samples = Object.keys(f.measures.samples)
    .toSorted()
    .flatMap((id) => f.measures.samples[id] ?? []);
  return (
    some(samples.map((s) => judge(c, f, s))) ??
    unknown([message("M6.no_sample")], missing("missing.sample", { n: f.thresholds.sampleMin }, MATERIAL))
  );
}

function judge(c: ConditionOf<"suspicious_over">, f: Facts, s: SampleMeasure): Finding {
  const said = sample(f.of, s);
  const least = f.thresholds.sampleMin;
  if (s.n < least)
    return unknown(
      [message("M6.too_small", { n: s.n, least }), said],
      missing("missing.sample", { n: least }, MATERIAL),
    );
  if (!s.ruleStated)
    return unknown([message("M6.rule_missing", {}, [ref("sample", s.sample)]), said], missing("missing.sample_rule"));
  if (c.ratio === undefined) {
    if (s.low >= MANY) return met(said);
    if (s.suspicious === 0) return notMet(said);
    return unknown([message("B4.no_number"), said], missing("missing.many_defined", {}, "平台规则"));
  }
  if (s.low > c.ratio) return met(message("B4.suspicious_over", { limitRatio: c.ratio }), said);
  if (s.high <= c.ratio) return notMet(message("B4.suspicious_not_over", { limitRatio: c.ratio }), said);
  return unknown(
    [message("M6.interval_contains", { limitRatio: c.ratio }), said],
    missing("missing.larger_sample", { n: s.n }, MATERIAL),
  );
}
