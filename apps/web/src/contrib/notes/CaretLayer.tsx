/**
 * Other people's carets over a text field: a mark where each stands, with a name on it. Adapter to the DOM.
 *
 * 1. It is drawn, and not read out: who writes is said in words below the field.
 * 2. A name tells whose it is; colour only repeats that. A name stands in full for a moment after its caret moved, then shortens so as to cover nothing.
 * 3. It takes no press and no focus, and goes along when the field is scrolled or changes its size.
 */
import { pageTimer } from "@recourse/ui";
import { createEffect, createSignal, For, on, onCleanup, onMount, type JSX } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { CaretLine } from "../../services/sharing/sharing.ts";
import styles from "./NoteField.module.css";
import { createMirror, type CaretBox, type Mirror } from "./mirror.ts";

/** Units: ms. */
const FRESH = 4000;
const LEAVING = 400;
const COLOURS = 4;

export interface CaretLayerProps {
  field(): HTMLTextAreaElement;
  /** As the field shows it. */
  readonly text: string;
  readonly carets: readonly CaretLine[];
  nameOf(name: string | undefined): string;
}

interface Mark extends CaretBox {
  readonly session: string;
  readonly name: string;
  readonly colour: number;
  readonly isFresh: boolean;
  readonly isLeaving: boolean;
}

/** The same colour for a device on every screen. */
const colourOf = (device: string): number => (Number.parseInt(device.slice(0, 4), 16) || 0) % COLOURS;

export function CaretLayer(props: CaretLayerProps): JSX.Element {
  let host!: HTMLDivElement;
  let mirror: Mirror | undefined;
  const [marks, setMarks] = createStore<Mark[]>([]);
  const [top, setTop] = createSignal(0);
  /** When each caret was last seen somewhere else. */
  const moved = new Map<string, { readonly head: number; readonly at: number }>();
  let callOff: (() => void) | undefined;

  const draw = (): void => {
    const field = props.field();
    host.style.width = `${field.clientWidth}px`;
    mirror?.show(props.text);
    const at = performance.now();
    const here = props.carets.flatMap((caret): readonly Mark[] => {
      const box = mirror?.at(caret.head);
      if (box === undefined) return [];
      const before = moved.get(caret.session);
      if (before?.head !== caret.head) moved.set(caret.session, { head: caret.head, at });
      const isFresh = caret.isTyping || at - (moved.get(caret.session)?.at ?? at) < FRESH;
      const { session, device, name } = caret;
      return [{ session, name: props.nameOf(name), colour: colourOf(device), isFresh, isLeaving: false, ...box }];
    });
    const there = new Set(here.map(({ session }) => session));
    const leaving = marks.filter(({ session }) => !there.has(session)).map((mark) => ({ ...mark, isLeaving: true }));
    for (const session of moved.keys()) if (!there.has(session)) moved.delete(session);
    setMarks(reconcile([...here, ...leaving], { key: "session" }));
    setTop(field.scrollTop);
    callOff?.();
    callOff = undefined;
    if (leaving.length > 0)
      callOff = pageTimer(() => {
        setMarks(
          reconcile(
            marks.filter(({ isLeaving }) => !isLeaving),
            { key: "session" },
          ),
        );
        later();
      }, LEAVING);
    else if (here.some(({ isFresh }) => isFresh)) callOff = pageTimer(later, FRESH);
  };
  let frame = 0;
  const later = (): void => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      draw();
    });
  };
  onMount(() => {
    const field = props.field();
    mirror = createMirror(host);
    const onScroll = (): void => void setTop(field.scrollTop);
    field.addEventListener("scroll", onScroll, { passive: true });
    const sizes = new ResizeObserver(later);
    sizes.observe(field);
    onCleanup(() => {
      field.removeEventListener("scroll", onScroll);
      sizes.disconnect();
    });
  });
  createEffect(on([() => props.text, () => props.carets], later));
  onCleanup(() => {
    callOff?.();
    cancelAnimationFrame(frame);
  });
  return (
    <div class={styles["layer"]} aria-hidden="true" data-carets="">
      <div style={{ transform: `translateY(${-top()}px)` }}>
        <div ref={host} class={`${styles["text"]} ${styles["mirror"]}`} />
        <For each={marks}>
          {(mark) => (
            <span
              class={styles["caret"]}
              data-caret={mark.name}
              data-colour={mark.colour}
              data-fresh={mark.isFresh ? "" : undefined}
              data-leaving={mark.isLeaving ? "" : undefined}
              data-first={mark.top < mark.height ? "" : undefined}
              style={{ left: `${mark.left}px`, top: `${mark.top}px`, height: `${mark.height}px` }}
            >
              <span class={styles["name"]}>{mark.isFresh ? mark.name : [...mark.name][0]}</span>
            </span>
          )}
        </For>
      </div>
    </div>
  );
}
