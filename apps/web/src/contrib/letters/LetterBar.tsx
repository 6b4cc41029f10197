/**
 * The bar over a letter: what it is, what is left to change, and the ways to take it along.
 *
 * 1. A letter with something left to change is not handed out: the press goes to the first place instead.
 * 2. What is held back whatever it says is not recorded as sent: the press says why.
 */
import { Button, Chip, MenuButton } from "@recourse/ui";
import { Download, MessagesSquare, PackageOpen, Send } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import { isPaper } from "./draft-of.ts";
import type { LetterLive } from "./letter-live.ts";
import { PaperActions } from "./PaperActions.tsx";
import { bundleWish } from "./paper-way.ts";
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
  const { live, draft } = letter;
  const blocks = createMemo(() => letter.view().problems.filter((p) => p.severity === "block").length);
  const looks = createMemo(() => letter.view().problems.length - blocks());
  const status = createMemo(() => {
    const count = say.word("screen.letter.count", { n: letter.ids().length });
    const mend = blocks() > 0 ? say.word("screen.letter.to_mend", { n: blocks() }) : say.word("screen.letter.ready");
    const look = looks() > 0 ? [say.word("screen.letter.to_look", { n: looks() })] : [];
    return [count, mend, ...look].join(" · ");
  });
  const tell = (text: string): void => {
    desk.toast({ text });
    desk.announce(text);
  };
  const unlessBlocked = (run: () => void): void => {
    if (blocks() === 0) {
      run();
      return;
    }
    tell(say.word("screen.letter.blocked", { n: blocks() }));
    props.onBlocked();
  };
  const send = (): void => {
    const [held] = letter.held();
    if (held === undefined) unlessBlocked(() => props.onSend());
    else tell(say.say(held.title));
  };
  return (
    <header class={styles["bar"]}>
      <strong class={styles["title"]}>{say.word(`letter.title.${letter.kind()}`)}</strong>
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
          entries={takeEntries({ caseId: live.caseId, draft, kind: letter.kind() }, services, unlessBlocked)}
        />
        <Button
          tone="ghost"
          icon={PackageOpen}
          onClick={() => desk.exec("bundle.make", bundleWish({ live, draft, kind: letter.kind() }, services))}
        >
          {say.word("screen.letter.bundle")}
        </Button>
        <Show when={!isPaper(letter.kind())}>
          <Button
            tone="ghost"
            icon={MessagesSquare}
            data-rehearse=""
            onClick={() => desk.exec("letter.rehearse", { caseId: live.caseId, draft })}
          >
            {say.word("screen.rehearse.do")}
          </Button>
        </Show>
        <Show
          when={isPaper(letter.kind())}
          fallback={
            <Show when={!live.readOnly()}>
              <Button tone="solid" icon={Send} data-send="" onClick={send}>
                {say.word("screen.letter.mark_sent")}
              </Button>
            </Show>
          }
        >
          <PaperActions letter={letter} unlessBlocked={unlessBlocked} />
        </Show>
      </span>
    </header>
  );
}
