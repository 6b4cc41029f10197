/**
 * Notes of one case: all of them, and the one that is open (FR5).
 *
 * 1. The screen stays while the case becomes another document: who writes is not interrupted (AC5).
 * 2. On a telephone it is the list or the note; wider, both.
 */
import { isId, type Id } from "@recourse/core";
import { Button, EmptyState, type ViewProps } from "@recourse/ui";
import { NotebookPen, SquarePen } from "lucide";
import { createEffect, createMemo, createSignal, on, Show, untrack, type JSX } from "solid-js";
import { CasePage } from "../../parts/CasePage.tsx";
import page from "../../parts/Page.module.css";
import { InView, PageHead } from "../../parts/PageHead.tsx";
import { createPhone } from "../../parts/screen.ts";
import { Served } from "../../parts/served.tsx";
import { ViewerNotice } from "../../parts/ViewerNotice.tsx";
import type { CaseLive, Services } from "../../services/services.ts";
import { NoteList } from "./NoteList.tsx";
import styles from "./Notes.module.css";
import { LIST, noteWishes, readNotePlace } from "./notes-place.ts";
import { OpenNote } from "./OpenNote.tsx";

export function NotesView(props: ViewProps<Services>): JSX.Element {
  const { services } = props;
  const caseId = (): Id | undefined => (props.arg !== undefined && isId(props.arg) ? props.arg : undefined);
  /** Once it was open it stays on the screen. */
  const ready = createMemo<Id | undefined>((before) => {
    const id = caseId();
    const isOpen = services.cases.live(id) !== undefined;
    return isOpen || id === before ? id : undefined;
  });
  return (
    <Show when={ready()} keyed fallback={<CasePage {...props}>{() => null}</CasePage>}>
      {(id) => (
        <Served services={services}>
          <InView active={props.active}>
            <Notes services={services} caseId={id} active={props.active} />
          </InView>
        </Served>
      )}
    </Show>
  );
}

interface NotesProps {
  readonly services: Services;
  readonly caseId: Id;
  readonly active: boolean;
}

function Notes(props: NotesProps): JSX.Element {
  const { say, cases, desk, sharing } = props.services;
  const phone = createPhone();
  const live = createMemo<CaseLive | undefined>(() => cases.live(props.caseId));
  /** The newest first, and each in its place while others write. */
  const ids = createMemo(() => [...(live()?.ids("note") ?? [])].toSorted().toReversed());
  const [chosen, setChosen] = createSignal<Id>();
  /** Where the caret is to be put. */
  const [wanted, setWanted] = createSignal<Id>();
  /** What is open without having been chosen: it stays, whatever others add or remove. */
  const [stays, setStays] = createSignal<Id>();
  createEffect(() => {
    const [newest] = ids();
    if (chosen() === undefined && stays() === undefined && newest !== undefined) setStays(newest);
  });
  const open = (): Id | undefined => chosen() ?? (phone() ? undefined : (stays() ?? ids()[0]));
  const mayWrite = createMemo(() => {
    const role = sharing.of(props.caseId)?.role();
    return live()?.readOnly() !== true && role !== "viewer" && role !== "out";
  });
  const choose = (id: Id | undefined, how: "push" | "replace" = "push"): void => {
    setChosen(id);
    desk.setQuery({ note: id ?? LIST }, how);
  };
  createEffect(
    on([() => props.active, desk.query], ([active, query]) => {
      const place = active ? readNotePlace(query) : undefined;
      if (place !== undefined) setChosen(place === LIST ? undefined : place);
    }),
  );
  createEffect(() => {
    const wish = noteWishes.now();
    if (!props.active || wish?.caseId !== props.caseId) return;
    noteWishes.done();
    untrack(() => {
      if (wish.isNew) setWanted(wish.note);
      choose(wish.note, phone() ? "push" : "replace");
    });
  });
  const Write = (): JSX.Element => (
    <Show when={mayWrite()}>
      <Button icon={SquarePen} onClick={() => desk.exec("note.write", { caseId: props.caseId })}>
        {say.word("screen.notes.new")}
      </Button>
    </Show>
  );
  return (
    <div class={styles["page"]} data-notes="" data-open={open() === undefined ? undefined : ""}>
      <div class={styles["top"]}>
        <PageHead title={say.word("screen.notes.title")}>
          <p class={page["text"]}>{cases.book.row(props.caseId)?.title}</p>
        </PageHead>
        <Show when={ids().length > 0}>
          <Write />
        </Show>
      </div>
      <ViewerNotice caseId={props.caseId} />
      <Show
        when={ids().length > 0 || open() !== undefined}
        fallback={
          <EmptyState
            icon={NotebookPen}
            title={say.word("screen.notes.none")}
            text={say.word("screen.notes.none.text")}
          >
            <Write />
          </EmptyState>
        }
      >
        <div class={styles["both"]}>
          <Show when={!phone() || open() === undefined}>
            <NoteList caseId={props.caseId} live={live} ids={ids()} open={open()} onOpen={choose} />
          </Show>
          <Show when={open()} keyed>
            {(id) => (
              <OpenNote
                caseId={props.caseId}
                id={id}
                live={live}
                active={props.active}
                mayWrite={mayWrite()}
                withCaret={wanted() === id}
                onCaret={() => setWanted(undefined)}
                onBack={phone() ? () => choose(undefined) : undefined}
                onRemoved={() => {
                  setStays(undefined);
                  choose(undefined, "replace");
                }}
              />
            )}
          </Show>
        </div>
      </Show>
    </div>
  );
}
