/** Who they are: where to look, one place after the other (R1), and what was found. Of people on our side only what they are reached by (P1). */
import { civilOf } from "@recourse/core";
import { Button } from "@recourse/ui";
import { createSignal, For, Show, type JSX } from "solid-js";
import { createStore } from "solid-js/store";
import { fakeHelperLine } from "../../../parts/fake-helper-line.ts";
import { perform } from "../../../parts/perform.ts";
import { useCase, useServices } from "../../../parts/served.tsx";
import { When } from "../../../parts/When.tsx";
import type { Data } from "../asking.ts";
import { idIn, readForm, textIn, textOf } from "./field.ts";
import { FieldRow } from "./FieldRow.tsx";
import styles from "./Form.module.css";
import { isOurs, partySpec, places } from "./party-fields.ts";
import { send } from "./saving.ts";

export interface PartyFormProps {
  readonly command: string;
  readonly data: Data;
  onDone(): void;
}

export function PartyForm(props: PartyFormProps): JSX.Element {
  const services = useServices();
  const { say } = services;
  const live = useCase();
  const named = live.record("party", textIn(props.data["id"]));
  const role = named?.role ?? textIn(props.data["role"]) ?? "respondent";
  const record =
    props.command === "party.edit"
      ? named
      : role === "respondent"
        ? live.all("party").find((p) => p.role === "respondent")
        : undefined;
  const spec = partySpec(role);
  const { fields } = spec;
  // The payee of the bill is the usual first guess, and says where it was found.
  const payee = live.all("payment").find((p) => p.payeeKind !== "person")?.payee;
  const initial: Data =
    record ?? (role === "respondent" && payee !== undefined ? { name: payee, foundIn: "bill" } : { foundIn: "told" });
  const [texts, setTexts] = createStore<Record<string, string>>(
    Object.fromEntries(fields.map((f) => [f.name, textOf(f, initial[f.name])])),
  );
  const [errors, setErrors] = createSignal<Readonly<Record<string, string>>>({});
  const respondent = role === "respondent";
  const asked = fields.find((f) => f.name === textIn(props.data["ask"]))?.name;
  /** What the form begins with: what is asked, else what is not shown by an exhibit yet. */
  const first =
    asked ??
    (respondent && props.command === "party.edit" && texts["name"] !== "" && idIn(texts["exhibit"]) === undefined
      ? "exhibit"
      : "name");
  const lookedIn = (place: string): ReturnType<typeof live.all<"lookup">>[number] | undefined =>
    live.all("lookup").find((l) => l.place === place && l.result === "not_found");
  let form!: HTMLFormElement;
  const submit = (event: Event): void => {
    event.preventDefault();
    const read = readForm(fields, texts);
    setErrors(read.errors);
    if (Object.keys(read.errors).length > 0) {
      form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    const extra: Data = record === undefined ? { role, ...(isOurs(role) ? { foundIn: "told" } : {}) } : {};
    if (send(services, live, spec, read, record, extra)) props.onDone();
  };
  return (
    <form ref={form} class={styles["form"]} onSubmit={submit} novalidate>
      <Show when={respondent}>
        <details class={styles["group"]} open={texts["name"] === "" && asked === undefined}>
          <summary>{say.word("screen.finder.title")}</summary>
          <p class={styles["lead"]}>{fakeHelperLine(say, "search")}</p>
          <ul class={styles["places"]}>
            <For each={places}>
              {(place) => (
                <li>
                  <span>
                    {say.word(`screen.finder.${place}`)}
                    <Show when={lookedIn(place)}>
                      {(look) => (
                        <small>
                          {say.word("screen.finder.not_found_on")} <When at={look().on} form="short" />
                        </small>
                      )}
                    </Show>
                  </span>
                  <span class={styles["acts"]}>
                    <Button onClick={() => setTexts("foundIn", place)}>{say.word("screen.finder.found")}</Button>
                    <Show when={lookedIn(place) === undefined}>
                      <Button
                        onClick={() =>
                          perform(services, live, "lookup.add", {
                            place,
                            result: "not_found",
                            on: civilOf(services.now()),
                          })
                        }
                      >
                        {say.word("screen.finder.not_found")}
                      </Button>
                    </Show>
                  </span>
                </li>
              )}
            </For>
          </ul>
          <p class={styles["lead"]}>{say.word("screen.finder.none")}</p>
        </details>
      </Show>
      <For each={fields}>
        {(field) => (
          <FieldRow
            spec={field}
            kind="party"
            text={texts[field.name] ?? ""}
            error={errors()[field.name]}
            first={field.name === first}
            onText={(text) => setTexts(field.name, text)}
          />
        )}
      </For>
      <div class={styles["foot"]}>
        <Button onClick={() => props.onDone()}>{say.word("screen.case.cancel")}</Button>
        <Button tone="solid" type="submit">
          {say.word("screen.case.save")}
        </Button>
      </div>
    </form>
  );
}
