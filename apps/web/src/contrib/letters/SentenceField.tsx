/**
 * The field in which a sentence is edited: a plain textarea, saved while typing pauses and when it is left.
 *
 * 1. Nothing is written and nothing on the screen changes while a character is composed (IME).
 * 2. The field holds what is typed; a remote change shows in it only while the person has typed nothing.
 */
import { pageTimer } from "@recourse/ui";
import { createEffect, on, onCleanup, onMount, type JSX } from "solid-js";
import styles from "./SentenceField.module.css";

/** Units: milliseconds without a key before what was typed is saved. */
const PAUSE = 700;

export interface SentenceFieldProps {
  readonly label: string;
  /** Id of the words that explain the keys. */
  readonly hint: string;
  readonly text: string;
  readonly onSave: (text: string) => void;
  /** `back`: by Enter or Escape, the focus goes back to the sentence. */
  readonly onDone: (how: "back" | "left") => void;
  readonly onComposing: (now: boolean) => void;
  /** From the first key until what was typed is handed over: it is not saved yet (A7, I6). */
  readonly onTyping: (now: boolean) => void;
}

export function SentenceField(props: SentenceFieldProps): JSX.Element {
  let field!: HTMLTextAreaElement;
  let composing = false;
  let saved = props.text;
  let callOff: (() => void) | undefined;
  let ended = false;

  const save = (): void => {
    callOff?.();
    callOff = undefined;
    if (composing) return;
    if (field.value !== saved) {
      saved = field.value;
      props.onSave(saved);
    }
    props.onTyping(false);
  };
  const later = (): void => {
    props.onTyping(true);
    callOff?.();
    callOff = pageTimer(save, PAUSE);
  };
  const compose = (now: boolean): void => {
    composing = now;
    props.onComposing(now);
    props.onTyping(true);
    if (now) callOff?.();
    else later();
  };
  const end = (how: "back" | "left"): void => {
    if (ended) return;
    ended = true;
    // Leaving the field ends a composition, in some browsers without saying so.
    if (composing) {
      composing = false;
      props.onComposing(false);
    }
    save();
    props.onDone(how);
  };

  onMount(() => {
    field.value = saved;
    field.focus();
    field.setSelectionRange(saved.length, saved.length);
  });
  onCleanup(() => {
    callOff?.();
    if (composing) props.onComposing(false);
    props.onTyping(false);
  });
  createEffect(
    on(
      () => props.text,
      (text) => {
        if (composing || field.value !== saved || text === saved) return;
        const at = field.selectionStart;
        saved = text;
        field.value = text;
        field.setSelectionRange(at, at);
      },
      { defer: true },
    ),
  );
  return (
    <textarea
      ref={field}
      class={styles["field"]}
      aria-label={props.label}
      aria-describedby={props.hint}
      rows={2}
      onInput={() => {
        if (!composing) later();
      }}
      onCompositionStart={() => compose(true)}
      onCompositionEnd={() => compose(false)}
      onBlur={() => end("left")}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.isComposing || composing) return;
        if (event.key === "Escape" || (event.key === "Enter" && !event.shiftKey)) {
          event.preventDefault();
          end("back");
        }
      }}
    />
  );
}
