/** Where to go next in a real browser: what to look at first, what is shut and by which provision, and where each button leads. */
import { instant } from "@recourse/core";
import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createMemoryCase, FIXTURE_NOW, type MemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage, type PageOptions } from "../../parts/mounted-page.fixture.tsx";
import { DoorsView } from "./DoorsView.tsx";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});
const mount = async (make: () => MemoryCase, options?: PageOptions): Promise<MountedPage> =>
  (mounted = await mountPage(page, DoorsView, make, options));

const order = (paidFen: number) => ({
  number: "VIP-1",
  item: "年卡",
  paidFen,
  orderedAt: instant("2024-05-01T10:02:31+08:00"),
});
const membership = (): MemoryCase =>
  createMemoryCase({
    title: "年卡",
    category: "membership",
    purpose: "life",
    paidTo: "merchant",
    respondent: { name: "某某视频科技有限公司" },
    order: order(29_900),
  });
const minor = (): MemoryCase =>
  createMemoryCase({
    title: "充值",
    category: "topup",
    payerAge: 16,
    respondent: { name: "某某互娱有限公司" },
    order: order(64_800),
  });
/** The consumer association took it up. */
function associationAccepted(): MemoryCase {
  const of = membership();
  const [filing] = of.must("filing.add", { channel: "consumer_association" });
  for (const type of ["filing.submitted", "filing.accepted"])
    of.must("event.append", { type, at: FIXTURE_NOW, data: { filing, channel: "consumer_association" } });
  return of;
}
const door = (host: HTMLElement, channel: string): HTMLElement => {
  const found = host.querySelector<HTMLElement>(`[data-channel="${channel}"]`);
  if (found === null) throw new Error(`no door ${channel}`);
  return found;
};
const groupOf = (host: HTMLElement, channel: string) =>
  door(host, channel).closest("[data-group]")?.getAttribute("data-group");

describe("[X16] what to look at", () => {
  test("[X16] the platform's own entry first, stopping beside it, then the usual order", async () => {
    const { host } = await mount(membership);
    const first = [...host.querySelectorAll("[data-group=next] [data-channel]")].map((e) =>
      e.getAttribute("data-channel"),
    );
    expect(first).toEqual(["platform_form", "stop_here"]);
    const way = [...host.querySelectorAll("[data-group=way] [data-channel]")].map((e) =>
      e.getAttribute("data-channel"),
    );
    expect(way).toEqual(["payment_dispute", "samr_complaint", "small_claims"]);
  });

  test("[L7] thirty yuan against nobody: stopping is the one to look at, and why", async () => {
    const { host, log } = await mount(() =>
      createMemoryCase({ title: "小单", category: "other", order: order(3_000) }),
    );
    expect(door(host, "stop_here").dataset["first"]).toBe("");
    expect(door(host, "stop_here").textContent).toContain("还查不到对方是谁");
    await page.getByRole("button", { name: "算一算", exact: true }).click();
    expect(log.executed.at(-1)?.command).toBe("stop.weigh");
  });

  test("[X10] accepted by the association, 12315 is shut by samr-121-16 without a press; before, it is open", async () => {
    const open = await mount(membership);
    expect([groupOf(open.host, "samr_complaint"), door(open.host, "samr_complaint").dataset["allowed"]]).toEqual([
      "way",
      "",
    ]);
    open.end();
    const { host } = await mount(associationAccepted);
    expect(groupOf(host, "samr_complaint")).toBe("shut");
    expect(door(host, "samr_complaint").dataset["allowed"]).toBeUndefined();
    const chips = [...door(host, "samr_complaint").querySelectorAll<HTMLElement>("[data-blocked] [data-basis]")];
    expect(chips.filter((e) => e.checkVisibility()).map((e) => e.dataset["basis"])).toEqual(["samr-121-16"]);
    // What is in hand stands first, with its own state.
    expect(host.querySelector("[data-group]")?.getAttribute("data-group")).toBe("running");
    expect(host.querySelector("[data-group=running]")?.textContent).toContain("已受理，正在处理");
  });

  test("[G5] a payer of sixteen: the reason is said once, a guardian can be entered right there, and stopping is not put first", async () => {
    const { host, log } = await mount(minor);
    const said = host.textContent.split("先登记家长或监护人，再办别的").length - 1;
    const shut = [...host.querySelectorAll<HTMLElement>("[data-group=shut] [data-blocked]")].filter((e) =>
      e.checkVisibility(),
    );
    expect(said).toBeGreaterThan(shut.length);
    expect(shut.filter((e) => e.textContent.includes("先登记家长或监护人"))).toHaveLength(1);
    expect(host.querySelector("[data-first]")).toBeNull();
    await page
      .getByRole("button", { name: /^填上：付款时 16 岁/ })
      .first()
      .click();
    expect(log.executed.at(-1)).toMatchObject({
      command: "case.ask",
      arg: { command: "party.add", data: { role: "guardian" } },
    });
  });

  test("[X7] each button leads on: a letter, a filing, the page about the channel", async () => {
    const { host, log } = await mount(membership);
    await page.getByRole("button", { name: "写给对方", exact: true }).click();
    door(host, "samr_complaint").querySelector("summary")?.click();
    await page.getByRole("button", { name: "准备提交：12315 投诉" }).click();
    door(host, "legal_help").querySelector("summary")?.click();
    await page.getByRole("button", { name: "看怎么做：法律咨询" }).click();
    expect(log.executed.map(({ command, arg }) => [command, arg])).toMatchObject([
      ["letter.open", { kind: "application" }],
      ["filing.prepare", { channel: "samr_complaint" }],
      ["rules.open", { channel: "legal_help" }],
    ]);
  });
});

describe("[A6] the page", () => {
  test("[A6] who opens it stands at its heading; an address that names a door stands at that door, unfolded", async () => {
    await mount(membership);
    await expect.poll(() => document.activeElement?.textContent).toBe("接下来去哪里");
    mounted?.end();
    const { host } = await mount(membership, { query: { channel: "samr_complaint" } });
    await expect.poll(() => document.activeElement).toBe(door(host, "samr_complaint").querySelector("summary"));
    expect(door(host, "samr_complaint").querySelector("details")?.open).toBe(true);
  });

  test("[A6] the focus stays where it is when that is still shown", async () => {
    const tab = document.createElement("button");
    document.body.append(tab);
    tab.focus();
    await mount(membership);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(document.activeElement).toBe(tab);
    tab.remove();
  });

  test("[A6] by keyboard alone: from the heading to the first button, to stopping, into the usual order", async () => {
    const { host, log } = await mount(membership);
    await expect.poll(() => document.activeElement?.tagName).toBe("H1");
    const heard: string[] = [];
    for (let n = 0; n < 12 && !heard.includes("SUMMARY"); n += 1) {
      await userEvent.tab();
      const { activeElement } = document;
      heard.push(activeElement?.tagName === "SUMMARY" ? "SUMMARY" : (activeElement?.textContent ?? ""));
    }
    expect(heard.indexOf("写给对方")).toBeGreaterThanOrEqual(0);
    expect(heard.indexOf("算一算")).toBeGreaterThan(heard.indexOf("写给对方"));
    await userEvent.keyboard("{Enter}");
    expect(host.querySelector<HTMLDetailsElement>("[data-channel=payment_dispute] details")?.open).toBe(true);
    expect(log.executed).toEqual([]);
  });

  test.each([
    ["a membership", membership, 900],
    ["a membership on a phone", membership, 360],
    ["one that is shut", associationAccepted, 360],
    ["a payer of sixteen", minor, 360],
    [
      "likes for a shop",
      () =>
        createMemoryCase({
          title: "刷量",
          category: "engagement",
          respondent: { name: "工作室" },
          order: order(60_000),
        }),
      900,
    ],
  ] as const)("[A6] axe finds nothing, and nothing is lower than a finger: %s", async (_name, make, width) => {
    const { findings, host } = await mount(make, { width });
    expect(await findings()).toEqual([]);
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
  });
});
