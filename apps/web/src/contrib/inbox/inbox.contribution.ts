/** 待整理: files come in here and are sorted into cases. */
import { command, type Contribution } from "@recourse/ui";
import { Inbox } from "lucide";
import * as z from "zod/mini";
import type { Services } from "../../services/services.ts";

const Wanted = z.optional(z.looseObject({ material: z.optional(z.string()), caseId: z.optional(z.string()) }));

const waitingNew = ({ intake }: Services): number => intake.waiting().filter((item) => item.state === "new").length;

export const inboxContribution: Contribution<Services> = {
  id: "inbox",
  commands: [
    command<unknown, Services>({
      id: "inbox.open",
      title: "screen.inbox",
      category: "screen.inbox.category",
      icon: Inbox,
      run: (_, { desk }) => desk.open("inbox"),
    }),
    command<z.infer<typeof Wanted>, Services>({
      id: "inbox.add",
      title: "screen.inbox.add",
      category: "screen.inbox.category",
      icon: Inbox,
      schema: Wanted,
      run: (wanted, { desk }) => {
        const material = wanted?.material;
        const of = wanted?.caseId ?? desk.activeCase();
        // A place of its own for each case and material, so that what was added there stays readable beside it.
        if (of === undefined) desk.open("inbox");
        else desk.open("inbox", material === undefined ? of : `${of}/${material}`);
      },
    }),
  ],
  views: [
    {
      id: "inbox.side",
      title: "screen.inbox",
      icon: Inbox,
      slot: "side",
      order: 30,
      companion: "inbox",
      count: waitingNew,
      load: async () => ({ default: (await import("./InboxSide.tsx")).InboxSide }),
    },
    {
      id: "inbox",
      title: "screen.inbox",
      icon: Inbox,
      slot: "editor",
      label: (arg, { cases, say }) => {
        const title = cases.rows().find((row) => row.caseId === arg?.split("/")[0])?.title;
        return title === undefined ? say.word("screen.inbox") : say.word("screen.inbox.tab", { title });
      },
      load: async () => ({ default: (await import("./InboxView.tsx")).InboxView }),
    },
  ],
};
