/**
 * What the one box can find: providers by prefix, and the ranking of what they offer. Pure.
 *
 * 1. The longest prefix that the text begins with decides; the provider without prefix takes the rest.
 * 2. Without a query: what was used last first, then the provider's own order. With a query: better match first, then
 *    recent use, then the provider's order.
 */
import type { IconNode } from "lucide";
import type { CommandCall, MessageKey } from "../contribution.ts";
import { fuzzy, type Match } from "./fuzzy.ts";

/** Something to pick. Picking runs its command. */
export interface QuickItem extends CommandCall {
  /** Stable across openings: recent use is kept by it. */
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: IconNode;
  /** Right-hand words, e.g. a key or an amount. */
  readonly aside?: string;
  /** More text to find it by, e.g. pinyin or the name in the other language. Never shown. */
  readonly keywords?: string;
}

/** A kind of thing to find. */
export interface QuickProvider {
  /** `""` for the one that answers without prefix; otherwise one symbol. */
  readonly prefix: string;
  /** What it finds, for the help list. */
  readonly title: MessageKey;
  /** All it has, in its own order. Reactive. */
  items(): readonly QuickItem[];
}

/** An item that fits, with what to mark in its label. */
export interface Hit {
  readonly item: QuickItem;
  readonly ranges: Match["ranges"];
  readonly recent: boolean;
}

/** The provider for a text, and the query that is left. */
export function pickProvider(
  providers: readonly QuickProvider[],
  text: string,
): { readonly provider: QuickProvider | undefined; readonly query: string } {
  const provider = providers
    .filter((other) => text.startsWith(other.prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)[0];
  return { provider, query: text.slice(provider?.prefix.length ?? 0).trim() };
}

/** A match in keywords or detail counts less than one in the label. */
const BESIDE = 0.5;

function score(query: string, item: QuickItem): { score: number; ranges: Match["ranges"] } | undefined {
  const label = fuzzy(query, item.label);
  if (label !== undefined) return label;
  const beside = fuzzy(query, [item.label, item.detail ?? "", item.keywords ?? ""].join(" "));
  return beside === undefined ? undefined : { score: beside.score * BESIDE, ranges: [] };
}

/** Ranks items. Units: `limit` is a number of rows; more than can be looked through is not drawn. */
export function rank(
  items: readonly QuickItem[],
  query: string,
  recent: readonly string[],
  limit: number,
): readonly Hit[] {
  const used = new Map(recent.map((id, index) => [id, index]));
  const last = used.size;
  const found: { hit: Hit; score: number; used: number; index: number }[] = [];
  items.forEach((item, index) => {
    const match = score(query, item);
    if (match === undefined) return;
    const at = used.get(item.id) ?? last;
    found.push({ hit: { item, ranges: match.ranges, recent: at < last }, score: match.score, used: at, index });
  });
  return found
    .toSorted((a, b) => b.score - a.score || a.used - b.used || a.index - b.index)
    .slice(0, limit)
    .map((entry) => entry.hit);
}
