/**
 * Tabs in split groups, as a tree. Pure: every operation takes a state and returns a state.
 *
 * 1. A leaf holds tabs, each id once; its active tab is one of them, or null when it has none.
 * 2. Only the root may be an empty leaf.
 * 3. A branch has at least two children, none of them a branch of its own direction; its sizes are positive shares that
 *    add up to 1.
 * 4. Group ids are never used twice; `focus` names a leaf of the tree.
 * 5. An operation on a group or tab that does not exist returns the state it was given.
 */

/** A tab: which editor view, showing what. */
export interface Tab {
  readonly id: string;
  readonly view: string;
  readonly arg?: string;
}

export interface Leaf {
  readonly kind: "leaf";
  readonly id: string;
  readonly tabs: readonly Tab[];
  readonly active: string | null;
}

export interface Branch {
  /** `row`: side by side; `column`: one above the other. */
  readonly kind: "row" | "column";
  readonly id: string;
  readonly children: readonly Node[];
  readonly sizes: readonly number[];
}

export type Node = Leaf | Branch;

export interface Groups {
  readonly root: Node;
  /** The group that was used last; new tabs open there. */
  readonly focus: string;
  /** Number of the next group id. */
  readonly next: number;
}

/** The smallest share a neighbour may be resized to. */
export const SMALLEST_SHARE = 0.1;

/** The one id of a tab, so that opening the same thing twice finds the tab already there. */
export const tabId = (view: string, arg?: string): string => (arg === undefined ? view : `${view}:${arg}`);

/** One empty group. */
export const emptyGroups = (): Groups => ({
  root: { kind: "leaf", id: "g1", tabs: [], active: null },
  focus: "g1",
  next: 2,
});

/** All leaves in reading order. */
export function leaves(node: Node): readonly Leaf[] {
  return node.kind === "leaf" ? [node] : node.children.flatMap(leaves);
}

/** A leaf by id. */
export const findLeaf = (state: Groups, id: string): Leaf | undefined =>
  leaves(state.root).find((leaf) => leaf.id === id);

/** Replaces one node of the tree by what `change` makes of it; null takes it out. */
function replace(node: Node, id: string, change: (found: Node) => Node | null): Node | null {
  if (node.id === id) return change(node);
  if (node.kind === "leaf") return node;
  const kept: { node: Node; size: number }[] = [];
  node.children.forEach((child, index) => {
    const next = replace(child, id, change);
    const size = node.sizes[index] ?? 0;
    if (next === null) return;
    // A branch of the same direction is taken in, its shares scaled to its place (invariant 3).
    if (next.kind === node.kind)
      next.children.forEach((inner, at) => kept.push({ node: inner, size: size * (next.sizes[at] ?? 0) }));
    else kept.push({ node: next, size });
  });
  const first = kept[0];
  if (first === undefined) return null;
  if (kept.length === 1) return first.node;
  const total = kept.reduce((sum, entry) => sum + entry.size, 0);
  return { ...node, children: kept.map((entry) => entry.node), sizes: kept.map((entry) => entry.size / total) };
}

function withRoot(state: Groups, root: Node | null): Groups {
  const next = root ?? { kind: "leaf", id: `g${state.next}`, tabs: [], active: null };
  const all = leaves(next);
  const focus = all.some((leaf) => leaf.id === state.focus) ? state.focus : (all[0]?.id ?? state.focus);
  return { root: next, focus, next: root === null ? state.next + 1 : state.next };
}

const editLeaf = (state: Groups, id: string, change: (leaf: Leaf) => Leaf | null): Groups =>
  withRoot(
    state,
    replace(state.root, id, (node) => (node.kind === "leaf" ? change(node) : node)),
  );

/** Opens a tab in a group, or shows it there if it is open; a new tab stands right of the active one. */
export function openTab(state: Groups, tab: Tab, group: string = state.focus): Groups {
  if (findLeaf(state, group) === undefined) return state;
  const next = editLeaf(state, group, (leaf) => {
    if (leaf.tabs.some((other) => other.id === tab.id)) return { ...leaf, active: tab.id };
    const at = leaf.tabs.findIndex((other) => other.id === leaf.active) + 1;
    return { ...leaf, tabs: leaf.tabs.toSpliced(at === 0 ? leaf.tabs.length : at, 0, tab), active: tab.id };
  });
  return { ...next, focus: group };
}

/** The tab after a removal: the right neighbour, else the left one. */
function without(leaf: Leaf, tab: string): Leaf {
  const at = leaf.tabs.findIndex((other) => other.id === tab);
  if (at < 0) return leaf;
  const tabs = leaf.tabs.toSpliced(at, 1);
  const active = leaf.active === tab ? ((tabs[at] ?? tabs[at - 1])?.id ?? null) : leaf.active;
  return { ...leaf, tabs, active };
}

/** Closes a tab; a group without tabs disappears unless it is the only one. */
export function closeTab(state: Groups, tab: string, group: string = state.focus): Groups {
  const leaf = findLeaf(state, group);
  if (leaf === undefined || !leaf.tabs.some((other) => other.id === tab)) return state;
  return editLeaf(state, group, (found) => {
    const rest = without(found, tab);
    return rest.tabs.length === 0 && found.id !== state.root.id ? null : rest;
  });
}

/** Closes every other tab of a group. */
export function closeOthers(state: Groups, tab: string, group: string = state.focus): Groups {
  const leaf = findLeaf(state, group);
  if (leaf === undefined || !leaf.tabs.some((other) => other.id === tab)) return state;
  return editLeaf(state, group, (found) => ({
    ...found,
    tabs: found.tabs.filter((other) => other.id === tab),
    active: tab,
  }));
}

/** Moves a tab to a place in the same or another group. Units: `at` is an index among the tabs that stay. */
export function moveTab(state: Groups, tab: string, from: string, to: string, at = Number.MAX_SAFE_INTEGER): Groups {
  const moved = findLeaf(state, from)?.tabs.find((other) => other.id === tab);
  if (moved === undefined || findLeaf(state, to) === undefined) return state;
  const put = (leaf: Leaf): Leaf => {
    const tabs = leaf.tabs.filter((other) => other.id !== tab);
    return { ...leaf, tabs: tabs.toSpliced(Math.max(0, Math.min(at, tabs.length)), 0, moved), active: tab };
  };
  const placed = editLeaf(state, to, put);
  const next = from === to ? placed : closeTab(placed, tab, from);
  return { ...next, focus: to };
}

/** Opens a tab in a new group beside `group`, or below it; an empty group takes it itself. The tab's group has the focus. */
export function splitGroup(state: Groups, direction: Branch["kind"], tab: Tab, group: string = state.focus): Groups {
  const beside = findLeaf(state, group);
  if (beside === undefined) return state;
  if (beside.tabs.length === 0) return openTab(state, tab, group);
  const leaf: Leaf = { kind: "leaf", id: `g${state.next}`, tabs: [tab], active: tab.id };
  const root = replace(state.root, group, (found) => ({
    kind: direction,
    id: `g${state.next + 1}`,
    children: [found, leaf],
    sizes: [0.5, 0.5],
  }));
  return { ...withRoot(state, root), focus: leaf.id, next: state.next + 2 };
}

/** Moves the border after child `index` of a branch. Units: `share` is the new share of that child, 0 to 1. */
export function resizeBranch(state: Groups, branch: string, index: number, share: number): Groups {
  const root = replace(state.root, branch, (found) => {
    if (found.kind === "leaf") return found;
    const [before, after] = [found.sizes[index], found.sizes[index + 1]];
    if (before === undefined || after === undefined || !Number.isFinite(share)) return found;
    const both = before + after;
    const low = Math.min(SMALLEST_SHARE, both / 2);
    const size = Math.max(low, Math.min(both - low, share));
    return { ...found, sizes: found.sizes.toSpliced(index, 2, size, both - size) };
  });
  return withRoot(state, root);
}

/** Gives a group the focus. */
export function focusGroup(state: Groups, group: string): Groups {
  return group === state.focus || findLeaf(state, group) === undefined ? state : { ...state, focus: group };
}
