/**
 * Steps of those who write notes, and what an input method does through the browser's own protocol. Effects: drives pages.
 */
import { decodeFrames } from "@recourse/sync/wire";
import type { CDPSession, Locator, Page, WebSocketRoute } from "playwright-core";
import { button, gone, named, seen, type Hand } from "./hand.ts";

/** The screen of notes. */
const screen = (hand: Hand): Locator => hand.page.locator("[data-notes]").filter({ visible: true });

/** The field of the note that is open. */
export const noteField = (hand: Hand): Locator => screen(hand).locator("[data-note-text]");

/** Opens the notes from the menu of the case in view. */
export async function openNotes(hand: Hand): Promise<Locator> {
  await hand.press(button(hand.page, named(hand, "screen.case.more")));
  await hand.press(hand.page.getByRole("menuitem", { name: named(hand, "screen.notes.title"), exact: true }));
  return seen(screen(hand));
}

/** Begins a note; ends when the caret stands in it. */
export async function beginNote(hand: Hand): Promise<void> {
  await hand.press(button(screen(hand), named(hand, "screen.notes.new")));
  await seen(screen(hand).locator("[data-note-text]:focus"));
}

/** Opens a note by its first words. */
export async function openNote(hand: Hand, title: string): Promise<void> {
  await hand.press(screen(hand).locator("[data-note-line]", { hasText: title }));
  await seen(noteField(hand));
}

/** Waits until the note that is open reads so. */
export const reads = (hand: Hand, text: string): Promise<unknown> =>
  hand.page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll<HTMLTextAreaElement>("[data-note-text]")].some(
        (field) => field.checkVisibility() && field.value === wanted,
      ),
    text,
  );

/** As the open note reads now. */
export const noteText = (hand: Hand): Promise<string> => noteField(hand).inputValue();

/** Puts the caret behind so many characters. */
export async function placeCaret(hand: Hand, place: number): Promise<void> {
  await noteField(hand).focus();
  await noteField(hand).evaluate((field, at) => {
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(at, at);
  }, place);
}

/** The text with a stroke where the caret stands. */
export const caretIn = (hand: Hand): Promise<string> =>
  noteField(hand).evaluate((field) =>
    field instanceof HTMLTextAreaElement
      ? `${field.value.slice(0, field.selectionStart)}|${field.value.slice(field.selectionEnd)}`
      : "",
  );

/** What is said of others under the note that is open. */
export const peopleAtNote = (hand: Hand): Locator => screen(hand).locator("[data-note-people]");

/** The mark of somebody's caret. */
export const caretOf = (hand: Hand, name: string): Locator => screen(hand).locator(`[data-caret="${name}"]`);

/** Removes the note that is open. */
export async function removeNote(hand: Hand, title: string): Promise<void> {
  await hand.press(button(screen(hand), named(hand, "screen.notes.remove", { title })));
  await gone(screen(hand).locator("[data-note-line]", { hasText: title }));
}

/** An input method at a page. */
export interface InputMethod {
  /** Shows letters that are not decided yet. */
  readonly compose: (text: string) => Promise<unknown>;
  /** Decides for a text. */
  readonly commit: (text: string) => Promise<unknown>;
}

/** Speaks to the browser as an input method of the system does. */
export async function inputMethodAt(page: Page): Promise<InputMethod> {
  const session: CDPSession = await page.context().newCDPSession(page);
  return {
    compose: (text) =>
      session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length }),
    commit: (text) => session.send("Input.insertText", { text }),
  };
}

/** The way of one page to the relay, which can be cut and mended. */
export interface Wire {
  readonly cut: () => void;
  readonly mend: () => Promise<void>;
}

/** Takes the way in hand; before the page is opened. */
export async function wireOf(page: Page): Promise<Wire> {
  let isCut = false;
  const open = new Set<WebSocketRoute>();
  await page.routeWebSocket(/./, (route) => {
    if (isCut) {
      void route.close();
      return;
    }
    const server = route.connectToServer();
    open.add(route);
    route.onMessage((message) => {
      if (!isCut) server.send(message);
    });
    server.onMessage((message) => {
      if (!isCut) route.send(message);
    });
  });
  return {
    cut: () => {
      isCut = true;
    },
    mend: async () => {
      isCut = false;
      const before = [...open];
      open.clear();
      // What was lost on the way is asked for again with a new connection.
      await Promise.all(before.map((route) => route.close()));
    },
  };
}

/** How many messages with records a page has had from the relay; before the page is opened. */
export function recordsAt(page: Page): () => number {
  let count = 0;
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      const frames = typeof payload === "string" ? undefined : decodeFrames(payload);
      if (frames?.ok === true && frames.value.some((frame) => frame.is === "recs")) count += 1;
    }),
  );
  return () => count;
}
