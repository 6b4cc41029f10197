/** Says what an exhibit shows: which point, and in the person's own words (E2). */
import type { ElementId } from "@recourse/core";
import { Button } from "@recourse/ui";
import { createSignal, For, Show, type JSX } from "solid-js";
import { perform } from "../../../parts/perform.ts";
import { useCase, useExhibits, useServices } from "../../../parts/served.tsx";
import type { Data } from "../asking.ts";
import { idIn, textIn } from "./field.ts";
import { FieldRow } from "./FieldRow.tsx";
import styles from "./Form.module.css";

const elements: readonly ElementId[] = ["order_exists", "breach", "responsibility", "respondent_identity", "amount"];

export interface LinkFormProps {
  readonly data: Data;
  onDone(): void;
}

export function LinkForm(props: LinkFormProps): JSX.Element {
  const services = useServices();
  const { say } = services;
  const live = useCase();
  const exhibits = useExhibits();
  const [exhibit, setExhibit] = createSignal(textIn(props.data["exhibit"]) ?? "");
  const [element, setElement] = createSignal(textIn(props.data["element"]) ?? "");
  const [proves, setProves] = createSignal("");
  const [missing, setMissing] = createSignal(false);
  const shown = (): string | undefined => {
    const of = live.record("exhibit", exhibit());
    return of && say.word("screen.case.link_lead", { n: exhibits.numberOf(of.id) ?? 0, file: of.name });
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    const id = idIn(exhibit());
    if (id === undefined || element() === "" || proves().trim() === "") {
      setMissing(true);
      return;
    }
    if (perform(services, live, "link.add", { exhibit: id, element: element(), proves: proves().trim() }) !== undefined)
      props.onDone();
  };
  return (
    <form class={styles["form"]} onSubmit={submit} novalidate>
      <Show
        when={props.data["exhibit"] === undefined ? undefined : shown()}
        fallback={
          <FieldRow
            spec={{ name: "exhibit", type: "exhibit", required: true }}
            kind="link"
            text={exhibit()}
            error={missing() && exhibit() === "" ? "screen.form.required" : undefined}
            onText={setExhibit}
          />
        }
      >
        {(text) => <p class={styles["lead"]}>{text()}</p>}
      </Show>
      <fieldset class={styles["group"]}>
        <legend>{say.word("screen.field.link.element")}</legend>
        <For each={elements}>
          {(id) => (
            <label class={styles["option"]}>
              <input
                type="radio"
                name="element"
                value={id}
                checked={element() === id}
                onChange={() => setElement(id)}
              />
              {say.word(`element.${id}`)}
            </label>
          )}
        </For>
        <Show when={missing() && element() === ""}>
          <p class={styles["refused"]}>{say.word("screen.form.required")}</p>
        </Show>
      </fieldset>
      <FieldRow
        spec={{ name: "proves", type: "long", required: true, hint: "screen.hint.link.proves" }}
        kind="link"
        text={proves()}
        error={missing() && proves().trim() === "" ? "screen.form.required" : undefined}
        onText={setProves}
      />
      <div class={styles["foot"]}>
        <Button onClick={() => props.onDone()}>{say.word("screen.case.cancel")}</Button>
        <Button tone="solid" type="submit">
          {say.word("screen.case.save")}
        </Button>
      </div>
    </form>
  );
}
