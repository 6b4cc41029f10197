/** Tests of the excuses and of the replies to them. */
import { expect, test } from "vitest";
import { loadExcuses, pack } from "./index.ts";

const { items, slots, answerKinds } = await loadExcuses();
const slotsIn = (text: string): readonly string[] => [...text.matchAll(/\{([^}]+)\}/g)].map((m) => m[1] ?? "");
const inForce = new Set(pack.provisions.filter((p) => p.status === "in-force").map((p) => p.id));

test("[X6] every excuse names what answers it and what not to do, in both languages", () => {
  for (const e of items) {
    expect(e.answerKinds.length, e.id).toBeGreaterThan(0);
    expect(e.answerKinds.filter((kind) => !(kind in answerKinds))).toEqual([]);
    expect(e.doNot_en, e.id).toHaveLength(e.doNot_zh.length);
    expect(e.patterns.length, e.id).toBeGreaterThan(0);
  }
});

test("[X6] a template uses the same known slots in both languages", () => {
  for (const e of items)
    for (const template of [e.replyTemplate, e.engagementReplyTemplate]) {
      if (!template) continue;
      expect(new Set(slotsIn(template.en)), e.id).toEqual(new Set(slotsIn(template.zh)));
      expect(
        slotsIn(template.zh).filter((slot) => !slot.startsWith("law:") && !(slot in slots)),
        e.id,
      ).toEqual([]);
    }
});

test("[B6] letters cite only what is declared, and only law in force", () => {
  for (const e of items) {
    const cited = slotsIn(e.replyTemplate?.zh ?? "")
      .filter((s) => s.startsWith("law:"))
      .map((s) => s.slice(4));
    expect(cited.toSorted(), e.id).toEqual(e.citesInLetter.toSorted());
    expect(
      e.citesInLetter.filter((id) => !e.cites.includes(id) || !inForce.has(id)),
      e.id,
    ).toEqual([]);
  }
});

test("[A7] an answer in an engagement case cites no law and asks for no performance", () => {
  const c5 = pack.wording.composite.find((c) => c.id === "c5");
  const asksFor = (sentence: string): boolean =>
    new RegExp(c5?.pattern ?? "", "u").test(sentence) && !c5?.exceptions.some((e) => new RegExp(e, "u").test(sentence));
  expect([asksFor("请补量"), asksFor("不需要补量")]).toEqual([true, false]);
  for (const e of items) {
    if (!e.categories.includes("engagement") || e.engagement === "omit") continue;
    const text = (e.engagement === "replace" ? e.engagementReplyTemplate : e.replyTemplate)?.zh ?? "";
    expect(text, e.id).not.toMatch(/\{law:|民法典|消费者权益|电子商务法|违法|非法/);
    expect(text.split(/[。！？；]/).filter(asksFor), e.id).toEqual([]);
  }
});

test("[A7] an excuse that occurs for engagement has a text of its own where the usual one cites law", () => {
  for (const e of items) {
    if (e.engagement === "replace") expect(e.engagementReplyTemplate, e.id).not.toBeNull();
    if (e.engagement === "omit") expect(e.categories, e.id).not.toContain("engagement");
  }
});

test("[G1] danger gets steps to protect oneself and no reply", () => {
  const danger = items.filter((e) => e.replyKind === "danger");
  expect(danger.map((e) => e.id)).toEqual(["pay-first", "give-code"]);
  for (const e of danger) {
    expect([e.replyTemplate, e.engagementReplyTemplate]).toEqual([null, null]);
    expect(e.protect_zh?.length ?? 0).toBeGreaterThan(0);
    expect(e.protect_en).toHaveLength(e.protect_zh?.length ?? -1);
  }
  for (const e of items) if (e.replyKind !== "danger") expect(e.replyTemplate, e.id).not.toBeNull();
});

test("[W1] no template contains a word that the wording rules block", () => {
  const blocked = pack.wording.items.filter((i) => i.severity === "block").flatMap((i) => [i.phrase, ...i.variants]);
  for (const e of items)
    for (const t of [e.replyTemplate?.zh, e.engagementReplyTemplate?.zh])
      expect(
        blocked.filter((word) => t?.includes(word)),
        e.id,
      ).toEqual([]);
});

test("[X5] the guide's two excuses and the sample's are recognised by a fragment", () => {
  const found = (message: string) => items.filter((e) => e.patterns.some((p) => message.includes(p))).map((e) => e.id);
  expect(found("虚拟服务不支持退款")).toContain("virtual-no-refund");
  expect(found("您好，已部分履行")).toContain("partly-performed");
  expect(found("我们会尽快反馈")).toContain("will-feed-back");
  expect(found("亲，系统排队中")).toContain("queue");
  expect(found("请先交解冻费")).toContain("pay-first");
  expect(found("好的，已为您原路退回，请查收账单")).not.toContain("virtual-no-refund");
});

test("[B6] a provision stands in a stretch of its own, so that it falls away where it was no law yet", () => {
  for (const e of items)
    for (const text of [e.replyTemplate?.zh, e.replyTemplate?.en]) {
      expect((text ?? "").replace(/\[[^[\]]*\]/g, ""), e.id).not.toContain("{law:");
      expect((text ?? "").split("[").length, e.id).toBe((text ?? "").split("]").length);
    }
});

test("[X6] every excuse but those that are only heard says what makes it likely", () => {
  expect(items.filter((e) => (e.likely ?? []).length === 0).map((e) => e.id)).toEqual([]);
});
