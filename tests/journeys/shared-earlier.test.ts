/**
 * bob was sent the case as a file first, and wrote into it; later he is invited to the same case. The copy of before is not lost: he is told of it,
 * compares it, and takes over what he wrote.
 */
import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { goToHash } from "./board-steps.ts";
import {
  addPromise,
  button,
  dialog,
  giveFiles,
  gone,
  handAt,
  named,
  newCase,
  openApp,
  openCase,
  saved,
  section,
  seen,
  type GivenFile,
  type Hand,
} from "./drive.ts";
import { CARD, handedOver, letSomebodyIn, linking, openJoined, openShare, startSharing } from "./share-steps.ts";

const { title: TITLE } = CARD;
const OWN = "加入以前 bob 写的";

describe("[R8] a case that was there before it is joined", () => {
  let served: Served;
  let browser: Browser;
  let pages: readonly Watched[] = [];
  let alice: Hand;
  let bob: Hand;

  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    pages = [await openPage(browser), await openPage(browser)];
    const [a, b] = pages.map(({ page }) => handAt(page));
    if (a === undefined || b === undefined) throw new Error("two pages");
    [alice, bob] = [a, b];
    for (const { page } of pages) page.setDefaultTimeout(20_000);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  const takeIn = async (hand: Hand, file: GivenFile): Promise<void> => {
    await goToHash(hand.page, "/archive");
    const choose = button(hand.page, named(hand, "screen.archive.choose"));
    await seen(choose);
    await giveFiles(hand, choose, [file]);
  };
  const fact = (hand: Hand) => section(hand, "screen.case.facts").getByText(OWN, { exact: false });

  it("[R8] bob takes in alice's file and writes into it, alone", async () => {
    await openApp(alice, served.address);
    await newCase(alice, CARD);
    await openMenu(alice);
    const download = await handedOver(alice, () =>
      alice.press(alice.page.getByRole("menuitem", { name: named(alice, "screen.case.archive"), exact: true })),
    );
    await openApp(bob, served.address);
    await takeIn(bob, {
      name: download.suggestedFilename(),
      mimeType: "application/zip",
      buffer: await readFile(await download.path()),
    });
    await bob.press(button(bob.page, named(bob, "screen.archive.new.do")));
    await openCase(bob, TITLE);
    await addPromise(bob, { quote: OWN, counter: "天数" });
    await seen(fact(bob));
    await saved(bob);
  });

  it("[R8, JO1] invited to it later he sees the shared case, and is told that the other copy is still here", async () => {
    await startSharing(alice, "alice");
    await linking(alice, "live");
    await letSomebodyIn(alice, bob, "helper", "bob");
    await openJoined(bob, TITLE);
    await gone(fact(bob));
    await seen((await openShare(bob)).locator("[data-earlier]"));
    expect(await (await openShare(alice)).locator("[data-earlier]").count()).toBe(0);
  });

  it("[R8] saved as an archive and compared, what he wrote is taken over, and alice has it too", async () => {
    const part = (await openShare(bob)).locator("[data-earlier]");
    const download = await handedOver(bob, () => bob.press(button(part, named(bob, "screen.share.earlier.save"))));
    await takeIn(bob, {
      name: download.suggestedFilename(),
      mimeType: "application/zip",
      buffer: await readFile(await download.path()),
    });
    const rows = bob.page.locator("[data-merge-row]");
    await seen(rows);
    for (const row of await rows.all()) await row.getByRole("combobox").selectOption("theirs");
    await bob.press(bob.page.locator("[data-take-in]"));
    await seen(fact(bob));
    await openCase(alice, TITLE);
    await seen(fact(alice));
  });

  it("[R8] the copy of before is given up when he says so, and the case stays", async () => {
    const page = await openShare(bob);
    await bob.press(button(page.locator("[data-earlier]"), named(bob, "screen.share.earlier.drop")));
    const asked = await seen(dialog(bob));
    await bob.press(button(asked, named(bob, "screen.share.earlier.drop")));
    await gone(page.locator("[data-earlier]"));
    await bob.page.reload();
    await openCase(bob, TITLE);
    await seen(fact(bob));
    expect(pages.flatMap(({ troubles }) => troubles)).toEqual([]);
  });
});

/** Opens the menu of the case in view. */
async function openMenu(of: Hand): Promise<void> {
  await of.press(button(of.page, named(of, "screen.case.more")));
  await seen(of.page.getByRole("menuitem", { name: named(of, "screen.case.archive"), exact: true }));
}
