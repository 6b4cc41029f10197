/**
 * The chosen appearance, shown as `data-theme` on the document's root. Not pure: holds a signal, writes one attribute.
 */
import { createEffect, createSignal, type Accessor } from "solid-js";

/** `system` follows the device. */
export const THEMES = ["system", "light", "dark", "contrast"] as const;
export type ThemeName = (typeof THEMES)[number];

/** Where the choice is kept. */
export interface ThemeStore {
  load(): string | null;
  save(theme: ThemeName): void;
}

/** The appearance as a service. */
export interface Theme {
  readonly name: Accessor<ThemeName>;
  set(theme: ThemeName): void;
}

/** Reads a kept choice; anything unknown means `system`. */
export const parseTheme = (text: string | null): ThemeName => THEMES.find((name) => name === text) ?? "system";

/** Makes the theme and keeps the root's attribute in step; ends with the owner it was made under. */
export function createTheme(root: HTMLElement, store?: ThemeStore): Theme {
  const [name, setName] = createSignal<ThemeName>(parseTheme(store?.load() ?? null));
  createEffect(() => {
    const chosen = name();
    if (chosen === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = chosen;
  });
  return {
    name,
    set: (theme) => {
      setName(theme);
      store?.save(theme);
    },
  };
}
