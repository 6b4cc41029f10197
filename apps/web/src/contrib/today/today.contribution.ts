/**
 * Today: what is mine to do, what they owe, what is coming. Also the next deadline in the status bar.
 */
import { command, type Contribution } from "@recourse/ui";
import { CalendarCheck } from "lucide";
import { countsOf, type RowCounts } from "../../live/row-counts.ts";
import type { Services } from "../../services/services.ts";

const counts = ({ cases, now, snoozes }: Services): RowCounts =>
  countsOf({ book: cases.book, now, asleep: snoozes.asleep });

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
      run: (_, services) => {
        const next = counts(services).next();
        if (next === undefined) services.desk.open("today");
        else services.desk.exec("case.open", { caseId: next.caseId });
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
      count: (services) => counts(services).mine(),
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
      label: (services) => {
        const next = counts(services).next();
        return next === undefined
          ? services.say.word("screen.deadline.none")
          : services.say.word("screen.deadline.next", { due: next.due });
      },
    },
  ],
};
