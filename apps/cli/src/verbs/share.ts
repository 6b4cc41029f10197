/**
 * `recourse share`: a case from folder to folder as a `.casebox` file, with no relay in between. Export needs no key; import opens the content only with a backup's passphrase.
 *
 * 1. What comes in is judged by every rule that needs no key before it is written; what is refused is named, what waits is said.
 * 2. Everything is decided before anything is written: a wrong passphrase, another case or a broken folder leaves all files as they were.
 */
import { mkdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { err, ok, type Result } from "@recourse/core";
import {
  mergeLogs,
  openBackup,
  openContent,
  pbkdf2,
  readCaseboxOrLog,
  shareOf,
  type Casebox,
  type MergedLog,
  type OpenedContent,
} from "@recourse/sync/casebox";
import { createSealer } from "@recourse/sync/log";
import { lockFolder, reasonOf } from "../case-folder.ts";
import { planCaseFile, writeCaseFile, type CasePlan } from "../case-from-log.ts";
import { isUnchanged, logPath, missingLog, readFolderLog, writeFolderLog, type FolderLog } from "../log-folder.ts";
import { readOptions, type Options } from "../options.ts";
import { writeOut } from "../out-file.ts";
import {
  asideLine,
  contentLine,
  damageLine,
  exportedLine,
  importedLine,
  noCaseLine,
  refusalLine,
} from "../share-words.ts";
import { json, type ExitCode, type Shell, type UsageError } from "../shell.ts";

type Answer = Promise<Result<ExitCode, UsageError>>;

/** Exit 1 when something of the log or file was left out. Errors: usage, `never_shared`, `bad_share`, `io`. */
export async function shareCase(args: readonly string[], shell: Shell): Answer {
  const [what, ...rest] = args;
  if (what !== "export" && what !== "import")
    return err({ kind: "usage", verb: "share", reason: what ?? "too few words" });
  const strings = what === "import" ? ["passphrase-file"] : [];
  const o = readOptions("share", rest, { strings, flags: ["json"], words: [2, 2] });
  if (!o.ok) return o;
  return what === "export" ? exportLog(o.value, shell) : importFile(o.value, shell);
}

async function exportLog(o: Options, shell: Shell): Answer {
  const [folder = ".", name = ""] = o.words;
  const dir = resolve(shell.cwd, folder);
  const log = await readFolderLog(dir);
  if (!log.ok) return log;
  if (log.value === undefined) return err(await missingLog(dir));
  const { caseId, records: own, isWhole } = log.value;
  const { records, waits: waiting, lost } = await mergeLogs(createSealer(), caseId, own, []);
  const written = await writeOut(name, await shareOf(caseId, records), shell);
  if (!written.ok) return written;
  const path = written.value;
  if (o.flag("json")) shell.out(json({ path, caseId, records: records.length, waiting, left: lost, isWhole }));
  else {
    shell.out(`${path}\n${exportedLine(records.length, waiting, shell.lang)}`);
    for (const each of lost) shell.out(refusalLine(each, shell.lang));
  }
  return ok(isWhole && lost.length === 0 ? 0 : 1);
}

async function importFile(o: Options, shell: Shell): Answer {
  const [folder = ".", name = ""] = o.words;
  const dir = resolve(shell.cwd, folder);
  const path = resolve(shell.cwd, name);
  const file = await readShared(path);
  if (!file.ok) return file;
  const keys = await keysOf(file.value, path, o.text("passphrase-file"), shell);
  if (!keys.ok) return keys;
  try {
    await mkdir(dir, { recursive: true });
  } catch (e) {
    return err({ kind: "io", path: dir, reason: reasonOf(e) });
  }
  const lock = await lockFolder(dir);
  if (!lock.ok) return lock;
  try {
    const done = await mergeInto(dir, path, file.value, keys.value);
    return done.ok ? tell(done.value, o, shell) : done;
  } finally {
    await lock.value();
  }
}

async function readShared(path: string): Promise<Result<Casebox, UsageError>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (e) {
    return err({ kind: "io", path, reason: reasonOf(e) });
  }
  const read = await readCaseboxOrLog(bytes);
  if (!read.ok) return err({ kind: "bad_share", path, why: read.error.kind });
  return read.value.kind === "recovery" ? err({ kind: "bad_share", path, why: "wrong_kind" }) : read;
}

type Keys = readonly Uint8Array<ArrayBuffer>[];

/** Undefined when no passphrase was given: the content stays sealed. */
async function keysOf(
  file: Casebox,
  path: string,
  passphraseFile: string | undefined,
  shell: Shell,
): Promise<Result<Keys | undefined, UsageError>> {
  if (passphraseFile === undefined) return ok(undefined);
  if (file.kind !== "backup") return err({ kind: "bad_share", path, why: "not_a_backup" });
  const from = resolve(shell.cwd, passphraseFile);
  let passphrase: string;
  try {
    passphrase = await readFile(from, "utf8");
  } catch (e) {
    return err({ kind: "io", path: from, reason: reasonOf(e) });
  }
  const secret = await openBackup(pbkdf2, file, passphrase);
  return secret.ok ? ok(secret.value.keys) : err({ kind: "bad_share", path, why: secret.error.kind });
}

interface Imported {
  readonly file: Casebox;
  readonly merged: MergedLog;
  readonly log: { readonly path: string; readonly records: number; readonly aside?: string };
  readonly content?: {
    readonly path?: string;
    readonly records: number;
    readonly unopened: number;
    readonly aside?: string;
  };
}

async function mergeInto(
  dir: string,
  path: string,
  file: Casebox,
  keys: Keys | undefined,
): Promise<Result<Imported, UsageError>> {
  const own = await readFolderLog(dir);
  if (!own.ok) return own;
  const { caseId } = file;
  if (own.value !== undefined && own.value.caseId !== caseId)
    return err({ kind: "bad_share", path, why: "other_case" });
  const sealer = createSealer();
  const merged = await mergeLogs(sealer, caseId, own.value?.records ?? [], file.records);
  if (merged.records.length === 0) return err({ kind: "bad_share", path, why: "no_genesis" });
  const opened = keys === undefined ? undefined : await openContent(sealer, caseId, merged.records, keys);
  const plan = opened === undefined ? ok(undefined) : await planCaseFile(dir, opened.doc);
  if (!plan.ok) return plan;
  const log = await writeMerged(dir, merged, own.value);
  if (!log.ok) return log;
  if (opened === undefined) return ok({ file, merged, log: log.value });
  const content = await writeContent(dir, opened, plan.value);
  return content.ok ? ok({ file, merged, log: log.value, content: content.value }) : content;
}

async function writeMerged(
  dir: string,
  { records, lost }: MergedLog,
  own: FolderLog | undefined,
): Promise<Result<Imported["log"], UsageError>> {
  const log = { path: logPath(dir), records: records.length };
  if (isUnchanged(records, own)) return ok(log);
  const isLosing = own !== undefined && (!own.isWhole || lost.length > 0);
  const aside = await writeFolderLog(dir, records, isLosing ? own : undefined);
  if (!aside.ok) return aside;
  return ok(aside.value === undefined ? log : { ...log, aside: aside.value });
}

async function writeContent(
  dir: string,
  { receipt }: OpenedContent,
  plan: CasePlan | undefined,
): Promise<Result<NonNullable<Imported["content"]>, UsageError>> {
  const unopened = receipt.verdicts.filter(({ is }) => is !== "admissible" && is !== "known").length;
  if (plan === undefined) return ok({ records: 0, unopened });
  const written = await writeCaseFile(dir, plan);
  if (!written.ok) return written;
  const { path, records, aside } = written.value;
  return ok({ path, records, unopened, ...(aside === undefined ? {} : { aside }) });
}

function tell({ file, merged, log, content }: Imported, o: Options, shell: Shell): Result<ExitCode, never> {
  const { added, known, waiting, refused } = merged;
  const { kind, caseId, damage } = file;
  if (o.flag("json"))
    shell.out(json({ kind, caseId, added, known, waiting, refused, damage, log, ...(content && { content }) }));
  else {
    const { lang } = shell;
    shell.out(`${log.path}\n${importedLine({ added, known, waiting, refused, damage }, lang)}`);
    for (const each of damage) shell.out(damageLine(each, lang));
    for (const each of refused) shell.out(refusalLine(each, lang));
    if (content !== undefined)
      shell.out(content.path === undefined ? noCaseLine(lang) : contentLine(content.records, content.unopened, lang));
    for (const aside of [log.aside, content?.aside]) if (aside !== undefined) shell.out(asideLine(aside, lang));
  }
  return ok(refused.length === 0 && damage.length === 0 ? 0 : 1);
}
