/**
 * The proof table: points to show against exhibits, live (E1, E4, E6). A real table; on a phone a list per point.
 *
 * 1. An open cell says what is missing and is the button that gets it.
 */
import type { ElementAssessment, Id } from "@recourse/core";
import { Chip, Icon } from "@recourse/ui";
import { CircleCheck, CircleDotDashed } from "lucide";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { createPhone } from "../../parts/screen.ts";
import { useCase, useExhibits, useServices } from "../../parts/served.tsx";
import { Block } from "./Block.tsx";
import { columnsOf, missingCount, type Column } from "./matrix-model.ts";
import { MatrixList } from "./MatrixList.tsx";
import styles from "./Matrix.module.css";
import { MatrixTable } from "./MatrixTable.tsx";

export function Matrix(): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const exhibits = useExhibits();
  const phone = createPhone();
  const [chosen, setChosen] = createSignal<string>();
  const ground = createMemo(() => live.grounds().find((g) => g.id === chosen()) ?? live.grounds()[0]);
  // By id, so that a row keeps its place in the page while its verdict changes.
  const elements = createMemo<readonly ElementAssessment[]>(() => ground()?.elements ?? []);
  const ids = createMemo<readonly string[]>(() => elements().map((e) => e.id), [], { equals: sameTexts });
  const columns = createMemo(() =>
    columnsOf({
      elements: elements(),
      links: live.all("link"),
      exhibits: exhibits.ids().map((id) => ({ id, material: live.record("exhibit", id)?.materialType ?? "" })),
    }),
  );
  const materials = createMemo<readonly string[]>(() => columns().map((c) => c.material), [], { equals: sameTexts });
  const column = (material: string): Column =>
    columns().find((c) => c.material === material) ?? { material, exhibits: [] };
  const missing = createMemo(() => missingCount(elements()));
  const numbers = (of: readonly Id[]): string => ranges(of.flatMap((id) => exhibits.numberOf(id) ?? []));
  const view = { ids, materials, column, element: (id: string) => elements().find((e) => e.id === id), numbers };
  const groundName = (id: string): string => {
    const g = live.grounds().find((other) => other.id === id);
    if (g === undefined) return "";
    const clause = g.source.type === "clause" ? live.record("clause", g.source.ref.split("/")[1]) : undefined;
    const from =
      clause === undefined ? say.word(`screen.case.by_${g.source.type}`) : `《${clause.document}》${clause.article}`;
    return `${say.word(`ground.${g.kind}`)} · ${from}`;
  };
  return (
    <Block
      name="matrix"
      title={say.word("screen.case.matrix")}
      state={
        <Show when={ids().length > 0}>
          <Chip tone={missing() === 0 ? "good" : "line"} icon={missing() === 0 ? CircleCheck : CircleDotDashed}>
            {missing() === 0 ? say.word("chain.closed") : say.word("chain.open", { n: missing() })}
          </Chip>
        </Show>
      }
      actions={
        <Show when={live.grounds().length > 1}>
          <label class={styles["ground"]}>
            {say.word("screen.case.matrix_for")}
            <select value={ground()?.id ?? ""} onChange={(event) => setChosen(event.currentTarget.value)}>
              <For each={live.grounds().map((g) => g.id)}>
                {(id) => (
                  <option value={id} selected={id === ground()?.id}>
                    {groundName(id)}
                  </option>
                )}
              </For>
            </select>
          </label>
        </Show>
      }
    >
      <Show
        when={ids().length > 0}
        fallback={
          <p class={styles["empty"]}>
            <Icon icon={CircleDotDashed} size="small" /> {say.word("screen.case.matrix_empty")}{" "}
            <button
              type="button"
              class={styles["link"]}
              onClick={() =>
                desk.exec("case.ask", { caseId: live.caseId, command: "clause.add", data: { ask: "capture" } })
              }
            >
              {say.word("screen.case.capture_clause")}
            </button>
          </p>
        }
      >
        <Show when={phone()} fallback={<MatrixTable view={view} />}>
          <MatrixList view={view} />
        </Show>
      </Show>
    </Block>
  );
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((t, n) => t === b[n]);

/** `1`, `3–5`, `1、4–6`. */
export function ranges(numbers: readonly number[]): string {
  const out: string[] = [];
  let from: number | undefined;
  numbers.forEach((n, at) => {
    from ??= n;
    if (numbers[at + 1] === n + 1) return;
    out.push(from === n ? String(n) : `${from}–${n}`);
    from = undefined;
  });
  return out.join("、");
}
