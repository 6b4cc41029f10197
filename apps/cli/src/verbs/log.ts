/**
 * `recourse log verify`: did the members of a shared case write what its log says? Of a case folder or of a `.casebox` file. Needs no key; reads only.
 */
import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { err, ok, type Result } from "@recourse/core";
import { verifyLog } from "@recourse/sync/log";
import { reasonOf } from "../case-folder.ts";
import { logPath } from "../log-folder.ts";
import { findingLine, intactLine } from "../log-words.ts";
import { readOptions } from "../options.ts";
import { json, type ExitCode, type Shell, type UsageError } from "../shell.ts";

/** Exit 1 when something is not as it should be. Errors: usage, `io` when there is no log to read. */
export async function checkLog(args: readonly string[], shell: Shell): Promise<Result<ExitCode, UsageError>> {
  const [what, ...rest] = args;
  if (what !== "verify") return err({ kind: "usage", verb: "log", reason: what ?? "too few words" });
  const o = readOptions("log", rest, { flags: ["json"], words: [1, 1] });
  if (!o.ok) return o;
  const given = resolve(shell.cwd, o.value.words[0] ?? ".");
  let path = given;
  let bytes: Uint8Array;
  try {
    path = (await stat(given)).isFile() ? given : logPath(given);
    bytes = await readFile(path);
  } catch (e) {
    return err({ kind: "io", path, reason: reasonOf(e) });
  }
  const report = await verifyLog(bytes);
  if (o.value.flag("json")) shell.out(json(report));
  else
    shell.out(
      report.ok
        ? intactLine(report, shell.lang)
        : report.findings.map((finding) => findingLine(finding, shell.lang)).join(""),
    );
  return ok(report.ok ? 0 : 1);
}
