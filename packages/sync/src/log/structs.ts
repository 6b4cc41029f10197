/**
 * What an update may hold: its structs and deletes checked before Yjs sees them, because Yjs trusts its writers. Pure.
 *
 * 1. Whatever passes applies without error, leaves nothing pending, and writes under no other log's name.
 * 2. Total: whatever Yjs' decoder throws on is a fault.
 *
 * Source: AC3.
 */
import * as Y from "yjs";
import { err, ok, type Result } from "@recourse/core";
import type { Bytes } from "./bytes.ts";
import { append, stretchAt, type Stretch } from "./struct-place.ts";

/** Units: clocks. */
const MOST_LENGTH = 1_000_000;
const MOST_DEPTH = 16;
/** Units: UTF-16 code units. */
const MOST_KEY = 512;
const ROOT = /^[a-z][A-Za-z0-9]{0,63}$/;
const reserved: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Why an update is refused. `clock` is where. */
export type StructFault =
  | { readonly kind: "decode" }
  | { readonly kind: "foreign_client"; readonly client: number }
  | {
      readonly kind: "skip" | "gap" | "empty" | "content" | "list" | "root" | "key" | "value";
      readonly clock: number;
    }
  | { readonly kind: "too_long"; readonly length: number }
  | { readonly kind: "unknown_id" | "unknown_delete"; readonly client: number; readonly clock: number };

/** What a record knows: under which client id it writes, where its clocks begin, and what its ancestors hold. */
export interface StructContext {
  readonly client: number;
  readonly start: number;
  readonly find: (client: number, clock: number) => Stretch | undefined;
  readonly endOf: (client: number) => number;
}

/** Where the clocks end after the update, and what stands where. */
export interface CheckedStructs {
  readonly end: number;
  readonly stretches: readonly Stretch[];
}

/** Checks an update whole. Errors: the first fault. */
export function checkStructs(update: Bytes, context: StructContext): Result<CheckedStructs, StructFault> {
  const decoded = decode(update);
  if (decoded === undefined) return err({ kind: "decode" });
  const stretches: Stretch[] = [];
  let clock = context.start;
  const find = (client: number, at: number): Stretch | undefined =>
    client === context.client && at >= context.start ? stretchAt(stretches, at) : context.find(client, at);
  for (const struct of decoded.structs) {
    if (struct.id.client !== context.client) return err({ kind: "foreign_client", client: struct.id.client });
    if (struct instanceof Y.Skip) return err({ kind: "skip", clock });
    if (struct.id.clock !== clock) return err({ kind: "gap", clock });
    if (!(struct.length > 0)) return err({ kind: "empty", clock });
    if (clock - context.start + struct.length > MOST_LENGTH)
      return err({ kind: "too_long", length: clock - context.start + struct.length });
    const placed = struct instanceof Y.Item ? placeItem(struct, find) : ok(undefined);
    if (!placed.ok) return placed;
    const text = struct instanceof Y.Item && struct.content instanceof Y.ContentType;
    append(stretches, { clock, length: struct.length, list: placed.value, text });
    clock += struct.length;
  }
  for (const [client, ranges] of decoded.ds.clients) {
    const end = client === context.client ? clock : context.endOf(client);
    for (const { clock: at, len } of ranges)
      if (!(len > 0) || at + len > end) return err({ kind: "unknown_delete", client, clock: at });
  }
  return ok({ end: clock, stretches });
}

function decode(update: Bytes): ReturnType<typeof Y.decodeUpdate> | undefined {
  try {
    return Y.decodeUpdate(update);
  } catch {
    // Yjs throws errors of many kinds for what it cannot read, stack overflow among them.
    return undefined;
  }
}

type Find = (client: number, clock: number) => Stretch | undefined;

/** The list an item stands in; undefined where its neighbours were collected. */
function placeItem(item: Y.Item, find: Find): Result<string | undefined, StructFault> {
  const { clock } = item.id;
  const list = listOf(item, find);
  if (!list.ok) return list;
  const inText = list.value?.startsWith(TEXT) ?? true;
  const underKey = list.value?.startsWith(KEY) ?? true;
  const { content } = item;
  if (content instanceof Y.ContentDeleted) return list;
  if (content instanceof Y.ContentAny) {
    if (!underKey) return err({ kind: "content", clock });
    return content.arr.every((value: unknown) => isValue(value, 0)) ? list : err({ kind: "value", clock });
  }
  if (content instanceof Y.ContentString) return inText ? list : err({ kind: "content", clock });
  if (content instanceof Y.ContentFormat) {
    if (!inText) return err({ kind: "content", clock });
    return isKey(content.key) && isValue(content.value, 0) ? list : err({ kind: "value", clock });
  }
  const text = content instanceof Y.ContentType && content.type.constructor === Y.Text;
  const first = item.origin === null && item.rightOrigin === null && underKey;
  return text && first ? list : err({ kind: "content", clock });
}

const KEY = "k";
const TEXT = "t";

function listOf(item: Y.Item, find: Find): Result<string | undefined, StructFault> {
  const { clock } = item.id;
  const neighbours: Stretch[] = [];
  for (const id of [item.origin, item.rightOrigin]) {
    if (id === null) continue;
    const stretch = find(id.client, id.clock);
    if (stretch === undefined) return err({ kind: "unknown_id", client: id.client, clock: id.clock });
    neighbours.push(stretch);
  }
  const [one, other] = neighbours;
  if (one !== undefined)
    return other !== undefined && one.list !== other.list ? err({ kind: "list", clock }) : ok(one.list);
  // Before it is integrated an item has its root's name or its parent's id here, whatever its type says.
  const parent: unknown = item.parent;
  if (typeof parent === "string") {
    if (!ROOT.test(parent) || reserved.has(parent)) return err({ kind: "root", clock });
    if (item.parentSub === null || !isKey(item.parentSub)) return err({ kind: "key", clock });
    return ok(`${KEY}${parent}/${item.parentSub}`);
  }
  if (!(parent instanceof Y.ID) || item.parentSub !== null) return err({ kind: "list", clock });
  const stretch = find(parent.client, parent.clock);
  if (stretch === undefined) return err({ kind: "unknown_id", client: parent.client, clock: parent.clock });
  return stretch.text ? ok(`${TEXT}${parent.client}:${parent.clock}`) : err({ kind: "list", clock });
}

const isKey = (key: string): boolean =>
  key.length > 0 && key.length <= MOST_KEY && !key.split("/").some((part) => reserved.has(part));

/** JSON or undefined, as `toStored` lets it into a document. */
function isValue(value: unknown, depth: number): boolean {
  if (depth > MOST_DEPTH) return false;
  if (value === null || value === undefined || typeof value === "boolean" || typeof value === "string") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return false;
  if (Array.isArray(value)) return value.every((each: unknown) => isValue(each, depth + 1));
  // lib0 sets `__proto__` as the prototype, so there it shows.
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.entries(value).every(([name, each]) => !reserved.has(name) && isValue(each, depth + 1));
}
