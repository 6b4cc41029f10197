/** The history of a shared case as entries a screen can show, the newest first. Pure but for the reading it keeps. */
import { fromMillis } from "@recourse/core";
import { historyOf, type CaseLog, type DeviceId, type HistoryLine } from "@recourse/sync/log";
import type { HistoryEntry } from "./sharing.ts";
import { textOfValue } from "./value-text.ts";

export interface HistoryFrom {
  readonly log: CaseLog;
  readonly me: DeviceId;
  readonly names: ReadonlyMap<DeviceId, string>;
}

/** At most `most`; of one record, or of all. */
export function historyEntries(
  from: HistoryFrom,
  most: number,
  of?: { readonly kind: string; readonly id: string },
): readonly HistoryEntry[] {
  const lines = historyOf(from.log, of);
  return lines
    .slice(-most)
    .toReversed()
    .map((line, n) => historyEntry(from, line, `${line.hash}/${lines.length - n}`));
}

/** One line. */
export const historyEntry = (
  { me, names }: Pick<HistoryFrom, "me" | "names">,
  line: HistoryLine,
  id: string,
): HistoryEntry => ({
  id,
  name: names.get(line.device),
  isMe: line.device === me,
  at: fromMillis(line.at),
  kind: line.kind,
  record: line.id,
  field: line.field,
  value: valueOf(line),
});

function valueOf(line: HistoryLine): string | undefined {
  if (line.is === "carried") return undefined;
  if (line.is === "value") return textOfValue(line.value);
  return line.inserted.join(" … ");
}
