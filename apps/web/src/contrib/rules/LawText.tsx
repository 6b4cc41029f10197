/**
 * The text of a provision word for word, in the serif of the law.
 *
 * 1. A text that is not on this device says so only after a moment: local data needs no notice.
 */
import { For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./LawText.module.css";

export function LawText(props: { readonly id: string; readonly size?: "usual" | "small" }): JSX.Element {
  const { say, fullPack } = useServices();
  const paragraphs = (): readonly string[] => fullPack()?.texts?.[props.id]?.split("\n") ?? [];
  return (
    <Show when={paragraphs().length > 0} fallback={<p class={styles["late"]}>{say.word("screen.rules.loading")}</p>}>
      <blockquote class={`${styles["law"]} ${styles[props.size ?? "usual"]}`} lang="zh-CN" data-law-text={props.id}>
        <For each={paragraphs()}>{(paragraph) => <p>{paragraph}</p>}</For>
      </blockquote>
    </Show>
  );
}
