/**
 * Mending a document from which stored updates are missing. Pure but for the document.
 *
 * Yjs holds back every later write of an author once one of his is missing. A row that can no longer be read would so hide healthy ones behind it.
 *
 * 1. The missing ids are filled with empty placeholders, in memory only: a mended document is never written back, sent or cached, because the true
 *    writes may still turn up elsewhere.
 * 2. What hangs on a missing write itself has lost its place; its values come back in `unplaced`, and nothing is dropped silently.
 */
import * as Y from "yjs";

/** Writes `from` … `to - 1` of one author are missing. */
export interface Gap {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

export interface Mended {
  readonly gaps: readonly Gap[];
  readonly unplaced: readonly unknown[];
}

/** Fills what is missing; `undefined` when nothing is. */
export function mend(doc: Y.Doc): Mended | undefined {
  const gaps: Gap[] = [];
  const held = new Map<string, Y.Item>();
  while (doc.store.pendingStructs !== null) {
    const { structs } = Y.decodeUpdateV2(doc.store.pendingStructs.update);
    for (const struct of structs)
      if (struct instanceof Y.Item) held.set(`${struct.id.client}:${struct.id.clock}`, struct);
    const found = gapsBefore(doc, structs);
    if (found.length === 0) break;
    gaps.push(...found);
    Y.applyUpdate(doc, placeholders(found), "mend");
  }
  if (gaps.length === 0) return undefined;
  const lost = [...held.values()].filter(
    (item) =>
      item.id.clock < Y.getState(doc.store, item.id.client) && !(Y.getItem(doc.store, item.id) instanceof Y.Item),
  );
  return { gaps, unplaced: lost.flatMap(valuesOf) };
}

/** The first gap of every author that a held-back write needs. */
function gapsBefore(doc: Y.Doc, structs: readonly (Y.Item | Y.GC | Y.Skip)[]): readonly Gap[] {
  const needed = new Map<number, number>();
  const starts = new Map<number, number>();
  const need = (client: number, until: number): void =>
    void needed.set(client, Math.max(until, needed.get(client) ?? 0));
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    need(client, clock);
    const ahead = clock + struct.length > Y.getState(doc.store, client);
    if (ahead) starts.set(client, Math.min(clock, starts.get(client) ?? clock));
    if (!(struct instanceof Y.Item)) continue;
    for (const id of [struct.origin, struct.rightOrigin, struct.parent])
      if (id instanceof Y.ID) need(id.client, id.clock + 1);
  }
  return [...needed].flatMap(([client, until]) => {
    const from = Y.getState(doc.store, client);
    const to = Math.min(until, starts.get(client) ?? until);
    return from < to ? [{ client, from, to }] : [];
  });
}

/** An update (format 1) that holds nothing but collected structs. Source: yjs, INTERNALS.md and `GC.write`. */
function placeholders(gaps: readonly Gap[]): Uint8Array {
  const bytes: number[] = [];
  const varUint = (value: number): void => {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  varUint(gaps.length);
  for (const { client, from, to } of gaps) {
    varUint(1);
    varUint(client);
    varUint(from);
    // Struct type 0: collected.
    bytes.push(0);
    varUint(to - from);
  }
  // No deletions.
  varUint(0);
  return Uint8Array.from(bytes);
}

function valuesOf(item: Y.Item): readonly unknown[] {
  if (item.content instanceof Y.ContentAny) return item.content.arr;
  return item.content instanceof Y.ContentString ? [item.content.str] : [];
}
