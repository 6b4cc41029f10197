/**
 * `recourse add`: takes files into a case. The original is stored first, then read.
 *
 * 1. A file that cannot be read is kept all the same, named in the answer, and makes the exit code 1; the others are added.
 */
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { decide, err, fromMillis, ok, packName, type Case, type DomainError, type Result } from "@recourse/core";
import { READ_LIMIT, takeFile, type Taken } from "@recourse/intake";
import { pack } from "@recourse/pack-cn";
import type { BlobStore } from "@recourse/vault";
import { createFolderStore } from "@recourse/vault/folder";
import { letterRenderer, word } from "@recourse/words";
import { explain } from "../cli-words.ts";
import { changeFolder, openFolder, type CaseFolder } from "../case-folder.ts";
import { readOptions } from "../options.ts";
import { json, type ExitCode, type Shell, type UsageError } from "../shell.ts";

/** Enough of a file too large to read whole to tell what it is. Units: bytes. */
const HEAD_BYTES = 1 << 20;

interface Added {
  readonly file: string;
  readonly taken: Taken;
}

/** Errors: usage, those of the folder, `io` naming the file that cannot be opened. */
export async function addFiles(
  args: readonly string[],
  shell: Shell,
): Promise<Result<ExitCode, UsageError | DomainError>> {
  const o = readOptions("add", args, { strings: ["as"], flags: ["json"], words: [2, Number.POSITIVE_INFINITY] });
  if (!o.ok) return o;
  const [dir = ".", ...files] = o.value.words;
  const material = o.value.text("as");
  if (material !== undefined && !pack.materialTypes.some((m) => m.id === material))
    return err({
      kind: "usage",
      verb: "add",
      reason: `--as ${material}: ${pack.materialTypes.map((m) => m.id).join(" ")}`,
    });
  const opened = await openFolder(resolve(shell.cwd, dir));
  if (!opened.ok) return opened;
  const store = createFolderStore({ root: opened.value.dir });
  const added: Added[] = [];
  const unopened: UsageError[] = [];
  let folder = opened.value;
  for (const file of files) {
    const path = resolve(shell.cwd, file);
    const one = await takeIn(path, folder, store, material, shell);
    if (!one.ok) {
      if (!("path" in one.error) || one.error.kind !== "io") return one;
      unopened.push(one.error);
      continue;
    }
    folder = one.value.folder;
    added.push({ file, taken: one.value.taken });
  }
  shell.out(
    o.value.flag("json")
      ? json(
          added.map(({ file, taken }) => ({
            file,
            exhibit: taken.exhibit.id,
            status: taken.exhibit.status,
            recognised: taken.recognised,
            findings: taken.findings,
            offers: taken.offers,
            otherRows: taken.otherRows,
          })),
        )
      : added.map((a) => asText(a, shell)).join(""),
  );
  for (const e of unopened) shell.err(`${explain(e, shell.lang)}\n`);
  const unread = added.some((a) => a.taken.findings.some((f) => f.severity === "error"));
  return ok(unread || unopened.length > 0 ? 1 : 0);
}

async function takeIn(
  path: string,
  folder: CaseFolder,
  store: BlobStore,
  material: string | undefined,
  shell: Shell,
): Promise<Result<{ readonly folder: CaseFolder; readonly taken: Taken }, UsageError | DomainError>> {
  const name = basename(path).normalize("NFC");
  let size: number;
  let modified: number;
  try {
    const s = await stat(path);
    if (!s.isFile()) return err({ kind: "io", path, reason: word("cli.not_a_file", {}, shell.lang) });
    size = s.size;
    modified = s.mtimeMs;
  } catch (e) {
    return err({ kind: "io", path, reason: e instanceof Error ? e.message : String(e) });
  }
  const stored = await store.put({ bytes: createReadStream(path), size }, { name });
  if (!stored.ok) return err({ kind: "io", path, reason: stored.error.kind });
  const bytes = await readHead(path, size);
  const at = shell.now();
  const lastModified = fromMillis(Math.floor(modified));
  const taking = (of: Case): Promise<Taken> =>
    takeFile(
      {
        bytes,
        name,
        size,
        sha256: stored.value.sha256,
        lastModified,
        via: "cli",
        ...(material === undefined ? {} : { materialType: material }),
      },
      { case: of, now: at, ids: shell.mint, materialTypes: pack.materialTypes, clausePatterns: pack.clausePatterns },
    );
  const taken = await taking(folder.read.case);
  const changed = await changeFolder(folder, [packName(pack)], (of) =>
    decide(
      of,
      "intake.take",
      { changes: taken.changes },
      { now: at, role: "owner", pack, mint: shell.mint, render: letterRenderer },
    ),
  );
  return changed.ok ? ok({ folder: changed.value, taken }) : changed;
}

async function readHead(path: string, size: number): Promise<Uint8Array> {
  const wanted = size <= READ_LIMIT ? size : HEAD_BYTES;
  const file = await open(path);
  try {
    const bytes = new Uint8Array(wanted);
    let at = 0;
    while (at < wanted) {
      const { bytesRead } = await file.read(bytes, at, wanted - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    return bytes.subarray(0, at);
  } finally {
    await file.close();
  }
}

function asText({ file, taken }: Added, shell: Shell): string {
  const lines = [
    `${file}  ${taken.exhibit.fields.materialType}  ${taken.recognised}`,
    ...taken.findings.map(
      (f) =>
        `  ${f.severity === "error" ? "x" : f.severity === "warning" ? "!" : "-"} ${word(f.code, { ...f.args, file: f.file }, shell.lang)} ${word(f.fix, { ...f.args, file: f.file }, shell.lang)}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}
