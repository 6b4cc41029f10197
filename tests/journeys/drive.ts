/**
 * Steps a person takes in the app, by roles and accessible names in either language. Effects: drives a page.
 *
 * 1. A step ends when its result is on the screen; nothing sleeps.
 * 2. How something is pressed and filled in belongs to the hand: a mouse by default, a finger or the keyboard where a journey brings its own.
 */
import { word } from "@recourse/words";
import type { BrowserContext, Download, Locator, Page } from "playwright-core";

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
const fieldName = (hand: Hand, label: string): RegExp =>
  new RegExp(`^${RegExp.escape(label)}(?:（可不填）| \\(optional\\))?$`);

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
  hand.page.getByText(named(hand, "screen.save.saved"), { exact: true }).first().waitFor();

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
  within.getByLabel(fieldName(hand, named(hand, code)));

/** Hands files to a button that opens the file dialog. */
export async function giveFiles(hand: Hand, target: Locator, files: readonly GivenFile[]): Promise<void> {
  const opens = hand.page.waitForEvent("filechooser");
  await hand.press(target);
  const chooser = await opens;
  const paths = files.flatMap((file) => (typeof file === "string" ? [file] : []));
  const made = files.flatMap((file) => (typeof file === "string" ? [] : [{ ...file }]));
  if (paths.length > 0 && made.length > 0) throw new Error("files on the disk and files made here come in two steps");
  await chooser.setFiles(paths.length > 0 ? paths : made);
}

export interface NewCase {
  readonly title: string;
  /** `engagement`, `membership`, … */
  readonly category: string;
  readonly respondent?: string;
  readonly number?: string;
  /** Units: yuan, as typed. */
  readonly paid?: string;
  /** `2024-05-01T10:02:31`, the clock of Asia/Shanghai. */
  readonly orderedAt?: string;
}

/** Makes a case through the window that asks for it, from wherever that is open already or from the empty screen. */
export async function newCase(hand: Hand, facts: NewCase): Promise<void> {
  const form = dialog(hand, named(hand, "screen.empty.new"));
  if (!(await form.isVisible())) await hand.press(button(hand.page, named(hand, "screen.empty.new")).first());
  await seen(form);
  await hand.press(
    form.getByRole("radio", { name: new RegExp(`^${RegExp.escape(named(hand, `category.${facts.category}`))}`) }),
  );
  await hand.fill(form.getByLabel(named(hand, "screen.new.title"), { exact: true }), facts.title);
  const typed = [
    ["screen.field.respondent", facts.respondent],
    ["screen.field.number", facts.number],
    ["screen.field.paidFen", facts.paid],
    ["screen.field.orderedAt", facts.orderedAt],
  ] as const;
  for (const [code, text] of typed) if (text !== undefined) await hand.fill(field(hand, form, code), text);
  await hand.press(button(form, named(hand, "screen.empty.new")));
  await seen(hand.page.getByRole("heading", { level: 1, name: facts.title, exact: true }));
}

/** The sentences of a list, without the buttons that name their sources. */
export const sentencesOf = async (list: Locator): Promise<readonly string[]> =>
  list.getByRole("listitem").evaluateAll((items) =>
    items.map((item) => {
      const copy = item.cloneNode(true);
      if (!(copy instanceof HTMLElement)) return "";
      for (const chip of copy.querySelectorAll("button, small")) chip.remove();
      return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
    }),
  );

/** Opens a case from the list of all cases. */
export async function openCase(hand: Hand, title: string): Promise<void> {
  // The number of cases is part of the heading.
  const list = hand.page.getByRole("region", {
    name: new RegExp(`^${RegExp.escape(named(hand, "screen.case.cases"))}\\s*\\d+$`),
  });
  // Pressing the place that is shown already would fold it away.
  if (!(await list.isVisible())) await goTo(hand, "cases");
  await hand.press(list.getByRole("button", { name: new RegExp(`^${RegExp.escape(title)}`) }));
  await seen(hand.page.getByRole("heading", { level: 1, name: title, exact: true }));
}

/** Presses an answer to a question that stands among the notices of a case. */
export async function answerNotice(hand: Hand, noticeCode: string, answerCode: string): Promise<void> {
  const asked = hand.page.getByRole("group", { name: named(hand, noticeCode), exact: true });
  await hand.press(button(asked, named(hand, answerCode)));
  await gone(asked);
}

/** Puts files into the open case; ends when each is named in the report above the exhibits. */
export async function addFiles(hand: Hand, files: readonly GivenFile[]): Promise<void> {
  const exhibits = section(hand, "screen.case.exhibits");
  await giveFiles(hand, button(exhibits, named(hand, "screen.case.add_files")), files);
  for (const file of files) {
    const name = typeof file === "string" ? (file.split("/").at(-1) ?? file) : file.name;
    await seen(exhibits.getByRole("listitem").filter({ hasText: `“${name}”` }));
  }
}

/** Kind of material of the exhibit with this number, chosen from the menu of its row. `material` as the menu words it. */
export async function sortAs(hand: Hand, number: number, material: string): Promise<void> {
  await hand.press(button(hand.page, named(hand, "screen.case.change_material", { n: number })));
  await hand.press(hand.page.getByRole("menuitem", { name: material, exact: true }));
}

/** Fills the fields of an open form and saves it; ends when its window is closed. Lists are named in `lists`. */
export async function fillForm(
  hand: Hand,
  form: Locator,
  texts: Readonly<Record<string, string>>,
  lists: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const [code, text] of Object.entries(texts)) await hand.fill(field(hand, form, code), text);
  for (const [code, label] of Object.entries(lists)) await hand.choose(field(hand, form, code), label);
  await hand.press(button(form, named(hand, "screen.case.save")));
  await gone(form);
}

export interface PromiseFacts {
  readonly quote: string;
  /** As the list words it. */
  readonly counter: string;
  readonly quantity?: string;
  readonly startWithinHours?: string;
  /** A screenshot that comes with it. */
  readonly screenshot?: GivenFile;
}

/** Enters what was promised, with its screenshot. */
export async function addPromise(hand: Hand, facts: PromiseFacts): Promise<void> {
  const title = named(hand, "screen.form.title.undertaking.add");
  await hand.press(button(section(hand, "screen.case.facts"), title));
  const form = await seen(dialog(hand, title));
  if (facts.screenshot !== undefined) await addInForm(hand, form, facts.screenshot);
  await fillForm(
    hand,
    form,
    {
      "screen.field.quote": facts.quote,
      ...(facts.quantity === undefined ? {} : { "screen.field.quantity": facts.quantity }),
      ...(facts.startWithinHours === undefined ? {} : { "screen.field.startWithinHours": facts.startWithinHours }),
    },
    { "screen.field.counter": facts.counter, "screen.field.shownAtOrder": named(hand, "answer.yes") },
  );
}

/** Takes a new file in from within a form; ends when the form has chosen it. */
async function addInForm(hand: Hand, form: Locator, file: GivenFile): Promise<void> {
  await giveFiles(hand, button(form, named(hand, "screen.case.picker.add")), [file]);
  const name = typeof file === "string" ? (file.split("/").at(-1) ?? file) : file.name;
  await form.locator("option:checked", { hasText: name }).waitFor({ state: "attached" });
}

export interface ClauseFacts {
  readonly document: string;
  readonly article: string;
  readonly quote: string;
  readonly screenshot?: GivenFile;
  /** A screenshot that is in the case already, as the list words it. */
  readonly exhibit?: string;
}

/** Captures a term of theirs; its meaning is the one the app recognises. */
export async function captureClause(hand: Hand, facts: ClauseFacts): Promise<void> {
  await hand.press(button(section(hand, "screen.case.grounds"), named(hand, "screen.case.capture_clause")));
  const form = await seen(dialog(hand, named(hand, "screen.form.title.clause")));
  if (facts.screenshot !== undefined) await addInForm(hand, form, facts.screenshot);
  await fillForm(
    hand,
    form,
    {
      "screen.field.clause.quote": facts.quote,
      "screen.field.document": facts.document,
      "screen.field.article": facts.article,
    },
    {
      ...(facts.exhibit === undefined ? {} : { "screen.field.clause.exhibit": facts.exhibit }),
      "screen.field.shownAtOrder": named(hand, "answer.yes"),
    },
  );
}

/** What the proof table says is open: by point, the words of each open cell. Points that are shown are left out. */
export async function openPoints(hand: Hand): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows = section(hand, "screen.case.matrix").locator("[data-element]");
  const found: Record<string, readonly string[]> = {};
  for (const row of await rows.all()) {
    if ((await row.locator("[data-verdict]").getAttribute("data-verdict")) === "ok") continue;
    const name = (await textsOf(row.locator("th, h3")))[0] ?? "";
    found[name] = (await textsOf(row.locator("[class*=gap]"))).toSorted();
  }
  return found;
}

/** Starts or opens the letter from the list of letters; one that was sent shows as it was sent. */
export async function openLetter(hand: Hand): Promise<void> {
  const letters = section(hand, "screen.case.letters");
  const start = button(letters, named(hand, "screen.step.write"));
  await hand.press((await start.isVisible()) ? start : button(letters, named(hand, "screen.step.letter")).first());
  await seen(paper(hand).or(sentPaper(hand)));
}

/** A letter as it was sent. */
export const sentPaper = (hand: Hand): Locator => hand.page.locator("article[data-sent]");

/** The letter as paper. */
export const paper = (hand: Hand): Locator => hand.page.getByRole("group", { name: named(hand, "screen.letter.body") });

/** The block of the sentence that contains these words. */
export const sentence = (hand: Hand, words: string): Locator =>
  paper(hand)
    .locator("li[data-sentence]")
    .filter({ has: hand.page.getByRole("button").filter({ hasText: words }) });

/** The line over the letter that says what is left to change. */
export const letterState = async (hand: Hand): Promise<string> =>
  (await textsOf(hand.page.getByRole("status", { name: named(hand, "screen.letter.status") })))[0] ?? "";

/** Leaves the sentence with these words out of the letter. */
export async function leaveOut(hand: Hand, words: string): Promise<void> {
  const block = sentence(hand, words);
  const number =
    (await paper(hand).locator("li[data-sentence]").allInnerTexts()).findIndex((text) => text.includes(words)) + 1;
  await hand.press(button(block, named(hand, "screen.letter.sentence.more", { n: number })));
  await hand.press(hand.page.getByRole("menuitem", { name: named(hand, "screen.letter.omit") }));
  await gone(block);
}

/** Writes a sentence anew and leaves the field by Enter. */
export async function rewrite(hand: Hand, words: string, text: string): Promise<void> {
  await hand.press(sentence(hand, words).locator("[data-sentence-text]"));
  const entry = paper(hand).getByRole("textbox");
  await hand.fill(entry, text);
  await entry.press("Enter");
  await gone(entry);
}

/** The card of a finding, by the code it was found under. */
export const finding = (hand: Hand, code: string): Locator => paper(hand).locator(`[data-finding="${code}"]`);

/** Packs the bundle from the letter's bar or the case, and waits for the file. */
export async function downloadBundle(hand: Hand): Promise<Download> {
  await hand.press(button(hand.page, named(hand, "screen.letter.bundle")).first());
  const start = button(hand.page, named(hand, "screen.bundle.start"));
  await seen(start);
  const comes = hand.page.waitForEvent("download");
  await hand.press(start);
  return comes;
}

export interface SentFacts {
  /** Where it was sent, in words. */
  readonly where: string;
  /** Own period. Units: hours. */
  readonly hours: string;
}

/** Records the letter as sent, with a time the person named themselves. */
export async function markSent(hand: Hand, facts: SentFacts): Promise<void> {
  await hand.press(button(hand.page, named(hand, "screen.letter.mark_sent")));
  const form = await seen(dialog(hand, named(hand, "screen.send.title")));
  await hand.choose(
    form.getByLabel(named(hand, "screen.send.channel"), { exact: true }),
    named(hand, "screen.send.channel.other"),
  );
  await hand.fill(form.getByLabel(named(hand, "screen.send.channel.name"), { exact: true }), facts.where);
  await hand.press(form.getByRole("radio", { name: named(hand, "screen.send.period.own") }));
  await hand.fill(form.getByLabel(named(hand, "screen.send.period.hours"), { exact: true }), facts.hours);
  await hand.press(button(form, named(hand, "screen.send.do")));
  await gone(form);
}
