/**
 * One door: in full where it is the one to look at, else as a line that opens (X8, X9).
 *
 * 1. Why a door is shut stands there without a press.
 */
import type { ChannelAssessment } from "@recourse/core";
import { Button, Icon } from "@recourse/ui";
import { Scale } from "lucide";
import { For, Show, type JSX } from "solid-js";
import { channelName } from "../../parts/channel-name.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import styles from "../../parts/Page.module.css";
import own from "./Doors.module.css";
import { DoorBody } from "./DoorBody.tsx";
import { DoorChips } from "./DoorChips.tsx";
import { Shut } from "./Shut.tsx";

/** The door to look at. */
export function DoorCard(props: { readonly channel: ChannelAssessment }): JSX.Element {
  const { say } = useServices();
  return (
    <article
      class={styles["card"]}
      data-channel={props.channel.id}
      data-allowed={props.channel.allowed ? "" : undefined}
      data-first={props.channel.recommended ? "" : undefined}
    >
      <header class={own["cardHead"]}>
        <h3 class={styles["name"]} tabIndex={-1} data-door-name="">
          {channelName(say, props.channel.id)}
        </h3>
        <DoorChips channel={props.channel} all />
      </header>
      <DoorBody channel={props.channel} main={props.channel.recommended} />
    </article>
  );
}

/** Doors that are shut for one reason, which is said once. */
export function DoorsTogether(props: { readonly doors: readonly ChannelAssessment[] }): JSX.Element {
  const { say } = useServices();
  return (
    <li class={own["together"]}>
      <Show when={props.doors[0]}>{(first) => <Shut channel={first()} />}</Show>
      <details>
        <summary class={styles["fold"]}>{say.word("screen.doors.together", { n: props.doors.length })}</summary>
        <ul class={own["doors"]}>
          <For each={props.doors}>{(channel) => <DoorLine channel={channel} said />}</For>
        </ul>
      </details>
    </li>
  );
}

export interface DoorLineProps {
  readonly channel: ChannelAssessment;
  /** Why it is shut was said already. */
  readonly said?: boolean;
  /** Its place in the usual order, from 1. */
  readonly place?: number;
}

/** A door among others. */
export function DoorLine(props: DoorLineProps): JSX.Element {
  const { say } = useServices();
  return (
    <li class={own["door"]} data-channel={props.channel.id} data-allowed={props.channel.allowed ? "" : undefined}>
      <details>
        <summary class={own["doorHead"]} data-door-name="">
          <h3 class={styles["name"]}>
            <Show when={props.place}>{(place) => <span class={own["place"]}>{place()}</span>}</Show>
            {channelName(say, props.channel.id)}
          </h3>
          <DoorChips channel={props.channel} />
        </summary>
        <DoorBody channel={props.channel} />
      </details>
      <Show when={props.channel.reasons.length > 0 && !props.said}>
        <div class={own["doorShut"]}>
          <Shut channel={props.channel} />
        </div>
      </Show>
    </li>
  );
}

/** Stopping, beside the door to look at: a choice like the others, a press away (L7). */
export function StopBeside(props: { readonly channel: ChannelAssessment }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  return (
    <article class={own["beside"]} data-channel={props.channel.id}>
      <Icon icon={Scale} />
      <span class={own["besideText"]}>
        <h3 class={styles["name"]} tabIndex={-1} data-door-name="">
          {channelName(say, props.channel.id)}
        </h3>
        <span class={styles["text"]}>{say.word("screen.doors.stop")}</span>
      </span>
      <Button onClick={() => desk.exec("stop.weigh", { caseId: live.caseId })}>
        {say.word("screen.doors.deed.stop")}
      </Button>
    </article>
  );
}
