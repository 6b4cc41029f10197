/**
 * Choosing the passphrase of a file: the proposed one, big and to be copied, or one of one's own (FI1). Effects: clipboard.
 */
import { Button, Field, Icon } from "@recourse/ui";
import { Copy, TriangleAlert } from "lucide";
import { createSignal, createUniqueId, onMount, Show, type JSX } from "solid-js";
import { OneOf } from "../../parts/OneOf.tsx";
import page from "../../parts/Page.module.css";
import { useServices } from "../../parts/served.tsx";
import steps from "./Digits.module.css";
import { copyLink as copyText } from "./give-link.ts";
import { tell } from "./share-acts.ts";
import own from "./Files.module.css";

/** Units: characters. Source: FI1. */
export const LEAST_OWN = 14;

/** Units: characters that count, as a person counts them. */
export const lengthOf = (text: string): number => [...text.normalize("NFKC").trim()].length;

export type Phrase = { readonly is: "proposed" | "own"; readonly text: string };

export interface NewPassphraseProps {
  readonly phrase: Phrase;
  readonly onChange: (phrase: Phrase) => void;
  readonly propose: () => Promise<string>;
  /** What is wrong with one's own. */
  readonly error: string | undefined;
}

export function NewPassphrase(props: NewPassphraseProps): JSX.Element {
  const { say } = useServices();
  const name = createUniqueId();
  const [proposed, setProposed] = createSignal<string>();
  onMount(() => {
    void props.propose().then((text) => {
      setProposed(text);
      if (props.phrase.is === "proposed") props.onChange({ is: "proposed", text });
    });
  });
  return (
    <>
      <OneOf
        name={name}
        legend={say.word("screen.share.phrase.which")}
        options={(["proposed", "own"] as const).map((value) => ({
          value,
          label: say.word(`screen.share.phrase.${value}`),
        }))}
        value={props.phrase.is}
        onChoose={(is) => props.onChange({ is, text: is === "proposed" ? (proposed() ?? "") : "" })}
      />
      <Show
        when={props.phrase.is === "own"}
        fallback={
          <Show when={proposed()} fallback={<p class={page["text"]}>{say.word("screen.share.phrase.proposing")}</p>}>
            {(text) => <ShownPassphrase label={say.word("screen.share.phrase.show")} text={text()} />}
          </Show>
        }
      >
        <Field
          label={say.word("screen.share.phrase.own.label")}
          hint={say.word("screen.share.phrase.own.hint")}
          {...(props.error === undefined ? {} : { error: props.error })}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              data-own-phrase=""
              value={props.phrase.text}
              onInput={(event) => props.onChange({ is: "own", text: event.currentTarget.value })}
            />
          )}
        </Field>
      </Show>
      <p class={steps["caution"]}>
        <Icon icon={TriangleAlert} size="small" /> <span>{say.word("screen.share.phrase.forgotten")}</span>
      </p>
    </>
  );
}

/** A passphrase to be read off: big, in its groups, and to be copied. */
export function ShownPassphrase(props: { readonly label: string; readonly text: string }): JSX.Element {
  const services = useServices();
  const { say } = services;
  const copy = async (): Promise<void> => {
    const copied = await copyText(props.text);
    tell(services, say.word(copied ? "screen.share.phrase.copied" : "screen.share.phrase.copy.failed"));
  };
  return (
    <div class={page["head"]}>
      <p class={page["label"]}>{props.label}</p>
      <p class={own["phrase"]} data-phrase="">
        {props.text}
      </p>
      <p class={page["acts"]}>
        <Button icon={Copy} onClick={() => void copy()}>
          {say.word("screen.share.phrase.copy")}
        </Button>
      </p>
    </div>
  );
}
