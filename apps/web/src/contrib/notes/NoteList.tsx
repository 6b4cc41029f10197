/**
 * The notes of a case, one line each: its first words, who is at it, who changed it last.
 *
 * 1. A letter typed in one note draws the line of that note anew, and of no other.
 */
import type { Id } from "@recourse/core";
import { Icon } from "@recourse/ui";
import { Eye, PencilLine } from "lucide";
import { createMemo, For, Show, type Accessor, type JSX } from "solid-js";
import { ChangedBy } from "../../parts/ChangedBy.tsx";
import { noteTitle } from "../../parts/note-title.ts";
import { useServices } from "../../parts/served.tsx";
import { When } from "../../parts/When.tsx";
import type { CaseLive } from "../../services/services.ts";
import styles from "./Notes.module.css";
import { peopleAt } from "./people-at.ts";

export interface NoteListProps {
  readonly caseId: Id;
  /** Another one after a rebuild. */
  readonly live: Accessor<CaseLive | undefined>;
  readonly ids: readonly Id[];
  readonly open: Id | undefined;
  readonly onOpen: (id: Id) => void;
}

export function NoteList(props: NoteListProps): JSX.Element {
  const { say } = useServices();
  return (
    <nav class={styles["list"]} aria-label={say.word("screen.notes.all")}>
      <ul>
        <For each={props.ids}>
          {(id) => (
            <NoteLine
              caseId={props.caseId}
              live={props.live}
              id={id}
              isOpen={props.open === id}
              onOpen={() => props.onOpen(id)}
            />
          )}
        </For>
      </ul>
    </nav>
  );
}

interface NoteLineProps {
  readonly caseId: Id;
  readonly live: Accessor<CaseLive | undefined>;
  readonly id: Id;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function NoteLine(props: NoteLineProps): JSX.Element {
  const { say, sharing } = useServices();
  const note = createMemo(() => props.live()?.record("note", props.id));
  const words = createMemo(() => noteTitle(note()?.text ?? ""), undefined, {
    equals: (a, b) => a.title === b.title && a.more === b.more,
  });
  const at = peopleAt(() => sharing.of(props.caseId), `note/${props.id}`, say);
  const isTyped = (): boolean => at().types.length > 0;
  const names = (): readonly string[] => (isTyped() ? at().types : at().looks);
  return (
    <li>
      <button
        type="button"
        class={styles["line"]}
        aria-current={props.isOpen ? "true" : undefined}
        data-note-line={props.id}
        onClick={() => props.onOpen()}
      >
        <span class={styles["title"]} data-empty={words().title === "" ? "" : undefined}>
          {words().title === "" ? say.word("screen.notes.empty") : words().title}
        </span>
        <Show when={words().more !== ""}>
          <span class={styles["more"]}>{words().more}</span>
        </Show>
        <span class={styles["facts"]}>
          <Show when={note()?.recordedAt}>{(recorded) => <When at={recorded()} />}</Show>
          <ChangedBy caseId={props.caseId} kind="note" id={props.id} />
          <Show when={names().length > 0}>
            <span class={styles["at"]} data-at="">
              <Icon icon={isTyped() ? PencilLine : Eye} size="small" />
              {say.word(isTyped() ? "screen.here.types" : "screen.notes.looks", { names: names() })}
            </span>
          </Show>
        </span>
      </button>
    </li>
  );
}
