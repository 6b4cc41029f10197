/**
 * Beside the long story: who is told to stop, to ask a lawyer, to bring a guardian; and what `engagement` carries everywhere and `membership` nowhere.
 */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import {
  addFiles,
  addPromise,
  answerNotice,
  button,
  captureClause,
  dialog,
  fillForm,
  gone,
  handAt,
  named,
  newCase,
  openApp,
  openLetter,
  openPoints,
  paper,
  seen,
  textsOf,
} from "./drive.ts";
import { ago, days, memberCase, when } from "./escalation-facts.ts";
import {
  openDoors,
  personAt,
  prepare,
  sameStep,
  sendThen,
  shown,
  stateOf,
  stepBox,
  takeStep,
  tellMembership,
  type Person,
} from "./escalation-steps.ts";
import { guideCase, promise, samples, startClause } from "./guide-case.ts";

let served: Served;
let browser: Browser;
let watched: Watched;
let p: Person;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});
// Each tells a story of its own: Today and the board show nobody else's case.
beforeEach(async () => {
  watched = await openPage(browser);
  watched.page.setDefaultTimeout(10_000);
  p = personAt(handAt(watched.page));
  await openApp(p, served.address);
});
afterEach(async () => {
  expect(watched.troubles).toEqual([]);
  await watched.context.close();
});

/** The letter is held by this card: pressing leads to no window, and says why. */
async function isHeld(code: string, words: string): Promise<void> {
  await seen(shown(p, `[data-held] [data-safety="${code}"]`));
  await p.press(shown(p, "[data-send]"));
  await seen(p.page.getByRole("region", { name: "刚才的操作" }).getByText(words));
  expect(await dialog(p).count()).toBe(0);
}

describe("[L6] whose business it is", () => {
  it("[L6] a shop’s fake orders end at the lawyer: nothing is sent and no door that tells is open", async () => {
    const title = "店铺补单一个月";
    await newCase(p, { ...guideCase, title });
    await answerNotice(p, "L6.ask", "situation.business");
    await sameStep(p, title, { code: "next.lawyer_first" });
    await openLetter(p);
    await isHeld("L6.business", named(p, "L6.business"));
    await p.toCase(title);
    await takeStep(p);
    const card = await seen(shown(p, "[data-safety-card='L6.business']"));
    await p.press(button(card, named(p, "screen.safety.lawyer")));
    await seen(shown(p, "[data-doors] [data-first][data-channel=legal_help]"));
    for (const channel of [
      "platform_form",
      "platform_letter",
      "payment_dispute",
      "samr_complaint",
      "consumer_association",
      "public_heimao",
      "small_claims",
    ])
      expect([channel, (await stateOf(p, channel)).open]).toEqual([channel, false]);
    expect((await stateOf(p, "samr_complaint")).by).toContain("samr-121-16");
  });
});

describe("[G5] a payer of sixteen", () => {
  it("[G5] a guardian is needed before anything is sent; once entered, it goes out", async () => {
    const title = "孩子充的会员年卡";
    await tellMembership(p, { title, payerAge: "16" });
    await sameStep(p, title, { code: "next.guardian" });
    await openLetter(p);
    await isHeld("G5.minor", named(p, "G5.minor", { age: 16 }));
    await takeStep(p);
    await fillForm(p, await seen(dialog(p)), { "screen.field.name": "张三的母亲" });
    await gone(shown(p, "[data-held]"));
    await seen(stepBox(p).getByRole("heading", { name: named(p, "next.finish_application"), exact: true }));
    await sendThen(p, { channel: "platform_form", ago: when.applied, hours: "72" });
    await p.toCase(title);
    await sameStep(p, title, { code: "next.reminder1", args: { basis: "person" } });
  });
});

describe("[L7] thirty yuan against nobody", () => {
  it("[L7] stopping is offered first, with the worksheet; and it is done without shame", async () => {
    const title = "三十元的皮肤没到账";
    await newCase(p, { title, category: "topup", paid: "30.00", orderedAt: `${ago(days(20))}:31` });
    await sameStep(p, title, { code: "next.weigh_stop" });
    await openDoors(p);
    await seen(shown(p, "[data-doors] [data-first][data-channel=stop_here]"));
    // A complaint and a suit need a name.
    for (const channel of ["samr_complaint", "small_claims"])
      expect([channel, (await stateOf(p, channel)).open]).toEqual([channel, false]);
    await p.toCase(title);
    await takeStep(p);
    const sheet = await seen(shown(p, "[data-stop]"));
    const line = (name: string) => sheet.locator(`[data-line="${name}"]`);
    expect((await textsOf(line("amount")))[0]).toContain("30.00");
    // Up to 10,000 yuan a suit costs 50, by the simple procedure half of it.
    await seen(line("fee").getByText(named(p, "screen.stop.fee_text", { full: "50.00", reduced: "25.00" })));
    for (const name of ["reveals", "losable", "keep"]) expect((await textsOf(line(name)))[0]).not.toBe("");
    await p.fill(line("hours").getByRole("spinbutton"), "3");
    await line("hours").getByRole("spinbutton").blur();
    // 30 yuan in 3 hours.
    await seen(line("hours").getByText(named(p, "screen.stop.per_hour", { amount: "10.00" })));
    await p.press(button(sheet, named(p, "screen.stop.do")));
    const form = await seen(dialog(p));
    await p.fill(form.getByRole("textbox"), "不值得再花时间");
    await p.press(button(form, named(p, "screen.case.close_case")));
    await gone(form);
    await p.toCase(title);
    await seen(stepBox(p).getByRole("heading", { name: named(p, "next.closed"), exact: true }));
  });
});

describe("[L1] what engagement carries", () => {
  const codes = ["L1.void", "L1.may_refuse", "L1.both_fault", "L1.discloses", "L1.account"] as const;
  const inFull = (): Promise<readonly number[]> =>
    Promise.all(codes.map((code) => p.page.getByText(named(p, code)).filter({ visible: true }).count()));
  const brief = (): Promise<number> =>
    p.page.getByText(named(p, "screen.notice.engagement")).filter({ visible: true }).count();
  /** How often each notice is seen: on the case, its letter, the doors and the page of a filing, then in short on Today and the board. */
  async function everywhere(title: string): Promise<Readonly<Record<string, readonly number[]>>> {
    const found: Record<string, readonly number[]> = { case: await inFull() };
    await openDoors(p);
    found["doors"] = await inFull();
    await prepare(p, "samr_complaint");
    found["filing"] = await inFull();
    for (const place of ["today", "board"] as const) {
      await p.go(place);
      await seen(shown(p, "[data-card]").filter({ hasText: /./ }));
      found[place] = [await brief()];
    }
    await p.toCase(title);
    await openLetter(p);
    found["letter"] = await inFull();
    return found;
  }

  it("[L1] engagement: its notices on every screen, and no sentence on other channels in its reminders", async () => {
    const { title } = guideCase;
    await newCase(p, guideCase);
    await answerNotice(p, "L6.ask", "situation.own");
    await addFiles(p, [samples.alipay]);
    await addFiles(p, [samples.followers]);
    await addPromise(p, promise);
    await captureClause(p, startClause);
    await addFiles(p, [samples.qq]);
    expect(await openPoints(p)).toEqual({});
    await openLetter(p);
    await sendThen(p, { channel: "platform_form", ago: when.applied, hours: "72" });
    await p.toCase(title);
    await takeStep(p);
    // A reminder asks for one amount. Chosen is what is left after what was received: 165 of 1000 for 100.00 are 16.50; 100.00 − 50.00 − 16.50.
    const written = paper(p).filter({ visible: true });
    await p.press(written.locator("[data-severity=block] [data-fix]").first());
    await p.press(shown(p, "[data-refresh]"));
    await gone(written.locator("[data-severity=block]"));
    const amount = written.locator("li[data-sentence]").filter({ hasText: "33.50" });
    for (const yuan of ["100.00", "50.00", "16.50"]) await seen(amount.filter({ hasText: yuan }));
    await sendThen(p, { channel: "platform_form", ago: when.reminded, hours: "24" });
    await p.toCase(title);
    await takeStep(p);
    await seen(shown(p, "[data-send]"));
    const letter = (await textsOf(paper(p).filter({ visible: true })))[0] ?? "";
    expect(letter).toContain(guideCase.number);
    expect(letter).not.toMatch(/12315|12345|投诉|举报|起诉/);
    await p.toCase(title);
    for (const [screen, counts] of Object.entries(await everywhere(title)))
      for (const count of counts) expect(count, screen).toBeGreaterThan(0);
  });

  it("[L1] membership: none of them anywhere", async () => {
    await tellMembership(p);
    for (const [screen, counts] of Object.entries(await everywhere(memberCase.title)))
      for (const count of counts) expect(count, screen).toBe(0);
  });
});
