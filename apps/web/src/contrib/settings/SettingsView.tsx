/** Settings: language, appearance, name, storage, cases, this app. */
import { Button, Field, THEMES, useShell, type ViewProps } from "@recourse/ui";
import { Download } from "lucide";
import { For, Show, type JSX } from "solid-js";
import { Served } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import { About } from "./About.tsx";
import { CaseList } from "./CaseList.tsx";
import { Discretion } from "./Discretion.tsx";
import { MetBefore } from "./MetBefore.tsx";
import { Reminders } from "./Reminders.tsx";
import styles from "./SettingsView.module.css";
import { Storage } from "./Storage.tsx";

/** One choice among a few, as native radio buttons. */
function Choice(props: {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  onChoose(value: string): void;
}): JSX.Element {
  return (
    <fieldset class={styles["choice"]}>
      <legend class={styles["heading"]}>{props.legend}</legend>
      <For each={props.options}>
        {(option) => (
          <label class={styles["option"]}>
            <input
              type="radio"
              name={props.name}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onChoose(option.value)}
            />
            {option.label}
          </label>
        )}
      </For>
    </fieldset>
  );
}

export function SettingsView(props: ViewProps<Services>): JSX.Element {
  const { services } = props;
  const { say, me, install } = services;
  const { theme } = useShell();
  return (
    <Served services={services}>
      <div class={styles["settings"]}>
        <h1 class={styles["title"]}>{say.word("screen.settings")}</h1>
        <Choice
          name="lang"
          legend={say.word("screen.settings.language")}
          options={[
            { value: "zh-CN", label: say.word("screen.settings.language.zh") },
            { value: "en", label: say.word("screen.settings.language.en") },
          ]}
          value={say.lang()}
          onChoose={(lang) => say.setLang(lang === "en" ? "en" : "zh-CN")}
        />
        <Choice
          name="theme"
          legend={say.word("screen.theme")}
          options={THEMES.map((name) => ({ value: name, label: say.word(`screen.theme.${name}`) }))}
          value={theme?.name() ?? "system"}
          onChoose={(name) => theme?.set(THEMES.find((other) => other === name) ?? "system")}
        />
        <Field label={say.word("screen.settings.name")} hint={say.word("screen.settings.name.hint")}>
          {(control) => (
            <input
              {...control}
              type="text"
              autocomplete="name"
              value={me.name()}
              onChange={(event) => me.rename(event.currentTarget.value.trim())}
            />
          )}
        </Field>
        <Reminders />
        <Discretion />
        <Storage />
        <CaseList />
        <MetBefore />
        <Show when={install.possible()}>
          <section class={styles["section"]}>
            <h2 class={styles["heading"]}>{say.word("screen.settings.install")}</h2>
            <p class={styles["text"]}>{say.word("screen.settings.install.text")}</p>
            <p>
              <Button icon={Download} onClick={() => void install.ask()}>
                {say.word("screen.settings.install")}
              </Button>
            </p>
          </section>
        </Show>
        <About />
      </div>
    </Served>
  );
}
