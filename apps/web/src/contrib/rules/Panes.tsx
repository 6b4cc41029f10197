/**
 * A list and what is open in it: side by side where there is room, else one after the other with a way back.
 *
 * 1. The focus follows only when its place goes out of sight: into the detail when that covers the list, back to the list on return.
 */
import { Button } from "@recourse/ui";
import { ArrowLeft } from "lucide";
import { createEffect, on, Show, type JSX } from "solid-js";
import styles from "./Panes.module.css";

export interface PanesProps {
  /** What is open; undefined shows `empty` beside the list, or the list alone. */
  readonly open: string | undefined;
  readonly list: JSX.Element;
  readonly detail: JSX.Element;
  readonly empty: JSX.Element;
  readonly back: string;
  onBack(): void;
}

export function Panes(props: PanesProps): JSX.Element {
  let list!: HTMLDivElement;
  let detail!: HTMLDivElement;
  const within = (pane: HTMLElement): boolean =>
    document.activeElement === document.body || pane.contains(document.activeElement);
  createEffect(
    on(
      () => props.open,
      (open, before) => {
        const [gone, shown] = open === undefined ? [detail, list] : [list, detail];
        if (open !== undefined) detail.scrollTop = 0;
        if ((open === undefined) === (before === undefined) || gone.checkVisibility() || !within(gone)) return;
        shown.querySelector<HTMLElement>("[data-focus-here]")?.focus({ preventScroll: true });
      },
      { defer: true },
    ),
  );
  return (
    <div class={styles["panes"]} data-open={props.open === undefined ? undefined : ""}>
      <div ref={list} class={styles["list"]}>
        {props.list}
      </div>
      <div ref={detail} class={styles["detail"]}>
        <Show when={props.open !== undefined} fallback={props.empty}>
          <div class={styles["back"]}>
            <Button tone="plain" icon={ArrowLeft} onClick={() => props.onBack()}>
              {props.back}
            </Button>
          </div>
          {props.detail}
        </Show>
      </div>
    </div>
  );
}
