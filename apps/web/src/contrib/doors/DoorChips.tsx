/** The marks of a door: how far it is, and what is unusual about it. */
import type { ChannelAssessment } from "@recourse/core";
import { Chip } from "@recourse/ui";
import { CircleAlert, CircleCheck, Eye, Lock, TriangleAlert } from "lucide";
import { Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "../../parts/Page.module.css";
import { costText, statusWord } from "./door-facts.ts";

export interface DoorChipsProps {
  readonly channel: ChannelAssessment;
  /** Also what is usual: that it costs nothing and stays private. */
  readonly all?: boolean;
}

export function DoorChips(props: DoorChipsProps): JSX.Element {
  const { say } = useServices();
  const gone = (): ChannelAssessment["doors"][number] | undefined => props.channel.doors.at(-1);
  const checked = (): boolean => props.channel.checks.some((check) => check.weight === "must");
  return (
    <span class={styles["chips"]}>
      <Show when={gone()}>
        {(door) => (
          <Chip tone="line">
            {door().filing === undefined
              ? say.word("screen.doors.gone")
              : statusWord(say, props.channel.id, door().status)}
          </Chip>
        )}
      </Show>
      <Show when={gone() === undefined && props.channel.applies && !props.channel.allowed}>
        <Chip tone="line" icon={Lock}>
          {say.word("screen.doors.shut")}
        </Chip>
      </Show>
      <Show when={gone() === undefined && props.channel.allowed && checked()}>
        <Show
          when={props.channel.missing.length > 0}
          fallback={
            <Chip tone="good" icon={CircleCheck}>
              {say.word("screen.doors.ready")}
            </Chip>
          }
        >
          <Chip tone="mine" icon={CircleAlert}>
            {say.word("screen.doors.lacks", { n: props.channel.missing.length })}
          </Chip>
        </Show>
      </Show>
      <Show when={props.channel.oneShot}>
        <Chip tone="line" icon={TriangleAlert}>
          {say.word("screen.rules.channel.oneshot")}
        </Chip>
      </Show>
      <Show when={props.channel.public}>
        <Chip tone="danger" icon={Eye}>
          {say.word("screen.rules.channel.public")}
        </Chip>
      </Show>
      <Show when={props.all || (props.channel.cost.amountFen ?? 0) > 0}>
        <Chip tone="line">{costText(say, props.channel.cost)}</Chip>
      </Show>
    </span>
  );
}
