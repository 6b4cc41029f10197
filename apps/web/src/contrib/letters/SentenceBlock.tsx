/**
 * One sentence of a letter: its words with what was found marked in them, what it rests on, and the findings below.
 *
 * 1. Its DOM belongs to the sentence's id: editing another sentence, here or elsewhere, leaves it alone.
 * 2. What is found is said by a wavy line, by an icon with a word, and in the card below; never by colour alone.
 */
import { ref, type Id } from "@recourse/core";
import { Button, Icon, MenuButton, type MenuEntry } from "@recourse/ui";
import { PenLine, RotateCcw, Trash2 } from "lucide";
import { createMemo, createSignal, createUniqueId, For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import { FindingCard } from "./FindingCard.tsx";
import type { LetterLive } from "./letter-live.ts";
import { byGravity, piecesOf } from "./pieces.ts";
import styles from "./SentenceBlock.module.css";
import { SentenceField } from "./SentenceField.tsx";
import { SourceChips } from "./SourceChips.tsx";
import { sourceEntries } from "./source-entries.ts";

export interface SentenceBlockProps {
  readonly letter: LetterLive;
  readonly id: Id;
  /** 1-based place in the letter. */
  readonly number: number;
  /** Whether Tab enters the letter here. */
  readonly entry: boolean;
  readonly onCurrent: () => void;
}

export function SentenceBlock(props: SentenceBlockProps): JSX.Element {
  const { say, typing } = useServices();
  const { letter } = props;
  const [editing, setEditing] = createSignal(false);
  const found = createUniqueId();
  const hint = createUniqueId();
  let block!: HTMLLIElement;
  const sentence = createMemo(() => letter.sentence(props.id), undefined, {
    equals: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
  });
  const pieces = createMemo(() => {
    const now = sentence();
    return now === undefined ? [] : piecesOf(now.text, now.findings, !now.rewritten);
  });
  // The cards stay what they are until something about them changes, so the focus on a button stays too.
  const findings = createMemo(() => byGravity(sentence()?.findings ?? []), undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  const focusText = (): void => block.querySelector<HTMLElement>("[data-sentence-text]")?.focus();
  const edit = (): void => {
    if (!letter.live.readOnly()) setEditing(true);
  };
  const entries = (): readonly MenuEntry[] => {
    const id = props.id;
    const now = sentence();
    const sources = sourceEntries(letter, ref("sentence", id), say);
    return [
      { id: "edit", label: say.word("screen.letter.edit"), icon: PenLine, keys: "Enter", run: edit },
      ...(now?.rewritten === true && now.template !== undefined
        ? [
            {
              id: "reset",
              label: say.word("screen.letter.reset"),
              icon: RotateCcw,
              run: () => void letter.run("sentence.reset", { sentence: id }, { said: "screen.letter.changed" }),
            },
          ]
        : []),
      {
        id: "omit",
        label: say.word("screen.letter.omit"),
        icon: Trash2,
        run: () => void letter.run("sentence.omit", { sentence: id }, { said: "screen.letter.left_out" }),
      },
      ...(now?.rewritten === true
        ? sources.map((s, n) => ({
            ...s,
            label: `${say.word("screen.letter.source.add")}：${s.label}`,
            ...(n === 0 ? { separated: true } : {}),
          }))
        : []),
    ];
  };
  return (
    <Show when={sentence() !== undefined}>
      <li
        ref={block}
        class={styles["block"]}
        data-sentence={props.id}
        data-editing={editing() ? "" : undefined}
        onFocusIn={() => props.onCurrent()}
      >
        <div class={styles["line"]}>
          <Show
            when={editing()}
            fallback={
              <p class={styles["words"]}>
                <span
                  role="button"
                  tabIndex={props.entry ? 0 : -1}
                  class={styles["text"]}
                  data-sentence-text=""
                  lang={letter.record()?.lang}
                  aria-describedby={findings().length > 0 ? found : undefined}
                  aria-disabled={letter.live.readOnly() ? "true" : undefined}
                  onClick={edit}
                >
                  <For each={pieces()}>
                    {(piece) => (
                      <span
                        class={piece.severity === undefined ? undefined : styles[`mark_${piece.severity}`]}
                        data-mark={piece.severity}
                      >
                        {piece.text}
                      </span>
                    )}
                  </For>
                  <Show when={sentence()?.text === ""}>
                    <em class={styles["gone"]}>{say.word("screen.letter.sentence.empty")}</em>
                  </Show>
                </span>
                <Show when={sentence()}>{(now) => <SourceChips letter={letter} sentence={now()} />}</Show>
                <Show when={sentence()?.rewritten}>
                  <span class={styles["rewritten"]}>
                    <Icon icon={PenLine} size="small" /> {say.word("screen.letter.rewritten")}
                  </span>
                  <Show when={sentence()?.template !== undefined && !letter.live.readOnly()}>
                    <Button
                      tone="plain"
                      data-reset=""
                      onClick={() => {
                        letter.run("sentence.reset", { sentence: props.id }, { said: "screen.letter.changed" });
                        focusText();
                      }}
                    >
                      {say.word("screen.letter.reset")}
                    </Button>
                  </Show>
                </Show>
              </p>
            }
          >
            <div class={styles["words"]}>
              <SentenceField
                label={say.word("screen.letter.sentence.edit", { n: props.number })}
                hint={hint}
                text={sentence()?.text ?? ""}
                onComposing={letter.setComposing}
                onTyping={(now) => typing(`sentence/${props.id}`, now)}
                onSave={(text) =>
                  letter.run("sentence.rewrite", { sentence: props.id, text }, { join: `sentence.${props.id}` })
                }
                onDone={(how) => {
                  setEditing(false);
                  if (how === "back") focusText();
                }}
              />
              <small id={hint} class={styles["hint"]}>
                {say.word("screen.letter.edit.hint")}
              </small>
            </div>
          </Show>
          <Show when={!letter.live.readOnly()}>
            <span class={styles["more"]}>
              <MenuButton label={say.word("screen.letter.sentence.more", { n: props.number })} entries={entries()} />
            </span>
          </Show>
        </div>
        <div id={found}>
          <For each={findings()}>
            {(finding) => (
              <FindingCard letter={letter} finding={finding} text={sentence()?.text ?? ""} onFixed={focusText} />
            )}
          </For>
        </div>
      </li>
    </Show>
  );
}
