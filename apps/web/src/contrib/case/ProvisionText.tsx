/** One article of law: name, state, and its text word for word once it is loaded (B5, L5). */
import { lawName } from "@recourse/core";
import { createMemo, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./Grounds.module.css";

export function ProvisionText(props: { readonly id: string }): JSX.Element {
  const { say, pack, fullPack } = useServices();
  const provision = createMemo(() => pack.provisions.find((p) => p.id === props.id));
  return (
    <Show when={provision()}>
      {(p) => (
        <div class={styles["provision"]} data-ref={`provision/${props.id}`}>
          <strong>
            {say.lang() === "en" ? `${p().lawEn}, Art. ${p().articleNo}` : `《${lawName(p().law)}》${p().article}`}
          </strong>{" "}
          <small>{say.word(`check.${p().check}`)}</small>
          <p class={styles["text"]} lang="zh-CN">
            {fullPack()?.texts?.[props.id] ?? ""}
          </p>
          <small>{say.lang() === "en" ? p().relevanceEn : p().relevanceZh}</small>
        </div>
      )}
    </Show>
  );
}
