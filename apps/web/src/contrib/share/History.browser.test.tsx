/** Who changed what, and who is here, in a real browser. */
import type { Id, Instant } from "@recourse/core";
import { createRoot, createSignal } from "solid-js";
import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { createMemoryCase, createMemoryServices } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import type { HistoryEntry } from "../../services/sharing/sharing.ts";
import { shareContribution } from "./share.contribution.ts";
import { createFakeSharing, hoursAfter, type FakeSharing } from "./sharing.fixture.ts";
import { ShareView } from "./ShareView.tsx";

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
const ORDER = "01ARZ3NDEKTSV4RRFF00000001";
const entry = (n: number, at: Instant, more: Partial<HistoryEntry>): HistoryEntry => ({
  id: `h${n}`,
  name: "bob",
  isMe: false,
  at,
  kind: "order",
  record: ORDER,
  field: "number",
  value: "VIP-1",
  ...more,
});
const some: readonly HistoryEntry[] = [
  entry(9, hoursAfter(-1), { field: "number", value: "VIP-2" }),
  entry(8, hoursAfter(-1), { field: "paidFen", value: "22800" }),
  entry(7, hoursAfter(-1), { field: "exhibit", value: "01ARZ3NDEKTSV4RRFF00000002" }),
  entry(6, hoursAfter(-2), { isMe: true, kind: "exhibit", record: "x", field: "!", value: "true" }),
  entry(5, hoursAfter(-30), { name: undefined, kind: "note", field: "", value: undefined }),
  entry(4, hoursAfter(-30), { name: undefined, kind: "note", field: "text", value: "字".repeat(80) }),
  entry(3, hoursAfter(-31), { kind: "exhibit", field: "sha256", value: "a".repeat(64) }),
];
const read = (fake: FakeSharing): readonly unknown[] => fake.did.filter(([act]) => act === "history");
const open = async (): Promise<void> => page.getByText("谁在什么时候改了什么").click();

test("[R1] the log is read only when the history is opened, 50 entries and one more; more on demand", async () => {
  // 60 entries, each of its own moment: two pages.
  const fake = createFakeSharing({
    history: Array.from({ length: 60 }, (_, n) => entry(60 - n, hoursAfter(-n - 1), { value: `N-${60 - n}` })),
  });
  const { host } = await mount(fake);
  expect(read(fake)).toEqual([]);
  await open();
  await expect.poll(() => host.querySelectorAll("[data-change]").length).toBe(50);
  expect(read(fake)).toEqual([["history", 51]]);
  await page.getByRole("button", { name: "再看更早的" }).click();
  await expect.poll(() => host.querySelectorAll("[data-change]").length).toBe(60);
  expect(page.getByRole("button", { name: "再看更早的" }).elements()).toHaveLength(0);
});

test("[R1] changes are told by day, by whom, in plain words; neighbours of one moment are one", async () => {
  const { host } = await mount(createFakeSharing({ history: some }));
  await open();
  await expect.poll(() => host.querySelectorAll("[data-change]").length).toBe(4);
  const [edited = "", removed = "", added = "", unknown = ""] = [...host.querySelectorAll("[data-change]")].map(
    (each) => each.textContent ?? "",
  );
  expect(edited).toContain("bob 改了：订单");
  expect(edited).toContain("订单号 VIP-2");
  expect(edited).toContain("付了多少元 ¥228.00");
  // Whom an id points to nobody can read: the field alone is named.
  expect(edited).not.toContain("01ARZ3");
  expect(removed).toContain("您 拿掉了：证据");
  expect(added).toContain("没写名字的成员 加了：笔记");
  expect(added).toContain(`${"字".repeat(60)}…`);
  expect(added).not.toContain("字".repeat(61));
  expect(unknown).toContain("改了：证据");
  expect(unknown).not.toContain("sha256");
  expect(host.querySelectorAll("[data-history] h3")).toHaveLength(2);
});

test("[R1] without any change that is said", async () => {
  await mount(createFakeSharing({}));
  await open();
  await expect.element(page.getByText("开始共享以后还没有改动。")).toBeVisible();
});

test("[FR5] who looks and who writes is named while it is so", async () => {
  const fake = createFakeSharing({});
  const { host } = await mount(fake);
  const here = (): string => host.querySelector("[data-here]")?.textContent?.trim() ?? "";
  expect(here()).toBe("");
  fake.change({ present: [{ device: "b", name: "bob", view: "case", isTyping: false }] });
  await expect.poll(here).toBe("bob 正在看这个案件");
  fake.change({
    present: [
      { device: "b", name: "bob", view: "case", isTyping: true },
      { device: "b2", name: "bob", view: "case", isTyping: false },
      { device: "v", name: undefined, view: "letter", isTyping: false },
    ],
  });
  await expect.poll(here).toContain("没写名字的成员 正在看这个案件");
  expect(here()).toContain("bob 正在写");
  expect(here()).not.toContain("bob 正在看");
  fake.change({ present: [] });
  await expect.poll(here).toBe("");
});

test("[FR5] the others are told while the case is in view, and when it no longer is", () => {
  const fake = createFakeSharing();
  const looks = (): readonly unknown[] => fake.did.filter(([act]) => act === "looksAt");
  const { caseId, setActive, end, dispose } = createRoot((disposeAll) => {
    const { live } = createMemoryCase({ title: "视频会员年卡", category: "membership" });
    const { services: base } = createMemoryServices(live);
    const [active, set] = createSignal<Id | undefined>(live.caseId);
    const { services } = createMemoryServices(live, {
      sharing: fake.sharing,
      desk: { ...base.desk, activeCase: active },
    });
    return {
      caseId: live.caseId,
      setActive: set,
      end: shareContribution.activate?.(services),
      dispose: disposeAll,
    };
  });
  // It was never shared: nobody is told anything.
  expect(looks()).toEqual([]);
  void fake.sharing.begin(caseId);
  fake.finish();
  expect(looks()).toEqual([["looksAt", "case"]]);
  setActive(undefined);
  expect(looks().at(-1)).toEqual(["looksAt", undefined]);
  setActive(caseId);
  expect(looks().at(-1)).toEqual(["looksAt", "case"]);
  end?.();
  expect(looks().at(-1)).toEqual(["looksAt", undefined]);
  dispose();
});

test.each([
  [900, "zh-CN"],
  [360, "zh-CN"],
  [360, "en"],
] as const)("[A6] axe finds nothing at %i px in %s", async (width, lang) => {
  const fake = createFakeSharing({
    history: some,
    present: [{ device: "b", name: "bob", view: "case", isTyping: false }],
  });
  const { findings, setLang, host } = await mount(fake, width);
  setLang(lang);
  host.querySelector<HTMLDetailsElement>("[data-history]")?.setAttribute("open", "");
  await expect.poll(() => host.querySelectorAll("[data-change]").length).toBe(4);
  expect(await findings()).toEqual([]);
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
});
