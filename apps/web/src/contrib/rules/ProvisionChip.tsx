/** A small button that opens a provision, under its name. */
import { Show, type JSX } from "solid-js";
import { useSay } from "../../parts/served.tsx";
import styles from "./ProvisionChip.module.css";
import { provisionTitle } from "./provision-words.ts";
import { useRules } from "./rules-desk.tsx";

export function ProvisionChip(props: { readonly id: string }): JSX.Element {
  const say = useSay();
  const { provision, go } = useRules();
  return (
    <Show when={provision(props.id)}>
      {(found) => (
        <button type="button" class={styles["chip"]} data-basis={props.id} onClick={() => go({ provision: props.id })}>
          {provisionTitle(found(), say.lang())}
        </button>
      )}
    </Show>
  );
}
