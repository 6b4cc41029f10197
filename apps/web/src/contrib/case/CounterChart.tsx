/** One counter: chart or table of its readings, and what they say. */
import {
  drop,
  message,
  newest,
  notStartedUntil,
  peak,
  progress,
  smallGrowth,
  startedAt,
  type Message,
  type UndertakingMeasure,
} from "@recourse/core";
import { Button, Chip } from "@recourse/ui";
import { momentText, shortMoment } from "@recourse/words";
import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show, type JSX } from "solid-js";
import { MessageText } from "../../parts/MessageText.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import { Block } from "./Block.tsx";
import { chartModel, longestGap, type ChartMoment } from "./chart-model.ts";
import styles from "./Chart.module.css";
import { ReadingTable } from "./ReadingTable.tsx";

export function CounterChart(props: { readonly measure: string }): JSX.Element {
  const { say } = useServices();
  const live = useCase();
  const [asTable, setAsTable] = createSignal(false);
  const [width, setWidth] = createSignal(0);
  const measure = createMemo(() => live.measures().byUndertaking[props.measure]);
  const gap = createMemo(() => longestGap(measure()?.series.readings ?? []));
  const sentences = createMemo(() => {
    const m = measure();
    return m === undefined ? [] : sentencesOf(live.whole(), m);
  });
  const model = createMemo(() => {
    const m = measure();
    return m === undefined ? undefined : chartModel(m, live.record("undertaking", props.measure)?.startWithinHours);
  });
  const title = (): string => say.word(`counter.${measure()?.series.counter ?? "other"}`);
  const momentWords = (m: ChartMoment): string => {
    const at = shortMoment(new Date(m.x - 8 * 3_600_000).toISOString());
    return say.word(`screen.chart.${m.code}`, {
      at: m.code === "order" ? at.slice(6) : at,
      value: m.value ?? 0,
      lost: measure()?.drop?.lost ?? 0,
    });
  };
  let place!: HTMLDivElement;
  onMount(() => {
    const seen = new ResizeObserver((entries) => {
      const box = entries.at(-1)?.contentRect.width ?? 0;
      // Half a pixel more or less is no reason to draw anew.
      if (Math.abs(box - width()) >= 1) setWidth(Math.floor(box));
    });
    seen.observe(place);
    onCleanup(() => seen.disconnect());
  });
  let turn = 0;
  createEffect(
    on([model, width, say.lang, asTable], ([chart, wide, , table]) => {
      turn += 1;
      const mine = turn;
      if (chart === undefined || wide < 40 || table) {
        place.replaceChildren();
        return;
      }
      const words = {
        title: title(),
        description: sentences()
          .map((m) => say.say(m))
          .join(" "),
        promised: say.word("screen.chart.promised"),
        moment: momentWords,
      };
      void import("./draw-chart.ts").then(({ drawChart }) => {
        if (mine === turn) place.replaceChildren(drawChart(chart, words, wide, styles["plot"] ?? "plot"));
      });
    }),
  );
  return (
    <Block
      name={`chart-${props.measure}`}
      title={title()}
      state={
        <Chip tone="line">
          {say.word("screen.chart.readings", { n: measure()?.series.readings.length ?? 0, hours: gap()?.hours ?? 0 })}
        </Chip>
      }
      actions={
        <Button aria-pressed={asTable()} onClick={() => setAsTable(!asTable())}>
          {asTable() ? say.word("screen.chart.as_chart") : say.word("screen.chart.as_table")}
        </Button>
      }
    >
      <div class={styles["card"]}>
        <div ref={place} class={styles["place"]} hidden={asTable()} />
        <Show when={!asTable()}>
          <ul class={styles["legend"]}>
            <Show when={model()?.promised}>
              <li class={styles["promised"]}>{say.word("screen.chart.promised")}</li>
            </Show>
            <Show when={model()?.line}>
              {(line) => <li class={styles["line"]}>{say.word("screen.chart.line", { value: line() })}</li>}
            </Show>
            <For each={model()?.moments}>{(m) => <li class={styles["moment"]}>{momentWords(m)}</li>}</For>
          </ul>
        </Show>
        <Show when={asTable() && measure()}>{(m) => <ReadingTable measure={m()} title={title()} />}</Show>
      </div>
      <ul class={styles["sentences"]} data-measure-sentences>
        <For each={sentences()}>
          {(sentence) => (
            <li>
              <MessageText message={sentence} />
            </li>
          )}
        </For>
        <Show when={gap()}>
          {(g) => (
            <li class={styles["gap"]}>
              {say.word("screen.chart.gap", {
                hours: g().hours,
                from: momentText(g().from, say.lang()),
                to: momentText(g().to, say.lang()),
              })}
            </li>
          )}
        </Show>
      </ul>
    </Block>
  );
}

/** M1–M4 in the order in which they happened. */
function sentencesOf(of: Parameters<typeof newest>[0], m: UndertakingMeasure): readonly Message[] {
  const baseline = m.baseline === undefined ? [message("M1.no_baseline", { orderedAt: m.orderedAt })] : [];
  return [
    ...baseline,
    notStartedUntil(of, m),
    smallGrowth(m),
    startedAt(of, m),
    peak(of, m),
    drop(of, m.drop),
    newest(of, m),
    progress(of, m),
  ].filter((s): s is Message => s !== undefined);
}
