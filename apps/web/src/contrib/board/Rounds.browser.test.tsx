/** The board of a phone in a real browser: choosing what only waits, and a focus that remote edits leave alone. */
import { id } from "@recourse/core";
import { afterEach, expect, test } from "vitest";
import type { BoardRow, RowFiling } from "../../live/board-row.ts";
import { selection } from "../../live/row-focus.ts";
import { rowFixture } from "../../live/row.fixture.ts";
import { mountBoard, type Mounted } from "./board.fixture.tsx";

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});

const filing = (n: number, change: Partial<RowFiling> = {}): RowFiling => ({
  id: id(`01M81G67ZJSZCNEJNF${String(n).padStart(8, "0")}`),
  channel: n === 1 ? "samr_complaint" : "payment_dispute",
  status: "submitted",
  turn: "authority",
  ...change,
});
/** All there is to do is to wait for two filings. */
const waiting = (...filings: readonly RowFiling[]): BoardRow =>
  rowFixture(1, {
    round: "third",
    turn: "authority",
    next: { code: "next.wait_authority", args: {}, refs: [], action: { command: "case.open", data: {} } },
    filings,
  });
const mount = async (...rows: readonly BoardRow[]): Promise<Mounted> => {
  mounted = await mountBoard({ rows, size: [360, 640] });
  await expect.poll(() => document.querySelector("[data-round] [data-card]"), { timeout: 20_000 }).not.toBeNull();
  return mounted;
};
const boxes = (): readonly HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>("[data-round] input[type=checkbox]"),
];
/** Pages on which a case has a box, one name for each box. */
const rounds = (): readonly (string | undefined)[] =>
  boxes().map((box) => box.closest<HTMLElement>("[data-round]")?.dataset["round"]);

test("[UI] a case that only waits has one box, at its first filing; one with a card of its own has it there", async () => {
  const { put } = await mount(waiting(filing(1), filing(2)));
  selection.setChoosing(true);
  expect(rounds()).toEqual(["third"]);
  expect(boxes()[0]?.parentElement?.parentElement?.querySelector("[data-filing]")?.getAttribute("data-filing")).toBe(
    filing(1).id,
  );
  boxes()[0]?.click();
  expect([...selection.ids()]).toEqual([rowFixture(1).caseId]);
  // Something to do beside waiting, in the same round: the box is at that card, and there is still one.
  put({ ...waiting(filing(1), filing(2)), next: rowFixture(1).next });
  expect(rounds()).toEqual(["third"]);
  expect(boxes()[0]?.parentElement?.parentElement?.querySelector("[data-filing]")).toBeNull();
  expect(boxes()[0]?.checked).toBe(true);
});

test("[A6] a filing that changes keeps its card, and the focus on it", async () => {
  const { put } = await mount(waiting(filing(1), filing(2)));
  const card = document.querySelector<HTMLElement>(`[data-filing="${filing(2).id}"]`);
  card?.focus();
  put(waiting(filing(1), filing(2, { status: "accepted", reference: "77" })));
  expect(card?.closest("article")?.textContent).toContain("编号 77");
  expect(document.activeElement).toBe(card);
});
