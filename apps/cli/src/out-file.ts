/**
 * Writing an answer to the file the person named. Effects: writes a file.
 */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { err, ok, type Result } from "@recourse/core";
import type { Shell, UsageError } from "./shell.ts";

/** Relative paths are taken from the caller's folder. Errors: `io` with path and reason. */
export async function writeOut(
  name: string,
  bytes: Uint8Array,
  shell: Pick<Shell, "cwd">,
): Promise<Result<string, UsageError>> {
  const path = resolve(shell.cwd, name);
  try {
    await writeFile(path, bytes);
    return ok(path);
  } catch (e) {
    return err({ kind: "io", path, reason: e instanceof Error ? e.message : String(e) });
  }
}
