/** Other sides met before: what this device remembers of closed cases, each to be forgotten (S3, P6). */
import { Button } from "@recourse/ui";
import { Trash2 } from "lucide";
import { For, Show, type JSX } from "solid-js";
import { metText } from "../../parts/met-text.ts";
import { useServices } from "../../parts/served.tsx";
import type { MetRespondent } from "../../services/respondent-list.ts";
import styles from "./SettingsView.module.css";

export function MetBefore(): JSX.Element {
  const { say, respondents, desk } = useServices();
  const forget = ({ id, name }: MetRespondent): void => {
    respondents.forget(id);
    desk.toast({
      text: say.word("screen.met.forgotten", { name }),
      action: { label: say.word("screen.undo"), run: () => respondents.recall(id) },
    });
  };
  return (
    <Show when={respondents.all().length > 0}>
      <section class={styles["section"]} data-met-before="">
        <h2 class={styles["heading"]}>{say.word("screen.met.title")}</h2>
        <p class={styles["text"]}>{say.word("screen.met.text")}</p>
        <ul class={styles["list"]}>
          <For each={respondents.all()}>
            {(met) => (
              <li class={styles["entry"]}>
                <span class={styles["name"]}>{metText(say, met)}</span>
                <Button
                  icon={Trash2}
                  aria-label={say.word("screen.met.forget.of", { name: met.name })}
                  onClick={() => forget(met)}
                >
                  {say.word("screen.met.forget")}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
