/** Where their terms could stand, and whether somebody looked there (B2): each place captured, not found on a day, or still to look at. */
import { civilOf, lookupStates } from "@recourse/core";
import { Button } from "@recourse/ui";
import { createMemo, For, Show, type JSX } from "solid-js";
import { placeName } from "../../parts/pack-words.ts";
import { perform } from "../../parts/perform.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import { When } from "../../parts/When.tsx";
import styles from "./Grounds.module.css";

export function Lookups(): JSX.Element {
  const services = useServices();
  const { say, pack, desk, now } = services;
  const live = useCase();
  const states = createMemo(() => {
    // Read so that this runs again when a look is recorded or its exhibit goes.
    live.all("lookup");
    live.ids("exhibit");
    return new Map(lookupStates(live.whole(), pack).map((s) => [s.place, s]));
  });
  const open = (): number => [...states().values()].filter((s) => s.state === "not_looked").length;
  return (
    <details class={styles["more"]} data-section="lookups">
      <summary>{say.word("screen.case.lookups", { n: open() })}</summary>
      <ul class={styles["places"]}>
        <For each={pack.lookupPlaces.map((p) => p.id)}>
          {(place) => (
            <li>
              <span>
                {placeName(pack, say.lang(), place)}
                <small>
                  {say.word(`lookup.${states().get(place)?.state ?? "not_looked"}`)}{" "}
                  <Show when={states().get(place)?.on}>{(on) => <When at={on()} form="short" />}</Show>
                </small>
              </span>
              <span class={styles["acts"]}>
                <Button
                  onClick={() =>
                    desk.exec("case.ask", {
                      caseId: live.caseId,
                      command: "clause.add",
                      data: { ask: "capture", place },
                    })
                  }
                >
                  {say.word("screen.case.capture_here")}
                </Button>
                <Show when={states().get(place)?.state === "not_looked"}>
                  <Button
                    onClick={() => {
                      perform(services, live, "lookup.add", { place, result: "not_found", on: civilOf(now()) });
                    }}
                  >
                    {say.word("screen.finder.not_found")}
                  </Button>
                </Show>
              </span>
            </li>
          )}
        </For>
      </ul>
    </details>
  );
}
