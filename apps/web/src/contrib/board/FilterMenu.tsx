/** All filters in one menu: what is in force has a tick; pressing puts it in or takes it out. */
import { MenuButton, type MenuEntry } from "@recourse/ui";
import { AlarmClock, Check, ListFilter, Moon, type IconNode } from "lucide";
import { createMemo, type JSX } from "solid-js";
import { newestFirst } from "../../live/row-list.ts";
import { channelsOf, partsOf, toggled, TURNS, type BoardFilter, type FilterPart } from "../../live/row-filter.ts";
import { useServices } from "../../parts/served.tsx";
import { turnLook } from "../../parts/TurnChip.tsx";
import { partWords } from "./filter-words.ts";

export function FilterMenu(props: { readonly filter: BoardFilter }): JSX.Element {
  const { say, desk, cases } = useServices();
  // Kinds and places that there are, as groups of a choice of all rows: not counted anew with every change.
  const there = cases.book.choose(() => ({
    fits: () => true,
    order: newestFirst,
    groups: (row) => [`category ${row.category}`, ...channelsOf(row).map((channel) => `channel ${channel}`)],
  }));
  const named = (kind: "category" | "channel"): readonly FilterPart[] =>
    [...there.groups()]
      .flatMap((name) => (name.startsWith(`${kind} `) ? [{ key: kind, value: name.slice(kind.length + 1) }] : []))
      .toSorted((a, b) => (a.value < b.value ? -1 : 1));
  const groups = createMemo<readonly (readonly FilterPart[])[]>(() => [
    TURNS.map((value) => ({ key: "turn", value })),
    [
      { key: "over", value: "" },
      { key: "asleep", value: "" },
    ],
    named("category"),
    named("channel"),
  ]);
  const inForce = createMemo(() => new Set(partsOf(props.filter).map(({ key, value }) => `${key} ${value}`)));
  const iconOf = ({ key, value }: FilterPart): IconNode | undefined => {
    if (inForce().has(`${key} ${value}`)) return Check;
    if (key === "turn") return TURNS.flatMap((turn) => (turn === value ? [turnLook(turn).icon] : []))[0];
    return key === "over" ? AlarmClock : key === "asleep" ? Moon : undefined;
  };
  const entries = (): readonly MenuEntry[] =>
    groups().flatMap((group, n) =>
      group.map((part, at): MenuEntry => {
        const icon = iconOf(part);
        const words = partWords(say, part);
        return {
          id: `${part.key} ${part.value}`,
          label: inForce().has(`${part.key} ${part.value}`)
            ? say.word("screen.board.filter.out", { name: words })
            : words,
          ...(icon === undefined ? {} : { icon }),
          separated: n > 0 && at === 0,
          run: () => desk.setQuery(toggled(props.filter, part)),
        };
      }),
    );
  return <MenuButton icon={ListFilter} label={say.word("screen.board.filter")} entries={entries()} />;
}
