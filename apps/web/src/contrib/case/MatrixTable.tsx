/** The proof table as a table: scrolls sideways under a fixed first and last column. */
import { gapAction } from "@recourse/core";
import { Icon, Spoken } from "@recourse/ui";
import { createMemo, For, Show, type JSX } from "solid-js";
import { materialName } from "../../parts/pack-words.ts";
import { verdictMark } from "../../parts/ProofMeter.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import { cellOf, writtenGaps, type Column } from "./matrix-model.ts";
import { proofTexts, type MatrixView } from "./matrix-view.ts";
import styles from "./Matrix.module.css";

export function MatrixTable(props: { readonly view: MatrixView }): JSX.Element {
  const { say, pack } = useServices();
  return (
    <div class={styles["scroll"]} tabIndex={0} role="group" aria-label={say.word("screen.case.matrix")}>
      <table class={styles["table"]}>
        <caption>
          <Spoken>{say.word("screen.case.matrix_caption")}</Spoken>
        </caption>
        <thead>
          <tr>
            <th scope="col" class={styles["first"]}>
              {say.word("screen.case.point")}
            </th>
            <For each={props.view.materials()}>
              {(material) => (
                <th scope="col">
                  {props.view.numbers(props.view.column(material).exhibits)} {materialName(pack, say.lang(), material)}
                  <Show when={props.view.column(material).exhibits.length > 1}>
                    {" "}
                    ×{props.view.column(material).exhibits.length}
                  </Show>
                </th>
              )}
            </For>
            <th scope="col" class={styles["last"]}>
              {say.word("screen.case.conclusion")}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.view.ids()}>
            {(id) => (
              <tr data-element={id}>
                <th scope="row" class={styles["first"]}>
                  {say.word(`element.${id}`)}
                </th>
                <For each={props.view.materials()}>
                  {(material) => <ProofCell view={props.view} element={id} column={props.view.column(material)} />}
                </For>
                <td class={styles["last"]}>
                  <Conclusion view={props.view} element={id} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

function ProofCell(props: {
  readonly view: MatrixView;
  readonly element: string;
  readonly column: Column;
}): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const cell = createMemo(() => {
    const element = props.view.element(props.element);
    return element && cellOf(element, props.column, live.all("link"));
  });
  const texts = (): readonly string[] => proofTexts(say, cell()?.links ?? []);
  return (
    <td class={cell()?.missing === undefined ? "" : styles["open"]}>
      <Show when={texts().length > 0 || cell()?.counts}>
        <button
          type="button"
          class={cell()?.counts ? styles["counts"] : styles["linked"]}
          onClick={() =>
            desk.exec("case.open", { caseId: live.caseId, target: `exhibit/${props.column.exhibits[0] ?? ""}` })
          }
        >
          <span class={styles["dot"]} aria-hidden="true" />
          <span class={styles["said"]}>
            {texts().length > 0 ? texts().join("；") : say.word("screen.case.not_said")}
          </span>
        </button>
      </Show>
      <Show when={cell()?.missing}>
        {(gap) => (
          <button
            type="button"
            class={styles["gap"]}
            onClick={() => desk.exec("case.ask", { caseId: live.caseId, ...gapAction(gap()) })}
          >
            {say.word(gap().code, gap().args)}
          </button>
        )}
      </Show>
    </td>
  );
}

/** The verdict by mark and word, and what has to be written down rather than found. */
export function Conclusion(props: { readonly view: MatrixView; readonly element: string }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const element = createMemo(() => props.view.element(props.element));
  const verdict = (): "none" | "weak" | "ok" => element()?.verdict ?? "none";
  const gaps = createMemo(() => {
    const of = element();
    return of === undefined ? [] : writtenGaps(of);
  });
  const why = (): string => {
    const first = element()?.why[0];
    return first === undefined || !say.has(first.code) ? "" : say.say(first);
  };
  return (
    <div class={styles["verdict"]}>
      <span class={styles[verdict()]} data-verdict={verdict()}>
        <Icon icon={verdictMark[verdict()]} size="small" /> {say.word(`element.verdict.${verdict()}`)}
      </span>
      <Show when={why()}>
        <small title={why()}>{why()}</small>
      </Show>
      <For each={gaps()}>
        {(gap) => (
          <button
            type="button"
            class={styles["gap"]}
            onClick={() => desk.exec("case.ask", { caseId: live.caseId, ...gapAction(gap) })}
          >
            {say.word(gap.code, gap.args)}
          </button>
        )}
      </For>
    </div>
  );
}
