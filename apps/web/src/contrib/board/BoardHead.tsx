/** Top of the board: what is shown, the filters as chips, and the two ways to add. */
import { Button, Chip, type MenuEntry, MenuButton } from "@recourse/ui";
import { AlarmClock, FileInput, ListFilter, Plus, X } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import type { BoardFilter } from "../../live/board-cards.ts";
import type { BoardRow } from "../../live/board-row.ts";
import { useServices } from "../../parts/served.tsx";
import { turnLook } from "../../parts/TurnChip.tsx";
import styles from "./BoardHead.module.css";

const TURNS = ["mine", "theirs", "authority", "none"] as const;

export interface BoardHeadProps {
  readonly rows: readonly BoardRow[];
  /** Number of rows that fit the filter. */
  readonly shown: number;
  readonly filter: BoardFilter;
}

export function BoardHead(props: BoardHeadProps): JSX.Element {
  const { say, desk } = useServices();
  const open = createMemo(() => props.rows.filter((row) => row.turn !== "none").length);
  const categories = createMemo(() => [...new Set(props.rows.map((row) => row.category))].toSorted());
  /** Filters in force, each with the key that takes it out. */
  const inForce = createMemo(() =>
    [
      { key: "turn", name: props.filter.turn === undefined ? undefined : say.word(`turn.${props.filter.turn}`) },
      {
        key: "category",
        name: props.filter.category === undefined ? undefined : say.word(`category.${props.filter.category}`),
      },
      { key: "over", name: props.filter.over ? say.word("screen.board.filter.over") : undefined },
    ].flatMap(({ key, name }) => (name === undefined ? [] : [{ key, name }])),
  );
  const entries = (): readonly MenuEntry[] => [
    ...TURNS.map((turn): MenuEntry => ({
      id: `turn-${turn}`,
      label: say.word(`turn.${turn}`),
      icon: turnLook(turn).icon,
      run: () => desk.setQuery({ turn }),
    })),
    {
      id: "over",
      label: say.word("screen.board.filter.over"),
      icon: AlarmClock,
      separated: true,
      run: () => desk.setQuery({ over: "" }),
    },
    ...categories().map((category, at): MenuEntry => ({
      id: `category-${category}`,
      label: say.word(`category.${category}`),
      separated: at === 0,
      run: () => desk.setQuery({ category }),
    })),
  ];
  return (
    <header class={styles["head"]}>
      <h1 class={styles["title"]}>{say.word("screen.board")}</h1>
      <Chip tone="line">
        {inForce().length === 0
          ? say.word("screen.board.running", { n: open() })
          : say.word("screen.board.shown", { n: props.shown })}
      </Chip>
      <For each={inForce()}>
        {({ key, name }) => (
          <Chip tone="line" iconEnd={X} pressed={true} onPress={() => desk.setQuery({ [key]: undefined })}>
            {name}
          </Chip>
        )}
      </For>
      <MenuButton icon={ListFilter} label={say.word("screen.board.filter")} entries={entries()} />
      <div class={styles["acts"]}>
        <Show when={desk.can("inbox.add")}>
          <Button icon={FileInput} onClick={() => desk.exec("inbox.add", {})}>
            {say.word("screen.board.import")}
          </Button>
        </Show>
        <Button tone="solid" icon={Plus} onClick={() => desk.exec("case.new")}>
          {say.word("screen.board.new")}
        </Button>
      </div>
    </header>
  );
}
