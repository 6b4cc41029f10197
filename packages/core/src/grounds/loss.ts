/**
 * Loss condition: more than a share lost within hours. Pure (B4, M4, M5).
 *
 * 1. A clause that does not say of what the share is taken is met only if both readings of it are, and not met only if neither is.
 * 2. "Over" means over: exactly the share is not met.
 */
import { dropOf, shareOf, unwatchedDrop, type DropInput, type DropShare } from "../measure/drop.ts";
import type { Drop, Reading, UndertakingMeasure } from "../measure/measurement.ts";
import { drop, gap, newest } from "../measure/say.ts";
import { since } from "../measure/series.ts";
import { message } from "../message.ts";
import { noBaseline } from "./delivery.ts";
import { material, onUndertakings, type ConditionOf, type Facts } from "./facts.ts";
import { met, missing, notMet, unknown, type Finding } from "./finding.ts";

/** "24小时内掉超30%". */
export const dropOver = (c: ConditionOf<"drop_over">, f: Facts): Finding =>
  onUndertakings(f, (m) => {
    const { baseline } = m;
    if (!baseline) return noBaseline(m);
    const readings = since(m.series, m.orderedAt);
    if (readings.length < 2)
      return unknown(
        [message("M4.too_few_readings", { n: readings.length })],
        missing("missing.reading_after", { thresholdAt: m.orderedAt }, material.readings),
      );
    const input: DropInput = { baseline, quantity: m.quantity, withinHours: c.withinHours, thresholds: f.thresholds };
    return judge(c, f, m, readings, input);
  });

function judge(
  c: ConditionOf<"drop_over">,
  f: Facts,
  m: UndertakingMeasure,
  readings: readonly Reading[],
  input: DropInput,
): Finding {
  const shares: readonly DropShare[] = c.denominator === "unspecified" ? ["gain", "total"] : [c.denominator];
  const over = (d: Drop | undefined, share: DropShare): boolean => d !== undefined && shareOf(d, share) > c.ratio;
  const seen = shares.map((share) => ({ share, worst: dropOf(readings, input, share) }));
  const limit = { limitRatio: c.ratio, withinHours: c.withinHours };
  const first = seen[0]?.worst;
  if (seen.every((s) => over(s.worst, s.share)))
    return met(message("B4.drop_over", limit), drop(f.of, first), newest(f.of, m));
  const unwatched = seen.flatMap((s) => {
    const d = over(s.worst, s.share) ? undefined : unwatchedDrop(readings, input, s.share);
    return d && over(d, s.share) ? [d] : [];
  });
  const [wide] = unwatched;
  if (wide) {
    const named = gap(wide.from, wide.to);
    return unknown([named, drop(f.of, wide)], missing("missing.reading_between", named.args, material.readings));
  }
  if (seen.some((s) => over(s.worst, s.share))) {
    return unknown(
      [message("B4.denominator", limit), drop(f.of, first)],
      missing("missing.denominator", limit, material.rules),
    );
  }
  return notMet(
    first ? message("B4.drop_not_over", limit) : message("B4.no_drop", limit),
    drop(f.of, first),
    newest(f.of, m),
  );
}
