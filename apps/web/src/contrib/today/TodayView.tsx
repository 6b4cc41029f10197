/**
 * Today: mine now, waiting for them, coming up. A card has the one next step and nothing else to press.
 *
 * 1. Cards are keyed by case and stand still while the pointer or the focus is on them: only their words change.
 */
import { EmptyState, type ViewProps } from "@recourse/ui";
import { CircleCheck } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import type { BoardRow } from "../../live/board-row.ts";
import { LongList, sameIds } from "../../live/LongList.tsx";
import { comingOf, minesOf, theirsOf } from "../../live/sections.ts";
import { Welcome } from "../../live/Welcome.tsx";
import { Served } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import { ComingCard, MineCard, WaitingCard } from "./TodayCard.tsx";
import styles from "./TodayView.module.css";

export function TodayView(props: ViewProps<Services>): JSX.Element {
  const { services } = props;
  const { say, cases, now } = services;
  const byId = createMemo(() => new Map(cases.rows().map((row) => [row.caseId, row])));
  const idsOf = (rows: () => readonly BoardRow[]): (() => readonly BoardRow["caseId"][]) =>
    createMemo(() => rows().map((row) => row.caseId), [], { equals: sameIds });
  const mine = idsOf(() => minesOf(cases.rows()));
  const theirs = idsOf(() => theirsOf(cases.rows()));
  const coming = idsOf(() => comingOf(cases.rows(), now()));
  const List = (own: {
    readonly title: string;
    readonly ids: readonly BoardRow["caseId"][];
    readonly card: (row: () => BoardRow) => JSX.Element;
  }): JSX.Element => (
    <section class={styles["section"]} aria-label={say.word(own.title)}>
      <h2 class={styles["heading"]}>
        {say.word(own.title)} <span>{own.ids.length}</span>
      </h2>
      <ul class={styles["cards"]}>
        <LongList ids={own.ids}>
          {(id) => <Show when={byId().get(id)}>{(row) => <li>{own.card(row)}</li>}</Show>}
        </LongList>
      </ul>
    </section>
  );
  return (
    <Served services={services}>
      <Show
        when={cases.rows().length > 0}
        fallback={<Show when={cases.known()}>{<Welcome services={services} />}</Show>}
      >
        <div class={styles["today"]}>
          <h1 class={styles["title"]}>{say.word("screen.today")}</h1>
          <Show
            when={mine().length > 0}
            fallback={<EmptyState icon={CircleCheck} shape="row" title={say.word("screen.mine.none")} />}
          >
            <List title="screen.mine" ids={mine()} card={(row) => <MineCard row={row()} />} />
          </Show>
          <Show when={theirs().length > 0}>
            <List title="screen.theirs" ids={theirs()} card={(row) => <WaitingCard row={row()} />} />
          </Show>
          <Show when={coming().length > 0}>
            <List title="screen.coming" ids={coming()} card={(row) => <ComingCard row={row()} />} />
          </Show>
        </div>
      </Show>
    </Served>
  );
}
