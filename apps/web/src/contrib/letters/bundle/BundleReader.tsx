/**
 * For whom a bundle is, and what only the person can say about it: that identity papers are marked (P4), which words may stay in public (P2).
 *
 * 1. A bundle of a filing is for the reader of its channel: nothing to choose.
 */
import { isForMinor, RedactionProfileSchema, type RedactionProfile } from "@recourse/core";
import { Chip, Field, Icon } from "@recourse/ui";
import { Users } from "lucide";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { useCase, useServices } from "../../../parts/served.tsx";
import type { BundleChoice, BundlePlan } from "../../../services/dossier.ts";
import styles from "./BundleView.module.css";

const readers: readonly RedactionProfile[] = ["platform", "12315", "court", "minor", "public"];

export interface BundleReaderProps {
  readonly choice: BundleChoice;
  /** Undefined while it is worked out or refused. */
  readonly plan: BundlePlan | undefined;
  readonly onChoose: (choice: BundleChoice) => void;
}

export function BundleReader(props: BundleReaderProps): JSX.Element {
  const { say } = useServices();
  const live = useCase();
  const offered = createMemo(() => readers.filter((r) => r !== "minor" || isForMinor(live.whole())));
  const asksForMark = (): boolean =>
    props.choice.identityMarked === true || props.plan?.withheld.some((w) => w.reason === "identity_unmarked") === true;
  const choose = (value: string): void => {
    const profile = RedactionProfileSchema.safeParse(value);
    props.onChoose(profile.success ? { profile: profile.data } : {});
  };
  const who = (): string => {
    const profile = props.plan?.profile ?? props.choice.profile;
    return profile === undefined || profile === "none" ? "" : say.word(`bundle.profile.${profile}`);
  };
  return (
    <div class={styles["reader"]} data-reader={props.plan?.profile ?? props.choice.profile ?? ""}>
      <Show
        when={props.choice.filing === undefined}
        fallback={
          <p class={styles["who"]}>
            <strong>
              <Icon icon={Users} size="small" /> {who()}
            </strong>
            <Show when={props.plan?.recipient}>{(name) => <Chip tone="line">{name()}</Chip>}</Show>
          </p>
        }
      >
        <Field label={say.word("screen.bundle.reader")} hint={say.word("screen.bundle.reader.hint")}>
          {(control) => (
            <select {...control} data-profile="" onInput={(event) => choose(event.currentTarget.value)}>
              <option value="" selected={props.choice.profile === undefined}>
                {say.word("screen.bundle.reader.anybody")}
              </option>
              <For each={offered()}>
                {(each) => (
                  <option value={each} selected={props.choice.profile === each}>
                    {say.word(`bundle.profile.${each}`)}
                  </option>
                )}
              </For>
            </select>
          )}
        </Field>
      </Show>
      <Show when={asksForMark()}>
        <label class={styles["mark"]}>
          <input
            type="checkbox"
            checked={props.choice.identityMarked === true}
            data-identity=""
            onInput={(event) => props.onChoose({ ...props.choice, identityMarked: event.currentTarget.checked })}
          />
          {say.word("bundle.identity.include")}
        </label>
      </Show>
      <Show when={props.choice.profile === "public"}>
        <Keep choice={props.choice} onChoose={props.onChoose} />
      </Show>
    </div>
  );
}

/** Words to leave unmasked, taken over when the field is left. */
function Keep(props: Omit<BundleReaderProps, "plan">): JSX.Element {
  const { say } = useServices();
  const [text, setText] = createSignal((props.choice.keep ?? []).join(say.lang() === "en" ? ", " : "、"));
  const take = (): void => {
    const keep = [
      ...new Set(
        text()
          .split(/[\n、,，;；]+/)
          .map((each) => each.trim())
          .filter((each) => each !== ""),
      ),
    ];
    if (keep.join("\n") !== (props.choice.keep ?? []).join("\n")) props.onChoose({ ...props.choice, keep });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <Field label={say.word("screen.bundle.keep")} hint={say.word("screen.bundle.keep.hint")}>
        {(control) => (
          <input
            {...control}
            type="text"
            autocomplete="off"
            data-keep-words=""
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
            onBlur={take}
          />
        )}
      </Field>
    </form>
  );
}
