/** The one next step as a box: what, why, and the button; beside it what else helps when that cannot be found (E5). */
import type { Id } from "@recourse/core";
import { Button } from "@recourse/ui";
import { createMemo, Show, type JSX } from "solid-js";
import { stepAction, stepButton, stepDetail, stepTitle, type StepFacts } from "./next-step.ts";
import styles from "./NextStep.module.css";
import { useServices } from "./served.tsx";

export interface NextStepProps {
  readonly caseId: Id;
  readonly step: StepFacts;
  /** How to get what is asked. */
  readonly tip?: string | undefined;
  /** Shows what else helps; left out where there is nothing else. */
  onCannot?(): void;
}

export function NextStep(props: NextStepProps): JSX.Element {
  const { say, desk } = useServices();
  const button = createMemo(() => stepButton(say, props.step));
  const detail = createMemo(() => stepDetail(say, props.step, props.tip));
  return (
    <section class={styles["next"]} aria-label={say.word("screen.case.next")} data-next-step>
      <div class={styles["words"]}>
        <h2 class={styles["title"]}>{stepTitle(say, props.step)}</h2>
        <Show when={detail()}>
          <p>{detail()}</p>
        </Show>
      </div>
      <div class={styles["acts"]}>
        <Show when={button()}>
          {(label) => (
            <Button
              tone="solid"
              onClick={() => desk.exec("case.ask", { caseId: props.caseId, ...stepAction(props.step) })}
            >
              {label()}
            </Button>
          )}
        </Show>
        <Show when={props.onCannot !== undefined}>
          <Button onClick={() => props.onCannot?.()}>{say.word("screen.case.cannot")}</Button>
        </Show>
      </div>
    </section>
  );
}
