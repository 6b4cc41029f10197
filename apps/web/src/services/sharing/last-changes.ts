/**
 * The last change of each record, kept as the log grows. Pure but for what it keeps.
 *
 * 1. What was read once is not read again, as long as lines only come after it; where they were put in another order everything is.
 */
import type { FieldLine, HistoryLine } from "@recourse/sync/log";

/** The newest line of a record. */
export type LastChange = (kind: string, id: string) => FieldLine | undefined;

/** `read`: all lines, the newest last; another list only when something in it is another. */
export function createLastChanges(read: () => readonly HistoryLine[]): LastChange {
  const last = new Map<string, FieldLine>();
  let lines: readonly HistoryLine[] = [];
  return (kind, id) => {
    const now = read();
    if (now !== lines) {
      const follows = lines.length === 0 || now[lines.length - 1] === lines.at(-1);
      if (!follows) last.clear();
      for (let n = follows ? lines.length : 0; n < now.length; n++) {
        const line = now[n];
        if (line !== undefined && line.is !== "carried") last.set(`${line.kind}/${line.id}`, line);
      }
      lines = now;
    }
    return last.get(`${kind}/${id}`);
  };
}
