/**
 * Where to go next: the door that fits this case first, what each shuts and tells, and stopping beside them (X8, X16, L7).
 *
 * 1. A door that is shut is shown with its reason and its provision, never hidden.
 */
import type { ChannelAssessment } from "@recourse/core";
import type { ViewProps } from "@recourse/ui";
import { createEffect, createMemo, For, Show, type JSX } from "solid-js";
import { NoticeBar } from "../../parts/NoticeBar.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import { CasePage } from "./CasePage.tsx";
import { DoorCard } from "./DoorCard.tsx";
import { groupOf, groups } from "./door-groups.ts";
import styles from "./Doors.module.css";

export function DoorsView(props: ViewProps<Services>): JSX.Element {
  return <CasePage {...props}>{() => <Doors active={props.active} />}</CasePage>;
}

function Doors(props: { readonly active: boolean }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const inGroup = (group: (typeof groups)[number]): readonly ChannelAssessment[] =>
    live.channels().filter((channel) => groupOf(channel) === group);
  let page!: HTMLDivElement;
  const wanted = createMemo(() => (props.active ? desk.query()["channel"] : undefined));
  // An address that names a door shows that door.
  createEffect(() => {
    const channel = wanted();
    if (channel === undefined) return;
    const card = page.querySelector<HTMLElement>(`[data-channel="${CSS.escape(channel)}"]`);
    card?.scrollIntoView({ block: "nearest" });
    card?.querySelector<HTMLElement>("h3")?.focus({ preventScroll: true });
  });
  return (
    <div ref={page} class={styles["page"]} data-doors="" tabIndex={-1}>
      <NoticeBar notices={live.notices()} brief />
      <header class={styles["head"]}>
        <h1 class={styles["title"]}>{say.word("screen.doors.title")}</h1>
        <p class={styles["text"]}>{say.word("screen.doors.text")}</p>
      </header>
      <For each={groups}>
        {(group) => (
          <Show when={inGroup(group).length > 0}>
            <section class={styles["group"]} aria-labelledby={`doors-${group}-${live.caseId}`} data-group={group}>
              <Show
                when={group !== "elsewhere"}
                fallback={
                  <details>
                    <summary id={`doors-${group}-${live.caseId}`} class={styles["fold"]}>
                      {say.word(`screen.doors.group.${group}`)} {inGroup(group).length}
                    </summary>
                    <Cards of={inGroup(group)} />
                  </details>
                }
              >
                <h2 id={`doors-${group}-${live.caseId}`} class={styles["subtitle"]}>
                  {say.word(`screen.doors.group.${group}`)}
                </h2>
                <Cards of={inGroup(group)} />
              </Show>
            </section>
          </Show>
        )}
      </For>
    </div>
  );
}

function Cards(props: { readonly of: readonly ChannelAssessment[] }): JSX.Element {
  const ids = createMemo<readonly string[]>(() => props.of.map((channel) => channel.id), [], {
    equals: (a, b) => a.length === b.length && a.every((id, at) => id === b[at]),
  });
  return (
    <div class={styles["cards"]}>
      <For each={ids()}>
        {(id) => (
          <Show when={props.of.find((channel) => channel.id === id)}>
            {(channel) => <DoorCard channel={channel()} />}
          </Show>
        )}
      </For>
    </div>
  );
}
