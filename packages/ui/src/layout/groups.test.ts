/** Tests of tabs in split groups. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as tree from "./groups.ts";
import { initialLayout, parseLayout } from "./layout-state.ts";
import { placesOf } from "./places.ts";

const tab = (view: string): tree.Tab => ({ id: view, view });
const open = (...views: string[]): tree.Groups =>
  views.reduce((s, view) => tree.openTab(s, tab(view)), tree.emptyGroups());
/** `[a b*]` is a group with b in view; `row(…)` and `column(…)` are branches. */
const draw = (node: tree.Node): string =>
  node.kind === "leaf"
    ? `[${node.tabs.map((t) => t.id + (t.id === node.active ? "*" : "")).join(" ")}]`
    : `${node.kind}(${node.children.map(draw).join(" ")})`;
const shown = (state: tree.Groups): string => draw(state.root);

describe("[UI] split groups", () => {
  test("[UI] a new tab stands right of the active one; an open one is shown", () => {
    expect(shown(open("a", "b"))).toBe("[a b*]");
    expect(shown(tree.openTab(tree.openTab(open("a", "b"), tab("a")), tab("c")))).toBe("[a c* b]");
  });
  test("[UI] closing shows the right neighbour, else the left", () => {
    const three = tree.openTab(open("a", "b", "c"), tab("b"));
    expect(shown(tree.closeTab(three, "b"))).toBe("[a c*]");
    expect(shown(tree.closeTab(open("a", "b", "c"), "c"))).toBe("[a b*]");
    expect(shown(tree.closeTab(three, "a"))).toBe("[b* c]");
  });
  test("[UI] only the root may be empty", () => {
    expect(shown(tree.closeTab(open("a"), "a"))).toBe("[]");
    const split = tree.splitGroup(open("a", "b"), "row", tab("b"));
    expect(shown(split)).toBe("row([a b*] [b*])");
    const closed = tree.closeTab(split, "b");
    expect(shown(closed)).toBe("[a b*]");
    expect(closed.focus).toBe("g1");
  });
  test("[UI] an empty group takes the tab itself instead of standing empty beside it", () => {
    expect(shown(tree.splitGroup(tree.emptyGroups(), "row", tab("a")))).toBe("[a*]");
  });
  test("[UI] a split in the same direction joins its branch, across makes a new one", () => {
    const one = tree.splitGroup(open("a"), "row", tab("b"));
    const two = tree.splitGroup(one, "row", tab("c"));
    expect(shown(two)).toBe("row([a*] [b*] [c*])");
    // b had a half; c halves it.
    expect(two.root.kind === "row" && two.root.sizes).toEqual([0.5, 0.25, 0.25]);
    expect(shown(tree.splitGroup(one, "column", tab("c")))).toBe("row([a*] column([b*] [c*]))");
  });
  test("[UI] a branch left with one child gives way, and joins a branch of its direction", () => {
    const s1 = tree.splitGroup(open("a"), "row", tab("b"));
    const s2 = tree.splitGroup(s1, "column", tab("c"));
    const s3 = tree.splitGroup(s2, "row", tab("d"));
    expect(shown(s3)).toBe("row([a*] column([b*] row([c*] [d*])))");
    // Without b the column has one child, a row: it joins the outer row, its halves of a half being quarters.
    const closed = tree.closeTab(s3, "b", s1.focus);
    expect(shown(closed)).toBe("row([a*] [c*] [d*])");
    expect(closed.root.kind === "row" && closed.root.sizes).toEqual([0.5, 0.25, 0.25]);
  });
  test("[UI] moving a tab within and between groups", () => {
    expect(shown(tree.moveTab(open("a", "b", "c"), "c", "g1", "g1", 0))).toBe("[c* a b]");
    const split = tree.splitGroup(open("a", "b"), "row", tab("c"));
    const moved = tree.moveTab(split, "a", "g1", split.focus, 0);
    expect(shown(moved)).toBe("row([b*] [a* c])");
    expect(shown(tree.moveTab(moved, "b", "g1", moved.focus))).toBe("[a c b*]");
  });
  test("[UI] a border stays within the smallest share", () => {
    const split = tree.splitGroup(open("a"), "row", tab("b"));
    const sizes = (share: number) => {
      const { root } = tree.resizeBranch(split, "g3", 0, share);
      return root.kind === "leaf" ? [] : root.sizes;
    };
    expect(sizes(0.7)[0]).toBeCloseTo(0.7);
    expect(sizes(5)).toEqual([0.9, 1 - 0.9]);
    expect(sizes(-5)[0]).toBe(0.1);
    expect(sizes(Number.NaN)).toEqual([0.5, 0.5]);
  });
  test("[UI] unknown groups and tabs change nothing", () => {
    const state = open("a");
    expect(tree.openTab(state, tab("b"), "g9")).toBe(state);
    expect(tree.closeTab(state, "z")).toBe(state);
    expect(tree.moveTab(state, "a", "g1", "g9")).toBe(state);
    expect(tree.splitGroup(state, "row", tab("a"), "g9")).toBe(state);
    expect(tree.focusGroup(state, "g9")).toBe(state);
  });
});

/** All invariants named at the top of groups.ts. */
function check(state: tree.Groups): void {
  const ids: string[] = [];
  const walk = (node: tree.Node, parent?: tree.Branch["kind"]): void => {
    ids.push(node.id);
    if (node.kind === "leaf") {
      expect(new Set(node.tabs.map((t) => t.id)).size).toBe(node.tabs.length);
      if (node.tabs.length === 0) {
        expect(node.active).toBeNull();
        expect(parent).toBeUndefined();
      } else expect(node.tabs.map((t) => t.id)).toContain(node.active);
      return;
    }
    expect(node.kind).not.toBe(parent);
    expect(node.children.length).toBeGreaterThan(1);
    expect(node.sizes.length).toBe(node.children.length);
    expect(Math.min(...node.sizes)).toBeGreaterThan(0);
    expect(node.sizes.reduce((sum, size) => sum + size, 0)).toBeCloseTo(1, 9);
    for (const child of node.children) walk(child, node.kind);
  };
  walk(state.root);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(Number(id.slice(1))).toBeLessThan(state.next);
  expect(tree.findLeaf(state, state.focus)).toBeDefined();
}

describe("[UI] any sequence of operations", () => {
  const step = fc.record({
    kind: fc.constantFrom("open", "close", "others", "move", "split", "resize", "focus"),
    a: fc.nat(9),
    b: fc.nat(9),
    t: fc.nat(6),
    down: fc.boolean(),
    share: fc.double({ min: -1, max: 2, noNaN: true }),
  });
  const apply = (s: tree.Groups, op: typeof step extends fc.Arbitrary<infer T> ? T : never): tree.Groups => {
    const all = tree.leaves(s.root);
    const at = (n: number): string => all[n % all.length]?.id ?? s.focus;
    const some = tab(`t${op.t}`);
    switch (op.kind) {
      case "open":
        return tree.openTab(s, some, at(op.a));
      case "close":
        return tree.closeTab(s, some.id, at(op.a));
      case "others":
        return tree.closeOthers(s, some.id, at(op.a));
      case "move":
        return tree.moveTab(s, some.id, at(op.a), at(op.b), op.t);
      case "split":
        return tree.splitGroup(s, op.down ? "column" : "row", some, at(op.a));
      case "resize":
        return s.root.kind === "leaf" ? s : tree.resizeBranch(s, s.root.id, op.a, op.share);
      default:
        return tree.focusGroup(s, at(op.a));
    }
  };
  test("[UI] keeps the invariants, and its JSON is read back the same", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state = tree.emptyGroups();
        for (const op of steps) {
          state = apply(state, op);
          check(state);
        }
        const kept = { ...initialLayout(), groups: state };
        const back = parseLayout(JSON.parse(JSON.stringify(kept)));
        expect(back?.groups.root).toEqual(state.root);
        expect(back?.groups.focus).toBe(state.focus);
        if (back !== undefined) check(back.groups);
      }),
    );
  });
  test("[UI] the groups fill the area without overlapping", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const state = steps.reduce(apply, tree.emptyGroups());
        const { groups, borders } = placesOf(state.root);
        const total = [...groups.values()].reduce((sum, p) => sum + p.width * p.height, 0);
        expect(total).toBeCloseTo(1, 9);
        expect(groups.size).toBe(tree.leaves(state.root).length);
        expect(borders.length).toBe(groups.size - 1);
      }),
    );
  });
});

describe("[UI] a kept layout", () => {
  test("[UI] of a newer version, or broken, is not used", () => {
    const good = initialLayout();
    expect(parseLayout(good)).toEqual(good);
    const leaf = (id: string): tree.Leaf => ({ kind: "leaf", id, tabs: [tab("a")], active: "a" });
    const withRoot = (root: unknown): unknown => ({ ...good, groups: { root, focus: "g1", next: 2 } });
    for (const bad of [
      null,
      [],
      { ...good, version: 2 },
      { ...good, side: { ...good.side, width: "wide" } },
      withRoot({ ...leaf("g1"), active: "b" }),
      withRoot({ kind: "row", id: "g1", children: [leaf("g2")], sizes: [1] }),
      withRoot({ kind: "row", id: "g1", children: [leaf("g2"), leaf("g2")], sizes: [0.5, 0.5] }),
      withRoot({ kind: "row", id: "g1", children: [leaf("g2"), leaf("g3")], sizes: [0.5, 0.6] }),
    ])
      expect(parseLayout(bad)).toBeUndefined();
  });
  test("[UI] sizes are brought within limits", () => {
    const wide = { ...initialLayout(), side: { open: true, view: null, width: 9999 } };
    expect(parseLayout(wide)?.side.width).toBe(480);
  });
});
