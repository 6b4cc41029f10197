/**
 * Steps with the letter of a case: opening, leaving out, writing anew, packing, recording as sent. Effects: drives a page.
 */
import type { Download, Locator } from "playwright-core";
import { button, dialog, gone, named, section, seen, textsOf, type Hand } from "./hand.ts";

/** Starts or opens the letter from the list of letters; one that was sent shows as it was sent. */
export async function openLetter(hand: Hand): Promise<void> {
  const letters = section(hand, "screen.case.letters");
  const start = button(letters, named(hand, "screen.step.write"));
  await hand.press((await start.isVisible()) ? start : button(letters, named(hand, "screen.step.letter")).first());
  await seen(paper(hand).or(sentPaper(hand)));
}

/** A letter as it was sent. */
export const sentPaper = (hand: Hand): Locator => hand.page.locator("article[data-sent]");

/** The letter as paper. */
export const paper = (hand: Hand): Locator => hand.page.getByRole("group", { name: named(hand, "screen.letter.body") });

/** The block of the sentence that contains these words. */
export const sentence = (hand: Hand, words: string): Locator =>
  paper(hand)
    .locator("li[data-sentence]")
    .filter({ has: hand.page.getByRole("button").filter({ hasText: words }) });

/** The line over the letter that says what is left to change. */
export const letterState = async (hand: Hand): Promise<string> =>
  (await textsOf(hand.page.getByRole("status", { name: named(hand, "screen.letter.status") })))[0] ?? "";

/** Leaves the sentence with these words out of the letter. */
export async function leaveOut(hand: Hand, words: string): Promise<void> {
  const block = sentence(hand, words);
  const number =
    (await paper(hand).locator("li[data-sentence]").allInnerTexts()).findIndex((text) => text.includes(words)) + 1;
  await hand.press(button(block, named(hand, "screen.letter.sentence.more", { n: number })));
  await hand.press(hand.page.getByRole("menuitem", { name: named(hand, "screen.letter.omit") }));
  await gone(block);
}

/** Writes a sentence anew and leaves the field by Enter. */
export async function rewrite(hand: Hand, words: string, text: string): Promise<void> {
  await hand.press(sentence(hand, words).locator("[data-sentence-text]"));
  const entry = paper(hand).getByRole("textbox");
  await hand.fill(entry, text);
  await entry.press("Enter");
  await gone(entry);
}

/** The card of a finding, by the code it was found under. */
export const finding = (hand: Hand, code: string): Locator => paper(hand).locator(`[data-finding="${code}"]`);

/** Packs the bundle from the letter's bar or the case, and waits for the file. */
export async function downloadBundle(hand: Hand): Promise<Download> {
  await hand.press(button(hand.page, named(hand, "screen.letter.bundle")).first());
  const start = button(hand.page, named(hand, "screen.bundle.start"));
  await seen(start);
  const [download] = await Promise.all([hand.page.waitForEvent("download"), hand.press(start)]);
  return download;
}

export interface SentFacts {
  /** Where it was sent, in words. */
  readonly where: string;
  /** Own period. Units: hours. */
  readonly hours: string;
}

/** Records the letter as sent, with a time the person named themselves. */
export async function markSent(hand: Hand, facts: SentFacts): Promise<void> {
  await hand.press(button(hand.page, named(hand, "screen.letter.mark_sent")));
  const form = await seen(dialog(hand, named(hand, "screen.send.title")));
  await hand.choose(
    form.getByLabel(named(hand, "screen.send.channel"), { exact: true }),
    named(hand, "screen.send.channel.other"),
  );
  await hand.fill(form.getByLabel(named(hand, "screen.send.channel.name"), { exact: true }), facts.where);
  await hand.press(form.getByRole("radio", { name: named(hand, "screen.send.period.own") }));
  await hand.fill(form.getByLabel(named(hand, "screen.send.period.hours"), { exact: true }), facts.hours);
  await hand.press(button(form, named(hand, "screen.send.do")));
  await gone(form);
}
