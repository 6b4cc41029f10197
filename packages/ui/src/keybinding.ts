/**
 * Keys as data: writing, reading and ranking of keybindings. Pure.
 *
 * 1. A stroke has one canonical text: `ctrl+alt+shift+meta+key` with only the modifiers held, in that order.
 * 2. `mod` is Ctrl, or Cmd on a Mac; the platform is an argument.
 * 3. Ranking: a person's own keys, then higher weight, then the later one. The first that applies decides, whether it
 *    is the whole sequence or only begins with what was typed.
 * 4. A printable symbol is written as itself (`?`): which keys produce it differs from keyboard to keyboard.
 */
import type { Keybinding } from "./contribution.ts";

/** Modifier state and key of an event; a KeyboardEvent has this shape. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const MODIFIERS = ["ctrl", "alt", "shift", "meta"] as const;
type Modifier = (typeof MODIFIERS)[number];

const NAMES: Readonly<Record<string, string>> = {
  " ": "space",
  spacebar: "space",
  esc: "escape",
  del: "delete",
  left: "arrowleft",
  right: "arrowright",
  up: "arrowup",
  down: "arrowdown",
  return: "enter",
  "+": "plus",
};

const isModifierKey = (key: string): boolean => /^(control|shift|alt|meta|altgraph|capslock|dead|process)$/i.test(key);
/** One visible character that is no letter or digit. */
const isSymbol = (key: string): boolean => [...key].length === 1 && !/[\p{L}\p{N}]/u.test(key);

const join = (held: ReadonlySet<Modifier>, key: string): string =>
  [...MODIFIERS.filter((name) => held.has(name)), key].join("+");

/** Why a written key was refused. */
export interface KeyError {
  readonly code: "empty" | "no-key" | "unknown-modifier" | "shifted-symbol";
  readonly key: string;
}

/** Errors: `KeyError` in `error`. */
export type KeyResult =
  | { readonly ok: true; readonly value: readonly string[] }
  | { readonly ok: false; readonly error: KeyError };

/** Reads a written key such as `mod+k mod+s` into canonical strokes. */
export function parseKey(text: string, mac: boolean): KeyResult {
  const strokes: string[] = [];
  const parts = text.trim().toLowerCase().split(/\s+/);
  for (const part of parts) {
    if (part === "") return { ok: false, error: { code: "empty", key: text } };
    const names = part.split("+");
    const last = names.pop() ?? "";
    if (last === "") return { ok: false, error: { code: "no-key", key: text } };
    const held = new Set<Modifier>();
    for (const name of names) {
      const real = name === "mod" ? (mac ? "meta" : "ctrl") : name === "cmd" ? "meta" : name;
      const modifier = MODIFIERS.find((known) => known === real);
      if (modifier === undefined) return { ok: false, error: { code: "unknown-modifier", key: text } };
      held.add(modifier);
    }
    const key = NAMES[last] ?? last;
    if (held.has("shift") && (isSymbol(key) || key === "plus"))
      return { ok: false, error: { code: "shifted-symbol", key: text } };
    strokes.push(join(held, key));
  }
  return { ok: true, value: strokes };
}

/** The canonical stroke of an event, or undefined while only modifiers are down. */
export function strokeOf(press: KeyPress): string | undefined {
  if (isModifierKey(press.key)) return undefined;
  const held = new Set<Modifier>();
  if (press.ctrlKey) held.add("ctrl");
  if (press.altKey) held.add("alt");
  if (press.shiftKey) held.add("shift");
  if (press.metaKey) held.add("meta");
  let key = press.key.toLowerCase();
  // A letter counts by what it writes (so Dvorak works); a key that writes no Latin letter, as under a Cyrillic
  // layout or with Alt on a Mac, counts by its place.
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(press.code)?.[1];
  if (digit !== undefined && (press.ctrlKey || press.altKey || press.metaKey || key === digit)) key = digit;
  else if (letter !== undefined && !/^[a-z]$/.test(key)) key = letter.toLowerCase();
  if (isSymbol(key) && key !== " ") held.delete("shift");
  return join(held, NAMES[key] ?? key);
}

/** A stroke that types a character when focus is in a text field. AltGr arrives as ctrl+alt and is the caller's to tell. */
export function isTyping(stroke: string): boolean {
  return !/^(?:shift\+)?f\d{1,2}$/.test(stroke) && stroke !== "escape" && !/(?:ctrl|alt|meta)\+/.test(stroke);
}

/** A keybinding ready to be matched. */
export interface KeyRow {
  readonly strokes: readonly string[];
  readonly binding: Keybinding;
  readonly user: boolean;
}

/**
 * Ranks all keys, best first. Keys that cannot be read are left out: a person's broken key must not take the others
 * along (the settings show `parseKey`'s error beside it).
 */
export function keyTable(
  contributed: readonly Keybinding[],
  user: readonly Keybinding[],
  mac: boolean,
): readonly KeyRow[] {
  const removed = new Set<string>();
  const rows: { row: KeyRow; rank: number; index: number }[] = [];
  const add = (binding: Keybinding, own: boolean, index: number): void => {
    const result = parseKey((mac ? binding.mac : undefined) ?? binding.key, mac);
    if (!result.ok) return;
    const strokes = result.value;
    if (own && binding.command.startsWith("-")) removed.add(`${binding.command.slice(1)} ${strokes.join(" ")}`);
    else rows.push({ row: { strokes, binding, user: own }, rank: own ? 9 : (binding.weight ?? 0), index });
  };
  contributed.forEach((binding, index) => add(binding, false, index));
  user.forEach((binding, index) => add(binding, true, contributed.length + index));
  return rows
    .filter(({ row }) => row.user || !removed.has(`${row.binding.command} ${row.strokes.join(" ")}`))
    .toSorted((a, b) => b.rank - a.rank || b.index - a.index)
    .map(({ row }) => row);
}

/** What a sequence of strokes means. */
export type KeyMatch =
  | { readonly kind: "run"; readonly row: KeyRow }
  | { readonly kind: "wait" }
  | { readonly kind: "none" };

/** Finds the meaning of the strokes typed so far. `applies` tells whether a row counts here and now. */
export function matchKeys(
  table: readonly KeyRow[],
  typed: readonly string[],
  applies: (row: KeyRow) => boolean,
): KeyMatch {
  for (const row of table) {
    if (row.strokes.length < typed.length || !typed.every((stroke, index) => row.strokes[index] === stroke)) continue;
    if (!applies(row)) continue;
    return row.strokes.length === typed.length ? { kind: "run", row } : { kind: "wait" };
  }
  return { kind: "none" };
}

const SHOWN: Readonly<Record<string, string>> = {
  escape: "Esc",
  space: "Space",
  enter: "Enter",
  plus: "+",
  arrowleft: "←",
  arrowright: "→",
  arrowup: "↑",
  arrowdown: "↓",
  pageup: "PageUp",
  pagedown: "PageDown",
  backspace: "Backspace",
  delete: "Delete",
  tab: "Tab",
  home: "Home",
  end: "End",
};
const MAC_SHOWN: Readonly<Record<string, string>> = { ctrl: "⌃", alt: "⌥", shift: "⇧", meta: "⌘" };

/** How a key is shown to a person: `Ctrl+K Ctrl+S`, on a Mac `⌘K ⌘S`. */
export function showKeys(strokes: readonly string[], mac: boolean): string {
  return strokes
    .map((stroke) => {
      const names = stroke.split("+");
      const key = names.pop() ?? "";
      const shown = SHOWN[key] ?? key.toUpperCase();
      if (mac) return names.map((name) => MAC_SHOWN[name] ?? name).join("") + shown;
      return [...names.map((name) => name.charAt(0).toUpperCase() + name.slice(1)), shown].join("+");
    })
    .join(" ");
}
