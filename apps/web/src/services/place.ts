/**
 * Place: the tab in view and the address, kept in step. Not pure: reads the layout, writes the address.
 *
 * 1. The address of a tab is `#/<view>/<argument>?<query>`; each tab keeps its own query while another is shown.
 * 2. A step in the history is a change of tab; a change of query replaces, unless asked otherwise.
 * 3. An address of an unknown view waits for features that are still coming; then it gives way to what is shown.
 */
import { tabId, type Layout, type Route, type RouteBinding } from "@recourse/ui";
import { createEffect, createMemo, on, untrack, type Accessor } from "solid-js";
import { pathOf, tabOf } from "./tab-address.ts";

export interface Place {
  /** Whether the address names a view that may still come. Tracked. */
  readonly waiting: Accessor<boolean>;
  readonly query: Accessor<Route["query"]>;
  readonly setQuery: (change: Readonly<Record<string, string | undefined>>, how?: "push" | "replace") => void;
}

export interface PlacePorts {
  readonly layout: Layout;
  readonly binding: RouteBinding;
  /** Whether there is an editor view of this name. Tracked: features come one after the other. */
  readonly knows: (view: string) => boolean;
  /** Whether all features are there: until then an address of an unknown view is not given up. Tracked. */
  readonly settled: () => boolean;
}

const NOTHING: Route["query"] = {};

/** Follows both sides until the owner it was made under ends. */
export function createPlace({ layout, binding, knows, settled }: PlacePorts): Place {
  const queries = new Map<string, Route["query"]>();
  const named = createMemo(() => tabOf(binding.route()));
  const follow = (): void => {
    const tab = named();
    if (tab === undefined || !knows(tab.view)) return;
    queries.set(tabId(tab.view, tab.arg), untrack(binding.route).query);
    untrack(() => layout.open(tab.view, tab.arg));
  };
  /** The address names something that may still come. */
  const waiting = (): boolean => {
    const tab = named();
    return tab !== undefined && !knows(tab.view) && !settled();
  };
  createEffect(follow);
  createEffect(
    on([layout.activeTab, settled], ([tab]) => {
      if (tab === undefined || untrack(waiting)) return;
      const at = untrack(named);
      if (at !== undefined && tabId(at.view, at.arg) === tab.id) return;
      const how = at === undefined || !untrack(() => knows(at.view)) ? "replace" : "push";
      binding.go({ path: pathOf(tab), query: queries.get(tab.id) ?? NOTHING }, how);
    }),
  );
  return {
    waiting,
    query: () => binding.route().query,
    setQuery: (change, how = "replace") => {
      const { path, query } = untrack(binding.route);
      const kept = Object.entries({ ...query, ...change }).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value] as const],
      );
      binding.go({ path, query: Object.fromEntries(kept) }, how);
    },
  };
}
