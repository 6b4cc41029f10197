/** The side bar of the inbox: what waits, newest first. */
import { Row, Section, type ViewProps } from "@recourse/ui";
import { File } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import type { Services } from "../../services/services.ts";
import styles from "./InboxView.module.css";

export function InboxSide(props: ViewProps<Services>): JSX.Element {
  const { say, intake, desk } = props.services;
  const waiting = createMemo(() => intake.waiting().filter((item) => item.state === "new"));
  return (
    <Section title={say.word("screen.inbox.waiting")} count={waiting().length}>
      <For each={waiting()}>
        {(item) => (
          <Row
            title={item.name}
            icon={File}
            detail={say.word("screen.size", { bytes: item.size })}
            onPress={() => desk.open("inbox")}
          />
        )}
      </For>
      <Show when={waiting().length === 0}>
        <li class={styles["quiet"]}>{say.word("screen.inbox.empty.title")}</li>
      </Show>
    </Section>
  );
}
