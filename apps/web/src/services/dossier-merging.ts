/**
 * Taking in another copy of a case. Effects: reads the archive, stores its originals, writes the case as ordinary changes. Loaded with the first archive.
 *
 * 1. Reading changes nothing; originals are stored before the records that name them.
 * 2. The common base is the case file kept under the hash the archive names, newest first; without one both sides are shown as they are.
 */
import { CaseFileSchema, err, info, ok, readCaseFile, toCaseFile, type CaseFile, type Result } from "@recourse/core";
import { previewImport, readArchive, takeChanges, type Archive, type MergeChoice } from "@recourse/dossier";
import type { DossierError, DossierPorts, Incoming } from "./dossier.ts";

const failed = (reason: string): DossierError => ({ kind: "failed", reason });

/** What a newer app or a damaged file leaves out is not carried over a second time: it stays in the open case as it is. */
async function ownFile(ports: DossierPorts, theirs: CaseFile): Promise<CaseFile | undefined> {
  await ports.pack();
  // Opening a case that is not here would make an empty one.
  if (!ports.isHere(theirs.caseId)) return undefined;
  const opened = await ports.open.get(theirs.caseId);
  if (opened === undefined) return undefined;
  const of = opened.session.case();
  const { foreign, quarantine } = opened.session.reader.current();
  return info(of) === undefined ? undefined : toCaseFile(of, theirs.packs, [...foreign, ...quarantine]);
}

async function keptBase(ports: DossierPorts, { base }: Archive): Promise<CaseFile | undefined> {
  for (const each of base === undefined ? [] : [base, ...base.earlier]) {
    const bytes = await ports.vault().get(each.sha256);
    if (!bytes.ok) continue;
    const parsed = CaseFileSchema.safeParse(JSON.parse(new TextDecoder().decode(await bytes.value.arrayBuffer())));
    if (parsed.success) return parsed.data;
  }
  return undefined;
}

/** What an archive is: a case not here yet, or another state of one that is. Errors: why it cannot be read; nothing is changed. */
export async function readIncoming(ports: DossierPorts, file: Blob): Promise<Result<Incoming, DossierError>> {
  const archive = await readArchive(file);
  if (!archive.ok) return err(failed(archive.error.kind));
  const read = readCaseFile(archive.value.caseFile);
  const raw = CaseFileSchema.safeParse(archive.value.caseFile);
  if (!read.ok) return err(failed(read.error.kind));
  if (!raw.success) return err(failed("not_a_case_file"));
  const theirs = raw.data;
  const title = info(read.value.case)?.title ?? "";
  const ours = await ownFile(ports, theirs);
  if (ours === undefined) return ok({ kind: "new", title });
  const base = await keptBase(ports, archive.value);
  const preview = previewImport({ ours, theirs, ...(base === undefined ? {} : { base }) });
  if (!preview.ok) return err(failed(preview.error.kind));
  return ok({ kind: "known", title, caseId: theirs.caseId, preview: preview.value, theirs, file });
}

/** Originals that are not here yet. Errors: the first that cannot be kept. */
async function storeOriginals(ports: DossierPorts, archive: Archive): Promise<Result<void, DossierError>> {
  const vault = ports.vault();
  for (const original of archive.originals) {
    const expected = original.expected[0];
    if (expected === undefined) continue;
    const there = await vault.has(expected);
    if (there.ok && there.value) continue;
    const bytes = await new Response(original.open()).blob();
    const put = await vault.put({ bytes, size: original.size }, { expected });
    if (!put.ok)
      return err(put.error.kind === "corrupt" ? { kind: "altered", name: original.label } : failed(put.error.kind));
  }
  return ok(undefined);
}

/** Takes the chosen side of every row in as ordinary changes, originals first (R8). */
export async function takeIncoming(
  ports: DossierPorts,
  { caseId, theirs, preview, file }: Extract<Incoming, { kind: "known" }>,
  choices: readonly MergeChoice[],
): Promise<Result<number, DossierError>> {
  const archive = await readArchive(file);
  if (!archive.ok) return err(failed(archive.error.kind));
  const stored = await storeOriginals(ports, archive.value);
  if (!stored.ok) return stored;
  const opened = await ports.open.get(caseId);
  if (opened === undefined) return err(failed(ports.open.trouble(caseId)?.kind ?? "case"));
  const changes = takeChanges(preview, theirs, choices);
  if (changes.length === 0) return ok(0);
  const receipt = opened.session.run(changes);
  const saved = await receipt.saved;
  return saved.ok ? ok(changes.length - receipt.skipped.length) : err(failed(saved.error.kind));
}
