/** What was done in a column that lies behind: a quiet card, nothing to press. */
import { Icon } from "@recourse/ui";
import { shortMoment } from "@recourse/words";
import { Check } from "lucide";
import { Show, type JSX } from "solid-js";
import type { Done } from "../../live/board-cards.ts";
import { useServices } from "../../parts/served.tsx";
import styles from "./BoardCard.module.css";

export interface DoneCardProps {
  readonly done: Done;
  /** Its column is a strip: a mark stands for the card. */
  readonly folded?: boolean;
}

export function DoneCard(props: DoneCardProps): JSX.Element {
  const { say } = useServices();
  const title = (): string => {
    const { done } = props;
    if (done.is !== "prepared") return say.word(`screen.done.${done.is}`);
    if (done.exhibits === 0) return say.word("screen.prepare.none");
    const state =
      done.gaps === 0 ? say.word("screen.prepare.complete") : say.word("screen.prepare.missing", { n: done.gaps });
    return `${say.word("screen.prepare.exhibits", { n: done.exhibits })} · ${state}`;
  };
  const at = (): string => (props.done.is === "prepared" ? "" : shortMoment(props.done.at));
  return (
    <Show when={!props.folded} fallback={<Folded title={title()} />}>
      <div class={`${styles["card"]} ${styles["done"]}`}>
        <p class={styles["was"]}>
          <Show when={props.done.is !== "prepared"}>
            <Icon icon={Check} size="small" />
          </Show>
          {title()}
        </p>
        <Show when={at() !== ""}>
          <p class={styles["foot"]}>{at()}</p>
        </Show>
      </div>
    </Show>
  );
}

const Folded = (props: { readonly title: string }): JSX.Element => (
  <span class={styles["folded"]} title={props.title}>
    <Icon icon={Check} label={props.title} />
  </span>
);
