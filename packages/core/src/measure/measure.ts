/**
 * Measures of a case: what readings, samples and attempts say, before any clause is asked. Pure (M1–M7).
 *
 * 1. An undertaking is measured on the series of its counter. Where several accounts could be meant, none is taken.
 * 2. An order without an undertaking but with readings is measured under its own id, with no promised quantity.
 */
import { all, type Case } from "../case/case.ts";
import type { Id } from "../identity.ts";
import type { Pack } from "../pack/pack.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { baselineOf } from "./baseline.ts";
import { dropOf } from "./drop.ts";
import { byId, compareText, liveOrders, liveSamples } from "./live.ts";
import type { Measures, Series, UndertakingMeasure } from "./measurement.ts";
import { progressOf } from "./progress.ts";
import { sampleMeasure } from "./sample.ts";
import { seriesOf, since } from "./series.ts";
import { startOfDelivery } from "./start.ts";
import { thresholdsOf, type Thresholds } from "./threshold.ts";
import { unreachableOf } from "./unreachable.ts";

type Order = RecordOf<"order">;
type Undertaking = RecordOf<"undertaking">;

/** Everything measured in `of` under the thresholds of `pack` and the person's own changes of them. */
export function measure(of: Case, pack: Pick<Pack, "defaults">): Measures {
  const thresholds = thresholdsOf(of, pack);
  const series = seriesOf(of);
  const orders = liveOrders(of);
  const undertakings = all(of, "undertaking").toSorted(byId);
  const byUndertaking: Record<string, UndertakingMeasure> = {};
  for (const order of orders) {
    const own = undertakings.filter((u) => u.order === order.id);
    for (const u of own) {
      const on = seriesFor(u, series) ?? noSeries(u);
      byUndertaking[u.id] = measureOn(on, order, u.id, u.quantity, thresholds);
    }
    const bare = own.length === 0 ? seriesOfOrder(order, orders, series) : undefined;
    if (bare) byUndertaking[order.id] = measureOn(bare, order, order.id, undefined, thresholds);
  }
  const samples = Object.fromEntries(liveSamples(of).map((s) => [s.id, sampleMeasure(s, thresholds)]));
  return { series, byUndertaking, samples, unreachable: unreachableOf(of, thresholds) };
}

function seriesFor(u: Undertaking, series: readonly Series[]): Series | undefined {
  // Undertakings may carry an account without the schema naming one: records are loose.
  const account = typeof u["account"] === "string" && u["account"].trim() !== "" ? u["account"].trim() : undefined;
  const fitting = series.filter((s) => s.counter === u.counter && (account === undefined || s.account === account));
  return theOne(fitting, u.order);
}

function seriesOfOrder(order: Order, orders: readonly Order[], series: readonly Series[]): Series | undefined {
  const linked = linkedTo(series, order.id);
  if (linked.length > 0)
    return linked.toSorted((a, b) => b.readings.length - a.readings.length || compareText(a.key, b.key))[0];
  return orders.length === 1 && series.length === 1 ? series[0] : undefined;
}

const linkedTo = (series: readonly Series[], order: Id): readonly Series[] =>
  series.filter((s) => s.readings.some((r) => r.order === order));

/** The series whose readings name the order, else the only one there is. */
function theOne(fitting: readonly Series[], order: Id): Series | undefined {
  const linked = linkedTo(fitting, order);
  const choice = linked.length > 0 ? linked : fitting;
  return choice.length === 1 ? choice[0] : undefined;
}

const noSeries = (u: Undertaking): Series => ({
  key: u.counter,
  counter: u.counter,
  account: undefined,
  readings: [],
  maxGapHours: 0,
});

function measureOn(
  series: Series,
  order: Order,
  undertaking: Id,
  quantity: number | undefined,
  t: Thresholds,
): UndertakingMeasure {
  const { orderedAt } = order;
  const readings = since(series, orderedAt);
  const baseline = baselineOf(series, orderedAt, t);
  return {
    undertaking,
    order,
    orderedAt,
    quantity,
    series,
    baseline,
    start: baseline && startOfDelivery(readings, { baseline, orderedAt, quantity, thresholds: t }),
    ...progressOf(readings, baseline, quantity),
    drop: baseline && dropOf(readings, { baseline, quantity, withinHours: t.dropWithinHours, thresholds: t }),
  };
}
