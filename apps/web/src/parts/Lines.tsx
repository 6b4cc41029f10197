/** Sentences of core, one a line; those that rest on a provision carry it, a press away. */
import { parseRef, type Message } from "@recourse/core";
import { For, type JSX } from "solid-js";
import styles from "./Page.module.css";
import { Provisions } from "./Provisions.tsx";
import { useServices } from "./served.tsx";

export interface LinesProps {
  readonly of: readonly Message[];
  /** Where the provisions already stand beside them. */
  readonly bare?: boolean;
}

export function Lines(props: LinesProps): JSX.Element {
  const { say } = useServices();
  return (
    <ul class={styles["lines"]}>
      <For each={props.of}>
        {(message) => (
          <li>
            {say.say(message)}
            <Provisions of={props.bare ? [] : provisionsOf(message)} folded />
          </li>
        )}
      </For>
    </ul>
  );
}

const provisionsOf = ({ refs }: Message): readonly string[] =>
  refs.flatMap((at) => {
    const parts = parseRef(at);
    return parts.ok && parts.value.kind === "provision" ? [parts.value.id] : [];
  });
