/**
 * How records lie in a Y.Doc. Pure but for the document it is given.
 *
 * 1. One root Y.Map per kind. Keys: `id` (birth value, ONE plain value), `id/field` (override), `id/!` (tombstone, true or false).
 * 2. No key is ever deleted: a restore sets the tombstone to false; an override of `undefined` takes the field away.
 * 3. Prose fields are a Y.Text under `id/field`, made together with the birth value, so that two people never make two texts for one field.
 *    The birth value has an empty string in its place.
 * 4. `id/!field` lists the lost writes a later write has settled (see `forks.ts`). Other `!` keys belong to newer apps: kept, not read.
 * 5. Roots of unknown name are kept; `roots` names them.
 *
 * Source: 2-architecture, Stored data.
 */
import * as Y from "yjs";
import type { Fields, Id } from "@recourse/core";
import { appendOnly, kindNames, prose, readRecord, type Misfit, type Slices } from "@recourse/core";
import { isFieldName } from "./stored-value.ts";

export type StoredRecord = Fields & { readonly id: Id };
export type RecordSlices = Readonly<Record<string, Readonly<Record<string, StoredRecord>>>>;

export type ReadStored =
  | { readonly as: "record"; readonly record: StoredRecord }
  | { readonly as: "foreign" | "quarantine"; readonly misfit: Misfit };

/** What a document holds: the case document and the workspace document differ in this table only. `S` is its typed form, see `sliced`. */
export interface RecordTable<S> {
  readonly kinds: readonly string[];
  /** Total: never throws, never drops. */
  readonly read: (kind: string, id: string, raw: unknown) => ReadStored;
  /** Kinds that are put once and never edited or removed. */
  readonly appendOnly: ReadonlySet<string>;
  /** Kinds that are never removed. */
  readonly fixed: ReadonlySet<string>;
  /** Fields that merge by character, by kind. */
  readonly prose: Readonly<Partial<Record<string, readonly string[]>>>;
  /** Fields that say who wrote and when; they never conflict. */
  readonly stamps: ReadonlySet<string>;
  /** Types what `read` has let through. */
  readonly sliced: (records: RecordSlices) => S;
}

/** The records of a case. */
export const caseTable: RecordTable<Slices> = {
  kinds: kindNames,
  read: readRecord,
  appendOnly,
  fixed: new Set(["case"]),
  prose,
  stamps: new Set(["by", "recordedAt"]),
  // Every record in a slice has come through `readRecord` of its kind, which is what `Slices` says.
  sliced: (records) => records as unknown as Slices,
};

export const BIRTH = "";
export const TOMBSTONE = "!";

/** Parts of a key: `part` is "" for the birth value, "!" for the tombstone, else the rest after the slash. */
export interface KeyParts {
  readonly id: string;
  readonly part: string;
}

/** Key of a part of a record; `partsOf` is the way back. */
export const keyOf = (id: string, part: string): string => (part === BIRTH ? id : `${id}/${part}`);
/** Key of the list of lost writes that were settled for a part. */
export const settledKey = (id: string, part: string): string => `${id}/!${part}`;

/** A key that is none of the layout's counts as an id of its own, so that what stands under it is read, fits nowhere, and shows. */
export function partsOf(key: string): KeyParts {
  const slash = key.indexOf("/");
  const part = key.slice(slash + 1);
  return slash >= 0 && (part.startsWith("!") || isFieldName(part))
    ? { id: key.slice(0, slash), part }
    : { id: key, part: BIRTH };
}

/** Whether a part is an override, and not the birth value or a key of the layout itself. */
export const isOverride = (part: string): boolean => part !== BIRTH && !part.startsWith("!");

/** Splits prose off a birth value: what stays, and the texts by field. */
export function proseOff<S>(
  table: RecordTable<S>,
  kind: string,
  value: Fields,
): { readonly birth: Fields; readonly texts: readonly (readonly [string, string])[] } {
  const texts = (table.prose[kind] ?? []).flatMap((field): (readonly [string, string])[] => {
    const text = value[field];
    return typeof text === "string" ? [[field, text]] : [];
  });
  return { birth: { ...value, ...Object.fromEntries(texts.map(([field]) => [field, ""])) }, texts };
}

/** Whether a field merges by character; false for kinds and fields this version does not know. */
export const isProse = <S>(table: RecordTable<S>, kind: string, field: string): boolean =>
  table.prose[kind]?.includes(field) ?? false;

/**
 * An empty document as this package wants it. Overwritten values stay in it: what was written at the same time and lost can then still be shown,
 * and the store keeps every update anyway.
 */
export const createDoc = (): Y.Doc => new Y.Doc({ gc: false });

/** The map of a kind. */
export const rootOf = (doc: Y.Doc, kind: string): Y.Map<unknown> => doc.getMap<unknown>(kind);

/** What reading needs of a root, whatever an app declared it to be. */
export interface AnyRoot {
  readonly _map: ReadonlyMap<string, Y.Item>;
  readonly _start: Y.Item | null;
}

/** Every root of a document by name, those of newer apps too. */
export function roots(doc: Y.Doc): readonly (readonly [string, AnyRoot])[] {
  return [...doc.share.entries()];
}

/** The item that holds a key's value now. */
export function itemAt(root: AnyRoot, key: string): Y.Item | undefined {
  const item = root._map.get(key);
  return item === undefined || item.deleted ? undefined : item;
}

export type HeldValue = { readonly known: true; readonly value: unknown } | { readonly known: false };

/**
 * The value at `offset` of an item; not known when it was collected as garbage elsewhere. Prose reads as a string: that of a lost text is every
 * character that ever stood in it, because Yjs does not keep when each was deleted.
 */
export function valueIn(item: Y.Item, offset: number): HeldValue {
  const { content } = item;
  if (content instanceof Y.ContentAny) return { known: true, value: content.arr[offset] };
  if (content instanceof Y.ContentDeleted) return { known: false };
  if (content instanceof Y.ContentType) {
    if (content.type instanceof Y.Text)
      return { known: true, value: item.deleted ? everyCharacter(content.type) : content.type.toString() };
    const plain: unknown = content.type.toJSON();
    return { known: true, value: plain };
  }
  const held: readonly unknown[] = content.getContent();
  return { known: true, value: held[offset] };
}

/** The value of a key's item as it reads now, or `undefined`. */
export function valueOf(item: Y.Item | undefined): unknown {
  if (item === undefined) return undefined;
  const held = valueIn(item, item.length - 1);
  return held.known ? held.value : undefined;
}

/** The value a key has now, or `undefined`. */
export const valueNow = (root: AnyRoot, key: string): unknown => valueOf(itemAt(root, key));

function everyCharacter(text: Y.Text): string {
  let all = "";
  for (let item = text._start; item !== null; item = item.right)
    if (item.content instanceof Y.ContentString) all += item.content.str;
  return all;
}

/** The text of a prose field, for a view that binds to it; `undefined` where the record has none. */
export function textOf(doc: Y.Doc, kind: string, id: string, field: string): Y.Text | undefined {
  const value = rootOf(doc, kind).get(keyOf(id, field));
  return value instanceof Y.Text ? value : undefined;
}
