/**
 * Somebody who may only look: vera goes through all screens and tries to change what she sees, by mouse, by keys, by carrying, with files. Nothing
 * changes, neither for her nor for the owner, and she is told why.
 */
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { screenshot } from "../cli/screenshot.ts";
import { card, carry, goToCard, PATIENCE, record, stands, target } from "./board-steps.ts";
import {
  addFiles,
  addPromise,
  button,
  dialog,
  field,
  giveFiles,
  goTo,
  handAt,
  named,
  openCase,
  openLetter,
  paper,
  saved,
  section,
  seen,
  type Hand,
} from "./drive.ts";
import { keysAt } from "./keyboard-steps.ts";
import { beginNote, noteField, noteText, openNote, openNotes, placeCaret, reads } from "./note-steps.ts";
import { readLog } from "./share-log.ts";
import { away, pressAll } from "./sweep.ts";
import {
  CARD,
  caseShown,
  dropOn,
  meet,
  openShare,
  pasteOn,
  shareFile,
  wholeCase,
  type MadeFile,
} from "./share-steps.ts";

const { title: TITLE } = CARD;
const NOTE = "客服说周五前答复";
const picture = (name: string, grey: number): MadeFile => ({
  name,
  mimeType: "image/png",
  buffer: Buffer.from(screenshot(grey)),
});
describe("[ME3, S3] somebody who may only look", () => {
  let served: Served;
  let browser: Browser;
  let atAlice: Watched;
  let atVera: Watched;
  let alice: Hand;
  let vera: Hand;
  /** How both stood before she tried anything. */
  let before: { readonly whole: string; readonly shown: unknown; readonly records: ReadonlySet<string> };

  const refused = (): string => named(vera, "error.not_allowed");
  /** Toasts and announcements say why. */
  const told = async (): Promise<void> => {
    await seen(vera.page.getByText(refused()).filter({ visible: true }));
  };
  const records = async (): Promise<ReadonlySet<string>> => {
    const { hashes } = await readLog((await shareFile(alice)).buffer);
    await openCase(alice, TITLE);
    return hashes;
  };
  /** Nothing has changed: on her screen, in her case as a whole, for the owner, in the owner's log. */
  const asBefore = async (): Promise<void> => {
    await openCase(vera, TITLE);
    await expect.poll(() => caseShown(vera), PATIENCE).toEqual(before.shown);
    expect(await wholeCase(vera)).toBe(before.whole);
    expect(await wholeCase(alice)).toBe(before.whole);
    expect(await records()).toEqual(before.records);
  };

  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    atAlice = await openPage(browser);
    atVera = await openPage(browser);
    alice = handAt(atAlice.page);
    vera = handAt(atVera.page);
    for (const { page } of [alice, vera]) page.setDefaultTimeout(20_000);
    await meet(alice, vera, served.address, CARD, { role: "viewer", names: ["alice", "vera"] });
    await addPromise(alice, { quote: "一年内随时可用", counter: "天数" });
    await addFiles(alice, [picture("聊天.png", 60)]);
    await openLetter(alice);
    await seen(paper(alice).locator("li[data-sentence]"));
    await openCase(alice, TITLE);
    await openNotes(alice);
    await beginNote(alice);
    await alice.page.keyboard.type(NOTE);
    await saved(alice);
    const keys = keysAt(alice.page);
    await goTo(alice, "board");
    await goToCard(keys, TITLE);
    await keys.key("m");
    await keys.press(target(keys, "apply"));
    await record(alice, { channel: named(alice, "channel.platform_form"), hours: "72" });
    await stands(alice, TITLE, "apply");
    await openCase(alice, TITLE);
    await saved(alice);
    await openCase(vera, TITLE);
    await seen(section(vera, "screen.case.timeline").locator("[data-ref^='event/']"));
    await seen(section(vera, "screen.case.exhibits").getByText("聊天.png").first());
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  it("[ME3] she sees what the owner sees, and over it that she may only look, and whom to ask", async () => {
    await expect.poll(() => caseShown(vera), PATIENCE).toEqual(await caseShown(alice));
    const notice = await seen(vera.page.locator("[data-viewer=viewer]").filter({ visible: true }));
    expect(await notice.first().innerText()).toContain(named(vera, "screen.share.viewer"));
    expect(await notice.first().innerText()).toContain(named(vera, "screen.share.viewer.text"));
    before = { whole: await wholeCase(alice), shown: await caseShown(vera), records: await records() };
    expect(await wholeCase(vera)).toBe(before.whole);
  });

  it("[ME3] the case: names, amounts, promises, removing, answers: each is refused in words", async () => {
    const facts = section(vera, "screen.case.facts");
    const sent = async (form: Locator): Promise<void> => {
      await vera.press(button(form, named(vera, "screen.case.save")));
      await told();
      await away(vera);
    };
    await vera.press(button(vera.page, named(vera, "screen.case.more")));
    const edit = named(vera, "screen.form.title.case.edit");
    await vera.press(vera.page.getByRole("menuitem", { name: edit, exact: true }));
    const named_ = await seen(dialog(vera));
    await vera.fill(field(vera, named_, "screen.field.title"), "vera");
    await sent(named_);
    const order = facts.locator("[data-ref^='order/']");
    await vera.press(order.getByRole("button").first());
    const amount = await seen(dialog(vera));
    await vera.fill(field(vera, amount, "screen.field.paidFen"), "1");
    await sent(amount);
    await vera.press(button(facts, named(vera, "screen.form.title.undertaking.add")));
    const promise = await seen(dialog(vera));
    await vera.fill(field(vera, promise, "screen.field.quote"), "vera");
    await vera.choose(field(vera, promise, "screen.field.counter"), "天数");
    await vera.choose(field(vera, promise, "screen.field.shownAtOrder"), named(vera, "answer.yes"));
    await sent(promise);
    await vera.press(order.getByRole("button").last());
    await vera.press(vera.page.getByRole("menuitem", { name: named(vera, "screen.case.remove"), exact: true }));
    await told();
    await asBefore();
  });

  it("[ME3] every other button of the case, pressed, and what it asks answered: nothing comes of it", async () => {
    const all = vera.page.locator("article [data-section] button").filter({ visible: true });
    const heading = vera.page.getByRole("heading", { level: 1, name: TITLE, exact: true });
    const { pressed, windows } = await pressAll(
      vera,
      all,
      () => heading.isVisible(),
      () => openCase(vera, TITLE),
    );
    console.log(`shared-viewer: ${pressed} buttons, ${windows} windows`);
    // A case with everything on it has more; none at all would prove nothing.
    expect(pressed).toBeGreaterThan(20);
    expect(windows).toBeGreaterThan(10);
    await asBefore();
  });

  it("[ME3] files: chosen, dropped and pasted, they wait in her own inbox, and the case stays as it is", async () => {
    const exhibits = section(vera, "screen.case.exhibits");
    await giveFiles(vera, button(exhibits, named(vera, "screen.case.add_files")), [picture("选的.png", 120)]);
    await seen(exhibits.getByRole("listitem").filter({ hasText: "选的.png" }));
    const place = exhibits.getByRole("group", { name: named(vera, "screen.case.add_files"), exact: true });
    await dropOn(place, [picture("拖的.png", 130)]);
    await seen(exhibits.getByRole("listitem").filter({ hasText: "拖的.png" }));
    await pasteOn(place, [picture("贴的.png", 140)]);
    await seen(exhibits.getByRole("listitem").filter({ hasText: "贴的.png" }));
    for (const name of ["选的.png", "拖的.png", "贴的.png"])
      await seen(exhibits.getByRole("listitem").filter({ hasText: named(vera, "screen.take.refused", { name }) }));
    await goTo(vera, "inbox");
    for (const name of ["选的.png", "拖的.png", "贴的.png"]) await seen(vera.page.locator(`[data-waiting="${name}"]`));
    await asBefore();
  });

  it("[ME3] the board: keys and carrying say that it can only be viewed, undoing and redoing find nothing", async () => {
    const keys = keysAt(vera.page);
    await goTo(vera, "board");
    await goToCard(keys, TITLE);
    await keys.key("m");
    await seen(dialog(vera).getByText(named(vera, "screen.move.cannot.read_only")));
    await away(vera);
    for (const chord of ["Alt+ArrowRight", "Alt+ArrowLeft"]) {
      await goToCard(keys, TITLE);
      await vera.page.keyboard.press(chord);
      await seen(dialog(vera).getByText(named(vera, "screen.move.cannot.read_only")));
      await away(vera);
    }
    await (await carry(vera, TITLE, "first")).drop();
    await seen(dialog(vera).getByText(named(vera, "screen.move.cannot.read_only")));
    await away(vera);
    await stands(vera, TITLE, "apply");
    for (const chord of ["Control+z", "Control+Shift+z", "Control+y"]) {
      await card(vera, TITLE).focus();
      await vera.page.keyboard.press(chord);
    }
    await asBefore();
    for (const chord of ["Control+z", "Control+Shift+z"]) await vera.page.keyboard.press(chord);
    await asBefore();
  });

  it("[ME3] the letter: she reads it, and nothing in it can be written, left out, sent or begun anew", async () => {
    await openCase(vera, TITLE);
    await openLetter(vera);
    await seen(vera.page.getByText(named(vera, "screen.letter.read_only")).filter({ visible: true }));
    const sentences = paper(vera).locator("[data-sentence-text]").filter({ visible: true });
    expect(await sentences.first().getAttribute("aria-disabled")).toBe("true");
    // Pressed all the same, by mouse and by key.
    await sentences.first().click({ force: true });
    await sentences.first().focus();
    await vera.page.keyboard.press("Enter");
    await vera.page.keyboard.type("vera");
    expect(await paper(vera).getByRole("textbox").count()).toBe(0);
    expect(await vera.page.locator("[data-send]:enabled").filter({ visible: true }).count()).toBe(0);
    await asBefore();
  });

  it("[ME3] the notes: she reads them, and neither keys nor what is pasted change a letter", async () => {
    await openCase(vera, TITLE);
    const notes = await openNotes(vera);
    await openNote(vera, NOTE);
    await reads(vera, NOTE);
    expect(await noteField(vera).getAttribute("readonly")).not.toBeNull();
    await placeCaret(vera, 2);
    await vera.page.keyboard.type("vera");
    await vera.page.keyboard.press("Backspace");
    await vera.page.keyboard.insertText("vera");
    await vera.page.keyboard.press("Control+z");
    expect(await noteText(vera)).toBe(NOTE);
    for (const name of [named(vera, "screen.notes.new"), named(vera, "screen.notes.remove", { title: NOTE })])
      expect(await button(notes, name).count()).toBe(0);
    await asBefore();
  });

  it("[ME3] with whom it is shared: she sees them, and can invite, lower and remove nobody", async () => {
    const page = await openShare(vera);
    await seen(page.locator("[data-viewer=viewer]"));
    expect(await button(page, named(vera, "screen.share.invite")).count()).toBe(0);
    expect(await button(page, named(vera, "screen.share.acts", { name: "alice" })).count()).toBe(0);
    await asBefore();
  });

  it("[S3] after a reload it is all as before, and she was no deaf looker-on: what the owner writes now she sees", async () => {
    await vera.page.reload();
    await asBefore();
    await addPromise(alice, { quote: "后来写的", counter: "天数" });
    await seen(section(vera, "screen.case.facts").getByText("后来写的"));
    expect((await records()).size).toBe(before.records.size + 1);
  });

  it("[S8] neither page violated the content policy or threw", () => {
    expect([...atAlice.troubles, ...atVera.troubles]).toEqual([]);
  });
});
