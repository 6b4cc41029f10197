/**
 * Outline of the features that come after the first screen: their places in the navigation stand from the start, so that nothing moves when they arrive.
 */
import type { Contribution, View } from "@recourse/ui";
import { BookText, Folder, Inbox, type IconNode } from "lucide";
import type { Services } from "./services/services.ts";

interface Place {
  /** Id of the side view it stands for. */
  readonly side: string;
  readonly title: string;
  readonly icon: IconNode;
  readonly order: number;
  readonly companion?: string;
}

const places: readonly Place[] = [
  { side: "cases", title: "screen.nav.cases", icon: Folder, order: 30 },
  { side: "inbox.side", title: "screen.nav.inbox", icon: Inbox, order: 30, companion: "inbox" },
  { side: "rules.side", title: "screen.nav.rules", icon: BookText, order: 50, companion: "rules" },
];

/** `view` answers the real view once its feature is there. */
export function outline(view: (id: string) => Promise<View<Services> | undefined>): Contribution<Services> {
  const load =
    (id: string): View<Services>["load"] =>
    async () => {
      const real = await view(id);
      if (real === undefined) throw new Error(`no view ${id}`);
      return real.load();
    };
  return {
    id: "outline",
    views: places.flatMap(({ side, title, icon, order, companion }): readonly View<Services>[] => [
      {
        id: side,
        title,
        icon,
        slot: "side",
        order,
        load: load(side),
        ...(companion === undefined ? {} : { companion }),
      },
      ...(companion === undefined
        ? []
        : [{ id: companion, title, icon, slot: "editor" as const, load: load(companion) }]),
    ]),
  };
}
