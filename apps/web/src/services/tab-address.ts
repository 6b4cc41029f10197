/** The address of a tab: `<view>/<argument>`. Pure. */
import type { Route, Tab } from "@recourse/ui";

/** The tab an address names; undefined for the bare address. */
export function tabOf(
  route: Pick<Route, "path">,
): { readonly view: string; readonly arg: string | undefined } | undefined {
  const [view, ...rest] = route.path;
  return view === undefined ? undefined : { view, arg: rest.length === 0 ? undefined : rest.join("/") };
}

/** The path of a tab. */
export const pathOf = (tab: Pick<Tab, "view" | "arg">): readonly string[] => [
  tab.view,
  ...(tab.arg === undefined ? [] : tab.arg.split("/")),
];
