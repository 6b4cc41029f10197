/** What a removed or doubled device wrote: shown apart, and written again as one's own where a person takes it (RE3). */
import { fromMillis } from "@recourse/core";
import {
  adoptedValue,
  NOTE_KINDS,
  quarantineOf,
  type CaseLog,
  type DeviceId,
  type LogSession,
  type SealError,
} from "@recourse/sync/log";
import { textOfValue } from "./value-text.ts";
import type { SetAsideLine } from "./sharing.ts";

/** Kind and field of a key, without the id nobody can read. */
export function fieldOf(root: string, key: string): string {
  const [, field = ""] = key.split("/");
  return field === "" || field === "!" ? root : `${root}.${field}`;
}

/** Everything in quarantine, as lines a screen can show. */
export const setAsideOf = (log: CaseLog, names: ReadonlyMap<DeviceId, string>): readonly SetAsideLine[] =>
  quarantineOf(log).map(({ hash, device, why, at, edits, adopted }) => ({
    id: hash,
    name: names.get(device),
    at: fromMillis(at),
    why: why === "masked" ? "removed" : "doubled",
    edits: edits.map((edit) => ({
      field: fieldOf(edit.root, edit.key),
      value: textOfValue(edit.is === "text" ? edit.text : edit.value),
    })),
    adopted,
  }));

interface TextLike {
  readonly length: number;
  readonly insert: (at: number, text: string) => void;
}
const isText = (value: unknown): value is TextLike =>
  typeof value === "object" && value !== null && "insert" in value && "toDelta" in value;

/** Writes the values again, as edits of this device, and notes whose they were. Errors: why the note could not be written. */
export async function adopt(session: LogSession, ids: readonly string[]): Promise<SealError | undefined> {
  const wanted = quarantineOf(session.log).filter(({ hash, adopted }) => ids.includes(hash) && !adopted);
  const doc = session.doc.get();
  doc.transact(() => {
    for (const { edits } of wanted)
      for (const edit of edits) {
        const map = doc.getMap<unknown>(edit.root);
        const there = map.get(edit.key);
        if (edit.is === "value") map.set(edit.key, edit.value);
        else if (isText(there)) there.insert(there.length, edit.text);
      }
  });
  const value = adoptedValue(wanted.map(({ hash }) => hash));
  const noted = await session.write((author) => author.note({ kind: NOTE_KINDS.adopted, value }));
  return noted.ok ? undefined : noted.error;
}
