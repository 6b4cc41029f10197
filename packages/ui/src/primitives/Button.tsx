/** Buttons: with words (`Button`) and with an icon only (`IconButton`, whose name is then required). */
import type { IconNode } from "lucide";
import { Show, splitProps, type JSX } from "solid-js";
import styles from "./Button.module.css";
import { Icon } from "./Icon.tsx";

type Native = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "class" | "style" | "title">;

export interface ButtonProps extends Native {
  /** `solid`: the one main action; `ghost`: another way; `plain`: among text; `danger`: cannot be undone. */
  readonly tone?: "solid" | "ghost" | "plain" | "danger";
  /** `large` fills its line and suits a finger. */
  readonly size?: "usual" | "large";
  readonly icon?: IconNode;
  readonly iconEnd?: IconNode;
}

export function Button(props: ButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, ["tone", "size", "icon", "iconEnd", "children"]);
  return (
    <button
      type="button"
      {...rest}
      class={`${styles["button"]} ${styles[own.tone ?? "ghost"]} ${own.size === "large" ? styles["wide"] : ""}`}
    >
      <Show when={own.icon}>{(icon) => <Icon icon={icon()} />}</Show>
      {own.children}
      <Show when={own.iconEnd}>{(icon) => <Icon icon={icon()} />}</Show>
    </button>
  );
}

export interface IconButtonProps extends Omit<Native, "children" | "aria-label"> {
  /** Its name, also shown as tooltip. */
  readonly label: string;
  readonly icon: IconNode;
  /** The key that does the same, added to the tooltip. */
  readonly keys?: string;
  /** `touch` is 44 px for a finger; `usual` is 28 px, on a phone also 44. */
  readonly size?: "small" | "usual" | "touch";
}

/** A button that shows only an icon; its label is spoken and shown on hover. */
export function IconButton(props: IconButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, ["label", "icon", "keys", "size"]);
  return (
    <button
      type="button"
      {...rest}
      class={`${styles["bare"]} ${styles[own.size ?? "usual"]}`}
      aria-label={own.label}
      title={own.keys === undefined ? own.label : `${own.label} · ${own.keys}`}
    >
      <Icon icon={own.icon} />
    </button>
  );
}
