/** Letting somebody in, in a real browser: the digits first, two at one link, and the one way around for viewers. */
import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { createMemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import { ShareView } from "./ShareView.tsx";
import { createFakeSharing, invitation, request, type FakeSharing } from "./sharing.fixture.ts";

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
const same = () => page.getByRole("button", { name: "一样", exact: true });
const differ = () => page.getByRole("button", { name: "不一样", exact: true });
const skip = () => page.getByRole("button", { name: "不核对，直接让这个人看" });
const JOINER = "b0".repeat(16);

test("[JO2] before both sides have shown their part there are no digits and nothing to press", async () => {
  const fake = createFakeSharing({ requests: [request({ is: "asking", code: undefined })] });
  const { host } = await mount(fake);
  expect(host.querySelector("[data-request=asking]")?.textContent).toContain("“bob”想加入");
  expect(host.querySelector("[data-digits]")).toBeNull();
  expect(same().elements()).toHaveLength(0);
  fake.change({ requests: [request()] });
  await expect.element(same()).toBeVisible();
  // Seen in two groups, spoken one by one.
  expect(host.querySelector("[data-digits] [aria-hidden]")?.textContent).toBe("482 913");
  expect(host.querySelector("[data-digits]")?.textContent).toContain("4 8 2 9 1 3");
});

test("[JO2] says to call and never to send the digits along the link; same admits, different refuses", async () => {
  const fake = createFakeSharing({ requests: [request()] });
  const { host, log } = await mount(fake);
  const text = host.querySelector("[data-request]")?.textContent ?? "";
  expect(text).toContain("给这个人打电话");
  expect(text).toContain("不要用发链接的那个聊天发数字");
  expect(text).toContain("名字是那边自己写的");
  await same().click();
  expect(fake.did).toEqual([["decide", JOINER, true]]);
  await expect.poll(() => log.toasts).toEqual(["“bob”已加入"]);
  await differ().click();
  expect(fake.did.at(-1)).toEqual(["decide", JOINER, false]);
});

test("[JO3] a refusal says what to do next as long as the link still works; whoever was let in stands among the members", async () => {
  const fake = createFakeSharing({ requests: [request({ is: "refused" })], invites: [invitation("i0", "helper")] });
  const { host } = await mount(fake);
  expect(host.querySelector("[data-request=refused]")?.textContent).toContain("请停掉它，换一种方式重新发");
  expect(same().elements()).toHaveLength(0);
  fake.change({ invites: [] });
  await expect.poll(() => host.querySelector("[data-requests]")).toBeNull();
  fake.change({ requests: [request({ is: "admitted" })], invites: [invitation("i0", "helper")] });
  await expect.element(page.getByText("邀请：帮手")).toBeVisible();
  expect(host.querySelector("[data-requests]")).toBeNull();
});

test("[JO3] two at one link: both are marked, whoever came first", async () => {
  const fake = createFakeSharing({
    requests: [request(), request({ joiner: "m", name: "mallory", code: "117040", isAnother: true })],
  });
  const { host } = await mount(fake);
  const marked = [...host.querySelectorAll("[data-doubled]")];
  expect(
    marked.map((each) => each.querySelector("[role=alert]")?.textContent?.includes("有两个人用了这个链接")),
  ).toEqual([true, true]);
  // One of another link is not meant.
  fake.change({ requests: [request(), request({ joiner: "m", invite: "i1", name: "mallory", isAnother: false })] });
  await expect.poll(() => host.querySelectorAll("[data-doubled]").length).toBe(0);
});

test("[JO3] comparing can be left out for a viewer alone, by the button that says so, and not while two are there", async () => {
  const fake = createFakeSharing({ requests: [request({ role: "viewer" })] });
  const { host } = await mount(fake);
  expect(host.textContent).toContain("不核对，也可能放进了捡到链接的别人");
  await skip().click();
  expect(fake.did).toEqual([["decide", JOINER, true]]);
  fake.change({ requests: [request({ role: "helper" })] });
  await expect.poll(() => skip().elements().length).toBe(0);
  fake.change({ requests: [request({ role: "owner" })] });
  await expect.poll(() => host.querySelector("[data-request]")?.textContent).toContain("案件主人");
  expect(skip().elements()).toHaveLength(0);
  fake.change({
    requests: [request({ role: "viewer" }), request({ role: "viewer", joiner: "m", isAnother: true })],
  });
  await expect.poll(() => host.querySelectorAll("[data-doubled]").length).toBe(2);
  expect(skip().elements()).toHaveLength(0);
});

test("[JO2] an admission that fails says why", async () => {
  const fake = createFakeSharing({ requests: [request()] });
  fake.refuse({ kind: "gone" });
  const { log } = await mount(fake);
  await same().click();
  await expect.poll(() => log.toasts).toEqual(["这一项已经不在了，可能刚被停掉或处理过。请看现在的名单。"]);
});

test.each([
  [900, "zh-CN"],
  [360, "zh-CN"],
  [360, "en"],
] as const)("[A6] axe finds nothing at %i px in %s, and the digits fit", async (width, lang) => {
  const fake = createFakeSharing({
    invites: [invitation("i0", "viewer")],
    requests: [
      request({ role: "viewer" }),
      request({ joiner: "m", invite: "i1", is: "asking", code: undefined }),
      request({ joiner: "n", is: "refused" }),
    ],
  });
  const { findings, setLang, host } = await mount(fake, width);
  setLang(lang);
  expect(await findings()).toEqual([]);
  const digits = host.querySelector("[data-digits]");
  expect(digits?.scrollWidth).toBeLessThanOrEqual(digits?.clientWidth ?? 0);
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
  fake.change({ requests: [request(), request({ joiner: "m", isAnother: true })] });
  expect(await findings()).toEqual([]);
});
