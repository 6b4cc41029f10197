/**
 * Holdings: what somebody has who has certain records, and with them all of their ancestors. Pure.
 *
 * 1. It is answered from the graph, which knows of each record how far it reaches into each chain: nothing is walked, however long the log is.
 *
 * Source: FR3.
 */
import type { CaseIndex } from "./case-index.ts";
import type { RecordHash } from "./log-ids.ts";
import { isAncestor } from "./record-graph.ts";

export interface Holdings {
  readonly has: (hash: RecordHash) => boolean;
  /** How many records. */
  readonly size: number;
}

/** Everything somebody has who has these tips; tips that are not here yet count for nothing. */
export function holdingsOf({ graph }: CaseIndex, tips: readonly { readonly hash: RecordHash }[]): Holdings {
  const tops = tips.flatMap(({ hash }) => graph.get(hash) ?? []);
  return {
    has: (hash) => {
      const node = graph.get(hash);
      return node !== undefined && tops.some((top) => top === node || isAncestor(node, top));
    },
    size: graph.count(tops),
  };
}
