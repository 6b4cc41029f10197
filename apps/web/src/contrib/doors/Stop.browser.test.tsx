/** Stopping, weighed in a real browser: figures only, hours of one's own, and both ways on of equal rank. */
import { instant } from "@recourse/core";
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createMemoryCase, type MemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import { StopView } from "./StopView.tsx";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});
const small = (): MemoryCase =>
  createMemoryCase({
    title: "小单",
    category: "other",
    order: { number: "1", item: "一单", paidFen: 3_000, orderedAt: instant("2024-05-01T10:02:31+08:00") },
  });
const mount = async (width = 900): Promise<MountedPage> =>
  (mounted = await mountPage(page, StopView, small, { width }));

test("[L7] the amount, the fee, and what an hour would bring by one's own estimate", async () => {
  const { host, of } = await mount();
  expect(host.querySelector("[data-line=amount]")?.textContent).toContain("30.00 元");
  expect(host.querySelector("[data-line=amount]")?.textContent).not.toContain("¥");
  // Up to 10,000 yuan a suit costs 50, half of it 25 (fees-13, fees-16).
  expect(host.querySelector("[data-line=fee]")?.textContent).toContain("50.00 元，减半是 25.00 元");
  const hours = page.getByRole("spinbutton", { name: "估计还要花几小时" });
  await hours.fill("4");
  await userEvent.tab();
  // 30.00 over 4 hours.
  await expect.poll(() => host.querySelector("[data-line=hours]")?.textContent).toContain("合每小时 7.50 元");
  expect(of.live.all("answer").map((a) => [a.question, a.value])).toEqual([["stop_hours", "4"]]);
  await hours.fill("");
  await userEvent.tab();
  await expect.poll(() => host.querySelector("[data-line=hours]")?.textContent).not.toContain("合每小时");
});

test("[L7] stopping asks how it ends; going on is kept and leads to the doors", async () => {
  const { log, of } = await mount();
  await page.getByRole("button", { name: "就到这里，结束这件事" }).click();
  expect(log.executed.at(-1)).toMatchObject({
    command: "case.ask",
    arg: { command: "case.close", data: { outcome: "stopped" } },
  });
  await page.getByRole("button", { name: "再看看别的渠道" }).click();
  expect(log.executed.at(-1)?.command).toBe("doors.open");
  expect(of.live.channels().some((c) => c.id === "stop_here" && c.recommended)).toBe(false);
});

test("[L7] the limit below which one is asked can be changed", async () => {
  const { log } = await mount();
  await page.getByRole("button", { name: "改这个数" }).click();
  expect(log.executed.at(-1)).toMatchObject({
    arg: { command: "override.add", data: { packPath: "defaults.stopBelowFen" } },
  });
});

test.each([900, 360])(
  "[A6] axe finds nothing at %i px, and nothing is lower than a finger on a phone",
  async (width) => {
    const { findings } = await mount(width);
    expect(await findings()).toEqual([]);
  },
);
