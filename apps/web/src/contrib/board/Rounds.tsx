/**
 * The board of a phone: one round per screen, side by side, snapping; the buttons above go to a round.
 */
import { Chip } from "@recourse/ui";
import { createMemo, createSignal, For, onCleanup, onMount, Show, type JSX } from "solid-js";
import { columnOf, openColumns, ROUNDS } from "../../live/board-cards.ts";
import type { BoardRow } from "../../live/board-row.ts";
import { useServices } from "../../parts/served.tsx";
import { NowCard } from "./BoardCard.tsx";
import styles from "./Rounds.module.css";

type Round = BoardRow["round"];

export function Rounds(props: { readonly rows: readonly BoardRow[] }): JSX.Element {
  const { say } = useServices();
  const byId = createMemo(() => new Map(props.rows.map((row) => [row.caseId, row])));
  const shown = createMemo(() => ROUNDS.filter((round) => openColumns(props.rows).has(round)), [], {
    equals: (a, b) => a.length === b.length && a.every((round, at) => round === b[at]),
  });
  const idsIn = (round: Round): readonly BoardRow["caseId"][] =>
    props.rows.flatMap((row) => (columnOf(row) === round ? [row.caseId] : []));
  const [current, setCurrent] = createSignal<Round | undefined>(undefined);
  const first = (): Round | undefined => shown().find((round) => idsIn(round).length > 0) ?? shown()[0];
  let track!: HTMLDivElement;
  const pages = (): readonly HTMLElement[] => [...track.querySelectorAll<HTMLElement>("[data-round]")];
  const go = (round: Round | undefined, behavior: ScrollBehavior): void => {
    const page = pages().find((each) => each.dataset["round"] === round);
    if (page !== undefined) track.scrollTo({ left: page.offsetLeft - track.offsetLeft, behavior });
  };
  onMount(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const seen = entries.find((entry) => entry.isIntersecting)?.target;
        if (seen instanceof HTMLElement) setCurrent(ROUNDS.find((round) => round === seen.dataset["round"]));
      },
      { root: track, threshold: 0.6 },
    );
    for (const page of pages()) observer.observe(page);
    onCleanup(() => observer.disconnect());
    // Not before it is in the page: a view is mounted into a place that is inserted later.
    const frame = requestAnimationFrame(() => go(first(), "instant"));
    onCleanup(() => cancelAnimationFrame(frame));
  });
  const Page = (own: { readonly round: Round }): JSX.Element => {
    const ids = createMemo(() => idsIn(own.round), [], {
      equals: (a, b) => a.length === b.length && a.every((id, at) => id === b[at]),
    });
    return (
      <section class={styles["page"]} data-round={own.round} tabIndex={0} aria-label={say.word(`round.${own.round}`)}>
        <h2 class={styles["heading"]}>
          {say.word(`round.${own.round}`)} <span>{ids().length}</span>
        </h2>
        <ul class={styles["cards"]}>
          <For each={ids()} fallback={<li class={styles["none"]}>{say.word("screen.board.here.none")}</li>}>
            {(id) => (
              <Show when={byId().get(id)}>
                {(row) => (
                  <li>
                    <NowCard row={row()} entry={true} named={true} onUse={() => undefined} />
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </section>
    );
  };
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
