/**
 * The live layout: which views are shown and which tabs are open. Not pure: holds signals.
 *
 * 1. Its whole state is one immutable `LayoutState`; parts of the shell read memos of it.
 * 2. On a phone there is one group on screen; the others stay in the state and come back on a wide screen.
 */
import { createMemo, createSignal, untrack, type Accessor } from "solid-js";
import * as tree from "./groups.ts";
import { clamp, initialLayout, PANEL_HEIGHT, SIDE_WIDTH, type LayoutState } from "./layout-state.ts";
import { placesOf, type Places } from "./places.ts";

/** How an editor is opened. */
export interface OpenHow {
  /** `beside`: in the next group, which is made when there is none. */
  readonly where?: "here" | "beside";
}

/** The live layout. */
export interface Layout {
  /** Everything worth keeping; the application saves it when it changes. */
  readonly state: Accessor<LayoutState>;
  readonly groups: Accessor<tree.Groups>;
  readonly leaves: Accessor<readonly tree.Leaf[]>;
  readonly places: Accessor<Places>;
  /** The tab in view of the group used last. */
  readonly activeTab: Accessor<tree.Tab | undefined>;
  open(view: string, arg?: string, how?: OpenHow): void;
  close(tab: string, group?: string): void;
  /** Applies any operation of `groups.ts`. */
  edit(change: (groups: tree.Groups) => tree.Groups): void;
  showSide(view: string): void;
  setSideOpen(open: boolean): void;
  setSideWidth(pixels: number): void;
  showPanel(view: string): void;
  setPanelOpen(open: boolean): void;
  setPanelHeight(pixels: number): void;
}

/** Makes a layout from a kept state. */
export function createLayout(kept?: LayoutState): Layout {
  const [state, setState] = createSignal<LayoutState>(kept ?? initialLayout());
  const groups = createMemo(() => state().groups);
  const root = createMemo(() => groups().root);
  const leaves = createMemo(() => tree.leaves(root()));
  const places = createMemo(() => placesOf(root()));
  const activeTab = createMemo(() => {
    const leaf = leaves().find((other) => other.id === groups().focus);
    return leaf?.tabs.find((tab) => tab.id === leaf.active);
  });
  const edit = (change: (groups: tree.Groups) => tree.Groups): void => {
    setState((old) => {
      const next = change(old.groups);
      return next === old.groups ? old : { ...old, groups: next };
    });
  };
  const side = (change: Partial<LayoutState["side"]>): void => {
    setState((old) => ({ ...old, side: { ...old.side, ...change } }));
  };
  const panel = (change: Partial<LayoutState["panel"]>): void => {
    setState((old) => ({ ...old, panel: { ...old.panel, ...change } }));
  };
  return {
    state,
    groups,
    leaves,
    places,
    activeTab,
    edit,
    open: (view, arg, how = {}) => {
      const id = tree.tabId(view, arg);
      const tab: tree.Tab = arg === undefined ? { id, view } : { id, view, arg };
      edit((now) => {
        const all = untrack(leaves);
        const at = all.findIndex((leaf) => leaf.id === now.focus);
        if (how.where === "beside" && (all[at]?.tabs.length ?? 0) > 0) {
          const next = all[at + 1];
          return next === undefined ? tree.splitGroup(now, "row", tab) : tree.openTab(now, tab, next.id);
        }
        // What is open somewhere is shown where it is, not opened twice.
        const there = all.find((leaf) => leaf.id === now.focus && leaf.tabs.some((other) => other.id === id));
        const holder = there ?? all.find((leaf) => leaf.tabs.some((other) => other.id === id));
        return tree.openTab(now, tab, holder?.id ?? now.focus);
      });
    },
    close: (tab, group) => {
      edit((now) => tree.closeTab(now, tab, group ?? now.focus));
    },
    showSide: (view) => {
      side({ view, open: true });
    },
    setSideOpen: (open) => {
      side({ open });
    },
    setSideWidth: (pixels) => {
      side({ width: clamp(pixels, SIDE_WIDTH) });
    },
    showPanel: (view) => {
      panel({ view, open: true });
    },
    setPanelOpen: (open) => {
      panel({ open });
    },
    setPanelHeight: (pixels) => {
      panel({ height: clamp(pixels, PANEL_HEIGHT) });
    },
  };
}
