/**
 * Pressing everything there is on a screen, and answering whatever a window asks: what a person might do who tries it all. Effects: drives a page.
 */
import type { Locator } from "playwright-core";
import { dialog, gone, type Hand } from "./hand.ts";

/** Units: ms after which a press that does not get through is given up: a window has come up before it. */
const BLOCKED = 2000;
const TRIES = 5;

/** Closes every window. */
export async function away(hand: Hand): Promise<void> {
  while (await dialog(hand).isVisible()) {
    await hand.page.keyboard.press("Escape");
    await gone(dialog(hand));
  }
}

/** Fills in whatever the open window asks, sends it, and closes what is left of it. */
async function answer(hand: Hand): Promise<void> {
  const window = dialog(hand);
  const within = (selector: string): Promise<readonly Locator[]> =>
    window.locator(selector).filter({ visible: true }).all();
  for (const group of await within("fieldset:has(input[type=radio]), [role=radiogroup]"))
    await group.locator("input[type=radio]").first().check({ force: true });
  for (const box of await within("input[type=checkbox]")) await box.check({ force: true });
  for (const list of await within("select")) {
    const values = await list.locator("option").evaluateAll((all) => all.map((e) => e.getAttribute("value") ?? ""));
    const [value] = values.filter((each) => each !== "");
    if (value !== undefined) await list.selectOption(value);
  }
  for (const entry of await within("input[type=datetime-local]")) await entry.fill("2026-05-02T10:00");
  for (const entry of await within("input[type=text], input:not([type]), textarea"))
    if (await entry.isEditable()) await entry.fill("7");
  const buttons = await within("button:not([aria-disabled=true]):enabled");
  const send = window.locator("button[type=submit]").filter({ visible: true });
  await ((await send.count()) > 0 ? send.last() : (buttons.at(-1) ?? window)).click();
  // What is sent is dealt with before the next frame.
  await hand.page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  await away(hand);
}

/** Presses each button that can be seen now, and of a menu its first entries and its last. `back`: called where a press led elsewhere. */
export async function pressAll(
  hand: Hand,
  buttons: Locator,
  isHere: () => Promise<boolean>,
  back: () => Promise<void>,
): Promise<{ readonly pressed: number; readonly windows: number }> {
  const { page } = hand;
  const isAsked = (): Promise<boolean> => dialog(hand).isVisible();
  let pressed = 0;
  let windows = 0;
  const answered = async (): Promise<void> => {
    windows += 1;
    await answer(hand);
  };
  // A window whose part was still being loaded may come up under the next press: it is answered first.
  const press = async (wanted: Locator): Promise<boolean> => {
    for (let left = TRIES; left > 0; left -= 1) {
      if (await isAsked()) await answered();
      const through = await wanted.click({ timeout: BLOCKED }).then(
        () => true,
        () => false,
      );
      if (through) return true;
    }
    return false;
  };
  const count = await buttons.evaluateAll((all) => {
    for (const [n, each] of all.entries()) each.setAttribute("data-tried", String(n));
    return all.length;
  });
  for (let n = 0; n < count; n += 1) {
    if (!(await isHere())) {
      if (await isAsked()) await answered();
      await back();
    }
    const one = page.locator(`[data-tried="${n}"]`);
    if (!(await one.isVisible()) || !(await one.isEnabled()) || !(await press(one))) continue;
    pressed += 1;
    const items = page.locator("[role=menuitem]:not([aria-disabled=true])").filter({ visible: true });
    const last = (await items.count()) - 1;
    // Long menus list kinds, one like the other.
    for (const at of new Set([0, 1, last].filter((each) => each >= 0 && each <= last))) {
      if (!(await items.first().isVisible())) await press(one);
      await hand.press(items.nth(at));
      if (await isAsked()) await answered();
    }
    if (await isAsked()) await answered();
  }
  if (await isAsked()) await answered();
  return { pressed, windows };
}
