/**
 * What the activity bar offers, for both its shapes: side views and the commands of menu `activity`. Not pure: the
 * entries read signals.
 */
import type { IconNode } from "lucide";
import { CircleDot } from "lucide";
import { createMemo, type Accessor } from "solid-js";
import type { Shell } from "./shell.ts";

export interface Activity {
  readonly id: string;
  readonly icon: IconNode;
  readonly foot: boolean;
  title(): string;
  /** 0 shows nothing. */
  count(): number;
  /** It is what is shown now. */
  current(): boolean;
  press(): void;
}

/** All entries, those of the foot last. */
export function createActivities(shell: Shell): Accessor<readonly Activity[]> {
  const { wb, layout } = shell;
  const views = createMemo(() =>
    wb.views("side").map((view): Activity => {
      const companionShown = (): boolean => view.companion === undefined || layout.activeTab()?.view === view.companion;
      const current = (): boolean => {
        if (!shell.phone()) return layout.state().side.open && shell.sideView()?.id === view.id;
        return view.companion === undefined
          ? shell.sheet() === "side" && shell.sideView()?.id === view.id
          : companionShown();
      };
      return {
        id: view.id,
        icon: view.icon,
        foot: view.foot === true,
        title: () => wb.word(view.title),
        count: () => view.count?.(wb.services) ?? 0,
        current,
        press: () => {
          // Pressing what is fully shown folds the side bar away; pressing anything else shows it.
          if (!shell.phone() && current() && companionShown()) shell.keepFocus(() => layout.setSideOpen(false));
          else shell.showSide(view);
        },
      };
    }),
  );
  const commands = createMemo(() =>
    wb.menu("activity").map((item): Activity => ({
      id: `command:${item.command}`,
      icon: item.icon ?? wb.commands().get(item.command)?.icon ?? CircleDot,
      foot: item.group === "foot",
      title: () => item.label?.(wb.services) ?? wb.word(wb.commands().get(item.command)?.title ?? item.command),
      count: () => 0,
      current: () => false,
      press: () => void wb.exec(item.command, item.arg),
    })),
  );
  return createMemo(() => [...views(), ...commands()].toSorted((a, b) => Number(a.foot) - Number(b.foot)));
}
