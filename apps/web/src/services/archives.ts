/**
 * Archives of whole cases: out with originals, and in where the case is not here yet. Effects: vault and store. Loaded with the first archive.
 *
 * 1. In: originals are stored before the document that names them, and the document as it was written, unknown records included (R7).
 * 2. Out: every original is hashed again; the state that went out is kept under its hash, so that what comes back can be compared with it.
 */
import {
  CaseFileSchema,
  err,
  ok,
  readCaseFile,
  type CaseFile,
  type Id,
  type Instant,
  type Result,
} from "@recourse/core";
import { archiveBlob, blobsNamedBy, planArchive, readArchive, type ArchiveBlob } from "@recourse/dossier";
import { caseDocName, caseFileOf, docFromCaseFile, type CaseSession, type UpdateStore } from "@recourse/sync";
import { canonicalText, type BlobStore } from "@recourse/vault";
import { encodeStateAsUpdate } from "yjs";
import type { ArchiveTrouble } from "./services.ts";

const trouble = (reason: string): ArchiveTrouble => ({ kind: "archive", reason });

export interface ArchiveIn {
  readonly file: Blob;
  readonly vault: BlobStore;
  readonly store: UpdateStore;
  /** Whether the case has a document here. */
  readonly isHere: (caseId: Id) => boolean;
}

/** Takes in a case that is not here yet and answers it; the caller lists it. */
export async function takeArchive({
  file,
  vault,
  store,
  isHere,
}: ArchiveIn): Promise<Result<CaseFile, ArchiveTrouble>> {
  const archive = await readArchive(file);
  if (!archive.ok) return err(trouble(archive.error.kind));
  const read = readCaseFile(archive.value.caseFile);
  if (!read.ok) return err(trouble(read.error.kind));
  const raw = CaseFileSchema.safeParse(archive.value.caseFile);
  if (!raw.success) return err(trouble("not_a_case_file"));
  const { caseId } = raw.data;
  if (isHere(caseId)) return err({ ...trouble("known"), caseId });
  for (const original of archive.value.originals) {
    const [expected] = original.expected;
    if (expected === undefined) continue;
    const put = await vault.put({ bytes: original.open(), size: original.size }, { expected });
    if (!put.ok) return err(trouble(put.error.kind));
  }
  const stored = await store.append(caseDocName(caseId), [encodeStateAsUpdate(docFromCaseFile(raw.data))], "update");
  return stored.ok ? ok(raw.data) : err(trouble(stored.error.kind));
}

export interface ArchiveOut {
  readonly session: Pick<CaseSession, "reader" | "case">;
  readonly title: string;
  readonly packs: readonly string[];
  readonly vault: BlobStore;
  readonly now: Instant;
  /** Of a shared case: its records, sealed. */
  readonly log: Uint8Array<ArrayBuffer> | undefined;
}

/** The case as an archive. Errors: what cannot be read, by its kind. */
export async function makeArchive({
  session,
  title,
  packs,
  vault,
  now,
  log,
}: ArchiveOut): Promise<Result<{ readonly name: string; readonly blob: Blob }, ArchiveTrouble>> {
  const caseFile = caseFileOf(session.reader.current(), packs);
  const exhibits = { ...session.case().removed.exhibit, ...session.case().live.exhibit };
  const names = new Map(Object.values(exhibits).map((exhibit) => [exhibit.sha256, exhibit.name]));
  const blobs: ArchiveBlob[] = [];
  const bytes = new Map<ArchiveBlob["sha256"], Blob>();
  for (const sha256 of blobsNamedBy(caseFile)) {
    const checked = await vault.verify(sha256);
    const got = checked.ok ? await vault.get(sha256) : checked;
    if (!checked.ok) return err(trouble(checked.error.kind));
    if (!got.ok) return err(trouble(got.error.kind));
    const { size, crc32 } = checked.value;
    blobs.push({ sha256, size, crc32, name: names.get(sha256) ?? sha256.slice(0, 12) });
    bytes.set(sha256, got.value);
  }
  const plan = await planArchive({ title, caseFile, blobs, at: now, ...(log === undefined ? {} : { log }) });
  if (!plan.ok) return err(trouble(plan.error.kind));
  const made = archiveBlob(plan.value, bytes);
  if (!made.ok) return err(trouble(made.error.kind));
  const text = canonicalText(caseFile);
  if (text.ok) await vault.put({ bytes: new Blob([text.value]) }, { expected: plan.value.base.sha256 });
  // A copy of its own: the parts are the stored originals, which may be deleted while the person still saves the file.
  const own = await new Response(made.value.stream()).blob();
  return ok({ name: plan.value.name, blob: own });
}
