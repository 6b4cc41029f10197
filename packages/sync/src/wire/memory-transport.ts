/**
 * Transports in memory, with the faults of a network by dice: for tests. Nothing moves until time is told to.
 *
 * 1. The same dice, the same faults.
 */
import type { Bytes } from "../log/bytes.ts";
import type { Scheduler } from "../scheduler.ts";
import { createInbox, type Inbox, type Transport } from "./transport.ts";

/** Shares from 0 to 1 of messages that are lost or come twice; delay in ms. Unequal delays change the order. */
export interface NetworkFaults {
  readonly drop: number;
  readonly twice: number;
  readonly delay: { readonly least: number; readonly most: number };
}

/** A network on which every message arrives after a millisecond. */
export const NO_FAULTS: NetworkFaults = { drop: 0, twice: 0, delay: { least: 1, most: 1 } };

export interface MemoryLink {
  readonly ends: readonly [Transport, Transport];
  /** As when a cable is pulled: both ends are told, what is under way is lost. */
  readonly cut: () => void;
}

/** Two ends. `dice` answers numbers from 0 to below 1. */
export function createMemoryLink(
  scheduler: Scheduler,
  dice: () => number,
  faults: () => NetworkFaults = () => NO_FAULTS,
): MemoryLink {
  const inboxes = [createInbox(), createInbox()] as const;
  const cut = (): void => inboxes.forEach((inbox) => inbox.end());
  const endOf = (mine: Inbox, theirs: Inbox): Transport => ({
    start: mine.start,
    send: (message: Bytes) => {
      if (mine.isOver()) return;
      const copy = message.slice();
      const { drop, twice, delay } = faults();
      const times = dice() < drop ? 0 : dice() < twice ? 2 : 1;
      for (let n = 0; n < times; n++)
        scheduler.after(delay.least + dice() * (delay.most - delay.least), () => theirs.message(copy));
    },
    ready: () => Promise.resolve(),
    close: cut,
  });
  return { ends: [endOf(inboxes[0], inboxes[1]), endOf(inboxes[1], inboxes[0])], cut };
}
