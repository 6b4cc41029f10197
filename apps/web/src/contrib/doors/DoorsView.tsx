/**
 * Where to go next: the door that fits this case first and stopping beside it, then the usual order, then other ways (X8, X16, L7).
 *
 * 1. A door that is shut is shown with its reason and its provision, never hidden.
 */
import { channelInputOf, stopWorksheet, type ChannelAssessment } from "@recourse/core";
import type { ViewProps } from "@recourse/ui";
import { createEffect, createMemo, For, Show, type JSX } from "solid-js";
import { CasePage } from "../../parts/CasePage.tsx";
import { BriefNotices } from "../../parts/BriefNotices.tsx";
import styles from "../../parts/Page.module.css";
import { PageHead } from "../../parts/PageHead.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import { groupOf, groups, STOP, type DoorGroup } from "./door-groups.ts";
import { Doorway } from "./Doorway.tsx";

export function DoorsView(props: ViewProps<Services>): JSX.Element {
  return <CasePage {...props}>{() => <Doors active={props.active} />}</CasePage>;
}

function Doors(props: { readonly active: boolean }): JSX.Element {
  const { say, pack, now } = useServices();
  const live = useCase();
  /** The door to look at. Stopping only where it is the default, not because every other door is shut (L7). */
  const first = createMemo(() => {
    const chosen = live.channels().find((channel) => channel.recommended)?.id;
    if (chosen !== STOP) return chosen;
    return stopWorksheet(channelInputOf(pack, live.whole(), now())).isDefault ? STOP : undefined;
  });
  const inGroup = (group: DoorGroup): readonly ChannelAssessment[] => {
    const found = live.channels().filter((channel) => groupOf(channel) === group);
    // The one to look at before stopping.
    return group === "next" ? found.toSorted((a, b) => Number(b.recommended) - Number(a.recommended)) : found;
  };
  /** While a door is open there is nothing to look at next: what is in hand comes first (X16). */
  const order = createMemo<readonly DoorGroup[]>(() =>
    first() === undefined ? ["running", "next", ...groups.filter((g) => g !== "running" && g !== "next")] : groups,
  );
  let page!: HTMLDivElement;
  showWanted(
    () => page,
    () => props.active,
  );
  return (
    <div ref={page} class={styles["page"]} data-doors="">
      <BriefNotices />
      <PageHead title={say.word("screen.doors.title")}>
        <p class={styles["text"]}>{say.word("screen.doors.text")}</p>
      </PageHead>
      <For each={order()}>
        {(group) => (
          <Show when={inGroup(group).length > 0}>
            <Group name={group} of={inGroup(group)} first={first()} />
          </Show>
        )}
      </For>
    </div>
  );
}

/** An address that names a door shows that door. */
function showWanted(page: () => HTMLElement, active: () => boolean): void {
  const { desk } = useServices();
  const wanted = createMemo(() => (active() ? desk.query()["channel"] : undefined));
  createEffect(() => {
    const channel = wanted();
    if (channel === undefined) return;
    const door = page().querySelector<HTMLElement>(`[data-channel="${CSS.escape(channel)}"]`);
    for (let around = door?.closest("details"); around; around = around.parentElement?.closest("details"))
      around.open = true;
    const fold = door?.querySelector("details");
    if (fold) fold.open = true;
    door?.scrollIntoView({ block: "nearest" });
    door?.querySelector<HTMLElement>("[data-door-name]")?.focus({ preventScroll: true });
  });
}

interface GroupProps {
  readonly name: DoorGroup;
  readonly of: readonly ChannelAssessment[];
  readonly first: string | undefined;
}

function Group(props: GroupProps): JSX.Element {
  const { say } = useServices();
  const title = (): string => (props.name === "next" && props.first === undefined ? "also" : props.name);
  return (
    <section class={styles["group"]} data-group={props.name}>
      <Show
        when={props.name !== "elsewhere"}
        fallback={
          <details>
            <summary class={styles["fold"]}>
              {say.word("screen.doors.group.elsewhere")} {props.of.length}
            </summary>
            <Doorway {...props} />
          </details>
        }
      >
        <h2 class={styles["subtitle"]}>{say.word(`screen.doors.group.${title()}`)}</h2>
        <Doorway {...props} />
      </Show>
    </section>
  );
}
