/**
 * The head of a page that is read from top to bottom: its heading, and what stands under it. Effects: moves the focus.
 *
 * 1. Who opens the page stands at its heading: the focus goes there when what had it is gone from the screen. Where it is on something
 *    that is still shown, a tab or a row beside the page, it stays.
 */
import { createContext, createEffect, on, useContext, type Accessor, type JSX } from "solid-js";
import styles from "./Page.module.css";

const InViewContext = createContext<Accessor<boolean>>(() => false);

/** Tells the page below whether it is in view. */
export function InView(props: { readonly active: boolean; readonly children: JSX.Element }): JSX.Element {
  return <InViewContext.Provider value={() => props.active}>{props.children}</InViewContext.Provider>;
}

/** The shell first gives a lost focus a home around the page. Units: frames. */
const FRAMES = 4;

/** Whether the focus is on nothing, or on what merely holds the heading. */
function isNowhere(focused: Element | null, heading: Element): boolean {
  if (focused === null || focused === heading.ownerDocument.body || !focused.checkVisibility()) return true;
  return focused !== heading && focused.contains(heading);
}

function arriveAt(heading: HTMLElement, inView: Accessor<boolean>, left = FRAMES): void {
  requestAnimationFrame(() => {
    if (!inView() || !heading.isConnected) return;
    if (isNowhere(document.activeElement, heading)) heading.focus({ preventScroll: true });
    if (left > 0) arriveAt(heading, inView, left - 1);
  });
}

export interface PageHeadProps {
  readonly title: JSX.Element;
  readonly children?: JSX.Element;
}

export function PageHead(props: PageHeadProps): JSX.Element {
  const inView = useContext(InViewContext);
  let heading!: HTMLHeadingElement;
  createEffect(
    on(inView, (now) => {
      if (now) arriveAt(heading, inView);
    }),
  );
  return (
    <header class={styles["head"]}>
      <h1 ref={heading} class={styles["title"]} tabIndex={-1}>
        {props.title}
      </h1>
      {props.children}
    </header>
  );
}
