/**
 * Facts: what a condition is judged on. Types, and the one way to go through the measured undertakings. Pure.
 */
import type { Case } from "../case/case.ts";
import { find } from "../case/case.ts";
import { liveOrders } from "../measure/live.ts";
import type { Measures, UndertakingMeasure } from "../measure/measurement.ts";
import type { Thresholds } from "../measure/threshold.ts";
import { message } from "../message.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { Condition, GroundKind } from "../schema/parts.ts";
import { missing, some, unknown, type Finding } from "./finding.ts";

export interface Facts {
  readonly of: Case;
  readonly measures: Measures;
  readonly thresholds: Thresholds;
  /** The ground the condition belongs to. */
  readonly kind: GroundKind;
  /** The clause it was taken from; undefined where law is the source. */
  readonly clause: RecordOf<"clause"> | undefined;
}

export type ConditionOf<T extends Condition["type"]> = Extract<Condition, { readonly type: T }>;

/** Material types (F4) that close the gaps of measurements. */
export const material = { readings: "后台数据", promise: "服务承诺", rules: "平台规则", payment: "支付凭证" } as const;

/** The promise that was measured; undefined where an order without one is measured under its own id. */
export const undertakingOf = (f: Facts, m: UndertakingMeasure): RecordOf<"undertaking"> | undefined =>
  find(f.of, "undertaking", m.undertaking);

/** Judges every measured undertaking; one for which the condition is met is enough. */
export function onUndertakings(f: Facts, judge: (m: UndertakingMeasure) => Finding): Finding {
  const measured = Object.values(f.measures.byUndertaking);
  const judged = some(measured.map((m) => (m.series.readings.length === 0 ? noReadings(f, m) : judge(m))));
  if (judged) return judged;
  return liveOrders(f.of).length === 0
    ? unknown([message("B3.no_order")], missing("missing.order", {}, material.payment, "order_exists"))
    : unknown([message("B3.no_readings")], missing("missing.readings", {}, material.readings));
}

/** None at all, or several accounts of which none is named. */
function noReadings(f: Facts, m: UndertakingMeasure): Finding {
  const accounts = f.measures.series.filter((s) => s.counter === m.series.counter).map((s) => s.account ?? "");
  return accounts.length > 1
    ? unknown([message("B3.which_account", { accounts })], missing("missing.which_account", { accounts }))
    : unknown(
        [message("B3.no_readings")],
        missing("missing.readings", { counter: m.series.counter }, material.readings),
      );
}
