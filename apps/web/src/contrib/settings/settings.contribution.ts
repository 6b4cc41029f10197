/**
 * Settings, and what of them is always at hand: language, appearance and offline use in the status bar.
 */
import { command, THEMES, type Contribution, type ThemeName } from "@recourse/ui";
import { Contrast, Languages, Settings, WifiOff } from "lucide";
import type { Services } from "../../services/services.ts";

const isTheme = (text: string): text is ThemeName => THEMES.some((name) => name === text);

/** What the page shows now; the shell keeps it on the root element. */
const themeNow = (): ThemeName => {
  const name = document.documentElement.dataset["theme"] ?? "system";
  return isTheme(name) ? name : "system";
};

export const settingsContribution: Contribution<Services> = {
  id: "settings",
  commands: [
    command<unknown, Services>({
      id: "settings.open",
      title: "screen.settings",
      icon: Settings,
      run: (_, { desk }) => desk.open("settings"),
    }),
    command<unknown, Services>({
      id: "settings.lang",
      title: "screen.lang.switch",
      icon: Languages,
      run: (_, { say }) => say.setLang(say.lang() === "en" ? "zh-CN" : "en"),
    }),
    command<unknown, Services>({
      id: "settings.theme",
      title: "screen.theme.next",
      icon: Contrast,
      run: (_, { desk }) => {
        const next = THEMES[(THEMES.indexOf(themeNow()) + 1) % THEMES.length];
        desk.exec(`ui.theme.${next}`);
      },
    }),
    command<unknown, Services>({
      id: "settings.offline",
      title: "screen.offline.title",
      icon: WifiOff,
      run: (_, { desk, offline, say }) => {
        const state = offline.state();
        const text = say.word(`screen.offline.${state}.more`);
        const action = { label: say.word("screen.settings.update"), run: () => offline.update() };
        desk.toast(state === "update_available" ? { text, action } : { text });
      },
    }),
  ],
  views: [
    {
      id: "settings.side",
      title: "screen.settings",
      icon: Settings,
      slot: "side",
      order: 90,
      foot: true,
      companion: "settings",
      load: async () => ({ default: (await import("../../live/TurnList.tsx")).TurnList }),
    },
    {
      id: "settings",
      title: "screen.settings",
      icon: Settings,
      slot: "editor",
      load: async () => ({ default: (await import("./SettingsView.tsx")).SettingsView }),
    },
  ],
  menus: [
    {
      menu: "status",
      command: "settings.offline",
      group: "left",
      order: 10,
      label: ({ offline, say }) => say.word(`screen.offline.${offline.state()}`),
    },
    {
      menu: "status",
      command: "settings.theme",
      group: "right.1",
      icon: Contrast,
      label: ({ say }) => say.word("screen.theme"),
    },
    {
      menu: "status",
      command: "settings.lang",
      group: "right.2",
      label: ({ say }) => say.word("screen.lang"),
    },
  ],
};
