/**
 * Steps of the later rounds: letters sent in the past, what they answer, doors and filings, the way from a reply to the money. Effects: drives a page.
 *
 * 1. Everything is found by its word code, its role or its data attribute, so that one story is told by mouse, by finger and by keyboard.
 * 2. How a person gets about is the person's own: a phone has its bar, a desk its navigation.
 */
import { pack } from "@recourse/pack-cn";
import type { Locator } from "playwright-core";
import { expect } from "vitest";
import {
  addFiles,
  addPromise,
  answerNotice,
  button,
  captureClause,
  dialog,
  fillForm,
  goTo,
  gone,
  named,
  newCase,
  openCase,
  saved,
  section,
  seen,
  textsOf,
  type Hand,
  type NewCase,
  type Place,
} from "./drive.ts";
import { ago, bills, memberCase, packageClause, packagePromise } from "./escalation-facts.ts";

/** Somebody with a case, and how they get about. */
export interface Person extends Hand {
  readonly go: (place: Place) => Promise<void>;
  readonly toCase: (title: string) => Promise<void>;
  /** Where they look, beside the case, whether the step is the same. */
  readonly looksAt: readonly (keyof typeof cards)[];
  /** Looks over what has just come up. */
  readonly look: (screen: string) => Promise<void>;
  /** From the case to a page that has a command, too. */
  readonly open: (button: Locator, command: string) => Promise<void>;
}

/** A card of a case, by the place where it stands. */
const cards = { today: "article[data-case]", board: "article:not([data-case])" } as const;

/** Somebody at a desk; `own` replaces how they get about elsewhere. */
export const personAt = (hand: Hand, own: Partial<Omit<Person, keyof Hand>> = {}): Person => ({
  ...hand,
  looksAt: ["today", "board"],
  look: () => Promise.resolve(),
  open: (opener) => hand.press(opener),
  go: (place) => goTo(hand, place),
  toCase: (title) => openCase(hand, title),
  ...own,
});

/** What can be seen of a selector: other tabs keep what was shown before. */
export const shown = (p: Hand, selector: string): Locator => p.page.locator(selector).filter({ visible: true });

const whole = (words: string): RegExp => new RegExp(`^\\s*${RegExp.escape(words)}\\s*$`);

/** Chooses an entry of a list by its value. */
async function chooseValue(p: Hand, list: Locator, value: string): Promise<void> {
  await p.choose(list, ((await list.locator(`option[value="${value}"]`).textContent()) ?? "").trim());
}

/** The membership with its bill, what was promised and their own rule: nothing is open. */
export async function tellMembership(p: Hand, more: Partial<NewCase> = {}): Promise<void> {
  await newCase(p, { ...memberCase, ...more });
  await addFiles(p, [bills.before]);
  await answerNotice(p, "L3.ask", "purpose.life");
  await addPromise(p, { ...packagePromise, counter: named(p, "counter.days") });
  await captureClause(p, packageClause);
  await seen(section(p, "screen.case.matrix").getByText(named(p, "chain.closed"), { exact: true }));
}

/** The one next step as the case shows it. */
export const stepBox = (p: Hand): Locator => shown(p, "[data-section=next]");

export interface StepFacts {
  readonly code: string;
  readonly args?: Readonly<Record<string, string | number>>;
  /** What the clock of each card says first: whose time is over. */
  readonly clock?: string;
}

/** The moment follows the state of a clock. */
const clockWords = (state: string | undefined): string => (state === undefined ? "" : `${state} · `);

/** The same step on the case, on Today and on the board; ends on the case. */
export async function sameStep(p: Person, title: string, { code, args = {}, clock }: StepFacts): Promise<void> {
  const words = whole(named(p, code, args));
  for (const place of p.looksAt) {
    await p.go(place);
    const card = shown(p, cards[place]).filter({ has: p.page.locator("[data-card]").filter({ hasText: words }) });
    await seen(card.filter({ hasText: clockWords(clock) }));
  }
  await p.toCase(title);
  await seen(stepBox(p).getByRole("heading", { name: words }));
  await seen(shown(p, "article > header").filter({ hasText: clockWords(clock) }));
}

/** Presses the next step. */
export const takeStep = (p: Hand): Promise<void> => p.press(stepBox(p).getByRole("button").first());

export interface Sending {
  /** A channel of the pack. */
  readonly channel: string;
  /** Units: minutes before now. */
  readonly ago: number;
  /** Own period. Units: hours. */
  readonly hours: string;
}

/** Records the open letter as sent, at a moment that has passed, with a time of one's own. */
export async function sendThen(p: Person, sending: Sending): Promise<void> {
  await p.look("letter");
  await p.press(shown(p, "[data-send]"));
  const form = await seen(dialog(p, named(p, "screen.send.title")));
  await p.look("window: sent");
  await chooseValue(p, form.locator("[data-channel]"), sending.channel);
  await p.fill(form.getByLabel(named(p, "screen.send.at"), { exact: true }), ago(sending.ago));
  await p.press(form.getByRole("radio", { name: named(p, "screen.send.period.own"), exact: true }));
  await p.fill(form.getByLabel(named(p, "screen.send.period.hours"), { exact: true }), sending.hours);
  await p.press(form.locator("[data-confirm-sent]"));
  await gone(form);
  await seen(shown(p, "article[data-sent]"));
  await saved(p);
}

export interface Heard {
  /** What the app takes it for. */
  readonly as: string;
  /** The words it marks. */
  readonly marked: readonly string[];
}

/** Puts in what they answered, from the case; what the app makes of it stands there before anything is kept. */
export async function hear(p: Person, text: string, minutes: number): Promise<Heard> {
  const opener = button(section(p, "screen.case.timeline"), named(p, "screen.reply.title"));
  await p.open(opener, "screen.reply.title");
  const page = await seen(shown(p, "[data-reply]"));
  const words = page.getByLabel(named(p, "screen.reply.words"), { exact: true });
  // What was put in before is not offered again.
  expect(await words.inputValue()).toBe("");
  await p.fill(words, text);
  await p.fill(page.getByLabel(named(p, "screen.reply.at"), { exact: true }), ago(minutes));
  await seen(page.locator("[data-suggested] mark"));
  await p.look("reply");
  const as = (await page.locator("input[name=as]:checked").getAttribute("value")) ?? "";
  return { as, marked: await textsOf(page.locator("[data-suggested] mark")) };
}

/** Keeps what they answered as the app suggests it. */
export async function keepReply(p: Hand): Promise<void> {
  await p.press(shown(p, "[data-record-reply]"));
  await gone(shown(p, "[data-record-reply]"));
  await saved(p);
}

/** From the case to the page of all doors. */
export async function openDoors(p: Person): Promise<void> {
  const opener = button(section(p, "screen.case.filings"), named(p, "screen.case.filings.choose"));
  await p.open(opener, "screen.doors.title");
  await seen(shown(p, "[data-doors]"));
  await p.look("doors");
}

/** A door on that page. */
export const door = (p: Hand, channel: string): Locator => shown(p, `[data-doors] [data-channel="${channel}"]`);

/** What holds a door shut, as far as it is shown without a press. */
export const shutBy = (p: Hand, channel: string): Locator =>
  door(p, channel).locator("[data-blocked]").filter({ visible: true });

/** Whether a door may be gone through, and the provisions that hold it shut; doors that are shut for one reason say it together. */
export async function stateOf(
  p: Hand,
  channel: string,
): Promise<{ readonly open: boolean; readonly by: readonly string[] }> {
  const it = shown(p, "[data-doors]").locator(`[data-channel="${channel}"]`).first();
  await it.waitFor({ state: "attached" });
  return it.evaluate((e) => {
    const together = e.parentElement?.closest("li")?.querySelector(":scope > [data-blocked]");
    const reasons = [...e.querySelectorAll("[data-blocked]"), ...(together ? [together] : [])];
    const by = reasons.flatMap((reason) =>
      [...reason.querySelectorAll("[data-basis]")].map((chip) => chip.getAttribute("data-basis") ?? ""),
    );
    return { open: e.hasAttribute("data-allowed"), by: [...new Set(by)] };
  });
}

/** The page of the filing that is in view. */
export const filing = (p: Hand): Locator => shown(p, "main [data-filing]:not([data-card])");

/** From the page of doors to a filing of this channel. */
export async function prepare(p: Person, channel: string): Promise<void> {
  const fold = door(p, channel).locator("details").first();
  if ((await fold.count()) > 0 && (await fold.getAttribute("open")) === null)
    await p.press(fold.locator("summary").first());
  await p.press(
    door(p, channel)
      .getByRole("button")
      .filter({ hasText: whole(named(p, "screen.doors.deed.file")) }),
  );
  await seen(filing(p).locator("[data-preflight]"));
  await p.look(`filing: ${channel}`);
}

/** What the pre-flight lacks, by the code of each check. */
export const lacking = (p: Hand): Promise<readonly string[]> =>
  filing(p)
    .locator("[data-check]")
    .evaluateAll((rows) =>
      rows
        .filter((row) => row.getAttribute("data-verdict") !== "ok" && row.querySelector("button:not([data-basis])"))
        .map((row) => row.getAttribute("data-check") ?? ""),
    );

/** Opens what puts a check right: its own form, or its own question. */
async function openFix(p: Hand, check: string): Promise<Locator> {
  const row = filing(p).locator(`[data-check="${check}"]:not([data-verdict=ok])`).first();
  await p.press(row.locator("button:not([data-basis])"));
  return seen(dialog(p));
}

/** Puts a check right by what it asks for. */
export async function fix(p: Hand, check: string, texts: Readonly<Record<string, string>>): Promise<void> {
  await fillForm(p, await openFix(p, check), texts);
  await seen(filing(p));
}

/** Puts a check right by answering its question, which has the same id. */
export async function answerFix(p: Hand, check: string, value: string): Promise<void> {
  const answer = pack.questions.find((q) => q.id === check)?.answers.find((a) => a.value === value);
  const asked = await openFix(p, check);
  await p.press(button(asked, (p.lang === "en" ? answer?.en : answer?.zh) ?? value));
  await gone(asked);
}

/** Says that it was handed in. Units: minutes before now. */
export async function handIn(p: Person, at: number, reference: string): Promise<void> {
  await p.press(filing(p).locator("[data-submit]"));
  const form = await seen(dialog(p));
  await p.look("window: handed in");
  await p.fill(form.locator("input[type=datetime-local]"), ago(at));
  await p.fill(form.getByLabel(named(p, "screen.filing.reference"), { exact: true }), reference);
  await p.press(form.locator("[data-confirm-submitted]"));
  await gone(form);
  await seen(filing(p).locator("[data-outcome]"));
}

/** Says that they took it up. Units: minutes before now. */
export async function takenUp(p: Person, at: number): Promise<void> {
  await p.look("filing that is in");
  await p.press(filing(p).locator("[data-outcome]"));
  const form = await seen(dialog(p));
  await p.look("window: outcome");
  await p.press(form.locator("input[name=what][value=accepted]"));
  await p.fill(form.locator("input[type=datetime-local]"), ago(at));
  await p.press(form.locator("[data-confirm-outcome]"));
  await gone(form);
  await seen(filing(p).getByText(named(p, "screen.track.accepted"), { exact: true }));
  await saved(p);
}

/** Takes back the newest event of the timeline: a slip. */
export async function takeBackNewest(p: Hand): Promise<void> {
  const event = section(p, "screen.case.timeline").locator("[data-ref^='event/']").last();
  await p.press(event.getByRole("button").last());
  await p.press(p.page.getByRole("menuitem", { name: named(p, "screen.case.retract"), exact: true }));
  await seen(event.getByText(named(p, "screen.case.was_retracted")));
  await saved(p);
}
