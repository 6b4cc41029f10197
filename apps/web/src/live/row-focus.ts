/**
 * The card in use and the cards selected: what keys, menus and the action bar act on. Not pure: signals.
 *
 * 1. The card is remembered by case and filing, never by its place: a change of rows never moves it to another.
 * 2. One list is in use at a time: the one that has, or had last, the focus.
 */
import type { Id } from "@recourse/core";
import { createRoot, createSelector, createSignal, type Accessor } from "solid-js";

/** The card of a case, or of one of its filings. */
export interface CardRef {
  readonly caseId: Id;
  readonly filing?: Id | undefined;
}

/** A list of cards, as far as keys need it. */
export interface CardList {
  /** Goes to the next card, or the one before. */
  readonly step: (by: 1 | -1) => void;
  /** Puts the focus on a card, wherever it is. */
  readonly focus: (card: CardRef) => void;
}

/** A card as text. */
const keyOf = ({ caseId, filing }: CardRef): string => `${caseId} ${filing ?? ""}`;

export interface CardFocus {
  readonly card: Accessor<CardRef | undefined>;
  /** The pointer or the focus is on a card: what only then is shown is drawn. */
  readonly touch: (card: CardRef) => void;
  readonly isTouched: (card: CardRef) => boolean;
  /** A card of this list got the focus. */
  readonly enter: (list: CardList, card: CardRef) => void;
  /** The list goes away. */
  readonly leave: (list: CardList) => void;
  readonly step: (by: 1 | -1) => void;
  /** Gives the focus back to the card in use, after a window or a move. */
  readonly back: () => void;
  /** Whether the card in use is looked at without being opened. */
  readonly peeking: Accessor<boolean>;
  readonly peek: (open: boolean) => void;
}

/** Must be called under an owner that lives as long as what uses it. */
export function createCardFocus(): CardFocus {
  const [card, setCard] = createSignal<CardRef>();
  const [peeking, setPeeking] = createSignal(false);
  const [pointed, setPointed] = createSignal("");
  // Both stay where they are while one of them goes on: a menu that is open under one is not taken away by the other.
  const isPointed = createSelector(pointed);
  const isCurrent = createSelector(() => {
    const at = card();
    return at === undefined ? "" : keyOf(at);
  });
  let list: CardList | undefined;
  return {
    card,
    touch: (of) => {
      setPointed(keyOf(of));
    },
    isTouched: (of) => isPointed(keyOf(of)) || isCurrent(keyOf(of)),
    enter: (of, at) => {
      list = of;
      setCard(at);
    },
    leave: (of) => {
      if (list !== of) return;
      list = undefined;
      setCard(undefined);
      setPeeking(false);
    },
    step: (by) => list?.step(by),
    back: () => {
      const at = card();
      if (at !== undefined) list?.focus(at);
    },
    peeking,
    peek: (open) => {
      setPeeking(open);
    },
  };
}

export interface Selection {
  readonly ids: Accessor<ReadonlySet<Id>>;
  readonly has: (caseId: Id) => boolean;
  readonly toggle: (caseId: Id) => void;
  /** From the case chosen last to this one, in the order of the list. */
  readonly reach: (caseId: Id, among: readonly Id[]) => void;
  readonly set: (caseIds: readonly Id[]) => void;
  /** Whether pressing a card chooses it. */
  readonly choosing: Accessor<boolean>;
  readonly setChoosing: (on: boolean) => void;
  /** Chooses nothing and ends choosing. */
  readonly end: () => void;
}

/** Cards chosen for one action over many. */
export function createSelection(): Selection {
  const [ids, setIds] = createSignal<ReadonlySet<Id>>(new Set());
  const [choosing, setChoosing] = createSignal(false);
  let anchor: Id | undefined;
  return {
    ids,
    has: (caseId) => ids().has(caseId),
    toggle: (caseId) => {
      anchor = caseId;
      setIds((before) => {
        const after = new Set(before);
        if (!after.delete(caseId)) after.add(caseId);
        return after;
      });
    },
    reach: (caseId, among) => {
      const to = among.indexOf(caseId);
      const from = anchor === undefined ? to : among.indexOf(anchor);
      if (to < 0) return;
      const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
      setIds((before) => new Set([...before, ...among.slice(first, last + 1)]));
    },
    set: (caseIds) => {
      setIds(new Set(caseIds));
    },
    choosing,
    setChoosing: (on) => {
      setChoosing(on);
    },
    end: () => {
      anchor = undefined;
      setChoosing(false);
      setIds(new Set<Id>());
    },
  };
}

/** Those of this page: keys, menus and windows of several features act on the same card and the same selection. */
export const cards = createRoot(createCardFocus);
export const selection = createSelection();
