/**
 * The letter as paper: title, parts, sentences; the keyboard between them.
 *
 * 1. Arrows or J and K go from sentence to sentence, Enter edits, Escape comes back from a card, the fix key goes to the first way out.
 * 2. When the sentence in use goes, the one in its place gets the focus; focus is never lost.
 */
import { partHeading, type Id, type LetterPart } from "@recourse/core";
import { Plus, Undo2 } from "lucide";
import { Button, Icon } from "@recourse/ui";
import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import { FindingCard } from "./FindingCard.tsx";
import type { LetterLive } from "./letter-live.ts";
import styles from "./LetterPaper.module.css";
import { OwnSentence } from "./OwnSentence.tsx";
import { SentenceBlock } from "./SentenceBlock.tsx";

export function LetterPaper(props: { readonly letter: LetterLive }): JSX.Element {
  const { say, desk } = useServices();
  const { letter } = props;
  const [current, setCurrent] = createSignal<Id | undefined>(undefined);
  let paper!: HTMLDivElement;
  /** In the order in which this kind is read. */
  const parts = createMemo<readonly LetterPart[]>(() => letter.view().parts.map((p) => p.part), [], {
    equals: (a, b) => a.length === b.length && a.every((part, n) => part === b[n]),
  });
  const heading = (part: LetterPart): string => say.word(partHeading(letter.kind(), part));
  const idsOf = (part: LetterPart): (() => readonly Id[]) =>
    createMemo(() => letter.view().parts.find((p) => p.part === part)?.sentences ?? [], [], {
      equals: (a, b) => a.length === b.length && a.every((id, n) => id === b[n]),
    });
  const entry = createMemo(() => {
    const now = current();
    return now !== undefined && letter.ids().includes(now) ? now : letter.ids()[0];
  });
  const texts = (): readonly HTMLElement[] => [...paper.querySelectorAll<HTMLElement>("[data-sentence-text]")];
  const blockOf = (target: EventTarget | null): HTMLElement | null =>
    target instanceof HTMLElement ? target.closest<HTMLElement>("[data-sentence]") : null;

  let had = -1;
  createEffect(
    on(
      letter.ids,
      () => {
        if (had < 0) return;
        const active = document.activeElement;
        if (active !== null && active !== document.body && active.isConnected) return;
        const all = texts();
        (all[Math.min(had, all.length - 1)] ?? paper).focus();
      },
      { defer: true },
    ),
  );

  const toFixes = (block: HTMLElement): void => {
    const first = block.querySelector<HTMLElement>("[data-fix]");
    if (first === null) desk.announce(say.word("screen.letter.fix.none"));
    else first.focus();
  };
  const amongFixes = (target: HTMLElement, key: string): HTMLElement | undefined => {
    const fixes = [...(blockOf(target)?.querySelectorAll<HTMLElement>("[data-fix]") ?? [])];
    const at = fixes.indexOf(target);
    return { ArrowRight: fixes[at + 1], ArrowLeft: fixes[at - 1] }[key];
  };
  const key = (event: KeyboardEvent): void => {
    const { target } = event;
    const block = blockOf(target);
    if (!(target instanceof HTMLElement) || block === null || event.isComposing || event.altKey) return;
    const text = block.querySelector<HTMLElement>("[data-sentence-text]");
    const handled = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if ((event.ctrlKey || event.metaKey) && event.key === ".") {
      handled();
      toFixes(block);
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    if (target === text) {
      const all = texts();
      const at = all.indexOf(target);
      const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
      const to = { Home: all[0], End: all.at(-1) }[event.key] ?? (step === undefined ? undefined : all[at + step]);
      if (event.key === "Enter" || event.key === " ") {
        handled();
        target.click();
      } else if (to !== undefined) {
        handled();
        to.focus();
        to.scrollIntoView({ block: "nearest" });
      }
      return;
    }
    if (event.key === "Escape" && text !== null) {
      handled();
      text.focus();
      return;
    }
    const fix = amongFixes(target, event.key);
    if (fix !== undefined) {
      handled();
      fix.focus();
    }
  };
  const whole = createMemo(() => letter.view().problems.filter((p) => p.target.startsWith("draft/")), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  return (
    <div
      ref={paper}
      class={styles["paper"]}
      role="group"
      aria-label={say.word("screen.letter.body")}
      tabIndex={-1}
      onKeyDown={key}
      onFocusIn={(event) => {
        const id = blockOf(event.target)?.dataset["sentence"];
        if (id !== undefined) had = letter.ids().findIndex((other) => other === id);
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && !paper.contains(event.relatedTarget)) had = -1;
      }}
    >
      <h1 class={styles["title"]}>{say.word(`letter.title.${letter.kind()}`)}</h1>
      <Show when={whole().length > 0}>
        <section class={styles["whole"]} aria-label={say.word("screen.letter.whole")}>
          <h2 class={styles["heading"]}>{say.word("screen.letter.whole")}</h2>
          <For each={whole()}>{(finding) => <FindingCard letter={letter} finding={finding} text="" />}</For>
        </section>
      </Show>
      <For each={parts()}>
        {(part) => {
          const ids = idsOf(part);
          return (
            <Show when={ids().length > 0}>
              <section aria-label={heading(part)}>
                <h2 class={styles["heading"]}>{heading(part)}</h2>
                <ul class={styles["list"]}>
                  <For each={ids()}>
                    {(id) => (
                      <SentenceBlock
                        letter={letter}
                        id={id}
                        number={letter.ids().indexOf(id) + 1}
                        entry={entry() === id}
                        onCurrent={() => setCurrent(id)}
                      />
                    )}
                  </For>
                </ul>
              </section>
            </Show>
          );
        }}
      </For>
      <Show when={!letter.live.readOnly()}>
        <OwnSentence letter={letter} icon={Plus} />
      </Show>
      <Show when={letter.omitted().length > 0}>
        <details class={styles["omitted"]}>
          <summary class={styles["summary"]}>
            {say.word("screen.letter.omitted", { n: letter.omitted().length })}
          </summary>
          <ul>
            <For each={letter.omitted()}>
              {(sentence) => (
                <li class={styles["left"]}>
                  <span>
                    <Icon icon={Undo2} size="small" /> {sentence.text}
                  </span>
                  <Button
                    tone="ghost"
                    disabled={letter.live.readOnly()}
                    onClick={() =>
                      letter.run("sentence.include", { sentence: sentence.id }, { said: "screen.letter.brought_back" })
                    }
                  >
                    {say.word("screen.letter.include")}
                  </Button>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
      <p class={styles["keys"]}>{say.word("screen.letter.keys")}</p>
    </div>
  );
}
