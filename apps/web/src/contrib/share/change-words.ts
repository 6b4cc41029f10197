/**
 * Changes of a shared case in plain words: what a record, a field and a value are called. Pure.
 *
 * 1. A field without words is named by its kind alone: how it is stored tells nobody anything.
 */
import { isId, isWhen, type Fen } from "@recourse/core";
import { momentText } from "@recourse/words";
import type { Say } from "../../services/services.ts";
import type { HistoryEntry } from "../../services/sharing/sharing.ts";

/** What is needed for it. `yuan`: amounts as this screen may show them. */
export interface ChangeWords {
  readonly say: Pick<Say, "word" | "has" | "lang">;
  readonly yuan: (fen: Fen) => string;
}

/** Units: characters of a value. */
const SHORT = 60;

/** Changes that were written at once to one record. */
export interface Change {
  readonly id: string;
  readonly name: string | undefined;
  readonly isMe: boolean;
  readonly at: HistoryEntry["at"];
  readonly kind: string;
  readonly is: "added" | "removed" | "restored" | "moved" | "changed";
  readonly fields: readonly Pick<HistoryEntry, "field" | "value">[];
}

/** Neighbours of one record, person and moment, as one change each; in the order given. */
export function changesOf(entries: readonly HistoryEntry[]): readonly Change[] {
  const groups: HistoryEntry[][] = [];
  for (const entry of entries) {
    const group = groups.at(-1);
    const [first] = group ?? [];
    if (group !== undefined && first !== undefined && isOneOf(first, entry)) group.push(entry);
    else groups.push([entry]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [changeOf(first, group)];
  });
}

const isOneOf = (a: HistoryEntry, b: HistoryEntry): boolean =>
  a.at === b.at && a.name === b.name && a.isMe === b.isMe && a.kind === b.kind && a.record === b.record;

function changeOf({ id, name, isMe, at, kind }: HistoryEntry, group: readonly HistoryEntry[]): Change {
  const mark = group.find(({ field }) => field === "!");
  const isNew = group.some(({ field }) => field === "");
  const is = isNew ? "added" : mark === undefined ? "changed" : markOf(mark.value);
  return { id, name, isMe, at, kind, is, fields: group.filter(({ field }) => field !== "" && field !== "!") };
}

function markOf(value: string | undefined): Change["is"] {
  if (value === "true") return "removed";
  return value === "false" ? "restored" : "moved";
}

const first = (say: ChangeWords["say"], codes: readonly string[]): string | undefined => {
  const code = codes.find((each) => say.has(each));
  return code === undefined ? undefined : say.word(code);
};

/** `订单`; a kind this version does not know is named as it is stored. */
export const kindText = (say: ChangeWords["say"], kind: string): string => first(say, [`screen.kind.${kind}`]) ?? kind;

/** `付了多少元`; undefined where there are no words. */
export const fieldText = (say: ChangeWords["say"], kind: string, field: string): string | undefined =>
  first(say, [`screen.field.${kind}.${field}`, `screen.field.${field}`]);

const isPointer = (value: string): boolean => isId(value) || /^[0-9a-f]{64}$/.test(value) || /^[[{]/.test(value);

/** A value as a person reads it, shortened; undefined for what only programs read, and for nothing. */
export function valueText({ say, yuan }: ChangeWords, kind: string, field: string, value: string): string | undefined {
  if (value === "" || value === "null" || isPointer(value)) return undefined;
  if (field.endsWith("Fen") && /^\d+$/.test(value)) return yuan(Number(value));
  if (value === "true" || value === "false") return say.word(value === "true" ? "answer.yes" : "answer.no");
  if (isWhen(value)) return momentText(value, say.lang());
  const set = `${kind}${field.slice(0, 1).toUpperCase()}${field.slice(1)}`;
  const named = /^[a-z][\w.]*$/i.test(value)
    ? first(say, [`${field === "type" ? kind : field}.${value}`, `${set}.${value}`])
    : undefined;
  const text = [...(named ?? value).replaceAll(/\s+/g, " ").trim()];
  return text.length > SHORT ? `${text.slice(0, SHORT).join("")}…` : text.join("");
}
