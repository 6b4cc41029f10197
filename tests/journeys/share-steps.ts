/**
 * Steps of those who share a case: start, invite, join, compare, look at how far things have come, remove. Effects: drives pages.
 */
import type { Locator } from "playwright-core";
import { button, dialog, field, gone, named, seen, type Hand } from "./hand.ts";

/** The screen of sharing. */
const screen = (hand: Hand): Locator => hand.page.locator("[data-share]");

/** Opens the screen of sharing from the menu of the case in view. */
export async function openShare(hand: Hand): Promise<Locator> {
  const page = screen(hand);
  if (await page.isVisible()) return page;
  await hand.press(button(hand.page, named(hand, "screen.case.more")));
  await hand.press(hand.page.getByRole("menuitem", { name: named(hand, "screen.share.title"), exact: true }));
  return seen(page);
}

/** Gives the case its log; ends when its people are on the screen. */
export async function startSharing(hand: Hand, name: string): Promise<void> {
  const page = await openShare(hand);
  const tick = page.getByRole("checkbox");
  if ((await tick.count()) > 0) await hand.press(tick);
  await hand.fill(field(hand, page, "screen.join.name"), name);
  await hand.press(button(page, named(hand, "screen.share.begin")));
  await seen(page.locator("[data-members]"));
}

/** Makes a link; ends when it can be opened by others. Answers the link. */
export async function invite(hand: Hand, role: "helper" | "viewer" | "owner"): Promise<string> {
  const page = await openShare(hand);
  await hand.press(button(page.locator("[data-members]"), named(hand, "screen.share.invite")));
  const form = await seen(dialog(hand).locator("[data-invite-form]"));
  await hand.press(form.getByRole("radio", { name: named(hand, `screen.share.invite.role.${role}`), exact: true }));
  await hand.press(button(form, named(hand, "screen.share.invite.make")));
  const sheet = await seen(dialog(hand).locator("[data-invite-link]"));
  await seen(sheet.locator("[data-ready]"));
  const link = await sheet.getByRole("textbox").inputValue();
  await hand.press(button(sheet, named(hand, "screen.share.invite.done")));
  await gone(sheet);
  return link;
}

/** The six digits on a screen. */
export const digitsOf = async (hand: Hand): Promise<string> => {
  const digits = await seen(hand.page.locator("[data-digits]"));
  return (await digits.first().locator("[aria-hidden]").innerText()).trim();
};

/** Opens a link and asks to join. */
export async function askToJoin(hand: Hand, link: string, name: string): Promise<void> {
  await hand.page.goto(link);
  await hand.fill(field(hand, hand.page.locator("[data-join]"), "screen.join.name"), name);
  await hand.press(button(hand.page, named(hand, "screen.join.ask")));
}

/** The owner says that the digits are the same. */
export async function letIn(hand: Hand): Promise<void> {
  const page = await openShare(hand);
  const asked = await seen(page.locator("[data-request=comparing]"));
  await hand.press(button(asked, named(hand, "screen.share.same")));
  await gone(asked);
  await seen(page.locator("[data-member=helper], [data-member=viewer]"));
}

/** Waits until the joiner is in: the case opens by itself. */
export async function openJoined(hand: Hand, title: string): Promise<void> {
  await seen(hand.page.getByRole("heading", { level: 1, name: title, exact: true }));
}

/** Waits for a state of the connection on the screen of sharing. */
export const linking = async (hand: Hand, ...states: readonly string[]): Promise<void> => {
  const page = await openShare(hand);
  await seen(page.locator(states.map((state) => `[data-linking=${state}]`).join(",")));
};

/** Removes a member by name. */
export async function remove(hand: Hand, name: string): Promise<void> {
  const page = await openShare(hand);
  await hand.press(button(page, named(hand, "screen.share.acts", { name })));
  await hand.press(hand.page.getByRole("menuitem", { name: named(hand, "screen.share.lower.out"), exact: true }));
  const asked = await seen(dialog(hand));
  await hand.press(button(asked, named(hand, "screen.share.lower.out")));
  await gone(asked);
}
