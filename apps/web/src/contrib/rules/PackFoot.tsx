/** The foot of the rules: which data this is, how much of it, and what newer data does. */
import { packName } from "@recourse/core";
import { Icon } from "@recourse/ui";
import { Info } from "lucide";
import type { JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./PackFoot.module.css";

export function PackFoot(): JSX.Element {
  const { say, pack } = useServices();
  return (
    <footer class={styles["foot"]} aria-label={say.word("screen.rules.foot")}>
      <details class={styles["more"]}>
        <summary class={styles["summary"]}>
          <Icon icon={Info} size="small" />
          <span class={styles["name"]}>
            {say.word("screen.rules.foot.name", { name: packName(pack), asOf: pack.asOf })}
          </span>
          <span class={styles["count"]}>{say.word("screen.rules.foot.count", { n: pack.provisions.length })}</span>
          <span class={styles["ask"]}>{say.word("screen.rules.foot.more")}</span>
        </summary>
        <div class={styles["text"]}>
          <p class={styles["again"]}>{say.word("screen.rules.foot.count", { n: pack.provisions.length })}</p>
          <p>{say.word("screen.rules.foot.later")}</p>
        </div>
      </details>
    </footer>
  );
}
