/**
 * Steps on the screen of a case, from making it to what its proof table says is open. Effects: drives a page.
 */
import type { Locator } from "playwright-core";
import { button, dialog, field, goTo, gone, named, section, seen, textsOf, type GivenFile, type Hand } from "./hand.ts";

/** Units: ms after which a person sees that a press has folded the list away, and presses once more. */
const APPEARS = 2000;

/** Hands files to a button that opens the file dialog. */
export async function giveFiles(hand: Hand, target: Locator, files: readonly GivenFile[]): Promise<void> {
  // Waited for together: where a tab dies under the press, neither failure is left without somebody to take it.
  const [chooser] = await Promise.all([hand.page.waitForEvent("filechooser"), hand.press(target)]);
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
  /** Units: years, as typed. */
  readonly payerAge?: string;
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
    ["screen.field.payerAge", facts.payerAge],
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
  // Pressing the place that is shown already would fold it away; right after a reload it may come by itself under the press, which then folds it.
  if (!(await list.isVisible())) await goTo(hand, "cases");
  const isThere = await list.waitFor({ timeout: APPEARS }).then(
    () => true,
    () => false,
  );
  if (!isThere) await goTo(hand, "cases");
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
