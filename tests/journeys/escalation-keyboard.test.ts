/**
 * A membership from the request to the money, in English by the keyboard alone: the focus is never lost and can always be seen.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { gone, named, openApp, seen } from "./drive.ts";
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
import { keysAt, type Keys } from "./keyboard-steps.ts";

describe("[A6] a membership from the request to the money by the keyboard alone", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let hand: Keys;
  let p: Person;

  /** Runs a command by its words: from a long page that is the shorter way. */
  const byPalette = async (words: string): Promise<void> => {
    const box = hand.page.getByRole("combobox", { name: "Quick open", exact: true });
    await hand.key("F1");
    await seen(box);
    await hand.page.keyboard.type(words);
    await seen(hand.page.getByRole("option", { name: words }).first());
    await hand.key("Enter");
    await gone(box);
  };

  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    watched = await openPage(browser, { locale: "en" });
    watched.page.setDefaultTimeout(10_000);
    hand = keysAt(watched.page, "en");
    p = personAt(hand, { looksAt: ["today"], open: (_button, command) => byPalette(named(hand, command)) });
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

  it("[A6] the focus was never lost and always seen, and the page had no trouble", () => {
    expect(hand.lost).toEqual([]);
    expect(hand.unseen).toEqual([]);
    expect(watched.troubles).toEqual([]);
  });
});
