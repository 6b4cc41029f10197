/**
 * Two people with the relay gone: where both have switched it on, their devices go on straight with each other. One of them looks at the case on a
 * telephone. Where the machine has no network address at all there is no such way: then this is skipped, and says so.
 */
import { networkInterfaces } from "node:os";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { screenshot as picture } from "../cli/screenshot.ts";
import { addFiles, addPromise, handAt, named, openCase, seen, section, type GivenFile, type Hand } from "./drive.ts";
import { CARD, linking, meet, openShare, remove } from "./share-steps.ts";

const { title: TITLE } = CARD;
const screenshot = {
  name: "聊天截图.png",
  mimeType: "image/png",
  buffer: Buffer.from(picture(90)),
} satisfies GivenFile;

const hasAddress = Object.values(networkInterfaces()).some((all) => all?.some(({ internal }) => !internal));
if (!hasAddress) console.warn("SKIPPED [FR6]: this machine has no network address, so direct ways were not tried");

describe.skipIf(!hasAddress)("[FR6] two people, and the relay gone", () => {
  let served: Served;
  let browsers: readonly Browser[] = [];
  let pages: readonly Watched[] = [];
  let alice: Hand;
  let bob: Hand;

  beforeAll(async () => {
    const [of, hers, his] = await Promise.all([serve(), launch(), launch()]);
    served = of;
    browsers = [hers, his];
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
    const [atAlice, atBob] = [await openPage(hers), await openPage(his, phone)];
    pages = [atAlice, atBob];
    [alice, bob] = [handAt(atAlice.page), handAt(atBob.page)];
    for (const { page } of pages) page.setDefaultTimeout(20_000);
  });
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await served?.stop();
  });

  const shows = (hand: Hand, text: string): Promise<unknown> =>
    seen(section(hand, "screen.case.facts").getByText(text, { exact: false }));
  const switchOn = async (hand: Hand): Promise<void> => {
    const page = await openShare(hand);
    await page.getByRole("checkbox", { name: named(hand, "screen.share.direct.on"), exact: true }).check();
    await seen(page.locator("[data-direct=on]"));
  };

  it("[FR6] it is off until somebody switches it on, and one alone is not joined to anybody", async () => {
    await meet(alice, bob, served.address, CARD, { role: "helper", names: ["alice", "bob"] });
    const page = await openShare(alice);
    await seen(page.locator("[data-direct=off]"));
    await switchOn(alice);
    await seen(page.locator("[data-direct=on] [data-joined='0']"));
  });

  it("[FR6] when both have, each is told by name to whom he is joined", async () => {
    await switchOn(bob);
    for (const [hand, name] of [
      [alice, "bob"],
      [bob, "alice"],
    ] as const) {
      const line = await seen((await openShare(hand)).locator("[data-direct=on] [data-joined='1']"));
      expect((await line.innerText()).trim()).toBe(named(hand, "screen.share.direct.joined", { names: name }));
    }
  });

  it("[FR6, I10] the relay is stopped: both are told, and what one writes the other sees at once, both ways", async () => {
    await served.pause();
    for (const hand of [alice, bob]) await linking(hand, "direct");
    for (const hand of [alice, bob]) await openCase(hand, TITLE);
    await addPromise(alice, { quote: "没有中转时 alice 写的", counter: "天数" });
    await shows(bob, "没有中转时 alice 写的");
    await addPromise(bob, { quote: "没有中转时 bob 写的", counter: "天数" });
    await shows(alice, "没有中转时 bob 写的");
  });

  it("[BL2, FR6] a screenshot goes that way too", async () => {
    await addFiles(alice, [screenshot]);
    const exhibits = section(bob, "screen.case.exhibits");
    await exhibits.getByText(screenshot.name).first().scrollIntoViewIfNeeded();
    await seen(exhibits.locator("img"));
  });

  it("[I6, FR2] alice is told that bob has it, and that no relay does", async () => {
    const page = await openShare(alice);
    await seen(page.locator("[data-linking=direct]"));
    await seen(page.locator("[data-is=open]", { hasText: /条没上传/ }));
    await seen(page.locator("[data-is=done]", { hasText: /1 位帮手已收到/ }));
  });

  it("[R1, FR6] the relay is back: it gets all of it, and both are connected as before", async () => {
    served = await serve(served);
    for (const hand of [alice, bob]) await linking(hand, "live");
    await seen((await openShare(alice)).locator("[data-is=done]", { hasText: /1 位帮手已收到/ }));
  });

  it("[RE4, FR6] removed, bob is joined to nobody any more", async () => {
    await remove(alice, "bob");
    await seen((await openShare(alice)).locator("[data-direct=on] [data-joined='0']"));
  });

  it("[S8] neither page violated the content policy or threw", () => {
    const own = pages
      .flatMap(({ troubles }) => troubles)
      .filter((line) => !/WebSocket connection|ERR_CONNECTION/.test(line));
    expect(own).toEqual([]);
  });
});
