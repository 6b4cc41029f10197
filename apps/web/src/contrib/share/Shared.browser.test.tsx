/** A shared case in a real browser: its people, its connection, removal, changes set aside, and what a viewer sees. */
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createMemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import type { Linking } from "../../services/sharing/sharing.ts";
import { wishes } from "./share-wishes.ts";
import { ShareView } from "./ShareView.tsx";
import {
  createFakeSharing,
  hoursAfter,
  invitation,
  member,
  type FakeSharing,
  type SharedFacts,
} from "./sharing.fixture.ts";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});
const mount = async (fake: FakeSharing, width = 900): Promise<MountedPage> =>
  (mounted = await mountPage(
    page,
    ShareView,
    () => createMemoryCase({ title: "视频会员年卡", category: "membership" }),
    { width, more: { sharing: fake.sharing } },
  ));

const A1 = "a1".repeat(16);
const B = "b0".repeat(16);
const V = "c0".repeat(16);
const people: Partial<SharedFacts> = {
  members: [
    member({ device: A1, isMe: true }),
    member({ device: "a2".repeat(16), lastSeen: hoursAfter(-2), lacks: 0 }),
    member({
      device: B,
      name: "bob",
      role: "helper",
      lastSeen: hoursAfter(-30),
      lacks: 3,
      unaware: ["mallory"],
      canChange: true,
    }),
    member({ device: V, name: "vera", role: "viewer", canChange: true }),
    member({ device: "d0".repeat(16), name: "mallory", role: "out" }),
    member({ device: "00".repeat(16), name: undefined, isRecovery: true }),
  ],
};
const aside: SharedFacts["setAside"] = [
  {
    id: "q1",
    name: "mallory",
    at: hoursAfter(-3),
    why: "removed",
    edits: [{ field: "order.number", value: "VIP-1" }],
    adopted: false,
  },
  {
    id: "q2",
    name: "mallory",
    at: hoursAfter(-2),
    why: "removed",
    edits: [{ field: "payment.amountFen", value: "22800" }],
    adopted: false,
  },
  {
    id: "q3",
    name: "bob",
    at: hoursAfter(-1),
    why: "doubled",
    edits: [{ field: "case.title", value: "年卡" }],
    adopted: true,
  },
];
const row = (host: HTMLElement, name: string): string =>
  [...host.querySelectorAll("[data-member]")].find((each) => each.querySelector("strong")?.textContent === name)
    ?.textContent ?? "";

test("[FR2] each member says when he was last heard from and what he has; of whom nothing was heard, nothing is claimed", async () => {
  const { host } = await mount(createFakeSharing(people));
  expect(row(host, "bob")).toContain("上次联系 1 天前 · 还差 3 条");
  expect(row(host, "vera")).toContain("还没联系过");
  expect(row(host, "vera")).not.toContain("已收到");
  expect(host.querySelectorAll("[data-member]")[1]?.textContent).toContain("已收到全部");
  expect(row(host, "恢复文件")).toContain("不是人");
});

test("[ME3] two devices of one name are told apart, and whoever is out stands apart", async () => {
  const { host } = await mount(createFakeSharing(people));
  const alices = [...host.querySelectorAll("[data-member=owner]")].map((each) => each.textContent);
  expect(alices[0]).toContain("设备 a1a1");
  expect(alices[0]).toContain("这台设备");
  expect(alices[1]).toContain("设备 a2a2");
  expect(row(host, "bob")).not.toContain("设备");
  expect(host.querySelector("[data-member=out]")?.closest("details")).not.toBeNull();
});

test("[RE4] who has not heard of a removal is named, with what that means", async () => {
  const { host } = await mount(createFakeSharing(people));
  expect(row(host, "bob")).toContain("还不知道“mallory”已被移出，仍可能把内容传过去");
  expect(row(host, "vera")).not.toContain("还不知道");
});

test("[RE4] [EP2] removal says what it does and what it cannot do, and happens by its own button", async () => {
  const fake = createFakeSharing(people);
  const { log } = await mount(fake);
  await page.getByRole("button", { name: "“bob”：可以做的" }).click();
  await page.getByRole("menuitem", { name: "移出" }).click();
  const dialog = page.getByRole("dialog");
  await expect.element(dialog.getByText(/案件换一把新钥匙/)).toBeVisible();
  await expect.element(dialog.getByText(/已经看过、存下、截图的，收不回来/)).toBeVisible();
  await expect.element(dialog.getByText(/还没联网的成员暂时不知道/)).toBeVisible();
  await page.getByRole("button", { name: "取消" }).click();
  expect(fake.did).toEqual([]);
  await page.getByRole("button", { name: "“bob”：可以做的" }).click();
  await page.getByRole("menuitem", { name: "移出" }).click();
  await dialog.getByRole("button", { name: "移出" }).click();
  expect(fake.did).toEqual([["lower", B, "out"]]);
  await expect.poll(() => log.toasts).toEqual(["已移出“bob”"]);
});

test("[ME3] a helper may be changed to view only, by keyboard; a viewer only be removed; one's own device neither", async () => {
  const fake = createFakeSharing(people);
  const { host } = await mount(fake);
  const menu = page.getByRole("button", { name: "“bob”：可以做的" });
  menu.element().focus();
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect.element(page.getByText(/仍然看得到案件的全部内容/)).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "改为只能看" }).click();
  expect(fake.did).toEqual([["lower", B, "viewer"]]);
  await expect.element(menu).toHaveFocus();
  await page.getByRole("button", { name: "“vera”：可以做的" }).click();
  expect(
    page
      .getByRole("menuitem")
      .elements()
      .map((each) => each.textContent),
  ).toEqual(["移出"]);
  expect(host.querySelector("[data-me] [aria-haspopup=menu]")).toBeNull();
});

test("[ME4] a removal that is refused says why", async () => {
  const fake = createFakeSharing(people);
  fake.refuse({ kind: "not_owner" });
  const { log } = await mount(fake);
  await page.getByRole("button", { name: "“vera”：可以做的" }).click();
  await page.getByRole("menuitem", { name: "移出" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "移出" }).click();
  await expect.poll(() => log.toasts).toEqual(["只有案件主人能做这一步。请让案件主人来做。"]);
});

const linkings: readonly (readonly [Linking, string, boolean])[] = [
  ["local", "连上中转服务器后自动发出", true],
  ["connecting", "不用等", false],
  ["syncing", "互相补齐", false],
  ["live", "谁改了马上就到", false],
  ["behind", "等那台设备联网就会补齐", false],
  ["silent", "有回应后自动发出", true],
  ["offline", "联网后自动发出", true],
  ["rolled_back", "正在重新传给它", false],
  ["waiting_for_key", "您的改动先存在这台设备", false],
  ["removed", "请案件主人重新邀请", false],
  ["refused", "没有丢", true],
];
test.each(linkings)(
  "[I10] [I12] %s is said in plain words; trying again is offered where it helps",
  async (linking, words, again) => {
    const fake = createFakeSharing({ linking });
    const { host } = await mount(fake);
    expect(host.querySelector(`[data-linking=${linking}]`)?.textContent).toContain(words);
    const button = page.getByRole("button", { name: "现在再连一次" });
    expect(button.elements()).toHaveLength(again ? 1 : 0);
    if (!again) return;
    await button.click();
    expect(fake.did).toEqual([["reconnect"]]);
  },
);

test("[RL3] a relay that refuses says why, where it said so", async () => {
  const fake = createFakeSharing({ linking: "refused", refusal: "quota" });
  const { host } = await mount(fake);
  expect(host.querySelector("[data-linking]")?.textContent).toContain("空间用完了");
  fake.change({ refusal: "form" });
  await expect.poll(() => host.querySelector("[data-linking]")?.textContent).not.toContain("空间用完了");
});

test("[I6] here, on the relay, and with helpers are three signs; none is shown as reached before it is", async () => {
  const fake = createFakeSharing({ reach: { is: "here", unsent: 3, seenBy: 0 } });
  const { host } = await mount(fake);
  const marks = (): readonly (string | null)[] =>
    [...host.querySelectorAll("[data-linking] [data-is]")].map((each) => each.getAttribute("data-is"));
  expect(marks()).toEqual(["done", "open", "open"]);
  expect(host.textContent).toContain("还有 3 条没上传");
  fake.change({ reach: { is: "relay", unsent: 0, seenBy: 0 } });
  await expect.poll(marks).toEqual(["done", "done", "open"]);
  fake.change({ reach: { is: "seen", unsent: 0, seenBy: 2 } });
  await expect.poll(marks).toEqual(["done", "done", "done"]);
  expect(host.textContent).toContain("2 位帮手已收到");
  fake.change({ reach: { is: "failed", unsent: 0, seenBy: 0 } });
  await expect.poll(marks).toEqual(["failed", "open", "open"]);
});

test("[RE3] what was set aside can be read, and taken over one by one or all that are open", async () => {
  const fake = createFakeSharing({ ...people, setAside: aside });
  const { host } = await mount(fake);
  expect(host.querySelector("[data-set-aside]")?.textContent).toContain("订单 · 订单号");
  // 22800 fen: the words say so, because the value is shown as it is stored.
  expect(host.querySelector("[data-set-aside]")?.textContent).toContain("（分）22800");
  await page.getByRole("button", { name: "写进案件：“mallory”的改动" }).first().click();
  await page.getByRole("button", { name: "全部写进案件，2 项" }).click();
  expect(fake.did).toEqual([
    ["adopt", ["q1"]],
    ["adopt", ["q1", "q2"]],
  ]);
  expect(host.querySelectorAll("[data-aside=adopted] button")).toHaveLength(0);
});

test("[ME5] without a second device the task says what is at stake, and leads to adding one", async () => {
  const fake = createFakeSharing({ needsRecovery: true });
  const { host } = await mount(fake);
  expect(host.querySelector("[data-recovery-task]")?.textContent).toContain("第二台没法把它移出，只有用恢复文件才行");
  await page.getByRole("button", { name: "加一台自己的设备" }).click();
  await expect.element(page.getByRole("radio", { name: "我自己的另一台设备" })).toBeChecked();
  await userEvent.keyboard("{Escape}");
  fake.change({ needsRecovery: false });
  await expect.poll(() => host.querySelector("[data-recovery-task]")).toBeNull();
});

test("[S3] a viewer is told so and offered nothing that is the owner’s", async () => {
  const { host } = await mount(
    createFakeSharing({
      ...people,
      role: "viewer",
      setAside: aside,
      invites: [invitation("i0", "helper")],
      needsRecovery: true,
    }),
  );
  expect(host.querySelector("[data-viewer=viewer]")?.textContent).toContain("您只能看");
  for (const name of ["邀请帮手", "写进案件", "停掉"])
    expect(page.getByRole("button", { name }).elements()).toHaveLength(0);
  expect(host.querySelector("[data-recovery-task]")).toBeNull();
  expect(host.textContent).toContain("邀请和移出由案件主人来做");
});

test("[ME3] a change of members leaves the focus where it is", async () => {
  const fake = createFakeSharing(people);
  await mount(fake);
  const menu = page.getByRole("button", { name: "“bob”：可以做的" });
  menu.element().focus();
  fake.change({ members: (people.members ?? []).map((each) => ({ ...each, lacks: 0 })) });
  await expect.element(page.getByText("上次联系 1 天前 · 已收到全部")).toBeVisible();
  await expect.element(menu).toHaveFocus();
});

test("[P5] a command leads to the window for inviting, another to the members", async () => {
  const { of } = await mount(createFakeSharing(people));
  wishes.ask({ caseId: of.live.caseId, part: "members" });
  await expect.element(page.getByRole("heading", { name: "成员" })).toHaveFocus();
  wishes.ask({ caseId: of.live.caseId, part: "invite" });
  await expect.element(page.getByRole("dialog", { name: "邀请帮手" })).toBeVisible();
});

test.each([
  [900, "zh-CN"],
  [360, "zh-CN"],
  [360, "en"],
] as const)("[A6] axe finds nothing at %i px in %s, and nothing is lower than a finger", async (width, lang) => {
  const fake = createFakeSharing({
    ...people,
    setAside: aside,
    needsRecovery: true,
    invites: [invitation("i0", "helper")],
  });
  const { findings, setLang, host } = await mount(fake, width);
  setLang(lang);
  expect(await findings()).toEqual([]);
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
  fake.change({ linking: "refused", refusal: "quota", reach: { is: "here", unsent: 3, seenBy: 0 } });
  expect(await findings()).toEqual([]);
});
