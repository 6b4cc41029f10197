/**
 * The log in a case folder, `sync/log.casebox`: records in frames, sealed as they came. Adapter: reads and writes that file.
 *
 * 1. Written to a temporary file, synced, renamed: a crash leaves the log as it was.
 * 2. A log that is not wholly readable is put aside under its hash before another takes its place: nothing of it is thrown away.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { err, ok, type Result } from "@recourse/core";
import { caseOfRecords } from "@recourse/sync/casebox";
import { decodeLogFile, encodeLogFile, type LogCaseId } from "@recourse/sync/log";
import writeFileAtomic from "write-file-atomic";
import { caseFilePath, isMissing, reasonOf } from "./case-folder.ts";
import type { UsageError } from "./shell.ts";

export interface FolderLog {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly caseId: LogCaseId;
  readonly records: readonly Uint8Array[];
  /** Whether the file is exactly what its records make. */
  readonly isWhole: boolean;
}

/** Where the log of a case folder lies. Source: 2-architecture, Case folder. */
export const logPath = (dir: string): string => join(dir, "sync", "log.casebox");

/** The log of a folder; undefined when it has none. Errors: `io`, `bad_share` for a log that says of no case. */
export async function readFolderLog(dir: string): Promise<Result<FolderLog | undefined, UsageError>> {
  const path = logPath(dir);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (e) {
    return isMissing(e) ? ok(undefined) : err({ kind: "io", path, reason: reasonOf(e) });
  }
  const { records } = decodeLogFile(bytes);
  const caseId = await caseOfRecords(records);
  if (caseId === undefined) return err({ kind: "bad_share", path, why: "no_genesis" });
  return ok({ path, bytes, caseId, records, isWhole: isSame(encodeLogFile(records), bytes) });
}

/** What is missing: the case, or only its log. */
export async function missingLog(dir: string): Promise<UsageError> {
  const isThere = await stat(caseFilePath(dir)).then(
    () => true,
    () => false,
  );
  return isThere ? { kind: "never_shared", path: dir } : { kind: "no_case", path: caseFilePath(dir) };
}

/** Writes the log of a folder. `before` is put aside first, where it is given. Answers where it lies then. Errors: `io`. */
export async function writeFolderLog(
  dir: string,
  records: readonly Uint8Array[],
  before: FolderLog | undefined,
): Promise<Result<string | undefined, UsageError>> {
  const path = logPath(dir);
  try {
    await mkdir(dirname(path), { recursive: true });
    const aside = before === undefined ? undefined : await putAside(path, before.bytes);
    await writeFileAtomic(path, Buffer.from(encodeLogFile(records)), { fsync: true });
    return ok(aside);
  } catch (e) {
    return err({ kind: "io", path, reason: reasonOf(e) });
  }
}

/** A copy beside a file, under the hash of its bytes: `log.before-1a2b3c4d.casebox`. Errors: throws what the platform throws. */
export async function putAside(path: string, bytes: Uint8Array): Promise<string> {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const copy = path.replace(/(\.[a-z]+)$/, `.before-${hash}$1`);
  await writeFileAtomic(copy, Buffer.from(bytes), { fsync: true });
  return copy;
}

/** Whether the log would be written with the same bytes. */
export const isUnchanged = (records: readonly Uint8Array[], before: FolderLog | undefined): boolean =>
  before !== undefined && isSame(encodeLogFile(records), before.bytes);

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
