/**
 * The layout as plain JSON, for the application to keep. Pure.
 *
 * Reading is total: what does not hold the invariants of `groups.ts`, or comes from a newer version, gives undefined and
 * the shell starts afresh. A layout is a comfort, never worth an error.
 */
import { emptyGroups, leaves, tabId, type Groups, type Node, type Tab } from "./groups.ts";

/** Units: widths and heights in CSS pixels. */
export interface LayoutState {
  readonly version: 1;
  readonly side: { readonly open: boolean; readonly view: string | null; readonly width: number };
  readonly panel: { readonly open: boolean; readonly view: string | null; readonly height: number };
  readonly groups: Groups;
}

/** Sizes in CSS pixels: what a part may be resized to. */
export const SIDE_WIDTH = { least: 180, usual: 252, most: 480 } as const;
export const PANEL_HEIGHT = { least: 96, usual: 138, most: 480 } as const;

/** The layout of a first start. */
export const initialLayout = (): LayoutState => ({
  version: 1,
  side: { open: true, view: null, width: SIDE_WIDTH.usual },
  panel: { open: false, view: null, height: PANEL_HEIGHT.usual },
  groups: emptyGroups(),
});

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === "string";

/** A whole number of pixels within limits. */
export const clamp = (value: number, limits: { readonly least: number; readonly most: number }): number =>
  Math.round(Math.max(limits.least, Math.min(limits.most, value)));

function readTab(value: unknown): Tab | undefined {
  if (!isRecord(value) || typeof value["view"] !== "string") return undefined;
  const arg = value["arg"];
  if (arg !== undefined && typeof arg !== "string") return undefined;
  const id = tabId(value["view"], arg);
  return arg === undefined ? { id, view: value["view"] } : { id, view: value["view"], arg };
}

function readNode(value: unknown, depth: number): Node | undefined {
  // No screen holds this many nested splits; a deeper tree is not ours.
  if (!isRecord(value) || typeof value["id"] !== "string" || depth > 16) return undefined;
  const { id, kind } = value;
  if (kind === "leaf") {
    if (!Array.isArray(value["tabs"]) || !isTextOrNull(value["active"])) return undefined;
    const tabs = value["tabs"].map(readTab).filter((tab) => tab !== undefined);
    const active = value["active"];
    const ids = new Set(tabs.map((tab) => tab.id));
    const sound = tabs.length === value["tabs"].length && ids.size === tabs.length;
    if (!sound || (active === null ? tabs.length > 0 : !ids.has(active))) return undefined;
    return { kind: "leaf", id, tabs, active };
  }
  if ((kind !== "row" && kind !== "column") || !Array.isArray(value["children"]) || !Array.isArray(value["sizes"]))
    return undefined;
  const children = value["children"].map((child) => readNode(child, depth + 1)).filter((child) => child !== undefined);
  const sizes = value["sizes"].filter((size) => typeof size === "number" && size > 0 && size < 1);
  const total = sizes.reduce((sum: number, size: number) => sum + size, 0);
  const sound =
    children.length >= 2 &&
    children.length === value["children"].length &&
    sizes.length === children.length &&
    value["sizes"].length === children.length &&
    Math.abs(total - 1) < 1e-6 &&
    children.every((child) => child.kind !== kind && !(child.kind === "leaf" && child.tabs.length === 0));
  return sound ? { kind, id, children, sizes } : undefined;
}

const idsOf = (node: Node): readonly string[] =>
  node.kind === "leaf" ? [node.id] : [node.id, ...node.children.flatMap(idsOf)];

/** Largest number in ids of the form `g7`. */
const largestId = (ids: readonly string[]): number =>
  ids.reduce((most, id) => Math.max(most, Number(/^g(\d+)$/.exec(id)?.[1] ?? 0)), 0);

function readGroups(value: unknown): Groups | undefined {
  if (!isRecord(value)) return undefined;
  const root = readNode(value["root"], 0);
  if (root === undefined) return undefined;
  const ids = idsOf(root);
  if (new Set(ids).size !== ids.length) return undefined;
  const all = leaves(root);
  const focus = all.find((leaf) => leaf.id === value["focus"]) ?? all[0];
  return focus === undefined ? undefined : { root, focus: focus.id, next: largestId(ids) + 1 };
}

/** Reads a kept layout; undefined when it cannot be used. */
export function parseLayout(value: unknown): LayoutState | undefined {
  if (!isRecord(value) || value["version"] !== 1) return undefined;
  const { side, panel } = value;
  const groups = readGroups(value["groups"]);
  if (!isRecord(side) || !isRecord(panel) || groups === undefined) return undefined;
  if (!isTextOrNull(side["view"]) || !isTextOrNull(panel["view"])) return undefined;
  if (!Number.isFinite(side["width"]) || !Number.isFinite(panel["height"])) return undefined;
  return {
    version: 1,
    side: { open: side["open"] === true, view: side["view"], width: clamp(Number(side["width"]), SIDE_WIDTH) },
    panel: { open: panel["open"] === true, view: panel["view"], height: clamp(Number(panel["height"]), PANEL_HEIGHT) },
    groups,
  };
}
