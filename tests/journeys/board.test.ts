/**
 * The board and Today with cases in every round: moved by keys and by carrying, filtered, several at once, put off, hidden from eyes.
 */
import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { axeFindings, bringAxe } from "./axe-steps.ts";
import { told } from "./board-cases.ts";
import {
  bar,
  card,
  carry,
  columnOf,
  downloads,
  goToCard,
  goToHash,
  lane,
  PATIENCE,
  putOffLongest,
  record,
  stands,
  takeCases,
  target,
  undo,
} from "./board-steps.ts";
import { button, dialog, goTo, gone, handAt, named, seen, type Hand } from "./drive.ts";
import { keysAt, type Keys } from "./keyboard-steps.ts";
import { standsStill } from "./screens.ts";

let served: Served;
let browser: Browser;
let watched: Watched;
let mouse: Hand;
let keys: Keys;
const { fresh, asked, reminded, twice, filed } = told;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), launch()]);
  watched = await openPage(browser, { viewport: { width: 1280, height: 800 } });
  await bringAxe(watched.context);
  mouse = handAt(watched.page);
  keys = keysAt(watched.page);
  await takeCases(mouse, served.address);
  watched.page.setDefaultTimeout(PATIENCE.timeout);
  await goTo(mouse, "board");
  await seen(lane(mouse, filed.title));
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const focusedCase = (): Promise<string | undefined> =>
  mouse.page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-lane]")?.dataset["lane"]);
const shownTitles = (): Promise<readonly string[]> =>
  mouse.page
    .locator("[data-lane] h2")
    .allInnerTexts()
    .then((all) => all.map((text) => text.trim()));

describe("[X2] the board", () => {
  it("[X2] every case has a lane, its card stands where its events put it, filings stand side by side", async () => {
    expect((await shownTitles()).toSorted()).toEqual(
      Object.values(told)
        .map(({ title }) => title)
        .toSorted(),
    );
    for (const [story, round] of [
      [fresh, "prepare"],
      [asked, "apply"],
      [reminded, "first"],
      [twice, "second"],
    ] as const)
      await stands(mouse, story.title, round);
    expect(await lane(mouse, filed.title).locator("[data-filing]").count()).toBe(2);
  });

  it("[A6] by keys: M names what each column records, the first reminder is recorded, and undone", async () => {
    await goToCard(keys, asked.title);
    await keys.key("m");
    await seen(target(keys, "first"));
    expect(await target(keys, "first").innerText()).toContain("第一次催办已发出");
    expect(await target(keys, "second").getAttribute("aria-disabled")).toBe("true");
    await keys.press(target(keys, "first"));
    await record(keys, { hours: "48" });
    await stands(keys, asked.title, "first");
    await expect.poll(focusedCase, PATIENCE).toBe(await lane(keys, asked.title).getAttribute("data-lane"));
    await undo(mouse);
    await stands(keys, asked.title, "apply");
  });

  it("[A6] Alt and an arrow go to the column beside; going back takes the newest record back, and back again", async () => {
    await goToCard(keys, reminded.title);
    await keys.key("Alt+ArrowLeft");
    await keys.press(dialog(keys).locator("[data-take-back]"));
    await stands(keys, reminded.title, "apply");
    await undo(mouse);
    await stands(keys, reminded.title, "first");
  });

  it("[X1] carried to a column, a card goes there by its record alone; let go elsewhere, or left, nothing happens", async () => {
    const { page } = mouse;
    await (await carry(mouse, asked.title, "apply")).drop();
    expect(await dialog(mouse).count()).toBe(0);
    await carry(mouse, asked.title, "first");
    await seen(lane(mouse, asked.title).locator("[data-cell=first][data-drop]"));
    await page.keyboard.press("Escape");
    await gone(page.locator("[data-carried]"));
    await page.mouse.up();
    expect(await dialog(mouse).count()).toBe(0);
    const { drop } = await carry(mouse, asked.title, "first");
    await drop();
    await seen(dialog(mouse));
    // Nothing has moved yet: the form says what would be recorded.
    expect(await columnOf(card(mouse, asked.title))).toBe("apply");
    await record(mouse);
    await stands(mouse, asked.title, "first");
    await undo(mouse);
    await stands(mouse, asked.title, "apply");
    // What cannot be recorded says what comes first.
    await (await carry(mouse, asked.title, "second")).drop();
    expect(await dialog(mouse).innerText()).toContain("还没记下第一次催办");
    await page.keyboard.press("Escape");
    await gone(dialog(mouse));
  });

  it("[UI] filters and what is searched stand in the address, go together, and survive a reload", async () => {
    const { page } = mouse;
    await mouse.press(button(page, named(mouse, "screen.board.filter")));
    await mouse.press(page.getByRole("menuitem", { name: named(mouse, "category.course"), exact: true }));
    expect((await shownTitles()).toSorted()).toEqual([fresh.title, asked.title].toSorted());
    await mouse.fill(page.locator("[data-board-search]"), "K2026");
    await expect.poll(shownTitles, PATIENCE).toEqual([asked.title]);
    await expect
      .poll(() => new URL(page.url()).hash, PATIENCE)
      .toMatch(/category=course.*q=K2026|q=K2026.*category=course/);
    await page.reload();
    await seen(lane(mouse, asked.title));
    expect(await shownTitles()).toEqual([asked.title]);
    await seen(page.getByText(named(mouse, "screen.board.shown", { n: 1 }), { exact: true }));
    await mouse.fill(page.locator("[data-board-search]"), "没有这个");
    await seen(page.getByText(named(mouse, "screen.board.filter.none")));
    await mouse.press(button(page, named(mouse, "screen.board.filter.clear")).first());
    await expect.poll(async () => (await shownTitles()).length, PATIENCE).toBe(5);
  });
});

describe("[A6] keys right after loading", () => {
  it("[A6] J leads on at once, and M opens the columns of the card it was pressed on", async () => {
    await keys.page.reload();
    await goToCard(keys, reminded.title);
    await keys.key("m");
    await seen(
      dialog(keys).getByRole("heading", { name: named(keys, "screen.move.title", { title: reminded.title }) }),
    );
    await seen(target(keys, "second"));
    await keys.key("Escape");
    await gone(dialog(keys));
    await expect.poll(focusedCase, PATIENCE).toBe(await lane(keys, reminded.title).getAttribute("data-lane"));
  });
});

describe("[UI] several at once", () => {
  /** Chooses two cases, one by X and one with Ctrl. */
  const chooseTwo = async (): Promise<void> => {
    await goToCard(keys, asked.title);
    await keys.key("x");
    await card(mouse, twice.title).click({ modifiers: ["Control"] });
    await seen(bar(mouse).getByText(named(mouse, "screen.choose.count", { n: 2 }), { exact: true }));
  };

  it("[P1] archives and calendar come as files", async () => {
    await chooseTwo();
    const { page } = mouse;
    const names = await downloads(page, 2, () => mouse.press(button(bar(mouse), named(mouse, "screen.bulk.archive"))));
    expect(names.toSorted()).toEqual([`${asked.title}.recourse.zip`, `${twice.title}.recourse.zip`].toSorted());
    const [calendar] = await Promise.all([
      page.waitForEvent("download"),
      mouse.press(button(bar(mouse), named(mouse, "screen.bulk.calendar"))),
    ]);
    const text = await readFile((await calendar.path()) ?? "", "utf8");
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThanOrEqual(2);
    await mouse.press(button(bar(mouse), named(mouse, "screen.choose.end")));
    await gone(bar(mouse));
  });

  it("[UI] put off, they leave Today and the count, stay so after a reload, and wake by a press", async () => {
    await chooseTwo();
    const { page } = mouse;
    await mouse.press(button(bar(mouse), named(mouse, "screen.snooze")));
    await putOffLongest(mouse);
    await gone(bar(mouse));
    await goTo(mouse, "today");
    await page.reload();
    const folded = page.getByText(named(mouse, "screen.asleep", { n: 2 }), { exact: true });
    await seen(folded);
    await mouse.press(folded);
    for (const { title } of [asked, twice])
      await mouse.press(
        page
          .locator("details article", { hasText: title })
          .getByRole("button", { name: named(mouse, "screen.snooze.wake") }),
      );
    await gone(folded);
    await goTo(mouse, "board");
  });

  it("[UI] deleting can be taken back for a while, and then deletes for good", { timeout: 60_000 }, async () => {
    const doomed = fresh.title;
    const { page } = mouse;
    const remove = async (): Promise<void> => {
      await goToCard(keys, doomed);
      await keys.key("x");
      await mouse.press(button(bar(mouse), named(mouse, "screen.bulk.remove")));
      await mouse.press(dialog(mouse).locator("[data-remove-cases]"));
      await gone(lane(mouse, doomed));
    };
    await remove();
    await undo(mouse);
    await seen(lane(mouse, doomed));
    await remove();
    await page
      .getByText(named(mouse, "screen.bulk.remove.done", { n: 1 }), { exact: true })
      .first()
      .waitFor({ timeout: 25_000 });
    await page.reload();
    await seen(lane(mouse, filed.title));
    expect(await lane(mouse, doomed).count()).toBe(0);
  });
});

describe("[E5] Today", () => {
  it("[A6] J and K go from card to card, Space looks, Enter opens", async () => {
    const { page } = keys;
    await goTo(mouse, "today");
    const first = page.locator("[data-card]").filter({ visible: true }).first();
    await keys.reach(first);
    const at = (): Promise<string | undefined> =>
      page.evaluate(() =>
        document.activeElement instanceof HTMLElement ? document.activeElement.dataset["card"] : "",
      );
    const before = await at();
    await keys.key("j");
    expect(await at()).not.toBe(before);
    await keys.key("k");
    expect(await at()).toBe(before);
    await keys.key("Space");
    await seen(page.locator("[popover]:popover-open"));
    await keys.key("Escape");
    await gone(page.locator("[popover]:popover-open"));
    // A case takes its time to open: the focus is looked for in it, for longer than after other keys.
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url(), PATIENCE).toContain("/case/");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest("[role=tabpanel]") !== null), PATIENCE)
      .toBe(true);
    await goTo(mouse, "board");
  });
});

describe("[A6] for everybody", () => {
  it("[A6] axe finds nothing: board, look, choosing, windows, Today, settings, in light, dark and high contrast", async () => {
    const { page } = mouse;
    const found: string[] = [];
    const look = async (name: string): Promise<void> => {
      await standsStill(page);
      for (const theme of ["light", "dark", "contrast"] as const)
        found.push(...(await axeFindings(page, theme)).map((text) => `${name}, ${theme}: ${text}`));
    };
    await goToCard(keys, asked.title);
    await keys.key("x");
    await keys.key("Space");
    await seen(page.locator("[popover]:popover-open"));
    await look("board");
    await keys.key("Escape");
    await keys.key("m");
    await seen(target(keys, "first"));
    await look("columns");
    await keys.press(target(keys, "first"));
    await look("step");
    await keys.key("Escape");
    await gone(dialog(keys));
    await keys.key("s");
    await seen(dialog(keys).locator("[data-wake]"));
    await look("put off");
    await keys.key("Escape");
    await gone(dialog(keys));
    await goToHash(page, "/today");
    await look("Today");
    await goToHash(page, "/settings");
    await look("settings");
    expect(found).toEqual([]);
  });

  it("[A6] the focus was never lost and always seen, and the page had no trouble", () => {
    expect(keys.lost).toEqual([]);
    expect(keys.unseen).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });
});
