/**
 * What a sentence rests on, as small buttons that go there.
 *
 * 1. One chip for each exhibit, under its number in this letter (A3); a picture named by a reading is named too.
 * 2. What rests on no exhibit (a time I set, an article of law) has a chip with its own words.
 */
import { parseRef, type LetterSentence, type LetterSource, type Ref } from "@recourse/core";
import { createMemo, For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import type { LetterLive } from "./letter-live.ts";
import styles from "./SourceChips.module.css";

interface ChipFacts {
  readonly key: string;
  readonly source: Ref;
  readonly label: string;
  readonly hint: string;
}

const kindOf = (source: LetterSource): string => source.ref.split("/")[0] ?? "";
/** What is computed or told beside exhibits adds nothing where exhibits are named. */
const besides: ReadonlySet<string> = new Set(["order", "demand", "undertaking", "payment", "refund", "usage", "party"]);

export function SourceChips(props: { readonly letter: LetterLive; readonly sentence: LetterSentence }): JSX.Element {
  const { say, desk } = useServices();
  const { live } = props.letter;
  /** The picture behind a reading, where the sentence names it; without the order number and the extension, which all have. */
  const picture = (source: Ref): string | undefined => {
    const parts = parseRef(source);
    const file =
      parts.ok && parts.value.kind === "reading" ? live.record("reading", parts.value.id)?.sourceFile : undefined;
    if (file === undefined || !props.sentence.text.includes(file)) return undefined;
    const order = live.all("order").find((o) => o.number !== "" && file.startsWith(`${o.number}-`));
    return file.slice(order === undefined ? 0 : order.number.length + 1).replace(/\.[A-Za-z0-9]+$/, "");
  };
  const labelOf = (source: LetterSource, n: number): string => {
    const file = picture(source.ref);
    if (file === undefined) return say.word("screen.letter.chip", { n });
    return say.word("screen.letter.chip.picture", { n, file });
  };
  const chips = createMemo<readonly ChipFacts[]>(() => {
    const { sources } = props.sentence;
    const numbered = sources.flatMap((s) =>
      s.numbers.map((n) => ({ n, key: labelOf(s, n), source: s.ref, label: labelOf(s, n), hint: say.say(s.label) })),
    );
    const named = new Set(numbered.filter((c) => picture(c.source) !== undefined).map((c) => c.n));
    // "证据 3 · 第 16 张" says more than "证据 3" beside it.
    const kept = numbered.filter((c) => !named.has(c.n) || c.label !== say.word("screen.letter.chip", { n: c.n }));
    const bare = sources
      .filter((s) => s.numbers.length === 0 && (numbered.length === 0 || !besides.has(kindOf(s))))
      .map((s) => ({
        n: 0,
        key: s.ref.split("/")[0] ?? s.ref,
        source: s.ref,
        label: say.say(s.label),
        hint: say.say(s.label),
      }));
    return [...new Map([...kept, ...bare].map((c) => [c.label, c])).values()];
  });
  const open = (source: Ref): void => {
    const parts = parseRef(source);
    if (parts.ok && parts.value.kind === "provision") desk.exec("rules.open", { id: parts.value.id });
    else desk.exec("case.open", { caseId: live.caseId, target: source });
  };
  return (
    <span class={styles["chips"]}>
      <For each={chips()}>
        {(chip) => (
          <button
            type="button"
            class={styles["chip"]}
            title={chip.hint}
            data-source={chip.source}
            onClick={() => open(chip.source)}
          >
            {chip.label}
          </button>
        )}
      </For>
      <Show when={chips().length === 0}>
        <span class={styles["none"]}>{say.word("screen.letter.source.no_source")}</span>
      </Show>
    </span>
  );
}
