/** Taking `.casebox` files in a real browser: what they brought, what was wrong with them, and restoring a case on a new phone. */
import { err, ok } from "@recourse/core";
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createMemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import type { FileTrouble } from "../../services/sharing/casebox-files.ts";
import { taken, TAKEN_CASE } from "./casebox-files.fixture.ts";
import { JoinView } from "./JoinView.tsx";
import { createFakeSharing, type FakeSharing } from "./sharing.fixture.ts";
import { TakeView } from "./TakeView.tsx";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});
const mount = async (fake: FakeSharing, width = 360, View = TakeView): Promise<MountedPage> =>
  (mounted = await mountPage(page, View, () => createMemoryCase({ title: "别的案件", category: "other" }), {
    width,
    more: { sharing: fake.sharing },
  }));
const file = (name: string): File => new File(["x"], name);
const give = async (within: Element, given: File): Promise<void> => {
  const input = within.querySelector<HTMLInputElement>("input[type=file]");
  if (input === null) throw new Error("no place for a file");
  await userEvent.upload(input, given);
};

test("[FI2] a share file is read without a passphrase; what came is said in numbers, and the case opens", async () => {
  const fake = createFakeSharing();
  fake.files.brings(ok(taken({ added: 12, known: 30, waiting: 2, refused: 1, isDamaged: true })));
  const { host, log } = await mount(fake);
  await give(host, file("recourse-share.casebox"));
  await expect.element(page.getByRole("heading", { name: "已读完" })).toHaveFocus();
  expect(fake.did).toEqual([["take", "recourse-share.casebox", undefined]]);
  const lines = [...host.querySelectorAll("[data-casebox] li")].map((each) => each.textContent);
  expect(host.querySelector("[data-casebox]")?.textContent).toContain("recourse-share.casebox");
  expect(lines[0]).toBe("新来的 12 条");
  expect(lines[1]).toBe("原来就有的 30 条");
  expect(lines[2]).toContain("先留着的 2 条");
  expect(lines[3]).toContain("没有收的 1 条");
  expect(host.querySelector("[data-damaged]")?.textContent).toContain("请再要一份完整的");
  await page.getByRole("button", { name: "打开案件" }).click();
  expect(log.executed).toEqual([{ command: "case.open", arg: { caseId: TAKEN_CASE } }]);
});

test("[FI2] a file that brings nothing new says so, and nothing else", async () => {
  const fake = createFakeSharing();
  fake.files.brings(ok(taken({ added: 0, known: 42 })));
  const { host } = await mount(fake);
  await give(host, file("a.casebox"));
  await expect.element(page.getByText("没有新的：文件里的这里都有了。")).toBeVisible();
  expect(host.querySelectorAll("[data-casebox] li")).toHaveLength(1);
  expect(host.querySelector("[data-damaged]")).toBeNull();
});

test("[FI2] a dropped file is taken like a chosen one", async () => {
  const fake = createFakeSharing();
  const { host } = await mount(fake);
  const data = new DataTransfer();
  data.items.add(file("dropped.casebox"));
  host
    .querySelector("[role=group]")
    ?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  await expect.poll(() => fake.did).toEqual([["take", "dropped.casebox", undefined]]);
});

test("[FI1] a backup asks for its passphrase, by keyboard alone; a wrong one is asked for again", async () => {
  const fake = createFakeSharing();
  fake.files.brings(err({ kind: "passphrase_needed" }), err({ kind: "passphrase_wrong" }), ok(taken()));
  const { host } = await mount(fake);
  await give(host, file("b.casebox"));
  const field = page.getByRole("textbox", { name: "口令" });
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByText("请填口令。")).toBeVisible();
  expect(fake.did).toHaveLength(1);
  await userEvent.keyboard("abc{Enter}");
  await expect.element(page.getByText(/口令不对。请对着抄下的那一份再填一次/)).toBeVisible();
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard("d{Enter}");
  await expect.element(page.getByRole("heading", { name: "已读完" })).toBeVisible();
  expect(fake.did).toEqual([
    ["take", "b.casebox", undefined],
    ["take", "b.casebox", "abc"],
    ["take", "b.casebox", "abcd"],
  ]);
});

const troubles: readonly (readonly [FileTrouble["kind"], string])[] = [
  ["not_a_casebox", "请选名字以 .casebox 结尾的文件"],
  ["damaged", "请让对方重新发一次"],
  ["torn", "请等下载完"],
  ["too_large", "请确认没有选错文件"],
  ["newer_version", "请刷新页面更新应用"],
  ["wrong_kind", "要和备份一起用"],
  ["iterations", "请找发给您的人核实"],
  ["not_here", "请先让案件主人邀请您"],
  ["unlisted", "换一个"],
  ["no_key", "请联网"],
  ["no_genesis", "请换一份完整的备份"],
  ["store", "请腾出一些空间"],
];
test.each(troubles)("[FI1] [FI2] %s says what helps, and another file may be chosen", async (kind, words) => {
  const fake = createFakeSharing();
  fake.files.brings(err({ kind }));
  const { host } = await mount(fake);
  await give(host, file("a.casebox"));
  await expect.poll(() => host.querySelector(`[data-trouble=${kind}]`)?.textContent).toContain(words);
  expect(host.querySelector("[data-trouble]")?.textContent).toContain("“a.casebox”");
  await expect.element(page.getByRole("button", { name: "选文件" })).toHaveFocus();
});

test("[FI3] a backup of a case that is not here leads to restoring it; the old phone stays unless that is ticked", async () => {
  const fake = createFakeSharing();
  fake.files.brings(err({ kind: "passphrase_needed" }), err({ kind: "needs_recovery" }), ok(taken()));
  const { host } = await mount(fake);
  await give(host, file("backup.casebox"));
  await page.getByRole("textbox", { name: "口令" }).fill("backup phrase 1234");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("heading", { name: /用恢复文件找回/ })).toHaveFocus();
  await expect.element(page.getByText("已选 backup.casebox")).toBeVisible();
  await expect.element(page.getByRole("textbox", { name: "备份的口令" })).toHaveValue("backup phrase 1234");
  const lost = page.getByRole("checkbox", { name: "旧手机丢了，把它移出" });
  await expect.element(lost).not.toBeChecked();
  expect(host.querySelector("[data-restore]")?.textContent).toContain("不急就先不勾");
  // What is missing is said, and the focus goes there.
  await page.getByRole("button", { name: "找回案件" }).click();
  await expect.element(page.getByRole("button", { name: "选文件：恢复文件" })).toHaveFocus();
  expect(fake.did).toHaveLength(2);
  const place = host.querySelector("[data-file=recovery]");
  if (place === null) throw new Error("no place for the recovery file");
  await give(place, file("recovery.casebox"));
  await page.getByRole("textbox", { name: "恢复文件的口令" }).fill("recovery phrase 1");
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("heading", { name: "这台设备现在是案件主人的设备" })).toHaveFocus();
  expect(fake.did.at(-1)).toEqual([
    "restore",
    ["backup.casebox", "backup phrase 1234"],
    ["recovery.casebox", "recovery phrase 1"],
    false,
  ]);
  expect(host.querySelector("[data-old-phone=later]")?.textContent).toContain("旧手机还在名单里");
});

test("[FI3] ticked, the old phone is removed; a wrong passphrase leaves what was given", async () => {
  const fake = createFakeSharing();
  fake.files.brings(err({ kind: "passphrase_wrong" }), ok(taken()));
  const { host } = await mount(fake);
  await page.getByRole("button", { name: "手机丢了？用恢复文件找回案件" }).click();
  for (const what of ["backup", "recovery"]) {
    const place = host.querySelector(`[data-file=${what}]`);
    if (place === null) throw new Error("no place for a file");
    await give(place, file(`${what}.casebox`));
  }
  await page.getByRole("textbox", { name: "备份的口令" }).fill("one");
  await page.getByRole("textbox", { name: "恢复文件的口令" }).fill("two");
  await page.getByRole("checkbox").click();
  await page.getByRole("button", { name: "找回案件" }).click();
  await expect.element(page.getByText(/两个口令里有一个不对/)).toBeVisible();
  await expect.element(page.getByRole("textbox", { name: "备份的口令" })).toHaveValue("one");
  await page.getByRole("button", { name: "找回案件" }).click();
  await expect.poll(() => host.querySelector("[data-old-phone=out]")?.textContent).toContain("旧手机已移出");
  expect(fake.did.at(-1)?.at(-1)).toBe(true);
});

test("[FI2] without an invitation the page for joining takes files, too", async () => {
  const fake = createFakeSharing();
  fake.setJoin({ is: "no_invite" });
  const { host, findings } = await mount(fake, 360, JoinView);
  expect(host.querySelector("[data-take=choosing]")).not.toBeNull();
  expect(await findings()).toEqual([]);
  fake.setJoin({ is: "ready" });
  await expect.poll(() => host.querySelector("[data-take]")).toBeNull();
});

test.each([
  [900, "zh-CN"],
  [360, "zh-CN"],
  [360, "en"],
] as const)("[A6] axe finds nothing at %i px in %s, in every state", async (width, lang) => {
  const fake = createFakeSharing();
  fake.files.brings(
    err({ kind: "torn" }),
    err({ kind: "passphrase_needed" }),
    ok(taken({ waiting: 2, refused: 1, isDamaged: true })),
    err({ kind: "needs_recovery" }),
  );
  const { findings, setLang, host } = await mount(fake, width);
  setLang(lang);
  const now = (): string | null | undefined => host.querySelector("[data-take]")?.getAttribute("data-take");
  const check = async (): Promise<void> => {
    expect([now(), await findings()]).toEqual([now(), []]);
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
  };
  await check();
  await give(host, file("a.casebox"));
  await expect.poll(() => host.querySelector("[data-trouble=torn]")).not.toBeNull();
  await check();
  await give(host, file("recourse-backup-0123abcd.casebox"));
  await expect.poll(now).toBe("locked");
  await check();
  await userEvent.keyboard("some phrase{Enter}");
  await expect.poll(now).toBe("taken");
  await check();
  host.querySelector<HTMLElement>("[data-casebox] button:last-child")?.click();
  await expect.poll(now).toBe("choosing");
  await give(host, file("recourse-backup-0123abcd.casebox"));
  await expect.poll(now).toBe("restoring");
  host.querySelector<HTMLElement>("[type=submit]")?.click();
  await check();
});
