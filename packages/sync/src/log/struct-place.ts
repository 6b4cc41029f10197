/**
 * Which ids of the document a record may name: what stands where, chain by chain. Holds state; effects none.
 *
 * 1. A stretch is ids in a row that stand in the same list: under a key of a root, or in a text. Neighbours of one list become one stretch.
 *
 * Source: AC3.
 */
import type { GraphNode } from "./record-graph.ts";

/** Where ids stand: `list` is undefined for collected ones; `text` says that the id is itself a text. */
export interface Stretch {
  readonly clock: number;
  readonly length: number;
  readonly list: string | undefined;
  readonly text: boolean;
}

interface ChainStructs {
  readonly client: number;
  /** First seq of the chain, and where its clocks begin. */
  readonly from: number;
  readonly start: number;
  /** Where the clocks of each record of the chain end. */
  readonly ends: number[];
  readonly stretches: Stretch[];
}

export interface StructPlaces {
  /** Where the clocks of the record before this one ended. */
  readonly startOf: (previous: GraphNode | undefined) => number;
  readonly put: (node: GraphNode, client: number, start: number, end: number, stretches: readonly Stretch[]) => void;
  /** The stretch of an id among the ancestors of a record. */
  readonly find: (node: GraphNode, client: number, clock: number) => Stretch | undefined;
  /** The stretch of an id that a record itself has brought. */
  readonly ofOwn: (node: GraphNode, clock: number) => Stretch | undefined;
  /** Where the clocks of a client end among the ancestors of a record. */
  readonly endOf: (node: GraphNode, client: number) => number;
}

/** Empty. */
export function createStructPlaces(): StructPlaces {
  const chains: (ChainStructs | undefined)[] = [];
  const byClient = new Map<number, number[]>();
  /** End of what a record's ancestors have of a chain. */
  const limitOf = (node: GraphNode, chain: number, of: ChainStructs): number => {
    const seen = chain === node.chain ? node.seq - 1 : (node.past.get(chain) ?? 0);
    return of.ends[Math.min(seen - of.from, of.ends.length - 1)] ?? of.start;
  };
  return {
    startOf: (previous) => {
      if (previous === undefined) return 0;
      const of = chains[previous.chain];
      return of === undefined ? 0 : (of.ends[previous.seq - of.from] ?? of.start);
    },
    put: (node, client, start, end, stretches) => {
      const of = chains[node.chain] ?? { client, from: node.seq, start, ends: [], stretches: [] };
      if (chains[node.chain] === undefined) {
        chains[node.chain] = of;
        byClient.set(client, [...(byClient.get(client) ?? []), node.chain]);
      }
      of.ends.push(end);
      for (const stretch of stretches) append(of.stretches, stretch);
    },
    find: (node, client, clock) => {
      for (const chain of byClient.get(client) ?? []) {
        const of = chains[chain];
        if (of === undefined || clock < of.start || clock >= limitOf(node, chain, of)) continue;
        return stretchAt(of.stretches, clock);
      }
      return undefined;
    },
    ofOwn: (node, clock) => stretchAt(chains[node.chain]?.stretches ?? [], clock),
    endOf: (node, client) =>
      (byClient.get(client) ?? []).reduce((end, chain) => {
        const of = chains[chain];
        const seen = of === undefined ? 0 : limitOf(node, chain, of);
        return of === undefined || seen === of.start ? end : Math.max(end, seen);
      }, 0),
  };
}

/** Adds a stretch at the end, as part of the last one where it may. */
export function append(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  const joins = last !== undefined && last.list === next.list && !last.text && !next.text;
  if (joins) stretches[stretches.length - 1] = { ...last, length: last.length + next.length };
  else stretches.push(next);
}

/** By halving: stretches are in order and without gap. */
export function stretchAt(stretches: readonly Stretch[], clock: number): Stretch | undefined {
  let low = 0;
  let high = stretches.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (stretch === undefined) return undefined;
    if (clock < stretch.clock) high = middle - 1;
    else if (clock >= stretch.clock + stretch.length) low = middle + 1;
    else return stretch;
  }
  return undefined;
}
