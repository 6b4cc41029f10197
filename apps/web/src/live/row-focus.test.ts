/** What is chosen, and which card is in use. */
import { id, type Id } from "@recourse/core";
import { createRoot } from "solid-js";
import { describe, expect, test } from "vitest";
import { createCardFocus, createSelection, type CardRef } from "./row-focus.ts";

const nth = (n: number): Id => id(`01M81G67ZJSZCNEJNY${String(n).padStart(8, "0")}`);
const among = [nth(5), nth(4), nth(3), nth(2), nth(1)];

describe("selection", () => {
  test("[UI] one by one, and from the last chosen to another in the order of the list", () => {
    const selection = createSelection();
    selection.toggle(nth(4));
    selection.reach(nth(2), among);
    expect([...selection.ids()].toSorted()).toEqual([nth(2), nth(3), nth(4)]);
    selection.toggle(nth(3));
    expect(selection.has(nth(3))).toBe(false);
    // Upwards as well, from the one pressed last.
    selection.reach(nth(5), among);
    expect([...selection.ids()].toSorted()).toEqual([nth(2), nth(3), nth(4), nth(5)]);
    selection.end();
    expect(selection.ids().size).toBe(0);
  });
  test("[UI] without one chosen before, or where that one is filtered away, only the one that is pressed", () => {
    const selection = createSelection();
    selection.reach(nth(3), among);
    expect([...selection.ids()]).toEqual([nth(3)]);
    selection.end();
    selection.toggle(nth(9));
    selection.reach(nth(2), among);
    expect([...selection.ids()].toSorted()).toEqual([nth(2), nth(9)]);
    selection.reach(nth(8), among);
    expect(selection.has(nth(8))).toBe(false);
  });
});

describe("card focus", () => {
  test("[UI] keys act on the list that was used last; what goes away leaves nothing behind", () => {
    createRoot((end) => {
      const focus = createCardFocus();
      const went: string[] = [];
      const list = (name: string) => ({
        step: (by: number) => void went.push(`${name} ${by}`),
        focus: (card: CardRef) => void went.push(`${name} to ${card.caseId}`),
      });
      const [board, today] = [list("board"), list("today")];
      focus.step(1);
      focus.enter(board, { caseId: nth(1) });
      focus.step(1);
      focus.enter(today, { caseId: nth(2) });
      // The board goes away although it is not in use: nothing happens.
      focus.leave(board);
      focus.back();
      expect(went).toEqual(["board 1", `today to ${nth(2)}`]);
      focus.peek(true);
      focus.leave(today);
      expect(focus.card()).toBeUndefined();
      expect(focus.peeking()).toBe(false);
      end();
    });
  });
});
