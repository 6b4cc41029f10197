/** Tests of material types and of the places to look. */
import { expect, test } from "vitest";
import { pack } from "./index.ts";

const types = pack.materialTypes;
const find = (name: string) => types.filter((t) => t.hints.some((hint) => name.includes(hint))).map((t) => t.id);

test("[F3][F4] a material type can stand in a file name as it is", () => {
  for (const { id } of types) {
    expect(id.normalize("NFC")).toBe(id);
    expect(id, id).toMatch(/^[\p{Script=Han}A-Za-z0-9]+$/u);
    // Leaves room for order number, running number and extension within 120 bytes.
    expect(new TextEncoder().encode(id).length).toBeLessThanOrEqual(30);
  }
});

test("[F4] the guide's own kinds of material are there", () => {
  const ids = types.map((t) => t.id);
  for (const id of [
    "支付凭证",
    "订单截图",
    "服务承诺",
    "平台规则",
    "后台数据",
    "粉丝列表",
    "沟通记录",
    "系统提示",
    "充值记录",
    "消费流水",
  ])
    expect(ids).toContain(id);
});

test("[F4] a name suggests its type", () => {
  expect(find("20240501001-支付凭证.png")).toContain("支付凭证");
  expect(find("20240501001-后台数据-000.png")).toContain("后台数据");
  expect(find("微信_手动整理聊天.txt")).toContain("沟通记录");
  expect(find("DSC00012.jpg")).toEqual([]);
});

test("[E1] each element has a material type in every category", () => {
  for (const category of pack.categories) {
    const elements = new Set(types.filter((t) => category.materialTypes.includes(t.id)).flatMap((t) => t.elements));
    expect([...elements].toSorted(), category.id).toEqual([
      "amount",
      "breach",
      "order_exists",
      "respondent_identity",
      "responsibility",
    ]);
  }
});

test("[E15] the conversation tip says to keep the chat and not to uninstall", () => {
  const tip = types.find((t) => t.id === "沟通记录")?.tipZh ?? "";
  expect(tip).toContain("保留原聊天");
  expect(tip).toContain("不要卸载");
});

test("[B2] the places to look are the six of the checklist and the agreement itself", () => {
  expect(pack.lookupPlaces.map((p) => p.id)).toEqual([
    "footer",
    "order_page",
    "help_centre",
    "order_popup",
    "announcement",
    "auto_reply",
    "agreement",
    "old_versions",
  ]);
});
