/**
 * The story of a membership from the request to the money, in chapters that are told by mouse, by finger and by keyboard alike. Effects: drives a page.
 *
 * 1. Each chapter begins and ends on the case.
 */
import { expect } from "vitest";
import {
  addFiles,
  button,
  dialog,
  field,
  gone,
  named,
  openLetter,
  paper,
  saved,
  section,
  seen,
  textsOf,
} from "./drive.ts";
import { bills, memberCase, packageClause, said, when } from "./escalation-facts.ts";
import {
  answerFix,
  fix,
  filing,
  handIn,
  hear,
  keepReply,
  lacking,
  openDoors,
  prepare,
  sameStep,
  sendThen,
  shown,
  shutBy,
  stateOf,
  stepBox,
  takeBackNewest,
  takenUp,
  takeStep,
  type Person,
} from "./escalation-steps.ts";

const { title } = memberCase;
const mine = { basis: "person" } as const;
/** K7: whose time is over, in the words of every card. */
const over = (p: Person): string => named(p, "clock.over.person");

/** The request, sent six days ago with 72 hours of my own. */
export async function ask(p: Person): Promise<void> {
  await openLetter(p);
  await sendThen(p, { channel: "platform_form", ago: when.applied, hours: "72" });
  await sameStep(p, title, { code: "next.reminder1", args: mine, clock: over(p) });
}

/** The first reminder, and an answer that says nothing. */
export async function remind(p: Person): Promise<void> {
  await takeStep(p);
  await seen(shown(p, "[data-send]"));
  await sendThen(p, { channel: "platform_form", ago: when.reminded, hours: "24" });
  await p.toCase(title);
  expect(await hear(p, said.vague, when.vague)).toEqual({ as: "vague", marked: ["我们会尽快反馈"] });
  await keepReply(p);
  // X5: no answer, so the time they had goes on and is over.
  await sameStep(p, title, { code: "next.reminder2", args: mine, clock: over(p) });
}

/** A clear no; the second reminder answers it with their own rule and the exhibit in which it stands. */
export async function answerRefusal(p: Person): Promise<void> {
  expect(await hear(p, said.refused, when.refused)).toEqual({ as: "refused", marked: ["虚拟服务不支持退款"] });
  await keepReply(p);
  await sameStep(p, title, { code: "next.reminder2" });
  await takeStep(p);
  await seen(shown(p, "[data-send]"));
  const answer = paper(p)
    .filter({ visible: true })
    .locator("li[data-sentence]")
    .filter({ hasText: "虚拟服务不支持退款" })
    .filter({ hasText: packageClause.quote });
  await seen(answer);
  // 3 is the screenshot of their rule: bill 1, promise 2, rule 3.
  await seen(answer.getByRole("button", { name: named(p, "screen.letter.chip", { n: 3 }), exact: true }));
  await seen(answer.locator("[data-source^='event/']"));
  await sendThen(p, { channel: "platform_form", ago: when.remindedAgain, hours: "24" });
  await p.toCase(title);
}

/** The association takes it up: 12315 is shut, by its provision. Taken back, it is open again. */
export async function tryAssociation(p: Person): Promise<void> {
  await openDoors(p);
  expect(await stateOf(p, "samr_complaint")).toEqual({ open: true, by: [] });
  await prepare(p, "consumer_association");
  expect(await lacking(p)).toEqual(["claimant_identity"]);
  await fix(p, "claimant_identity", {
    "screen.field.name": "张三",
    "screen.field.contact": "13800000001",
    "screen.field.address": "某省某市某路1号",
  });
  await seen(filing(p).locator("[data-preflight=green]"));
  await handIn(p, when.association, "消协2026-118");
  await takenUp(p, when.associationAccepted);
  await p.toCase(title);
  await openDoors(p);
  await seen(shutBy(p, "samr_complaint"));
  expect(await stateOf(p, "samr_complaint")).toEqual({ open: false, by: ["samr-121-16"] });
  await p.toCase(title);
  await takeBackNewest(p);
  await openDoors(p);
  await gone(shutBy(p, "samr_complaint"));
  expect(await stateOf(p, "samr_complaint")).toEqual({ open: true, by: [] });
  await p.toCase(title);
}

/** An offer for a withdrawal: money first is said before it can be answered. */
export async function offerForWithdrawal(p: Person): Promise<void> {
  expect((await hear(p, said.withdraw, when.offer)).as).toBe("offer");
  await keepReply(p);
  const page = await seen(shown(p, "[data-offer]"));
  await p.look("offer");
  await seen(page.locator("[data-gives-up]").getByText(named(p, "X11.money_before_withdrawal")));
  await sameStep(p, title, { code: "next.money_before_withdrawal" });
}

/** “Pay first”: nothing is answered; the card stands on every screen until its steps are ticked. */
export async function payFirst(p: Person): Promise<void> {
  const letters = section(p, "screen.case.letters").locator("[data-ref^='draft/']");
  const before = await letters.count();
  expect((await hear(p, said.payFirst, when.payFirst)).as).toBe("danger");
  await keepReply(p);
  const card = shown(p, "[data-safety-card='G1.pay_first']");
  await seen(card);
  expect(await card.getAttribute("role")).toBe("alert");
  await p.look("card that stops");
  await sameStep(p, title, { code: "next.stop_paying" });
  // No letter was begun for it and none is offered.
  expect(await letters.count()).toBe(before);
  await takeStep(p);
  await seen(card);
  expect(await card.getByRole("button").count()).toBe(0);
  for (const step of ["G1.stop", "G1.keep", "G1.provider", "G1.police"])
    await p.press(card.locator(`[data-step="${step}"]`));
  await seen(shown(p, "[data-safety-card='G1.pay_first'][role=note]"));
  await saved(p);
  await sameStep(p, title, { code: "next.money_before_withdrawal" });
}

/** The offer is answered; 12315 is prepared until nothing is missing, filed and accepted. */
export async function complain(p: Person): Promise<void> {
  await takeStep(p);
  const offer = await seen(shown(p, "[data-offer]"));
  await p.press(offer.locator("[data-answer=refused]"));
  await seen(offer.getByText(named(p, "screen.offer.status.refused"), { exact: true }));
  await p.toCase(title);
  await openDoors(p);
  await prepare(p, "samr_complaint");
  expect((await lacking(p)).toSorted()).toEqual(["handled_before", "respondent_address", "venue"]);
  expect(await filing(p).locator("[data-submit]").isEnabled()).toBe(false);
  await fix(p, "respondent_address", { "screen.field.address": "某省某市某路299号" });
  await answerFix(p, "handled_before", "no");
  await fix(p, "venue", { "screen.field.authority": "某区市场监督管理局" });
  await seen(filing(p).locator("[data-preflight=green]"));
  expect(await lacking(p)).toEqual([]);
  await handIn(p, when.complaint, "12315-2026-299");
  await takenUp(p, when.complaintAccepted);
  await p.toCase(title);
}

/** The bill shows a part, then all of it; the case is closed and looked back on. */
export async function moneyBack(p: Person): Promise<void> {
  const money = section(p, "screen.case.settlement");
  await addFiles(p, [bills.part]);
  // 299.00 − 100.00.
  await seen(
    money.getByText(named(p, "S1.partial", { remainingFen: 19_900, receivedFen: 10_000, expectedFen: 29_900 })),
  );
  await seen(stepBox(p).getByRole("heading"));
  await addFiles(p, [bills.whole]);
  await seen(money.locator("[data-settlement=complete]"));
  await sameStep(p, title, { code: "next.close_case", args: { receivedFen: 29_900 } });
}

/** Closed; what it took is counted. */
export async function lookBack(p: Person): Promise<void> {
  await takeStep(p);
  const form = await seen(dialog(p));
  await p.look("window: close");
  expect(await field(p, form, "screen.field.outcome").inputValue()).toBe("refunded");
  await p.press(button(form, named(p, "screen.case.close_case")));
  await gone(form);
  const back = await seen(shown(p, "[data-look-back]"));
  await saved(p);
  await p.look("case, closed");
  // The request and two reminders; the association and 12315; from the request six days ago to today.
  await seen(
    back.getByText(
      named(p, "screen.look_back.sum", { letters: 3, filings: 2, paidFen: 29_900, receivedFen: 29_900, days: 6 }),
    ),
  );
  expect((await textsOf(back))[0]).not.toMatch(/[a-z]+[._][a-z]+/);
  await seen(stepBox(p).getByRole("heading", { name: named(p, "next.closed"), exact: true }));
  // L7 weighs what is left to claim: there is nothing left.
  expect(
    await shown(p, "article")
      .getByText(named(p, "L7.small", { claimFen: 0 }))
      .count(),
  ).toBe(0);
}
