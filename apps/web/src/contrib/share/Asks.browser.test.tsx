/** What is asked of each other in a real browser: asked, done, refused, taken back, and only by who may write. */
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createMemoryCase, type MemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import { createFakeSharing, type SharedFacts } from "./sharing.fixture.ts";
import { ShareView } from "./ShareView.tsx";

let mounted: MountedPage | undefined;
let of: MemoryCase | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});
const mount = async (facts: Partial<SharedFacts> = {}): Promise<MountedPage> =>
  (mounted = await mountPage(
    page,
    ShareView,
    () => (of = createMemoryCase({ title: "视频会员年卡", category: "membership" })),
    { width: 360, more: { sharing: createFakeSharing(facts).sharing } },
  ));
const section = (): ReturnType<typeof page.getByRole> => page.getByRole("region", { name: "互相请求" });
const asked = (): readonly { readonly text: string; readonly to: string; readonly state: string }[] =>
  of?.live.all("request") ?? [];

test("[P5] the owner asks a helper by keyboard, and the case holds it; nothing is asked with nothing written", async () => {
  await mount();
  await expect.element(section().getByText("现在没有请求。")).toBeVisible();
  await section().getByLabelText("请帮手做什么").click();
  await userEvent.keyboard("{Enter}");
  await expect.element(section().getByText("请先写要做什么。")).toBeVisible();
  expect(asked()).toEqual([]);
  await userEvent.keyboard("请核对订单号{Enter}");
  await expect.element(section().getByText("请核对订单号")).toBeVisible();
  expect(asked().map(({ text, to, state }) => [text, to, state])).toEqual([["请核对订单号", "helper", "open"]]);
});

test("[P5] a helper asks the owner; done it is folded away, and can be taken back", async () => {
  const { log } = await mount({ role: "helper" });
  await section().getByLabelText("请案件主人做什么").fill("请补完整聊天");
  await section().getByRole("button", { name: "提出请求" }).click();
  await section().getByRole("button", { name: "已做好" }).click();
  await expect.poll(() => asked().map(({ state }) => state)).toEqual(["done"]);
  await expect.element(section().getByText("处理过的 1 项")).toBeVisible();
  expect(log.toasts).toContain("已标为做好。");
});

test("[S3] who may only view sees what is asked and can change nothing of it", async () => {
  await mount({ role: "viewer" });
  of?.live.run("request.add", { text: "请补完整聊天", to: "owner", state: "open" });
  await expect.element(section().getByText("请补完整聊天")).toBeVisible();
  expect(section().getByRole("button").elements()).toEqual([]);
  expect(section().getByRole("textbox").elements()).toEqual([]);
});
