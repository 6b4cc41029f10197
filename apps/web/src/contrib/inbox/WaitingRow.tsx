/**
 * A file that waits: into which case, as what. A new case can be made on the spot.
 *
 * 1. Nothing of the file is read into a case before the person presses.
 */
import type { Category, Id } from "@recourse/core";
import { Button, Field, Icon } from "@recourse/ui";
import { FolderInput, FolderPlus, X } from "lucide";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import { materialName } from "../../parts/pack-words.ts";
import { refusal } from "../../parts/perform.ts";
import { useServices } from "../../parts/served.tsx";
import { fileIcon } from "../../parts/Thumbnail.tsx";
import { When } from "../../parts/When.tsx";
import type { TakenFile } from "../../services/taken-file.ts";
import styles from "./InboxView.module.css";

const NEW = "new";

export interface WaitingRowProps {
  readonly id: Id;
  /** The case that is chosen to begin with. */
  readonly prefer: Id | undefined;
  readonly onSorted: (file: TakenFile) => void;
}

export function WaitingRow(props: WaitingRowProps): JSX.Element {
  const { say, intake, cases, pack, desk } = useServices();
  const item = createMemo(() => intake.waiting().find((each) => each.id === props.id));
  const only = (): string => (cases.rows().length === 1 ? (cases.rows()[0]?.caseId ?? "") : "");
  const [chosen, setChosen] = createSignal<string>(props.prefer ?? only());
  const [material, setMaterial] = createSignal("");
  const [title, setTitle] = createSignal("");
  const [category, setCategory] = createSignal<Category>("other");
  const [busy, setBusy] = createSignal(false);
  const [tried, setTried] = createSignal(false);
  const name = (): string => item()?.name ?? "";

  const sortInto = async (caseId: Id): Promise<void> => {
    setBusy(true);
    const file = await intake.sort(props.id, caseId, material() === "" ? undefined : material());
    setBusy(false);
    props.onSorted(file);
  };
  const make = async (): Promise<void> => {
    setTried(true);
    if (title().trim() === "") return;
    setBusy(true);
    const made = await cases.create({ title: title().trim(), category: category(), lang: say.lang() });
    setBusy(false);
    if (made.ok) await sortInto(made.value);
    else
      desk.toast({
        text:
          made.error.kind === "store"
            ? say.word("screen.inbox.failed", { reason: made.error.reason })
            : refusal(say, made.error),
      });
  };
  const put = (): void => {
    if (chosen() === NEW) void make();
    else {
      const to = cases.rows().find((row) => row.caseId === chosen());
      if (to !== undefined) void sortInto(to.caseId);
    }
  };
  const dismiss = (): void => {
    const id = props.id;
    intake.dismiss(id, true);
    const text = say.word("screen.inbox.dismissed");
    desk.toast({ text, action: { label: say.word("screen.inbox.undo"), run: () => intake.dismiss(id, false) } });
  };
  return (
    <Show when={item()}>
      {(file) => (
        <li class={styles["waiting"]} data-waiting={file().name}>
          <div class={styles["file"]}>
            <Icon icon={fileIcon(file().mediaType)} />
            <span class={styles["name"]}>{file().name}</span>
            <small>
              {say.word("screen.size", { bytes: file().size })} · <When at={file().addedAt} />
            </small>
          </div>
          <div class={styles["choices"]}>
            <select
              class={styles["select"]}
              aria-label={say.word("screen.inbox.case.of", { name: name() })}
              value={chosen()}
              onInput={(event) => setChosen(event.currentTarget.value)}
            >
              <option value="">{say.word("screen.inbox.case.none")}</option>
              <For each={cases.rows()}>{(row) => <option value={row.caseId}>{row.title}</option>}</For>
              <option value={NEW}>{say.word("screen.inbox.case.new")}</option>
            </select>
            <select
              class={styles["select"]}
              aria-label={say.word("screen.inbox.material.of", { name: name() })}
              value={material()}
              onInput={(event) => setMaterial(event.currentTarget.value)}
            >
              <option value="">{say.word("screen.inbox.material.auto")}</option>
              <For each={pack.materialTypes}>
                {(type) => <option value={type.id}>{materialName(pack, say.lang(), type.id)}</option>}
              </For>
            </select>
            <Show when={chosen() !== NEW}>
              <Button
                tone="solid"
                icon={FolderInput}
                disabled={busy() || chosen() === ""}
                aria-label={say.word("screen.inbox.sort.of", { name: name() })}
                onClick={put}
              >
                {say.word("screen.inbox.sort")}
              </Button>
            </Show>
            <Button
              tone="plain"
              icon={X}
              disabled={busy()}
              aria-label={say.word("screen.inbox.dismiss.of", { name: name() })}
              onClick={dismiss}
            >
              {say.word("screen.inbox.dismiss")}
            </Button>
          </div>
          <Show when={chosen() === NEW}>
            <form
              class={styles["new"]}
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                put();
              }}
            >
              <Field
                label={say.word("screen.inbox.new.title")}
                error={tried() && title().trim() === "" ? say.word("screen.inbox.new.title.error") : undefined}
              >
                {(control) => (
                  <input
                    {...control}
                    type="text"
                    value={title()}
                    onInput={(event) => setTitle(event.currentTarget.value)}
                  />
                )}
              </Field>
              <Field label={say.word("screen.inbox.new.category")} hint={say.word("screen.inbox.new.hint")}>
                {(control) => (
                  <select
                    {...control}
                    onInput={(event) => setCategory(pack.categories[event.currentTarget.selectedIndex]?.id ?? "other")}
                  >
                    <For each={pack.categories}>
                      {(each) => <option selected={each.id === category()}>{say.word(`category.${each.id}`)}</option>}
                    </For>
                  </select>
                )}
              </Field>
              <Button tone="solid" icon={FolderPlus} type="submit" disabled={busy()}>
                {say.word("screen.inbox.new.do")}
              </Button>
            </form>
          </Show>
        </li>
      )}
    </Show>
  );
}
