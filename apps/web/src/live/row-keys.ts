/**
 * Keys of cards, and what they do while the feature they belong to is still being loaded: it comes after the first screen. Not pure: adds to the workbench, acts on the cards.
 *
 * 1. A key counts from the moment there are cards. What needs nothing but the cards is done at once; what opens a window asks for its feature
 *    and waits for it, about the card the key was pressed on.
 * 2. Once the feature is there the keys are its own.
 */
import { command, type Contribution, type Keybinding, type Workbench } from "@recourse/ui";
import { untrack } from "solid-js";
import type { Services } from "../services/services.ts";
import { cards, selection } from "./row-focus.ts";

/** Single letters count only while a list of cards has the focus. */
export const cardKeys: readonly Keybinding[] = [
  { key: "j", command: "card.next", when: "listFocus" },
  { key: "k", command: "card.previous", when: "listFocus" },
  { key: "alt+arrowright", command: "board.move", arg: { to: "next" }, when: "listFocus" },
  { key: "alt+arrowleft", command: "board.move", arg: { to: "previous" }, when: "listFocus" },
  // The last one is the one that menus show.
  { key: "m", command: "board.move", when: "listFocus" },
  { key: "x", command: "board.choose", when: "listFocus && editorView == board" },
  { key: "s", command: "board.snooze", when: "listFocus" },
  { key: "/", command: "board.search", when: "editorView == board && !inputFocus" },
];

/** Goes to the search of the board in view. */
export const goToSearch = (): void => document.querySelector<HTMLElement>("[data-board-search]")?.focus();

/** What needs no feature. */
const atOnce: Readonly<Record<string, (() => void) | undefined>> = {
  "card.next": () => cards.step(1),
  "card.previous": () => cards.step(-1),
  "board.choose": () => {
    const card = cards.card();
    if (card !== undefined) selection.toggle(card.caseId);
  },
  "board.search": goToSearch,
};

/** What the command is about, as of now: by the time its feature is there another card may be in use. */
function aboutNow(wanted: unknown): Readonly<Record<string, unknown>> {
  const card = cards.card();
  const chosen = [...selection.ids()];
  return {
    ...(typeof wanted === "object" ? wanted : {}),
    ...card,
    ...(chosen.length === 0 ? {} : { caseIds: chosen }),
  };
}

/** The keys, each with a command of its own that does what can be done before the feature is there. */
function early({ desk }: Pick<Services, "desk">): Contribution {
  let waiting = false;
  const press = (key: Keybinding): void => {
    if (desk.can(key.command)) return;
    const now = atOnce[key.command];
    if (now !== undefined) return now();
    // One window at a time: whoever presses again because nothing is to be seen yet asks for the same.
    if (waiting) return;
    waiting = true;
    desk.exec(key.command, aboutNow(key.arg));
  };
  return {
    id: "cards.early",
    commands: cardKeys.map((key, n) =>
      command({ id: `cards.early.${n}`, title: "screen.board", palette: false, run: () => press(key) }),
    ),
    keys: cardKeys.map((key, n) => ({ ...key, command: `cards.early.${n}` })),
  };
}

/** To be called by a list of cards once it is there. What is added stays: the feature's own keys come before it. */
export function bringCardKeys(wb: Pick<Workbench, "add">, services: Pick<Services, "desk">): void {
  const { desk } = services;
  untrack(() => {
    if (!desk.can("card.next") && !desk.can("cards.early.0")) wb.add(early(services));
  });
}
