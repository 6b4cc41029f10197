/**
 * The board of a phone: one round per screen, side by side, snapping; the buttons above go to a round.
 *
 * 1. What is done by carrying on a wide screen is done by the menu of the card here.
 */
import type { Id, Round } from "@recourse/core";
import { Chip, useShell } from "@recourse/ui";
import { createMemo, createSignal, For, onCleanup, onMount, Show, type JSX } from "solid-js";
import { columnOf, columnsOf, FILED, hasMove, openColumns, ROUNDS } from "../../live/board-cards.ts";
import { cards, selection, type CardList, type CardRef } from "../../live/row-focus.ts";
import { LongList } from "../../live/LongList.tsx";
import { newestFirst, sameIds } from "../../live/row-list.ts";
import { useServices } from "../../parts/served.tsx";
import { NowCard } from "./BoardCard.tsx";
import { FilingCard } from "./FilingCard.tsx";
import styles from "./Rounds.module.css";

export interface RoundsProps {
  readonly ids: readonly Id[];
  readonly columns: ReadonlySet<string>;
}

export function Rounds(props: RoundsProps): JSX.Element {
  const { say, cases, desk } = useServices();
  const { wb } = useShell();
  const { book } = cases;
  const shown = createMemo(() => ROUNDS.filter((round) => openColumns(props.columns).has(round)), [], {
    equals: sameIds,
  });
  const among = createMemo(() => new Set<string>(props.ids));
  // A choice per round, so that a change wakes only the rounds it concerns.
  const inRound = new Map(
    ROUNDS.map((round) => [
      round,
      book.choose(() => {
        const fit = among();
        return { fits: (row) => fit.has(row.caseId) && columnsOf(row).includes(round), order: newestFirst };
      }),
    ]),
  );
  const idsIn = (round: Round): readonly Id[] => inRound.get(round)?.ids() ?? [];
  const [current, setCurrent] = createSignal<Round | undefined>(undefined);
  const first = (): Round | undefined => shown().find((round) => idsIn(round).length > 0) ?? shown()[0];
  let track!: HTMLDivElement;
  const pages = (): readonly HTMLElement[] => [...track.querySelectorAll<HTMLElement>("[data-round]")];
  const go = (round: Round | undefined, behavior: ScrollBehavior): void => {
    const page = pages().find((each) => each.dataset["round"] === round);
    if (page !== undefined) track.scrollTo({ left: page.offsetLeft - track.offsetLeft, behavior });
  };
  // Pages come and go with what stands in their column.
  const observer = new IntersectionObserver(
    (entries) => {
      const seen = entries.find((entry) => entry.isIntersecting)?.target;
      if (seen instanceof HTMLElement) setCurrent(ROUNDS.find((round) => round === seen.dataset["round"]));
    },
    { threshold: 0.6 },
  );
  onCleanup(() => observer.disconnect());
  onMount(() => {
    // Not before it is in the page: a view is mounted into a place that is inserted later.
    const frame = requestAnimationFrame(() => go(first(), "instant"));
    onCleanup(() => cancelAnimationFrame(frame));
  });
  /** After a window the focus goes to the card again, in whichever round it stands now. */
  const list: CardList = {
    focus: ({ caseId, filing }) => {
      const [card] = track.querySelectorAll<HTMLElement>(
        `[data-card="${CSS.escape(caseId)}"]${filing === undefined ? ":not([data-filing])" : `[data-filing="${CSS.escape(filing)}"]`}`,
      );
      card?.focus();
      go(
        ROUNDS.find((round) => round === card?.closest<HTMLElement>("[data-round]")?.dataset["round"]),
        "smooth",
      );
    },
    step: () => undefined,
  };
  const enter = (card: CardRef): void => {
    cards.enter(list, card);
    wb.context.set("cardKind", card.filing === undefined ? "case" : "filing");
  };
  onCleanup(() => cards.leave(list));
  const press = (card: CardRef): void => {
    if (selection.choosing()) selection.toggle(card.caseId);
    else if (card.filing === undefined) desk.exec("case.open", { caseId: card.caseId });
    else desk.exec("filing.open", { caseId: card.caseId, filing: card.filing });
  };
  const Cards = (own: { readonly id: Id; readonly round: Round }): JSX.Element => (
    <Show when={book.row(own.id)}>
      {(row) => {
        const moves = createMemo(() => hasMove(row()) && columnOf(row()) === own.round);
        // By id, so that a changed row keeps the cards that have the focus.
        const filings = createMemo(() => (own.round === FILED ? row().filings.map(({ id }) => id) : []), [], {
          equals: sameIds,
        });
        return (
          <div class={styles["of-case"]}>
            <Show when={moves()}>
              <Frame card={{ caseId: own.id }} title={row().title} box={true}>
                <NowCard row={row()} entry={true} named={true} onPress={() => press({ caseId: own.id })} />
              </Frame>
            </Show>
            <For each={filings()}>
              {(id, at) => (
                <Show when={row().filings.find((filing) => filing.id === id)}>
                  {(filing) => (
                    <Frame card={{ caseId: own.id, filing: id }} title={row().title} box={at() === 0 && !moves()}>
                      <FilingCard
                        row={row()}
                        filing={filing()}
                        entry={true}
                        named={true}
                        onPress={() => press({ caseId: own.id, filing: id })}
                      />
                    </Frame>
                  )}
                </Show>
              )}
            </For>
          </div>
        );
      }}
    </Show>
  );
  /** The place of a card: marked while its case is chosen, with the box that chooses it at the first of them. */
  const Frame = (own: {
    readonly card: CardRef;
    readonly title: string;
    readonly box: boolean;
    readonly children: JSX.Element;
  }): JSX.Element => (
    <div
      class={`${styles["card"]} ${selection.has(own.card.caseId) ? styles["chosen"] : ""}`}
      onFocusIn={() => enter(own.card)}
    >
      <Show when={selection.choosing()}>
        <Show when={own.box} fallback={<span class={styles["box"]} />}>
          <label class={styles["box"]}>
            <input
              type="checkbox"
              checked={selection.has(own.card.caseId)}
              aria-label={say.word("screen.choose.of", { title: own.title })}
              onChange={() => selection.toggle(own.card.caseId)}
            />
          </label>
        </Show>
      </Show>
      {own.children}
    </div>
  );
  const Page = (own: { readonly round: Round }): JSX.Element => (
    <section
      ref={(element) => {
        observer.observe(element);
        onCleanup(() => observer.unobserve(element));
      }}
      class={styles["page"]}
      data-round={own.round}
      tabIndex={0}
      aria-label={say.word(`round.${own.round}`)}
    >
      <h2 class={styles["heading"]}>
        {say.word(`round.${own.round}`)} <span>{idsIn(own.round).length}</span>
      </h2>
      <ul class={styles["cards"]}>
        <LongList
          ids={idsIn(own.round)}
          fallback={<li class={styles["none"]}>{say.word("screen.board.here.none")}</li>}
        >
          {(id) => (
            <li>
              <Cards id={id} round={own.round} />
            </li>
          )}
        </LongList>
      </ul>
    </section>
  );
  return (
    <>
      <div class={styles["rounds"]} role="group" aria-label={say.word("screen.board.rounds")}>
        <For each={shown()}>
          {(round) => (
            <Chip tone="line" pressed={(current() ?? first()) === round} onPress={() => go(round, "smooth")}>
              {say.word(`screen.round.short.${round}`)} {idsIn(round).length}
            </Chip>
          )}
        </For>
      </div>
      <div ref={track} class={styles["track"]}>
        <For each={shown()}>{(round) => <Page round={round} />}</For>
      </div>
    </>
  );
}
