/** The board in a real browser: keys, remote edits, filters, what is drawn and what is not. */
import { id, instant } from "@recourse/core";
import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import type { BoardRow, RowFiling } from "../../live/board-row.ts";
import { selection } from "../../live/row-focus.ts";
import { rowFixture } from "../../live/row.fixture.ts";
import { boardActsContribution } from "./board-acts.contribution.tsx";
import { mountBoard, type Mounted } from "./board.fixture.tsx";

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});

const mount = async (rows: readonly BoardRow[], more: Parameters<typeof mountBoard>[0] = {}): Promise<Mounted> => {
  mounted = await mountBoard({ rows, ...more });
  // The first view of a run is loaded and compiled.
  await expect
    .poll(() => document.querySelector("[data-card], [data-board-search]"), { timeout: 20_000 })
    .not.toBeNull();
  return mounted;
};
const cardOf = (n: number): HTMLElement | null => document.querySelector(`[data-card="${rowFixture(n).caseId}"]`);
const shownCard = async (n: number): Promise<HTMLElement> => {
  await expect.poll(() => cardOf(n)).not.toBeNull();
  const card = cardOf(n);
  if (card === null) throw new Error(`no card ${n}`);
  return card;
};
const lanes = (): readonly string[] =>
  [...document.querySelectorAll("[data-lane] h2")].map((title) => title.textContent.trim());
const focused = (): string | undefined =>
  document.activeElement instanceof HTMLElement ? document.activeElement.dataset["card"] : undefined;
const frame = (): Promise<void> =>
  new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())));

const filing = (n: number, change: Partial<RowFiling> = {}): RowFiling => ({
  id: id(`01M81G67ZJSZCNEJNF${String(n).padStart(8, "0")}`),
  channel: n === 1 ? "samr_complaint" : "payment_dispute",
  status: "submitted",
  turn: "authority",
  ...change,
});
const three = [rowFixture(1), rowFixture(2, { round: "apply", turn: "theirs" }), rowFixture(3)];

describe("board", () => {
  test("[X2] lanes newest first; columns without a card are strips, and unfold with their first card", async () => {
    const { put } = await mount(three);
    await shownCard(3);
    expect(lanes()).toEqual(["案件 3", "案件 2", "案件 1"]);
    const widths = (): readonly number[] =>
      [...document.querySelectorAll(`[data-lane="${rowFixture(3).caseId}"] [data-cell]`)].map((cell) =>
        Math.round(cell.getBoundingClientRect().width),
      );
    // first, second, third and settle are strips of 40.
    expect(widths().slice(2)).toEqual([40, 40, 40, 40]);
    put(rowFixture(1, { round: "apply", turn: "mine" }));
    await frame();
    expect(widths()[2]).toBeGreaterThan(100);
    expect(widths().slice(3)).toEqual([40, 40, 40]);
  });

  test("[X4] filings have a card each, with its own number; waiting for them alone needs no other", async () => {
    await mount([
      rowFixture(1, {
        round: "third",
        turn: "authority",
        next: { code: "next.wait_authority", args: {}, refs: [], action: { command: "case.open", data: {} } },
        filings: [filing(1, { reference: "1101-2026-77120" }), filing(2, { status: "refused", ground: "证据不足" })],
      }),
    ]);
    await expect.poll(() => document.querySelectorAll("[data-filing]").length).toBe(2);
    const [complaint, dispute] = [...document.querySelectorAll("article")].map((card) => card.textContent);
    expect(complaint).toContain("12315 投诉");
    expect(complaint).toContain("编号 1101-2026-77120");
    expect(dispute).toContain("没有受理");
    expect(dispute).toContain("证据不足");
    expect(document.querySelectorAll("[data-card]:not([data-filing])").length).toBe(0);
  });

  test("[G13] one remote edit changes one text and nothing else in the page", async () => {
    const { put } = await mount(three);
    await shownCard(3);
    await frame();
    const seen: MutationRecord[] = [];
    const watcher = new MutationObserver((records) => void seen.push(...records));
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    put(rowFixture(3, { claimFen: 19_900 }));
    await frame();
    watcher.disconnect();
    expect(seen.map(({ target }) => target.textContent)).toEqual(["¥199.00"]);
  });

  test("[G13] of two thousand cases only those in view are drawn; End goes to the very last, which says its place", async () => {
    await mount(Array.from({ length: 2000 }, (_, n) => rowFixture(n)));
    (await shownCard(1999)).focus();
    expect(document.querySelectorAll("[data-lane]").length).toBeLessThan(30);
    await userEvent.keyboard("{End}");
    await expect.poll(focused).toBe(rowFixture(0).caseId);
    const row = document.activeElement?.closest("li");
    expect([row?.getAttribute("aria-posinset"), row?.getAttribute("aria-setsize")]).toEqual(["2000", "2000"]);
    const box = document.activeElement?.getBoundingClientRect();
    expect(box?.bottom ?? Infinity).toBeLessThanOrEqual(innerHeight);
    await userEvent.keyboard("{Home}");
    await expect.poll(focused).toBe(rowFixture(1999).caseId);
    expect(document.querySelectorAll("[data-lane]").length).toBeLessThan(30);
  });

  test("[A6] the row in use stays drawn while the list is scrolled away from it", async () => {
    await mount(Array.from({ length: 500 }, (_, n) => rowFixture(n)));
    (await shownCard(499)).focus();
    const scroller = document.querySelector("[data-lane]")?.closest("ul")?.parentElement?.parentElement;
    scroller?.scrollTo({ top: 20_000 });
    await expect.poll(() => lanes().length > 2 && lanes()[1] !== "案件 498").toBe(true);
    expect(focused()).toBe(rowFixture(499).caseId);
    await userEvent.keyboard("{ArrowDown}");
    expect(focused()).toBe(rowFixture(498).caseId);
  });

  test("[A6] arrows, J and K go from card to card, sideways to filings; other keys are left alone", async () => {
    await mount([
      rowFixture(3),
      rowFixture(2, { round: "first", turn: "theirs", filings: [filing(1)] }),
      rowFixture(1),
    ]);
    (await shownCard(3)).focus();
    await userEvent.keyboard("j");
    expect(focused()).toBe(rowFixture(2).caseId);
    await userEvent.keyboard("{ArrowRight}");
    expect(document.activeElement?.getAttribute("data-filing")).toBe(filing(1).id);
    await userEvent.keyboard("{ArrowLeft}k");
    expect(focused()).toBe(rowFixture(3).caseId);
    await userEvent.keyboard("q");
    expect(focused()).toBe(rowFixture(3).caseId);
  });

  test("[A6] keys count before their feature is there: J and X at once, S waits for it and asks once; then all are its own", async () => {
    const { wb, executed } = await mount(three, { late: true });
    (await shownCard(3)).focus();
    await userEvent.keyboard("j");
    expect(focused()).toBe(rowFixture(2).caseId);
    await userEvent.keyboard("x");
    expect([...selection.ids()]).toEqual([rowFixture(2).caseId]);
    await userEvent.keyboard("ssk");
    expect(executed).toEqual([
      { command: "board.snooze", arg: { caseId: rowFixture(2).caseId, caseIds: [rowFixture(2).caseId] } },
    ]);
    expect(focused()).toBe(rowFixture(3).caseId);
    wb.add(boardActsContribution);
    // One card on, not two: the key has one meaning.
    await userEvent.keyboard("jx");
    expect(focused()).toBe(rowFixture(2).caseId);
    expect([...selection.ids()]).toEqual([]);
    await userEvent.keyboard("s");
    await expect.poll(() => document.querySelector("[data-wake]")).not.toBeNull();
    expect(executed.length).toBe(1);
  });

  test("[A6] the focus of a card that goes away is had by what stands for it in its case", async () => {
    const waits = { code: "next.wait_authority", args: {}, refs: [], action: { command: "case.open", data: {} } };
    const of = (filings: readonly RowFiling[], next?: BoardRow["next"]): BoardRow =>
      rowFixture(2, { round: "third", turn: "authority", filings, ...(next === undefined ? {} : { next }) });
    const { put } = await mount([rowFixture(3), of([filing(1), filing(2)]), rowFixture(1)]);
    const here = (): readonly (string | undefined)[] =>
      document.activeElement instanceof HTMLElement
        ? [document.activeElement.dataset["card"], document.activeElement.dataset["filing"]]
        : [];
    // A card of its own beside two filings: it is entered first, from above and from below.
    (await shownCard(3)).focus();
    await userEvent.keyboard("j");
    expect(here()).toEqual([rowFixture(2).caseId, undefined]);
    await userEvent.keyboard("jk");
    expect(here()).toEqual([rowFixture(2).caseId, undefined]);
    // Nothing to do but wait: that card goes, the first filing has the focus.
    put(of([filing(1), filing(2)], waits));
    expect(here()).toEqual([rowFixture(2).caseId, filing(1).id]);
    await userEvent.keyboard("{ArrowRight}");
    expect(here()).toEqual([rowFixture(2).caseId, filing(2).id]);
    // The filing in use is taken back: the other one has it, and keys go on from there.
    put(of([filing(1)], waits));
    expect(here()).toEqual([rowFixture(2).caseId, filing(1).id]);
    // Another card that comes takes no focus.
    put(of([filing(1)]));
    expect(here()).toEqual([rowFixture(2).caseId, filing(1).id]);
    await userEvent.keyboard("j");
    expect(here()).toEqual([rowFixture(1).caseId, undefined]);
  });

  test("[A6] the focus survives remote edits: words change under it, the card goes to another column, its case goes away", async () => {
    const { put, drop } = await mount(three);
    (await shownCard(2)).focus();
    put(rowFixture(2, { round: "apply", turn: "theirs", title: "改过" }));
    expect(focused()).toBe(rowFixture(2).caseId);
    put(rowFixture(2, { round: "second", turn: "theirs" }));
    expect(focused()).toBe(rowFixture(2).caseId);
    expect(document.activeElement?.closest("[data-cell]")?.getAttribute("data-cell")).toBe("second");
    drop(rowFixture(2));
    // Its neighbour below has it now.
    await expect.poll(focused).toBe(rowFixture(1).caseId);
  });

  test("[UI] what is typed narrows at once, stands in the address when the hands rest, and is cleared with the rest", async () => {
    const { query, setQuery } = await mount([rowFixture(1), rowFixture(2, { title: "视频会员" }), rowFixture(3)]);
    await shownCard(3);
    const field = document.querySelector<HTMLInputElement>("[data-board-search]");
    field?.focus();
    await userEvent.keyboard("会员");
    expect(lanes()).toEqual(["视频会员"]);
    await expect.poll(() => query()["q"]).toBe("会员");
    setQuery({ q: "没有的", turn: "mine" });
    await expect.poll(() => document.body.textContent.includes("没有符合筛选的案件")).toBe(true);
    expect(field?.value).toBe("没有的");
    const clear = [...document.querySelectorAll("button")].filter((button) => button.textContent.trim() === "清空筛选");
    clear.at(-1)?.click();
    await expect.poll(() => lanes().length).toBe(3);
    expect(query()).toEqual({});
  });

  test("[UI] chips of the address take out only themselves, and the count says how many fit", async () => {
    const { setQuery, query } = await mount(three);
    await shownCard(3);
    setQuery({ turn: "mine,theirs", category: "membership" });
    await expect.poll(() => document.body.textContent.includes("显示 3 件")).toBe(true);
    const chip = [...document.querySelectorAll<HTMLElement>("[aria-pressed=true]")].find(
      (each) => each.textContent.trim() === "等对方",
    );
    chip?.click();
    await expect.poll(query).toEqual({ turn: "mine", category: "membership" });
    expect(lanes()).toEqual(["案件 3", "案件 1"]);
  });

  test("[UI] X, Shift with an arrow and Ctrl with a press choose; the bar acts on what is shown; Escape ends it", async () => {
    const { setQuery, executed } = await mount(three);
    (await shownCard(3)).focus();
    await userEvent.keyboard("x");
    expect([...selection.ids()]).toEqual([rowFixture(3).caseId]);
    await userEvent.keyboard("{Shift>}{ArrowDown}{/Shift}");
    expect(selection.ids().size).toBe(2);
    await userEvent.keyboard("{Control>}");
    cardOf(1)?.dispatchEvent(new MouseEvent("click", { bubbles: true, ctrlKey: true }));
    await userEvent.keyboard("{/Control}");
    expect(selection.ids().size).toBe(3);
    expect(executed).toEqual([]);
    const bar = (): string => document.querySelector("[data-bulk]")?.textContent ?? "";
    await expect.poll(bar).toContain("已选 3 件");
    setQuery({ turn: "theirs" });
    await expect.poll(bar).toContain("已选 1 件");
    setQuery({});
    (await shownCard(3)).focus();
    await userEvent.keyboard("{Escape}");
    expect(selection.ids().size).toBe(0);
    await expect.poll(() => document.querySelector("[data-bulk]")).toBeNull();
  });

  test("[UI] Space looks at a case and says it, J goes on looking, Escape ends it, Enter opens", async () => {
    const { said, executed } = await mount([
      rowFixture(2, {
        clock: {
          due: instant("2024-05-06T08:00:00+08:00"),
          basis: "person",
          owner: "theirs",
          passed: false,
          counts: true,
          provisional: false,
          rule: "demand-period",
          hours: 24,
        },
      }),
      rowFixture(1),
    ]);
    (await shownCard(2)).focus();
    await userEvent.keyboard(" ");
    const peek = (): string => document.querySelector("[data-peek]")?.textContent ?? "";
    await expect.poll(peek).toContain("案件 2");
    // Eight in the morning of the 5th is the fixture's now: a day is left.
    expect(peek()).toContain("剩 24 小时");
    expect(said.at(-1)).toContain("案件 2");
    expect(focused()).toBe(rowFixture(2).caseId);
    await userEvent.keyboard("j");
    await expect.poll(peek).toContain("案件 1");
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => document.querySelector("[data-peek]")).toBeNull();
    expect(executed).toEqual([]);
    await userEvent.keyboard("{Enter}");
    expect(executed).toEqual([{ command: "case.open", arg: { caseId: rowFixture(1).caseId } }]);
  });

  test("[P3] in discreet mode no amount is shown", async () => {
    const { services } = await mount(three);
    await shownCard(3);
    expect(document.body.textContent).toContain("¥228.00");
    mounted?.end();
    await mount(three, { more: { discreet: { ...services.discreet, on: () => true } } });
    await shownCard(3);
    expect(document.body.textContent).not.toContain("228.00");
    expect(document.body.textContent).toContain("¥•••");
  });

  test.each(["zh-CN", "en"] as const)(
    "[A6] axe finds nothing, with cards, filings, choosing and a look open (%s)",
    async (lang) => {
      const { setLang } = await mount([
        ...three,
        rowFixture(4, { round: "third", turn: "authority", filings: [filing(1), filing(2, { status: "ended" })] }),
      ]);
      setLang(lang);
      (await shownCard(3)).focus();
      await userEvent.keyboard("x ");
      await expect.poll(() => document.querySelector("[data-peek]")).not.toBeNull();
      const { violations } = await axe.run(document.body, { resultTypes: ["violations"] });
      expect(
        violations.flatMap(({ id: rule, nodes }) => nodes.map((node) => `${rule}: ${node.html.slice(0, 120)}`)),
      ).toEqual([]);
    },
  );
});
