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
      id: "board",
      title: "screen.board",
      icon: SquareKanban,
      slot: "editor",
      load: async () => ({ default: (await import("./BoardView.tsx")).BoardView }),
    },
  ],
};
