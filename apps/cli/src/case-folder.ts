/**
 * A case as a folder: `case.json` and `originals/`. Adapter: the only place of the command line that writes a case.
 *
 * 1. Written by applying Changes to the raw JSON, to a temporary file, synced, renamed, under a lock.
 * 2. No JSON, an unknown format, a newer version or a record broken for its own version is refused with path and reason; nothing is written.
 * 3. Unknown fields and records of newer apps come back byte for byte.
 */
import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  apply,
  emptyCase,
  err,
  ok,
  readCaseFile,
  toCaseFile,
  type Case,
  type Change,
  type Id,
  type ReadCase,
  type Result,
} from "@recourse/core";
import lockfile from "proper-lockfile";
import writeFileAtomic from "write-file-atomic";
import type { UsageError } from "./shell.ts";

export interface CaseFolder {
  readonly dir: string;
  readonly read: ReadCase;
  /** The document as it stands on disk, with fields this version does not know. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Everything of a case but its files, as the app writes it too. Source: 2-architecture, Case folder. */
export const caseFilePath = (dir: string): string => join(dir, "case.json");
/** Where the files lie as they came in; `@recourse/vault/folder` names and checks them. Source: 2-architecture, Case folder. */
export const originalsPath = (dir: string): string => join(dir, "originals");

/** Text of a `case.json` → case. `path` is only for the error. Errors: `broken_case` with path and reason, `newer_case`. */
export function parseCaseText(
  text: string,
  path: string,
): Result<{ readonly read: ReadCase; readonly raw: Readonly<Record<string, unknown>> }, UsageError> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (e) {
    return err({ kind: "broken_case", path, reason: e instanceof Error ? e.message : "not JSON" });
  }
  const read = readCaseFile(raw);
  if (!read.ok)
    return err(
      read.error.kind === "needs_newer_app"
        ? { kind: "newer_case", path, version: read.error.version }
        : { kind: "broken_case", path, reason: read.error.reason },
    );
  const broken = read.value.quarantine[0];
  if (broken)
    return err({ kind: "broken_case", path, reason: `records.${broken.kind}.${broken.id}: ${broken.reason}` });
  return ok({ read: read.value, raw: raw as Readonly<Record<string, unknown>> });
}

/** Opens a case folder. Errors: `no_case`, `broken_case`, `newer_case`, `io`. */
export async function openFolder(dir: string): Promise<Result<CaseFolder, UsageError>> {
  const path = caseFilePath(dir);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (e) {
    return err(isMissing(e) ? { kind: "no_case", path } : { kind: "io", path, reason: reasonOf(e) });
  }
  const parsed = parseCaseText(text, path);
  return parsed.ok ? ok({ dir, ...parsed.value }) : parsed;
}

/** Makes a folder for a new case. Errors: `exists` when it already holds one. */
export async function createFolder(dir: string, caseId: Id): Promise<Result<CaseFolder, UsageError>> {
  const path = caseFilePath(dir);
  if (await exists(path)) return err({ kind: "exists", path });
  try {
    await mkdir(originalsPath(dir), { recursive: true });
  } catch (e) {
    return err({ kind: "io", path: dir, reason: reasonOf(e) });
  }
  const blank = emptyCase(caseId);
  return ok({ dir, read: { case: blank, packs: [], foreign: [], quarantine: [], readOnly: false }, raw: {} });
}

/**
 * Applies what `decide` says to the newest `case.json` and writes it. `decideOn` sees the case as it is on disk under the lock.
 * Errors: those of `openFolder`, of `decideOn`, `locked`, `io`.
 */
export async function changeFolder<E>(
  folder: CaseFolder,
  packs: readonly string[],
  decideOn: (of: Case) => Result<readonly Change[], E>,
): Promise<Result<CaseFolder, UsageError | E>> {
  const path = caseFilePath(folder.dir);
  const lock = await lockFolder(folder.dir);
  if (!lock.ok) return lock;
  try {
    const newest = (await exists(path)) ? await openFolder(folder.dir) : ok(folder);
    if (!newest.ok) return newest;
    const { read, raw } = newest.value;
    if (read.readOnly) return err({ kind: "newer_case", path, version: versionOf(raw) });
    const changes = decideOn(read.case);
    if (!changes.ok) return changes;
    const after = apply(read.case, changes.value).case;
    const known = packs.length > 0 ? [...new Set([...read.packs, ...packs])] : read.packs;
    const own = toCaseFile(after, known, read.foreign);
    const file = { ...raw, ...own, version: Math.max(own.version, versionOf(raw)) };
    await writeFileAtomic(path, `${JSON.stringify(file, null, 1)}\n`, { fsync: true });
    return ok({ dir: folder.dir, raw: file, read: { ...read, case: after, packs: known } });
  } catch (e) {
    return err({ kind: "io", path, reason: reasonOf(e) });
  } finally {
    await lock.value();
  }
}

/** Keeps every other writer out of a folder until the answer is called. Errors: `locked`. */
export async function lockFolder(dir: string): Promise<Result<() => Promise<void>, UsageError>> {
  try {
    const retries = { retries: 8, minTimeout: 50 };
    return ok(await lockfile.lock(dir, { lockfilePath: join(dir, ".case.lock"), retries }));
  } catch {
    return err({ kind: "locked", path: caseFilePath(dir) });
  }
}

/** A newer app that lets us write keeps its own version. */
export const versionOf = (raw: Readonly<Record<string, unknown>>): number =>
  typeof raw["version"] === "number" ? raw["version"] : 0;

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

/** Whether a file or folder is not there, rather than out of reach. */
export const isMissing = (e: unknown): boolean =>
  e instanceof Error && "code" in e && (e.code === "ENOENT" || e.code === "ENOTDIR");
/** What the platform says of a failure. */
export const reasonOf = (e: unknown): string => (e instanceof Error ? e.message : String(e));
