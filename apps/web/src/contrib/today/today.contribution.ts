/**
 * Today: what is mine to do, what they owe, what is coming. Also the way to add anything, and the next deadline in the status bar.
 */
import { command, type Contribution } from "@recourse/ui";
import { CalendarCheck } from "lucide";
import { mineCount, nextDeadline } from "../../live/sections.ts";
import type { Services } from "../../services/services.ts";

export const todayContribution: Contribution<Services> = {
  id: "today",
  commands: [
    command<unknown, Services>({
      id: "today.open",
      title: "screen.today",
      icon: CalendarCheck,
      run: (_, { desk }) => desk.open("today"),
    }),
    command<unknown, Services>({
      id: "today.deadline",
      title: "screen.deadline.title",
      run: (_, { desk, cases, now }) => {
        const next = nextDeadline(cases.rows(), now());
        if (next === undefined) desk.open("today");
        else desk.exec("case.open", { caseId: next.caseId });
      },
    }),
  ],
  views: [
    {
      id: "today.side",
      title: "screen.today",
      icon: CalendarCheck,
      slot: "side",
      order: 0,
      companion: "today",
      count: ({ cases }) => mineCount(cases.rows()),
      load: async () => ({ default: (await import("../../live/TurnList.tsx")).TurnList }),
    },
    {
      id: "today",
      title: "screen.today",
      icon: CalendarCheck,
      slot: "editor",
      load: async () => ({ default: (await import("./TodayView.tsx")).TodayView }),
    },
  ],
  menus: [
    {
      menu: "status",
      command: "today.deadline",
      group: "right.0",
      label: ({ cases, now, say }) => {
        const next = nextDeadline(cases.rows(), now());
        return next?.clock === undefined
          ? say.word("screen.deadline.none")
          : say.word("screen.deadline.next", { due: next.clock.due });
      },
    },
  ],
};
