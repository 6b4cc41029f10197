/** The pre-flight: what whoever decides looks at, one by one, and where to put it right (X9). */
import type { ChannelAssessment } from "@recourse/core";
import { Button, Icon } from "@recourse/ui";
import { CircleAlert, CircleCheck, CircleHelp, Lock } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { ProvisionChip } from "../../parts/ProvisionChip.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import styles from "./Doors.module.css";

type Check = ChannelAssessment["checks"][number];

const icons = { ok: CircleCheck, missing: CircleAlert, blocks: Lock, unknown: CircleHelp } as const;
const order: readonly Check["verdict"][] = ["blocks", "missing", "unknown", "ok"];

export function Checks(props: { readonly checks: readonly Check[] }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const sorted = createMemo(() =>
    props.checks.toSorted(
      (a, b) =>
        order.indexOf(a.verdict) - order.indexOf(b.verdict) ||
        Number(b.weight === "must") - Number(a.weight === "must"),
    ),
  );
  const open = (): number =>
    props.checks.filter((c) => c.weight === "must" && c.verdict !== "ok" && c.fix !== undefined).length;
  return (
    <section class={styles["group"]} data-preflight={open() === 0 ? "green" : "open"}>
      <h2 class={styles["subtitle"]}>{say.word("screen.filing.step.checks")}</h2>
      <p class={styles["text"]} role="status">
        {open() === 0 ? say.word("screen.filing.green") : say.word("screen.filing.open", { n: open() })}
      </p>
      <ul class={styles["checks"]}>
        <For each={sorted()}>
          {(check) => (
            <li class={styles["check"]} data-check={check.code} data-verdict={check.verdict}>
              <Icon icon={icons[check.verdict]} size="small" />
              <span class={styles["checkText"]}>
                <span class={styles["verdict"]}>{say.word(`screen.filing.check.${check.verdict}`)}</span>{" "}
                {say.say(check.message)}
                <Show when={check.basis.length > 0}>
                  <span class={styles["chips"]}>
                    <For each={check.basis}>{(id) => <ProvisionChip id={id} />}</For>
                  </span>
                </Show>
              </span>
              <Show when={check.verdict !== "ok" && check.fix}>
                {(fix) => (
                  <Button onClick={() => desk.exec("case.ask", { caseId: live.caseId, ...fix() })}>
                    {say.word("screen.fix")}
                  </Button>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
