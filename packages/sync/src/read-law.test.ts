/**
 * The laws of the document, on random changes: writing then reading is applying; every order of arrival gives one case.
 * A failing run prints its seed; `SEED=… npx vitest …` repeats it.
 */
import * as fc from "fast-check";
import * as Y from "yjs";
import { describe, expect, test } from "vitest";
import {
  appendOnly,
  apply,
  emptyCase,
  id,
  kindNames,
  readRecord,
  type Case,
  type Change,
  type Id,
  type Kind,
} from "@recourse/core";
import { caseFileFromDoc } from "./case-doc.ts";
import { caseTable, createDoc } from "./layout.ts";
import { createReader, type CaseReading } from "./read.ts";
import { write } from "./write.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
/** More of them with `RUNS=…`. */
const runs = Number(process.env["RUNS"] ?? 200);
const caseId = id("00000000000000000000000000000000");
const ids: readonly Id[] = [1, 2, 3].map((n) => id(String(n).padStart(32, "0")));
const at = "2024-05-01T02:02:31.000Z";

/** One valid value per kind that the laws are tried on: prose, plain, append-only, the case itself. */
const values: Readonly<Partial<Record<Kind, Readonly<Record<string, unknown>>>>> = {
  case: { title: "会员退款", category: "membership", lang: "zh-CN", purpose: "life", paidTo: "merchant" },
  note: { text: "第一句" },
  party: { role: "respondent", name: "某公司" },
  order: { number: "A1", item: "月卡", paidFen: 1990, orderedAt: at },
  event: { type: "demand.sent", at, recordedAt: at, refs: [], data: {} },
};
const kinds = Object.keys(values).filter((kind): kind is Kind => kindNames.some((known) => known === kind));
const fields = ["text", "name", "title", "paidFen", "role", "category", "by", "new", "id"];

const kind = fc.constantFrom(...kinds);
const recordId = fc.constantFrom(...ids, caseId);
const text = fc.string({ unit: fc.constantFrom("a", "b", "退", "款", " "), maxLength: 6 });
const json = fc.oneof(
  text,
  fc.integer(),
  fc.constant(null),
  fc.boolean(),
  fc.array(text, { maxLength: 2 }),
  fc.record({ x: text }),
);
const put = (value: (of: Kind) => fc.Arbitrary<Readonly<Record<string, unknown>>>): fc.Arbitrary<Change> =>
  kind.chain((of) =>
    fc.record({
      op: fc.constantFrom("put" as const, "append" as const),
      kind: fc.constant(of),
      id: recordId,
      value: value(of),
    }),
  );
const valid = (of: Kind): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.record({ note: text }).map((more) => ({ ...values[of], ...more }));
const broken = (of: Kind): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc.dictionary(fc.constantFrom("text", "name", "title", "role"), json).map((more) => ({ ...values[of], ...more }));
const set = (value: fc.Arbitrary<unknown>): fc.Arbitrary<Change> =>
  fc.record({ op: fc.constant("set" as const), kind, id: recordId, field: fc.constantFrom(...fields), value });
const splice = fc.record({
  op: fc.constant("text" as const),
  kind: kind.filter((each) => !appendOnly.has(each)),
  id: recordId,
  field: fc.constantFrom("text", "name", "number"),
  at: fc.integer({ min: -1, max: 8 }),
  del: fc.integer({ min: 0, max: 4 }),
  ins: text,
});
const place = fc.record({ op: fc.constantFrom("remove" as const, "restore" as const), kind, id: recordId });

/** Only fields in which any text is valid, so that every record keeps reading as a record. */
const harmless = fc.record({
  op: fc.constant("set" as const),
  kind: fc.constant<Kind>("party"),
  id: recordId,
  field: fc.constantFrom("name", "address", "site"),
  value: text,
});
const goodChanges = fc.array(fc.oneof(put(valid), harmless, splice, place), { maxLength: 20 });
const anyChanges = fc.array(
  fc.oneof(put(valid), put(broken), set(fc.oneof(json, fc.constant(undefined))), splice, place),
  { maxLength: 30 },
);

/** What `apply` says, read as a reader would: records that do not parse are no part of the case. */
function sifted(of: Case): { readonly live: unknown; readonly removed: unknown } {
  const side = (name: "live" | "removed"): unknown =>
    Object.fromEntries(
      kindNames.map((each) => [
        each,
        Object.fromEntries(
          Object.entries(of[name][each]).filter(([key, record]) => readRecord(each, key, record).as === "record"),
        ),
      ]),
    );
  return { live: side("live"), removed: side("removed") };
}

describe("one document", () => {
  test(`[I1] read(write(doc, c)) = apply(read(doc), c), with the same skipped (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(goodChanges, { maxLength: 5 }), (batches) => {
        const doc = createDoc();
        const reader = createReader(doc, caseId);
        for (const changes of batches) {
          const expected = apply(reader.current().case, changes);
          const { skipped } = write(doc, caseTable, changes, "alice");
          expect(reader.current().case).toEqual(expected.case);
          expect(skipped).toEqual(expected.skipped);
        }
      }),
      { seed, numRuns: runs },
    );
  });

  test(`[I1] the same where values do not fit their kind: these are read as misfits and the rest agrees (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(anyChanges, { maxLength: 4 }), (batches) => {
        const doc = createDoc();
        const reader = createReader(doc, caseId);
        let whole = emptyCase(caseId);
        for (const changes of batches) {
          const expected = apply(whole, changes);
          whole = expected.case;
          const { skipped } = write(doc, caseTable, changes, "alice");
          expect(skipped).toEqual(expected.skipped);
          const { live, removed } = reader.current().case;
          expect({ live, removed }).toEqual(sifted(whole));
        }
      }),
      { seed, numRuns: runs },
    );
  });
});

/** A reading as comparable data. */
function told(reading: CaseReading): unknown {
  const sort = <T>(list: readonly T[]): readonly string[] => list.map((each) => JSON.stringify(each)).toSorted();
  const { live, removed } = reading;
  return {
    live,
    removed,
    foreign: sort(reading.foreign),
    quarantine: sort(reading.quarantine),
    conflicts: sort(reading.conflicts),
  };
}

type Act =
  | { readonly who: number; readonly changes: readonly Change[] }
  | { readonly from: number; readonly to: number; readonly twice: boolean };
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    fc.record({
      who: fc.nat(2),
      changes: fc.array(fc.oneof(put(valid), put(broken), set(json), splice, place), { maxLength: 4 }),
    }),
    fc.record({ from: fc.nat(2), to: fc.nat(2), twice: fc.boolean() }),
  ),
  { maxLength: 25 },
);

describe("three documents", () => {
  test(`[R1] every order of arrival, with duplicates, ends in one case with the same conflicts (seed ${seed})`, () => {
    fc.assert(
      fc.property(acts, fc.infiniteStream(fc.nat(1000)), (story, dice) => {
        const docs = [createDoc(), createDoc(), createDoc()];
        const readers = docs.map((doc) => createReader(doc, caseId));
        const logs: Uint8Array[][] = [[], [], []];
        docs.forEach((doc, n) =>
          doc.on("update", (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
            if (transaction.local) logs[n]?.push(update);
          }),
        );
        for (const act of story) {
          const [doc, source] = "who" in act ? [docs[act.who]] : [docs[act.to], docs[act.from]];
          if (doc === undefined) continue;
          if ("who" in act) write(doc, caseTable, act.changes, act.who);
          else if (source !== undefined)
            for (let n = act.twice ? 2 : 1; n > 0; n--) Y.applyUpdate(doc, Y.encodeStateAsUpdate(source));
        }
        // The end: everybody gets everybody's updates, shuffled.
        for (const doc of docs) {
          const all = logs.flat().map((update) => ({ update, key: dice.next().value ?? 0 }));
          for (const { update } of all.toSorted((a, b) => a.key - b.key)) Y.applyUpdate(doc, update);
        }
        const tellings = readers.map((reader) => told(reader.current()));
        expect(tellings[1]).toEqual(tellings[0]);
        expect(tellings[2]).toEqual(tellings[0]);
        expect(docs.map((doc) => doc.store.pendingStructs)).toEqual([null, null, null]);
        // Reading step by step is reading at once.
        const fresh = createDoc();
        const [first] = docs;
        if (first !== undefined) Y.applyUpdate(fresh, Y.encodeStateAsUpdate(first));
        expect(told(createReader(fresh, caseId).current())).toEqual(tellings[0]);
        expect(caseFileFromDoc(fresh, caseId, [])).toEqual(first && caseFileFromDoc(first, caseId, []));
      }),
      { seed, numRuns: runs },
    );
  });
});
