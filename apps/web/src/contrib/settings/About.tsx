/** What this is, which build runs, and the update where one waits. */
import { Button } from "@recourse/ui";
import { Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./SettingsView.module.css";

export function About(): JSX.Element {
  const { say, offline, version } = useServices();
  const running = (): string => {
    const build = offline.version();
    return build === undefined
      ? say.word("screen.settings.version", { version })
      : say.word("screen.settings.version.build", { version, build });
  };
  return (
    <section class={styles["section"]}>
      <h2 class={styles["heading"]}>{say.word("screen.settings.about")}</h2>
      <p class={styles["text"]}>{say.word("screen.settings.about.text")}</p>
      <p class={styles["text"]}>
        {running()} · {say.word("screen.settings.licence")}
      </p>
      <p class={styles["text"]}>
        {say.word(`screen.offline.${offline.state()}`)}: {say.word(`screen.offline.${offline.state()}.more`)}
      </p>
      <Show when={offline.state() === "update_available"}>
        <p>
          <Button tone="solid" onClick={() => offline.update()}>
            {say.word("screen.settings.update")}
          </Button>
        </p>
      </Show>
    </section>
  );
}
