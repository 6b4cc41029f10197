/**
 * Board: every case at the step where it stands.
 */
import { command, type Contribution } from "@recourse/ui";
import { SquareKanban } from "lucide";
import type { Services } from "../../services/services.ts";

export const boardContribution: Contribution<Services> = {
  id: "board",
  commands: [
    command<unknown, Services>({
      id: "board.open",
      title: "screen.board",
      icon: SquareKanban,
      run: (_, { desk }) => desk.open("board"),
    }),
  ],
  views: [
    {
      id: "board.side",
      title: "screen.board",
      icon: SquareKanban,
      slot: "side",
      order: 10,
      companion: "board",
      load: async () => ({ default: (await import("../../live/TurnList.tsx")).TurnList }),
    },
    {
      id: "board",
      title: "screen.board",
      icon: SquareKanban,
      slot: "editor",
      load: async () => ({ default: (await import("./BoardView.tsx")).BoardView }),
    },
  ],
};
