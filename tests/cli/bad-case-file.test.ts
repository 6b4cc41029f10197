/**
 * A `case.json` edited by hand or written by a newer app, and two programs writing at once.
 */
import { readFile, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { CASE, guideOrder, hashesIn, openDesk, samples, type Desk } from "./program.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let desk: Desk;
let whole: string;
beforeAll(async () => {
  desk = await openDesk();
  await desk.done("new", CASE, ...guideOrder);
  await desk.add(samples.alipay);
  whole = await readFile(desk.at(CASE, "case.json"), "utf8");
});
beforeEach(() => writeFile(desk.at(CASE, "case.json"), whole));
afterAll(() => desk.close());

const path = (): string => desk.at(CASE, "case.json");
const note = ["do", CASE, "note.add", "--data", '{"text":"记一笔"}'] as const;

type Fields = Record<string, unknown>;
interface CaseFile extends Fields {
  records: Record<string, Record<string, Fields>>;
}
/** The case file as anyone could edit it by hand. */
async function edited(change: (file: CaseFile) => void): Promise<string> {
  const file: CaseFile = JSON.parse(whole);
  change(file);
  const text = `${JSON.stringify(file, null, 1)}\n`;
  await writeFile(path(), text);
  return text;
}
const first = (of: Readonly<Record<string, Fields>> | undefined): Fields => {
  const [one] = Object.values(of ?? {});
  if (one === undefined) throw new Error("no record");
  return one;
};

/** Every verb that opens the case refuses it with exit 2, names the file and the reason, and writes nothing. */
async function expectRefused(reason: RegExp, verbs: readonly (readonly string[])[]): Promise<void> {
  const before = await hashesIn(desk.dir);
  for (const args of verbs) {
    const { code, out, err } = await desk.recourse(...args);
    expect([args[0], code, out]).toEqual([args[0], 2, ""]);
    expect(err).toContain(path());
    expect(err).toMatch(reason);
    expect(err).toMatch(/什么都没有写/);
  }
  expect(await hashesIn(desk.dir)).toEqual(before);
}
const everyVerb = [
  ["assess", CASE],
  note,
  ["add", CASE, samples.qq],
  ["draft", CASE, "application"],
  ["pack", CASE, "--out", "b.zip"],
] as const;

describe("[R7] a case.json that was edited by hand", () => {
  it("[R7] broken syntax: refused with path and place", async () => {
    await writeFile(path(), whole.replace('"records": {', '"records": {{'));
    await expectRefused(/JSON.*position \d+/, everyVerb);
  });

  it("[R7] cut off in the middle, and no case at all", async () => {
    await writeFile(path(), whole.slice(0, whole.length / 2));
    await expectRefused(/JSON/, [["assess", CASE], note]);
    await writeFile(path(), "[]\n");
    await expectRefused(/期望 object/, [["assess", CASE], note]);
  });

  it("[R7] a wrong type in one record: refused, naming the record and the field", async () => {
    await edited((f) => {
      first(f.records["payment"])["amountFen"] = "一百";
    });
    await expectRefused(/records\.payment\.[0-9a-f]{32}: amountFen: .*期望 数字/, everyVerb);
  });

  it("[R7] an unknown field, of the file and of a record, comes back as it was", async () => {
    await edited((f) => {
      Object.assign(f, { 备注: { 甲: [1, 2.5, null] } });
      Object.assign(first(f.records["payment"]), { newer: { a: 1 } });
    });
    await desk.done(...note);
    const after: CaseFile = JSON.parse(await readFile(path(), "utf8"));
    expect(after["备注"]).toEqual({ 甲: [1, 2.5, null] });
    expect(first(after.records["payment"])["newer"]).toEqual({ a: 1 });
    expect(Object.values(after.records["note"] ?? {})).toMatchObject([{ text: "记一笔" }]);
  });

  it("[R7] an unknown member and an unknown kind are foreign: said, not assessed, kept byte for byte", async () => {
    await edited((f) => {
      first(f.records["payment"])["provider"] = "unionpay";
      Object.assign(f.records, { hologram: { X1: { any: "thing" } } });
    });
    const a = await desk.assess();
    expect(a.problems.filter((p) => p.code === "data.foreign").map((p) => p.severity)).toEqual(["warn", "warn"]);
    // Without the payment nothing is known to be paid by bill.
    expect(a.elements.find((e) => e.id === "amount")?.verdict).not.toBe("ok");
    const raw = first(JSON.parse(await readFile(path(), "utf8")).records.payment);
    await desk.done(...note);
    const after: CaseFile = JSON.parse(await readFile(path(), "utf8"));
    expect(first(after.records["payment"])).toEqual(raw);
    expect(after.records["hologram"]).toEqual({ X1: { any: "thing" } });
  });
});

describe("[R7] a case.json from a newer app", () => {
  it("[R7] one this version cannot read: refused everywhere, with its version", async () => {
    await edited((f) => Object.assign(f, { version: 9, minReader: 8, minWriter: 8 }));
    await expectRefused(/更新的版本（9）/, everyVerb);
  });

  it("[R7] one this version may read and not write: assess answers, writing is refused", async () => {
    await edited((f) => Object.assign(f, { version: 9, minWriter: 8 }));
    expect((await desk.recourse("assess", CASE)).code).toBe(0);
    await expectRefused(/更新的版本（9）/, [note]);
  });

  it("[R7] one that lets us write keeps its own version", async () => {
    await edited((f) => Object.assign(f, { version: 9 }));
    await desk.done(...note);
    expect((await desk.caseFile()).version).toBe(9);
  });
});

describe("[R1] two programs at once", () => {
  it("[R1] six commands at the same moment all land", async () => {
    const texts = ["甲", "乙", "丙", "丁", "戊", "己"];
    const codes = await Promise.all(
      texts.map(async (text) => (await desk.recourse("do", CASE, "note.add", "--data", JSON.stringify({ text }))).code),
    );
    expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
    const notes = Object.values((await desk.caseFile()).records["note"] ?? {});
    expect(notes.map((n) => String(n["text"])).toSorted()).toEqual(texts.toSorted());
  });

  it("[R1] new never overwrites a case that is there", async () => {
    const { code, err } = await desk.recourse("new", CASE, ...guideOrder);
    expect([code, err.includes(path()), await readFile(path(), "utf8")]).toEqual([2, true, whole]);
  });
});
