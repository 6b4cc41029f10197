/**
 * A membership from the request to the money, at a desk in Chinese: both reminders, a refusal, the association, an offer, a danger, 12315, two refunds.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// @boundaries-ignore the tests prove the whole repository, its scripts included
import { launch, openPage, serve, type Served, type Watched } from "../../scripts/served-app.ts";
import { handAt, openApp } from "./drive.ts";
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

describe("[X4] a membership from the request to the money", () => {
  let served: Served;
  let browser: Browser;
  let watched: Watched;
  let p: Person;

  beforeAll(async () => {
    [served, browser] = await Promise.all([serve(), launch()]);
    watched = await openPage(browser);
    watched.page.setDefaultTimeout(10_000);
    p = personAt(handAt(watched.page));
    await openApp(p, served.address);
    await tellMembership(p);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  it("[K7] my own time is over: case, Today and board say so and offer the first reminder", () => ask(p));
  it("[X5] a vague reply is no answer: the second reminder is offered", () => remind(p));
  it("[X6] a refusal is answered with their own rule and its exhibit", () => answerRefusal(p));
  it("[X10] the association takes it up: 12315 is shut by samr-121-16, and open again once that is taken back", () =>
    tryAssociation(p));
  it("[X11] an offer for a withdrawal: money first", () => offerForWithdrawal(p));
  it("[G1] “pay first” opens the card that stops; no letter answers it", () => payFirst(p));
  it("[X9] 12315: the pre-flight names what is missing until nothing is", () => complain(p));
  it("[S1] a part of the money: what is missing is named; all of it: the case can be closed", () => moneyBack(p));
  it("[S3] looked back on with its figures", () => lookBack(p));

  it("[S8] nothing went wrong on the way", () => {
    expect(watched.troubles).toEqual([]);
  });
});
