/** How much is kept here, and whether the browser may clear it by itself. Reads the browser's own word. */
import { Button } from "@recourse/ui";
import { createSignal, onMount, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./SettingsView.module.css";

export function Storage(): JSX.Element {
  const { say, storage } = useServices();
  const [used, setUsed] = createSignal<{ readonly used: number; readonly quota: number } | undefined>(undefined);
  const [kept, setKept] = createSignal<boolean | undefined>(undefined);
  const [refused, setRefused] = createSignal(false);
  onMount(() => {
    void storage.used().then(setUsed);
    void storage.kept().then(setKept);
  });
  const ask = async (): Promise<void> => {
    const granted = await storage.keep();
    setKept(granted);
    setRefused(!granted);
  };
  return (
    <section class={styles["section"]}>
      <h2 class={styles["heading"]}>{say.word("screen.settings.storage")}</h2>
      <p class={styles["text"]}>
        <Show when={used()} fallback={say.word("screen.settings.storage.unknown")}>
          {(found) => say.word("screen.settings.storage.used", { used: found().used, quota: found().quota })}
        </Show>
      </p>
      <Show when={kept() !== undefined}>
        <p class={styles["text"]} role="status">
          {say.word(
            kept()
              ? "screen.settings.storage.kept"
              : refused()
                ? "screen.settings.storage.refused"
                : "screen.settings.storage.loose",
          )}
        </p>
        <Show when={kept() === false}>
          <p>
            <Button onClick={() => void ask()}>{say.word("screen.settings.storage.ask")}</Button>
          </p>
        </Show>
      </Show>
    </section>
  );
}
