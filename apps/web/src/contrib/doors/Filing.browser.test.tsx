/** One filing in a real browser: from what is open to what holds, handing it in, and what became of it. */
import { instant, type Id } from "@recourse/core";
import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createMemoryCase, FIXTURE_NOW, type MemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage, type PageOptions } from "../../parts/mounted-page.fixture.tsx";
import type { Services } from "../../services/services.ts";
import { FilingView } from "./FilingView.tsx";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});

const filingIn = (of: MemoryCase): Id | undefined => of.live.ids("filing")[0];
const mount = async (make: () => MemoryCase, options?: PageOptions): Promise<MountedPage> =>
  (mounted = await mountPage(page, FilingView, make, { rest: filingIn, ...options }));

const membership = (channel: string): MemoryCase => {
  const of = createMemoryCase({
    title: "年卡",
    category: "membership",
    purpose: "life",
    paidTo: "merchant",
    respondent: { name: "某某视频科技有限公司" },
    order: { number: "VIP-1", item: "年卡", paidFen: 29_900, orderedAt: instant("2024-05-01T10:02:31+08:00") },
  });
  of.must("filing.add", { channel });
  return of;
};
const samr = (): MemoryCase => membership("samr_complaint");
/** The association asks for the person's name and how to reach them, and no more. */
const association = (): MemoryCase => membership("consumer_association");
const tellWho = (of: MemoryCase): void =>
  void of.must("party.add", { role: "claimant", name: "张三", contact: "13800000001", address: "某路1号" });

const no = (): never => {
  throw new Error("not part of this test");
};
const noDossier: Services["dossier"] = {
  text: no,
  docx: no,
  attachments: no,
  plan: no,
  bundle: no,
  verify: no,
  incoming: no,
  takeIn: no,
  markSent: no,
  copy: no,
};

const rows = (host: HTMLElement, verdict: string): readonly (string | undefined)[] =>
  [...host.querySelectorAll<HTMLElement>(`[data-check][data-verdict=${verdict}]`)].map((e) => e.dataset["check"]);
const submit = (host: HTMLElement): HTMLButtonElement => {
  const found = host.querySelector<HTMLButtonElement>("[data-submit]");
  if (found === null) throw new Error("nothing to hand in");
  return found;
};

describe("[X9] the pre-flight", () => {
  test("[X9] what is open stands first, each with the button that asks it", async () => {
    const { host, log, of } = await mount(samr);
    expect(host.querySelector("[data-preflight]")?.getAttribute("data-preflight")).toBe("open");
    const [first] = host.querySelectorAll<HTMLElement>("[data-check]");
    expect(first?.dataset["verdict"]).not.toBe("ok");
    await page.getByRole("button", { name: "填上：补上对方的地址，可以查营业执照" }).click();
    await page.getByRole("button", { name: /^回答：有没有法院/ }).click();
    expect(log.executed).toEqual([
      {
        command: "case.ask",
        arg: {
          caseId: of.live.caseId,
          command: "party.edit",
          data: { id: of.live.ids("party")[0], ask: "address" },
        },
      },
      {
        command: "case.ask",
        arg: { caseId: of.live.caseId, command: "answer.give", data: { question: "handled_before" } },
      },
    ]);
  });

  test("[X10] 12315 goes in only when every check that must hold does", async () => {
    const { host } = await mount(samr);
    expect(submit(host).disabled).toBe(true);
    expect(host.textContent).toContain("先把上面的补齐，再去提交。");
  });

  test("[X9] from red to green while it is looked at; a check that holds folds away", async () => {
    const { host, of } = await mount(association);
    expect(rows(host, "missing")).toContain("claimant_identity");
    tellWho(of);
    expect(rows(host, "missing")).not.toContain("claimant_identity");
    expect(rows(host, "ok")).toContain("claimant_identity");
    expect(host.querySelector("[data-preflight]")?.getAttribute("data-preflight")).toBe("green");
    expect(submit(host).disabled).toBe(false);
  });
});

describe("[P4] the formal paper", () => {
  test("[P4] a field is copied as it reads; an identity number is left to the person", async () => {
    const copied: string[] = [];
    const dossier = {
      copy: (text: string) => {
        copied.push(text);
        return Promise.resolve(true);
      },
    };
    const { host, log } = await mount(samr, { more: { dossier: { ...noDossier, ...dossier } } });
    await expect.poll(() => host.querySelector("[data-form] summary")).not.toBeNull();
    host.querySelector<HTMLElement>("[data-form] summary")?.click();
    await page.getByRole("button", { name: "复制：名称（姓名）" }).click();
    await expect.poll(() => copied).toEqual(["某某视频科技有限公司"]);
    expect(log.toasts).toEqual(["已复制"]);
    expect(host.querySelector("[data-form]")?.textContent).toContain("本软件不保存证件号码");
  });
});

describe("[X1] handing in and what became of it", () => {
  const ready = (): MemoryCase => {
    const of = association();
    tellWho(of);
    return of;
  };

  test("[X1] when and under which number; the page then waits for them", async () => {
    const { host, of } = await mount(ready);
    submit(host).click();
    await expect.element(page.getByRole("dialog", { name: "我已经提交了" })).toBeVisible();
    await page.getByRole("textbox", { name: "编号" }).fill("消协-118");
    await page.getByRole("button", { name: "记下来" }).click();
    await expect.poll(() => host.querySelector("[data-outcome]")).not.toBeNull();
    expect(of.live.filings()[0]).toMatchObject({ status: "submitted", reference: "消协-118", since: FIXTURE_NOW });
    expect(host.textContent).toContain("已提交，等是否受理");
  });

  test("[A6] Escape closes the window and gives the focus back to its button", async () => {
    const { host } = await mount(ready);
    submit(host).focus();
    submit(host).click();
    await expect.element(page.getByRole("dialog", { name: "我已经提交了" })).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await expect.poll(() => document.querySelector("dialog:modal")).toBeNull();
    expect(document.activeElement).toBe(submit(host));
  });

  test("[X1] a time that has not come yet is no time", async () => {
    const { host, of } = await mount(ready);
    submit(host).click();
    await page.getByLabelText("什么时候提交的（北京时间）", { exact: true }).fill("2024-05-06T08:00");
    await page.getByRole("button", { name: "记下来" }).click();
    expect(of.live.filings()[0]?.status).toBe("preparing");
    expect(document.querySelector("dialog [aria-invalid=true]")).not.toBeNull();
  });

  const submitted = (): MemoryCase => {
    const of = ready();
    of.must("filing.submit", { filing: filingIn(of), at: FIXTURE_NOW });
    return of;
  };

  test("[X1] refused, with their reason; nothing is offered any more but the next door", async () => {
    const { host, of, log } = await mount(submitted);
    host.querySelector<HTMLElement>("[data-outcome]")?.click();
    await page.getByRole("button", { name: "记下来" }).click();
    expect(document.querySelector("dialog")?.textContent).toContain("选一种");
    await page.getByRole("radio", { name: "没有受理" }).click();
    await page.getByRole("textbox", { name: "他们写的原因" }).fill("不归我们管");
    await page.getByRole("button", { name: "记下来" }).click();
    await expect.poll(() => of.live.filings()[0]?.status).toBe("refused");
    expect(host.textContent).toContain("原因：不归我们管");
    expect(host.querySelector("[data-outcome]")).toBeNull();
    await page.getByRole("button", { name: "接下来去哪里" }).click();
    expect(log.executed.at(-1)?.command).toBe("doors.open");
  });

  test("[X11] withdrawing says first that money comes before it", async () => {
    const { host } = await mount(submitted);
    host.querySelector<HTMLElement>("[data-outcome]")?.click();
    await page.getByRole("radio", { name: "我撤回了" }).click();
    expect(document.querySelector("dialog")?.textContent).toContain("先到账，再撤回");
  });

  test.each([
    ["being prepared", samr, 900],
    ["being prepared, on a phone", samr, 360],
    ["waiting, on a phone", submitted, 360],
  ] as const)("[A6] axe finds nothing, and nothing is lower than a finger: %s", async (_name, make, width) => {
    const { host, findings } = await mount(make, { width });
    await expect.poll(() => host.querySelector("[role=status]")?.textContent ?? "").not.toContain("正在打开");
    host.querySelector<HTMLElement>("[data-outcome]")?.click();
    expect(await findings()).toEqual([]);
  });
});
