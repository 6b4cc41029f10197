/** The letter screen in a real browser, for letters to them and for papers: what each kind shows, how it goes out, whether it arrived. */
import "@recourse/ui/theme.css";
import { ok, sha256, type LetterKind } from "@recourse/core";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { begin, type LetterCase } from "../../parts/letter-case.fixture.ts";
import { createIds } from "../../parts/memory-case.fixture.ts";
import type { Dossier } from "../../services/dossier.ts";
import type { CaseLive, Services } from "../../services/services.ts";
import {
  axeViolations,
  mountScreen,
  tooWide,
  type Mounted,
  type MountOptions,
  WIDE,
} from "./letter-screen.fixture.tsx";
import { LetterEditor } from "./LetterEditor.tsx";

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});

const mint = createIds(7000);
/** Sends as the service does; the hash is made up. Anything else asked is a mistake and throws. */
const dossier = {
  attachments: () => Promise.resolve(ok([])),
  markSent: (live: CaseLive, { draft, at, channel, periodHours, clause }: Parameters<Dossier["markSent"]>[1]) =>
    Promise.resolve(
      live.run("draft.send", {
        id: mint(),
        event: mint(),
        draft,
        at,
        channel,
        ...(periodHours === undefined ? {} : { periodHours }),
        ...(clause === undefined ? {} : { clause }),
        textSha256: sha256("a".repeat(64)),
      }),
    ),
} as unknown as Dossier;

async function mount(
  kind: LetterKind,
  options: MountOptions = {},
  prepare: (of: LetterCase) => Readonly<Record<string, unknown>> = () => ({}),
): Promise<Mounted> {
  let arg = "";
  await page.viewport(...(options.size ?? WIDE));
  mounted = mountScreen(
    (services: Services) => <LetterEditor services={services} arg={arg} active />,
    { ...options, more: { dossier } },
    (of) => {
      const data = prepare(of);
      arg = `${of.live.caseId}/${begin(of, { kind, ...data })}`;
    },
  );
  await expect.element(page.getByRole("group", { name: /^信的内容/ })).toBeVisible();
  return mounted;
}
const there = (selector: string): boolean => document.querySelector(selector) !== null;
const headings = (): readonly string[] =>
  [...document.querySelectorAll("[role=group] section > h2")].map((each) => each.textContent);
const eventsOf = ({ of }: Mounted): readonly string[] => of.live.all("event").map((e) => e.type);

/** Opens the window, chooses the first way, records. */
async function send(): Promise<void> {
  await page.getByRole("button", { name: "我已经发出", exact: true }).click();
  await page.getByLabelText("怎么发的", { exact: true }).selectOptions("邮件或信函");
  await page.getByRole("button", { name: "记为已发出" }).click();
}

describe("[A2] what a kind shows", () => {
  test("[A2] a claim begins with its requests, an application with the order; each part is headed in its own words", async () => {
    await mount("claim");
    expect(headings()).toEqual(["诉讼请求", "当事人与合同情况", "事实与理由", "证据列举"]);
    mounted?.end();
    await mount("application");
    expect(headings()).toEqual(["订单信息", "服务问题", "证据列举", "诉求"]);
  });

  test("[A1] which reason to choose is asked only for an application", async () => {
    await mount("application");
    expect(there("[data-reasons]")).toBe(true);
    mounted?.end();
    await mount("reminder1");
    expect(there("[data-reasons]")).toBe(false);
  });

  test("[E14] nothing is enclosed with what is for publication", async () => {
    await mount("post");
    expect(there("[data-attachments]")).toBe(false);
    mounted?.end();
    await mount("demand");
    expect(there("[data-attachments]")).toBe(true);
  });

  test("[X6] rehearsing is offered for letters to them, not for papers", async () => {
    const { log, of } = await mount("reminder1");
    await page.getByRole("button", { name: "先想想对方会怎么说" }).click();
    const [draft] = of.live.all("draft");
    expect(log.executed).toEqual([{ command: "letter.rehearse", arg: { caseId: of.live.caseId, draft: draft?.id } }]);
    mounted?.end();
    await mount("claim");
    expect(there("[data-rehearse]")).toBe(false);
  });
});

describe("[X1] how it goes out", () => {
  test("[X1] a reminder is a demand, an application an application; both with the hours of the day they name", async () => {
    const reminder = await mount("reminder1");
    await send();
    await expect.poll(() => eventsOf(reminder)).toEqual(["demand.sent"]);
    const [event] = reminder.of.live.all("event");
    // 5 May 08:00 to the end of 6 May: the day after, because a talk is answered within 24 hours. 16 + 24 = 40, less a second.
    expect([event?.data["letter"], event?.data["periodHours"]]).toEqual(["reminder1", 39]);
    mounted?.end();
    const application = await mount("application");
    await send();
    await expect.poll(() => eventsOf(application)).toEqual(["application.submitted"]);
  });

  test("[X7] a paper is not sent from here: its button prepares the filing, or goes to the one that is there", async () => {
    const { log, of } = await mount("claim");
    expect(there("[data-send]")).toBe(false);
    await page.getByRole("button", { name: "准备提交：起诉" }).click();
    expect(log.executed.at(-1)).toEqual({
      command: "filing.prepare",
      arg: { caseId: of.live.caseId, channel: "small_claims" },
    });
    const [filing] = of.must("filing.add", { channel: "small_claims" });
    await page.getByRole("button", { name: "去提交的页面" }).click();
    expect(log.executed.at(-1)).toEqual({ command: "filing.open", arg: { caseId: of.live.caseId, filing } });
  });

  test("[A3] once its filing is in, the paper is kept as it was, and nothing is told twice", async () => {
    let filing: string | undefined;
    const made = await mount("claim", {}, (of) => {
      [filing] = of.must("filing.add", { channel: "small_claims" });
      return { filing };
    });
    expect(there("[data-keep]")).toBe(false);
    made.of.must("event.append", {
      type: "suit.filed",
      at: "2024-05-04T02:00:00.000Z",
      refs: [],
      data: { filing: filing ?? "", channel: "small_claims" },
    });
    await page.getByRole("button", { name: "存下提交的这一版" }).click();
    await expect.element(page.getByText("已发出的内容不能改。")).toBeVisible();
    expect([made.of.live.all("sentVersion").length, eventsOf(made)]).toEqual([1, ["suit.filed"]]);
  });

  test("[G5] of a child nothing goes out before a guardian is named: the reason stands above, and the press says it", async () => {
    const { log, of } = await mount("reminder1", { facts: { payerAge: 7 } });
    expect(document.querySelector("[data-held]")?.textContent).toContain("先看这个");
    await page.getByRole("button", { name: "我已经发出", exact: true }).click();
    expect(there("dialog[open]")).toBe(false);
    expect(log.toasts.at(-1)).not.toMatch(/G5|[a-z]+_[a-z]+/);
    of.must("party.add", { role: "guardian", name: "石母", foundIn: "told" });
    await expect.poll(() => there("[data-held]")).toBe(false);
    await page.getByRole("button", { name: "我已经发出", exact: true }).click();
    await expect.element(page.getByRole("dialog", { name: "我已经发出" })).toBeVisible();
  });
});

describe("[X1] whether it arrived", () => {
  test("[X1] delivered: how, when and of which sending, under the name core knows", async () => {
    const made = await mount("demand");
    await send();
    await page.getByRole("button", { name: "已送达" }).click();
    await page.getByRole("button", { name: "记下来" }).click();
    await expect.element(page.getByText("写一下怎么知道它送到了")).toBeVisible();
    await page.getByLabelText("怎么知道的").selectOptions("快递签收");
    await page.getByRole("button", { name: "记下来" }).click();
    await expect.poll(() => eventsOf(made)).toEqual(["demand.sent", "demand.delivered"]);
    const [sent, delivered] = made.of.live.all("event");
    expect([delivered?.refs, delivered?.data]).toEqual([[`event/${sent?.id ?? ""}`], { how: "快递签收" }]);
    expect(document.querySelector("[data-arrival]")?.textContent).toContain("2024年5月5日 08:00 · 快递签收");
  });

  test("[X1] it cannot have arrived before it was sent", async () => {
    const made = await mount("demand");
    await send();
    await page.getByRole("button", { name: "已送达" }).click();
    await page.getByLabelText("怎么知道的").selectOptions("显示已读");
    await page.getByLabelText("什么时候送到的（北京时间）").fill("2024-05-04T12:00");
    await page.getByRole("button", { name: "记下来" }).click();
    await expect.element(page.getByText(/送到的时间不能早于/)).toBeVisible();
    expect(eventsOf(made)).toEqual(["demand.sent"]);
  });

  test("[X1] an application has no arrival to record", async () => {
    await mount("application");
    await send();
    await expect.element(page.getByText("已发出的内容不能改。")).toBeVisible();
    expect(there("[data-arrival]")).toBe(false);
  });
});

describe("[A6] accessibility", () => {
  test.each([
    ["claim", "light", "zh-CN", 900],
    ["reminder1", "dark", "zh-CN", 360],
    ["complaint12315", "contrast", "en", 360],
  ] as const)("[A6] %s clean in %s, %s, %d px wide", async (kind, theme, lang, width) => {
    const { setLang } = await mount(kind, { theme, size: [width, 800] });
    setLang(lang);
    document.documentElement.lang = lang;
    expect(await axeViolations()).toEqual([]);
    expect(tooWide()).toBe(0);
  });

  test.each([
    ["light", 900],
    ["dark", 360],
  ] as const)("[A6] held back, sent, and the window of its arrival clean in %s, %d px wide", async (theme, width) => {
    await mount("demand", { theme, size: [width, 800] });
    await send();
    await page.getByRole("button", { name: "已送达" }).click();
    expect(await axeViolations()).toEqual([]);
    mounted?.end();
    await mount("demand", { theme, size: [width, 800], facts: { payerAge: 7 } });
    expect(await axeViolations()).toEqual([]);
    expect(tooWide()).toBe(0);
  });
});
