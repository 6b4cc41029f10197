/**
 * A person with a keyboard and nothing else. Effects: drives a page by keys.
 *
 * 1. A control is reached as a person reaches it: Tab and Shift+Tab, arrows within one group. What cannot be reached fails the step.
 * 2. After every action something has the focus; where it was lost, the action is written down by its name.
 * 3. Where the focus stands, it can be seen: a ring, and not wholly under something else.
 */
import type { Locator, Page } from "playwright-core";
import { handAt, type Hand } from "./drive.ts";

/** Tab stops a person may be asked to pass; more means that it cannot be reached. */
const MOST = 400;
/** Units: milliseconds the page has to put the focus somewhere after an action. */
const SETTLE = 1_500;

export interface Keys extends Hand {
  /** Goes to a control without pressing it. */
  readonly reach: (target: Locator) => Promise<void>;
  /** Presses one key or chord. */
  readonly key: (chord: string) => Promise<void>;
  /** Actions after which nothing had the focus. */
  readonly lost: readonly string[];
  /** Controls that had the focus without showing it. */
  readonly unseen: readonly string[];
}

/** The key that leads towards a control from where the focus is; empty when it is there. Runs in the page. */
function way(target: Element): string {
  const active = document.activeElement;
  if (active === target) return "";
  if (active === null || active === document.body) return "Tab";
  const before = (active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  const group = (e: Element): string =>
    e instanceof HTMLInputElement && e.type === "radio"
      ? `radio ${e.name}`
      : e.matches("[data-sentence-text]")
        ? "sentence"
        : e.matches("[role=menuitem], [role=option]")
          ? "menu"
          : e.matches("[role=tab]")
            ? "tab"
            : "";
  if (group(target) !== "" && group(target) === group(active)) {
    if (group(target) === "tab") return before ? "ArrowLeft" : "ArrowRight";
    return before ? "ArrowUp" : "ArrowDown";
  }
  return before ? "Shift+Tab" : "Tab";
}

/** What is wrong with the look of the focus; empty when it can be seen. Runs in the page. */
function focusFault(e: Element): string {
  const name = (e.getAttribute("aria-label") ?? e.textContent ?? e.localName).replace(/\s+/g, " ").trim().slice(0, 40);
  const ring = (style: CSSStyleDeclaration): boolean =>
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  // The ring may be that of the line or the card around it.
  const around = [e, e.closest("label"), e.parentElement].filter((each) => each !== null);
  if (![...around.map((each) => getComputedStyle(each)), getComputedStyle(e, "::after")].some(ring))
    return `${name}: no ring`;
  const box = e.getBoundingClientRect();
  const points = [0.5, 0.1, 0.9].flatMap((x) =>
    [0.5, 0.1, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y] as const),
  );
  const over = (x: number, y: number): Element | null => document.elementFromPoint(x, y);
  const free = points.some(([x, y]) => {
    const top = over(x, y);
    return top !== null && (e.contains(top) || top.contains(e));
  });
  return free ? "" : `${name}: under something else`;
}

/** Keys that put a moment into its field, by the order the browser's own language has: year first, or month first with a clock of 12 hours. */
function momentStrokes(text: string): readonly (readonly string[])[] {
  const [year = "", month = "", day = "", hour = "", minute = "", second = ""] = text.split(/\D/);
  const twelve = String(Number(hour) % 12 === 0 ? 12 : Number(hour) % 12).padStart(2, "0");
  // A year may have six digits, so it does not end by itself.
  return [
    [...year, "ArrowRight", ...month, ...day, ...hour, ...minute, ...second],
    [...month, ...day, ...year, "ArrowRight", ...twelve, ...minute, ...second, Number(hour) < 12 ? "A" : "P"],
  ];
}

/** A person at the keyboard. */
export function keysAt(page: Page, lang: Hand["lang"] = "zh-CN"): Keys {
  const lost: string[] = [];
  const unseen: string[] = [];
  const called = (target: Locator): Promise<string> =>
    target.evaluate((e) =>
      (e.getAttribute("aria-label") ?? e.textContent ?? e.localName).replace(/\s+/g, " ").trim().slice(0, 40),
    );
  /** Something has the focus, or the action is written down. */
  const held = async (action: string): Promise<void> => {
    const found = await page
      .waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body, undefined, {
        timeout: SETTLE,
      })
      .then(
        () => true,
        () => false,
      );
    if (!found) lost.push(action);
  };
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor();
    for (let stops = 0; stops < MOST; stops += 1) {
      const key = await target.evaluate(way);
      if (key === "") {
        const fault = await target.evaluate(focusFault);
        if (fault !== "") unseen.push(fault);
        return;
      }
      await page.keyboard.press(key);
    }
    throw new Error(`no key leads to: ${await called(target)}`);
  };
  const press = async (target: Locator): Promise<void> => {
    await reach(target);
    const name = await called(target);
    const radio = await target.evaluate((e) =>
      e instanceof HTMLInputElement && /radio|checkbox/.test(e.type) ? { checked: e.checked } : null,
    );
    if (radio?.checked !== true) await page.keyboard.press(radio === null ? "Enter" : "Space");
    await held(`pressed ${name}`);
  };
  const fill = async (target: Locator, text: string): Promise<void> => {
    await reach(target);
    const type = await target.evaluate((e) => (e instanceof HTMLInputElement ? e.type : "text"));
    if (type === "datetime-local") {
      for (const strokes of momentStrokes(text)) {
        if ((await target.inputValue()) === text) break;
        for (const _ of strokes) await page.keyboard.press("ArrowLeft");
        for (const stroke of strokes) await page.keyboard.press(stroke);
      }
    } else {
      await page.keyboard.press("Control+A");
      await page.keyboard.type(text);
    }
    const there = await target.inputValue();
    if (there !== text) throw new Error(`typed “${text}”, the field has “${there}”`);
  };
  const choose = async (target: Locator, label: string): Promise<void> => {
    await reach(target);
    const at = await target.evaluate(
      (e, wanted) =>
        e instanceof HTMLSelectElement ? [...e.options].findIndex((option) => option.text.trim() === wanted) : -1,
      label,
    );
    if (at < 0) throw new Error(`the list has no “${label}”`);
    await page.keyboard.press("Home");
    for (let n = 0; n < at; n += 1) await page.keyboard.press("ArrowDown");
  };
  const key = async (chord: string): Promise<void> => {
    const before = await page.evaluate(
      () =>
        document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim().slice(0, 40),
    );
    await page.keyboard.press(chord);
    await held(`${chord} on ${before}`);
  };
  return { ...handAt(page, { lang, press, fill, choose }), reach, key, lost, unseen };
}
