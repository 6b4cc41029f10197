/** A small button that opens a provision, under its name. What the pack does not have shows nothing. */
import { Show, type JSX } from "solid-js";
import styles from "./ProvisionChip.module.css";
import { pick, provisionTitle } from "./provision-words.ts";
import { useServices } from "./served.tsx";

export interface ProvisionChipProps {
  readonly id: string;
  /** Shows the article only, where the law stands right before it. */
  readonly short?: boolean;
}

export function ProvisionChip(props: ProvisionChipProps): JSX.Element {
  const { say, pack, desk } = useServices();
  return (
    <Show when={pack.provisions.find((p) => p.id === props.id)}>
      {(found) => (
        <button
          type="button"
          class={styles["chip"]}
          data-basis={props.id}
          aria-label={props.short ? provisionTitle(found(), say.lang()) : undefined}
          onClick={() => desk.exec("rules.open", { provision: props.id })}
        >
          {props.short
            ? pick(say.lang(), found().article, `Art. ${found().articleNo}`)
            : provisionTitle(found(), say.lang())}
        </button>
      )}
    </Show>
  );
}
