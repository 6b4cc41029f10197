/** A case that was never shared, in a real browser: what it means, what a helper would see, the start, and everything that can go wrong. */
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { letterCase } from "../../parts/letter-case.fixture.ts";
import { createMemoryCase, type MemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import type { ShareTrouble } from "../../services/sharing/sharing.ts";
import { ShareView } from "./ShareView.tsx";
import { createFakeSharing, type FakeSharing } from "./sharing.fixture.ts";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});
const plain = (): MemoryCase => createMemoryCase({ title: "视频会员年卡", category: "membership" });
const likes = (): MemoryCase => letterCase({ category: "engagement", title: "1000 粉丝" });
const renamed: string[] = [];
const mount = async (fake: FakeSharing, make = plain, width = 900): Promise<MountedPage> => {
  renamed.length = 0;
  mounted = await mountPage(page, ShareView, make, {
    width,
    more: { sharing: fake.sharing, me: { name: () => "alice", rename: (name) => void renamed.push(name) } },
  });
  return mounted;
};
const start = () => page.getByRole("button", { name: "开始共享" });

test("[P5] [G2] says what leaves the device, who can read it, and whom to beware of, before anything is done", async () => {
  const fake = createFakeSharing();
  const { host } = await mount(fake);
  expect(host.textContent).toContain("离开这台设备的只有加密的记录");
  expect(host.textContent).toContain("看过的收不回来");
  expect(host.querySelector("[data-fake-helpers]")?.textContent).toContain("不给验证码和卡号");
  expect(host.querySelector("[data-fake-helpers]")?.textContent).toContain("帮手不会向您要钱");
  expect(host.querySelector("[data-sees]")).toBeNull();
  expect(fake.did).toEqual([]);
});

test("[P5] an order for likes lists what exactly is seen, and starts only once that is ticked", async () => {
  const fake = createFakeSharing();
  const { host, of } = await mount(fake, likes);
  const sees = host.querySelector("[data-sees]")?.textContent ?? "";
  // The case of letters: one order, one payment, three exhibits, two chat messages, two people (claimant and respondent).
  for (const line of ["您自己买了点赞", "1 笔订单", "1 笔付款", "3 份证据", "2 条聊天消息", "2 个人的姓名"])
    expect(sees).toContain(line);
  expect(sees).not.toContain("0 ");
  await start().click();
  expect(fake.did).toEqual([]);
  await expect.element(page.getByText("请先看上面这些，再打勾。")).toBeVisible();
  const tick = page.getByRole("checkbox");
  await expect.element(tick).toHaveFocus();
  await userEvent.keyboard(" ");
  await start().click();
  expect(fake.did).toEqual([["begin", of.live.caseId]]);
});

test("[P5] the start shows how far it is, cannot be pressed twice, and ends with the people of the case", async () => {
  const fake = createFakeSharing();
  const { host, log } = await mount(fake);
  await start().click();
  fake.step(120, 400);
  await expect.element(page.getByText(/正在准备：120 \/ 400/)).toBeVisible();
  expect(host.querySelector("progress")?.value).toBe(120);
  host.querySelector<HTMLElement>("[type=submit]")?.click();
  expect(fake.did.map(([act]) => act)).toEqual(["begin"]);
  fake.finish();
  await expect.element(page.getByRole("heading", { name: "成员" })).toBeVisible();
  expect(log.toasts).toEqual(["已开始共享。现在可以邀请帮手。"]);
  // The button that had the focus is gone: whoever reads by ear stands at the heading.
  await expect.element(page.getByRole("heading", { level: 1 })).toHaveFocus();
});

test("[ME2] the name that others will see is the one that was typed", async () => {
  const fake = createFakeSharing();
  await mount(fake);
  const name = page.getByRole("textbox", { name: "您的名字" });
  await expect.element(name).toHaveValue("alice");
  await name.fill(" 小林 ");
  await start().click();
  expect(renamed).toEqual(["小林"]);
});

const troubles: readonly (readonly [ShareTrouble["kind"], string])[] = [
  ["elsewhere", "请先关掉那个标签页"],
  ["store", "请腾出一些空间"],
  ["not_equal", "案件保持原样"],
  ["not_canonical", "请先处理“要注意的地方”"],
  ["unsupported", "请更新浏览器"],
  ["not_owner", "请让案件主人来做"],
  ["no_key", "会自动换好"],
  ["gone", "请看现在的名单"],
  ["closed", "请重新打开页面"],
];
test.each(troubles)("[I10] %s is said with what helps, and can be tried again", async (kind, words) => {
  const fake = createFakeSharing();
  fake.refuse({ kind });
  const { host } = await mount(fake);
  await start().click();
  fake.finish();
  await expect.poll(() => host.querySelector(`[data-trouble=${kind}]`)?.textContent).toContain(words);
  expect(host.querySelector("[data-trouble]")?.closest("[role=alert]")).not.toBeNull();
  await page.getByRole("button", { name: "再试一次" }).click();
  expect(fake.did).toHaveLength(2);
});

test("[P5] a browser that cannot share says so and offers no button that does nothing", async () => {
  const fake = createFakeSharing();
  fake.setPossible(false);
  const { host } = await mount(fake);
  expect(host.querySelector("[data-trouble=unsupported]")).not.toBeNull();
  expect(start().elements()).toHaveLength(0);
});

test.each([
  [900, "zh-CN"],
  [360, "zh-CN"],
  [360, "en"],
] as const)("[A6] axe finds nothing at %i px in %s, and nothing is lower than a finger", async (width, lang) => {
  const { findings, setLang } = await mount(createFakeSharing(), likes, width);
  setLang(lang);
  expect(await findings()).toEqual([]);
});
