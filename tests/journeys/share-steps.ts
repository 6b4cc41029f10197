/**
 * Steps of those who share a case: start, invite, join, compare, look at how far things have come, carry files, remove. Effects: drives pages.
 */
import { readFile } from "node:fs/promises";
import { readArchive } from "@recourse/dossier";
import { canonicalText } from "@recourse/vault";
import type { Download, Locator } from "playwright-core";
import { giveFiles, newCase, openCase, type NewCase } from "./case-steps.ts";
import { button, dialog, field, gone, named, openApp, seen, type GivenFile, type Hand } from "./hand.ts";

/** A file that is made here, or was handed over. */
export type MadeFile = Exclude<GivenFile, string>;

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

/** The relay is there again: asks for it at once, as the screen offers, instead of when the next attempt is due. */
export async function reconnect(hand: Hand): Promise<void> {
  const again = button(await openShare(hand), named(hand, "screen.share.reconnect"));
  // It may connect by itself under the press.
  if (await again.isVisible()) await again.click({ timeout: 2000 }).catch(() => undefined);
  await linking(hand, "live");
}

/** Removes a member by name. */
export async function remove(hand: Hand, name: string): Promise<void> {
  const page = await openShare(hand);
  await hand.press(button(page, named(hand, "screen.share.acts", { name })));
  await hand.press(hand.page.getByRole("menuitem", { name: named(hand, "screen.share.lower.out"), exact: true }));
  const asked = await seen(dialog(hand));
  await hand.press(button(asked, named(hand, "screen.share.lower.out")));
  await gone(asked);
}

/** What the cases are about that people share in journeys. */
export const CARD = {
  title: "年卡",
  category: "membership",
  respondent: "某公司",
  number: "A-1",
  paid: "99",
  orderedAt: "2026-05-01T10:02:31",
} as const satisfies NewCase;

export interface Met {
  readonly role: "helper" | "viewer" | "owner";
  /** Of the one who owns, and of the one who joins. */
  readonly names: readonly [string, string];
}

/** From nothing to both having the case in view: made, shared, invited, compared, let in. */
export async function meet(owner: Hand, joiner: Hand, address: string, of: NewCase, met: Met): Promise<void> {
  await openApp(owner, address);
  await newCase(owner, of);
  await startSharing(owner, met.names[0]);
  await linking(owner, "live");
  await letSomebodyIn(owner, joiner, met.role, met.names[1]);
  await openJoined(joiner, of.title);
  await openCase(owner, of.title);
}

/** Invites, compares the digits on both screens, and says that they are the same. Errors: throws when they are not. */
export async function letSomebodyIn(owner: Hand, joiner: Hand, role: Met["role"], name: string): Promise<void> {
  await askToJoin(joiner, await invite(owner, role), name);
  await openShare(owner);
  const [hers, his] = await Promise.all([digitsOf(owner), digitsOf(joiner)]);
  if (hers !== his) throw new Error(`she sees ${hers}, he sees ${his}`);
  await letIn(owner);
}

/** Leaves the screen of sharing for the case it belongs to. */
export async function backToCase(hand: Hand, title: string): Promise<void> {
  if (await screen(hand).isVisible()) await openCase(hand, title);
  await seen(hand.page.getByRole("heading", { level: 1, name: title, exact: true }));
}

/** Presses something that hands a file over; the file. */
export async function handedOver(hand: Hand, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([hand.page.waitForEvent("download"), press()]);
  return download;
}

/** It, to be handed over again. */
export const fileOf = async (download: Download): Promise<MadeFile> => ({
  name: download.suggestedFilename(),
  mimeType: "application/octet-stream",
  buffer: await readFile(await download.path()),
});

/** The `.casebox` with what members do not have yet, as it is handed to a messenger. */
export async function shareFile(hand: Hand): Promise<MadeFile> {
  const page = await openShare(hand);
  const save = button(page.locator("[data-files]"), named(hand, "screen.share.files.share"));
  return fileOf(await handedOver(hand, () => hand.press(save)));
}

/** Takes a `.casebox` in by the page for it; ends with its report, or with what is wrong. */
export async function takeFile(hand: Hand, file: GivenFile): Promise<Locator> {
  const take = hand.page.locator("[data-take]");
  if (!(await take.isVisible())) {
    const page = await openShare(hand);
    await hand.press(button(page.locator("[data-files]"), named(hand, "screen.casebox.title")));
    await seen(take);
  }
  // A report of before gives way first.
  const other = button(take, named(hand, "screen.casebox.other"));
  if (await other.isVisible()) await hand.press(other);
  await giveFiles(hand, button(take, named(hand, "screen.casebox.choose")), [file]);
  return seen(take.locator("[data-casebox=taken], [data-trouble]"));
}

/** The whole case as it would be handed to another program: all records and what was removed, as one text. */
export async function wholeCase(hand: Hand): Promise<string> {
  await hand.press(button(hand.page, named(hand, "screen.case.more")));
  const entry = hand.page.getByRole("menuitem", { name: named(hand, "screen.case.archive"), exact: true });
  const download = await handedOver(hand, () => hand.press(entry));
  const archive = await readArchive(await fileBlob(download));
  const text = archive.ok ? canonicalText(archive.value.caseFile) : archive;
  if (!text.ok) throw new Error(`no archive: ${JSON.stringify(text.error)}`);
  return text.value;
}

const fileBlob = async (download: Download): Promise<Blob> => new Blob([await readFile(await download.path())]);

/** What the screen of the case shows, section by section, without what is only here: buttons, and what others changed. */
export const caseShown = (hand: Hand): Promise<Readonly<Record<string, readonly string[]>>> =>
  hand.page.evaluate(() => {
    const words = (element: Element): string => {
      const copy = element.cloneNode(true);
      if (!(copy instanceof Element)) return "";
      for (const own of copy.querySelectorAll("button, small, time, [data-changed-by]")) own.remove();
      return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
    };
    const shown: Record<string, string[]> = {};
    for (const section of ["facts", "exhibits", "timeline", "grounds", "letters", "notes"])
      shown[section] = [...document.querySelectorAll<HTMLElement>(`[data-section=${section}] [data-ref]`)]
        .filter((row) => row.checkVisibility())
        .map((row) => `${row.dataset["ref"] ?? ""} ${words(row)}`)
        .toSorted();
    shown["title"] = [...document.querySelectorAll<HTMLElement>("article h1")]
      .filter((title) => title.checkVisibility())
      .map(words);
    return shown;
  });

/** Opens the list of what to look at. */
export async function openProblems(hand: Hand): Promise<Locator> {
  const list = hand.page.getByRole("list", { name: hand.lang === "en" ? "Things to fix" : "要注意的地方" });
  if (!(await list.isVisible())) await hand.page.keyboard.press("Control+Shift+M");
  return seen(list);
}

/** What was changed on two sides at once, as the list names it. */
export const clashes = (hand: Hand): Locator =>
  hand.page.getByRole("listitem").filter({ hasText: named(hand, "data.conflict") });

/** Files as a page gets them from the file manager. */
function carried(place: Locator, files: readonly MadeFile[]) {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString("base64") }));
  return place.page().evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of all)
      transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type: mimeType }));
    return transfer;
  }, given);
}

/** Lets files go over a place. */
export async function dropOn(place: Locator, files: readonly MadeFile[]): Promise<void> {
  const dataTransfer = await carried(place, files);
  for (const event of ["dragenter", "dragover", "drop"]) await place.dispatchEvent(event, { dataTransfer });
}

/** Pastes files into a place. */
export async function pasteOn(place: Locator, files: readonly MadeFile[]): Promise<void> {
  const clipboardData = await carried(place, files);
  await place.evaluate(
    (element, data) =>
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true })),
    clipboardData,
  );
}
