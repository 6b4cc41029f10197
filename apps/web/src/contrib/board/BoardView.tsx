/**
 * The board: a lane for every case, a column for every round. On a phone one round per screen.
 *
 * 1. Lanes are keyed by case and keep their place in the DOM; a change redraws words, never lanes.
 * 2. The filter is the address: it can be kept, sent and gone back from.
 */
import { EmptyState, useShell, type ViewProps } from "@recourse/ui";
import { ListFilter } from "lucide";
import { createMemo, lazy, Show, type JSX } from "solid-js";
import { filtered, filterOf } from "../../live/board-cards.ts";
import { Welcome } from "../../live/Welcome.tsx";
import { Served } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import { BoardHead } from "./BoardHead.tsx";
import styles from "./BoardView.module.css";

// A new person sees neither, and nobody sees both.
const Lanes = lazy(async () => ({ default: (await import("./Lanes.tsx")).Lanes }));
const Rounds = lazy(async () => ({ default: (await import("./Rounds.tsx")).Rounds }));

export function BoardView(props: ViewProps<Services>): JSX.Element {
  const { services } = props;
  const { say, cases, now, desk } = services;
  const { phone } = useShell();
  const filter = createMemo(() => filterOf(props.active ? desk.query() : {}));
  const rows = createMemo(() => filtered(cases.rows(), filter(), now()), [], {
    equals: (a, b) => a.length === b.length && a.every((row, at) => row === b[at]),
  });
  return (
    <Served services={services}>
      <Show
        when={cases.rows().length > 0}
        fallback={<Show when={cases.known()}>{<Welcome services={services} />}</Show>}
      >
        <div class={styles["board"]}>
          <BoardHead rows={cases.rows()} shown={rows().length} filter={filter()} />
          <Show
            when={rows().length > 0}
            fallback={<EmptyState icon={ListFilter} title={say.word("screen.board.filter.none")} />}
          >
            <Show when={phone()} fallback={<Lanes rows={rows()} />}>
              <Rounds rows={rows()} />
            </Show>
          </Show>
        </div>
      </Show>
    </Served>
  );
}
