/**
 * The note that is open: its text, who else is at it, and its removal.
 *
 * 1. What is typed is written at once, as a splice; what is typed without a pause is one step to undo (I1).
 * 2. Who writes in a note that somebody else removes brings it back: rather a note too many than words lost.
 */
import type { Id } from "@recourse/core";
import { Button, EmptyState, IconButton } from "@recourse/ui";
import { ArrowLeft, NotebookPen, Trash2 } from "lucide";
import {
  createEffect,
  createMemo,
  createSignal,
  onCleanup,
  onMount,
  Show,
  untrack,
  type Accessor,
  type JSX,
} from "solid-js";
import type { Splice } from "../../live/text-binding.ts";
import { createTypingSteps } from "../../live/typing-steps.ts";
import { ChangedBy } from "../../parts/ChangedBy.tsx";
import { noteTitle } from "../../parts/note-title.ts";
import { perform } from "../../parts/perform.ts";
import { useServices } from "../../parts/served.tsx";
import { When } from "../../parts/When.tsx";
import type { CaseLive } from "../../services/services.ts";
import type { CaretIn } from "../../services/sharing/sharing.ts";
import { NoteField } from "./NoteField.tsx";
import styles from "./Notes.module.css";
import { peopleAt } from "./people-at.ts";

export interface OpenNoteProps {
  readonly caseId: Id;
  readonly id: Id;
  /** Another one after a rebuild. */
  readonly live: Accessor<CaseLive | undefined>;
  readonly active: boolean;
  readonly mayWrite: boolean;
  /** The caret is to be put into it; `onCaret` once it is. */
  readonly withCaret: boolean;
  readonly onCaret: () => void;
  readonly onBack: (() => void) | undefined;
  readonly onRemoved: () => void;
}

export function OpenNote(props: OpenNoteProps): JSX.Element {
  const services = useServices();
  const { say, sharing, desk, typing: saving } = services;
  const { id, live } = props;
  const field = `note/${id}/text`;
  const shared = () => sharing.of(props.caseId);
  const note = createMemo(() => live()?.record("note", id));
  const [isComposing, setComposing] = createSignal(false);
  const [place, setPlace] = createSignal<Omit<CaretIn, "field">>();
  const [isTyping, setTyping] = createSignal(false);
  const step = createTypingSteps(field);
  const at = peopleAt(shared, `note/${id}`, say);

  const me = {};
  const attended = createMemo(() => (props.active ? shared() : undefined));
  createEffect(() => {
    const of = attended();
    if (of === undefined) return;
    onCleanup(() => of.attends(me, undefined));
    createEffect(() => {
      const caret = place();
      const to = { view: "notes", focus: `note/${id}`, isTyping: isTyping() };
      of.attends(me, caret === undefined ? to : { ...to, caret: { field, ...caret } });
    });
  });
  onCleanup(() => saving(field, false));

  /** Removed or not; while the case opens anew as it was. */
  const text = createMemo<string>((before) => {
    const now = live();
    return now?.record("note", id)?.text ?? now?.whole().removed.note[id]?.text ?? before;
  }, "");
  const write = (splice: Splice): boolean => {
    const now = untrack(live);
    if (now === undefined) return false;
    // Somebody removed it meanwhile.
    const isBack = untrack(() => now.record("note", id)) !== undefined || now.run("note.restore", { id }).ok;
    const typed = isBack ? now.run("note.type", { id, ...splice }, step(splice, Date.now())) : undefined;
    if (typed?.ok === true) return true;
    const why = say.word("screen.notes.refused");
    desk.toast({ text: why });
    desk.announce(why);
    return false;
  };
  const turnBack = (again: boolean): void => {
    const now = untrack(live);
    const before = untrack(text);
    const done = again ? now?.redo() : now?.undo();
    // What happens in the note is seen; what happens elsewhere is told.
    if (untrack(text) !== before) return;
    const code = again ? "screen.redo" : "screen.undo";
    desk.toast({ text: say.word(done === undefined || done.applied === 0 ? `${code}.nothing` : `${code}.done`) });
  };
  const remove = (): void => {
    const now = untrack(live);
    if (now === undefined) return;
    const undo = { command: "note.restore", data: { id } };
    if (perform(services, now, "note.remove", { id }, { code: "screen.notes.removed", undo }) !== undefined)
      props.onRemoved();
  };
  let section!: HTMLElement;
  // On a telephone what was pressed is gone with the list.
  onMount(() =>
    requestAnimationFrame(() => {
      const { activeElement } = document;
      if (props.active && (activeElement === null || activeElement === document.body)) section.focus();
    }),
  );
  return (
    <section
      ref={section}
      class={styles["open"]}
      aria-label={say.word("screen.notes.one")}
      tabIndex={-1}
      data-note={id}
    >
      <Show
        when={note() !== undefined || isComposing()}
        fallback={<Gone id={id} live={live} mayWrite={props.mayWrite} onBack={props.onBack} />}
      >
        <header class={styles["head"]}>
          <Show when={props.onBack}>
            {(back) => <IconButton icon={ArrowLeft} label={say.word("screen.notes.back")} onClick={() => back()()} />}
          </Show>
          <span class={styles["facts"]}>
            <Show when={note()?.recordedAt}>
              {(recorded) => (
                <span>
                  {say.word("screen.notes.begun")} <When at={recorded()} />
                </span>
              )}
            </Show>
            <ChangedBy caseId={props.caseId} kind="note" id={id} />
          </span>
          <Show when={props.mayWrite}>
            <IconButton
              icon={Trash2}
              label={say.word("screen.notes.remove", { title: noteTitle(note()?.text ?? "").title })}
              onClick={remove}
            />
          </Show>
        </header>
        <NoteField
          label={say.word("screen.notes.text")}
          placeholder={say.word("screen.notes.placeholder")}
          text={text}
          write={write}
          isReadOnly={!props.mayWrite}
          withCaret={props.withCaret}
          onCaret={() => props.onCaret()}
          carets={() => shared()?.carets(field) ?? []}
          nameOf={(name) => (name?.trim() ? name : say.word("screen.share.unnamed"))}
          onPlace={setPlace}
          onTyping={setTyping}
          onComposing={(now) => {
            setComposing(now);
            saving(field, now);
          }}
          onTurnBack={turnBack}
        />
        <p class={styles["people"]} role="status" data-note-people="">
          <Show when={at().types.length > 0}>{say.word("screen.here.types", { names: at().types })}</Show>
          <Show when={at().types.length > 0 && at().looks.length > 0}>{" · "}</Show>
          <Show when={at().looks.length > 0}>{say.word("screen.notes.looks", { names: at().looks })}</Show>
        </p>
      </Show>
    </section>
  );
}

interface GoneProps {
  readonly id: Id;
  readonly live: Accessor<CaseLive | undefined>;
  readonly mayWrite: boolean;
  readonly onBack: (() => void) | undefined;
}

/** A note that somebody removed while it was open, or that an old address names. */
function Gone(props: GoneProps): JSX.Element {
  const services = useServices();
  const { say } = services;
  const isRemoved = (): boolean => Object.hasOwn(props.live()?.whole().removed.note ?? {}, props.id);
  const bringBack = (): void => {
    const live = untrack(() => props.live());
    if (live !== undefined) perform(services, live, "note.restore", { id: props.id });
  };
  return (
    <EmptyState icon={NotebookPen} title={say.word(isRemoved() ? "screen.notes.gone" : "screen.notes.not_here")}>
      <Show when={isRemoved() && props.mayWrite}>
        <Button onClick={bringBack}>{say.word("screen.notes.bring_back")}</Button>
      </Show>
      <Show when={props.onBack}>
        {(back) => <Button onClick={() => back()()}>{say.word("screen.notes.back")}</Button>}
      </Show>
    </EmptyState>
  );
}
