/**
 * A native modal dialog that follows a signal and gives the focus back. Adapter to the DOM.
 *
 * 1. Closing returns the focus to the very element that had it, without scrolling, and in a text field to the very
 *    selection: closing a native dialog alone may leave the caret at the start (seen in Chromium 156). When that element is gone, the
 *    nearest place marked `data-focus-home` takes it: focus is never lost to the page.
 * 2. The signal is the truth: Escape and a press on the backdrop ask the owner to close and do not close by themselves.
 */
import { createEffect, on, onCleanup, type Accessor } from "solid-js";

/** Gives the focus back after something modal; see invariant 1. */
export function returnFocus(before: Element | null): void {
  const home = document.querySelector("[data-focus-home]");
  for (const target of [before, home]) {
    if (!(target instanceof HTMLElement || target instanceof SVGElement)) continue;
    if (!target.isConnected || target === document.body) continue;
    target.focus({ preventScroll: true });
    if (document.activeElement === target) return;
  }
}

/** Remembers the focus, with the selection in a text field. Calling the result gives it back. */
function rememberFocus(): () => void {
  const element = document.activeElement;
  // Nothing has the focus, so nothing will get it back.
  if (element === null || element === document.body) return () => {};
  const field = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement ? element : undefined;
  // Fields without text, such as a checkbox, have no selection and answer null.
  const [start, end] = [field?.selectionStart ?? null, field?.selectionEnd ?? null];
  const direction = field?.selectionDirection ?? "none";
  return () => {
    returnFocus(element);
    if (document.activeElement === field && start !== null && end !== null)
      field?.setSelectionRange(start, end, direction);
  };
}

/** Ties a dialog element to `open`. Call inside the component that renders it. */
export function bindModal(dialog: Accessor<HTMLDialogElement>, open: Accessor<boolean>, close: () => void): void {
  let restore: (() => void) | undefined;
  const giveBack = (): void => {
    restore?.();
    restore = undefined;
  };
  createEffect(
    on(open, (isOpen) => {
      const element = dialog();
      if (isOpen && !element.open) {
        restore = rememberFocus();
        element.showModal();
      } else if (!isOpen && element.open) {
        element.close();
        giveBack();
      }
    }),
  );
  createEffect(() => {
    const element = dialog();
    const cancel = (event: Event): void => {
      event.preventDefault();
      close();
    };
    // Browsers may close a dialog that refuses twice; then the signal has to follow.
    const closed = (): void => {
      if (!open()) return;
      close();
      giveBack();
    };
    const press = (event: PointerEvent): void => {
      if (event.target !== element) return;
      const box = element.getBoundingClientRect();
      const inside =
        event.clientX >= box.left &&
        event.clientX <= box.right &&
        event.clientY >= box.top &&
        event.clientY <= box.bottom;
      if (!inside) close();
    };
    element.addEventListener("cancel", cancel);
    element.addEventListener("close", closed);
    element.addEventListener("pointerdown", press);
    onCleanup(() => {
      element.removeEventListener("cancel", cancel);
      element.removeEventListener("close", closed);
      element.removeEventListener("pointerdown", press);
      if (element.open) {
        element.close();
        giveBack();
      }
    });
  });
}
