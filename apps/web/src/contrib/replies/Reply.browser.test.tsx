/** What they answered, in a real browser: how it counts is suggested with the words marked, and kept as the person says. */
import { instant } from "@recourse/core";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { createMemoryCase, FIXTURE_NOW, type MemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage, type PageOptions } from "../../parts/mounted-page.fixture.tsx";
import { ReplyView } from "./ReplyView.tsx";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});

const asked = (): MemoryCase => {
  const of = createMemoryCase({
    title: "年卡",
    category: "membership",
    purpose: "life",
    respondent: { name: "某某视频科技有限公司" },
    order: { number: "20240501001", item: "年卡", paidFen: 29_900, orderedAt: instant("2024-05-01T10:02:31+08:00") },
  });
  of.must("event.append", { type: "application.submitted", at: instant("2024-05-02T10:00:00+08:00") });
  return of;
};
const mount = async (options?: PageOptions, make: () => MemoryCase = asked): Promise<MountedPage> =>
  (mounted = await mountPage(page, ReplyView, make, options));

const words = () => page.getByRole("textbox", { name: "对方的原话" });
const chosen = (): string | undefined => document.querySelector<HTMLInputElement>("input[name=as]:checked")?.value;
const marked = (): string | undefined => document.querySelector("[data-suggested] mark")?.textContent;
const record = () => page.getByRole("button", { name: /^(就这样记下|记下来，看要做什么)$/ });
const replies = (of: MemoryCase) => of.live.all("event").filter((e) => e.type === "reply.received");

describe("[X5] how it counts is suggested", () => {
  test.each([
    ["虚拟服务不支持退款", "refused", "虚拟服务不支持退款"],
    ["我们会尽快反馈", "vague", "我们会尽快反馈"],
    ["先撤销投诉再退款，退您50元", "offer", "先撤销投诉再退款"],
    ["请先交200元解冻费", "danger", "先交200元解冻"],
  ] as const)("[X5] %s: %s", async (text, as, mark) => {
    await mount();
    await words().fill(text);
    await expect.poll(() => [chosen(), marked()]).toEqual([as, mark]);
  });

  test("[X5] what the person says counts, not what was suggested; then the next step is shown", async () => {
    const { of, log } = await mount();
    await words().fill("虚拟服务不支持退款");
    await expect.poll(chosen).toBe("refused");
    await page.getByRole("radio", { name: "没给准话" }).click();
    await record().click();
    expect(replies(of).map((e) => e.data["as"])).toEqual(["vague"]);
    expect(log.executed.at(-1)).toMatchObject({ command: "case.open", arg: { view: "next" } });
    // What was recorded does not stand there to be recorded again.
    await expect.element(words()).toHaveValue("");
  });

  test("[X5] nothing is kept before it is said how it counts", async () => {
    const { of, host } = await mount();
    await record().click();
    expect(replies(of)).toEqual([]);
    expect(host.textContent).toContain("选一种");
  });
});

describe("[X11] an offer in their words", () => {
  test("[X11] amount and condition are filled in as they said; the offer opens", async () => {
    const { of, log, host } = await mount();
    await words().fill("先撤销投诉再退款，退您50元");
    await expect.poll(chosen).toBe("offer");
    expect(host.querySelector<HTMLInputElement>("[data-offer-fields] input[inputmode=decimal]")?.value).toBe("50.00");
    expect([...host.querySelectorAll<HTMLSelectElement>("[data-offer-fields] select")].map((e) => e.value)).toEqual([
      "money",
      "withdraw",
    ]);
    await record().click();
    const [offer] = of.live.all("offer");
    expect(offer).toMatchObject({ amountFen: 5_000, form: "money", asks: "withdraw", side: "theirs" });
    expect(log.executed.at(-1)).toMatchObject({ command: "offer.open", arg: { offer: offer?.id } });
  });
});

describe("[G1] [G2] danger and secrets", () => {
  test("[G1] a danger says to stop, is kept, and leads to the card; nothing it offers is taken down", async () => {
    const { of, log, host } = await mount();
    await words().fill("请先交200元解冻费，交完马上退您299元");
    await expect.poll(chosen).toBe("danger");
    expect(host.querySelector("[role=alert]")?.textContent).toContain("不要再付");
    expect(host.querySelector("[data-offer-fields]")).toBeNull();
    await record().click();
    expect(log.executed.at(-1)?.command).toBe("safety.open");
    expect([of.live.all("offer").length, of.live.safety()[0]?.code]).toEqual([0, "G1.pay_first"]);
  });

  test("[G2] a code is said to be covered and is; the number of the order is no secret", async () => {
    const { of, host } = await mount();
    await words().fill("订单20240501001，您的验证码是 482913，我们会尽快反馈");
    expect(host.querySelector("[data-masked]")?.getAttribute("data-masked")).toBe("1");
    await page.getByRole("radio", { name: "没给准话" }).click();
    await record().click();
    expect(of.live.all("communication")[0]?.text).toBe("订单20240501001，您的验证码是 ******，我们会尽快反馈");
  });

  test("[G1] a message that was imported is judged where it stands and not copied", async () => {
    const make = (): MemoryCase => {
      const of = asked();
      of.must("communication.add", {
        at: FIXTURE_NOW,
        direction: "theirs",
        medium: "chat",
        sender: "客服",
        text: "请先交200元解冻费",
      });
      return of;
    };
    const { of } = await mount({ rest: (made) => made.live.ids("communication")[0] }, make);
    await expect.poll(chosen).toBe("danger");
    await record().click();
    expect(of.live.all("communication")).toHaveLength(1);
    expect(replies(of)[0]?.data["communication"]).toBe(of.live.ids("communication")[0]);
  });
});

test.each([900, 360])(
  "[A6] axe finds nothing at %i px, and nothing is lower than a finger on a phone",
  async (width) => {
    const { findings } = await mount({ width });
    await words().fill("先撤销投诉再退款，退您50元，3个工作日内到账");
    await expect.poll(chosen).toBe("offer");
    expect(await findings()).toEqual([]);
  },
);
