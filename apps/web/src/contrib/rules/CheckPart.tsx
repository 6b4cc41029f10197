/**
 * Checking a citation (B6): law, article and words in, an answer in words out; below, the guide's own citations to try.
 *
 * 1. A pasted sentence that holds a citation is taken apart into the fields.
 * 2. An answer stands for what was checked: as soon as a field changes it goes.
 */
import { CivilDateSchema, parseArticle } from "@recourse/core";
import { Button, Field } from "@recourse/ui";
import { SearchCheck } from "lucide";
import { createEffect, createMemo, createSignal, createUniqueId, For, on, Show, type JSX } from "solid-js";
import { createStore } from "solid-js/store";
import { useServices } from "../../parts/served.tsx";
import styles from "./CheckPart.module.css";
import { GuideCitations } from "./GuideCitations.tsx";
import { shortLaw } from "../../parts/provision-words.ts";
import { useRules } from "./rules-desk.tsx";
import { checkCitation, draftFrom, type CitationDraft } from "./verdict.ts";
import { VerdictCard } from "./VerdictCard.tsx";

const EMPTY: CitationDraft = { law: "", article: "", quote: "", at: "" };

export function CheckPart(): JSX.Element {
  const { say, desk, pack, fullPack } = useServices();
  const { asked, place } = useRules();
  const names = createUniqueId();
  const [draft, setDraft] = createStore({ ...EMPTY });
  const [checked, setChecked] = createSignal<CitationDraft>();
  const [tried, setTried] = createSignal(false);
  let form!: HTMLFormElement;
  let result!: HTMLDivElement;
  let page!: HTMLDivElement;
  const laws = createMemo(() => [...new Set(pack.provisions.map(shortLaw))]);
  const lawMissing = (): boolean => draft.law.trim() === "";
  const articleMissing = (): boolean => parseArticle(draft.article) === undefined;
  const verdict = createMemo(() => {
    const now = checked();
    const full = fullPack();
    if (now === undefined || full === undefined) return undefined;
    const at = CivilDateSchema.safeParse(now.at);
    return checkCitation(full, now, at.success ? at.data : undefined);
  });
  const write = (change: Partial<CitationDraft>): void => {
    setDraft(change);
    setChecked(undefined);
  };
  const check = (): void => {
    setTried(true);
    if (lawMissing() || articleMissing()) {
      form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    setTried(false);
    setChecked({ ...draft });
  };
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const taken = draftFrom(pack, text);
    // A bare quote is left to the field.
    if (taken === undefined) return;
    event.preventDefault();
    write(taken);
    desk.announce(say.word("screen.rules.check.taken", { law: taken.law, article: taken.article }));
  };
  // Asked from elsewhere: the fields are filled, and checked at once where there are words to check.
  createEffect(
    on(asked, (wanted) => {
      if (wanted === undefined) return;
      setDraft(wanted);
      setTried(false);
      setChecked(wanted.quote === "" ? undefined : wanted);
      if (wanted.quote === "") requestAnimationFrame(() => form.querySelector<HTMLElement>("textarea")?.focus());
    }),
  );
  createEffect(
    on(verdict, (now) => {
      if (now === undefined || place().part !== "check") return;
      desk.announce(say.word(`screen.rules.answer.${now.answer}`));
      // A long answer is read from its beginning.
      requestAnimationFrame(() =>
        result.scrollIntoView({ block: result.offsetHeight > page.clientHeight ? "start" : "nearest" }),
      );
    }),
  );
  return (
    <div ref={page} class={styles["page"]}>
      <div class={styles["column"]}>
        <p class={styles["lead"]}>{say.word("screen.rules.check.text")}</p>
        <form
          ref={form}
          class={styles["form"]}
          noValidate
          onPaste={paste}
          onSubmit={(event) => {
            event.preventDefault();
            check();
          }}
        >
          <div class={styles["pair"]}>
            <Field
              label={say.word("screen.rules.check.law")}
              hint={say.word("screen.rules.check.law.hint")}
              {...(tried() && lawMissing() ? { error: say.word("screen.rules.check.need.law") } : {})}
            >
              {(control) => (
                <input
                  {...control}
                  type="text"
                  name="law"
                  list={names}
                  autocomplete="off"
                  value={draft.law}
                  onInput={(event) => write({ law: event.currentTarget.value })}
                />
              )}
            </Field>
            <datalist id={names}>
              <For each={laws()}>{(name) => <option value={name} />}</For>
            </datalist>
            <Field
              label={say.word("screen.rules.check.article")}
              hint={say.word("screen.rules.check.article.hint")}
              {...(tried() && articleMissing() ? { error: say.word("screen.rules.check.need.article") } : {})}
            >
              {(control) => (
                <input
                  {...control}
                  type="text"
                  name="article"
                  autocomplete="off"
                  value={draft.article}
                  onInput={(event) => write({ article: event.currentTarget.value })}
                />
              )}
            </Field>
          </div>
          <Field label={say.word("screen.rules.check.quote")} hint={say.word("screen.rules.check.quote.hint")}>
            {(control) => (
              <textarea
                {...control}
                name="quote"
                rows={3}
                value={draft.quote}
                onInput={(event) => write({ quote: event.currentTarget.value })}
              />
            )}
          </Field>
          <div class={styles["pair"]}>
            <Field label={say.word("screen.rules.check.at")} hint={say.word("screen.rules.check.at.hint")}>
              {(control) => (
                <input
                  {...control}
                  type="date"
                  name="at"
                  value={draft.at}
                  onInput={(event) => write({ at: event.currentTarget.value })}
                />
              )}
            </Field>
            <div class={styles["do"]}>
              <Button tone="solid" icon={SearchCheck} type="submit">
                {say.word("screen.rules.check.do")}
              </Button>
            </div>
          </div>
        </form>
        <div ref={result}>
          <Show when={checked() !== undefined && fullPack() === undefined}>
            <p>{say.word("screen.rules.loading")}</p>
          </Show>
          <Show when={verdict()} keyed>
            {(now) => <VerdictCard verdict={now} />}
          </Show>
        </div>
      </div>
      <GuideCitations />
    </div>
  );
}
