/** One question of the pack or of the case, answered by a press (B9, L3, L6, G3, G5). */
import { Button } from "@recourse/ui";
import { createSignal, For, Show, type JSX } from "solid-js";
import { answerText, questionOf, questionText, questionWhy } from "../../../parts/pack-words.ts";
import { perform } from "../../../parts/perform.ts";
import { useCase, useServices } from "../../../parts/served.tsx";
import type { Data } from "../asking.ts";
import styles from "./Form.module.css";

/** Questions whose answer is a field of the case itself. */
export const caseField: Readonly<Record<string, string>> = {
  purpose: "purpose",
  situation: "situation",
  gave_account: "gaveAccount",
  payer_age: "payerAge",
};

export interface QuestionFormProps {
  readonly question: string;
  onDone(): void;
}

export function QuestionForm(props: QuestionFormProps): JSX.Element {
  const services = useServices();
  const { say, pack } = services;
  const live = useCase();
  const [age, setAge] = createSignal("");
  const question = (): ReturnType<typeof questionOf> => questionOf(pack, props.question);
  const write = (value: string | number): void => {
    const field = caseField[props.question];
    const call: readonly [string, Data] =
      field === undefined
        ? ["answer.give", { question: props.question, value: String(value) }]
        : ["case.edit", { set: { [field]: value } }];
    if (perform(services, live, call[0], call[1]) !== undefined) props.onDone();
  };
  return (
    <Show when={question()} fallback={<p>{say.word("screen.case.question_gone")}</p>}>
      {(q) => (
        <form
          class={styles["form"]}
          onSubmit={(event) => {
            event.preventDefault();
            const n = Number(age());
            if (age().trim() !== "" && Number.isInteger(n) && n >= 0) write(n);
          }}
        >
          <p>{questionText(q(), say.lang())}</p>
          <p class={styles["lead"]}>{questionWhy(q(), say.lang())}</p>
          <Show
            when={q().answers.length > 0}
            fallback={
              <label class={styles["option"]}>
                {say.word("screen.case.a_number")}
                <input
                  autofocus
                  inputmode="numeric"
                  size={6}
                  value={age()}
                  onInput={(event) => setAge(event.currentTarget.value)}
                />
                <Button tone="solid" type="submit">
                  {say.word("screen.case.save")}
                </Button>
              </label>
            }
          >
            <div class={styles["foot"]}>
              <For each={q().answers}>
                {(answer) => <Button onClick={() => write(answer.value)}>{answerText(answer, say.lang())}</Button>}
              </For>
            </div>
          </Show>
        </form>
      )}
    </Show>
  );
}
