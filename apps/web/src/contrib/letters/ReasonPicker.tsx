/** A1: the options of the platform's form, and the one that fits the best ground, with why. Nothing is proposed that was not entered. */
import { matchReason } from "@recourse/core";
import { Button, Chip, Field, Icon, IconButton } from "@recourse/ui";
import { Check, CircleHelp, X } from "lucide";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./FormHelp.module.css";
import type { LetterLive } from "./letter-live.ts";

export function ReasonPicker(props: { readonly letter: LetterLive }): JSX.Element {
  const { say, pack } = useServices();
  const { letter } = props;
  const { live } = letter;
  const [text, setText] = createSignal("");
  const options = createMemo(() =>
    live.all("reasonOption").toSorted((a, b) => ((a.recordedAt ?? a.id) < (b.recordedAt ?? b.id) ? -1 : 1)),
  );
  const match = createMemo(() => matchReason(options(), pack.reasons, live.grounds()));
  const proposed = createMemo(() => {
    const now = match();
    return now.kind === "match" ? now.option.id : undefined;
  });
  const chosen = (): string | undefined => letter.record()?.reason;
  const add = (): void => {
    const known = new Set(options().map((o) => o.label));
    const labels = [
      ...new Set(
        text()
          .split(/[\n、,，;；]+/)
          .map((l) => l.trim()),
      ),
    ].filter((l) => l !== "" && !known.has(l));
    const done = labels.map((label) => letter.run("reasonOption.add", { label }, { join: "reason.options" }));
    if (done.every(Boolean)) setText("");
  };
  const choose = (label: string): void => {
    letter.run("draft.edit", { id: letter.draft, set: { reason: label } }, { said: "screen.letter.changed" });
  };
  return (
    <section class={styles["section"]} aria-label={say.word("screen.letter.reason")} data-reasons="">
      <h2 class={styles["heading"]}>{say.word("screen.letter.reason")}</h2>
      <Show when={options().length > 0}>
        <p class={styles["why"]} role="status">
          <Icon icon={match().kind === "match" ? Check : CircleHelp} size="small" /> {say.say(match().why)}
        </p>
        <ul class={styles["options"]}>
          <For each={options()}>
            {(option) => (
              <li class={styles["option"]}>
                <span>{option.label}</span>
                <Show when={proposed() === option.id}>
                  <Chip tone="good" icon={Check}>
                    {say.word("screen.letter.reason.proposed")}
                  </Chip>
                </Show>
                <Show
                  when={chosen() === option.label}
                  fallback={
                    <Button tone="plain" disabled={live.readOnly()} onClick={() => choose(option.label)}>
                      {say.word("screen.letter.reason.pick")}
                    </Button>
                  }
                >
                  <Chip tone="line">{say.word("screen.letter.reason.chosen")}</Chip>
                </Show>
                <IconButton
                  icon={X}
                  label={say.word("screen.letter.reason.remove", { label: option.label })}
                  disabled={live.readOnly()}
                  onClick={() =>
                    letter.run("reasonOption.remove", { id: option.id }, { said: "screen.letter.changed" })
                  }
                />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <form
        class={styles["row"]}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field label={say.word("screen.letter.reason.options")} hint={say.word("screen.letter.reason.text")}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              value={text()}
              placeholder={say.word("screen.letter.reason.placeholder")}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button type="submit" disabled={text().trim() === "" || live.readOnly()}>
          {say.word("screen.letter.reason.add")}
        </Button>
      </form>
    </section>
  );
}
