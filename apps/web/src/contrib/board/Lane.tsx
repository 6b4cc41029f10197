/** One case: its head, then a cell per round. */
import type { Id, Round } from "@recourse/core";
import { Chip, Icon } from "@recourse/ui";
import { Plus, TriangleAlert } from "lucide";
import { createEffect, createMemo, For, on, Show, type JSX } from "solid-js";
import { columnOf, doneIn, FILED, hasMove, ROUNDS } from "../../live/board-cards.ts";
import type { BoardRow } from "../../live/board-row.ts";
import { cards, selection, type CardRef } from "../../live/row-focus.ts";
import { useYuan } from "../../parts/Money.tsx";
import { warns } from "../../parts/notice-kinds.ts";
import { ProofMeter } from "../../parts/ProofMeter.tsx";
import { useServices } from "../../parts/served.tsx";
import { NowCard } from "./BoardCard.tsx";
import type { Carried } from "./card-drag.ts";
import { DoneCard } from "./DoneCard.tsx";
import { FilingCard } from "./FilingCard.tsx";
import styles from "./Lanes.module.css";

export interface LaneProps {
  readonly row: BoardRow;
  /** Columns that are drawn in full; in the others stands a mark at most. */
  readonly open: ReadonlySet<Round>;
  /** Its card that Tab enters; undefined where another lane has it. */
  readonly entry: CardRef | undefined;
  /** Its card, while it is being carried. */
  readonly carried: Carried | undefined;
  onPress(card: CardRef, event: MouseEvent): void;
  onChoose(event: MouseEvent): void;
}

/** Title, other side, amount, and how far the proof is; a box that chooses the case. */
function LaneHead(props: Pick<LaneProps, "row" | "onChoose"> & { readonly entry: boolean }): JSX.Element {
  const { say } = useServices();
  const amount = useYuan();
  const title = (): string => (props.row.title === "" ? say.word("screen.untitled") : props.row.title);
  const facts = (): string => [props.row.respondent, props.row.orderNo].filter((fact) => fact !== "").join(" · ");
  const chosen = (): boolean => selection.has(props.row.caseId);
  return (
    <div class={`${styles["lane"]} ${chosen() ? styles["chosen"] : ""}`}>
      <h2 class={styles["title"]}>
        <label class={styles["box"]}>
          <input
            type="checkbox"
            tabIndex={props.entry && selection.choosing() ? 0 : -1}
            checked={chosen()}
            aria-label={say.word("screen.choose.of", { title: title() })}
            onClick={(event) => {
              event.preventDefault();
              props.onChoose(event);
            }}
          />
        </label>
        {title()}
      </h2>
      <p class={styles["facts"]}>{facts() === "" ? say.word("screen.order.none") : facts()}</p>
      <p class={styles["amount"]}>{amount(props.row.claimFen ?? props.row.paidFen)}</p>
      <Show when={props.row.elements.length > 0}>
        <ProofMeter elements={props.row.elements} />
      </Show>
      <Show when={warns(props.row.notices)}>
        <p class={styles["warning"]}>
          <Chip tone="danger" icon={TriangleAlert}>
            {say.word(props.row.category === "engagement" ? "screen.notice.engagement" : "screen.notice.other")}
          </Chip>
        </p>
      </Show>
    </div>
  );
}

export function Lane(props: LaneProps): JSX.Element {
  const { say, desk } = useServices();
  const here = createMemo(() => (hasMove(props.row) ? columnOf(props.row) : undefined));
  const filings = createMemo(() => props.row.filings.map((filing) => filing.id), [], {
    equals: (a, b) => a.length === b.length && a.every((id, at) => id === b[at]),
  });
  const entryMove = (): boolean => props.entry !== undefined && props.entry.filing === undefined;
  const Filings = (): JSX.Element => (
    <>
      <For each={filings()}>
        {(id: Id) => (
          <Show when={props.row.filings.find((filing) => filing.id === id)}>
            {(filing) => (
              <FilingCard
                row={props.row}
                filing={filing()}
                entry={props.entry?.filing === id}
                onPress={(event) => props.onPress({ caseId: props.row.caseId, filing: id }, event)}
              />
            )}
          </Show>
        )}
      </For>
      <Show when={filings().length > 0 && desk.can("doors.open")}>
        <button
          type="button"
          class={styles["add"]}
          tabIndex={props.entry === undefined ? -1 : 0}
          onClick={() => desk.exec("doors.open", { caseId: props.row.caseId })}
        >
          <Icon icon={Plus} size="small" /> {say.word("screen.track.add")}
        </button>
      </Show>
    </>
  );
  createEffect(
    on([here, filings], ([column, ids], before) => {
      const at = cards.card();
      if (at?.caseId !== props.row.caseId || before === undefined || document.activeElement !== document.body) return;
      // In another column stands another card, and one of several may go away: what stands for it now has the focus that it let go of.
      const gone = at.filing === undefined ? column !== before[0] : !ids.includes(at.filing);
      if (gone) cards.back();
    }),
  );
  /** What was done in each column that lies behind. */
  const done = createMemo(() => ROUNDS.map((round) => doneIn(props.row, round)), [], {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  /** Where the card would stand, while it is held over a column. */
  const drop = (round: Round): "start" | "end" | undefined =>
    props.carried?.over === round ? props.carried.at : undefined;
  const Cell = (own: { readonly round: Round; readonly at: number }): JSX.Element => (
    <div class={styles["cell"]} data-cell={own.round} data-drop={drop(own.round)}>
      <Show when={here() === own.round}>
        <NowCard
          row={props.row}
          entry={entryMove()}
          carried={props.carried}
          onPress={(event) => props.onPress({ caseId: props.row.caseId }, event)}
        />
      </Show>
      <Show when={done()[own.at]}>{(found) => <DoneCard done={found()} folded={!props.open.has(own.round)} />}</Show>
      {own.round === FILED ? <Filings /> : undefined}
    </div>
  );
  return (
    <div
      class={`${styles["line"]} ${styles["lane-line"]} ${selection.has(props.row.caseId) ? styles["is-chosen"] : ""}`}
      data-lane={props.row.caseId}
    >
      <LaneHead row={props.row} entry={props.entry !== undefined} onChoose={props.onChoose} />
      {ROUNDS.map((round, at) => (
        <Cell round={round} at={at} />
      ))}
    </div>
  );
}
