/**
 * Two people, two browsers, one case: alice shares it from her computer, bob helps on his telephone. They compare six digits, work
 * together, apart, and together again; then bob is removed.
 */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import {
  addFiles,
  addPromise,
  handAt,
  newCase,
  openApp,
  openCase,
  seen,
  section,
  type GivenFile,
  type Hand,
} from "./drive.ts";
import { screenshot as picture } from "../cli/screenshot.ts";
import {
  CARD,
  askToJoin,
  digitsOf,
  invite,
  letIn,
  linking,
  openJoined,
  openShare,
  remove,
  startSharing,
} from "./share-steps.ts";

const screenshot = {
  name: "聊天截图-金丝雀.png",
  mimeType: "image/png",
  buffer: Buffer.from(picture(120)),
} satisfies GivenFile;

/** Words that no relay may ever see: in the case, in names, and typed while apart. */
const CANARY = "金丝雀";
const TITLE = `年卡 ${CANARY}`;

describe("[S1] two people on one case", () => {
  let served: Served;
  let browser: Browser;
  let atAlice: Watched;
  let atBob: Watched;
  let alice: Hand;
  let bob: Hand;
  let link = "";

  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    atAlice = await openPage(browser);
    atBob = await openPage(browser, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    alice = handAt(atAlice.page);
    bob = handAt(atBob.page);
    for (const { page } of [alice, bob]) page.setDefaultTimeout(20_000);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  /** How many facts of the other side's promises stand on the case screen. */
  const shows = (hand: Hand, text: string): Promise<unknown> =>
    seen(section(hand, "screen.case.facts").getByText(text, { exact: false }));

  it("[P5] alice shares her case and makes a link, whose secret is not in her address", async () => {
    await openApp(alice, served.address);
    await newCase(alice, { ...CARD, title: TITLE, respondent: `${CANARY} 公司` });
    await startSharing(alice, `alice ${CANARY}`);
    await linking(alice, "live");
    link = await invite(alice, "helper");
    expect(link).toMatch(/\/j#1\.[0-9a-f]{32}\.[\w-]{43}$/);
    expect(alice.page.url()).not.toContain(new URL(link).hash);
  });

  it("[JO1, S9] bob opens it without an account; the secret leaves the address and the history at once", async () => {
    await askToJoin(bob, link, `bob ${CANARY}`);
    const secret = new URL(link).hash.split(".").at(-1) ?? "";
    expect(secret).toHaveLength(43);
    expect(bob.page.url()).not.toContain(secret);
    expect(await bob.page.title()).not.toContain(secret);
  });

  it("[JO2] both see the same six digits, and only then is he let in", async () => {
    await openShare(alice);
    const [hers, his] = await Promise.all([digitsOf(alice), digitsOf(bob)]);
    expect(hers).toMatch(/^\d{3} \d{3}$/);
    expect(his).toBe(hers);
    await letIn(alice);
    await openJoined(bob, TITLE);
  });

  it("[I6] what one writes the other sees, and the writer is told how far it has come", async () => {
    await openCase(alice, TITLE);
    await addPromise(alice, { quote: "一年内随时可用", counter: "天数" });
    await shows(bob, "一年内随时可用");
    await openShare(alice);
    await seen(alice.page.locator("[data-is=done]", { hasText: /1 位帮手已收到/ }));
  });

  it("[BL1, BL2] a screenshot that alice puts in reaches bob's telephone, sealed on its way", async () => {
    await openCase(alice, TITLE);
    await addFiles(alice, [screenshot]);
    for (const hand of [alice, bob]) {
      const exhibits = section(hand, "screen.case.exhibits");
      // Pictures are drawn when they come into view.
      await exhibits.getByText(screenshot.name).first().scrollIntoViewIfNeeded();
      await seen(exhibits.locator("img"));
    }
    const [hers, his] = await Promise.all(
      [alice, bob].map((hand) =>
        section(hand, "screen.case.exhibits")
          .locator("img")
          .first()
          .evaluate((img) => (img instanceof HTMLImageElement ? [img.naturalWidth, img.naturalHeight] : [])),
      ),
    );
    expect(his).toEqual(hers);
    expect(his?.[0]).toBeGreaterThan(0);
  });

  it("[R1] apart they go on, each alone; together again both have everything", async () => {
    await served.pause();
    await linking(alice, "offline", "silent");
    await openCase(alice, TITLE);
    await addPromise(alice, { quote: `断网时 alice 写的 ${CANARY}`, counter: "天数" });
    await addPromise(bob, { quote: `断网时 bob 写的 ${CANARY}`, counter: "天数" });
    served = await serve(served);
    await shows(alice, "断网时 bob 写的");
    await shows(bob, "断网时 alice 写的");
  });

  it("[S3] a reload on the telephone keeps everything, without the relay too", async () => {
    await served.pause();
    await bob.page.reload();
    await seen(bob.page.getByRole("heading", { level: 1, name: TITLE, exact: true }));
    await shows(bob, "断网时 alice 写的");
    served = await serve(served);
  });

  it("[RE4] removed, bob keeps what he had and gets nothing new", async () => {
    await linking(alice, "live");
    await remove(alice, `bob ${CANARY}`);
    await openCase(alice, TITLE);
    await addPromise(alice, { quote: "移出以后写的", counter: "天数" });
    await openShare(bob);
    await seen(bob.page.locator("[data-linking=refused], [data-linking=removed]"));
    await bob.page.goBack();
    await seen(bob.page.getByRole("heading", { level: 1, name: TITLE, exact: true }));
    await shows(bob, "断网时 alice 写的");
    expect(await section(bob, "screen.case.facts").getByText("移出以后写的").count()).toBe(0);
  });

  it("[S1, RL4] the relay's store, its write-ahead log and its output hold none of the words, in no encoding", async () => {
    const files = await Promise.all((await readdir(served.data)).map((name) => readFile(join(served.data, name))));
    const all = Buffer.concat([...files, Buffer.from(served.printed())]);
    expect(all.length).toBeGreaterThan(10_000);
    for (const word of [CANARY, "断网时", "一年内随时可用", new URL(link).hash.split(".").at(-1) ?? ""]) {
      const bytes = Buffer.from(word);
      const utf16 = Buffer.from(word, "utf16le");
      const forms = [bytes, utf16, bytes.toString("hex"), bytes.toString("base64").replaceAll("=", "")];
      for (const form of forms) expect(all.includes(form), `${word} ${String(form).slice(0, 12)}`).toBe(false);
    }
  });

  it("[S8] neither page violated the content policy or threw", () => {
    // A relay that is away refuses connections; the browser itself reports that.
    const own = [...atAlice.troubles, ...atBob.troubles].filter(
      (line) => !/WebSocket connection|ERR_CONNECTION/.test(line),
    );
    expect(own).toEqual([]);
  });
});
