/** A sentence of the assessment with what it rests on. */
import type { Message } from "@recourse/core";
import { createMemo, For, Show, type JSX } from "solid-js";
import styles from "./MessageText.module.css";
import { chipRefs } from "./ref-label.ts";
import { SourceChip, useRefContext } from "./SourceChip.tsx";

export interface MessageTextProps {
  readonly message: Message;
  /** How many sources are shown; the rest is counted. */
  readonly most?: number;
}

export function MessageText(props: MessageTextProps): JSX.Element {
  const context = useRefContext();
  const { say } = context;
  const refs = createMemo(() => chipRefs(props.message.refs, context));
  const most = (): number => props.most ?? 4;
  return (
    <span class={styles["text"]}>
      {say.has(props.message.code) ? say.say(props.message) : props.message.code}{" "}
      <For each={refs().slice(0, most())}>{(source) => <SourceChip source={source} />}</For>
      <Show when={refs().length > most()}>
        <small class={styles["more"]}>{say.word("screen.case.more_sources", { n: refs().length - most() })}</small>
      </Show>
    </span>
  );
}
