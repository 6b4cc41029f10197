/**
 * The log of a shared case as it lies in a file or at the relay: what is wrong with it, whether anything forks, what is there. Effects: reads the relay's store.
 */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { readCaseboxOrLog } from "@recourse/sync/casebox";
import { parseRecord, verifyLog, type LogReport, type SignedRecord } from "@recourse/sync/log";

export interface LogRead {
  readonly report: LogReport;
  readonly hashes: ReadonlySet<string>;
  /** Places (log, seq) that more than one record has (I3). */
  readonly forks: readonly string[];
}

/** Reads a `.casebox` as anyone may, without a key. Errors: throws when nothing of it can be read. */
export async function readLog(file: Buffer): Promise<LogRead> {
  const bytes = new Uint8Array(file);
  const box = await readCaseboxOrLog(bytes);
  if (!box.ok) throw new Error(`no log: ${box.error.kind}`);
  const records = await Promise.all(box.value.records.map(recordOf));
  const places = records.map(({ log, head }) => `${log}/${head.seq}`);
  return {
    report: await verifyLog(bytes),
    hashes: new Set(records.map(({ hash }) => hash)),
    forks: places.filter((place, n) => places.indexOf(place) !== n),
  };
}

async function recordOf(bytes: Uint8Array): Promise<SignedRecord> {
  const parsed = await parseRecord(bytes);
  if (!parsed.ok) throw new Error(`no record: ${parsed.error.kind}`);
  return parsed.value;
}

/** Hashes of all records at the relay. `data`: folder of its store. */
export function atRelay(data: string): ReadonlySet<string> {
  const database = new DatabaseSync(join(data, "relay.sqlite"), { readOnly: true });
  try {
    const rows = database.prepare("SELECT hex(hash) AS hash FROM records").all();
    return new Set(rows.map(({ hash }) => String(hash).toLowerCase()));
  } finally {
    database.close();
  }
}
