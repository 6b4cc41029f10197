/** The newest notes of the case, and the way to all of them. */
import type { Id } from "@recourse/core";
import { Button, EmptyState } from "@recourse/ui";
import { NotebookPen, SquarePen } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { ChangedBy } from "../../parts/ChangedBy.tsx";
import { noteTitle } from "../../parts/note-title.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import { Block } from "./Block.tsx";
import styles from "./Facts.module.css";

/** Notes that are shown here; the others are on their own screen. */
const SHOWN = 3;

export function CaseNotes(): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const ids = createMemo(() => [...live.ids("note")].toSorted().toReversed());
  return (
    <Block
      name="notes"
      title={say.word("screen.notes.title")}
      actions={
        <>
          <Show when={ids().length > 0}>
            <Button icon={NotebookPen} onClick={() => desk.exec("note.open", { caseId: live.caseId })}>
              {say.word("screen.notes.count", { n: ids().length })}
            </Button>
          </Show>
          <Button icon={SquarePen} onClick={() => desk.exec("note.write", { caseId: live.caseId })}>
            {say.word("screen.notes.new")}
          </Button>
        </>
      }
    >
      <Show
        when={ids().length > 0}
        fallback={<EmptyState shape="row" icon={NotebookPen} title={say.word("screen.case.no_notes")} />}
      >
        <ul class={styles["rows"]}>
          <For each={ids().slice(0, SHOWN)}>{(id) => <NoteRow id={id} />}</For>
        </ul>
      </Show>
    </Block>
  );
}

function NoteRow(props: { readonly id: Id }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const title = createMemo(() => {
    const words = noteTitle(live.record("note", props.id)?.text ?? "").title;
    return words === "" ? say.word("screen.notes.empty") : words;
  });
  return (
    <li class={styles["row"]} data-ref={`note/${props.id}`} tabIndex={-1}>
      <span class={styles["main"]}>
        {title()} <ChangedBy caseId={live.caseId} kind="note" id={props.id} />
      </span>
      <Button
        aria-label={say.word("screen.notes.open_one", { title: title() })}
        onClick={() => desk.exec("note.open", { caseId: live.caseId, note: props.id })}
      >
        {say.word("screen.case.filings.open")}
      </Button>
    </li>
  );
}
