/** What to read first in a case (L1, L3, L6, L7, G5): risks that stay, questions answered by a press, quiet remarks. */
import { Button, Icon } from "@recourse/ui";
import { Info, OctagonAlert, TriangleAlert } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { noticeKind, type NoticeFacts, type NoticeKind } from "./notice-kinds.ts";
import styles from "./NoticeBar.module.css";
import { useSay } from "./served.tsx";

/** A press that answers a notice. */
export interface NoticeAnswer {
  readonly label: string;
  run(): void;
}

export interface NoticeBarProps {
  readonly notices: readonly NoticeFacts[];
  /** Buttons of a question; none where it is only read. */
  answersTo?(code: string): readonly NoticeAnswer[];
  /** Only the risks, as beside a letter. */
  readonly brief?: boolean;
}

export function NoticeBar(props: NoticeBarProps): JSX.Element {
  const say = useSay();
  const of = (kind: NoticeKind): readonly NoticeFacts[] => props.notices.filter((n) => noticeKind(n.code) === kind);
  const stand = createMemo(() => of("stand"));
  const stop = createMemo(() => of("stop"));
  const asked = createMemo(() => (props.brief ? [] : of("ask")));
  const quiet = createMemo(() => (props.brief ? [] : of("quiet")));
  return (
    <div class={styles["bar"]} data-notices>
      <For each={stop()}>
        {(notice) => (
          <div class={`${styles["box"]} ${styles["stop"]}`} role="note">
            <Icon icon={OctagonAlert} size="large" />
            <p>{say.word(notice.code, notice.args)}</p>
            <Answers of={props.answersTo?.(notice.code)} />
          </div>
        )}
      </For>
      <Show when={stand().length > 0}>
        <div class={`${styles["box"]} ${styles["stand"]}`} role="note" aria-label={say.word("notice.title")}>
          <Icon icon={TriangleAlert} />
          <div>
            <strong>{say.word("notice.title")}</strong>
            <ul>
              <For each={stand()}>{(notice) => <li>{say.word(notice.code, notice.args)}</li>}</For>
            </ul>
          </div>
        </div>
      </Show>
      <For each={asked()}>
        {(notice) => (
          <div class={`${styles["box"]} ${styles["ask"]}`} role="group" aria-label={say.word(notice.code, notice.args)}>
            <p>{say.word(notice.code, notice.args)}</p>
            <Answers of={props.answersTo?.(notice.code)} />
          </div>
        )}
      </For>
      <For each={quiet()}>
        {(notice) => (
          <p class={styles["quiet"]}>
            <Icon icon={Info} size="small" /> {say.word(notice.code, notice.args)}
          </p>
        )}
      </For>
    </div>
  );
}

function Answers(props: { readonly of: readonly NoticeAnswer[] | undefined }): JSX.Element {
  return (
    <Show when={props.of !== undefined && props.of.length > 0}>
      <span class={styles["answers"]}>
        <For each={props.of}>{(answer) => <Button onClick={() => answer.run()}>{answer.label}</Button>}</For>
      </span>
    </Show>
  );
}
