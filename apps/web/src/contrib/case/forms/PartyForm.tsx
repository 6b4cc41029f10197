/** Who they are: where to look, one place after the other (R1), and what was found. */
import { civilOf } from "@recourse/core";
import { Button } from "@recourse/ui";
import { createSignal, For, Show, type JSX } from "solid-js";
import { createStore } from "solid-js/store";
import { perform } from "../../../parts/perform.ts";
import { useCase, useServices } from "../../../parts/served.tsx";
import { When } from "../../../parts/When.tsx";
import type { Data } from "../asking.ts";
import { idIn, readForm, textIn, textOf, type FieldSpec } from "./field.ts";
import { FieldRow } from "./FieldRow.tsx";
import styles from "./Form.module.css";
import { send } from "./saving.ts";
import type { FormSpec } from "./specs.ts";

/** R1, in the order in which they usually help. Source: ecl-15, icp-12, crpl-22, crpl-44. */
const places = ["bill", "licence", "icp", "terms", "invoice", "store", "platform"] as const;
const kindsOfParty = ["company", "person", "store", "unknown"] as const;

const fields: readonly FieldSpec[] = [
  { name: "name", type: "text", required: true, hint: "screen.hint.party.name" },
  { name: "foundIn", type: "choice", set: "place", values: [...places, "told"], required: true },
  { name: "kind", type: "choice", set: "partyKind", values: kindsOfParty },
  { name: "exhibit", type: "exhibit", material: "商家信息" },
  { name: "creditCode", type: "text" },
  { name: "site", type: "text" },
  { name: "contact", type: "text" },
  { name: "address", type: "text" },
];
const spec: FormSpec = { kind: "party", fields, proves: { code: "proves.party", elements: ["respondent_identity"] } };

export interface PartyFormProps {
  readonly command: string;
  readonly data: Data;
  onDone(): void;
}

export function PartyForm(props: PartyFormProps): JSX.Element {
  const services = useServices();
  const { say } = services;
  const live = useCase();
  const role = textIn(props.data["role"]) ?? "respondent";
  const record =
    props.command === "party.edit"
      ? live.record("party", textIn(props.data["id"]))
      : role === "respondent"
        ? live.all("party").find((p) => p.role === "respondent")
        : undefined;
  // The payee of the bill is the usual first guess, and says where it was found.
  const payee = live.all("payment").find((p) => p.payeeKind !== "person")?.payee;
  const initial: Data =
    record ?? (role === "respondent" && payee !== undefined ? { name: payee, foundIn: "bill" } : { foundIn: "told" });
  const [texts, setTexts] = createStore<Record<string, string>>(
    Object.fromEntries(fields.map((f) => [f.name, textOf(f, initial[f.name])])),
  );
  const [errors, setErrors] = createSignal<Readonly<Record<string, string>>>({});
  const respondent = role === "respondent" && (record === undefined || record.role === "respondent");
  const lookedIn = (place: string): ReturnType<typeof live.all<"lookup">>[number] | undefined =>
    live.all("lookup").find((l) => l.place === place && l.result === "not_found");
  let form!: HTMLFormElement;
  const submit = (event: Event): void => {
    event.preventDefault();
    const read = readForm(fields, texts);
    setErrors(read.errors);
    if (Object.keys(read.errors).length > 0) form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    else if (send(services, live, spec, read, record, record === undefined ? { role } : {})) props.onDone();
  };
  return (
    <form ref={form} class={styles["form"]} onSubmit={submit} novalidate>
      <Show when={respondent}>
        <details class={styles["group"]} open={texts["name"] === ""}>
          <summary>{say.word("screen.finder.title")}</summary>
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
            first={
              field.name ===
              (idIn(texts["exhibit"]) === undefined && texts["name"] !== "" && props.command === "party.edit"
                ? "exhibit"
                : "name")
            }
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
