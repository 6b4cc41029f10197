/**
 * The board: a lane for every case, a column for every round. On a phone one round per screen.
 *
 * 1. Lanes are keyed by case and keep their place in the DOM; a change redraws words, never lanes.
 * 2. The filter is the address: it can be kept, sent and gone back from. What is being typed is ahead of it.
 */
import { Button, EmptyState, useShell, type ViewProps } from "@recourse/ui";
import { ListFilter } from "lucide";
import { createMemo, lazy, Show, Suspense, type JSX } from "solid-js";
import { columnsOf } from "../../live/board-cards.ts";
import { bringBoardWords } from "../../live/board-words.ts";
import { cards, selection } from "../../live/row-focus.ts";
import { CLEARED, filterOf, fitting, partsOf, type BoardFilter } from "../../live/row-filter.ts";
import { newestFirst, type RowSpec } from "../../live/row-list.ts";
import { Welcome } from "../../live/Welcome.tsx";
import { Served } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import { BoardHead } from "./BoardHead.tsx";
import { createSearchText } from "./search-text.ts";
import styles from "./BoardView.module.css";

// A new person sees neither, and nobody sees both.
const Lanes = lazy(async () => ({ default: (await import("./Lanes.tsx")).Lanes }));
const Rounds = lazy(async () => ({ default: (await import("./Rounds.tsx")).Rounds }));
const BulkBar = lazy(async () => ({ default: (await import("./BulkBar.tsx")).BulkBar }));
const RowPeek = lazy(async () => ({ default: (await import("../../live/RowPeek.tsx")).RowPeek }));

const sameFilter = (a: BoardFilter, b: BoardFilter): boolean => JSON.stringify(a) === JSON.stringify(b);
const runningSpec: RowSpec = { fits: (row) => row.turn !== "none", order: newestFirst };

export function BoardView(props: ViewProps<Services>): JSX.Element {
  const { services } = props;
  const { say, cases, now, desk, snoozes } = services;
  bringBoardWords(say);
  const { phone } = useShell();
  const address = createMemo(() => filterOf(props.active ? desk.query() : {}), undefined, { equals: sameFilter });
  const search = createSearchText(
    () => address().text,
    (text) => desk.setQuery({ q: text.trim() === "" ? undefined : text }),
  );
  const filter = createMemo(() => ({ ...address(), text: search.text() }), undefined, { equals: sameFilter });
  const clear = (): void => {
    search.drop();
    desk.setQuery(CLEARED);
  };
  const shown = cases.book.choose(() => ({
    fits: fitting(filter(), now, snoozes.asleep()),
    order: newestFirst,
    groups: columnsOf,
  }));
  const running = cases.book.choose(() => runningSpec);
  const narrow = (): boolean => partsOf(filter()).length > 0;
  const chosen = createMemo(() => shown.ids().filter((id) => selection.has(id)));
  return (
    <Served services={services}>
      <Show
        when={cases.book.count() > 0}
        fallback={<Show when={cases.known()}>{<Welcome services={services} />}</Show>}
      >
        <div class={styles["board"]}>
          <BoardHead
            running={running.ids().length}
            shown={shown.ids().length}
            filter={filter()}
            onText={search.type}
            onClear={clear}
          />
          <Show
            when={shown.ids().length > 0}
            fallback={
              <EmptyState icon={ListFilter} title={say.word("screen.board.filter.none")}>
                <Show when={narrow()}>
                  <Button onClick={clear}>{say.word("screen.board.filter.clear")}</Button>
                </Show>
              </EmptyState>
            }
          >
            <Show when={phone()} fallback={<Lanes ids={shown.ids()} columns={shown.groups()} />}>
              <Rounds ids={shown.ids()} columns={shown.groups()} />
            </Show>
          </Show>
          <Suspense>
            <Show when={props.active && (selection.choosing() || chosen().length > 0)}>
              <BulkBar chosen={chosen()} among={shown.ids()} />
            </Show>
            <Show when={props.active && cards.peeking() && cards.card()}>{(card) => <RowPeek card={card()} />}</Show>
          </Suspense>
        </div>
      </Show>
    </Served>
  );
}
