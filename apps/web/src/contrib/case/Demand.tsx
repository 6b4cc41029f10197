/** How much is asked, with its arithmetic, and the choice where the value received is not known (D1–D3). */
import { Button } from "@recourse/ui";
import { For, Show, type JSX } from "solid-js";
import { MessageText } from "../../parts/MessageText.tsx";
import { yuan } from "../../parts/Money.tsx";
import { perform } from "../../parts/perform.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import styles from "./Facts.module.css";

export function Demand(): JSX.Element {
  const services = useServices();
  const { say } = services;
  const live = useCase();
  const choose = (claimChoice: "full" | "after_value"): void => {
    const order = live.all("order").toSorted((a, b) => (a.orderedAt < b.orderedAt ? -1 : 1))[0];
    if (order === undefined) return;
    const usage = live.all("usage").find((u) => u.order === order.id);
    if (usage === undefined) perform(services, live, "usage.add", { order: order.id, claimChoice });
    else perform(services, live, "usage.edit", { id: usage.id, set: { claimChoice } });
  };
  return (
    <div class={styles["demand"]} data-section="demand">
      <h3>{say.word("screen.case.demand")}</h3>
      <ul>
        <For each={live.demand().lines}>
          {(line) => (
            <li>
              <MessageText message={line} />
            </li>
          )}
        </For>
      </ul>
      <Show when={live.demand().claimFen}>
        {(fen) => <p class={styles["total"]}>{say.word("screen.case.claim", { amount: yuan(fen()) })}</p>}
      </Show>
      <Show when={live.demand().either}>
        {(either) => (
          <div role="group" aria-label={say.word("D3.choose")}>
            <p>{say.word("D3.choose")}</p>
            <span class={styles["add"]}>
              <Button onClick={() => choose("after_value")}>
                {say.word("claimChoice.after_value")} {yuan(either()[0])}
              </Button>
              <Button onClick={() => choose("full")}>
                {say.word("claimChoice.full")} {yuan(either()[1])}
              </Button>
            </span>
          </div>
        )}
      </Show>
    </div>
  );
}
