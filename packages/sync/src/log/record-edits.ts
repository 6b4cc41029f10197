/**
 * What one admissible update says, by place: values under keys, letters put into texts, and what it deletes. Pure.
 *
 * 1. The answer depends on the record and its ancestors alone, whatever its standing.
 * 2. It reads what was checked when the record came in (AC3); nothing enters a document.
 *
 * Source: AC3, RE3.
 */
import * as Y from "yjs";
import type { Bytes } from "./bytes.ts";
import type { Admissible, CaseIndex } from "./case-index.ts";
import { clocksBefore } from "./rules.ts";
import type { Stretch } from "./struct-place.ts";

/** Where a value or a letter stands: root and key; of a letter, those of its text. */
export interface EditPlace {
  readonly root: string;
  readonly key: string;
}

/** Name of a struct's clock in the document, as `LostWrite` has it: `client:clock`. */
export type WriteName = `${number}:${number}`;
/** Name of a write: who, and which clock of theirs. */
export const writeName = (client: number, clock: number): WriteName => `${client}:${clock}`;

/** `behind`: the write that it stands behind; under a key, the one it replaces. `text` has one letter for each clock. Units: clocks. */
export type PlacedEdit = EditPlace & { readonly clock: number; readonly behind: WriteName | undefined } & (
    | { readonly is: "value"; readonly value: unknown }
    | { readonly is: "letters"; readonly text: string }
    /** A text, empty as yet, under its key. */
    | { readonly is: "text" }
  );

/**
 * A run of deleted clocks of one place. `own`: the record itself has brought them. `inText`: letters of the text there. `place` is undefined for what
 * was collected. Units: clocks.
 */
export interface DeletedRun {
  readonly own: boolean;
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly place: (EditPlace & { readonly inText: boolean }) | undefined;
}

export interface RecordEdits {
  /** The client id that it writes under. */
  readonly client: number;
  /** In the order of their clocks. */
  readonly edits: readonly PlacedEdit[];
  readonly deletes: readonly DeletedRun[];
}

type Find = (client: number, clock: number) => Stretch | undefined;

/** `content` is that of the record at `node`. */
export function editsOf(
  index: CaseIndex,
  { node }: Pick<Admissible, "node">,
  content: { readonly update: Bytes; readonly client: number },
): RecordEdits {
  const { client } = content;
  const start = clocksBefore(node, index);
  const isOwn = (of: number, clock: number): boolean => of === client && clock >= start;
  const at: Find = (of, clock) =>
    isOwn(of, clock) ? index.places.ofOwn(node, clock) : index.places.find(node, of, clock);
  const { structs, ds } = Y.decodeUpdate(content.update);
  const edits = structs.flatMap((struct) => (struct instanceof Y.Item ? editsIn(struct, at) : []));
  const deletes = [...ds.clients].flatMap(([of, ranges]) =>
    ranges.flatMap(({ clock, len }) => {
      const end = clock + len;
      const own = of === client ? Math.min(end, Math.max(clock, start)) : end;
      return [...runsOf(of, clock, own, at, false), ...runsOf(of, own, end, at, true)];
    }),
  );
  return { client, edits, deletes };
}

function editsIn(item: Y.Item, at: Find): readonly PlacedEdit[] {
  const { client, clock } = item.id;
  const place = placeOf(at(client, clock)?.list, at);
  if (place === undefined) return [];
  const { root, key } = place;
  const { content, origin } = item;
  const behind = origin === null ? undefined : writeName(origin.client, origin.clock);
  if (content instanceof Y.ContentString) return [{ is: "letters", root, key, clock, behind, text: content.str }];
  if (content instanceof Y.ContentType) return [{ is: "text", root, key, clock, behind }];
  if (!(content instanceof Y.ContentAny)) return [];
  // Writes of one key that follow each other may lie in one item; each replaces the one before.
  return content.arr.map((value: unknown, n) => ({
    is: "value",
    root,
    key,
    clock: clock + n,
    behind: n === 0 ? behind : writeName(client, clock + n - 1),
    value,
  }));
}

function runsOf(client: number, from: number, to: number, at: Find, own: boolean): readonly DeletedRun[] {
  const runs: DeletedRun[] = [];
  for (let clock = from; clock < to;) {
    const stretch = at(client, clock);
    const end = stretch === undefined ? to : Math.min(to, stretch.clock + stretch.length);
    const place = placeOf(stretch?.list, at);
    runs.push({ own, client, clock, length: end - clock, place });
    clock = end;
  }
  return runs;
}

/** Root and key of a list; of a text, those it stands under. */
function placeOf(list: string | undefined, at: Find): (EditPlace & { readonly inText: boolean }) | undefined {
  const inText = list === undefined ? null : /^t(\d+):(\d+)$/.exec(list);
  const under = inText === null ? list : at(Number(inText[1]), Number(inText[2]))?.list;
  const slash = under?.indexOf("/") ?? -1;
  if (under === undefined || slash < 0) return undefined;
  return { root: under.slice(1, slash), key: under.slice(slash + 1), inText: inText !== null };
}
