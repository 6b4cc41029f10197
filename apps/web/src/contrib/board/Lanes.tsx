/**
 * The board of a wide screen: heads of the columns, then the lanes.
 *
 * 1. Arrows, J and K, Home and End go from card to card in reading order.
 * 2. The card in use is remembered by its case, so a change of rows never moves the focus to another.
 */
import { createMemo, createSignal, For, Show, type Accessor, type JSX } from "solid-js";
import { openColumns, ROUNDS } from "../../live/board-cards.ts";
import type { BoardRow } from "../../live/board-row.ts";
import { CHUNK, createChunks, createNear } from "../../live/chunks.ts";
import { useServices } from "../../parts/served.tsx";
import { Lane } from "./Lane.tsx";
import styles from "./Lanes.module.css";
import { nextIndex } from "./moves.ts";

type CaseId = BoardRow["caseId"];

/** Chunks drawn at once, before anything is measured. */
const FIRST = 1;
/** Units: CSS pixels a lane that was never drawn is taken to need. */
const USUAL_LANE = 150;
/** Frames in which a far card must have been drawn. */
const FRAMES = 20;
/** Units: CSS pixels: the head of a lane, the least widths of columns, a folded one. Wider ones take more of what is left. */
const WIDTH = { lane: 216, prepare: 132, apply: 148, other: 172, folded: 40 } as const;

export function Lanes(props: { readonly rows: readonly BoardRow[] }): JSX.Element {
  const { say } = useServices();
  const byId = createMemo(() => new Map(props.rows.map((row) => [row.caseId, row])));
  const ids = createMemo<readonly CaseId[]>(() => props.rows.map((row) => row.caseId), [], {
    equals: (a, b) => a.length === b.length && a.every((id, at) => id === b[at]),
  });
  const open = createMemo(() => openColumns(props.rows));
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
  const chunks = createChunks(ids);
  const near = createNear();
  const [current, setCurrent] = createSignal<CaseId | undefined>(undefined);
  const entry = createMemo(() => {
    const id = current();
    return id !== undefined && byId().has(id) ? id : ids()[0];
  });
  let board!: HTMLDivElement;
  const focusCard = (at: number): void => {
    const id = ids()[at];
    if (id === undefined) return;
    setCurrent(id);
    const reach = (frames: number): void => {
      const card = board.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
      if (card !== null) card.focus();
      else if (frames > 0) {
        // Far away: its chunk comes into view first, and with it the card.
        const chunk = board.querySelector(`[data-chunk="${Math.floor(at / CHUNK)}"]`);
        chunk?.scrollIntoView({ block: at === 0 ? "start" : "end" });
        requestAnimationFrame(() => reach(frames - 1));
      }
    };
    reach(FRAMES);
  };
  const move = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const id = event.target.closest("[data-lane]")?.getAttribute("data-lane");
    const to = nextIndex(
      event.key,
      ids().findIndex((other) => other === id),
      ids().length,
    );
    if (to === undefined) return;
    event.preventDefault();
    focusCard(to);
  };
  const Chunk = (own: { readonly ids: readonly CaseId[]; readonly at: number }): JSX.Element => {
    let shown: Accessor<boolean> = () => false;
    return (
      <ul
        ref={(element) => (shown = near.watch(element, own.at < FIRST, own.ids.length * USUAL_LANE))}
        class={styles["chunk"]}
        data-chunk={own.at}
      >
        <Show when={shown()}>
          <For each={own.ids}>
            {(id) => (
              <Show when={byId().get(id)}>
                {(row) => <Lane row={row()} entry={entry() === id} onUse={() => setCurrent(id)} />}
              </Show>
            )}
          </For>
        </Show>
      </ul>
    );
  };
  return (
    <div class={styles["scroll"]} tabIndex={-1}>
      <div
        ref={board}
        class={styles["lanes"]}
        role="group"
        aria-label={say.word("screen.board")}
        style={{ "--columns": columns(), "--least": `${least()}px` }}
        onKeyDown={move}
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
        <For each={chunks()}>{(chunk, at) => <Chunk ids={chunk} at={at()} />}</For>
      </div>
    </div>
  );
}
