/** A small button that opens a provision, under its name. What the pack does not have shows nothing. */
import { Show, type JSX } from "solid-js";
import styles from "./ProvisionChip.module.css";
import { provisionTitle } from "./provision-words.ts";
import { useServices } from "./served.tsx";

export function ProvisionChip(props: { readonly id: string }): JSX.Element {
  const { say, pack, desk } = useServices();
  return (
    <Show when={pack.provisions.find((p) => p.id === props.id)}>
      {(found) => (
        <button
          type="button"
          class={styles["chip"]}
          data-basis={props.id}
          onClick={() => desk.exec("rules.open", { provision: props.id })}
        >
          {provisionTitle(found(), say.lang())}
        </button>
      )}
    </Show>
  );
}
