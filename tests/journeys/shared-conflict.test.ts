/**
 * Two people who edit the same things while neither can reach the other: together again both have everything, and what was written twice is
 * theirs to choose.
 */
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { screenshot } from "../cli/screenshot.ts";
import { goToCard, PATIENCE, record, stands, target } from "./board-steps.ts";
import { keysAt } from "./keyboard-steps.ts";
import {
  addFiles,
  addPromise,
  button,
  dialog,
  field,
  fillForm,
  goTo,
  gone,
  handAt,
  named,
  offlineReady,
  openCase,
  saved,
  section,
  seen,
  type GivenFile,
  type Hand,
} from "./drive.ts";
import {
  CARD,
  backToCase,
  caseShown,
  clashes,
  linking,
  meet,
  openProblems,
  reconnect,
  wholeCase,
} from "./share-steps.ts";

const picture = (name: string, grey: number): GivenFile => ({
  name,
  mimeType: "image/png",
  buffer: Buffer.from(screenshot(grey)),
});

/** What each makes of the two fields that both change. */
const HERS = { title: "年卡退款", paid: "98.50", promise: "alice 断网时写的", file: "聊天-alice.png" } as const;
const HIS = { title: "健身房年卡", paid: "199.00", promise: "bob 断网时写的", file: "聊天-bob.png" } as const;

/** Changes one field of the order through its row. */
async function payOther(hand: Hand, yuan: string): Promise<void> {
  const what = named(hand, "screen.record.order");
  const row = section(hand, "screen.case.facts").locator("[data-ref^='order/']");
  await hand.press(button(row, named(hand, "screen.case.edit_of", { what })));
  await fillForm(hand, await seen(dialog(hand)), { "screen.field.paidFen": yuan });
}

/** Gives the case another name. */
async function rename(hand: Hand, to: string): Promise<void> {
  await hand.press(button(hand.page, named(hand, "screen.case.more")));
  const edit = hand.page.getByRole("menuitem", { name: named(hand, "screen.form.title.case.edit"), exact: true });
  await hand.press(edit);
  const form = await seen(dialog(hand));
  await hand.fill(field(hand, form, "screen.field.title"), to);
  await hand.press(button(form, named(hand, "screen.case.save")));
  await gone(form);
  await seen(hand.page.getByRole("heading", { level: 1, name: to, exact: true }));
}

/** The title as both screens show it. */
const titleOf = (hand: Hand): Promise<string> =>
  hand.page.locator("article h1").filter({ visible: true }).first().innerText();
/** The amount that the order shows. */
const amountOf = async (hand: Hand): Promise<string | undefined> =>
  /¥[\d.,]+/.exec(await section(hand, "screen.case.facts").locator("[data-ref^='order/']").innerText())?.[0];
/** The window in which one of two values is chosen, opened from the clash of a record of this kind. */
async function choosing(hand: Hand, kind: "case" | "order"): Promise<Locator> {
  await openProblems(hand);
  const row = clashes(hand).filter({ hasText: named(hand, `screen.kind.${kind}`) });
  await hand.press(button(row, named(hand, "fix.choose_value")));
  return seen(dialog(hand));
}

describe("[S4, R1] two people apart", () => {
  let served: Served;
  let browser: Browser;
  let atAlice: Watched;
  let atBob: Watched;
  let alice: Hand;
  let bob: Hand;

  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    atAlice = await openPage(browser);
    atBob = await openPage(browser);
    alice = handAt(atAlice.page);
    bob = handAt(atBob.page);
    for (const { page } of [alice, bob]) page.setDefaultTimeout(20_000);
    await meet(alice, bob, served.address, CARD, { role: "helper", names: ["alice", "bob"] });
    await Promise.all([alice, bob].map(offlineReady));
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  it("[R1] without the relay each changes name and amount, moves the card, and adds what is only theirs", async () => {
    await served.pause();
    await linking(alice, "offline", "silent");
    await backToCase(alice, CARD.title);
    for (const [hand, own] of [
      [alice, HERS],
      [bob, HIS],
    ] as const) {
      await payOther(hand, own.paid);
      await addPromise(hand, { quote: own.promise, counter: "天数" });
      await addFiles(hand, [picture(own.file, own === HERS ? 60 : 190)]);
      await rename(hand, own.title);
    }
    // Both say that they have applied; bob also that he has reminded them.
    for (const [hand, own, rounds] of [
      [alice, HERS, ["apply"]],
      [bob, HIS, ["apply", "first"]],
    ] as const) {
      const keys = keysAt(hand.page);
      await goTo(hand, "board");
      for (const round of rounds) {
        await goToCard(keys, own.title);
        await keys.key("m");
        await keys.press(target(keys, round));
        await record(hand, { channel: named(hand, "channel.platform_form"), hours: own === HERS ? "72" : "48" });
        await stands(hand, own.title, round);
      }
      await openCase(hand, own.title);
      await saved(hand);
    }
    expect(await titleOf(alice)).toBe(HERS.title);
    expect(await titleOf(bob)).toBe(HIS.title);
  });

  it("[R1, I1] together again both show the same, with everything that either wrote", async () => {
    served = await serve(served);
    for (const hand of [alice, bob]) await reconnect(hand);
    // One of the two names has given way meanwhile, so none leads back.
    for (const { page } of [alice, bob]) await page.goBack();
    for (const hand of [alice, bob]) {
      const facts = section(hand, "screen.case.facts");
      for (const { promise } of [HERS, HIS]) await seen(facts.getByText(promise));
      const exhibits = section(hand, "screen.case.exhibits");
      for (const { file } of [HERS, HIS]) await seen(exhibits.getByText(file).first());
      // Two applications and a reminder: what happened was told by two, and nobody decides for them that one is too many.
      await expect
        .poll(() => section(hand, "screen.case.timeline").locator("[data-ref^='event/']").count(), PATIENCE)
        .toBe(3);
    }
    await expect.poll(() => caseShown(bob), PATIENCE).toEqual(await caseShown(alice));
    expect([HERS.title, HIS.title]).toContain(await titleOf(alice));
    expect(await wholeCase(bob)).toBe(await wholeCase(alice));
  });

  it("[S4] on the board the card stands at the same place for both", async () => {
    const title = await titleOf(alice);
    for (const hand of [alice, bob]) {
      await goTo(hand, "board");
      await stands(hand, title, "first");
      await openCase(hand, title);
    }
  });

  it("[I1] both are told of the two places that were written twice; what one chooses clears it for the other", async () => {
    for (const hand of [alice, bob]) {
      await openProblems(hand);
      await expect.poll(() => clashes(hand).count(), PATIENCE).toBe(2);
    }
    const kept = await titleOf(alice);
    const other = kept === HERS.title ? HIS.title : HERS.title;
    const window = await choosing(alice, "case");
    expect((await window.getByRole("listitem").allInnerTexts()).map((text) => text.split("\n")[0])).toEqual([
      kept,
      other,
    ]);
    await alice.press(button(window, other));
    await gone(window);
    for (const hand of [alice, bob]) {
      await seen(hand.page.getByRole("heading", { level: 1, name: other, exact: true }));
      await expect.poll(() => clashes(hand).count(), PATIENCE).toBe(1);
    }
    // The other one, by bob, who keeps what is in use.
    const before = await amountOf(bob);
    expect([HERS.paid, HIS.paid].map((paid) => `¥${paid}`)).toContain(before);
    const amounts = await choosing(bob, "order");
    await bob.press(amounts.getByRole("button", { name: new RegExp(named(bob, "screen.choose.kept")) }));
    await gone(amounts);
    for (const hand of [alice, bob]) {
      await expect.poll(() => clashes(hand).count(), PATIENCE).toBe(0);
      expect(await amountOf(hand)).toBe(before);
    }
  });

  it("[I1] undone, the first choice is back on both sides, and both have the same case to the last letter", async () => {
    const chosen = await titleOf(alice);
    const back = chosen === HERS.title ? HIS.title : HERS.title;
    await alice.press(button(alice.page, named(alice, "screen.case.undo")).filter({ visible: true }).last());
    for (const hand of [alice, bob]) await seen(hand.page.getByRole("heading", { level: 1, name: back, exact: true }));
    await expect.poll(() => wholeCase(bob), PATIENCE).toBe(await wholeCase(alice));
  });

  it("[S3] after a reload both read the same once more", async () => {
    for (const hand of [alice, bob]) {
      const title = await titleOf(hand);
      const before = await caseShown(hand);
      await hand.page.reload();
      await seen(hand.page.getByRole("heading", { level: 1, name: title, exact: true }));
      await expect.poll(() => caseShown(hand), PATIENCE).toEqual(before);
    }
  });

  it("[S8] neither page violated the content policy or threw", () => {
    const own = [...atAlice.troubles, ...atBob.troubles].filter(
      (line) => !/WebSocket connection|ERR_CONNECTION/.test(line),
    );
    expect(own).toEqual([]);
  });
});
