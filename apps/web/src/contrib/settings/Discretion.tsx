/** Discreet mode of this device, and the quick lock with what it is not (P3). */
import { Button, useShell } from "@recourse/ui";
import { EyeOff } from "lucide";
import { Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./SettingsView.module.css";

export function Discretion(): JSX.Element {
  const { say, discreet } = useServices();
  const { wb, phone } = useShell();
  const keys = (): string | undefined => (phone() ? undefined : wb.keyFor("discreet.lock"));
  return (
    <section class={styles["section"]} aria-label={say.word("screen.discreet")}>
      <h2 class={styles["heading"]}>{say.word("screen.discreet")}</h2>
      <p class={styles["text"]}>{say.word("screen.discreet.text")}</p>
      <label class={styles["option"]}>
        <input
          type="checkbox"
          checked={discreet.on()}
          onChange={(event) => discreet.set(event.currentTarget.checked)}
        />
        {say.word("screen.discreet.on")}
      </label>
      <p class={styles["text"]}>{say.word("screen.discreet.lock.text")}</p>
      <p>
        <Button icon={EyeOff} onClick={() => discreet.lock()}>
          {say.word("screen.discreet.lock")}
        </Button>{" "}
        <Show when={keys()}>
          {(name) => <small class={styles["text"]}>{say.word("screen.discreet.lock.key", { keys: name() })}</small>}
        </Show>
      </p>
    </section>
  );
}
