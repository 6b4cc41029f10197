/**
 * Before the next purchase: a short list that works without a case (S4).
 *
 * 1. The answers stay on this page: nothing is stored and nothing is sent.
 */
import { purchaseCheck, type PurchaseAnswer } from "@recourse/core";
import { Button, Icon, type ViewProps } from "@recourse/ui";
import { CircleAlert, CircleCheck, CircleHelp, OctagonAlert } from "lucide";
import { createMemo, createUniqueId, For, Show, type JSX } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import choices from "../../parts/Choices.module.css";
import styles from "../../parts/Page.module.css";
import { InView, PageHead } from "../../parts/PageHead.tsx";
import { Provisions } from "../../parts/Provisions.tsx";
import { Served, useServices } from "../../parts/served.tsx";
import type { Reference } from "../../services/reference.ts";
import type { Services } from "../../services/services.ts";
import own from "./Replies.module.css";

type Item = NonNullable<ReturnType<Reference["checklist"]>>["items"][number];

const answers: readonly PurchaseAnswer[] = ["yes", "no", "unknown"];
const icons = { stop: OctagonAlert, warn: CircleAlert, open: CircleHelp, clear: CircleCheck } as const;

export function PurchaseView(props: ViewProps<Services>): JSX.Element {
  return (
    <Served services={props.services}>
      <InView active={props.active}>
        <Purchase />
      </InView>
    </Served>
  );
}

function Purchase(): JSX.Element {
  const { say, reference } = useServices();
  const [given, setGiven] = createStore<Record<string, PurchaseAnswer>>({});
  const items = createMemo(() => reference.checklist()?.items ?? []);
  const check = createMemo(() => purchaseCheck(items(), { ...given }));
  return (
    <div class={styles["page"]} data-purchase="">
      <PageHead title={say.word("screen.purchase.title")}>
        <p class={styles["text"]}>{say.word("screen.purchase.text")}</p>
      </PageHead>
      <Show when={items().length > 0} fallback={<p role="status">{say.word("screen.purchase.loading")}</p>}>
        <ol class={own["questions"]}>
          <For each={items()}>
            {(item) => (
              <Question item={item} answer={given[item.id]} onAnswer={(answer) => setGiven(item.id, answer)} />
            )}
          </For>
        </ol>
        <p class={own["verdict"]} role="status" data-level={check().level}>
          <Icon icon={icons[check().level]} />
          {say.word(`screen.purchase.level.${check().level}`, { n: check().against.length, open: check().open.length })}
        </p>
        <p class={styles["acts"]}>
          <Button onClick={() => setGiven(reconcile({}))}>{say.word("screen.purchase.again")}</Button>
        </p>
      </Show>
    </div>
  );
}

function Question(props: {
  readonly item: Item;
  readonly answer: PurchaseAnswer | undefined;
  readonly onAnswer: (answer: PurchaseAnswer) => void;
}): JSX.Element {
  const { say } = useServices();
  const name = createUniqueId();
  const en = (): boolean => say.lang() === "en";
  return (
    <li class={own["question"]} data-item={props.item.id}>
      <fieldset class={choices["choices"]}>
        <legend class={styles["name"]}>{en() ? props.item.en : props.item.zh}</legend>
        <p class={styles["text"]}>{en() ? props.item.whyEn : props.item.whyZh}</p>
        <Provisions of={props.item.basis} folded />
        <span class={styles["chips"]}>
          <For each={answers}>
            {(answer) => (
              <label class={choices["choice"]}>
                <input
                  type="radio"
                  name={name}
                  checked={props.answer === answer}
                  onInput={() => props.onAnswer(answer)}
                />
                {say.word(`screen.purchase.answer.${answer}`)}
              </label>
            )}
          </For>
        </span>
      </fieldset>
    </li>
  );
}
