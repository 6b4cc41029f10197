/**
 * Quarantine: what masked and set-aside records say, readable, though it is not in the document. Pure.
 *
 * 1. Nothing is dropped: every edit of every record that is not in force is here, by place and value, deletes as a number.
 *
 * Source: RE3.
 */
import * as Y from "yjs";
import type { Admissible, CaseIndex } from "./case-index.ts";
import type { CaseLog } from "./case-log.ts";
import type { DeviceId, RecordHash } from "./log-ids.ts";
import { NOTE_KINDS } from "./note.ts";
import { clocksBefore } from "./rules.ts";
import type { RecordStanding } from "./standing.ts";
import { stretchAt, type Stretch } from "./struct-place.ts";
import { checkStructs } from "./structs.ts";
import { fromHex, toHex, type Bytes } from "./bytes.ts";

/** A value put under a key, or letters put into the text there. */
export type QuarantinedEdit =
  | { readonly is: "value"; readonly root: string; readonly key: string; readonly value: unknown }
  | { readonly is: "text"; readonly root: string; readonly key: string; readonly text: string };

export interface QuarantinedRecord {
  readonly hash: RecordHash;
  readonly device: DeviceId;
  readonly why: Exclude<RecordStanding, "in_force">;
  /** Units: ms since 1970; its writer's clock, which is advice. */
  readonly at: number;
  readonly edits: readonly QuarantinedEdit[];
  /** Units: clocks deleted. */
  readonly deletes: number;
  /** Whether a note in force says that its values were written again. */
  readonly adopted: boolean;
}

/** Updates that are admissible and not in force, in causal order. */
export function quarantineOf(log: CaseLog): readonly QuarantinedRecord[] {
  const standings = log.standings();
  const adopted = adoptedIn(log);
  return log.index.all().flatMap((of): QuarantinedRecord[] => {
    const { node, record, content } = of;
    const why = standings.of(node.hash);
    if (content.is !== "update" || why === undefined || why === "in_force") return [];
    const { edits, deletes } = editsOf(log.index, of, content.update, content.client);
    const { hash } = node;
    return [{ hash, device: record.head.device, why, at: content.at, edits, deletes, adopted: adopted.has(hash) }];
  });
}

function adoptedIn(log: CaseLog): ReadonlySet<string> {
  const standings = log.standings();
  const found = new Set<string>();
  for (const { node, content } of log.index.all()) {
    if (content.is !== "note" || content.note.kind !== NOTE_KINDS.adopted || standings.of(node.hash) !== "in_force")
      continue;
    const { value } = content.note;
    for (let at = 0; at < value.length; at += 32) found.add(toHex(value.subarray(at, at + 32)));
  }
  return found;
}

/** Value of a note `adopted`. Source: RE3. */
export const adoptedValue = (hashes: readonly RecordHash[]): Bytes => fromHex(hashes.join(""));

function editsOf(
  index: CaseIndex,
  { node }: Admissible,
  update: Bytes,
  client: number,
): { readonly edits: readonly QuarantinedEdit[]; readonly deletes: number } {
  const start = clocksBefore(node, index);
  const find = (of: number, clock: number): Stretch | undefined => index.places.find(node, of, clock);
  const checked = checkStructs(update, { client, start, find, endOf: (of) => index.places.endOf(node, of) });
  // It was admissible, so it checks; another answer has nothing to show.
  if (!checked.ok) return { edits: [], deletes: 0 };
  const own = checked.value.stretches;
  const at = (of: number, clock: number): Stretch | undefined =>
    of === client && clock >= start ? stretchAt(own, clock) : find(of, clock);
  const { structs, ds } = Y.decodeUpdate(update);
  const edits = structs.flatMap((struct): QuarantinedEdit[] => {
    if (!(struct instanceof Y.Item)) return [];
    const place = placeOf(at(client, struct.id.clock)?.list, at);
    if (place === undefined) return [];
    const { content } = struct;
    if (content instanceof Y.ContentString) return [{ is: "text", ...place, text: content.str }];
    if (!(content instanceof Y.ContentAny)) return [];
    return content.arr.map((value: unknown) => ({ is: "value", ...place, value }));
  });
  const deletes = [...ds.clients.values()].flat().reduce((sum, { len }) => sum + len, 0);
  return { edits, deletes };
}

/** Root and key of a list; of a text, those it stands under. */
function placeOf(
  list: string | undefined,
  at: (client: number, clock: number) => Stretch | undefined,
): { readonly root: string; readonly key: string } | undefined {
  const inText = list === undefined ? null : /^t(\d+):(\d+)$/.exec(list);
  const under = inText === null ? list : at(Number(inText[1]), Number(inText[2]))?.list;
  const slash = under?.indexOf("/") ?? -1;
  return under === undefined || slash < 0 ? undefined : { root: under.slice(1, slash), key: under.slice(slash + 1) };
}
