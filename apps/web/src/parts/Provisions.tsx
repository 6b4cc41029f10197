/** The provisions something rests on: those of one law stand under its name once, and a press opens the text. */
import { createMemo, For, Show, type JSX } from "solid-js";
import { ProvisionChip } from "./ProvisionChip.tsx";
import styles from "./Provisions.module.css";
import { shortLaw } from "./provision-words.ts";
import { useServices } from "./served.tsx";

export interface ProvisionsProps {
  /** Ids; what the pack does not have is left out. */
  readonly of: readonly string[];
  /** Behind one press, where they are not what is to be read first. */
  readonly folded?: boolean;
}

export function Provisions(props: ProvisionsProps): JSX.Element {
  const { say, pack } = useServices();
  const known = createMemo(() => {
    const found = [...new Set(props.of)].flatMap((id) => pack.provisions.find((p) => p.id === id) ?? []);
    const laws = [...new Set(found.map(shortLaw))];
    return laws.flatMap((law) => found.filter((p) => shortLaw(p) === law).map(({ id }, at) => ({ id, short: at > 0 })));
  });
  const Chips = (): JSX.Element => (
    <For each={known()}>{(each) => <ProvisionChip id={each.id} short={each.short} />}</For>
  );
  return (
    <Show when={known().length > 0}>
      <Show when={props.folded} fallback={<span class={styles["chips"]}>{<Chips />}</span>}>
        <details class={styles["fold"]}>
          <summary>{say.word("screen.basis", { n: known().length })}</summary>
          <span class={styles["chips"]}>{<Chips />}</span>
        </details>
      </Show>
    </Show>
  );
}
