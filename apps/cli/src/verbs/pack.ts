/**
 * `recourse pack`: the bundle of a case as one ZIP. An open case packs too: what is there is packed as it is.
 */
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { err, ok, type DomainError, type Result } from "@recourse/core";
import {
  bagDocuments,
  bagExhibits,
  letterDocument,
  orderNumber,
  PackFault,
  planBag,
  withheldExhibits,
  writeBag,
} from "@recourse/dossier";
import { createFolderStore } from "@recourse/vault/folder";
import { word } from "@recourse/words";
import { openFolder } from "../case-folder.ts";
import { withTexts } from "../law.ts";
import { letterOf } from "../letter.ts";
import { readOptions } from "../options.ts";
import type { ExitCode, Shell, UsageError } from "../shell.ts";

/** Errors: usage, those of the folder, `io` naming the file that could not be written, `cannot_pack` naming the original that is gone or altered. */
export async function packBundle(
  args: readonly string[],
  shell: Shell,
): Promise<Result<ExitCode, UsageError | DomainError>> {
  const o = readOptions("pack", args, { strings: ["out"], words: [1, 1] });
  if (!o.ok) return o;
  const out = o.value.text("out");
  if (out === undefined) return err({ kind: "usage", verb: "pack", reason: "--out FILE.zip" });
  const folder = await openFolder(resolve(shell.cwd, o.value.words[0] ?? "."));
  if (!folder.ok) return folder;
  const letter = letterOf(folder.value.read.case, "application", await withTexts(), shell);
  if (!letter.ok) return letter;
  const { case: of, view, lang } = letter.value;
  const at = shell.now();
  const documents =
    view.sentences.length === 0 ? [] : await bagDocuments(letterDocument(of, view, "application", lang, at));
  const plan = await planBag({ orderNo: orderNumber(of), at, lang, exhibits: bagExhibits(of, view, lang), documents });
  const path = resolve(shell.cwd, out);
  const partial = `${path}.part`;
  try {
    await pipeline(writeBag(plan, createFolderStore({ root: folder.value.dir })), createWriteStream(partial));
    await rename(partial, path);
  } catch (e) {
    await rm(partial, { force: true });
    if (e instanceof PackFault && (e.error.kind === "missing" || e.error.kind === "altered"))
      return err({ kind: "cannot_pack", path: e.error.path, why: e.error.kind });
    return err({ kind: "io", path, reason: e instanceof Error ? e.message : String(e) });
  }
  shell.out(
    `${word("cli.packed", { path, files: plan.files.filter((f) => f.exhibit !== undefined).length }, shell.lang)}\n`,
  );
  for (const e of withheldExhibits(of)) shell.err(`${word("cli.withheld", { name: e.name }, shell.lang)}\n`);
  for (const d of plan.disclosures)
    shell.err(`${word("cli.discloses", { path: d.path, rows: d.otherRows }, shell.lang)}\n`);
  return ok(0);
}
