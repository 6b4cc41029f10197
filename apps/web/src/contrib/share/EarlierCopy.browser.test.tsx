/** The copy of before, in a real browser: not there, saved as a file, given up only after asking. */
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
const saved: string[] = [];
const mount = async (fake: FakeSharing): Promise<HTMLElement> => {
  saved.length = 0;
  mounted = await mountPage(page, ShareView, () => createMemoryCase({ title: "年卡", category: "membership" }), {
    width: 360,
    more: { sharing: fake.sharing, download: (name) => void saved.push(name) },
  });
  return mounted.host;
};
const press = (host: ParentNode, name: string): void => {
  const found = [...host.querySelectorAll("button")].findLast((each) => each.textContent?.trim() === name);
  if (found === undefined) throw new Error(`no button ${name}`);
  found.click();
};

test("[R8] without another copy nothing is said", async () => {
  expect((await mount(createFakeSharing({}))).querySelector("[data-earlier]")).toBeNull();
});

test("[R8] the copy of before is named, and saved as a file that can be compared", async () => {
  const fake = createFakeSharing({ earlier: true });
  const host = await mount(fake);
  expect(host.querySelector("[data-earlier]")?.textContent).toContain("不会自己合进来");
  press(host, "存成案件存档");
  await expect.poll(() => saved).toEqual(["年卡.recourse.zip"]);
  // Saving gives nothing up.
  expect(host.querySelector("[data-earlier]")).not.toBeNull();
});

test("[R8] it is given up only after it was asked for, and the part is gone", async () => {
  const fake = createFakeSharing({ earlier: true });
  const host = await mount(fake);
  press(host, "不要那一份了");
  await expect.poll(() => document.querySelector("dialog[open], [role=dialog]")?.textContent).toContain("不能恢复");
  expect(fake.did).not.toContainEqual(["earlier.drop"]);
  press(document, "不要那一份了");
  await expect.poll(() => host.querySelector("[data-earlier]")).toBeNull();
});
