/** What else helps when the thing asked for cannot be found: other ways to the same point, other points, and that stopping is a choice (E5, L7). */
import { gapAction, type Missing } from "@recourse/core";
import { Button } from "@recourse/ui";
import { createMemo, For, Show, type JSX } from "solid-js";
import { buttonCode } from "../../parts/next-step.ts";
import { materialTip } from "../../parts/pack-words.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import styles from "./forms/Form.module.css";

interface Way {
  readonly gap: Missing;
  readonly note: string;
}

/** Other ways to show who is responsible: any one of them is enough. */
const responsibility: readonly Missing[] = [
  { code: "missing.conversation", args: {}, refs: [], material: "沟通记录" },
  { code: "missing.failure_notice", args: {}, refs: [], material: "系统提示" },
  { code: "missing.attempts", args: {}, refs: [] },
  { code: "missing.clause", args: {}, refs: [], material: "平台规则" },
];

export function Cannot(props: { onDone(): void }): JSX.Element {
  const { say, pack, desk } = useServices();
  const live = useCase();
  const tip = (): string | undefined => materialTip(pack, say.lang(), live.next().material);
  const ways = createMemo((): readonly Way[] => {
    const { code, element } = live.next();
    const seen = new Set([code]);
    const fresh = (gap: Missing): boolean => !seen.has(gap.code) && seen.add(gap.code) !== undefined;
    const same = element === "responsibility" ? responsibility.filter(fresh) : [];
    const open = live.elements().flatMap((e) => e.missing.map((gap) => ({ gap, element: e.id })));
    const others = open.filter(({ gap }) => fresh(gap));
    return [
      ...same.map((gap) => ({ gap, note: say.word("screen.cannot.same") })),
      ...others.map(({ gap, element: of }) => ({ gap, note: say.word("screen.case.for_element", { element: of }) })),
    ].slice(0, 6);
  });
  const other = createMemo(() =>
    live
      .grounds()
      .slice(1)
      .find((g) => g.verdict === "met"),
  );
  return (
    <div class={styles["form"]}>
      <Show when={tip()}>{(text) => <p>{say.word("screen.cannot.tip", { tip: text() })}</p>}</Show>
      <Show when={ways().length > 0}>
        <ul class={styles["places"]}>
          <For each={ways()}>
            {(way) => (
              <li>
                <span>
                  {say.word(way.gap.code, way.gap.args)}
                  <small>{way.note}</small>
                </span>
                <Button onClick={() => desk.exec("case.ask", { caseId: live.caseId, ...gapAction(way.gap) })}>
                  {say.word(buttonCode(gapAction(way.gap).command, way.gap.material))}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={other()}>
        {(ground) => (
          <p>
            {say.word("screen.cannot.other_ground", { kind: ground().kind })}{" "}
            <Button
              onClick={() => {
                desk.exec("case.open", { caseId: live.caseId, view: "grounds" });
                props.onDone();
              }}
            >
              {say.word("screen.cannot.see_grounds")}
            </Button>
          </p>
        )}
      </Show>
      <p class={styles["lead"]}>{say.word("screen.cannot.without")}</p>
      <div class={styles["foot"]}>
        <Button onClick={() => props.onDone()}>{say.word("screen.case.close")}</Button>
      </div>
    </div>
  );
}
