/** What keeps a letter in the house, whatever it says, above everything else of it (G1, G4, G5, L6). */
import { Button, Icon } from "@recourse/ui";
import { OctagonAlert } from "lucide";
import { For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./Held.module.css";
import type { LetterLive } from "./letter-live.ts";

export function Held(props: { readonly letter: LetterLive }): JSX.Element {
  const { say, desk } = useServices();
  return (
    <Show when={props.letter.held().length > 0}>
      <div class={styles["held"]} role="alert" data-held="">
        <For each={props.letter.held()}>
          {(card) => (
            <p class={styles["why"]} data-safety={card.code}>
              <Icon icon={OctagonAlert} /> {say.say(card.title)}
            </p>
          )}
        </For>
        <Button onClick={() => desk.exec("safety.open", { caseId: props.letter.live.caseId })}>
          {say.word("screen.letter.held.read")}
        </Button>
      </div>
    </Show>
  );
}
