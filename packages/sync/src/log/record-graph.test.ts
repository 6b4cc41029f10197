/** Ancestry, with and without forks. */
import { describe, expect, test } from "vitest";
import { deviceId, logId, recordHash, sessionId } from "./log-ids.ts";
import { createRecordGraph, isAncestor, newestOf, type GraphNode, type RecordGraph } from "./record-graph.ts";

const log = (n: number) => logId(deviceId(n.toString(16).padStart(32, "0")), sessionId("00".repeat(8)));
const hash = (name: string) => recordHash(name.charCodeAt(0).toString(16).padStart(64, "0"));
function add(graph: RecordGraph, name: string, of: number, seq: number, ...deps: readonly string[]): GraphNode {
  const node = graph.draft({ hash: hash(name), log: log(of), seq, deps: deps.map(hash) });
  graph.insert(node);
  return node;
}

describe("record graph", () => {
  test("[CO4] ancestors are what can be reached through deps, and nothing else", () => {
    const graph = createRecordGraph();
    const [a, b] = [add(graph, "a", 1, 1), add(graph, "b", 2, 1, "a")];
    const [c, d] = [add(graph, "c", 1, 2, "a"), add(graph, "d", 2, 2, "b", "c")];
    const beside = add(graph, "e", 1, 3, "c");
    expect([a, b, c].map((node) => isAncestor(node, d))).toEqual([true, true, true]);
    expect([isAncestor(d, d), isAncestor(beside, d), isAncestor(d, beside), isAncestor(b, c)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(newestOf([a, b, c, d, beside]).map(({ hash: of }) => of)).toEqual([d.hash, beside.hash]);
  });

  test("[CO4, I3] after a fork each side has what it stands on, and not the other side", () => {
    const graph = createRecordGraph();
    const a = add(graph, "a", 1, 1);
    const [one, other] = [add(graph, "b", 1, 2, "a"), add(graph, "c", 1, 2, "a")];
    const [onOne, onOther] = [add(graph, "d", 1, 3, "b"), add(graph, "e", 1, 3, "c")];
    const reader = add(graph, "f", 2, 1, "e");
    expect([a, one, other, onOne].map((node) => isAncestor(node, onOther))).toEqual([true, false, true, false]);
    expect([a, one, other, onOne, onOther].map((node) => isAncestor(node, reader))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(graph.at(log(1), 2)).toEqual([one, other]);
    expect(newestOf([one, onOther])).toEqual([one, onOther]);
  });

  test("[FR3, CO4] how many are below is what a walk through deps counts, on every subset of a forked graph", () => {
    const graph = createRecordGraph();
    const nodes = [
      add(graph, "a", 1, 1),
      add(graph, "b", 1, 2, "a"),
      add(graph, "c", 1, 2, "a"),
      add(graph, "d", 1, 3, "c"),
      add(graph, "e", 2, 1, "b", "d"),
      add(graph, "f", 3, 1, "a"),
      add(graph, "g", 2, 2, "e", "f"),
    ];
    const walked = (of: readonly GraphNode[]): number => {
      const seen = new Set(of);
      for (const node of seen) for (const dep of node.deps) seen.add(graph.get(dep) ?? node);
      return seen.size;
    };
    // a and b are a chain, c and d, e and g, f.
    expect(graph.ends().map((node) => nodes.indexOf(node))).toEqual([1, 3, 6, 5]);
    expect([graph.count([]), graph.count(nodes.slice(4, 5)), graph.count(nodes.slice(6))]).toEqual([0, 5, 7]);
    for (let set = 0; set < 1 << nodes.length; set++) {
      const some = nodes.filter((_, n) => (set & (1 << n)) !== 0);
      expect(graph.count(some), `${set}`).toBe(walked(some));
    }
  });
});
