/**
 * A person at a page: pressing, filling in, finding by role and accessible name in either language, and going about the app. Effects: drives a page.
 *
 * 1. How something is pressed and filled in belongs to the hand: a mouse by default, a finger or the keyboard where a journey brings its own.
 */
import { word } from "@recourse/words";
import type { BrowserContext, Locator, Page } from "playwright-core";

export type Lang = "zh-CN" | "en";

/** A file as it is handed to the app: a path, or a name with bytes. */
export type GivenFile = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** A person at a page. */
export interface Hand {
  readonly page: Page;
  readonly lang: Lang;
  readonly press: (target: Locator) => Promise<void>;
  readonly fill: (target: Locator, text: string) => Promise<void>;
  /** Chooses an entry of a list by its words. */
  readonly choose: (target: Locator, label: string) => Promise<void>;
}

/** A person with a mouse; `own` replaces what another kind of hand does differently. */
export function handAt(page: Page, own: Partial<Omit<Hand, "page">> = {}): Hand {
  return {
    page,
    lang: "zh-CN",
    press: (target) => target.click(),
    fill: (target, text) => target.fill(text),
    choose: async (target, label) => {
      await target.selectOption({ label });
    },
    ...own,
  };
}

/** The app's word for a code, in the language of the hand. */
export const named = (
  hand: Pick<Hand, "lang">,
  code: string,
  args: Readonly<Record<string, string | number>> = {},
): string => word(code, args, hand.lang);

/** Label of a field of a small form, as one that has to be filled in or one that may be left empty. */
const fieldName = (label: string): RegExp => new RegExp(`^${RegExp.escape(label)}(?:（可不填）| \\(optional\\))?$`);

export const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole("button", { name, exact: true });

/** Waits until it can be seen, and gives it back. */
export async function seen(target: Locator): Promise<Locator> {
  await target.first().waitFor({ state: "visible" });
  return target;
}

/** Waits until it cannot be seen any more. */
export const gone = (target: Locator): Promise<void> => target.first().waitFor({ state: "hidden" });

/** The texts of all that match, trimmed and with single spaces. */
export const textsOf = async (target: Locator): Promise<readonly string[]> =>
  (await target.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());

/** A further tab; what goes wrong in it is added to `troubles`. */
export async function furtherTab(context: BrowserContext, troubles: string[]): Promise<Page> {
  const page = await context.newPage();
  listen(page, troubles);
  return page;
}

/** Writes down page errors and console errors, violations of the content policy among them. */
export function listen(page: Page, troubles: string[]): void {
  page.on("pageerror", (error) => troubles.push(`page error: ${error.message}`));
  page.on("console", (line) => {
    // Without a network the browser itself reports what it could not ask for.
    if (line.type() === "error" && !/ERR_INTERNET_DISCONNECTED/.test(line.text()))
      troubles.push(`console: ${line.text()}`);
  });
}

/** Opens the app and waits for its first screen. `path` is the part of the address after the host. */
export async function openApp(hand: Hand, address: string, path = "/"): Promise<void> {
  await hand.page.goto(`${address}${path}`);
  await seen(hand.page.getByRole("navigation", { name: hand.lang === "en" ? "Main navigation" : "主导航" }));
}

/** Waits until the status bar says that the app works without a network. Errors: fails when it does not within half a minute. */
export const offlineReady = (hand: Hand): Promise<void> =>
  button(hand.page, named(hand, "screen.offline.ready")).waitFor({ timeout: 30_000 });

/** Waits until the status bar says that everything is kept on this device. */
export const saved = (hand: Hand): Promise<void> =>
  // The screen of sharing says the same of one case, and may stand in a tab behind.
  hand.page.getByText(named(hand, "screen.save.saved"), { exact: true }).filter({ visible: true }).first().waitFor();

/** Changes the language by the status bar; the hand that reads the new words. */
export async function switchLanguage(hand: Hand): Promise<Hand> {
  await hand.press(button(hand.page, named(hand, "screen.lang")));
  const lang = hand.lang === "en" ? "zh-CN" : "en";
  const after = { ...hand, lang } as const;
  await seen(button(after.page, named(after, "screen.lang")));
  return after;
}

/** Places of the main navigation. */
export type Place = "today" | "board" | "cases" | "inbox" | "rules" | "settings";

const placeCodes: Readonly<Record<Place, string>> = {
  today: "screen.today",
  board: "screen.board",
  cases: "screen.nav.cases",
  inbox: "screen.nav.inbox",
  rules: "screen.nav.rules",
  settings: "screen.settings",
};

/** Goes to a place by the main navigation. */
export async function goTo(hand: Hand, place: Place): Promise<void> {
  const name = RegExp.escape(named(hand, placeCodes[place]));
  const nav = hand.page.getByRole("navigation", { name: hand.lang === "en" ? "Main navigation" : "主导航" });
  // Where something waits, its number is part of the name.
  await hand.press(nav.getByRole("button", { name: new RegExp(`^${name}(?:[，,].*)?$`) }));
}

/** A section of the case screen by the code of its heading. */
export const section = (hand: Hand, code: string): Locator =>
  hand.page.getByRole("region", { name: named(hand, code), exact: true });

/** The open window with the one thing that is asked. */
export const dialog = (hand: Hand, name?: string): Locator =>
  hand.page.getByRole("dialog", name === undefined ? {} : { name, exact: true });

/** A field of a form by its label. */
export const field = (hand: Hand, within: Locator, code: string): Locator =>
  within.getByLabel(fieldName(named(hand, code)));
