/** Reminders of the system: switched on by a press, and what they do not do. */
import { Button } from "@recourse/ui";
import { Bell, BellOff } from "lucide";
import { Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./SettingsView.module.css";

export function Reminders(): JSX.Element {
  const { say, reminders, desk } = useServices();
  return (
    <section class={styles["section"]} aria-label={say.word("screen.remind")}>
      <h2 class={styles["heading"]}>{say.word("screen.remind")}</h2>
      <p class={styles["text"]}>{say.word("screen.remind.text")}</p>
      <p class={styles["text"]} role="status">
        {say.word(`screen.remind.${reminders.state()}`)}
      </p>
      <Show when={reminders.state() === "off"}>
        <p>
          <Button icon={Bell} onClick={() => desk.exec("reminders.enable")}>
            {say.word("screen.remind.enable")}
          </Button>
        </p>
      </Show>
      <Show when={reminders.state() === "on"}>
        <p>
          <Button icon={BellOff} onClick={() => reminders.disable()}>
            {say.word("screen.remind.disable")}
          </Button>
        </p>
      </Show>
    </section>
  );
}
