/** The layouts of papers: what the law asks for is in them, nothing official is claimed, every choice can be asked. */
import { describe, expect, test } from "vitest";
import { loadForms, pack } from "./index.ts";

const forms = await loadForms();
const { evidence_list: list, ...papers } = forms;
const named = Object.entries(papers);
const fieldsOf = (paper: (typeof papers)[keyof typeof papers]) => paper.sections.flatMap((s) => s.fields);
const fillsOf = (paper: (typeof papers)[keyof typeof papers]) =>
  paper.sections.flatMap((s) =>
    s.fields.flatMap((f) => (f.need === "required" && f.fill ? [`${s.who ?? s.id}:${f.fill}`] : [])),
  );

describe("[X7] papers", () => {
  test("[X7] ids are unique within a paper and within a section", () => {
    for (const [, paper] of named) {
      const sections = paper.sections.map((s) => s.id);
      expect(sections).toEqual([...new Set(sections)]);
      for (const s of paper.sections)
        expect(s.fields.map((f) => f.id)).toEqual([...new Set(s.fields.map((f) => f.id))]);
    }
  });

  test("[X7] a complaint requires what samr-121-10 lists: name, telephone, address; their name and address; request and facts", () => {
    expect(fillsOf(forms.samr_complaint_form).filter((f) => !f.startsWith("guardian"))).toEqual([
      "claimant:party.name",
      "claimant:party.phone",
      "claimant:party.address",
      "respondent:party.name",
      "respondent:party.address",
      "matter:letter.facts",
      "matter:letter.demand",
    ]);
  });

  test("[X7] a claim has what cpl-124 lists: both parties, requests, facts and reasons, evidence", () => {
    const fills = fillsOf(forms.statement_of_claim);
    for (const wanted of [
      "claimant:party.name",
      "claimant:party.address",
      "claimant:party.phone",
      "respondent:party.name",
      "respondent:party.address",
      "requests:letter.demand",
      "facts:letter.problem",
      "facts:evidence.list",
    ])
      expect(fills).toContain(wanted);
    // 性别、年龄、民族、职业、工作单位: the person's own, and so never filled.
    const own = forms.statement_of_claim.sections
      .find((s) => s.id === "plaintiff")
      ?.fields.filter((f) => f.need === "own_hand")
      .map((f) => f.labelZh);
    expect(own).toEqual(["性别", "出生日期", "民族", "工作单位", "职务", "经常居住地"]);
  });

  test("[X7] a power of attorney requires matter, authority and period, and is signed (samr-121-11)", () => {
    expect(fillsOf(forms.power_of_attorney)).toEqual(
      expect.arrayContaining(["authority:attorney.matter", "authority:attorney.scope", "authority:attorney.period"]),
    );
    expect(fieldsOf(forms.power_of_attorney).some((f) => f.need === "signature")).toBe(true);
  });

  test("[X14] a complaint and a report share no section, and neither speaks of the other", () => {
    const labels = JSON.stringify(fieldsOf(forms.samr_complaint_form));
    expect(labels).not.toContain("举报");
    expect(JSON.stringify(fieldsOf(forms.samr_report_form))).not.toContain("投诉");
  });
});

describe("[P4] identity numbers", () => {
  test("[P4] a field for a document or its number is never filled from the case", () => {
    const all = named.flatMap(([, paper]) => fieldsOf(paper)).filter((f) => /证件/.test(f.labelZh));
    expect(all.length).toBeGreaterThan(5);
    for (const f of all) expect([f.labelZh, f.need, f.fill]).toEqual([f.labelZh, "identity", undefined]);
    for (const [, paper] of named)
      for (const f of fieldsOf(paper)) if (f.need === "identity") expect(f.labelZh).toMatch(/证件/);
  });

  test("[P4] the types of material that bundles treat as personal are types of this pack", () => {
    const types = pack.materialTypes.map((t) => t.id);
    expect(types).toEqual(expect.arrayContaining(["粉丝列表", "身份关系"]));
  });
});

describe("[B3] choices", () => {
  test("[B3] a choice offers what its question answers, and its question is one of the pack", () => {
    const choices = named.flatMap(([, paper]) => fieldsOf(paper)).filter((f) => f.need === "choice");
    expect(choices.length).toBeGreaterThan(5);
    for (const f of choices) {
      expect(f.choices?.length ?? 0).toBeGreaterThan(1);
      if (f.question === undefined) continue;
      const answers = pack.questions.find((q) => q.id === f.question)?.answers.map((a) => a.value) ?? [];
      expect(answers, f.question).toEqual(expect.arrayContaining(f.choices?.map((c) => c.value) ?? []));
    }
  });
});

describe("[L5] what is unofficial says so", () => {
  test("[L5] no layout claims to be official", () => {
    for (const [name, paper] of named)
      expect([name, paper.noteZh.length > 0 && paper.noteEn.length > 0]).toEqual([name, true]);
    expect(forms.statement_of_claim.noteZh).toContain("没有官方要素式起诉状");
    expect(forms.samr_complaint_form.origin).toBe("third_party_copy");
  });

  test("[L5] the list of evidence has the columns of practice, and names what the law asks for", () => {
    expect(list.columnsZh).toEqual([
      "序号",
      "证据名称",
      "证据来源",
      "证明对象和内容（证明目的）",
      "页码",
      "份数",
      "原件/复制件",
      "备注",
    ]);
    expect(list.requiredByLawZh).toEqual(["分类编号", "来源", "证明对象", "内容"]);
  });
});
