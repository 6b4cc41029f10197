/** Files of a shared case in a real browser: what is saved under which passphrase, and when the recovery task is done. */
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createMemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import { PROPOSED } from "./casebox-files.fixture.ts";
import { createFakeSharing, type FakeSharing } from "./sharing.fixture.ts";
import { ShareView } from "./ShareView.tsx";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});
const files: string[] = [];
const mount = async (fake: FakeSharing, width = 900): Promise<MountedPage> => {
  files.length = 0;
  return (mounted = await mountPage(
    page,
    ShareView,
    () => createMemoryCase({ title: "视频会员年卡", category: "membership" }),
    { width, more: { sharing: fake.sharing, download: (name) => void files.push(name) } },
  ));
};
const dialog = (): ReturnType<typeof page.getByRole> => page.getByRole("dialog");

test("[FI1] changes for a helper are saved at once, without a passphrase, and it is said what to do with the file", async () => {
  const fake = createFakeSharing({});
  const { log } = await mount(fake);
  await page.getByRole("button", { name: "发一份改动给帮手" }).click();
  await expect.poll(() => files).toEqual(["recourse-share-0123abcd.casebox"]);
  expect(fake.did).toEqual([["share"]]);
  expect(log.toasts.join()).toContain("请那边点“打开 .casebox 文件”");
});

test("[FI1] a file that could not be written says so", async () => {
  const fake = createFakeSharing({});
  fake.files.refuse({ kind: "store" });
  const { log } = await mount(fake);
  await page.getByRole("button", { name: "发一份改动给帮手" }).click();
  await expect.poll(() => log.toasts).toEqual(["没能写成文件，案件没有变。请再试一次。"]);
  expect(files).toEqual([]);
});

test("[FI1] a backup is locked with the proposed passphrase, which is shown, warned of, and shown once more when saved", async () => {
  const fake = createFakeSharing({});
  await mount(fake);
  const release = fake.files.hold();
  await page.getByRole("button", { name: "备份到文件" }).click();
  await expect.element(dialog().getByText(PROPOSED)).toBeVisible();
  await expect.element(dialog().getByText(/忘了口令，这个文件谁也打不开/)).toBeVisible();
  await expect.element(dialog().getByText(/没有证据的原文件/)).toBeVisible();
  await dialog().getByRole("button", { name: "上锁并保存" }).click();
  await expect.element(dialog().getByRole("progressbar")).toBeVisible();
  // Pressed twice, made once.
  dialog()
    .getByRole("button", { name: "上锁并保存" })
    .element()
    .dispatchEvent(new MouseEvent("click", { bubbles: true }));
  release();
  await expect.element(dialog().getByRole("heading", { name: "备份已存下" })).toHaveFocus();
  expect(fake.did).toEqual([["backup", PROPOSED]]);
  expect(files).toEqual(["recourse-backup-0123abcd.casebox"]);
  await expect.element(dialog().getByText(PROPOSED)).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole("button", { name: "备份到文件" })).toHaveFocus();
});

test("[FI1] one's own passphrase has 14 characters at least; by keyboard alone", async () => {
  const fake = createFakeSharing({});
  await mount(fake);
  await page.getByRole("button", { name: "备份到文件" }).click();
  await page.getByRole("radio", { name: "用我自己的口令" }).click();
  const field = dialog().getByRole("textbox", { name: "自己的口令" });
  // 13 characters, spaces around not counted.
  await field.fill("  一二三四五六七八九十一二三 ");
  await userEvent.keyboard("{Enter}");
  await expect.element(dialog().getByText("现在是 13 个字，至少要 14 个。再加一两个词。")).toBeVisible();
  await expect.element(field).toHaveFocus();
  expect(fake.did).toEqual([]);
  await field.fill("一二三四五六七八九十一二三四");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => fake.did).toEqual([["backup", "一二三四五六七八九十一二三四"]]);
});

test("[ME5] the recovery file is kept only when the person says so; then the task is gone", async () => {
  const fake = createFakeSharing({ needsRecovery: true });
  const { host } = await mount(fake);
  const task = (): Element | null => host.querySelector("[data-recovery-task]");
  await page.getByRole("button", { name: "保存恢复文件" }).first().click();
  await expect.element(dialog().getByText(/不要发给帮手/)).toBeVisible();
  await expect.element(dialog().getByText(PROPOSED)).toBeVisible();
  await dialog().getByRole("button", { name: "上锁并保存" }).click();
  await dialog().getByRole("button", { name: "还没有" }).click();
  expect(fake.did).toEqual([["recovery", PROPOSED]]);
  expect(task()).not.toBeNull();
  await page.getByRole("button", { name: "保存恢复文件" }).first().click();
  await expect.element(dialog().getByText(PROPOSED)).toBeVisible();
  await dialog().getByRole("button", { name: "上锁并保存" }).click();
  await dialog().getByRole("button", { name: "放好了" }).click();
  await expect.poll(() => fake.did.map(([act]) => act)).toEqual(["recovery", "recovery", "recoveryKept"]);
  await expect.poll(task).toBeNull();
});

test("[ME5] where nothing is left to make it from, that is said, with what helps", async () => {
  const fake = createFakeSharing({});
  fake.files.refuse({ kind: "not_here" });
  const { host } = await mount(fake);
  await page.getByRole("button", { name: "保存恢复文件" }).click();
  await expect.element(dialog().getByText(PROPOSED)).toBeVisible();
  await dialog().getByRole("button", { name: "上锁并保存" }).click();
  await expect.element(dialog().getByText(/再加一台自己的设备/)).toBeVisible();
  expect(host.querySelector("[data-trouble=not_here]")).not.toBeNull();
  expect(files).toEqual([]);
});

test("[S3] a helper saves no recovery file; who is out sends nothing", async () => {
  const fake = createFakeSharing({ role: "helper", needsRecovery: true });
  const { host } = await mount(fake);
  const labels = (): readonly string[] =>
    [...host.querySelectorAll("[data-files] li button")].map((each) => each.textContent ?? "");
  expect(labels()).toEqual(["发一份改动给帮手", "备份到文件"]);
  fake.change({ role: "out" });
  await expect.poll(labels).toEqual(["备份到文件"]);
});

test.each([
  [900, "zh-CN"],
  [360, "zh-CN"],
  [360, "en"],
] as const)("[A6] axe finds nothing at %i px in %s, asked for and saved", async (width, lang) => {
  const fake = createFakeSharing({ needsRecovery: true });
  const { findings, setLang, host } = await mount(fake, width);
  setLang(lang);
  expect(await findings()).toEqual([]);
  host.querySelector<HTMLElement>("[data-recovery-task] button:last-child")?.click();
  await expect.element(dialog().getByText(PROPOSED)).toBeVisible();
  expect(await findings()).toEqual([]);
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
  host.querySelector<HTMLElement>("dialog [type=submit]")?.click();
  await expect.poll(() => host.querySelector("[data-saved=recovery]")).not.toBeNull();
  expect(await findings()).toEqual([]);
});
