/**
 * The graph of records: which record was written on which. Holds state; effects none.
 *
 * 1. A chain is a run of records of one log without a fork: each has the one before it as ancestor. So what a record knows of a chain is one number,
 *    and `isAncestor` is a look-up. Which number a chain gets depends on the order of arrival, ancestry does not.
 * 2. Nodes stand in causal order.
 *
 * Source: CO4.
 */
import type { LogId, RecordHash } from "./log-ids.ts";

export interface GraphNode {
  readonly hash: RecordHash;
  readonly log: LogId;
  readonly seq: number;
  readonly deps: readonly RecordHash[];
  readonly chain: number;
  /** Chain → highest seq of it that is an ancestor; its own chain is left out. */
  readonly past: ReadonlyMap<number, number>;
}

/** What the graph needs of a record. */
export type Placed = Pick<GraphNode, "hash" | "log" | "seq" | "deps">;

export interface RecordGraph {
  readonly get: (hash: RecordHash) => GraphNode | undefined;
  /** In causal order. */
  readonly nodes: () => readonly GraphNode[];
  /** Where a record would stand, were it inserted next. Errors: throws when a dep is missing, which is a bug. */
  readonly draft: (record: Placed) => GraphNode;
  /** Takes the draft made last. */
  readonly insert: (draft: GraphNode) => void;
  /** Nodes of one (log, seq): more than one after a fork. */
  readonly at: (log: LogId, seq: number) => readonly GraphNode[];
  /** The last node of each chain: all others are ancestors of one of them. */
  readonly ends: () => readonly GraphNode[];
  /** How many nodes are one of these or an ancestor of one. */
  readonly count: (of: readonly GraphNode[]) => number;
}

/** Whether `a` is a true ancestor of `of`. */
export const isAncestor = (a: GraphNode, of: GraphNode): boolean =>
  a.chain === of.chain ? a.seq < of.seq : (of.past.get(a.chain) ?? 0) >= a.seq;

/** Empty. */
export function createRecordGraph(): RecordGraph {
  const byHash = new Map<RecordHash, GraphNode>();
  const nodes: GraphNode[] = [];
  const tips: GraphNode[] = [];
  /** First seq of each chain. */
  const starts: number[] = [];
  const places = new Map<LogId, Map<number, readonly GraphNode[]>>();

  const draft = ({ hash, log, seq, deps }: Placed): GraphNode => {
    const parents = deps.map((dep) => {
      const parent = byHash.get(dep);
      if (parent === undefined) throw new Error(`no such record: ${dep}`);
      return parent;
    });
    const [previous] = parents;
    const follows = previous !== undefined && previous.log === log && previous.seq === seq - 1;
    const continues = follows && tips[previous.chain] === previous;
    const chain = continues ? previous.chain : tips.length;
    // Shared with the previous record while nothing new is known of others: a log is mostly runs of its own.
    let past = continues ? previous.past : new Map<number, number>();
    let own: Map<number, number> | undefined;
    const learn = (of: number, seen: number): void => {
      if (of === chain || (past.get(of) ?? 0) >= seen) return;
      own ??= new Map(past);
      own.set(of, seen);
      past = own;
    };
    for (const parent of parents) {
      learn(parent.chain, parent.seq);
      if (parent.past !== past) for (const [of, seen] of parent.past) learn(of, seen);
    }
    return { hash, log, seq, deps, chain, past };
  };

  return {
    get: (hash) => byHash.get(hash),
    nodes: () => nodes,
    draft,
    insert: (node) => {
      byHash.set(node.hash, node);
      nodes.push(node);
      tips[node.chain] = node;
      starts[node.chain] ??= node.seq;
      const ofLog = places.get(node.log) ?? new Map<number, readonly GraphNode[]>();
      places.set(node.log, ofLog.set(node.seq, [...(ofLog.get(node.seq) ?? []), node]));
    },
    at: (log, seq) => places.get(log)?.get(seq) ?? [],
    ends: () => tips,
    count: (of) => {
      const reach = new Map<number, number>();
      const reached = (chain: number, seq: number): void => void reach.set(chain, Math.max(reach.get(chain) ?? 0, seq));
      for (const { chain, seq, past } of of) {
        reached(chain, seq);
        for (const [other, seen] of past) reached(other, seen);
      }
      // The numbers of a chain have no gap, so as many as from its first to the one that is reached.
      return [...reach].reduce((sum, [chain, seq]) => sum + seq - (starts[chain] ?? seq) + 1, 0);
    },
  };
}

/** Those of `nodes` that are no ancestor of another of them. */
export function newestOf(nodes: readonly GraphNode[]): readonly GraphNode[] {
  return nodes.filter((node, n) => !nodes.some((other, m) => m !== n && isAncestor(node, other)));
}
