/** Adding a sentence of one's own: which part, what it says. The letter then asks for its source. */
import { partHeading, type LetterPart } from "@recourse/core";
import { Button, Field } from "@recourse/ui";
import type { IconNode } from "lucide";
import { createSignal, For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import type { LetterLive } from "./letter-live.ts";
import styles from "./OwnSentence.module.css";

/** What is added most often, first; the list of evidence is composed. */
const USUAL: readonly LetterPart[] = ["problem", "order", "basis", "demand"];

export function OwnSentence(props: { readonly letter: LetterLive; readonly icon: IconNode }): JSX.Element {
  const { say } = useServices();
  const [open, setOpen] = createSignal(false);
  const [text, setText] = createSignal("");
  const [part, setPart] = createSignal<LetterPart>("problem");
  const parts = (): readonly LetterPart[] => USUAL.filter((each) => props.letter.spec().parts.includes(each));
  let opener!: HTMLDivElement;
  const close = (): void => {
    setOpen(false);
    setText("");
    opener.querySelector("button")?.focus();
  };
  const add = (): void => {
    const said = text().trim();
    if (said === "") return;
    const data = { draft: props.letter.draft, part: part(), text: said };
    if (props.letter.run("sentence.own", data, { said: "screen.letter.added" })) close();
  };
  return (
    <div ref={opener} class={styles["own"]}>
      <Show
        when={open()}
        fallback={
          <Button tone="plain" icon={props.icon} data-own="" onClick={() => setOpen(true)}>
            {say.word("screen.letter.own")}
          </Button>
        }
      >
        <form
          class={styles["form"]}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || event.isComposing) return;
            event.stopPropagation();
            close();
          }}
        >
          <Field label={say.word("screen.letter.own.part")}>
            {(control) => (
              <select
                {...control}
                onInput={(event) => setPart(parts()[event.currentTarget.selectedIndex] ?? "problem")}
              >
                <For each={parts()}>
                  {(each) => (
                    <option selected={each === part()}>{say.word(partHeading(props.letter.kind(), each))}</option>
                  )}
                </For>
              </select>
            )}
          </Field>
          <Field label={say.word("screen.letter.own.text")} hint={say.word("screen.letter.own.hint")}>
            {(control) => (
              <textarea
                {...control}
                ref={(field) => queueMicrotask(() => field.focus())}
                rows={3}
                data-own-text=""
                onInput={(event) => setText(event.currentTarget.value)}
              />
            )}
          </Field>
          <div class={styles["actions"]}>
            <Button tone="solid" type="submit" disabled={text().trim() === ""}>
              {say.word("screen.letter.own.add")}
            </Button>
            <Button tone="ghost" onClick={close}>
              {say.word("screen.letter.cancel")}
            </Button>
          </div>
        </form>
      </Show>
    </div>
  );
}
