/** The doors of one group, in the shape the group has. They keep their place in the page while the case changes. */
import type { ChannelAssessment } from "@recourse/core";
import { createMemo, For, Match, Show, Switch, type JSX } from "solid-js";
import { useCase } from "../../parts/served.tsx";
import { TrackRow } from "../../parts/TrackRow.tsx";
import { DoorCard, DoorLine, DoorsTogether, StopBeside } from "./DoorCard.tsx";
import { shutTogether, type DoorGroup } from "./door-groups.ts";
import own from "./Doors.module.css";

export interface DoorwayProps {
  readonly name: DoorGroup;
  readonly of: readonly ChannelAssessment[];
  /** The door to look at, where there is one. */
  readonly first: string | undefined;
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, at) => id === b[at]);

export function Doorway(props: DoorwayProps): JSX.Element {
  const ids = createMemo<readonly string[]>(() => props.of.map((channel) => channel.id), [], { equals: sameList });
  const door = (id: string): ChannelAssessment | undefined => props.of.find((channel) => channel.id === id);
  const place = (step: number | undefined): { readonly place?: number } =>
    props.name === "way" && step !== undefined ? { place: step + 1 } : {};
  return (
    <Switch
      fallback={
        <ul class={own["doors"]}>
          <For each={ids()}>
            {(id) => (
              <Show when={door(id)}>{(channel) => <DoorLine channel={channel()} {...place(channel().step)} />}</Show>
            )}
          </For>
        </ul>
      }
    >
      <Match when={props.name === "next"}>
        <div class={own["cards"]}>
          <For each={ids()}>
            {(id) => (
              <Show when={door(id)}>
                {(channel) => (
                  <Show when={id === props.first} fallback={<StopBeside channel={channel()} />}>
                    <DoorCard channel={channel()} />
                  </Show>
                )}
              </Show>
            )}
          </For>
        </div>
      </Match>
      <Match when={props.name === "running"}>
        <Running ids={ids()} door={door} />
      </Match>
      <Match when={props.name === "shut"}>
        <Closed of={props.of} />
      </Match>
    </Switch>
  );
}

/** What is in hand, filing by filing; a door that is only known by what happened stands as a door. */
function Running(props: {
  readonly ids: readonly string[];
  readonly door: (id: string) => ChannelAssessment | undefined;
}): JSX.Element {
  const live = useCase();
  const tracks = createMemo(() => live.filings().filter((track) => props.ids.includes(track.channel)));
  return (
    <ul class={own["doors"]}>
      <For each={tracks()}>{(track) => <TrackRow track={track} />}</For>
      <For each={props.ids.filter((id) => tracks().every((track) => track.channel !== id))}>
        {(id) => <Show when={props.door(id)}>{(channel) => <DoorLine channel={channel()} />}</Show>}
      </For>
    </ul>
  );
}

function Closed(props: { readonly of: readonly ChannelAssessment[] }): JSX.Element {
  const shut = createMemo(() => shutTogether(props.of));
  const keys = createMemo<readonly string[]>(() => shut().map(({ key }) => key), [], { equals: sameList });
  const doors = (key: string): readonly ChannelAssessment[] => shut().find((each) => each.key === key)?.doors ?? [];
  return (
    <ul class={own["doors"]}>
      <For each={keys()}>
        {(key) => (
          <Show
            when={doors(key).length > 1}
            fallback={<Show when={doors(key)[0]}>{(c) => <DoorLine channel={c()} />}</Show>}
          >
            <DoorsTogether doors={doors(key)} />
          </Show>
        )}
      </For>
    </ul>
  );
}
