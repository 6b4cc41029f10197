/**
 * Dead logs: edits of a session that died before it had sealed them, written by the next one. Effects through the store, the locks and the Sealer.
 *
 * 1. Only whoever gets the lock of the dead session writes, only what lies in its rows, and never anything after (LO2).
 * 2. It follows from the rows and the store alone: copies of a profile that both finish a log write the same record, and nothing forks (I3).
 * 3. The record names what the edits were made on and what is in force now, so it is sealed under an epoch that knows of every removal (RE4).
 *
 * Source: LO2.
 */
import * as Y from "yjs";
import { ok, type Result } from "@recourse/core";
import type { CaseLog } from "./case-log.ts";
import type { Keyring } from "./keyring.ts";
import { deviceOf, sessionOf, type LogId, type SessionId } from "./log-ids.ts";
import type { LogStore, PendingRow } from "./log-store.ts";
import type { SealError } from "./log-writer.ts";
import { createAuthor, mostPayload, type AuthorPorts } from "./record-author.ts";
import type { SessionLock } from "./session-lock.ts";
import { splitUpdate } from "./split-update.ts";

export interface DeadLogPorts extends AuthorPorts {
  readonly store: LogStore;
  readonly log: CaseLog;
  readonly keyring: Keyring;
  readonly locks: SessionLock;
}

export interface Finished {
  readonly log: LogId;
  /** Why its edits are still pending, if they are. */
  readonly failed: SealError | undefined;
}

/** Finishes every dead log of this device but those of `living` sessions. Errors: the pending rows cannot be had. */
export async function finishDeadLogs(
  ports: DeadLogPorts,
  living: ReadonlySet<SessionId>,
): Promise<Result<readonly Finished[], SealError>> {
  const pending = await ports.store.pending(ports.log.caseId);
  if (!pending.ok) return pending;
  const logs = new Set(pending.value.rows.map(({ log }) => log));
  let open = [...logs].filter((log) => deviceOf(log) === ports.device.id && !living.has(sessionOf(log)));
  const finished = new Map<LogId, Finished>();
  // Edits of one dead session may stand on those of another: as long as one goes in, the others get another chance.
  for (let went = true; went && open.length > 0;) {
    went = false;
    const left: LogId[] = [];
    for (const log of open) {
      const done = await finishOne(ports, log);
      if (done === undefined) continue;
      finished.set(log, done);
      if (done.failed === undefined) went = true;
      else left.push(log);
    }
    open = left;
  }
  return ok([...finished.values()]);
}

/** Undefined when the session lives. */
async function finishOne(ports: DeadLogPorts, log: LogId): Promise<Finished | undefined> {
  const release = await ports.locks.take(sessionOf(log));
  if (release === undefined) return undefined;
  try {
    const sealed = await sealRest(ports, log);
    return { log, failed: sealed.ok ? undefined : sealed.error };
  } finally {
    release();
  }
}

async function sealRest(ports: DeadLogPorts, log: LogId): Promise<Result<void, SealError>> {
  const { store, log: caseLog, keyring } = ports;
  const { caseId } = caseLog;
  // Read again under the lock: another tab may have finished it.
  const pending = await store.pending(caseId);
  if (!pending.ok) return pending;
  const heads = await store.heads(caseId);
  if (!heads.ok) return heads;
  const rows = untilBroken(pending.value, log);
  if (rows.length === 0) return ok(undefined);
  const head = heads.value.find((each) => each.log === log);
  const author = await createAuthor(ports, {
    log: caseLog,
    keyring,
    session: sessionOf(log),
    ...(head === undefined ? {} : { head }),
    settledAt: rows.at(-1)?.at,
  });
  const node = head === undefined ? undefined : caseLog.index.graph.get(head.hash);
  const start = caseLog.index.places.startOf(node);
  // What a record holds already is cut off: the rows go only when all of them are sealed.
  const merged = Y.mergeUpdates(rows.map(({ update }) => update));
  const update = new Uint8Array(Y.diffUpdate(merged, Y.encodeStateVector(new Map([[author.client, start]]))));
  const madeOn = [...new Set(rows.flatMap((row) => row.madeOn))];
  for (const part of splitUpdate(update, mostPayload())) {
    const written = await author.update(part, madeOn);
    if (!written.ok) return written;
    const records = written.value.map(({ hash, bytes, head: { seq } }) => ({ hash, bytes, own: { log, seq } }));
    const stored = await store.seal(caseId, { log, records, upTo: 0 });
    if (!stored.ok) return stored;
  }
  return store.seal(caseId, { log, records: [], upTo: rows.at(-1)?.row ?? 0 });
}

/** Rows of a log up to the first that is damaged: what comes after stands on it. */
function untilBroken(
  { rows, bad }: { readonly rows: readonly PendingRow[]; readonly bad: readonly { readonly key: string }[] },
  log: LogId,
): readonly PendingRow[] {
  const broken = bad.flatMap(({ key }) => (key.startsWith(`${log}/`) ? [Number(key.slice(log.length + 1))] : []));
  const first = Math.min(...broken, Number.POSITIVE_INFINITY);
  return rows.filter((row) => row.log === log && row.row < first).toSorted((a, b) => a.row - b.row);
}
