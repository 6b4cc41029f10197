/**
 * One door: whether it is open, what is missing, what it shuts, what it costs and who will know (X8, X9).
 */
import type { ChannelAssessment, Message } from "@recourse/core";
import { Button, Chip, Icon } from "@recourse/ui";
import { CircleAlert, Eye, EyeOff, Lock, TriangleAlert } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { ProvisionChip } from "../../parts/ProvisionChip.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import { costText, doorName } from "./door-words.ts";
import { deedOf } from "./door-groups.ts";
import styles from "./Doors.module.css";

export function DoorCard(props: { readonly channel: ChannelAssessment }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const deed = createMemo(() => deedOf(props.channel));
  const act = (): void => {
    const { id } = props.channel;
    const { caseId } = live;
    if (deed() === "stop") desk.exec("stop.weigh", { caseId });
    else if (deed() === "file") desk.exec("filing.prepare", { caseId, channel: id });
    else if (deed() === "letter") desk.exec("letter.open", { caseId });
    else desk.exec("rules.open", { channel: id });
  };
  return (
    <article
      class={styles["card"]}
      data-channel={props.channel.id}
      data-allowed={props.channel.allowed ? "" : undefined}
      aria-label={doorName(say, props.channel.id)}
    >
      <header class={styles["cardHead"]}>
        <h3 class={styles["name"]} tabIndex={-1}>
          {doorName(say, props.channel.id)}
        </h3>
        <span class={styles["chips"]}>
          <Chip tone={props.channel.public ? "mine" : "line"} icon={props.channel.public ? Eye : EyeOff}>
            {say.word(props.channel.public ? "screen.rules.channel.public" : "screen.rules.channel.private")}
          </Chip>
          <Show when={props.channel.oneShot}>
            <Chip tone="mine" icon={TriangleAlert}>
              {say.word("screen.rules.channel.oneshot")}
            </Chip>
          </Show>
          <Chip tone="line">{costText(say, props.channel.cost)}</Chip>
        </span>
      </header>
      <Show when={props.channel.reasons.length > 0}>
        <div class={styles["shut"]} data-blocked="">
          <Icon icon={Lock} size="small" />
          <div>
            <Lines of={props.channel.reasons} />
            <p class={styles["chips"]}>
              <For each={props.channel.blockedBy}>{(id) => <ProvisionChip id={id} />}</For>
            </p>
          </div>
        </div>
      </Show>
      <Show when={props.channel.allowed && props.channel.missing.length > 0}>
        <p class={styles["lacks"]}>
          <Icon icon={CircleAlert} size="small" /> {say.word("screen.doors.lacks", { n: props.channel.missing.length })}
        </p>
      </Show>
      <Show when={props.channel.closes.length > 0}>
        <div>
          <p class={styles["label"]}>{say.word("screen.doors.closes")}</p>
          <ul class={styles["lines"]}>
            <For each={props.channel.closes}>
              {(shut) => (
                <li>
                  {say.say(shut.message)} <For each={shut.basis}>{(id) => <ProvisionChip id={id} />}</For>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <Show when={props.channel.warnings.length > 0}>
        <Lines of={props.channel.warnings} />
      </Show>
      <Show when={props.channel.discloses.length > 0}>
        <details>
          <summary class={styles["fold"]}>{say.word("screen.doors.discloses")}</summary>
          <Lines of={props.channel.discloses} />
        </details>
      </Show>
      <p class={styles["acts"]}>
        <Show when={props.channel.allowed || deed() === "stop" || props.channel.filing !== undefined}>
          <Button tone={props.channel.recommended ? "solid" : "ghost"} onClick={act}>
            {say.word(`screen.doors.deed.${deed()}`)}
          </Button>
        </Show>
        <Show when={deed() !== "read" || !props.channel.allowed}>
          <Button tone="plain" onClick={() => desk.exec("rules.open", { channel: props.channel.id })}>
            {say.word("screen.doors.about")}
          </Button>
        </Show>
      </p>
    </article>
  );
}

/** Sentences of core, one a line. */
export function Lines(props: { readonly of: readonly Message[] }): JSX.Element {
  const { say } = useServices();
  return (
    <ul class={styles["lines"]}>
      <For each={props.of}>{(message) => <li>{say.say(message)}</li>}</For>
    </ul>
  );
}
