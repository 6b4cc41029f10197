/**
 * The field a note is written in: a textarea that follows a text in which others write too. Adapter: what to do is said by live/text-binding.ts.
 *
 * 1. While an input method composes nothing is written, and neither text, selection nor carets are drawn anew.
 * 2. A change of others keeps selection and scroll position, and leaves a field alone that shows it already.
 * 3. Undoing is the case's and not the browser's: it takes back what was typed here, and nothing of the others.
 */
import { pageTimer } from "@recourse/ui";
import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show, untrack, type JSX } from "solid-js";
import { bindText, type FieldNow, type Splice } from "../../live/text-binding.ts";
import type { CaretIn, CaretLine } from "../../services/sharing/sharing.ts";
import { CaretLayer } from "./CaretLayer.tsx";
import styles from "./NoteField.module.css";

/** Units: ms from one telling of the caret to the next; ms without a letter after which nobody writes any more. */
const TELL = 120;
const QUIET = 3000;

export interface NoteFieldProps {
  readonly label: string;
  readonly placeholder: string;
  /** As the case has it. */
  text(): string;
  /** False when it was refused. */
  write(splice: Splice): boolean;
  readonly isReadOnly: boolean;
  /** The caret is to be put into it. */
  readonly withCaret: boolean;
  onCaret(): void;
  /** Of other people, in the text as the case has it. */
  carets(): readonly CaretLine[];
  nameOf(name: string | undefined): string;
  onPlace(place: Omit<CaretIn, "field"> | undefined): void;
  onTyping(now: boolean): void;
  onComposing(now: boolean): void;
  onTurnBack(again: boolean): void;
}

export function NoteField(props: NoteFieldProps): JSX.Element {
  let field!: HTMLTextAreaElement;
  const [isComposing, setComposing] = createSignal(false);
  const binding = bindText({ read: () => untrack(() => props.text()), write: (splice) => props.write(splice) });
  /** As the field shows it when nothing is composed: what carets are drawn on. */
  const [shown, setShown] = createSignal(untrack(() => props.text()));

  const now = (): FieldNow => ({ text: field.value, start: field.selectionStart, end: field.selectionEnd });
  /** `before`: the field as it stands, where it was read already. */
  const show = (next: FieldNow | undefined, before?: FieldNow): void => {
    if (next !== undefined) {
      const { scrollTop, selectionDirection } = field;
      field.value = next.text;
      // A field that is not in use keeps no selection, and some browsers would take the focus.
      if (document.activeElement === field) field.setSelectionRange(next.start, next.end, selectionDirection);
      field.scrollTop = scrollTop;
    }
    const text = next?.text ?? before?.text;
    if (text !== undefined && !binding.isComposing()) setShown(text);
  };

  let callOffTell: (() => void) | undefined;
  const tellPlace = (): void => {
    callOffTell ??= pageTimer(() => {
      callOffTell = undefined;
      if (binding.isComposing() || document.activeElement !== field) return;
      const { selectionStart: start, selectionEnd: end, selectionDirection } = field;
      props.onPlace(selectionDirection === "backward" ? { anchor: end, head: start } : { anchor: start, head: end });
    }, TELL);
  };
  let callOffQuiet: (() => void) | undefined;
  const quiet = (): void => {
    callOffQuiet?.();
    callOffQuiet = undefined;
    props.onTyping(false);
  };
  const types = (): void => {
    callOffQuiet?.();
    callOffQuiet = pageTimer(quiet, QUIET);
    props.onTyping(true);
  };
  const composes = (): void => {
    binding.composes();
    setComposing(true);
    props.onComposing(true);
    types();
  };
  const composed = (): void => {
    if (!binding.isComposing()) return;
    const before = now();
    show(binding.composed(before), before);
    setComposing(false);
    props.onComposing(false);
    tellPlace();
  };
  const onSelection = (): void => {
    if (document.activeElement === field) tellPlace();
  };

  onMount(() => {
    field.value = untrack(() => props.text());
    document.addEventListener("selectionchange", onSelection);
  });
  onCleanup(() => {
    document.removeEventListener("selectionchange", onSelection);
    callOffTell?.();
    callOffQuiet?.();
    if (binding.isComposing()) props.onComposing(false);
  });
  createEffect(() => {
    if (!props.withCaret) return;
    // A screen that is just being opened takes no focus before it is drawn.
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
      props.onCaret();
    });
  });
  createEffect(
    on(
      () => props.text(),
      () => show(binding.changed(now)),
      { defer: true },
    ),
  );
  /** Carets stand in the text as it is shown; while something is composed they wait. */
  const carets = createMemo<readonly CaretLine[]>((before) => {
    if (isComposing()) return before;
    shown();
    return props.carets();
  }, []);
  /** Once somebody's caret was here the layer stays: carets leave it gently. */
  const isDrawn = createMemo((before: boolean) => before || carets().length > 0, false);
  return (
    <div class={styles["frame"]}>
      <textarea
        ref={field}
        class={`${styles["text"]} ${styles["field"]}`}
        aria-label={props.label}
        placeholder={props.isReadOnly ? undefined : props.placeholder}
        readOnly={props.isReadOnly}
        data-note-text=""
        onInput={() => {
          if (binding.isComposing()) return;
          const before = now();
          show(binding.typed(before), before);
          types();
          tellPlace();
        }}
        onCompositionStart={composes}
        onCompositionEnd={composed}
        onFocus={tellPlace}
        onBlur={() => {
          // Leaving the field ends a composition, in some browsers without saying so.
          composed();
          quiet();
          props.onPlace(undefined);
        }}
        onKeyDown={(event) => {
          const key = event.key.toLowerCase();
          if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
          if (key !== "z" && key !== "y") return;
          event.preventDefault();
          event.stopPropagation();
          props.onTurnBack(key === "y" || event.shiftKey);
        }}
        on:beforeinput={(event) => {
          if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return;
          event.preventDefault();
          props.onTurnBack(event.inputType === "historyRedo");
        }}
      />
      <Show when={isDrawn()}>
        <CaretLayer field={() => field} text={shown()} carets={carets()} nameOf={(name) => props.nameOf(name)} />
      </Show>
    </div>
  );
}
