/** The switch for direct ways, in a real browser: off at first, what it tells before it is pressed, and what is so afterwards. */
import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { createMemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import { ShareView } from "./ShareView.tsx";
import { createFakeSharing, type FakeSharing } from "./sharing.fixture.ts";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});
const mount = async (fake: FakeSharing): Promise<HTMLElement> => {
  mounted = await mountPage(page, ShareView, () => createMemoryCase({ title: "年卡", category: "membership" }), {
    width: 360,
    more: { sharing: fake.sharing },
  });
  const part = mounted.host.querySelector<HTMLElement>("[data-direct]");
  if (part === null) throw new Error("no part about direct ways");
  return part;
};
const box = (part: HTMLElement): HTMLInputElement => {
  const found = part.querySelector("input");
  if (found === null) throw new Error("no box");
  return found;
};

test("[FR6] off at first, and what it tells others is said beside it before it is pressed", async () => {
  const part = await mount(createFakeSharing({}));
  expect(part.dataset["direct"]).toBe("off");
  expect(box(part).checked).toBe(false);
  expect(part.textContent).toContain("成员能看到您的网络地址");
  expect(part.querySelector("[role=status]")?.textContent).toBe("");
});

test("[FR6] switched on it waits, then names who is joined; somebody without a name too", async () => {
  const fake = createFakeSharing({});
  const part = await mount(fake);
  box(part).click();
  await expect.poll(() => part.dataset["direct"]).toBe("on");
  expect(fake.did).toContainEqual(["setDirect", true]);
  const said = (): string => part.querySelector("[role=status]")?.textContent?.trim() ?? "";
  expect(said()).toBe("还没有和谁直接连上。");
  fake.change({ direct: { is: "on", joined: ["bob", undefined] } });
  expect(said()).toContain("bob");
  expect(said()).toContain("没写名字的成员");
});

test("[FR6, I10] a setting that could not be kept is told, and the box shows what is so", async () => {
  const fake = createFakeSharing({});
  const part = await mount(fake);
  fake.refuse({ kind: "store", code: "quota" });
  box(part).click();
  await expect.poll(() => part.querySelector("[role=alert]")?.textContent).toContain("没能记下");
  expect(box(part).checked).toBe(false);
});

test("[FR6] a browser without it says so and offers nothing to press", async () => {
  const part = await mount(createFakeSharing({ direct: { is: "impossible", joined: [] } }));
  expect(part.querySelector("input")).toBeNull();
  expect(part.textContent).toContain("不支持直接连接");
});
