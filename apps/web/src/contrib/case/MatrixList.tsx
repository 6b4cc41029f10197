/** The proof table on a phone: one card per point with its exhibits, what is open, and the verdict. */
import { gapAction } from "@recourse/core";
import { createMemo, For, Show, type JSX } from "solid-js";
import { materialName } from "../../parts/pack-words.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import { cellOf, type Column } from "./matrix-model.ts";
import { Conclusion } from "./MatrixTable.tsx";
import { proofTexts, type MatrixView } from "./matrix-view.ts";
import styles from "./Matrix.module.css";

export function MatrixList(props: { readonly view: MatrixView }): JSX.Element {
  const { say } = useServices();
  return (
    <ul class={styles["cards"]} aria-label={say.word("screen.case.matrix")}>
      <For each={props.view.ids()}>
        {(id) => (
          <li class={styles["card"]} data-element={id}>
            <h3>{say.word(`element.${id}`)}</h3>
            <Conclusion view={props.view} element={id} />
            <ul>
              <For each={props.view.materials()}>
                {(material) => <Line view={props.view} element={id} column={props.view.column(material)} />}
              </For>
            </ul>
          </li>
        )}
      </For>
    </ul>
  );
}

function Line(props: { readonly view: MatrixView; readonly element: string; readonly column: Column }): JSX.Element {
  const { say, pack, desk } = useServices();
  const live = useCase();
  const cell = createMemo(() => {
    const element = props.view.element(props.element);
    return element && cellOf(element, props.column, live.all("link"));
  });
  const texts = (): readonly string[] => proofTexts(say, cell()?.links ?? []);
  const name = (): string =>
    `${props.view.numbers(props.column.exhibits)} ${materialName(pack, say.lang(), props.column.material)}`;
  return (
    <>
      <Show when={texts().length > 0 || cell()?.counts}>
        <li>
          <button
            type="button"
            class={cell()?.counts ? styles["counts"] : styles["linked"]}
            onClick={() =>
              desk.exec("case.open", { caseId: live.caseId, target: `exhibit/${props.column.exhibits[0] ?? ""}` })
            }
          >
            <span class={styles["dot"]} aria-hidden="true" />
            <span class={styles["said"]}>
              {name()}：{texts().length > 0 ? texts().join("；") : say.word("screen.case.not_said")}
            </span>
          </button>
        </li>
      </Show>
      <Show when={cell()?.missing}>
        {(gap) => (
          <li class={styles["open"]}>
            <button
              type="button"
              class={styles["gap"]}
              onClick={() => desk.exec("case.ask", { caseId: live.caseId, ...gapAction(gap()) })}
            >
              {say.word(gap().code, gap().args)}
            </button>
          </li>
        )}
      </Show>
    </>
  );
}
