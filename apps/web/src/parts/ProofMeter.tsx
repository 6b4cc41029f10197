/** How far the proof is, element by element: mark and word for each (E4). */
import { Icon } from "@recourse/ui";
import { Check, Circle, CircleDotDashed, type IconNode } from "lucide";
import { For, type JSX } from "solid-js";
import styles from "./ProofMeter.module.css";
import { useSay } from "./served.tsx";

export type ProofVerdict = "none" | "weak" | "ok";

/** The mark of a verdict: its shape alone tells it. */
export const verdictMark: Readonly<Record<ProofVerdict, IconNode>> = { ok: Check, weak: CircleDotDashed, none: Circle };

export interface ProofMeterProps {
  readonly elements: readonly { readonly id: string; readonly verdict: ProofVerdict }[];
}

export function ProofMeter(props: ProofMeterProps): JSX.Element {
  const say = useSay();
  return (
    <ul class={styles["meter"]} aria-label={say.word("screen.case.matrix")}>
      <For each={props.elements}>
        {(element) => (
          <li class={styles[element.verdict]} title={say.word(`element.verdict.${element.verdict}`)}>
            <Icon
              icon={verdictMark[element.verdict]}
              size="small"
              label={say.word(`element.verdict.${element.verdict}`)}
            />
            {say.word(`element.short.${element.id}`)}
          </li>
        )}
      </For>
    </ul>
  );
}
