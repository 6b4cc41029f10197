/** Tests of the wording rules against sentences that must pass and that must not. */
import { expect, test } from "vitest";
import { pack } from "./index.ts";

const { items, composite } = pack.wording;

/** Findings of single words: a phrase counts unless it lies inside one of the item's neutral words or in quotation marks. */
function hits(text: string): readonly string[] {
  const own = text.replace(/“[^”]*”|《[^》]*》/g, (m) => " ".repeat(m.length));
  return items
    .filter((item) => {
      const neutral = item.exclude.reduce((t, word) => t.replaceAll(word, " ".repeat(word.length)), own);
      return [item.phrase, ...item.variants].some((phrase) => neutral.includes(phrase));
    })
    .map((item) => `${item.severity}:${item.id}`);
}

const blocks = (id: string, sentence: string): boolean => {
  const rule = composite.find((c) => c.id === id);
  if (!rule) throw new Error(`no ${id}`);
  return (
    new RegExp(rule.pattern, "u").test(sentence) && !rule.exceptions.some((e) => new RegExp(e, "u").test(sentence))
  );
};

test("[W1] patterns and their exceptions compile", () => {
  for (const rule of composite)
    for (const pattern of [rule.pattern, ...rule.exceptions])
      expect(() => new RegExp(pattern, "u"), rule.id).not.toThrow();
  expect(composite.map((c) => [c.id, c.severity, c.exceptions.length > 0])).toEqual([
    ["c1", "block", true],
    ["c1e", "block", true],
    ["c5", "block", true],
    ["c6", "warn", true],
  ]);
});

test("[W1] an item excludes only words that contain it, and each slot of a rewrite is explained", () => {
  const slots = Object.keys(Object(pack.wording.slots));
  for (const item of items) {
    const phrases = [item.phrase, ...item.variants];
    expect(
      item.exclude.filter((word) => !phrases.some((p) => word.includes(p))),
      item.id,
    ).toEqual([]);
    expect(
      [...item.rewrite_zh.matchAll(/\{([^}]+)\}/g)].map((m) => m[1]).filter((s) => !slots.includes(s ?? "")),
    ).toEqual([]);
  }
});

test("[W3] words about one's own risk and about distress are hints or warnings without a rewrite", () => {
  const own = items.filter((i) => i.category === "safety" || i.id === "w072" || i.id === "w073");
  expect(own.map((i) => [i.id, i.severity])).toEqual([
    ["w072", "info"],
    ["w073", "warn"],
    ["w075", "info"],
  ]);
  for (const item of own) expect(item.rewrite_zh).toMatch(/不改写|不自动改写/);
});

test.each([
  "对方客服说：“你才是骗子”",
  "页面承诺“假一赔三”（证据2）",
  "订单标题：垃圾桶 3 个",
  "会员类型：永久会员",
  "请肯定或者否定地答复",
  "平台名称：某某诈骗举报中心",
  "如双方不能达成一致，我将请求消费者协会调解。",
  "页面写明至少5000粉丝",
  "钱包退款尚未到账",
  "礼包退订后没有收到款项",
  "我于5月1日发抖音视频一条",
  "我是外地人，无法到场",
  "安装后软件崩溃三次，系统崩溃一次",
  "账号于5月3日被永久封禁",
  "收货后打开盒子即发现缺少序列号",
  "贵方公示的客服手机号无人接听",
  "该材料由法院见证",
])("[W1] %s is neutral", (sentence) => {
  expect(hits(sentence).filter((h) => !h.startsWith("info:"))).toEqual([]);
  expect(blocks("c1", sentence) || blocks("c1e", sentence)).toBe(false);
});

test.each([
  ["平台骗人", "block:w011"],
  ["你们就是骗子", "block:w001"],
  ["平台已经跑路", "block:w014"],
  ["保证包退", "block:w056"],
  ["我等了好几天", "warn:w066"],
])("[W1] %s is found", (sentence, finding) => {
  expect(hits(sentence)).toContain(finding);
});

test.each([
  ["退 100 元，否则我向网信办举报", true],
  ["退 100，否则举报", true],
  ["如不退款，我将在抖音曝光贵司", true],
  ["今天不退款我就找媒体", true],
  ["退款给我，我就不举报", true],
  ["如果贵司不退款，我将给差评", true],
  ["我不会以举报要求退款，但如不退款我将在媒体曝光", true],
  ["请求 12315 调解", false],
  ["如双方不能达成一致，我将请求 12315 调解本争议，请贵方退还 100 元", false],
  ["如未能退款，我将向 12315 投诉", false],
  ["购买曝光量1000，如不能提供请退款", false],
  ["我的自媒体账号未见增长，如无法提供请退款", false],
  ["如不能退回工商银行账户，请退回支付宝", false],
  ["我不会以举报作为条件，如有不清楚之处请说明是否退款", false],
])("[W1][L8] %s ties report or exposure to money: %s", (sentence, tied) => {
  expect(blocks("c1", sentence) || blocks("c1e", sentence)).toBe(tied);
});

test.each([
  ["请补单", true],
  ["请继续履行订单", true],
  ["不需要补量", false],
  ["不选择余额、优惠券或重新提供", false],
  ["客服提出给我补单或补量", false],
  ["不需要补单，请重新刷", true],
])("[A7] %s asks for performance: %s", (sentence, asks) => {
  expect(blocks("c5", sentence)).toBe(asks);
});

test.each([
  ["请依法查处该平台", true],
  ["请求调解，另行举报", false],
  ["依据《市场监督管理投诉举报处理办法》提出投诉", false],
  ["通过全国12315投诉举报平台提交", false],
  ["通过全国12315投诉举报平台提交，并请处罚该平台", true],
])("[X14] %s mixes a report into a complaint: %s", (sentence, mixes) => {
  expect(blocks("c6", sentence)).toBe(mixes);
});
