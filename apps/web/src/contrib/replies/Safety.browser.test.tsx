/** What to be careful of, in a real browser: a card that stops, steps that are ticked, and where each card leads. */
import { instant } from "@recourse/core";
import { loadFullPack } from "@recourse/pack-cn";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { createIds, createMemoryCase, FIXTURE_NOW, type MemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage, type PageOptions } from "../../parts/mounted-page.fixture.tsx";
import { SafetyView } from "./SafetyView.tsx";

/** What danger sounds like comes with the long texts. */
const full = await loadFullPack();

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});
const mount = async (make: () => MemoryCase, options?: PageOptions): Promise<MountedPage> =>
  (mounted = await mountPage(page, SafetyView, make, options));

const order = { number: "1", item: "年卡", paidFen: 29_900, orderedAt: instant("2024-05-01T10:02:31+08:00") };
const payFirst = (): MemoryCase => {
  const of = createMemoryCase({ title: "年卡", category: "membership", order });
  of.must("reply.record", {
    at: instant("2024-05-04T10:00:00+08:00"),
    as: "danger",
    text: "请先交200元解冻费",
    phrase: "先交200元解冻",
  });
  return of;
};
const shop = (): MemoryCase => {
  const of = createMemoryCase({ title: "刷量", category: "engagement", order });
  of.must("case.edit", { set: { situation: "business" } });
  return of;
};
const card = (host: HTMLElement, code: string): HTMLElement | null =>
  host.querySelector(`[data-safety-card="${code}"]`);
const steps = ["G1.stop", "G1.keep", "G1.provider", "G1.police"];

describe("[G1] money first", () => {
  test("[G1] it stops; ticking is kept, the focus stays on the step; done, it stands there quietly", async () => {
    const { host, of } = await mount(payFirst);
    expect(card(host, "G1.pay_first")?.getAttribute("role")).toBe("alert");
    for (const step of steps) {
      const box = host.querySelector<HTMLInputElement>(`[data-step="${step}"]`);
      box?.focus();
      box?.click();
      await expect.poll(() => of.live.all("answer").some((a) => a.question === step && a.value === "yes")).toBe(true);
      expect(document.activeElement?.getAttribute("data-step")).toBe(step);
    }
    expect(card(host, "G1.pay_first")?.getAttribute("role")).toBe("note");
    expect(of.live.safety()[0]?.severity).toBe("quiet");
  });

  test("[G1] nothing on the card answers them", async () => {
    const { host } = await mount(payFirst);
    expect(card(host, "G1.pay_first")?.querySelectorAll("button")).toHaveLength(0);
  });
});

describe("where cards lead", () => {
  test("[G1] a message that sounds like it is looked at where it stands", async () => {
    const { log, of } = await mount(() => {
      const made = createMemoryCase({ title: "年卡", category: "membership", order }, createIds(), full);
      made.must("communication.add", {
        at: FIXTURE_NOW,
        direction: "theirs",
        medium: "chat",
        sender: "客服",
        text: "请先交200元解冻费",
      });
      return made;
    });
    await page.getByRole("button", { name: "这算答复吗" }).click();
    expect(log.executed.at(-1)).toEqual({
      command: "reply.add",
      arg: { caseId: of.live.caseId, communication: of.live.ids("communication")[0] },
    });
  });

  test("[G5] a minor: a parent or guardian is entered first", async () => {
    const { log } = await mount(() => createMemoryCase({ title: "充值", category: "topup", payerAge: 16, order }));
    await page.getByRole("button", { name: /家长或监护人/ }).click();
    expect(log.executed.at(-1)).toMatchObject({
      command: "case.ask",
      arg: { command: "party.add", data: { role: "guardian" } },
    });
  });

  test("[L6] for a shop: a lawyer before anything", async () => {
    const { log } = await mount(shop);
    await page.getByRole("button", { name: "去哪里问律师" }).click();
    expect(log.executed.at(-1)).toMatchObject({ command: "doors.open", arg: { channel: "legal_help" } });
  });

  test("[G6] a pause is a quiet card; nothing of it is kept, opened or put into an address", async () => {
    const { host, of, log } = await mount(() => {
      const made = createMemoryCase({ title: "年卡", category: "membership", order });
      made.must("communication.add", {
        at: FIXTURE_NOW,
        direction: "mine",
        medium: "chat",
        sender: "我",
        text: "我不想活了",
      });
      return made;
    });
    expect(card(host, "G6.pause")?.getAttribute("role")).toBe("note");
    expect(card(host, "G6.pause")?.querySelectorAll("button, input")).toHaveLength(0);
    expect(of.live.all("event")).toEqual([]);
    expect(log.executed).toEqual([]);
  });

  test("[A6] nothing to be careful of says so, and leads back", async () => {
    const { host, log } = await mount(() => createMemoryCase({ title: "年卡", category: "membership", order }));
    expect(host.textContent).toContain("现在没有要特别小心的");
    await page.getByRole("button", { name: "回到案件" }).click();
    expect(log.executed.at(-1)?.command).toBe("case.open");
  });
});

test.each([
  ["money first", payFirst, 900],
  ["money first, on a phone", payFirst, 360],
  ["a shop, on a phone", shop, 360],
] as const)("[A6] axe finds nothing, and nothing is lower than a finger: %s", async (_name, make, width) => {
  const { findings } = await mount(make, { width });
  expect(await findings()).toEqual([]);
});
