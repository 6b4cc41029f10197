/**
 * Matters: which filing an event is about, so that parallel doors keep apart. Pure (X1, X4).
 *
 * 1. A filing is known by its record or by the events that name it; a suit is a filing at the court.
 * 2. An event that names only a channel belongs to the one filing of that channel; without one its first event stands for it.
 */
import { all, find, type Case } from "../case/case.ts";
import { isId, parseRef, type Id } from "../identity.ts";
import type { CaseEvent, History } from "./history.ts";

const ABOUT_FILINGS = /^(?:filing|mediation|appraisal|suit|court|preservation|complaint)\./;
/** Channels that go with what only courts, or only the regulator, do. */
const OF_COURT = /^(?:suit|court|preservation)\./;
const OF_REGULATOR = /^(?:complaint\.|mediation\.clue_found$)/;
const impliedChannel = (type: string): string | undefined =>
  OF_COURT.test(type) ? "small_claims" : OF_REGULATOR.test(type) ? "samr_complaint" : undefined;

export interface Matter {
  /** Id of the filing; where there is no record, of the first event. */
  readonly id: Id;
  readonly channel: string;
}

export interface Matters {
  /** Every filing, those with events first, oldest first. */
  readonly list: readonly Matter[];
  /** The filing an event is about. */
  readonly of: (event: CaseEvent) => Matter | undefined;
}

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** The filing an event names by its id. */
function namedBy(event: CaseEvent): Id | undefined {
  const value = text(event.data["filing"]);
  if (value === undefined) return undefined;
  const parts = parseRef(value);
  const id = parts.ok && parts.value.kind === "filing" ? parts.value.id : value;
  return isId(id) ? id : undefined;
}

/** The filings of a case, as records and events name them. */
export function mattersOf(of: Case, history: History): Matters {
  const events = history.events.filter((e) => ABOUT_FILINGS.test(e.type));
  const channelOf = (e: CaseEvent): string | undefined => text(e.data["channel"]) ?? impliedChannel(e.type);
  const known = new Map<string, Matter>();
  for (const event of events) {
    const id = namedBy(event);
    if (id === undefined || known.has(id)) continue;
    const said = events.filter((e) => namedBy(e) === id).map(channelOf);
    known.set(id, { id, channel: find(of, "filing", id)?.channel ?? said.find((c) => c !== undefined) ?? "" });
  }
  const prepared = all(of, "filing")
    .filter((f) => !known.has(f.id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((f): Matter => ({ id: f.id, channel: f.channel }));
  const unnamed = new Map<string, Matter>();
  const byChannel = (event: CaseEvent): Matter | undefined => {
    const channel = channelOf(event);
    if (channel === undefined) return undefined;
    const same = [...known.values(), ...prepared].filter((m) => m.channel === channel);
    return same.length === 1 ? same[0] : unnamed.get(channel);
  };
  for (const event of events) {
    const channel = channelOf(event);
    if (namedBy(event) === undefined && channel !== undefined && byChannel(event) === undefined)
      unnamed.set(channel, { id: event.id, channel });
  }
  const matterOf = (event: CaseEvent): Matter | undefined => {
    if (!ABOUT_FILINGS.test(event.type)) return undefined;
    const id = namedBy(event);
    return id === undefined ? byChannel(event) : known.get(id);
  };
  const begun = [...new Set(events.map(matterOf).filter((m) => m !== undefined))];
  return { list: [...begun, ...prepared.filter((m) => !begun.includes(m))], of: matterOf };
}
