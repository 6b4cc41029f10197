/** Joining by a link, in a real browser: warned first, then the digits, and every end with what to do next. */
import { id } from "@recourse/core";
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createMemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import type { JoinState } from "../../services/sharing/sharing.ts";
import { JoinView } from "./JoinView.tsx";
import { createFakeSharing, type FakeSharing } from "./sharing.fixture.ts";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});
const CASE = id("01ARZ3NDEKTSV4RRFF00000009");
const mount = async (fake: FakeSharing, width = 360, name = ""): Promise<MountedPage> =>
  (mounted = await mountPage(page, JoinView, () => createMemoryCase({ title: "别的案件", category: "other" }), {
    width,
    more: { sharing: fake.sharing, me: { name: () => name, rename: () => undefined } },
  }));
const at = (state: JoinState): FakeSharing => {
  const fake = createFakeSharing();
  fake.setJoin(state);
  return fake;
};

test("[JO2] [G2] who invites is not known yet and nobody is named; scams are warned of before a name is given", async () => {
  const { host } = await mount(createFakeSharing());
  expect(host.querySelector("[data-unknown]")?.textContent).toContain("现在还看不出是谁邀请您");
  expect(host.querySelector("[data-fake-helpers]")?.textContent).toContain("谁让您先付钱");
  expect(host.textContent).not.toContain("别的案件");
});

test("[JO2] a name is needed; it is asked for by keyboard alone", async () => {
  const fake = createFakeSharing();
  await mount(fake);
  await page.getByRole("button", { name: "请求加入" }).click();
  expect(fake.did).toEqual([]);
  const name = page.getByRole("textbox", { name: "您的名字" });
  await expect.element(name).toHaveFocus();
  await expect.element(page.getByText("请先写一个名字。")).toBeVisible();
  await userEvent.keyboard(" bob {Enter}");
  expect(fake.did).toEqual([["ask", "bob"]]);
});

test("[JO2] the name of this device stands there already", async () => {
  const fake = createFakeSharing();
  await mount(fake, 360, "bob");
  await page.getByRole("button", { name: "请求加入" }).click();
  expect(fake.did).toEqual([["ask", "bob"]]);
});

test("[JO2] from asking to the case: each state takes over the focus that would be lost, and the case opens once", async () => {
  const fake = createFakeSharing();
  const { host, log } = await mount(fake, 360, "bob");
  await page.getByRole("button", { name: "请求加入" }).click();
  fake.setJoin({ is: "calling" });
  await expect.element(page.getByRole("heading", { name: "正在连接" })).toHaveFocus();
  fake.setJoin({ is: "asking" });
  await expect.element(page.getByText(/点“与帮手一起办”/)).toBeVisible();
  fake.setJoin({ is: "comparing", code: "482913" });
  await expect.element(page.getByRole("heading", { name: "核对这六位数字" })).toBeVisible();
  expect(host.querySelector("[data-digits] [aria-hidden]")?.textContent).toBe("482 913");
  expect(host.textContent).toContain("不要用发链接的那个聊天发数字");
  expect(log.executed).toEqual([]);
  fake.setJoin({ is: "fetching" });
  await expect.element(page.getByText("请开着这个页面。")).toBeVisible();
  fake.setJoin({ is: "joined", caseId: CASE, role: "helper" });
  await expect.poll(() => log.executed).toEqual([{ command: "case.open", arg: { caseId: CASE } }]);
  await page.getByRole("button", { name: "打开案件" }).click();
  expect(log.executed).toHaveLength(2);
});

test("[JO4] a case that was joined before is not opened by merely looking", async () => {
  const { log } = await mount(at({ is: "joined", caseId: CASE, role: "viewer" }));
  await expect.element(page.getByText("您能看，不能改。断网也能看。")).toBeVisible();
  expect(log.executed).toEqual([]);
});

test("[JO2] digits that differ: one leaves, and is told to have it refused", async () => {
  const fake = at({ is: "comparing", code: "482913" });
  const { host } = await mount(fake);
  expect(host.textContent).toContain("也请那边点“不一样”");
  await page.getByRole("button", { name: "不一样，不加入" }).click();
  expect(fake.did).toEqual([["leave"]]);
});

test("[JO1] without a network it is tried again under the same name", async () => {
  const fake = createFakeSharing();
  await mount(fake, 360, "bob");
  fake.setJoin({ is: "offline" });
  await page.getByRole("button", { name: "再试一次" }).click();
  expect(fake.did).toEqual([["ask", "bob"]]);
});

const ends: readonly (readonly [JoinState["is"], JoinState, string])[] = [
  ["refused", { is: "refused" }, "请打电话问清楚，再要一个新链接"],
  ["closed", { is: "closed" }, "请打电话要一个新链接"],
  ["doubtful", { is: "doubtful" }, "别再用这个链接"],
  ["unsupported", { is: "unsupported" }, "请更新浏览器"],
  ["no_invite", { is: "no_invite" }, "请重新点开收到的链接"],
];
test.each(ends)("[JO4] %s says what to do next and leads away", async (is, state, words) => {
  const { host, log } = await mount(at(state));
  expect(host.querySelector(`[data-state=${is}]`)?.textContent).toContain(words);
  await page.getByRole("button", { name: "去今天" }).click();
  expect(log.executed).toEqual([{ command: "open today", arg: undefined }]);
});

const states: readonly JoinState[] = [
  { is: "ready" },
  { is: "calling" },
  { is: "asking" },
  { is: "comparing", code: "482913" },
  { is: "fetching" },
  { is: "joined", caseId: CASE, role: "owner" },
  { is: "refused" },
  { is: "offline" },
];
test.each([
  [360, "zh-CN"],
  [360, "en"],
  [900, "zh-CN"],
] as const)("[A6] axe finds nothing at %i px in %s in any state", async (width, lang) => {
  const fake = createFakeSharing();
  const { findings, setLang, host } = await mount(fake, width);
  setLang(lang);
  for (const state of states) {
    fake.setJoin(state);
    expect([state.is, await findings()]).toEqual([state.is, []]);
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
  }
});
