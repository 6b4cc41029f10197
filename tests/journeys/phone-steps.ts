/**
 * A finger on a phone of 360 × 640: taps only, and what a screen must be like there. Effects: drives a page.
 *
 * 1. What is pressed is measured first: a finger needs 44 px both ways (design 5, Phone).
 * 2. A tap goes to the middle of what is seen: anything lying over it, the bar at the lower edge too, makes the tap fail.
 */
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { button, gone, handAt, named, seen, type Hand, type Place } from "./drive.ts";

/** Units: CSS pixels. */
export const FINGER = 44;

/** The smallest phone the app is made for. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 640 },
  screen: { width: 360, height: 640 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};

export interface Finger extends Hand {
  /** What was too small for a finger when it was pressed, by its words. */
  readonly tooSmall: readonly string[];
}

/** What a target is called, for a report. */
const nameOf = (target: Locator): Promise<string> =>
  target.evaluate((e) =>
    (e.getAttribute("aria-label") ?? e.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 40),
  );

/** A radio or a checkbox is pressed by the line it stands in. */
async function touched(target: Locator): Promise<Locator> {
  const line = target.locator("xpath=ancestor::label[1]");
  return (await line.count()) > 0 ? line : target;
}

/** A person with a finger. */
export function fingerAt(page: Page, lang: Hand["lang"] = "zh-CN"): Finger {
  const tooSmall: string[] = [];
  const tap = async (target: Locator): Promise<void> => {
    const place = await touched(target);
    await place.scrollIntoViewIfNeeded();
    const box = await place.boundingBox();
    if (box === null || box.width < FINGER || box.height < FINGER)
      tooSmall.push(`${await nameOf(place)}: ${Math.round(box?.width ?? 0)} × ${Math.round(box?.height ?? 0)}`);
    await place.tap();
  };
  return { ...handAt(page, { lang, press: tap }), tooSmall };
}

/** The bar at the lower edge. */
export const lowerBar = (hand: Hand): Locator => hand.page.locator("nav[data-part=activity]");

const placeCodes: Readonly<Record<Place, string>> = {
  today: "screen.today",
  board: "screen.board",
  cases: "screen.nav.cases",
  inbox: "screen.nav.inbox",
  rules: "screen.nav.rules",
  settings: "screen.settings",
};

/** Goes to a place by the bar, or by what stands behind its last entry. */
export async function goByBar(hand: Hand, place: Place): Promise<void> {
  const bar = lowerBar(hand);
  const name = new RegExp(`^${RegExp.escape(named(hand, placeCodes[place]))}(?:[，,].*)?$`);
  const here = bar.locator("> ul").getByRole("button", { name });
  if ((await here.count()) > 0) {
    await hand.press(here);
    return;
  }
  await hand.press(bar.getByRole("button", { name: hand.lang === "en" ? "More" : "更多", exact: true }));
  const sheet = await seen(hand.page.getByRole("dialog"));
  await hand.press(sheet.getByRole("button", { name }));
  await gone(sheet);
}

/** Closes the open sheet by its own button. */
export async function closeSheet(hand: Hand): Promise<void> {
  const sheet = await seen(hand.page.getByRole("dialog"));
  await hand.press(button(sheet, hand.lang === "en" ? "Close" : "关闭"));
  await gone(sheet);
}

/** What reaches beyond the right edge: of the page, and of every part that scrolls up and down. Wide tables have a scroller of their own. */
export const sidewaysScrolls = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const called = (e: Element): string => `${e.localName}.${e.className.toString().split(" ")[0] ?? ""}`;
    const root = document.documentElement;
    const found = root.scrollWidth > root.clientWidth ? [`page: ${root.scrollWidth} > ${root.clientWidth}`] : [];
    for (const e of document.querySelectorAll("body *")) {
      const style = getComputedStyle(e);
      if (!/auto|scroll/.test(style.overflowY) || e.clientHeight === 0 || e.scrollHeight <= e.clientHeight + 1)
        continue;
      if (e.scrollWidth > e.clientWidth + 1) found.push(`${called(e)}: ${e.scrollWidth} > ${e.clientWidth}`);
    }
    return found;
  });

/**
 * Controls on the screen that are smaller than a finger. What is laid over a control to widen it counts; words inside a running text are left
 * out (WCAG 2.5.8), and so is what is moved off the screen until it has the focus.
 */
export const smallTargets = (page: Page, within = "body"): Promise<readonly string[]> =>
  page.evaluate(
    ([root, least]) => {
      const found: string[] = [];
      for (const e of document.querySelectorAll(
        `:is(${root}) :is(button, select, summary, textarea, input, a[href], [role=tab])`,
      )) {
        if (!(e instanceof HTMLElement) || e.closest("[hidden], [inert]") !== null || !e.checkVisibility()) continue;
        if (e instanceof HTMLInputElement && e.type === "file") continue;
        const place = e.closest("label") ?? e;
        const box = place.getBoundingClientRect();
        const over = getComputedStyle(e, "::after");
        const [wider, higher] =
          over.position === "absolute" ? [parseFloat(over.width), parseFloat(over.height)] : [0, 0];
        const [width, height] = [Math.max(box.width, wider), Math.max(box.height, higher)];
        if (box.right < 0 || box.bottom < 0 || box.width < 2 || (width >= least && height >= least)) continue;
        if (getComputedStyle(e).display === "inline" || e.closest("p, q, li > span, figcaption") !== null) continue;
        found.push(
          `${(e.getAttribute("aria-label") ?? e.textContent ?? e.localName).trim().slice(0, 30)}: ${Math.round(width)} × ${Math.round(height)}`,
        );
      }
      return found;
    },
    [within, FINGER] as const,
  );

/** Where the lower bar begins and where what scrolls above it ends. Units: CSS pixels from the top. */
const barAndContent = (page: Page): Promise<{ readonly bar: number; readonly content: number }> =>
  page.evaluate(() => ({
    bar: document.querySelector("nav[data-part=activity]")?.getBoundingClientRect().top ?? 0,
    content: document.querySelector("main")?.getBoundingClientRect().bottom ?? Infinity,
  }));

/** What a screen of a phone must not have: a way sideways, a target smaller than a finger, something behind the bar. */
export async function misfitsOf(page: Page): Promise<readonly string[]> {
  const { bar, content } = await barAndContent(page);
  return [
    ...(await sidewaysScrolls(page)).map((text) => `sideways: ${text}`),
    ...(await smallTargets(page)).map((text) => `small: ${text}`),
    ...(content > bar ? [`behind the bar: ${content} > ${bar}`] : []),
  ];
}
