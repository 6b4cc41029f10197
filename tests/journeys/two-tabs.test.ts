/**
 * Two tabs of one browser, without a network: what is done in one shows in the other, and each takes back only its own.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import {
  addFiles,
  addPromise,
  answerNotice,
  button,
  furtherTab,
  goTo,
  gone,
  handAt,
  newCase,
  offlineReady,
  openApp,
  openCase,
  openLetter,
  openPoints,
  paper,
  rewrite,
  saved,
  section,
  seen,
  sentence,
  textsOf,
  type Hand,
} from "./drive.ts";
import { guideCase, promise, samples } from "./guide-case.ts";

/** A person who looks at the tab in which they press something. */
const inFront = (page: Page): Hand =>
  handAt(page, {
    press: async (target) => {
      await page.bringToFront();
      await target.click();
    },
  });

describe("[R6] two tabs of one browser", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  /** The two tabs. */
  let left: Hand;
  let right: Hand;
  const troubles: string[] = [];

  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    watched = await openPage(browser);
    left = inFront(watched.page);
    right = inFront(await furtherTab(watched.context, troubles));
    for (const { page } of [left, right]) page.setDefaultTimeout(15_000);
    await openApp(left, served.address);
    await openApp(right, served.address);
    await offlineReady(left);
    await served.stop();
    await watched.context.setOffline(true);
  });
  afterAll(() => browser.close());

  it("[R6] a case made in one is listed in the other and opens there", async () => {
    await newCase(left, guideCase);
    await openCase(right, guideCase.title);
    await seen(section(right, "screen.case.matrix").locator("[data-element]"));
    expect(await openPoints(right)).toEqual(await openPoints(left));
  });

  it("[R6] an answer, a file and a promise of one show in the other", async () => {
    await answerNotice(right, "L6.ask", "situation.own");
    await gone(left.page.getByRole("group", { name: /^先说一下/ }));
    await addFiles(left, [samples.alipay]);
    await addPromise(right, promise);
    for (const tab of [left, right]) {
      const facts = section(tab, "screen.case.facts");
      await seen(facts.getByText("¥100.00 · 某某网络科技工作室"));
      await seen(facts.getByText("1000真实粉丝包月，2小时内启动"));
    }
    await Promise.all([saved(left), saved(right)]);
    expect(await openPoints(right)).toEqual(await openPoints(left));
  });

  it("[R6] a letter: a sentence rewritten in one reads so in the other, and each undoes only its own", async () => {
    await openLetter(left);
    await openLetter(right);
    await seen(sentence(right, "订单号20240501001"));
    const mine = "我付了100.00元，订单号20240501001。";
    await rewrite(left, "支付100.00元", mine);
    await seen(sentence(right, mine));
    const theirs = "贵方写过：“1000真实粉丝包月，2小时内启动”。";
    await rewrite(right, "贵方承诺", theirs);
    await seen(sentence(left, theirs));
    await left.press(sentence(left, mine).getByRole("button", { name: "改回原来的写法" }));
    await gone(sentence(right, mine));
    await left.press(button(left.page.getByRole("region", { name: "刚才的操作" }), "撤销"));
    await seen(sentence(right, mine));
    await seen(sentence(left, theirs));
    await Promise.all([saved(left), saved(right)]);
    expect(await textsOf(paper(right).locator("li[data-sentence]"))).toEqual(
      await textsOf(paper(left).locator("li[data-sentence]")),
    );
  });

  it("[R6] one tab goes, the other goes on; the board of a new tab has it all", async () => {
    await right.page.close();
    await openCase(left, guideCase.title);
    await addFiles(left, [samples.qq]);
    await saved(left);
    const third = inFront(await furtherTab(watched.context, troubles));
    await third.page.goto(served.address);
    await goTo(third, "today");
    await openCase(third, guideCase.title);
    await seen(section(third, "screen.case.exhibits").getByText("材料 3 件"));
    expect(await openPoints(third)).toEqual(await openPoints(left));
  });

  it("[S8] nothing went wrong in any of the tabs", () => {
    expect([...watched.troubles, ...troubles]).toEqual([]);
  });
});
