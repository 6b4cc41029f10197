/** Tests of keys as data. */
import { describe, expect, test } from "vitest";
import type { Keybinding } from "./contribution.ts";
import { isTyping, keyTable, matchKeys, parseKey, showKeys, strokeOf, type KeyPress } from "./keybinding.ts";

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
});
const commands = (contributed: readonly Keybinding[], user: readonly Keybinding[] = [], mac = false) =>
  keyTable(contributed, user, mac).map((row) => row.binding.command);
const all = (): boolean => true;

describe("[UI] writing keys", () => {
  test("[UI] mod is Ctrl, or Cmd on a Mac", () => {
    expect(parseKey("mod+K Mod+s", false)).toEqual({ ok: true, value: ["ctrl+k", "ctrl+s"] });
    expect(parseKey("mod+K Mod+s", true)).toEqual({ ok: true, value: ["meta+k", "meta+s"] });
  });
  test("[UI] modifiers have one order and keys one name", () => {
    expect(parseKey("shift+alt+ctrl+left", false)).toEqual({ ok: true, value: ["ctrl+alt+shift+arrowleft"] });
    expect(parseKey("esc", false)).toEqual({ ok: true, value: ["escape"] });
    expect(parseKey("mod+plus", false)).toEqual({ ok: true, value: ["ctrl+plus"] });
  });
  test.each([
    ["", "empty"],
    ["mod+", "no-key"],
    ["hyper+x", "unknown-modifier"],
    ["shift+?", "shifted-symbol"],
  ])("[UI] %j is refused: %s", (key, code) => {
    expect(parseKey(key, false)).toEqual({ ok: false, error: { code, key } });
  });
});

describe("[UI] strokes of events", () => {
  test("[UI] modifiers alone are no stroke", () => {
    expect(strokeOf(press("Control", "ControlLeft", { ctrlKey: true }))).toBeUndefined();
    expect(strokeOf(press("AltGraph", "AltRight"))).toBeUndefined();
  });
  test("[UI] a letter counts by what it writes, a key without Latin letter by its place", () => {
    // Dvorak: the key at KeyV writes k. Cyrillic: the key at KeyK writes л.
    expect(strokeOf(press("k", "KeyV", { ctrlKey: true }))).toBe("ctrl+k");
    expect(strokeOf(press("л", "KeyK", { ctrlKey: true }))).toBe("ctrl+k");
    expect(strokeOf(press("K", "KeyK", { ctrlKey: true, shiftKey: true }))).toBe("ctrl+shift+k");
  });
  test("[UI] a symbol is itself, whatever keys produce it", () => {
    expect(strokeOf(press("?", "Slash", { shiftKey: true }))).toBe("?");
    expect(strokeOf(press("?", "Minus", { shiftKey: true }))).toBe("?");
    expect(strokeOf(press(" ", "Space", { shiftKey: true }))).toBe("shift+space");
    expect(strokeOf(press("+", "Equal", { ctrlKey: true, shiftKey: true }))).toBe("ctrl+plus");
  });
  test("[UI] plain and shifted keys type; Ctrl, Alt, Cmd, function keys and Escape do not", () => {
    expect(["a", "shift+a", "?", "space", "enter", "arrowleft", "delete", "f"].map(isTyping)).toEqual(
      Array(8).fill(true),
    );
    expect(["ctrl+a", "alt+a", "meta+a", "f1", "shift+f10", "escape"].map(isTyping)).toEqual(Array(6).fill(false));
  });
});

describe("[UI] ranking", () => {
  const k = { key: "mod+k" };
  test("[UI] user > weight > last", () => {
    const contributed: Keybinding[] = [
      { ...k, command: "heavy", weight: 2 },
      { ...k, command: "first" },
      { ...k, command: "last" },
    ];
    expect(commands(contributed, [{ ...k, command: "mine" }])).toEqual(["mine", "heavy", "last", "first"]);
  });
  test("[UI] '-command' removes that key from that command only", () => {
    const contributed: Keybinding[] = [
      { ...k, command: "a" },
      { key: "f1", command: "a" },
      { ...k, command: "b" },
    ];
    expect(commands(contributed, [{ key: "ctrl+k", command: "-a" }])).toEqual(["b", "a"]);
    expect(keyTable(contributed, [{ key: "ctrl+k", command: "-a" }], false)[1]?.strokes).toEqual(["f1"]);
  });
  test("[UI] a contribution cannot remove, and an unreadable key takes no other along", () => {
    expect(commands([{ ...k, command: "a" }], [{ key: "nope+x", command: "bad" }])).toEqual(["a"]);
    expect(
      commands([
        { ...k, command: "a" },
        { ...k, command: "-a" },
      ]),
    ).toContain("a");
  });
  test("[UI] a Mac uses its own key where there is one", () => {
    expect(keyTable([{ key: "ctrl+a", mac: "cmd+b", command: "x" }], [], true)[0]?.strokes).toEqual(["meta+b"]);
    expect(keyTable([{ key: "ctrl+a", mac: "cmd+b", command: "x" }], [], false)[0]?.strokes).toEqual(["ctrl+a"]);
  });
});

describe("[UI] matching", () => {
  const table = keyTable(
    [
      { key: "mod+k mod+s", command: "chord" },
      { key: "f1", command: "help" },
    ],
    [],
    false,
  );
  test("[UI] a chord waits for its second stroke", () => {
    expect(matchKeys(table, ["ctrl+k"], all)).toEqual({ kind: "wait" });
    expect(matchKeys(table, ["ctrl+k", "ctrl+s"], all)).toMatchObject({
      kind: "run",
      row: { binding: { command: "chord" } },
    });
    expect(matchKeys(table, ["ctrl+k", "ctrl+x"], all)).toEqual({ kind: "none" });
    expect(matchKeys(table, ["ctrl+s"], all)).toEqual({ kind: "none" });
  });
  test("[UI] the better of a whole key and the beginning of a chord decides", () => {
    const own = keyTable([{ key: "mod+k mod+s", command: "chord" }], [{ key: "mod+k", command: "palette" }], false);
    expect(matchKeys(own, ["ctrl+k"], all)).toMatchObject({ kind: "run", row: { binding: { command: "palette" } } });
    const other = keyTable([{ key: "mod+k", command: "palette" }], [{ key: "mod+k mod+s", command: "chord" }], false);
    expect(matchKeys(other, ["ctrl+k"], all)).toEqual({ kind: "wait" });
  });
  test("[UI] a row that does not apply is passed over", () => {
    expect(matchKeys(table, ["f1"], (row) => row.binding.command !== "help")).toEqual({ kind: "none" });
  });
  test("[UI] keys are shown as people know them", () => {
    expect(showKeys(["ctrl+k", "ctrl+shift+arrowleft"], false)).toBe("Ctrl+K Ctrl+Shift+←");
    expect(showKeys(["alt+shift+meta+k"], true)).toBe("⌥⇧⌘K");
  });
});
