/**
 * Steps on the board and on Today. Effects: drives a page.
 */
import type { Download, Locator, Page } from "playwright-core";
import type { Keys } from "./keyboard-steps.ts";
import { archives, told } from "./board-cases.ts";
import { button, dialog, giveFiles, gone, named, openApp, seen, type Hand } from "./drive.ts";

export type Round = "prepare" | "apply" | "first" | "second" | "third" | "settle";

/** How long a step may take once the cases are there, however busy the machine is. Units: milliseconds. */
export const PATIENCE = { timeout: 10_000 } as const;

/** Goes to an address within the app, without loading it anew. */
export const goToHash = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** Opens the app and takes cases in, the first ones where not all are wanted. */
export async function takeCases(hand: Hand, address: string, most = Infinity): Promise<void> {
  const { page } = hand;
  await openApp(hand, address);
  for (const [n, archive] of (await archives()).entries()) {
    if (n >= most) return;
    await goToHash(page, "/archive");
    const choose = button(page, named(hand, "screen.archive.choose"));
    await seen(choose);
    await giveFiles(hand, choose, [archive]);
    await hand.press(button(page, named(hand, "screen.archive.new.do")));
    const { title } = Object.values(told)[n] ?? { title: "" };
    await seen(page.getByRole("heading", { level: 1, name: title, exact: true }));
  }
}

/** The lane of a case. */
export const lane = (hand: Hand, title: string): Locator => hand.page.locator("[data-lane]", { hasText: title });

/** The card of a case that counts, wherever it stands. */
export const card = (hand: Hand, title: string): Locator => lane(hand, title).locator("[data-card]:not([data-filing])");

/** The column a card stands in. */
export const columnOf = (of: Locator): Promise<string | undefined> =>
  of.evaluate((e) => e.closest<HTMLElement>("[data-cell], [data-round]")?.dataset["cell"]);

/** Waits until a card stands in a column. */
export const stands = (hand: Hand, title: string, round: Round): Promise<Locator> =>
  seen(lane(hand, title).locator(`[data-cell=${round}] [data-card]:not([data-filing])`));

/** The open window of a move. */
export const target = (hand: Hand, round: Round): Locator => dialog(hand).locator(`[data-move-to=${round}]`);

/** Goes to the card of a case by keys: the list has one stop of Tab, and J leads from case to case. */
export async function goToCard(keys: Keys, title: string): Promise<void> {
  const wanted = card(keys, title);
  const here = (): Promise<boolean> => wanted.evaluate((e) => e === document.activeElement);
  const within = await keys.page.evaluate(() => document.activeElement?.matches("[data-lane] [data-card]"));
  if (within !== true) await keys.reach(keys.page.locator("[data-lane] [data-card][tabindex='0']").first());
  await keys.key("Home");
  for (let left = await keys.page.locator("[data-lane]").count(); left > 0 && !(await here()); left -= 1)
    await keys.key("j");
  if (!(await here())) throw new Error(`no key leads to ${title}`);
}

/** Puts off for as long as is offered: on a Monday “next Monday” and “in a week” are one moment, offered once. */
export const putOffLongest = (hand: Hand): Promise<void> => hand.press(dialog(hand).locator("[data-wake]").last());

/** Fills in what a step needs and records it. */
export async function record(
  hand: Hand,
  facts: { readonly channel?: string; readonly hours?: string } = {},
): Promise<void> {
  const window = dialog(hand);
  const go = window.locator("[data-record-step]");
  await seen(go);
  if (facts.channel !== undefined) await hand.choose(window.locator("select"), facts.channel);
  if (facts.hours !== undefined) await hand.fill(window.locator("input[inputmode=numeric]"), facts.hours);
  await hand.press(go);
  await gone(window);
}

/** Takes the last action back by the button of its toast. */
export const undo = (hand: Hand): Promise<void> =>
  hand.press(button(hand.page, named(hand, "screen.undo")).filter({ visible: true }).last());

/** Puts the toasts away once the one that says `text` is there: on a phone they lie over what is below. */
export async function closeToasts(hand: Hand, text: string): Promise<void> {
  const toasts = hand.page.getByRole("region", { name: hand.lang === "en" ? "What just happened" : "刚才的操作" });
  await seen(toasts.getByText(text));
  const close = toasts.getByRole("button", { name: hand.lang === "en" ? "Close" : "关闭" });
  for (let left = await close.count(); left > 0; left -= 1) await hand.press(close.first());
}

/** The bar for what was chosen. */
export const bar = (hand: Hand): Locator => hand.page.locator("[data-bulk]");

/** The text of every file that comes while something is done. */
export async function downloads(page: Page, count: number, act: () => Promise<void>): Promise<readonly string[]> {
  const come: Download[] = [];
  const all = new Promise<void>((done) => {
    const hear = (download: Download): void => {
      if (come.push(download) < count) return;
      page.off("download", hear);
      done();
    };
    page.on("download", hear);
  });
  await act();
  await all;
  return come.map((download) => download.suggestedFilename());
}

/** Carries a card with the pointer over a column of its lane; answers how to let go. */
export async function carry(hand: Hand, title: string, round: Round): Promise<{ readonly drop: () => Promise<void> }> {
  const { mouse } = hand.page;
  await card(hand, title).scrollIntoViewIfNeeded();
  const from = await card(hand, title).locator("xpath=ancestor::article[1]").boundingBox();
  const over = await lane(hand, title).locator(`[data-cell=${round}]`).boundingBox();
  if (from === null || over === null) throw new Error(`${title} is not on the screen`);
  await mouse.move(from.x + from.width / 2, from.y + 20);
  await mouse.down();
  await mouse.move(from.x + from.width / 2 + 10, from.y + 24, { steps: 3 });
  // A folded column opens while a card is carried, so the way is not known beforehand.
  await mouse.move(over.x + over.width / 2, over.y + 30, { steps: 6 });
  await seen(hand.page.locator("[data-carried]"));
  return { drop: () => mouse.up() };
}
