/**
 * The lists of Today: a card has the one next step, a menu, and nothing else to press.
 *
 * 1. Cards are keyed by case and stand still while the pointer or the focus is on them: only their words change.
 * 2. J and K, or arrows, go from card to card through all lists; Space looks at a case, Enter opens it.
 */
import type { Id } from "@recourse/core";
import { EmptyState, useShell } from "@recourse/ui";
import { CircleCheck } from "lucide";
import { createMemo, lazy, onCleanup, onMount, Show, Suspense, type JSX } from "solid-js";
import type { BoardRow } from "../../live/board-row.ts";
import { bringBoardWords } from "../../live/board-words.ts";
import { LongList } from "../../live/LongList.tsx";
import { cards, type CardList } from "../../live/row-focus.ts";
import { bringCardKeys } from "../../live/row-keys.ts";
import { asleepSpec, comingSpec, mineSpec, safetySpec, theirsSpec } from "../../live/sections.ts";
import { useServices } from "../../parts/served.tsx";
import { AsleepCard, ComingCard, MineCard, SafetyNotice, WaitingCard } from "./TodayCard.tsx";
import styles from "./TodayLists.module.css";

const RowPeek = lazy(async () => ({ default: (await import("../../live/RowPeek.tsx")).RowPeek }));

export function TodayLists(props: { readonly active: boolean }): JSX.Element {
  const services = useServices();
  const { say, cases, now, snoozes } = services;
  bringBoardWords(say);
  const { wb } = useShell();
  const { book } = cases;
  const mine = book.choose(() => mineSpec(snoozes.asleep()));
  const theirs = book.choose(() => theirsSpec(snoozes.asleep()));
  const safety = book.choose(() => safetySpec);
  const coming = book.choose(() => comingSpec(now()));
  const asleep = book.choose(() => asleepSpec(snoozes.asleep()));
  let page!: HTMLDivElement;

  const all = (): readonly HTMLElement[] =>
    [...page.querySelectorAll<HTMLElement>("[data-card]")].filter((e) => e.checkVisibility());
  /** The place of the card in use, for when it is not there any more; a case may stand in more than one section. */
  let [section, at]: [Element | null | undefined, number] = [undefined, 0];
  const placeOf = (element: Element | null): number =>
    all().findIndex((each) => each === element?.closest("article")?.querySelector("[data-card]"));
  const go = (card: HTMLElement | null | undefined): void => {
    card?.focus();
    card?.closest("article")?.scrollIntoView({ block: "nearest" });
  };
  const list: CardList = {
    focus: ({ caseId }) => {
      const there = all();
      const own = there.filter((each) => each.dataset["card"] === caseId);
      const near = there[Math.min(at, there.length - 1)] ?? page.querySelector<HTMLElement>("h1");
      go(own.find((each) => section?.contains(each)) ?? own[0] ?? near);
    },
    step: (by) => {
      const there = all();
      go(there[Math.max(0, Math.min(there.length - 1, placeOf(document.activeElement) + by))]);
    },
  };
  onMount(() => bringCardKeys(wb, services));
  onCleanup(() => {
    cards.leave(list);
    wb.context.set("listFocus", false);
  });
  const onFocusIn = ({ target }: FocusEvent): void => {
    const article = target instanceof Element ? target.closest("article") : null;
    const row = book.row(article?.dataset["case"] ?? "");
    wb.context.set("listFocus", row !== undefined);
    wb.context.set("cardKind", "case");
    if (row === undefined) return;
    [section, at] = [article?.closest("section, details"), placeOf(article)];
    cards.enter(list, { caseId: row.caseId });
  };
  const onFocusOut = ({ target, relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && page.contains(relatedTarget)) return;
    wb.context.set("listFocus", false);
    cards.peek(false);
    // What had the focus may have gone away with its card: then the next one has it.
    queueMicrotask(() => {
      if (target instanceof Node && !target.isConnected && document.activeElement === document.body) cards.back();
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
    if (!(event.target instanceof HTMLElement) || event.target.closest("article") === null) return;
    const onCard = event.target.dataset["card"] !== undefined;
    if (event.key === " " && onCard) cards.peek(!cards.peeking());
    else if (event.key === "Escape" && cards.peeking()) cards.peek(false);
    else if (event.key === "ArrowDown") list.step(1);
    else if (event.key === "ArrowUp") list.step(-1);
    else return;
    event.preventDefault();
  };
  const Cards = (own: {
    readonly ids: readonly Id[];
    readonly card: (row: () => BoardRow) => JSX.Element;
  }): JSX.Element => (
    <ul class={styles["cards"]}>
      <LongList ids={own.ids}>{(id) => <Show when={book.row(id)}>{(row) => <li>{own.card(row)}</li>}</Show>}</LongList>
    </ul>
  );
  const Section = (own: {
    readonly title: string;
    readonly ids: () => readonly Id[];
    readonly card: (row: () => BoardRow) => JSX.Element;
  }): JSX.Element => (
    <section class={styles["section"]} aria-label={say.word(own.title)}>
      <h2 class={styles["heading"]}>
        {say.word(own.title)} <span>{own.ids().length}</span>
      </h2>
      <Cards ids={own.ids()} card={own.card} />
    </section>
  );
  const count = createMemo(() => asleep.ids().length);
  return (
    <div ref={page} class={styles["today"]} onFocusIn={onFocusIn} onFocusOut={onFocusOut} onKeyDown={onKeyDown}>
      <h1 class={styles["title"]} tabIndex={-1}>
        {say.word("screen.today")}
      </h1>
      <Show when={safety.ids().length > 0}>
        <section class={styles["section"]} aria-label={say.word("screen.safety.first")}>
          <h2 class={styles["heading"]}>
            {say.word("screen.safety.first")} <span>{safety.ids().length}</span>
          </h2>
          <Cards ids={safety.ids()} card={(row) => <SafetyNotice row={row()} />} />
        </section>
      </Show>
      <Show
        when={mine.ids().length > 0}
        fallback={<EmptyState icon={CircleCheck} shape="row" title={say.word("screen.mine.none")} />}
      >
        <Section title="screen.mine" ids={mine.ids} card={(row) => <MineCard row={row()} />} />
      </Show>
      <Show when={theirs.ids().length > 0}>
        <Section title="screen.theirs" ids={theirs.ids} card={(row) => <WaitingCard row={row()} />} />
      </Show>
      <Show when={coming.ids().length > 0}>
        <Section title="screen.coming" ids={coming.ids} card={(row) => <ComingCard row={row()} />} />
      </Show>
      <Show when={count() > 0}>
        <details class={styles["section"]}>
          <summary class={styles["summary"]}>{say.word("screen.asleep", { n: count() })}</summary>
          <Cards ids={asleep.ids()} card={(row) => <AsleepCard row={row()} />} />
        </details>
      </Show>
      <Suspense>
        <Show when={props.active && cards.peeking() && cards.card()}>{(card) => <RowPeek card={card()} />}</Show>
      </Suspense>
    </div>
  );
}
