/**
 * Sample: a yearly video membership renewed without a reminder. Every element is shown, the application is sent, their time to answer runs.
 */
import { all, instant, ref } from "@recourse/core";
import type { Sample } from "../sample-case.ts";

const ORDER_NUMBER = "VIP20261110087421";
const OPERATOR = "某影视网络科技有限公司";

export const membership: Sample = {
  name: "membership",
  seed: 0.25,
  begins: "2026-11-11 20:10:00",
  tell: async ({ at, take, run, mint, case: now, letterHash }) => {
    const [party, order] = [mint(), mint()];
    run("case.create", {
      title: "某影视会员自动续费 228 元",
      category: "membership",
      lang: "zh-CN",
      purpose: "life",
      paidTo: "merchant",
      respondent: { id: party, name: OPERATOR },
      order: {
        id: order,
        number: ORDER_NUMBER,
        item: "某影视VIP会员连续包年",
        paidFen: 22_800,
        orderedAt: instant("2026-11-10 03:12:08"),
      },
    });

    run("party.add", { id: mint(), role: "claimant", name: "石某", kind: "person" });

    at("2026-11-11 20:14:00");
    const page = await take("membership/会员页面.png", "会员页面");
    const switchedOff = await take("membership/自动续费设置.png", "会员页面");
    const messages = await take("membership/站内消息.png", "扣费通知");
    const agreement = await take("membership/会员服务协议.png", "平台规则");
    await take("membership/客服聊天.txt");

    at("2026-11-11 20:22:00");
    const captured = { [page]: "09:12", [messages]: "09:15", [switchedOff]: "09:47", [agreement]: "09:52" };
    for (const [exhibit, clock] of Object.entries(captured))
      run("exhibit.edit", { id: exhibit, set: { capturedAt: instant(`2026-11-11 ${clock}`) } });
    run("party.edit", { id: party, set: { kind: "company", foundIn: "terms", exhibit: agreement } });
    run("link.add", {
      id: mint(),
      exhibit: agreement,
      element: "respondent_identity",
      proves: `协议开头写明，某影视由${OPERATOR}运营`,
    });
    run("order.edit", { id: order, set: { exhibit: page } });
    run("answer.give", { id: mint(), question: "renewal_consent", value: "yes" });
    run("answer.give", { id: mint(), question: "payment_authorised", value: "yes" });
    run("answer.give", {
      id: mint(),
      question: "renewal_notice_before",
      value: "no",
      exhibit: messages,
      at: "2026-11-11",
    });
    run("usage.add", { id: mint(), order, valueFen: 0, exhibit: page });
    run("link.add", { id: mint(), exhibit: page, element: "amount", proves: "续费以后没有观看记录" });
    run("note.add", {
      id: mint(),
      about: ref("exhibit", agreement),
      text: "协议 7.2 写着 30 日内答复，所以申请里也给 30 天。自动续费已经关了，截图在“自动续费设置”。",
    });

    at("2026-11-12 20:20:00");
    await take("membership/微信支付账单.csv");

    at("2026-11-19 21:00:00");
    const options = ["会员权益未到账", "自动续费", "重复扣款", "其他原因"].map((label) => ({
      id: mint(),
      label,
      order,
    }));
    for (const option of options) run("reasonOption.add", option);
    const [, fitting] = options;
    if (fitting !== undefined) run("reasonOption.edit", { id: fitting.id, set: { chosen: true } });
    const draft = mint();
    run("draft.start", { id: draft, kind: "application" });
    run("draft.edit", { id: draft, set: { answerBy: "2026-12-20", reason: "自动续费" } });

    at("2026-11-20 20:05:00");
    run("draft.compose", { draft });
    // The article on auto-renewal says it all; the long one on standard terms is left out.
    const terms = all(now(), "sentence").find((s) => s.sources.includes(ref("provision", "crpl-26")));
    if (terms === undefined) throw new Error("sample membership: the letter does not name crpl-26");
    run("sentence.omit", { sentence: terms.id });
    run("draft.send", {
      id: mint(),
      event: mint(),
      draft,
      at: instant("2026-11-20 20:00"),
      channel: "platform_form",
      // As their agreement says (7.2), and as the letter asks.
      periodHours: 30 * 24,
      textSha256: await letterHash(draft),
    });
  },
};
