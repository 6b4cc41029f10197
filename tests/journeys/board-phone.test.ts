/**
 * The board and Today on a phone of 360 × 640 by touch: round by round, moved by the menu, several at once, and nothing too small for a finger.
 */
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { axeFindings, bringAxe } from "./axe-steps.ts";
import { told } from "./board-cases.ts";
import { bar, closeToasts, PATIENCE, putOffLongest, record, takeCases, target, undo } from "./board-steps.ts";
import { button, dialog, gone, named, seen } from "./drive.ts";
import { fingerAt, goByBar, misfitsOf, PHONE, type Finger } from "./phone-steps.ts";
import { standsStill } from "./screens.ts";

let served: Served;
let browser: Browser;
let watched: Watched;
let hand: Finger;
const { fresh, asked, twice } = told;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), launch()]);
  watched = await openPage(browser, PHONE);
  await bringAxe(watched.context);
  hand = fingerAt(watched.page);
  await takeCases(hand, served.address);
  watched.page.setDefaultTimeout(PATIENCE.timeout);
  await goByBar(hand, "board");
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const misfits: Record<string, readonly string[]> = {};
async function look(screen: string): Promise<void> {
  await standsStill(hand.page);
  const found = [
    ...(await misfitsOf(hand.page)),
    ...(await axeFindings(hand.page, "light")),
    ...(await axeFindings(hand.page, "dark")),
  ];
  if (found.length > 0) misfits[screen] = found;
}

/** The page of a round. */
const page = (round: string): Locator => hand.page.locator(`[data-round=${round}]`);
const cardIn = (round: string, title: string): Locator => page(round).locator("article", { hasText: title });
/** Goes to a round by its button. */
const goTo = async (round: string): Promise<void> => {
  const rounds = hand.page.getByRole("group", { name: named(hand, "screen.board.rounds") });
  await hand.press(rounds.getByRole("button", { name: new RegExp(`^${named(hand, `screen.round.short.${round}`)}`) }));
  await expect
    .poll(() => page(round).evaluate((e) => Math.abs(e.getBoundingClientRect().left) < innerWidth / 4), PATIENCE)
    .toBe(true);
};
/** Runs an entry of a card's menu. */
const byMenu = async (of: Locator, title: string, code: string): Promise<void> => {
  await hand.press(of.getByRole("button", { name: named(hand, "screen.card.menu", { name: title }) }));
  await hand.press(hand.page.getByRole("menuitem", { name: named(hand, code) }));
};

describe("[A6] the board at 360 × 640 by touch", () => {
  it("[A6] one round per screen, found by its button", async () => {
    await goTo("prepare");
    await seen(cardIn("prepare", fresh.title));
    await look("prepare");
    await goTo("third");
    await look("third");
    await goTo("apply");
    await seen(cardIn("apply", asked.title));
  });

  it("[X2] moved by the menu of the card: the reminder is recorded, seen in its round, and undone", async () => {
    await byMenu(cardIn("apply", asked.title), asked.title, "screen.move");
    await seen(target(hand, "first"));
    await look("columns");
    await hand.press(target(hand, "first"));
    await seen(dialog(hand).locator("[data-record-step]"));
    await look("step");
    await record(hand);
    await seen(cardIn("first", asked.title));
    await undo(hand);
    await seen(cardIn("apply", asked.title));
  });

  it("[UI] choosing is switched on by its button; two are put off, and wake on Today", async () => {
    await hand.press(button(hand.page, named(hand, "screen.choose")));
    await goTo("apply");
    await hand.press(
      page("apply").getByRole("checkbox", { name: named(hand, "screen.choose.of", { title: asked.title }) }),
    );
    await goTo("second");
    await hand.press(
      page("second").getByRole("checkbox", { name: named(hand, "screen.choose.of", { title: twice.title }) }),
    );
    await seen(bar(hand).getByText(named(hand, "screen.choose.count", { n: 2 }), { exact: true }));
    await look("choosing");
    await hand.press(button(bar(hand), named(hand, "screen.snooze")));
    await seen(dialog(hand).locator("[data-wake]"));
    await look("put off");
    await putOffLongest(hand);
    await gone(bar(hand));
    await closeToasts(hand, named(hand, "screen.snooze.many", { n: 2 }));
    await goByBar(hand, "today");
    const folded = hand.page.getByText(named(hand, "screen.asleep", { n: 2 }), { exact: true });
    await hand.press(folded);
    await look("Today");
    for (const { title } of [asked, twice])
      await hand.press(
        hand.page
          .locator("details article", { hasText: title })
          .getByRole("button", { name: named(hand, "screen.snooze.wake") }),
      );
    await gone(folded);
  });

  it("[P3] settings of reminders and of discreet mode fit", async () => {
    await goByBar(hand, "settings");
    await look("settings");
  });

  it("[A6] every screen fits: no way sideways, no target smaller than a finger, nothing behind the bar, nothing for axe", () => {
    expect(misfits).toEqual({});
  });

  it("[A6] nothing that was pressed was smaller than a finger, and the page had no trouble", () => {
    expect(hand.tooSmall).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });
});
