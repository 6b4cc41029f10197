import * as fc from "fast-check";
import * as Y from "yjs";
import { expect, test } from "vitest";
import { id, toCaseFile, emptyCase, type CaseFile } from "@recourse/core";
import { caseFileFromDoc, docFromCaseFile } from "./case-doc.ts";
import { createReader } from "./read.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const caseId = id("00000000000000000000000000000000");
const text = fc.string({ unit: "grapheme", maxLength: 8 });
const recordId = fc.nat(9).map((n) => id(String(n).padStart(32, "0")));
const more = fc.dictionary(
  fc.constantFrom("extra", "nested"),
  fc.oneof(text, fc.array(fc.nat()), fc.record({ deep: text })),
  { noNullPrototype: true },
);
/** Records that read, prose, a broken one, one of a newer app. */
const records = fc.record({
  note: fc.dictionary(
    recordId,
    fc.tuple(text, more).map(([of, rest]) => ({ text: of, ...rest })),
    { noNullPrototype: true },
  ),
  party: fc.dictionary(
    recordId,
    fc.oneof(fc.record({ role: fc.constantFrom("payee", "oracle"), name: text }), fc.record({ role: fc.nat() })),
    { noNullPrototype: true },
  ),
  hologram: fc.dictionary(recordId, more, { noNullPrototype: true }),
});
const files: fc.Arbitrary<CaseFile> = fc
  .record({ records, lots: fc.infiniteStream(fc.boolean()) })
  .map(({ records: of, lots }) => {
    const kept = Object.entries(of).filter(([, byId]) => Object.keys(byId).length > 0);
    const sorted = kept
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([kind, byId]) =>
          [kind, Object.fromEntries(Object.entries(byId).toSorted(([a], [b]) => (a < b ? -1 : 1)))] as const,
      );
    const removed = sorted.flatMap(([kind, byId]) =>
      Object.keys(byId).flatMap((each) => (lots.next().value === true ? [`${kind}/${each}`] : [])),
    );
    return {
      ...toCaseFile(emptyCase(caseId), ["cn@1"]),
      records: Object.fromEntries(sorted),
      removed: removed.toSorted(),
    };
  });

test(`[R7] a case file as a document and back is the same text: unknown fields, kinds, members and removals too (seed ${seed})`, () => {
  fc.assert(
    fc.property(files, (file) => {
      expect(JSON.stringify(caseFileFromDoc(docFromCaseFile(file), caseId, file.packs))).toBe(JSON.stringify(file));
    }),
    { seed, numRuns: 300 },
  );
});

test("[I1] prose of a file can be typed into: it is text, not a value", () => {
  const note = id("00000000000000000000000000000001");
  const file = { ...toCaseFile(emptyCase(caseId), []), records: { note: { [note]: { text: "你好" } } } };
  const doc = docFromCaseFile(file);
  expect(doc.getMap("note").get(`${note}/text`)).toBeInstanceOf(Y.Text);
  expect(createReader(doc, caseId).current().case.live.note[note]?.text).toBe("你好");
});
