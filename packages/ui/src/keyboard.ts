/**
 * The keyboard of a page: feeds key events through the key table and runs what matches. Adapter to the DOM.
 *
 * 1. Nothing is read while an input method composes.
 * 2. In a text field a key that types does nothing else, unless the binding's own clause asks for `inputFocus`.
 * 3. Enter, Space and arrows belong to the button, menu or tab that has focus.
 * 4. A begun chord ends with the next stroke, with Escape, or when the window loses focus; that stroke is swallowed, so
 *    a mistyped chord never edits anything.
 * 5. Inside a modal window only bindings whose clause asks for `modalOpen` count: nothing acts on what lies behind it.
 */
import { createSignal, type Accessor } from "solid-js";
import type { ContextKeys } from "./context.ts";
import { isTyping, matchKeys, strokeOf, type KeyRow } from "./keybinding.ts";
import { when } from "./when.ts";

/** What the element with focus does with plain keys itself. */
export type FocusKind = "text" | "control" | "none";

const TEXT_TYPES = /^(?:|text|search|url|tel|email|password|number|date|time|datetime-local|month|week)$/;
const CONTROL_ROLES = new Set([
  "button",
  "link",
  "menuitem",
  "tab",
  "checkbox",
  "radio",
  "switch",
  "separator",
  "slider",
]);

/** Tells text fields and controls from everything else. */
export function focusKind(target: EventTarget | null): FocusKind {
  if (!(target instanceof HTMLElement)) return "none";
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable)
    return "text";
  if (target instanceof HTMLInputElement)
    return TEXT_TYPES.test(target.getAttribute("type")?.toLowerCase() ?? "") ? "text" : "control";
  if (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement || target.localName === "summary")
    return "control";
  return CONTROL_ROLES.has(target.getAttribute("role") ?? "") ? "control" : "none";
}

const OWNED_BY_CONTROL = /^(?:enter|space|arrow(?:left|right|up|down)|home|end)$/;

/** Where keys come from and what they lead to. */
export interface KeyboardOptions {
  readonly table: Accessor<readonly KeyRow[]>;
  readonly context: ContextKeys;
  /** False when the command is unknown or not enabled here. */
  canRun(command: string): boolean;
  run(command: string, arg: unknown): void;
}

/** A page's keyboard. */
export interface Keyboard {
  /** Handles one event. True when it was used. */
  press(event: KeyboardEvent): boolean;
  /** Strokes of a chord begun and not yet finished. */
  readonly pending: Accessor<readonly string[]>;
  /** Forgets a begun chord. */
  reset(): void;
  /** Listens on a window. Returns the undoing. */
  listen(target: Window): () => void;
}

/** Makes the keyboard. */
export function createKeyboard(options: KeyboardOptions): Keyboard {
  const [pending, setPending] = createSignal<readonly string[]>([]);
  const reset = (): void => {
    setPending([]);
  };
  const asksFor = (row: KeyRow, key: string): boolean =>
    row.binding.when !== undefined && when(row.binding.when).keys.includes(key);
  const here = (row: KeyRow, modal: boolean): boolean =>
    options.context.test(row.binding.when) &&
    options.canRun(row.binding.command) &&
    (!modal || asksFor(row, "modalOpen"));
  const applies = (row: KeyRow, stroke: string, kind: FocusKind): boolean => {
    if (kind === "text" && isTyping(stroke)) return asksFor(row, "inputFocus");
    return !(kind === "control" && OWNED_BY_CONTROL.test(stroke));
  };
  const press = (event: KeyboardEvent): boolean => {
    // 229 is what browsers send for keys an input method has taken, some without setting isComposing.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return false;
    const stroke = strokeOf(event);
    if (stroke === undefined) return false;
    const before = pending();
    const kind = focusKind(event.target);
    // AltGr types a character and arrives as ctrl+alt.
    if (kind === "text" && event.getModifierState("AltGraph")) return false;
    const typed = [...before, stroke];
    const modal = event.target instanceof Element && event.target.closest("dialog[open]") !== null;
    // Once a chord has begun its strokes are no typing, wherever the focus is.
    const match = matchKeys(
      options.table(),
      typed,
      (row) => here(row, modal) && (before.length > 0 || applies(row, stroke, kind)),
    );
    if (match.kind === "none") {
      if (before.length === 0) return false;
      reset();
      event.preventDefault();
      return true;
    }
    event.preventDefault();
    setPending(match.kind === "wait" ? typed : []);
    if (match.kind === "run") options.run(match.row.binding.command, match.row.binding.arg);
    return true;
  };
  return {
    press,
    pending,
    reset,
    listen: (target) => {
      target.addEventListener("keydown", press);
      target.addEventListener("blur", reset);
      return () => {
        target.removeEventListener("keydown", press);
        target.removeEventListener("blur", reset);
      };
    },
  };
}
