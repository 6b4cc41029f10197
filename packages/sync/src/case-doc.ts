/**
 * A CaseFile as a document, and back. Pure but for the document it makes.
 *
 * 1. `caseFileFromDoc(docFromCaseFile(x)) = x` for every file this version writes: foreign and broken records and their removals too.
 * 2. What still waits for its birth value stays in the document and is in no file: as a file record it would pass for one.
 */
import * as Y from "yjs";
import { toCaseFile, type CaseFile, type Id } from "@recourse/core";
import { caseTable, createDoc, keyOf, proseOff, rootOf, TOMBSTONE } from "./layout.ts";
import { createReader, type CaseReading } from "./read.ts";
import { isPlainObject } from "./stored-value.ts";

/** A fresh document with every record of the file. */
export function docFromCaseFile(file: CaseFile, origin: unknown = "case-file"): Y.Doc {
  const doc = createDoc();
  fillFromCaseFile(doc, file, origin);
  return doc;
}

/** Puts every record of the file into an empty document, in one transaction. */
export function fillFromCaseFile(doc: Y.Doc, file: CaseFile, origin: unknown): void {
  const removed = new Set(file.removed);
  doc.transact(() => {
    for (const [kind, records] of Object.entries(file.records)) {
      const root = rootOf(doc, kind);
      for (const [id, value] of Object.entries(records)) {
        const { birth, texts } = isPlainObject(value) ? proseOff(caseTable, kind, value) : { birth: value, texts: [] };
        root.set(id, birth);
        for (const [field, text] of texts) root.set(keyOf(id, field), new Y.Text(text));
        if (removed.has(`${kind}/${id}`)) root.set(keyOf(id, TOMBSTONE), true);
      }
    }
  }, origin);
}

/** The document as a file. `packs` are those the case was last assessed with. */
export function caseFileFromDoc(doc: Y.Doc, caseId: Id, packs: readonly string[]): CaseFile {
  const reader = createReader(doc, caseId);
  const file = caseFileOf(reader.current(), packs);
  reader.dispose();
  return file;
}

/** What a reader has read as a file. */
export function caseFileOf(reading: CaseReading, packs: readonly string[]): CaseFile {
  const kept = [...reading.foreign, ...reading.quarantine].filter((misfit) => !misfit.orphan && misfit.id !== "");
  const file = toCaseFile(reading.case, packs, kept);
  const removed = kept.filter((misfit) => misfit.removed).map((misfit) => `${misfit.kind}/${misfit.id}`);
  return { ...file, removed: [...new Set([...file.removed, ...removed])].toSorted() };
}
