/**
 * `case.json` written from what a log says, for a folder whose log can be read. Adapter.
 *
 * 1. The document is the newer truth: its records take the place of those in the folder. Records only the folder has stay, fields of the file nobody here knows stay too.
 * 2. Where the two say different things about a record, the old file is put aside before it is replaced.
 */
import { readFile } from "node:fs/promises";
import { CaseFileSchema, err, isId, ok, type CaseFile, type Id, type Result } from "@recourse/core";
import { caseFileFromDoc } from "@recourse/sync";
import type { OpenedContent } from "@recourse/sync/casebox";
import writeFileAtomic from "write-file-atomic";
import { caseFilePath, openFolder, reasonOf, versionOf, type CaseFolder } from "./case-folder.ts";
import { putAside } from "./log-folder.ts";
import type { UsageError } from "./shell.ts";

export interface WrittenCase {
  readonly path: string;
  /** Records of the document. */
  readonly records: number;
  /** Where the old file lies, if it said something else. */
  readonly aside: string | undefined;
}

type Records = CaseFile["records"];

/** What is to be written, decided before anything is. */
export interface CasePlan {
  readonly folder: CaseFolder | undefined;
  readonly file: Readonly<Record<string, unknown>>;
  readonly records: number;
  readonly differs: boolean;
}

/** Undefined when the document says of no case yet. Errors: those of the folder; `bad_share` when its case is another one. */
export async function planCaseFile(
  dir: string,
  doc: OpenedContent["doc"],
): Promise<Result<CasePlan | undefined, UsageError>> {
  const opened = await openFolder(dir);
  if (!opened.ok && opened.error.kind !== "no_case") return opened;
  const folder = opened.ok ? opened.value : undefined;
  const path = caseFilePath(dir);
  if (folder?.read.readOnly === true) return err({ kind: "newer_case", path, version: versionOf(folder.raw) });
  const caseId = caseIn(doc, folder?.read.case.caseId);
  if (caseId === undefined) return ok(undefined);
  if (folder !== undefined && folder.read.case.caseId !== caseId)
    return err({ kind: "bad_share", path, why: "other_case" });
  const of = caseFileFromDoc(doc, caseId, folder?.read.packs ?? []);
  const records = Object.values(of.records).reduce((sum, kind) => sum + Object.keys(kind).length, 0);
  if (folder === undefined) return ok({ folder, file: of, records, differs: false });
  const before = CaseFileSchema.parse(folder.raw);
  const named = (kind: string, id: string): boolean => of.records[kind]?.[id] !== undefined;
  const kept = Object.entries(before.records).flatMap(([kind, all]) =>
    Object.keys(all).flatMap((id) => (named(kind, id) ? [] : [`${kind}/${id}`])),
  );
  const removed = [...of.removed, ...before.removed.filter((ref) => kept.includes(ref))].toSorted();
  const file = {
    ...folder.raw,
    ...of,
    version: Math.max(of.version, versionOf(folder.raw)),
    records: both(of.records, before.records),
    removed,
  };
  return ok({ folder, file, records, differs: saysOtherwise(of, before) });
}

/** The case a document is of: the record that is its title page. With several, the one the folder knows. */
function caseIn(doc: OpenedContent["doc"], known: Id | undefined): Id | undefined {
  const ids = [...doc.getMap("case").keys()].filter(isId);
  return ids.find((id) => id === known) ?? ids.toSorted()[0];
}

function both(newer: Records, older: Records): Records {
  const kinds = [...new Set([...Object.keys(newer), ...Object.keys(older)])].toSorted();
  return Object.fromEntries(kinds.map((kind) => [kind, { ...older[kind], ...newer[kind] }]));
}

/** Whether a record is in both with other values, or removed in one only. */
function saysOtherwise(newer: CaseFile, older: CaseFile): boolean {
  return Object.entries(newer.records).some(([kind, all]) =>
    Object.entries(all).some(([id, value]) => {
      const before = older.records[kind]?.[id];
      const ref = `${kind}/${id}`;
      if (before === undefined) return false;
      return text(before) !== text(value) || newer.removed.includes(ref) !== older.removed.includes(ref);
    }),
  );
}

/** The order of fields is nothing a person wrote. */
const text = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** Writes what was planned. Errors: `io`. */
export async function writeCaseFile(
  dir: string,
  { folder, file, records, differs }: CasePlan,
): Promise<Result<WrittenCase, UsageError>> {
  const path = caseFilePath(dir);
  try {
    const aside = folder !== undefined && differs ? await putAside(path, await readFile(path)) : undefined;
    await writeFileAtomic(path, `${JSON.stringify(file, null, 1)}\n`, { fsync: true });
    return ok({ path, records, aside });
  } catch (e) {
    return err({ kind: "io", path, reason: reasonOf(e) });
  }
}
