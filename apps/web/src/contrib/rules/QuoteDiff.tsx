/** A quote over the official text: what is not in the text is struck, what the quote lacks is bold and underlined, and both are said in words. */
import { createMemo, For, Show, type JSX } from "solid-js";
import { useSay } from "../../parts/served.tsx";
import { quoteMarks, type Piece } from "./quote-marks.ts";
import styles from "./QuoteDiff.module.css";

export function QuoteDiff(props: { readonly quote: string; readonly text: string }): JSX.Element {
  const say = useSay();
  const marks = createMemo(() => quoteMarks(props.quote, props.text));
  const words = (of: (piece: Piece) => string): readonly string[] =>
    marks().pieces.flatMap((piece) => (piece.same || of(piece) === "" ? [] : [`“${of(piece).trim()}”`]));
  const extra = createMemo(() => words((piece) => piece.quote));
  const missing = createMemo(() => words((piece) => piece.text));
  return (
    <div class={styles["diff"]}>
      <dl class={styles["both"]}>
        <dt>{say.word("screen.rules.marks.yours")}</dt>
        <dd class={styles["law"]} lang="zh-CN" data-diff="quote">
          <For each={marks().pieces}>
            {(piece) => (
              <Show when={!piece.same && piece.quote !== ""} fallback={piece.quote}>
                <del class={styles["extra"]}>{piece.quote}</del>
              </Show>
            )}
          </For>
        </dd>
        <dt>{say.word("screen.rules.marks.official")}</dt>
        <dd class={styles["law"]} lang="zh-CN" data-diff="text">
          {marks().before}
          <For each={marks().pieces}>
            {(piece) => (
              <Show when={!piece.same && piece.text !== ""} fallback={piece.text}>
                <ins class={styles["missing"]}>{piece.text}</ins>
              </Show>
            )}
          </For>
          {marks().after}
        </dd>
      </dl>
      <p class={styles["key"]}>{say.word("screen.rules.marks.key")}</p>
      <Show when={missing().length > 0}>
        <p>{say.word("screen.rules.marks.missing", { words: missing() })}</p>
      </Show>
      <Show when={extra().length > 0}>
        <p>{say.word("screen.rules.marks.extra", { words: extra() })}</p>
      </Show>
    </div>
  );
}
