/**
 * The main job in a real Chromium without a network: from real exports to a packed bundle, with what is on the screen after every step.
 */
import { mkdtemp, mkdir, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { isThere, runs } from "../cli/program.ts";
import {
  addFiles,
  addPromise,
  answerNotice,
  button,
  captureClause,
  dialog,
  downloadBundle,
  fillForm,
  finding,
  furtherTab,
  goTo,
  gone,
  handAt,
  leaveOut,
  letterState,
  markSent,
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
  sentencesOf,
  textsOf,
  type Hand,
} from "./drive.ts";
import { guideCase, promise, samples, startClause } from "./guide-case.ts";
import { MEASURED, NOTICES, RULE, SAMPLED, UNTIL } from "./guide-facts.ts";

describe("[A2] the main job in the browser, offline", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let hand: Hand;
  let folder: string;
  const troubles: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "recourse-journey-"));
    [served, browser] = await Promise.all([serve(), launch()]);
    watched = await openPage(browser, { acceptDownloads: true });
    watched.page.setDefaultTimeout(20_000);
    hand = handAt(watched.page);
    await openApp(hand, served.address);
    await offlineReady(hand);
    await served.stop();
    await watched.context.setOffline(true);
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  const measured = (): Promise<readonly string[]> =>
    sentencesOf(section(hand, "counter.followers").locator("[data-measure-sentences]"));
  const allNotices = async (where: Locator): Promise<void> => {
    for (const notice of NOTICES) expect(await where.getByText(notice, { exact: true }).isVisible(), notice).toBe(true);
  };
  const caseScreen = (): Locator =>
    hand.page.getByRole("article").filter({ has: hand.page.getByRole("heading", { level: 1 }) });

  it("[A5] new case: the notices stand above everything, the first question is whose account", async () => {
    await newCase(hand, guideCase);
    await allNotices(caseScreen());
    expect(await openPoints(hand)).toEqual({
      有这笔订单: ["补一份带订单号的账单或订单截图", "补一张下单时的承诺页截图"].toSorted(),
      没按约定做: ["截下对方规则里的这一条", "补下单前后的读数（后台数据）"].toSorted(),
      该谁负责: ["补上和客服的完整聊天"],
      对方是谁: ["补一份能看出对方是谁的材料"],
      金额: ["补一份支付账单"],
    });
    await answerNotice(hand, "L6.ask", "situation.own");
  });

  it("[E1] Alipay sample: order, payment and the refund row are recognised, the coffee stays out", async () => {
    await addFiles(hand, [samples.alipay]);
    const facts = section(hand, "screen.case.facts");
    const rows = await textsOf(facts.locator("[data-ref]"));
    expect(rows.map((row) => row.replace(/ 改$/, "")).slice(0, 3)).toEqual([
      "订单 20240501001 · 1000真实粉丝包月 · ¥100.00 · 2024年5月1日 10:02",
      "付款 ¥100.00 · 某某网络科技工作室 · 支付宝 · 2024年5月1日 10:02",
      "退款 ¥50.00 · 原路退回 · 2024年5月6日 15:40",
    ]);
    expect((await textsOf(facts))[0]).not.toContain("咖啡");
    // Payment and refund; the third row is no part of this.
    await seen(hand.page.getByText("“支付宝_手机端_电子客户回单_GB18030.csv”：账单，记下 2 条"));
    expect(await openPoints(hand)).toEqual({
      有这笔订单: ["补一张下单时的承诺页截图"],
      没按约定做: ["截下对方规则里的这一条", "补下单前后的读数（后台数据）"].toSorted(),
      该谁负责: ["补上和客服的完整聊天"],
    });
  });

  it("[M2] follower series: the chart, and the sentences with reading, moment and file", async () => {
    await addFiles(hand, [samples.followers]);
    await seen(hand.page.getByText("“粉丝数时间序列.csv”：读数，记下 32 条"));
    await seen(section(hand, "counter.followers").locator("svg[role=img]"));
    // Nothing says yet how many were ordered: the line is 10, and nothing is said of progress.
    expect(await measured()).toEqual(
      MEASURED.filter((text) => !text.includes("完成 16.5%")).map((text) => text.replace("判定线 20", "判定线 10")),
    );
    expect(await openPoints(hand)).toEqual({
      有这笔订单: ["补一张下单时的承诺页截图"],
      没按约定做: ["截下对方规则里的这一条"],
      该谁负责: ["补上和客服的完整聊天"],
    });
  });

  it("[M6] list of followers: how it was sampled is asked, and then stated with the figures", async () => {
    await addFiles(hand, [samples.accounts]);
    const block = section(hand, "screen.case.sample");
    expect(await sentencesOf(block)).toEqual([SAMPLED]);
    await hand.press(button(block, "写明怎么抽的"));
    await fillForm(hand, await seen(dialog(hand)), { "screen.field.rule": RULE });
    expect(await sentencesOf(block)).toEqual([`${SAMPLED} ${RULE}`]);
  });

  it("[M3] promise captured: M2 to M4 to the digit", async () => {
    await addPromise(hand, promise);
    expect(await measured()).toEqual(MEASURED);
    const chips = section(hand, "counter.followers").getByRole("button", { name: "证据 2 · 第 17 行" });
    // 05-02 21:00 is the 16th reading.
    expect(await chips.first().isVisible()).toBe(true);
    // The 2 h end on 05-01 12:02:31; at 15:00 it is 5231, 1 more than before: what was promised is not kept.
    const card = section(hand, "screen.case.grounds").locator("[data-ground]").first();
    expect((await textsOf(card))[0]).toMatch(
      /^符合 没开始 对方下单时的承诺 下单后 2 小时内没有开始：2024年5月1日 15:00（下单后 4 小时 58 分，20240501001-后台数据-015\.png）读数 5231，增加 1，未超过判定线 20/,
    );
    expect(await openPoints(hand)).toEqual({ 该谁负责: ["补上和客服的完整聊天"] });
  });

  it("[B2] clause captured with its screenshot: the reason is met and nothing is open", async () => {
    await captureClause(hand, startClause);
    const card = section(hand, "screen.case.grounds").locator("[data-ground]").first();
    const text = (await textsOf(card))[0] ?? "";
    expect(text).toMatch(
      /^符合 没开始 对方自己的规则 下单后24小时内未开始刷赞的，支持全额退款 《退款政策》第3条 证据 5 /,
    );
    // 24 h end on 05-02 10:02:31; the first reading after it is 12:00.
    expect(text).toContain(
      "下单后 24 小时内没有开始：2024年5月2日 12:00（下单后 25 小时 58 分，20240501001-后台数据-036.png）读数 5233，增加 3，未超过判定线 20",
    );
    expect(text).toContain(UNTIL);
    expect(await openPoints(hand)).toEqual({});
    await seen(section(hand, "screen.case.matrix").getByText("材料齐了", { exact: true }));
  });

  it("[M5] a limit that falls between two readings cannot be judged, and the gap is named", async () => {
    await captureClause(hand, {
      document: "退款政策",
      article: "第5条",
      quote: "下单后36小时内未开始的，支持全额退款",
      exhibit: "5 平台规则 · 退款政策.png",
    });
    const card = section(hand, "screen.case.grounds").locator("[data-ground]").filter({ hasText: "第5条" });
    // 36 h end on 05-02 22:02:31.
    expect((await textsOf(card))[0]).toContain(
      "2024年5月2日 21:00 到 2024年5月3日 00:00 之间 3 小时没有读数，关键时刻 2024年5月2日 22:02 落在里面，无法判断",
    );
    await hand.press(card.getByRole("button", { name: "规则“退款政策”的更多操作" }));
    await hand.press(hand.page.getByRole("menuitem", { name: "移除" }));
    await gone(card);
  });

  it("[E1] chat: their reply now carries who is responsible", async () => {
    await addFiles(hand, [samples.qq]);
    await seen(hand.page.getByText("“QQ_消息记录.txt”：聊天，记下 3 条"));
    expect(await openPoints(hand)).toEqual({});
    const row = section(hand, "screen.case.matrix").getByRole("row").filter({ hasText: "该谁负责" });
    expect((await textsOf(row))[0]).toContain("聊天提到了这笔订单，有对方的回复");
    await saved(hand);
  });

  it("[A6] letter: without the newest reading it is not handed out; one press states it", async () => {
    await openLetter(hand);
    await allNotices(hand.page.getByRole("note", { name: "先看这个" }).last());
    expect(await letterState(hand)).toMatch(/^15 句 · 没有必须改的地方/);
    await leaveOut(hand, "最近一次读数为5395");
    // What was left out comes back by one press, too.
    await hand.press(button(hand.page.getByRole("region", { name: "刚才的操作" }), "撤销"));
    await seen(sentence(hand, "最近一次读数为5395"));
    await leaveOut(hand, "最近一次读数为5395");
    // The sentence on progress still names the newest reading.
    expect(await letterState(hand)).toMatch(/^14 句 · 没有必须改的地方/);
    await leaveOut(hand, "完成16.5%");
    expect(await letterState(hand)).toMatch(/^13 句 · 2 处要改/);
    await hand.press(button(hand.page, "我已经发出"));
    await seen(hand.page.getByText("还有 2 处要改，改好再发").first());
    expect(await dialog(hand).isVisible()).toBe(false);
    const newest = finding(hand, "A6.newest");
    expect((await textsOf(newest))[0]).toContain("还要写上后来的情况，写上更可信：2024年5月4日 21:00 粉丝数是 5395。");
    await hand.press(button(newest, "写上这一句"));
    await gone(newest);
    await seen(sentence(hand, "最近一次读数为5395"));
    expect(await letterState(hand)).toMatch(/^14 句 · 没有必须改的地方/);
  });

  it("[A7] every sentence names its source; no law, and the only article is that of their own rules", async () => {
    const blocks = await paper(hand).locator("li[data-sentence]").all();
    expect(blocks).toHaveLength(14);
    for (const block of blocks)
      expect(await block.locator("[data-source]").count(), (await textsOf(block))[0]).toBeGreaterThan(0);
    const text = (await textsOf(paper(hand)))[0] ?? "";
    for (const words of [
      "截至2024年5月2日 21:00（下单后34小时58分），粉丝数为5233",
      "减少441，占已增加数量的73%、占当时总数的7.6%",
      `抽样方法：“${RULE}”；抽样120人，70人同时具有两项以上异常特征`,
      "贵方《退款政策》第3条规定：“下单后24小时内未开始刷赞的，支持全额退款”",
      "贵方已退回50.00元",
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/《[^》]*(?:法|法典|条例|办法|解释)》|民法典|继续履行|补量|假粉/);
    expect([...text.matchAll(/第\S{1,5}?条/g)].every((found) => found[0] === "第3条")).toBe(true);
  });

  it("[W1] an insult is flagged, and one press says it with facts", async () => {
    await rewrite(hand, "最近一次读数为5395", "平台骗人，截至2024年5月4日 21:00，粉丝数为5395。");
    const found = await seen(finding(hand, "W1.w011"));
    expect(await letterState(hand)).toMatch(/1 处要改/);
    await hand.press(found.getByRole("button").first());
    await gone(found);
    expect(await letterState(hand)).toMatch(/^14 句 · 没有必须改的地方/);
    const mended = (await textsOf(sentence(hand, "粉丝数为5395。")))[0] ?? "";
    expect(mended).toContain("与承诺“1000真实粉丝包月，2小时内启动”不符");
    expect(mended).not.toContain("骗");
  });

  it("[F1] bundle: downloaded offline, unzip and sha256sum agree, names are 订单号-材料类型", async ({ skip }) => {
    const download = await downloadBundle(hand);
    await allNotices(hand.page.locator("[data-bundle]"));
    expect(download.suggestedFilename()).toBe("20240501001-材料包.zip");
    const zip = join(folder, "包.zip");
    await download.saveAs(zip);
    const there = (await isThere("unzip", ["-v"])) && (await isThere("sha256sum", ["--version"]));
    skip(!there, "no unzip or sha256sum on this machine: the bundle was downloaded and not checked");
    expect((await runs("unzip", ["-t", zip], folder)).code).toBe(0);
    await mkdir(join(folder, "拆开"));
    await runs("unzip", ["-q", zip], join(folder, "拆开"));
    const bag = join(folder, "拆开", "20240501001-材料包");
    for (const list of ["manifest-sha256.txt", "tagmanifest-sha256.txt"]) {
      const sums = await runs("sha256sum", ["-c", "--strict", list], bag);
      expect([sums.code, sums.err]).toEqual([0, ""]);
    }
    const originals = await readdir(join(bag, "data/originals"));
    // [E14] The list of followers is about other people: it stays out.
    expect(originals.toSorted()).toEqual(
      [
        "20240501001-支付凭证.csv",
        "20240501001-后台数据.csv",
        "20240501001-服务承诺.png",
        "20240501001-平台规则.png",
        "20240501001-沟通记录.txt",
      ].toSorted(),
    );
    for (const name of await readdir(join(bag, "data/documents")))
      expect(name).toMatch(/^20240501001-[\u4e00-\u9fff]+\.[a-z]+$/);
  });

  it("[A2] reloaded offline, and by its address in another tab: all there", async () => {
    await saved(hand);
    await openCase(hand, guideCase.title);
    const address = hand.page.url();
    expect(address).toMatch(/#\/case\/[0-9A-Z]{26}$/);
    const before = await textsOf(section(hand, "screen.case.facts"));
    await hand.page.reload();
    await seen(section(hand, "screen.case.facts"));
    expect(await textsOf(section(hand, "screen.case.facts"))).toEqual(before);
    expect([await measured(), await openPoints(hand)]).toEqual([MEASURED, {}]);
    await seen(section(hand, "screen.case.exhibits").getByText("材料 6 件"));
    await Promise.all([saved(hand), offlineReady(hand)]);
    const other = handAt(await furtherTab(watched.context, troubles));
    await other.page.goto(address);
    await seen(section(other, "screen.case.facts"));
    expect([await textsOf(section(other, "screen.case.facts")), await openPoints(other)]).toEqual([before, {}]);
    await other.page.close();
    await openLetter(hand);
    expect(await letterState(hand)).toMatch(/^14 句 · 没有必须改的地方/);
    expect((await textsOf(sentence(hand, "粉丝数为5395。")))[0]).toContain("您改过");
  });

  it("[K7] marked as sent with my own time: the turn is theirs and the clock is mine; board and Today warn", async () => {
    await markSent(hand, { where: "平台客服邮箱", hours: "72" });
    await seen(hand.page.getByText("已发出的内容不能改。"));
    await openCase(hand, guideCase.title);
    const head = caseScreen().locator("header").first();
    await seen(head.getByText("等对方 · 申请退款"));
    expect((await textsOf(head))[0]).toContain("您设的 72 小时");
    await goTo(hand, "board");
    await seen(hand.page.getByText("这类订单可能要不回", { exact: true }).filter({ visible: true }));
    await goTo(hand, "today");
    const waiting = await seen(hand.page.locator("[data-case]").filter({ hasText: "您设的 72 小时", visible: true }));
    await seen(waiting.getByText("这类订单可能要不回，先看说明", { exact: true }));
  });

  it("[S8] nothing went wrong on the way: no error, no violation of the content policy", () => {
    expect([...watched.troubles, ...troubles]).toEqual([]);
  });
});
