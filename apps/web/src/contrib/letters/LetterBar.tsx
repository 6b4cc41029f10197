/**
 * The bar over a letter: what it is, what is left to change, and the ways to take it along.
 *
 * 1. A letter with something left to change is not handed out: the press goes to the first place instead.
 */
import { Button, Chip, MenuButton } from "@recourse/ui";
import { Download, PackageOpen, Send } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import type { LetterLive } from "./letter-live.ts";
import { takeEntries } from "./taking-along.ts";
import styles from "./LetterBar.module.css";

export interface LetterBarProps {
  readonly letter: LetterLive;
  readonly onSend: () => void;
  /** Goes to the first finding that blocks. */
  readonly onBlocked: () => void;
}

export function LetterBar(props: LetterBarProps): JSX.Element {
  const services = useServices();
  const { say, desk } = services;
  const { letter } = props;
  const blocks = createMemo(() => letter.view().problems.filter((p) => p.severity === "block").length);
  const looks = createMemo(() => letter.view().problems.length - blocks());
  const status = createMemo(() => {
    const count = say.word("screen.letter.count", { n: letter.ids().length });
    const mend = blocks() > 0 ? say.word("screen.letter.to_mend", { n: blocks() }) : say.word("screen.letter.ready");
    const look = looks() > 0 ? [say.word("screen.letter.to_look", { n: looks() })] : [];
    return [count, mend, ...look].join(" · ");
  });
  const unlessBlocked = (run: () => void): void => {
    if (blocks() === 0) {
      run();
      return;
    }
    const text = say.word("screen.letter.blocked", { n: blocks() });
    desk.toast({ text });
    desk.announce(text);
    props.onBlocked();
  };
  return (
    <header class={styles["bar"]}>
      <strong class={styles["title"]}>{say.word(`letter.title.${letter.record()?.kind ?? "application"}`)}</strong>
      <Chip tone="line">{say.word("screen.letter.draft")}</Chip>
      <span
        class={styles["status"]}
        role="status"
        aria-label={say.word("screen.letter.status")}
        data-ready={blocks() === 0 ? "" : undefined}
      >
        {status()}
      </span>
      <span class={styles["actions"]}>
        <MenuButton
          icon={Download}
          label={say.word("screen.letter.take")}
          entries={takeEntries({ caseId: letter.live.caseId, draft: letter.draft }, services, unlessBlocked)}
        />
        <Button
          tone="ghost"
          icon={PackageOpen}
          onClick={() => desk.exec("bundle.make", { caseId: letter.live.caseId })}
        >
          {say.word("screen.letter.bundle")}
        </Button>
        <Show when={!letter.live.readOnly()}>
          <Button tone="solid" icon={Send} data-send="" onClick={() => unlessBlocked(() => props.onSend())}>
            {say.word("screen.letter.mark_sent")}
          </Button>
        </Show>
      </span>
    </header>
  );
}
