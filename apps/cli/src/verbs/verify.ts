/**
 * `recourse verify`: does a bundle still hold what its lists say? Reads only; never repairs.
 */
import { openAsBlob } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { err, ok, type Result } from "@recourse/core";
import { verifyBag, type BagSource } from "@recourse/dossier";
import { word } from "@recourse/words";
import { readOptions } from "../options.ts";
import { json, type ExitCode, type Shell, type UsageError } from "../shell.ts";

/** Exit 1 when a finding is an error. Errors: usage, `io` when there is nothing to read. */
export async function verifyBundle(args: readonly string[], shell: Shell): Promise<Result<ExitCode, UsageError>> {
  const o = readOptions("verify", args, { flags: ["json"], words: [1, 1] });
  if (!o.ok) return o;
  const path = resolve(shell.cwd, o.value.words[0] ?? ".");
  let source: BagSource;
  try {
    source = (await stat(path)).isDirectory() ? await folderAt(path) : await openAsBlob(path);
  } catch (e) {
    return err({ kind: "io", path, reason: e instanceof Error ? e.message : String(e) });
  }
  const report = await verifyBag(source);
  const findings = report.findings.map(({ code, path: at, severity }) => ({ code, path: at, severity }));
  if (o.value.flag("json")) shell.out(json({ ok: report.ok, findings }));
  else
    shell.out(
      findings.length === 0
        ? `${word("cli.bag_ok", {}, shell.lang)}\n`
        : findings
            .map(
              (f) =>
                `${f.severity}  ${f.code}  ${f.path === "" ? path : f.path}  ${word(`bag.${f.code}`, {}, shell.lang)}\n`,
            )
            .join(""),
    );
  return ok(report.ok ? 0 : 1);
}

/** A folder that is a bag, or that holds the one folder of an unpacked bundle. */
async function folderAt(path: string): Promise<BagSource> {
  const inside = await readdir(path, { withFileTypes: true });
  const only = inside.length === 1 && inside[0]?.isDirectory() ? join(path, inside[0].name) : path;
  return {
    list: async () =>
      (await readdir(only, { recursive: true, withFileTypes: true }))
        .filter((f) => f.isFile())
        .map((f) => relative(only, join(f.parentPath, f.name)).split(sep).join("/")),
    read: (name) => openAsBlob(join(only, name)),
  };
}
