/**
 * Carrying a card to another column with the pointer. Adapter to the DOM (pointer events).
 *
 * 1. It only shows where the card would go and says what that would record; what happens is the command's, which every other way runs too.
 * 2. A finger scrolls and never carries: on a touch screen the menu of the card does the same.
 * 3. Escape, and letting go outside of the columns, change nothing.
 */
import type { Id, Round } from "@recourse/core";
import { createSignal, onCleanup, type Accessor } from "solid-js";
import { FILED, ROUNDS } from "../../live/board-cards.ts";

/** A card on its way. Units: CSS pixels, of the pointer in the window. */
export interface Carried {
  readonly caseId: Id;
  readonly x: number;
  readonly y: number;
  /** How far it was carried. */
  readonly dx: number;
  readonly dy: number;
  /** The column it is held over. */
  readonly over: Round | undefined;
  /** Where in that column it would stand: the next move above filings, a new filing below them. */
  readonly at: "start" | "end";
}

export interface CardDrag {
  readonly carried: Accessor<Carried | undefined>;
  readonly onPointerDown: (event: PointerEvent) => void;
}

export interface DragPorts {
  readonly scroller: () => HTMLElement;
  readonly caseOf: (element: Element) => Id | undefined;
  readonly onDrop: (caseId: Id, to: Round) => void;
}

/** Units: CSS pixels a pressed pointer may move before it carries. */
const SLACK = 6;
/** Units: CSS pixels: how near to an edge the board scrolls along, and by how much in a frame. */
const EDGE = { near: 48, step: 14 } as const;

/** Ends with the owner it was made under. */
export function createCardDrag({ scroller, caseOf, onDrop }: DragPorts): CardDrag {
  const [carried, setCarried] = createSignal<Carried>();
  let end = (): void => undefined;

  const columnAt = (caseId: Id, x: number, y: number): Round | undefined => {
    const lane = scroller().querySelector(`[data-lane="${CSS.escape(caseId)}"]`);
    const box = scroller().getBoundingClientRect();
    if (lane === null || y < box.top || y > box.bottom) return undefined;
    const cell = [...lane.querySelectorAll<HTMLElement>("[data-cell]")].find((each) => {
      const { left, right } = each.getBoundingClientRect();
      return x >= left && x < right;
    });
    return ROUNDS.find((round) => round === cell?.dataset["cell"]);
  };
  const begin = (caseId: Id, from: PointerEvent): void => {
    let moving = false;
    let last = { x: from.clientX, y: from.clientY };
    let frame = 0;
    const show = (): void => {
      const over = columnAt(caseId, last.x, last.y);
      const [dx, dy] = [last.x - from.clientX, last.y - from.clientY];
      setCarried({ caseId, ...last, dx, dy, over, at: over === FILED ? "end" : "start" });
    };
    /** Near an edge the board comes along, as long as the pointer stays there. */
    const follow = (): void => {
      const { left, right } = scroller().getBoundingClientRect();
      const by = last.x > right - EDGE.near ? EDGE.step : last.x < left + EDGE.near ? -EDGE.step : 0;
      if (by !== 0) {
        scroller().scrollBy({ left: by });
        show();
      }
      frame = requestAnimationFrame(follow);
    };
    const move = (event: PointerEvent): void => {
      last = { x: event.clientX, y: event.clientY };
      if (!moving) {
        if (Math.hypot(last.x - from.clientX, last.y - from.clientY) < SLACK) return;
        moving = true;
        frame = requestAnimationFrame(follow);
      }
      event.preventDefault();
      show();
    };
    const stop = (): void => {
      cancelAnimationFrame(frame);
      setCarried(undefined);
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", drop);
      removeEventListener("pointercancel", stop);
      removeEventListener("keydown", escape, true);
      end = () => undefined;
    };
    const drop = (): void => {
      const to = carried()?.over;
      const was = moving;
      stop();
      if (!was) return;
      // Letting go is no press on what lies below.
      const swallow = (event: Event): void => {
        event.stopPropagation();
        event.preventDefault();
      };
      addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", swallow, { capture: true }), 0);
      if (to !== undefined) onDrop(caseId, to);
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      stop();
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", drop);
    addEventListener("pointercancel", stop);
    addEventListener("keydown", escape, true);
    end = stop;
  };
  onCleanup(() => end());
  return {
    carried,
    onPointerDown: (event) => {
      if (event.button !== 0 || event.pointerType === "touch" || event.ctrlKey || event.shiftKey || event.metaKey)
        return;
      if (
        !(event.target instanceof Element) ||
        event.target.closest("[role=menu], [aria-haspopup], [data-next-step]") !== null
      )
        return;
      const card = event.target.closest("[data-drag]");
      const caseId = card === null ? undefined : caseOf(card);
      if (caseId !== undefined) begin(caseId, event);
    },
  };
}
