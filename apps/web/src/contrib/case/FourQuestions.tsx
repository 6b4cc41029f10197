/** Four honest lines (L10): in time, how much, what it costs, who will know. "Cannot say" is an answer. */
import type { Message } from "@recourse/core";
import { For, type JSX } from "solid-js";
import { useCase, useSay } from "../../parts/served.tsx";
import styles from "./FourQuestions.module.css";

export function FourQuestions(): JSX.Element {
  const say = useSay();
  const live = useCase();
  const lines: readonly { readonly code: string; answer(): Message }[] = [
    { code: "L10.q.in_time", answer: () => live.answers().inTime },
    { code: "L10.q.how_much", answer: () => live.answers().howMuch },
    { code: "L10.q.cost", answer: () => live.answers().cost },
    { code: "L10.q.who_knows", answer: () => live.answers().whoKnows },
  ];
  return (
    <dl class={styles["lines"]} data-section="questions">
      <For each={lines}>
        {(line) => (
          <div>
            <dt>{say.word(line.code)}</dt>
            <dd>{say.say(line.answer())}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
