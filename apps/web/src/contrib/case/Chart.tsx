/** Measurements of a case: the chart where the category has one, and the sentences of M2–M6 with reading, moment and file. */
import { createMemo, For, Show, type JSX } from "solid-js";
import { sample, type Message } from "@recourse/core";
import { Button } from "@recourse/ui";
import { MessageText } from "../../parts/MessageText.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import { Block } from "./Block.tsx";
import styles from "./Chart.module.css";
import { CounterChart } from "./CounterChart.tsx";

export function Chart(): JSX.Element {
  const { say, pack, desk } = useServices();
  const live = useCase();
  const hides = (): readonly string[] =>
    pack.categories.find((c) => c.id === live.record("case", live.caseId)?.category)?.hides ?? [];
  const keys = createMemo<readonly string[]>(
    () =>
      Object.entries(live.measures().byUndertaking).flatMap(([key, m]) => (m.series.readings.length > 0 ? [key] : [])),
    [],
    { equals: (a, b) => a.length === b.length && a.every((key, n) => key === b[n]) },
  );
  const samples = createMemo<readonly string[]>(() => Object.keys(live.measures().samples), [], {
    equals: (a, b) => a.length === b.length && a.every((id, n) => id === b[n]),
  });
  const said = (id: string): Message | undefined => {
    const measured = live.measures().samples[id];
    return measured && sample(live.whole(), measured);
  };
  const rule = (id: string): string => live.record("sample", id)?.rule ?? "";
  return (
    <Show when={!hides().includes("chart") && (keys().length > 0 || samples().length > 0)}>
      <div data-section="chart" tabIndex={-1} class={styles["all"]}>
        <For each={keys()}>{(key) => <CounterChart measure={key} />}</For>
        <Show when={samples().length > 0 && !hides().includes("sample")}>
          <Block name="sample" title={say.word("screen.case.sample")}>
            <ul class={styles["sentences"]}>
              <For each={samples()}>
                {(id) => (
                  <li>
                    <Show when={said(id)}>{(words) => <MessageText message={words()} />}</Show>{" "}
                    <Show when={rule(id)}>{(text) => <q>{text()}</q>}</Show>{" "}
                    <Button
                      onClick={() =>
                        desk.exec("case.ask", {
                          caseId: live.caseId,
                          command: "sample.edit",
                          data: { id, ask: "rule" },
                        })
                      }
                    >
                      {say.word(rule(id) === "" ? "fix.state_sampling" : "screen.case.edit")}
                    </Button>
                  </li>
                )}
              </For>
            </ul>
          </Block>
        </Show>
      </div>
    </Show>
  );
}
