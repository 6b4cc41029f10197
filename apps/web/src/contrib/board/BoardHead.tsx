/** Top of the board: what is shown, the search, the filters as chips, and the two ways to add. */
import { Button, Chip, Icon } from "@recourse/ui";
import { FileInput, ListChecks, Plus, Search, X } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { selection } from "../../live/row-focus.ts";
import { partsOf, toggled, type BoardFilter } from "../../live/row-filter.ts";
import { useServices } from "../../parts/served.tsx";
import styles from "./BoardHead.module.css";
import { FilterMenu } from "./FilterMenu.tsx";
import { partWords } from "./filter-words.ts";

export interface BoardHeadProps {
  /** Cases that are not closed. */
  readonly running: number;
  /** Number of rows that fit the filter. */
  readonly shown: number;
  readonly filter: BoardFilter;
  onText(text: string): void;
  onClear(): void;
}

export function BoardHead(props: BoardHeadProps): JSX.Element {
  const { say, desk } = useServices();
  // What is typed stands beside it already.
  const parts = createMemo(() => partsOf(props.filter));
  const chips = createMemo(() => parts().filter(({ key }) => key !== "q"));
  return (
    <header class={styles["head"]}>
      <h1 class={styles["title"]}>{say.word("screen.board")}</h1>
      <span class={styles["count"]} role="status">
        {parts().length === 0
          ? say.word("screen.board.running", { n: props.running })
          : say.word("screen.board.shown", { n: props.shown })}
      </span>
      <label class={styles["search"]}>
        <Icon icon={Search} size="small" />
        <input
          type="search"
          data-board-search=""
          aria-label={say.word("screen.board.search")}
          placeholder={say.word("screen.board.search")}
          autocomplete="off"
          value={props.filter.text}
          onInput={(event) => props.onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || props.filter.text === "") return;
            event.preventDefault();
            props.onText("");
          }}
        />
      </label>
      <FilterMenu filter={props.filter} />
      <For each={chips()}>
        {(part) => (
          <Chip tone="line" iconEnd={X} pressed={true} onPress={() => desk.setQuery(toggled(props.filter, part))}>
            {partWords(say, part)}
          </Chip>
        )}
      </For>
      <Show when={parts().length > 1}>
        <Button tone="plain" onClick={() => props.onClear()}>
          {say.word("screen.board.filter.clear")}
        </Button>
      </Show>
      <div class={styles["acts"]}>
        <Show when={desk.can("board.choose")}>
          <Button
            icon={ListChecks}
            aria-pressed={selection.choosing()}
            onClick={() => (selection.choosing() ? selection.end() : selection.setChoosing(true))}
          >
            {say.word("screen.choose")}
          </Button>
        </Show>
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
