/**
 * Outflow: records on their way to the other side, in heaps that fit a message. Holds state; sends through a port.
 *
 * 1. A relay acknowledges: what goes out while it is slow is gathered, so that a thousand edits are a few messages.
 * 2. A record is under way once at a time.
 *
 * Source: RL3.
 */
import type { Bytes } from "../log/bytes.ts";
import type { RecordHash } from "../log/log-ids.ts";
import { heapsOf } from "./tips.ts";

/** Records under way before the next heap waits for answers. */
const UNDER_WAY = 64;

export interface OutflowPorts {
  /** Whether each record is answered. */
  readonly answered: boolean;
  readonly bytesOf: (hash: RecordHash) => Bytes | undefined;
  readonly send: (records: readonly Bytes[]) => void;
  /** Answers when more may be sent. */
  readonly ready: () => Promise<void>;
}

export interface Outflow {
  /** Ancestors first. */
  readonly add: (hashes: readonly RecordHash[]) => void;
  /** The other side has answered, well or not. */
  readonly answered: (hashes: readonly RecordHash[]) => void;
  /** Answers when all that may go now has gone. */
  readonly idle: () => Promise<void>;
}

/** Nothing is under way. */
export function createOutflow({ answered, bytesOf, send, ready }: OutflowPorts): Outflow {
  const queue = new Set<RecordHash>();
  const underWay = new Set<RecordHash>();
  let pumping: Promise<void> = Promise.resolve();

  const pump = async (): Promise<void> => {
    while (queue.size > 0 && underWay.size < UNDER_WAY) {
      await ready();
      const next = [...queue].flatMap((hash) => {
        const bytes = bytesOf(hash);
        return bytes === undefined ? [] : [{ hash, bytes }];
      });
      const [heap = []] = heapsOf(next.map(({ bytes }) => bytes));
      if (next.length === 0) queue.clear();
      for (const { hash } of next.slice(0, heap.length)) {
        queue.delete(hash);
        if (answered) underWay.add(hash);
      }
      if (heap.length > 0) send(heap);
    }
  };
  const go = (): void => {
    pumping = pumping.then(pump).catch(() => undefined);
  };
  return {
    add: (hashes) => {
      for (const hash of hashes) if (!underWay.has(hash)) queue.add(hash);
      go();
    },
    answered: (hashes) => {
      for (const hash of hashes) underWay.delete(hash);
      if (queue.size > 0) go();
    },
    idle: () => pumping,
  };
}
