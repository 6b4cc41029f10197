/**
 * Draws the chart of a counter as SVG with Observable Plot. Loaded only when a chart is shown. Effects: makes elements.
 *
 * 1. Colours are the tokens of the theme; the shape of each mark tells it apart without colour.
 */
import { areaY, axisX, axisY, dot, gridY, line, plot, rect, ruleX, ruleY, text } from "@observablehq/plot";
import type { ChartModel, ChartMoment } from "./chart-model.ts";

export interface ChartWords {
  readonly title: string;
  readonly description: string;
  readonly promised: string;
  /** Words of a moment. */
  readonly moment: (moment: ChartMoment) => string;
}

/** Width at which labels have room. Units: pixels. */
const ROOMY = 480;

const two = (n: number): string => String(n).padStart(2, "0");
/** `05-02`; at other hours `05-02 12:00`. The clock is already Shanghai's. */
function tick(ms: number): string {
  const at = new Date(ms);
  const day = `${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`;
  return at.getUTCHours() === 0 ? day : `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** One element, replaced as a whole when the data changes. */
export function drawChart(model: ChartModel, words: ChartWords, width: number, className: string): Element {
  const roomy = width >= ROOMY;
  const values = model.points.map((p) => p.y);
  const low = Math.min(...values, model.baseline ?? Infinity);
  const high = Math.max(...values, model.line ?? -Infinity);
  const pad = Math.max(1, (high - low) * 0.14);
  // Labels of moments stand in two rows, so that neighbours do not cover each other.
  const labelled = model.moments.map((m, n) => ({ ...m, label: words.moment(m), row: n % 2 }));
  const drawn = plot({
    width,
    height: roomy ? 230 : 210,
    marginLeft: 46,
    marginRight: 14,
    marginTop: roomy ? 40 : 12,
    marginBottom: 28,
    className,
    ariaLabel: words.title,
    ariaDescription: words.description,
    x: { type: "utc" },
    y: { domain: [low - pad, high + pad], nice: true },
    marks: [
      gridY({ stroke: "var(--line)", strokeOpacity: 1 }),
      axisX({ ticks: roomy ? 6 : 3, tickFormat: (d: Date) => tick(d.getTime()), label: null, fontSize: 11 }),
      axisY({ ticks: 4, label: null, fontSize: 11, tickFormat: (n: number) => String(n) }),
      ...(model.promised === undefined
        ? []
        : [
            rect([model.promised], {
              x1: (p: readonly [number, number]) => p[0],
              x2: (p: readonly [number, number]) => p[1],
              fill: "var(--accent-soft)",
              stroke: "var(--accent)",
              strokeDasharray: "2 3",
            }),
          ]),
      areaY([...model.points], { x: "x", y1: () => low - pad, y2: "y", fill: "var(--accent)", fillOpacity: 0.06 }),
      ...(model.line === undefined ? [] : [ruleY([model.line], { stroke: "var(--ink-3)", strokeDasharray: "6 4" })]),
      ruleX(labelled, { x: "x", stroke: "var(--ink-3)", strokeDasharray: "3 3" }),
      line([...model.points], { x: "x", y: "y", stroke: "var(--accent)", strokeWidth: 2 }),
      dot([...model.points], { x: "x", y: "y", r: 1.7, fill: "var(--accent)" }),
      dot(
        labelled.filter((m) => m.value !== undefined),
        { x: "x", y: "value", r: 4.5, fill: "var(--raised)", stroke: "var(--ink)", strokeWidth: 1.5 },
      ),
      ...(roomy
        ? [
            text(labelled, {
              x: "x",
              frameAnchor: "top",
              dy: -30,
              text: (m: { label: string; row: number }) => (m.row === 0 ? m.label : ""),
              fill: "var(--ink-2)",
              fontSize: 11,
            }),
            text(labelled, {
              x: "x",
              frameAnchor: "top",
              dy: -15,
              text: (m: { label: string; row: number }) => (m.row === 1 ? m.label : ""),
              fill: "var(--ink-2)",
              fontSize: 11,
            }),
          ]
        : []),
    ],
  });
  // One picture with one name: names of groups inside it would be read as loose words.
  drawn.setAttribute("role", "img");
  for (const part of drawn.querySelectorAll("[aria-label], [aria-description]")) {
    part.removeAttribute("aria-label");
    part.removeAttribute("aria-description");
  }
  return drawn;
}
