/** The two other ways of keeping records in Yjs, as anchors: a map of maps with one entry per field, and a map of plain values. */
import * as Y from "yjs";
import type { CaseFile } from "@recourse/core";
import { fieldsOf, foundIn, type Found } from "./workload.ts";

/** One Y.Map per record, one entry per field: merges per field, at the price of an item for every field. */
export function nestedDoc(file: CaseFile, doc = new Y.Doc()): Y.Doc {
  doc.transact(() => {
    for (const [kind, records] of Object.entries(file.records)) {
      const root = doc.getMap<Y.Map<unknown>>(kind);
      for (const [id, fields] of Object.entries(records)) root.set(id, new Y.Map(Object.entries(fieldsOf(fields))));
    }
  });
  return doc;
}

/** One plain value per record: small, but two people who edit one record lose one of the edits. */
export function plainDoc(file: CaseFile, doc = new Y.Doc()): Y.Doc {
  doc.transact(() => {
    for (const [kind, records] of Object.entries(file.records)) {
      const root = doc.getMap(kind);
      for (const [id, fields] of Object.entries(records)) root.set(id, fields);
    }
  });
  return doc;
}

const isText = (value: unknown): value is { readonly text: string } =>
  typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";

/** Reads every note: what a screen would have to do. */
export const foundInNested = (doc: Y.Doc): Found =>
  foundIn(
    doc.getMap("exhibit").size,
    [...doc.getMap("note").values()].map((note) => ({
      text: String(note instanceof Y.Map ? note.get("text") : isText(note) ? note.text : ""),
    })),
  );
