/**
 * Cases of this device: export, delete, and opening an exported one.
 *
 * 1. Deleting is the one thing that cannot be undone: it asks, names the case, and offers the export first.
 */
import { Button, Dialog } from "@recourse/ui";
import { Download, FolderInput, Trash2 } from "lucide";
import { createSignal, For, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import styles from "./SettingsView.module.css";

type Entry = ReturnType<Services["cases"]["list"]>[number];

export function CaseList(): JSX.Element {
  const { say, cases, desk, download } = useServices();
  const [doomed, setDoomed] = createSignal<Entry | undefined>(undefined);
  const [busy, setBusy] = createSignal(false);

  const exportCase = async ({ id }: Entry): Promise<void> => {
    setBusy(true);
    const made = await cases.archive(id).finally(() => setBusy(false));
    if (!made.ok) {
      desk.toast({ text: say.word("screen.settings.export.failed") });
      return;
    }
    download(made.value.name, made.value.blob);
    desk.toast({ text: say.word("screen.settings.exported", { name: made.value.name }) });
  };
  const remove = async ({ id, title }: Entry): Promise<void> => {
    setDoomed(undefined);
    const gone = await cases.remove(id);
    desk.toast({ text: say.word(gone ? "screen.settings.deleted" : "screen.settings.delete.failed", { title }) });
  };
  const Delete = (own: { readonly entry: Entry }): JSX.Element => (
    <Dialog
      open={true}
      title={say.word("screen.settings.delete.title")}
      closeLabel={say.word("screen.case.close")}
      onClose={() => setDoomed(undefined)}
      footer={
        <>
          <Button icon={Download} disabled={busy()} onClick={() => void exportCase(own.entry)}>
            {say.word("screen.settings.delete.export")}
          </Button>
          <Button onClick={() => setDoomed(undefined)}>{say.word("screen.settings.delete.cancel")}</Button>
          <Button tone="danger" icon={Trash2} onClick={() => void remove(own.entry)}>
            {say.word("screen.settings.delete.go")}
          </Button>
        </>
      }
    >
      <p>{say.word("screen.settings.delete.text", { title: own.entry.title })}</p>
    </Dialog>
  );
  return (
    <section class={styles["section"]}>
      <h2 class={styles["heading"]}>{say.word("screen.settings.cases")}</h2>
      <ul class={styles["list"]}>
        <For each={cases.list()} fallback={<li class={styles["text"]}>{say.word("screen.settings.cases.none")}</li>}>
          {(entry) => (
            <li class={styles["entry"]}>
              <span class={styles["name"]}>{entry.title}</span>
              <Button
                icon={Download}
                disabled={busy()}
                aria-label={say.word("screen.settings.export.of", { title: entry.title })}
                onClick={() => void exportCase(entry)}
              >
                {say.word("screen.settings.export")}
              </Button>
              <Button
                tone="danger"
                icon={Trash2}
                aria-label={say.word("screen.settings.delete.of", { title: entry.title })}
                onClick={() => setDoomed(entry)}
              >
                {say.word("screen.settings.delete")}
              </Button>
            </li>
          )}
        </For>
      </ul>
      <Show when={desk.can("archive.import")}>
        <p>
          <Button icon={FolderInput} onClick={() => desk.exec("archive.import")}>
            {say.word("screen.settings.import")}
          </Button>
        </p>
      </Show>
      <Show when={doomed()} keyed>
        {(entry) => <Delete entry={entry} />}
      </Show>
    </section>
  );
}
