/** The rehearsal in a real browser: what they may say, what answers it, and that a danger is not answered. */
import "@recourse/ui/theme.css";
import { loadExcuses } from "@recourse/pack-cn";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { LetterCase } from "../../../parts/letter-case.fixture.ts";
import type { Services } from "../../../services/services.ts";
import {
  axeViolations,
  mountScreen,
  tooWide,
  type Mounted,
  type MountOptions,
  WIDE,
} from "../letter-screen.fixture.tsx";
import { RehearsalView } from "./RehearsalView.tsx";

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});

async function mount(options: MountOptions = {}, prepare?: (of: LetterCase) => void): Promise<Mounted> {
  const excuses = await loadExcuses();
  // Only what the screen asks for; anything else asked is a mistake and throws.
  const more = {
    reference: { excuses: () => excuses },
    dossier: { copy: () => Promise.resolve(true) },
  } as unknown as Partial<Services>;
  await page.viewport(...(options.size ?? WIDE));
  mounted = mountScreen(
    (services, of) => <RehearsalView services={services} arg={of.live.caseId} active />,
    { ...options, more },
    prepare,
  );
  await expect.element(page.getByRole("heading", { level: 1, name: "对方可能这样说" })).toBeVisible();
  return mounted;
}
const card = (excuse: string): HTMLDetailsElement => {
  const found = document.querySelector(`[data-excuse="${excuse}"]`);
  if (!(found instanceof HTMLDetailsElement)) throw new Error(`no ${excuse}`);
  return found;
};
/** They wrote "虚拟服务不支持退款", and the person said that it is a refusal with that reason. */
const refused = (of: LetterCase): void => {
  of.must("event.append", {
    type: "reply.received",
    at: "2024-05-02T02:10:00.000Z",
    refs: [],
    data: { as: "refused", excuse: "virtual-no-refund", phrase: "不支持退款", communication: of.refusal },
  });
};

describe("[X6] what they may say", () => {
  test("[X6] what they wrote comes first with their words, the answer with its exhibits, and what not to do", async () => {
    await mount();
    const first = document.querySelector<HTMLElement>("[data-excuse]");
    expect(first?.dataset["excuse"]).toBe("virtual-no-refund");
    const text = card("virtual-no-refund").textContent;
    expect(text).toContain("对方已经这样说过");
    const answer = card("virtual-no-refund").querySelector("[data-answer]")?.textContent;
    // The promise and the amount of this very case.
    expect(answer).toContain("付款后立即开通");
    expect(answer).toContain("228.00");
    expect(card("virtual-no-refund").querySelectorAll("button[title]").length).toBeGreaterThan(0);
    expect(text).toContain("不要这样做");
  });

  test("[X6] heard and not judged: asked what it is, and not yet for a letter; judged: it goes into the second reminder", async () => {
    const { log, of } = await mount();
    const heard = card("virtual-no-refund");
    expect(heard.textContent).not.toContain("写进第二次催办");
    heard.querySelectorAll<HTMLButtonElement>("button").forEach((each) => {
      if (each.textContent === "这算答复吗") each.click();
    });
    expect(log.executed.at(-1)).toEqual({
      command: "reply.add",
      arg: { caseId: of.live.caseId, communication: of.refusal },
    });
    refused(of);
    await page.getByRole("button", { name: "写进第二次催办" }).first().click();
    const reply = of.live.all("event").find((e) => e.type === "reply.received")?.id;
    expect(log.executed.at(-1)).toEqual({
      command: "letter.open",
      arg: { caseId: of.live.caseId, kind: "reminder2", answers: reply, where: "here" },
    });
  });

  test("[X6] what nobody has said can be read and not be copied", async () => {
    await mount({}, refused);
    const said = card("virtual-no-refund");
    expect(said.textContent).toContain("复制这段回答");
    const other = [...document.querySelectorAll<HTMLElement>("[data-excuse]:not([data-danger])")].find(
      (each) => !each.textContent.includes("对方已经这样说过"),
    );
    expect(other?.textContent).toContain("先把它记下来");
    expect(other?.textContent).not.toContain("复制这段回答");
  });

  test("[X6] a fact that is missing is named, and its button asks for it", async () => {
    const { log, of } = await mount({}, (made) => {
      for (const each of made.live.all("undertaking")) made.must("undertaking.remove", { id: each.id });
    });
    const gap = card("virtual-no-refund").querySelector<HTMLElement>('[data-slot="promise_quote"]');
    expect(gap?.textContent).toContain("还缺承诺的原话");
    gap?.querySelector("button")?.click();
    expect(log.executed.at(-1)).toEqual({
      command: "case.ask",
      arg: { caseId: of.live.caseId, command: "undertaking.add", data: { ask: "quote" } },
    });
  });

  test("[G1] a danger has steps to protect oneself and no answer; another excuse has an answer and no steps", async () => {
    await mount();
    const danger = card("pay-first");
    expect([danger.open, danger.querySelector("[data-answer]")]).toEqual([true, null]);
    expect(danger.querySelectorAll("[data-protect] li").length).toBeGreaterThan(1);
    expect(card("virtual-no-refund").querySelector("[data-protect]")).toBeNull();
  });
});

describe("[A6] accessibility", () => {
  test.each([
    ["light", "zh-CN", 900],
    ["dark", "zh-CN", 360],
    ["contrast", "en", 360],
  ] as const)("[A6] clean in %s, %s, %d px wide, everything unfolded", async (theme, lang, width) => {
    const { setLang } = await mount({ theme, size: [width, 800] }, refused);
    setLang(lang);
    document.documentElement.lang = lang;
    for (const each of document.querySelectorAll("details")) each.open = true;
    expect(await axeViolations()).toEqual([]);
    expect(tooWide()).toBe(0);
  });
});
