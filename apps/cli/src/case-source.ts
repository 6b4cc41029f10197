/**
 * Where a case is read from: a folder, or an archive `NAME.recourse.zip`. Adapter.
 */
import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { err, ok, type ReadCase, type Result } from "@recourse/core";
import { readArchive } from "@recourse/dossier";
import { openFolder, parseCaseText } from "./case-folder.ts";
import type { UsageError } from "./shell.ts";

/** Errors: those of the folder; an archive that cannot be read is `broken_case` with the reason. */
export async function openCase(path: string, cwd: string): Promise<Result<ReadCase, UsageError>> {
  const full = resolve(cwd, path);
  const isFile = await stat(full).then(
    (s) => s.isFile(),
    () => false,
  );
  if (!isFile) {
    const folder = await openFolder(full);
    return folder.ok ? ok(folder.value.read) : folder;
  }
  const archive = await readArchive(await openAsBlob(full));
  if (!archive.ok) return err({ kind: "broken_case", path: full, reason: archive.error.kind });
  const parsed = parseCaseText(JSON.stringify(archive.value.caseFile), `${full}#case.json`);
  return parsed.ok ? ok(parsed.value.read) : parsed;
}
