/**
 * The board of a wide screen: heads of the columns, then the lanes, of which those in view are drawn.
 *
 * 1. Arrows go from card to card as they stand; Home and End to the first and the last case; Space looks at a card; Shift with an arrow chooses.
 * 2. The card in use is remembered by case and filing: a change of rows never moves the focus to another, and where its row goes away the
 *    one that takes its place has the focus.
 */
import type { Id } from "@recourse/core";
import { useShell } from "@recourse/ui";
import { createEffect, createMemo, For, on, onCleanup, onMount, Show, untrack, type JSX } from "solid-js";
import { columnOf, openColumns, ROUNDS } from "../../live/board-cards.ts";
import type { BoardRow } from "../../live/board-row.ts";
import { cards, selection, type CardList, type CardRef } from "../../live/row-focus.ts";
import { bringCardKeys } from "../../live/row-keys.ts";
import { moveTo } from "../../live/row-move.ts";
import { RowWindow } from "../../live/RowWindow.tsx";
import { useServices } from "../../parts/served.tsx";
import { createCardDrag } from "./card-drag.ts";
import { Lane } from "./Lane.tsx";
import styles from "./Lanes.module.css";
import { moveWords } from "./move-words.ts";
import { cardBeside, cardLike, nextIndex, within } from "./moves.ts";

/** Units: CSS pixels a lane that was never drawn is taken to need. */
const USUAL_LANE = 150;
/** Units: CSS pixels: the head of a lane, the least widths of columns, a folded one. Wider ones take more of what is left. */
const WIDTH = { lane: 208, prepare: 124, apply: 140, other: 164, folded: 40 } as const;

export interface LanesProps {
  readonly ids: readonly Id[];
  /** Columns in which one of them has a card. */
  readonly columns: ReadonlySet<string>;
}

export function Lanes(props: LanesProps): JSX.Element {
  const services = useServices();
  const { say, cases, desk } = services;
  const { wb } = useShell();
  const open = createMemo(() => openColumns(props.columns), new Set(), {
    equals: (a, b) => a.size === b.size && [...a].every((round) => b.has(round)),
  });
  const leastOf = (round: BoardRow["round"]): number => {
    if (!open().has(round)) return WIDTH.folded;
    return round === "prepare" || round === "apply" ? WIDTH[round] : WIDTH.other;
  };
  const columns = createMemo(() =>
    ROUNDS.map((round) =>
      open().has(round) ? `minmax(${leastOf(round)}px, ${leastOf(round)}fr)` : `${WIDTH.folded}px`,
    ).join(" "),
  );
  const least = createMemo(() => ROUNDS.reduce<number>((sum, round) => sum + leastOf(round), WIDTH.lane));
  let scroller!: HTMLDivElement;
  const card = cards.card;
  /** The card in the order of Tab: the one in use while it is there, else the first. */
  const entry = createMemo<CardRef | undefined>(() => {
    const at = card();
    const row = at === undefined ? undefined : cases.book.row(at.caseId);
    if (at !== undefined && row !== undefined && props.ids.includes(at.caseId)) return cardLike(row, at);
    const first = cases.book.row(props.ids[0] ?? "");
    return first === undefined ? undefined : cardLike(first, undefined);
  });
  const elementOf = (at: CardRef): HTMLElement | null =>
    scroller.querySelector<HTMLElement>(
      `[data-card="${CSS.escape(at.caseId)}"]${at.filing === undefined ? ":not([data-filing])" : `[data-filing="${CSS.escape(at.filing)}"]`}`,
    );
  const list: CardList = {
    focus: (wanted) => {
      const row = untrack(() => cases.book.row(wanted.caseId));
      const at = row === undefined ? undefined : cardLike(row, wanted);
      if (at === undefined) return;
      // In use it is drawn wherever it stands.
      enter(at);
      const element = elementOf(at);
      element?.focus({ preventScroll: true });
      element?.closest("article")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
    step: (by) => goTo(within(indexOf(card()) + by, props.ids.length)),
  };
  const enter = (at: CardRef): void => {
    cards.enter(list, at);
    wb.context.set("cardKind", at.filing === undefined ? "case" : "filing");
  };
  const indexOf = (at: CardRef | undefined): number => (at === undefined ? -1 : props.ids.indexOf(at.caseId));
  const goTo = (index: number): void => {
    const caseId = props.ids[index];
    if (caseId !== undefined) list.focus({ caseId });
  };
  onMount(() => bringCardKeys(wb, services));
  onCleanup(() => {
    cards.leave(list);
    wb.context.set("listFocus", false);
  });
  // Where the row in use went away and took the focus along, its neighbour has it.
  createEffect(
    on(
      () => props.ids,
      (ids, before) => {
        const at = untrack(card);
        if (at === undefined || before === undefined || ids.includes(at.caseId)) return;
        const place = before.indexOf(at.caseId);
        if (place < 0 || document.activeElement !== document.body) return;
        goTo(within(place, ids.length));
      },
    ),
  );

  const cardAt = (target: EventTarget | null): CardRef | undefined => {
    if (!(target instanceof Element)) return undefined;
    const lane = target.closest<HTMLElement>("[data-lane]")?.dataset["lane"];
    const row = lane === undefined ? undefined : untrack(() => cases.book.row(lane));
    if (row === undefined) return undefined;
    const filing = target.closest("article")?.querySelector<HTMLElement>("[data-filing]")?.dataset["filing"];
    return { caseId: row.caseId, filing: row.filings.find((each) => each.id === filing)?.id };
  };
  const onFocusIn = ({ target }: FocusEvent): void => {
    const at = cardAt(target);
    wb.context.set("listFocus", at !== undefined);
    if (at !== undefined) enter(at);
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && scroller.contains(relatedTarget)) return;
    wb.context.set("listFocus", false);
    cards.peek(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const onCard = event.target instanceof HTMLElement && event.target.dataset["card"] !== undefined;
    const at = card();
    const row = at === undefined ? undefined : untrack(() => cases.book.row(at.caseId));
    if (at === undefined || row === undefined) return;
    if (event.key === " " && onCard) cards.peek(!cards.peeking());
    else if (event.key === "Escape" && cards.peeking()) cards.peek(false);
    else if (event.key === "Escape" && (selection.choosing() || selection.ids().size > 0)) selection.end();
    else {
      const to = nextIndex(event.key, indexOf(at), props.ids.length);
      const beside = cardBeside(event.key, row, at);
      if (to === undefined && beside === undefined) return;
      if (event.shiftKey) selection.reach(at.caseId, props.ids);
      if (beside !== undefined) list.focus(beside);
      else if (to !== undefined) goTo(to);
      const now = card();
      if (event.shiftKey && now !== undefined) selection.reach(now.caseId, props.ids);
    }
    event.preventDefault();
  };
  const choose = (caseId: Id, event: MouseEvent): void => {
    if (event.shiftKey) selection.reach(caseId, props.ids);
    else selection.toggle(caseId);
  };
  const press = (at: CardRef, event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || selection.choosing()) choose(at.caseId, event);
    else if (at.filing === undefined) desk.exec("case.open", { caseId: at.caseId });
    else desk.exec("filing.open", { caseId: at.caseId, filing: at.filing });
  };
  const drag = createCardDrag({
    scroller: () => scroller,
    caseOf: (element) => cardAt(element)?.caseId,
    onDrop: (caseId, to) => {
      const row = cases.book.row(caseId);
      if (row !== undefined && columnOf(row) !== to) desk.exec("board.move", { caseId, to });
    },
  });
  /** What letting go here would record. */
  const dropWords = createMemo(() => {
    const carried = drag.carried();
    const row = carried === undefined ? undefined : cases.book.row(carried.caseId);
    if (carried?.over === undefined || row === undefined) return undefined;
    return { ...carried, text: moveWords(services, row, carried.over, moveTo(row, carried.over)) };
  });
  return (
    <div
      ref={scroller}
      class={styles["scroll"]}
      tabIndex={-1}
      onFocusIn={onFocusIn}
      onFocusOut={onFocusOut}
      onKeyDown={onKeyDown}
      onPointerDown={drag.onPointerDown}
      onPointerOver={({ target }) => {
        const at = cardAt(target);
        if (at !== undefined) cards.touch(at);
      }}
    >
      <div
        class={`${styles["lanes"]} ${selection.choosing() || selection.ids().size > 0 ? styles["choosing"] : ""} ${drag.carried() === undefined ? "" : styles["carrying"]}`}
        role="group"
        aria-label={say.word("screen.board")}
        style={{ "--columns": columns(), "--head": `${WIDTH.lane}px`, "--least": `${least()}px` }}
      >
        <div class={`${styles["line"]} ${styles["heads"]}`}>
          <div class={`${styles["head"]} ${styles["corner"]}`}>{say.word("screen.board.case")}</div>
          <For each={ROUNDS}>
            {(round) => (
              <div
                class={`${styles["head"]} ${open().has(round) ? "" : styles["fold"]}`}
                title={say.word(`round.${round}`)}
              >
                {open().has(round) ? say.word(`round.${round}`) : say.word(`screen.round.short.${round}`)}
                <Show when={round === "prepare" || round === "apply"}>
                  <small>{say.word(`screen.board.${round}`)}</small>
                </Show>
              </div>
            )}
          </For>
        </div>
        <RowWindow
          ids={props.ids}
          usual={USUAL_LANE}
          inUse={entry()?.caseId}
          scroller={() => scroller}
          label={say.word("screen.board")}
        >
          {(id) => (
            <Show when={cases.book.row(id)}>
              {(row) => (
                <Lane
                  row={row()}
                  open={open()}
                  entry={entry()?.caseId === id ? entry() : undefined}
                  carried={drag.carried()?.caseId === id ? drag.carried() : undefined}
                  onPress={press}
                  onChoose={(event) => choose(id, event)}
                />
              )}
            </Show>
          )}
        </RowWindow>
      </div>
      <Show when={dropWords()}>
        {(drop) => (
          <p class={styles["tip"]} aria-hidden="true" style={{ left: `${drop().x}px`, top: `${drop().y}px` }}>
            {drop().text}
          </p>
        )}
      </Show>
    </div>
  );
}
