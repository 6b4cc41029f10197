/**
 * Discreet mode and reminders: the commands that switch them, and the key that covers the screen (P3).
 */
import { command, type Contribution } from "@recourse/ui";
import { Bell, EyeOff, VenetianMask } from "lucide";
import type { Services } from "../../services/services.ts";

const category = "screen.settings";

export const discreetContribution: Contribution<Services> = {
  id: "discreet",
  commands: [
    command<unknown, Services>({
      id: "discreet.lock",
      title: "screen.discreet.lock",
      category,
      icon: EyeOff,
      run: (_, { discreet }) => discreet.lock(),
    }),
    command<unknown, Services>({
      id: "discreet.toggle",
      title: "screen.discreet",
      category,
      icon: VenetianMask,
      run: (_, { discreet }) => discreet.set(!discreet.on()),
    }),
    command<unknown, Services>({
      id: "reminders.enable",
      title: "screen.remind.enable",
      category,
      icon: Bell,
      run: async (_, { reminders, desk, say }) => {
        const state = await reminders.enable();
        desk.toast({ text: say.word(`screen.remind.${state}`) });
      },
    }),
  ],
  // In a window as well: what lies open there is covered like the rest.
  keys: [{ key: "alt+l", command: "discreet.lock", when: "modalOpen || inputFocus || !inputFocus" }],
};
