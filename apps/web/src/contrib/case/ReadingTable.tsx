/** The readings of a counter as a table: moment, value, change, file. */
import type { UndertakingMeasure } from "@recourse/core";
import { momentText } from "@recourse/words";
import { For, type JSX } from "solid-js";
import { useCase, useServices } from "../../parts/served.tsx";
import styles from "./Chart.module.css";

export interface ReadingTableProps {
  readonly measure: UndertakingMeasure;
  readonly title: string;
}

export function ReadingTable(props: ReadingTableProps): JSX.Element {
  const { say } = useServices();
  const live = useCase();
  const change = (at: number): string => {
    const { readings } = props.measure.series;
    const [now, before] = [readings[at], readings[at - 1]];
    if (now === undefined || before === undefined) return "";
    const by = now.value - before.value;
    return by > 0 ? `+${by}` : String(by);
  };
  return (
    <div class={styles["scroll"]} tabIndex={0} role="group" aria-label={props.title}>
      <table class={styles["table"]}>
        <caption>{props.title}</caption>
        <thead>
          <tr>
            <th scope="col">{say.word("screen.field.at")}</th>
            <th scope="col">{say.word("screen.field.value")}</th>
            <th scope="col">{say.word("screen.chart.change")}</th>
            <th scope="col">{say.word("screen.chart.file")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.measure.series.readings}>
            {(reading, at) => (
              <tr data-after={reading.at >= props.measure.orderedAt ? "" : undefined}>
                <th scope="row">{momentText(reading.at, say.lang())}</th>
                <td>{reading.value}</td>
                <td>{change(at())}</td>
                <td>{reading.sourceFile ?? live.record("exhibit", reading.exhibit)?.name}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
