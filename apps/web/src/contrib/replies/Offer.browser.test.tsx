/** An offer in a real browser: what taking it gives up stands first; the answer is the person's and has its time. */
import { instant } from "@recourse/core";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { createMemoryCase, type MemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage, type PageOptions } from "../../parts/mounted-page.fixture.tsx";
import { OfferPage } from "./OfferPage.tsx";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});

const offered =
  (more: Readonly<Record<string, unknown>> = {}) =>
  (): MemoryCase => {
    const of = createMemoryCase({
      title: "年卡",
      category: "membership",
      purpose: "life",
      respondent: { name: "某某视频科技有限公司" },
      order: { number: "1", item: "年卡", paidFen: 29_900, orderedAt: instant("2024-05-01T10:02:31+08:00") },
    });
    of.must("offer.record", {
      at: instant("2024-05-03T10:00:00+08:00"),
      form: "money",
      amountFen: 5_000,
      asks: "withdraw",
      ...more,
    });
    return of;
  };
const mount = async (make: () => MemoryCase = offered(), options?: PageOptions): Promise<MountedPage> =>
  (mounted = await mountPage(page, OfferPage, make, { rest: (of) => of.live.ids("offer")[0], ...options }));
const stateOf = (of: MemoryCase) => of.live.offers().map(({ side, status, amountFen }) => [side, status, amountFen]);

test("[X11] money first, then the withdrawal: it stands before the buttons that answer", async () => {
  const { host } = await mount();
  const text = host.textContent;
  expect(text).toContain("先到账，再撤回");
  expect(text.indexOf("先到账，再撤回")).toBeLessThan(text.indexOf("我接受了"));
  // 299.00 − 50.00.
  expect(text).toContain("其余的 249.00 元");
});

test("[X11] taken: it is said that taking is not the money, and where to check", async () => {
  const { of, host, log } = await mount();
  await page.getByRole("button", { name: "我接受了" }).click();
  expect(stateOf(of)).toEqual([["theirs", "accepted", 5_000]]);
  expect(host.textContent).toContain("钱在账单里看到，才算到账");
  await page.getByRole("button", { name: "核对到账" }).click();
  expect(log.executed.at(-1)).toMatchObject({ command: "case.open", arg: { view: "settlement" } });
});

test("[X11] answered with an offer of one's own, which asks for nothing in return", async () => {
  const { of, host } = await mount();
  await page.getByRole("button", { name: "我另提一个" }).click();
  expect(host.querySelectorAll("[data-offer-fields] select")).toHaveLength(1);
  await page.getByRole("textbox", { name: "多少元" }).fill("250");
  await page.getByRole("button", { name: "记下我的方案" }).click();
  expect(stateOf(of)).toEqual([
    ["theirs", "countered", 5_000],
    ["mine", "open", 25_000],
  ]);
  expect(host.textContent).toContain("等对方答复");
});

test("[X11] answered when it was: a moment before the offer is refused and said", async () => {
  const { of, log } = await mount();
  await page.getByLabelText(/什么时候答复的/).fill("2024-05-02T10:00");
  await page.getByRole("button", { name: "我没有接受" }).click();
  expect(stateOf(of)).toEqual([["theirs", "open", 5_000]]);
  expect(log.toasts).toHaveLength(1);
});

test("[X11] lapsed it can still be said to have been taken in time, and not afterwards", async () => {
  const lapsed = offered({ expiresAt: instant("2024-05-04T10:00:00+08:00") });
  const { of } = await mount(lapsed);
  expect(stateOf(of)).toEqual([["theirs", "expired", 5_000]]);
  await page.getByRole("button", { name: "我接受了" }).click();
  expect(stateOf(of)).toEqual([["theirs", "expired", 5_000]]);
  await page.getByLabelText(/什么时候答复的/).fill("2024-05-03T18:00");
  await page.getByRole("button", { name: "我接受了" }).click();
  expect(stateOf(of)).toEqual([["theirs", "accepted", 5_000]]);
});

describe("[A6] the page", () => {
  test.each([900, 360])(
    "[A6] axe finds nothing at %i px, and nothing is lower than a finger on a phone",
    async (width) => {
      const { findings } = await mount(offered(), { width });
      await page.getByRole("button", { name: "我另提一个" }).click();
      expect(await findings()).toEqual([]);
    },
  );
});
