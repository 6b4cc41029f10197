/** A small label of state: icon and word say it, colour only repeats it. Pressable when it has `onPress`. */
import type { IconNode } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import styles from "./Chip.module.css";
import { Icon } from "./Icon.tsx";

export type ChipTone = "mine" | "theirs" | "authority" | "danger" | "good" | "line";

export interface ChipProps {
  readonly tone?: ChipTone;
  readonly icon?: IconNode;
  readonly iconEnd?: IconNode;
  readonly children: JSX.Element;
  /** For filters. */
  readonly pressed?: boolean;
  onPress?(): void;
}

export function Chip(props: ChipProps): JSX.Element {
  const look = createMemo(() => `${styles["chip"]} ${styles[props.tone ?? "theirs"]}`);
  const inner = (
    <>
      <Show when={props.icon}>{(icon) => <Icon icon={icon()} size="small" />}</Show>
      {props.children}
      <Show when={props.iconEnd}>{(icon) => <Icon icon={icon()} size="small" />}</Show>
    </>
  );
  return (
    <Show when={props.onPress !== undefined} fallback={<span class={look()}>{inner}</span>}>
      <button
        type="button"
        class={`${look()} ${styles["press"]}`}
        aria-pressed={props.pressed}
        onClick={() => props.onPress?.()}
      >
        {inner}
      </button>
    </Show>
  );
}
