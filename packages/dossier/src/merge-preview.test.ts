/** Taking in another copy: each verdict by one vector, and what becomes of it as Changes. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CASE_FORMAT,
  apply,
  id,
  readCaseFile,
  ref,
  toCaseFile,
  type Case,
  type CaseFile,
  type Change,
  type Id,
} from "@recourse/core";
import { previewImport, type MergeInput, type MergePreview } from "./merge-preview.ts";
import { takeChanges, type MergeChoice } from "./merge-take.ts";

const caseId = id("c".repeat(32));
const note = (n: number): Id => id(String(n).repeat(32));
const N1 = note(1);

type Records = CaseFile["records"];

const file = (records: Records, removed: readonly string[] = []): CaseFile => ({
  format: "recourse-case",
  version: CASE_FORMAT,
  minReader: 1,
  minWriter: 1,
  caseId,
  packs: [],
  records,
  removed: [...removed],
});

const notes = (texts: Readonly<Record<string, string>>): Records => ({
  note: Object.fromEntries(Object.entries(texts).map(([n, text]) => [note(Number(n)), { text }])),
});

const preview = (input: MergeInput): MergePreview => {
  const result = previewImport(input);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

const verdicts = (input: MergeInput): readonly string[] =>
  preview(input).rows.map(
    ({ ref: at, subject, verdict }) => `${subject} ${at.replace(/\d{32}/, (m) => m[0] ?? "")} ${verdict}`,
  );

const caseOf = (of: CaseFile): Case => {
  const read = readCaseFile(of);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.case;
};

/** What our case is after taking in theirs. */
function taken(
  input: MergeInput,
  choices: readonly MergeChoice[] = [],
): { readonly file: CaseFile; readonly changes: readonly Change[] } {
  const changes = takeChanges(preview(input), input.theirs, choices);
  const applied = apply(caseOf(input.ours), changes);
  expect(applied.skipped).toEqual([]);
  return { file: toCaseFile(applied.case, []), changes };
}

const base = file(notes({ 1: "a", 2: "b" }));

describe("previewImport", () => {
  it.each([
    ["nothing changed", base, base, []],
    ["only they changed a field", base, file(notes({ 1: "A", 2: "b" })), ["field note/1/text theirs"]],
    ["only we changed a field", file(notes({ 1: "A", 2: "b" })), base, ["field note/1/text ours"]],
    ["both alike", file(notes({ 1: "A", 2: "b" })), file(notes({ 1: "A", 2: "b" })), ["field note/1/text same"]],
    [
      "both differently",
      file(notes({ 1: "A", 2: "b" })),
      file(notes({ 1: "B", 2: "b" })),
      ["field note/1/text conflict"],
    ],
    ["they added a record", base, file(notes({ 1: "a", 2: "b", 3: "c" })), ["record note/3 new"]],
    ["we added a record", file(notes({ 1: "a", 2: "b", 3: "c" })), base, ["presence note/3 ours"]],
    ["they removed a record", base, file(notes({ 1: "a", 2: "b" }), [`note/${N1}`]), ["presence note/1 removed"]],
    ["we removed a record", file(notes({ 1: "a", 2: "b" }), [`note/${N1}`]), base, ["presence note/1 ours"]],
    ["they lost a record by hand", base, file(notes({ 2: "b" })), ["presence note/1 removed"]],
    [
      "they removed what we edited",
      file(notes({ 1: "A", 2: "b" })),
      file(notes({ 1: "a", 2: "b" }), [`note/${N1}`]),
      ["presence note/1 conflict", "field note/1/text ours"],
    ],
    [
      "they edited what we removed",
      file(notes({ 1: "a", 2: "b" }), [`note/${N1}`]),
      file(notes({ 1: "A", 2: "b" })),
      ["presence note/1 conflict", "field note/1/text theirs"],
    ],
  ] as const)("[R8] with a base: %s", (_what, ours, theirs, expected) => {
    expect(verdicts({ base, ours, theirs })).toEqual(expected);
  });

  it("[R8] without a base, or with another case's, a difference is a conflict and a record only they have is new", () => {
    const [ours, theirs] = [file(notes({ 1: "a", 2: "b" })), file(notes({ 1: "A", 2: "b", 3: "c" }))];
    const expected = ["field note/1/text conflict", "record note/3 new"];
    expect(verdicts({ ours, theirs })).toEqual(expected);
    expect(verdicts({ base: { ...base, caseId: note(9) }, ours, theirs })).toEqual(expected);
  });

  it("[R8] a copy of another case is no copy of this one", () => {
    const theirs = { ...base, caseId: note(9) };
    expect(previewImport({ ours: base, theirs })).toEqual({
      ok: false,
      error: { kind: "other_case", ours: caseId, theirs: note(9) },
    });
  });

  it("[R7] what this version cannot read is named and never taken", () => {
    const theirs = file({
      ...base.records,
      hologram: { h: { x: 1 } },
      note: { ...base.records["note"], [note(3)]: { text: 5 }, constructor: { text: "x" } },
    });
    const result = preview({ base, ours: base, theirs });
    expect(result.rows).toEqual([]);
    expect(result.unreadable.map(({ kind, id: of }) => `${kind}/${of}`).toSorted()).toEqual(
      ["hologram/h", "note/constructor", `note/${note(3)}`].toSorted(),
    );
    // The same foreign record on both sides is no news.
    expect(preview({ ours: theirs, theirs }).unreadable).toEqual([]);
  });

  it("[X1] what happened is never edited: a different event is shown and cannot be taken", () => {
    const event = (type: string) => ({
      event: { [N1]: { type, at: "2024-05-01", recordedAt: "2024-05-01T00:00:00.000Z", refs: [], data: {} } },
    });
    const input = {
      base: file(event("demand.sent")),
      ours: file(event("demand.sent")),
      theirs: file(event("case.closed"), [`event/${N1}`]),
    };
    expect(preview(input).rows.map(({ verdict, takeable }) => [verdict, takeable])).toEqual([
      ["removed", false],
      ["theirs", false],
    ]);
    expect(takeChanges(preview(input), input.theirs)).toEqual([]);
  });
});

describe("takeChanges", () => {
  it("[R8] takes what only they changed, keeps ours in a conflict until chosen", () => {
    const ours = file(notes({ 1: "our words", 2: "b" }));
    const theirs = file(notes({ 1: "their words", 2: "B", 3: "c" }));
    expect(taken({ base, ours, theirs }).file).toEqual(file(notes({ 1: "our words", 2: "B", 3: "c" })));
    const choices = [
      { ref: ref("note", N1, "text"), subject: "field", take: "theirs" },
      { ref: ref("note", note(3)), subject: "record", take: "ours" },
    ] as const;
    expect(taken({ base, ours, theirs }, choices).file).toEqual(file(notes({ 1: "their words", 2: "B" })));
  });

  it("[R8] removals, restorals and removed newcomers", () => {
    const gone = [`note/${N1}`];
    expect(taken({ base, ours: base, theirs: file(base.records, gone) }).file.removed).toEqual(gone);
    const before = file(base.records, gone);
    expect(taken({ base: before, ours: before, theirs: base }).file.removed).toEqual([]);
    const newcomer = file(notes({ 1: "a", 2: "b", 3: "c" }), [`note/${note(3)}`]);
    expect(taken({ base, ours: base, theirs: newcomer }).file).toEqual(newcomer);
    const edited = file(notes({ 1: "A", 2: "b" }));
    const kept = taken({ base, ours: edited, theirs: file(base.records, gone) });
    expect(kept.file).toEqual(edited);
  });

  it("[R8] a field they took out is taken out", () => {
    const offer = (fields: object) => file({ offer: { [N1]: { form: "money", ...fields } } });
    const input = { base: offer({ condition: "撤诉" }), ours: offer({ condition: "撤诉" }), theirs: offer({}) };
    expect(taken(input).file).toEqual(offer({}));
  });

  it("[R8] prose merges as the stretch that differs, and no character is cut in half", () => {
    const text = (t: string) => file(notes({ 1: t }));
    const change = (from: string, to: string) =>
      taken({ base: text(from), ours: text(from), theirs: text(to) }).changes;
    expect(change("下单后没有开始", "下单后48小时没有开始")).toEqual([
      { op: "text", kind: "note", id: N1, field: "text", at: 3, del: 0, ins: "48小时" },
    ]);
    // 😀 D83D DE00, 😁 D83D DE01: the shared first half belongs to the change. 😀 and 🈀 (D83C DE00) share the second half.
    expect(change("x😀y", "x😁y")).toEqual([
      { op: "text", kind: "note", id: N1, field: "text", at: 1, del: 2, ins: "😁" },
    ]);
    expect(change("x😀y", "x🈀y")).toEqual([
      { op: "text", kind: "note", id: N1, field: "text", at: 1, del: 2, ins: "🈀" },
    ]);
  });

  const seed = Number(process.env["SEED"] ?? 7);
  const anyFile = fc
    .record({
      texts: fc.dictionary(fc.constantFrom("1", "2", "3"), fc.constantFrom("", "a", "ab", "😀b", "b😀")),
      gone: fc.subarray(["1", "2", "3"]),
    })
    .map(({ texts, gone }) =>
      file(
        notes(texts),
        gone.filter((n) => Object.hasOwn(texts, n)).map((n) => `note/${note(Number(n))}`),
      ),
    );

  it(`[R8] taken once, a second import changes nothing; unchanged ours becomes theirs (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyFile, anyFile, anyFile, (start, ours, theirs) => {
        const after = taken({ base: start, ours, theirs }).file;
        expect(takeChanges(preview({ base: start, ours: after, theirs }), theirs)).toEqual([]);
        const followed = taken({ base: start, ours: start, theirs }).file;
        // Records stay where they were: one that theirs lost is removed here, not erased.
        for (const [recordId, value] of Object.entries(theirs.records["note"] ?? {}))
          expect(followed.records["note"]?.[recordId]).toEqual(value);
        const live = (of: CaseFile) =>
          Object.keys(of.records["note"] ?? {})
            .filter((key) => !of.removed.includes(`note/${key}`))
            .toSorted();
        expect(live(followed)).toEqual(live(theirs));
      }),
      { seed, numRuns: 300 },
    );
  });
});
