/**
 * What is masked for publication, thing by thing, and the text as it would be published: to be read before it goes (P2).
 *
 * 1. What was masked stands beside what shows in its place; this list itself leaves the device with nothing.
 */
import { Icon } from "@recourse/ui";
import { EyeOff, TriangleAlert } from "lucide";
import { For, Show, type JSX } from "solid-js";
import { useCase, useServices } from "../../../parts/served.tsx";
import type { BundlePlan } from "../../../services/dossier.ts";
import styles from "./BundleView.module.css";

export function MaskedText(props: { readonly of: NonNullable<BundlePlan["redaction"]> }): JSX.Element {
  const { say } = useServices();
  const live = useCase();
  const lang = (): string => live.all("case")[0]?.lang ?? "zh-CN";
  return (
    <>
      <p class={styles["warn"]} role="note">
        <Icon icon={TriangleAlert} size="small" /> {say.word("redact.limit")}
      </p>
      <For each={props.of.refused}>
        {(name) => (
          <p class={styles["bad"]} role="alert">
            {say.word("redact.refused", { name })}
          </p>
        )}
      </For>
      <For each={props.of.kept}>{(name) => <p class={styles["note"]}>{say.word("redact.kept", { name })}</p>}</For>
      <h2 class={styles["heading"]}>{say.word("redact.title")}</h2>
      <Show
        when={props.of.masked.length > 0}
        fallback={<p class={styles["note"]}>{say.word("screen.bundle.nothing_masked")}</p>}
      >
        <ul class={styles["findings"]} data-masked="">
          <For each={props.of.masked}>
            {({ kind, original, shown, count }) => (
              <li class={styles["finding"]}>
                <Icon icon={EyeOff} size="small" />
                <span>{say.word("redact.item", { kind, count })}</span>
                <small>
                  <q>{original}</q> → <q>{shown}</q>
                </small>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <h2 class={styles["heading"]}>{say.word("screen.bundle.as_published")}</h2>
      <blockquote class={styles["published"]} lang={lang()} tabIndex={0} data-published="">
        {props.of.text}
      </blockquote>
    </>
  );
}
