/**
 * A membership from the request to the money on a phone of 360 × 640 by touch alone, and what every screen on the way must be like there.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { axeFindings, bringAxe } from "./axe-steps.ts";
import { gone, openApp, seen } from "./drive.ts";
import { personAt, tellMembership, type Person } from "./escalation-steps.ts";
import {
  answerRefusal,
  ask,
  complain,
  lookBack,
  moneyBack,
  offerForWithdrawal,
  payFirst,
  remind,
  tryAssociation,
} from "./escalation-story.ts";
import { fingerAt, goByBar, misfitsOf, PHONE, type Finger } from "./phone-steps.ts";

describe("[A6] a membership from the request to the money at 360 × 640 by touch", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let hand: Finger;
  let p: Person;
  /** What is wrong with a screen, by its name; looked at when it comes up for the first time. */
  const looked = new Map<string, readonly string[]>();
  const look = async (screen: string): Promise<void> => {
    if (looked.has(screen)) return;
    looked.set(screen, [...(await misfitsOf(hand.page)), ...(await axeFindings(hand.page, "light"))]);
  };

  /** The case is in the list behind the bar. */
  const toCase = async (title: string): Promise<void> => {
    await goByBar(hand, "cases");
    const sheet = await seen(hand.page.getByRole("dialog"));
    await hand.press(sheet.getByRole("button", { name: new RegExp(`^${RegExp.escape(title)}`) }));
    await gone(sheet);
    await seen(hand.page.getByRole("heading", { level: 1, name: title, exact: true }));
  };

  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    watched = await openPage(browser, PHONE);
    await bringAxe(watched.context);
    watched.page.setDefaultTimeout(10_000);
    hand = fingerAt(watched.page);
    p = personAt(hand, { go: (place) => goByBar(hand, place), toCase, look });
    await openApp(p, served.address);
    await tellMembership(p);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  it("[K7] my own time is over", () => ask(p));
  it("[X5] a vague reply is no answer", () => remind(p));
  it("[X6] a refusal is answered", () => answerRefusal(p));
  it("[X10] the association shuts 12315, and its slip is taken back", () => tryAssociation(p));
  it("[X11] an offer for a withdrawal", () => offerForWithdrawal(p));
  it("[G1] “pay first”: four steps are ticked", () => payFirst(p));
  it("[X9] 12315 is completed and filed", () => complain(p));
  it("[S1] the money comes in two parts", () => moneyBack(p));
  it("[S3] looked back on", () => lookBack(p));

  it("[A6] every screen on the way fits: no way sideways, nothing too small or behind the bar, nothing for axe", () => {
    expect(Object.fromEntries([...looked].filter(([, found]) => found.length > 0))).toEqual({});
    expect(looked.size).toBeGreaterThan(10);
  });

  it("[A6] nothing that was pressed was smaller than a finger, and the page had no trouble", () => {
    expect(hand.tooSmall).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });
});
