/** Formal papers in words and as DOCX: what is empty stays empty and says so. */
import { describe, expect, it } from "vitest";
import { readWhole } from "./drain.ts";
import { evidenceList, evidenceListDocx, evidenceListText, type EvidenceRow } from "./evidence-list.ts";
import { formDocument, formText } from "./form-document.ts";
import { formDocx } from "./form-docx.ts";
import { formView, layouts } from "./papers.fixture.ts";
import { readZip } from "./zip-entries.ts";

async function documentXml(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const files = await readZip(new Blob([bytes]));
  const file = files.ok ? files.value.find(({ path }) => path === "word/document.xml") : undefined;
  if (file === undefined) throw new Error("no document");
  return new TextDecoder().decode(await readWhole(file.open(), 1e7));
}
const said = (xml: string): string => xml.replaceAll(/<[^>]+>/g, "");

describe("formText", () => {
  it("[P4] values, boxes, blanks with their reason, what goes along, and notes for the person", () => {
    expect(formText(formDocument(formView, "zh-CN"))).toBe(
      [
        "投诉登记表",
        "",
        "【投诉人】",
        "姓名：张小明",
        "证件号码：________（自己填写，本软件不保存证件号码）",
        "联系地址：________（待填）",
        "是否同意公示：是□　　否☑",
        "",
        "【投诉内容】",
        "事实：",
        "一句。",
        "<二句> &",
        "编号：________（由受理单位填写）",
        "签字：________（手写）",
        "",
        "随附：1. 证据清单和证据；2. 您的身份证明",
        "",
        "以下是给您看的，提交前删去：",
        "- 不是官方原表。",
        "- 投诉和举报分开交，这份里只写投诉。",
        "",
      ].join("\n"),
    );
  });

  it("[A5] in English", () => {
    const text = formText(formDocument({ ...formView, enclosures: [], notes: [] }, "en"));
    expect(text).toContain(
      "[投诉人]\n姓名: 张小明\n证件号码: ________(Write this yourself: this app keeps no identity numbers)",
    );
    expect(text).not.toContain("Enclosed");
  });
});

describe("formDocx", () => {
  it("[A2] one fixed table; the row above a part stays with it, and a signature has room", async () => {
    const xml = await documentXml(await formDocx(formDocument(formView, "zh-CN")));
    expect([...xml.matchAll(/<w:tblLayout w:type="fixed"\/>/g)]).toHaveLength(1);
    // Two parts, seven fields.
    expect([...xml.matchAll(/<w:tr>/g)]).toHaveLength(9);
    expect([...xml.matchAll(/<w:gridSpan w:val="2"\/>/g)]).toHaveLength(2);
    expect([...xml.matchAll(/<w:keepNext\/>/g)]).toHaveLength(2);
    expect([...xml.matchAll(/<w:trHeight /g)]).toHaveLength(1);
  });

  it("[P4] hints are grey, so that nobody takes them for an entry; values are not", async () => {
    const xml = await documentXml(await formDocx(formDocument(formView, "zh-CN")));
    const colours = (text: string): boolean =>
      (xml.match(/<w:r>.*?<\/w:r>/g) ?? []).some((run) => run.includes(text) && run.includes('w:val="7A7A7A"'));
    expect([colours("自己填写，本软件不保存证件号码"), colours("张小明")]).toEqual([true, false]);
  });

  it("[A3] equal papers give equal bytes, and what XML forbids or hides is left out", async () => {
    const doc = formDocument(formView, "zh-CN");
    expect(await formDocx(doc)).toEqual(await formDocx(doc));
    expect(await formDocx({ ...doc, title: "别的" })).not.toEqual(await formDocx(doc));
    const xml = await documentXml(await formDocx(doc));
    expect(xml).toContain("&lt;二句&gt; &amp;");
    expect(xml).not.toContain("\u202E");
  });
});

describe("the list of evidence", () => {
  const row = (number: number, more: Partial<EvidenceRow> = {}): EvidenceRow => ({
    number,
    name: `20240501001-支付凭证-${number}.csv`,
    from: "本人提供",
    shows: "付款",
    sha256: "ab".repeat(32),
    isRecording: false,
    ...more,
  });
  const list = evidenceList(layouts.evidence_list, [row(1), row(2, { isRecording: true })], {
    lang: "zh-CN",
    copies: 2,
  });

  it("[E2] eight columns of the pack; pages empty, original or copy for the person to tick", async () => {
    const xml = await documentXml(await evidenceListDocx(list));
    const cells = (xml.match(/<w:tr>.*?<\/w:tr>/g) ?? []).map((tr) => (tr.match(/<w:tc>.*?<\/w:tc>/g) ?? []).map(said));
    expect(cells[0]).toEqual([...layouts.evidence_list.columnsZh]);
    expect(cells[1]).toEqual([
      "1",
      "20240501001-支付凭证-1.csv",
      "本人提供",
      "付款",
      "",
      "1",
      "原件□复制件□",
      "SHA-256 abababababababab",
    ]);
    expect([...xml.matchAll(/<w:tblHeader\/>/g)]).toHaveLength(1);
  });

  it("[E10] a recording says that its carrier is kept; a bill does not", () => {
    const [first = "", second = ""] = evidenceListText(list).split("\n\n").slice(1);
    expect([first.includes("原始载体"), second.includes("原始载体由本人保存")]).toEqual([false, true]);
  });

  it("[E2] signed, dated, with a copy for each on the other side", () => {
    expect(evidenceListText(list)).toMatch(/签名：\n日期：\n副本份数：2\n$/);
  });
});
