/**
 * Quarantine: what masked and set-aside records say, readable, though it is not in the document. Pure.
 *
 * 1. Nothing is dropped: every edit of every record that is not in force is here, by place and value, deletes as a number.
 *
 * Source: RE3.
 */
import type { CaseLog } from "./case-log.ts";
import type { DeviceId, RecordHash } from "./log-ids.ts";
import { NOTE_KINDS } from "./note.ts";
import { editsOf, type PlacedEdit } from "./record-edits.ts";
import type { RecordStanding } from "./standing.ts";
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
    const said = editsOf(log.index, of, content);
    const { hash } = node;
    const edits = said.edits.flatMap(shown);
    const deletes = said.deletes.reduce((sum, { length }) => sum + length, 0);
    return [{ hash, device: record.head.device, why, at: content.at, edits, deletes, adopted: adopted.has(hash) }];
  });
}

function shown(edit: PlacedEdit): readonly QuarantinedEdit[] {
  const { root, key } = edit;
  if (edit.is === "value") return [{ is: "value", root, key, value: edit.value }];
  return edit.is === "letters" ? [{ is: "text", root, key, text: edit.text }] : [];
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
