/**
 * What the board is narrowed to: read from the address, written back to it, and asked of a row. Pure.
 *
 * 1. Values of one kind widen, kinds narrow: mine or theirs, and of a membership.
 * 2. An address is total: what it names and nobody knows is left out.
 */
import type { Instant, Turn } from "@recourse/core";
import type { BoardRow } from "./board-row.ts";
import { isLive } from "./filing-status.ts";
import { isOver } from "./sections.ts";

export interface BoardFilter {
  readonly turns: readonly Turn[];
  readonly categories: readonly string[];
  readonly channels: readonly string[];
  /** Only where the time of a clock is over. */
  readonly over: boolean;
  /** Only what was put off. */
  readonly asleep: boolean;
  readonly text: string;
}

/** One value of a filter: what a chip shows and takes out. */
export interface FilterPart {
  readonly key: "turn" | "category" | "channel" | "over" | "asleep" | "q";
  readonly value: string;
}

export const TURNS: readonly Turn[] = ["mine", "theirs", "authority", "none"];

type Query = Readonly<Record<string, string>>;
const listIn = (text: string | undefined): readonly string[] => [
  ...new Set((text ?? "").split(",").filter((each) => each !== "")),
];

/** The filter an address names. */
export const filterOf = (query: Query): BoardFilter => ({
  turns: listIn(query["turn"]).flatMap((each) => TURNS.find((turn) => turn === each) ?? []),
  categories: listIn(query["category"]),
  channels: listIn(query["channel"]),
  over: query["over"] !== undefined,
  asleep: query["asleep"] !== undefined,
  text: query["q"] ?? "",
});

/** The parts of a filter, in the order of its chips. */
export const partsOf = (filter: BoardFilter): readonly FilterPart[] => [
  ...filter.turns.map((value) => ({ key: "turn", value }) as const),
  ...filter.categories.map((value) => ({ key: "category", value }) as const),
  ...filter.channels.map((value) => ({ key: "channel", value }) as const),
  ...(filter.over ? [{ key: "over", value: "" } as const] : []),
  ...(filter.asleep ? [{ key: "asleep", value: "" } as const] : []),
  ...(filter.text.trim() === "" ? [] : [{ key: "q", value: filter.text } as const]),
];

/** The change of the address that puts a part in, or takes it out where it is in. */
export function toggled(filter: BoardFilter, { key, value }: FilterPart): Readonly<Record<string, string | undefined>> {
  if (key === "over" || key === "asleep") return { [key]: filter[key] ? undefined : "" };
  if (key === "q") return { q: filter.text === value ? undefined : value };
  const there: readonly string[] = { turn: filter.turns, category: filter.categories, channel: filter.channels }[key];
  const after = there.includes(value) ? there.filter((each) => each !== value) : [...there, value];
  return { [key]: after.length === 0 ? undefined : after.join(",") };
}

/** The change of the address that leaves nothing of a filter. */
export const CLEARED: Readonly<Record<FilterPart["key"], undefined>> = {
  turn: undefined,
  category: undefined,
  channel: undefined,
  over: undefined,
  asleep: undefined,
  q: undefined,
};

/** Every place a case went to. */
export const channelsOf = ({ channel, filings }: Pick<BoardRow, "channel" | "filings">): readonly string[] => [
  ...new Set([...(channel === undefined ? [] : [channel]), ...filings.map((filing) => filing.channel)]),
];

/** What of a row can be searched, kept by row: thousands are asked with every letter typed. */
const texts = new WeakMap<BoardRow, string>();
function textOf(row: BoardRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const text = [row.title, row.respondent, row.orderNo, row.reference, ...row.filings.map((f) => f.reference)]
    .filter((part) => part !== undefined)
    .join("\n")
    .toLowerCase();
  texts.set(row, text);
  return text;
}

const isAnyOver = (row: BoardRow, now: Instant): boolean =>
  (row.clock !== undefined && isOver(row.clock, now)) ||
  row.filings.some((filing) => isLive(filing) && filing.clock !== undefined && isOver(filing.clock, now));

/** Whether a row fits. `asleep` names the cases that were put off. */
export function fitting(
  { turns, categories, channels, over, asleep: onlyAsleep, text }: BoardFilter,
  now: () => Instant,
  asleep: ReadonlySet<string>,
): (row: BoardRow) => boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const at = over ? now() : undefined;
  return (row) =>
    (turns.length === 0 || turns.includes(row.turn)) &&
    (categories.length === 0 || categories.includes(row.category)) &&
    (channels.length === 0 || channelsOf(row).some((channel) => channels.includes(channel))) &&
    (at === undefined || isAnyOver(row, at)) &&
    (!onlyAsleep || asleep.has(row.caseId)) &&
    words.every((word) => textOf(row).includes(word));
}
