/** Where the other side's own terms may stand, in plain words, and how to capture them (B2). To note a look at a place, the case has its own list. */
import { Button, Icon } from "@recourse/ui";
import { ImagePlus, ScrollText } from "lucide";
import { For, Show, type JSX } from "solid-js";
import { placeName } from "../../parts/pack-words.ts";
import { useServices } from "../../parts/served.tsx";
import styles from "./TermsPart.module.css";

/** Material type of a captured term, as the pack calls it. */
const TERMS = "平台规则";
const HOW = ["address", "whole", "version", "put"] as const;

export function TermsPart(): JSX.Element {
  const { say, desk, pack } = useServices();
  const plain = (id: string): string | undefined =>
    say.has(`screen.rules.place.${id}`) ? say.word(`screen.rules.place.${id}`) : undefined;
  return (
    <div class={styles["page"]} role="group" aria-label={say.word("screen.rules.part.terms")} tabIndex={0}>
      <p class={styles["lead"]}>{say.word("screen.rules.terms.text")}</p>
      <ol class={styles["places"]}>
        <For each={pack.lookupPlaces}>
          {(place) => (
            <li class={styles["place"]} data-place={place.id}>
              <Icon icon={ScrollText} />
              <div>
                <h2 class={styles["name"]}>{placeName(pack, say.lang(), place.id)}</h2>
                <Show when={plain(place.id)}>{(text) => <p>{text()}</p>}</Show>
              </div>
            </li>
          )}
        </For>
      </ol>
      <section class={styles["how"]} aria-label={say.word("screen.rules.terms.how")}>
        <h2 class={styles["name"]}>{say.word("screen.rules.terms.how")}</h2>
        <ul class={styles["points"]}>
          <For each={HOW}>{(each) => <li>{say.word(`screen.rules.terms.how.${each}`)}</li>}</For>
        </ul>
        <h2 class={styles["name"]}>{say.word("screen.rules.terms.found")}</h2>
        <p>{say.word("screen.rules.terms.found.text")}</p>
        <Show when={desk.can("inbox.add")}>
          <p>
            <Button icon={ImagePlus} onClick={() => desk.exec("inbox.add", { material: TERMS })}>
              {say.word("screen.rules.terms.add")}
            </Button>
          </p>
        </Show>
      </section>
    </div>
  );
}
