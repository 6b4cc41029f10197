/** Inviting in a real browser: whom and for how long, the link by every way, and stopping it. */
import { encode } from "uqr";
import { afterEach, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createMemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import { ShareView } from "./ShareView.tsx";
import { createFakeSharing, hoursAfter, invitation, LINK, member, type FakeSharing } from "./sharing.fixture.ts";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
  vi.restoreAllMocks();
});
const mount = async (fake: FakeSharing, width = 900): Promise<MountedPage> =>
  (mounted = await mountPage(
    page,
    ShareView,
    () => createMemoryCase({ title: "视频会员年卡", category: "membership" }),
    { width, more: { sharing: fake.sharing } },
  ));
const openWindow = async (): Promise<void> => page.getByRole("button", { name: "邀请帮手" }).click();
const make = async (): Promise<void> => page.getByRole("button", { name: "创建链接" }).click();

test("[JO1] a helper for three days unless chosen otherwise; nothing is made by looking", async () => {
  const fake = createFakeSharing({});
  await mount(fake);
  await openWindow();
  await expect.element(page.getByRole("radio", { name: "帮手，能看能改" })).toBeChecked();
  await expect.element(page.getByRole("radio", { name: "3 天" })).toBeChecked();
  expect(fake.did).toEqual([]);
  await page.getByRole("radio", { name: "只看不改的人" }).click();
  await page.getByRole("radio", { name: "1 小时" }).click();
  await make();
  expect(fake.did).toEqual([["invite", "viewer", 1]]);
});

test("[G2] who is invited is warned about; a device of one’s own says what it may do and what a lost first one means", async () => {
  const { host } = await mount(createFakeSharing({}));
  await openWindow();
  const dialog = page.getByRole("dialog").element();
  expect(dialog.querySelector("[data-fake-helpers]")?.textContent).toContain("只请认识的人");
  await page.getByRole("radio", { name: "我自己的另一台设备" }).click();
  expect(dialog.querySelector("[data-fake-helpers]")).toBeNull();
  expect(dialog.querySelector("[data-own-device]")?.textContent).toContain("不要给别人");
  expect(dialog.querySelector("[data-own-device]")?.textContent).toContain("第一台设备丢了");
  expect(host.querySelector("dialog[open]")).not.toBeNull();
});

test("[JO1] the link is shown, drawn and copied; Escape gives the focus back", async () => {
  const copied = vi.spyOn(navigator.clipboard, "writeText").mockResolvedValue();
  const fake = createFakeSharing({});
  const { host, log } = await mount(fake);
  await openWindow();
  await make();
  await expect.element(page.getByRole("textbox", { name: "链接" })).toHaveValue(LINK);
  // The code is what the library made of the link: as many dark modules, four of white around.
  const dark = encode(LINK, { ecc: "M", border: 4 }).data.flat().filter(Boolean).length;
  const path = host.querySelector("[role=img] path")?.getAttribute("d") ?? "";
  const drawn = [...path.matchAll(/h(\d+)v1/g)].reduce((sum, [, run]) => sum + Number(run), 0);
  expect(drawn).toBe(dark);
  await page.getByRole("button", { name: "复制链接" }).click();
  expect(copied).toHaveBeenCalledWith(LINK);
  await expect.poll(() => log.toasts).toEqual(["链接已复制"]);
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("button", { name: "邀请帮手" })).toHaveFocus();
});

test("[JO1] a browser that does not copy says what to do; where the system can pass links on, it is offered", async () => {
  vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
  const sent: unknown[] = [];
  Object.defineProperty(navigator, "share", {
    configurable: true,
    value: (data: unknown) => Promise.resolve(sent.push(data)),
  });
  const { log } = await mount(createFakeSharing({}));
  await openWindow();
  await make();
  await page.getByRole("button", { name: "复制链接" }).click();
  await expect.poll(() => log.toasts[0]).toContain("自己复制");
  await page.getByRole("button", { name: "用别的应用发" }).click();
  // Neither the case nor the other side is named to whoever carries the link.
  expect(sent).toEqual([{ title: "加入一个案件", url: LINK }]);
  Reflect.deleteProperty(navigator, "share");
});

test("[JO1] printing is offered, and the link stands on paper in full", async () => {
  const printed = vi.spyOn(globalThis, "print").mockImplementation(() => undefined);
  const { host } = await mount(createFakeSharing({}));
  await openWindow();
  await make();
  await page.getByRole("button", { name: "打印" }).click();
  expect(printed).toHaveBeenCalledOnce();
  expect(host.querySelector("[data-invite-link]")?.textContent).toContain(LINK);
});

test("[I6] a link that is not on the relay yet is not said to work", async () => {
  const fake = createFakeSharing({ invites: [invitation("i0", "helper", { isOnRelay: false })] });
  const { host } = await mount(fake);
  await page.getByRole("button", { name: "再看链接" }).click();
  expect(host.querySelector("[data-invite-link] [role=status]")?.textContent).toContain("链接还打不开");
  fake.change({ invites: [invitation("i0", "helper")] });
  await expect
    .poll(() => host.querySelector("[data-invite-link] [role=status]")?.textContent)
    .toContain("链接已经能用");
});

test("[JO3] a link that was used while it is looked at goes away", async () => {
  const fake = createFakeSharing({ invites: [invitation("i0", "helper")] });
  const { host } = await mount(fake);
  await page.getByRole("button", { name: "再看链接" }).click();
  await expect.element(page.getByRole("dialog")).toBeVisible();
  fake.change({ invites: [] });
  await expect.poll(() => host.querySelector("dialog[open]")).toBeNull();
});

test("[JO3] stopping a link says how far it reaches; one that ran out is not listed", async () => {
  const fake = createFakeSharing({
    invites: [invitation("i0", "helper"), invitation("i1", "viewer", { expiresAt: hoursAfter(-1) })],
  });
  const { host, log } = await mount(fake);
  expect(host.querySelectorAll("[data-invite]")).toHaveLength(1);
  await page.getByRole("button", { name: /^停掉这个链接/ }).click();
  expect(fake.did).toEqual([["revoke", "i0"]]);
  expect(log.toasts).toEqual(["链接已停掉，这台设备不再回应它。"]);
  await expect.element(page.getByText("没有还能用的链接。")).toBeVisible();
});

test("[JO3] with a second device of the owner, stopping says that it has to be done there, too", async () => {
  const fake = createFakeSharing({
    members: [member({ device: "a1", isMe: true }), member({ device: "a2" })],
    invites: [invitation("i0", "helper"), invitation("i1", "helper", { link: undefined })],
  });
  const { host, log } = await mount(fake);
  expect(host.querySelectorAll("[data-invite]")[1]?.textContent).toContain("只在创建它的设备上看得到");
  await page
    .getByRole("button", { name: /^停掉这个链接/ })
    .first()
    .click();
  expect(log.toasts[0]).toContain("请在那边也停掉");
});

test("[I10] an invitation that cannot be made says why, in the window", async () => {
  const fake = createFakeSharing({});
  fake.refuse({ kind: "no_key" });
  const { host } = await mount(fake);
  await openWindow();
  await make();
  await expect.poll(() => host.querySelector("dialog [data-trouble=no_key]")?.textContent).toContain("会自动换好");
});

test.each([
  [900, "zh-CN"],
  [360, "zh-CN"],
  [360, "en"],
] as const)("[A6] axe finds nothing at %i px in %s in either window", async (width, lang) => {
  const fake = createFakeSharing({ invites: [invitation("i0", "helper", { isOnRelay: false })] });
  const { findings, setLang } = await mount(fake, width);
  await openWindow();
  setLang(lang);
  expect(await findings()).toEqual([]);
  setLang("zh-CN");
  await make();
  setLang(lang);
  expect(await findings()).toEqual([]);
});
