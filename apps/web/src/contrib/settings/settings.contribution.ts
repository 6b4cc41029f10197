/**
 * Settings, and what of them is always at hand: language and appearance in the status bar.
 */
import { command, type Contribution } from "@recourse/ui";
import { Settings } from "lucide";
import type { Services } from "../../services/services.ts";

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
      run: (_, { say }) => say.setLang(say.lang() === "en" ? "zh-CN" : "en"),
    }),
  ],
};
