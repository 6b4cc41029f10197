/** Choosing a letter in a real browser: every kind with what it is for, those the case does not get with their reason. */
import "@recourse/ui/theme.css";
import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { begin, type LetterCase } from "../../parts/letter-case.fixture.ts";
import { KindWindow } from "./KindWindow.tsx";
import {
  axeViolations,
  mountScreen,
  tooWide,
  type Mounted,
  type MountOptions,
  WIDE,
} from "./letter-screen.fixture.tsx";
import { writing } from "./writing.ts";

let mounted: Mounted | undefined;
afterEach(() => {
  writing.choose(undefined);
  mounted?.end();
  mounted = undefined;
});

async function mount(options: MountOptions = {}, prepare?: (of: LetterCase) => void): Promise<Mounted> {
  await page.viewport(...(options.size ?? WIDE));
  mounted = mountScreen(() => <KindWindow />, options, prepare);
  writing.choose({ caseId: mounted.of.live.caseId, where: "beside" });
  await expect.element(page.getByRole("dialog")).toBeVisible();
  return mounted;
}
const row = (kind: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-kind="${kind}"]`);
  if (found === null) throw new Error(`no ${kind}`);
  return found;
};
const kinds = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>("[data-kind]")].map((each) => each.dataset["kind"] ?? "");

describe("[X4] which letter", () => {
  test("[X4] every kind stands there with one line, and a press opens it", async () => {
    const { log, of } = await mount();
    expect(kinds()).toEqual([
      "application",
      "reminder1",
      "reminder2",
      "demand",
      "termination",
      "payment_dispute",
      "complaint12315",
      "association",
      "attorney",
      "claim",
      "post",
    ]);
    await page.getByRole("button", { name: /^第一次催办/ }).click();
    expect(log.executed).toEqual([
      { command: "letter.open", arg: { caseId: of.live.caseId, kind: "reminder1", where: "beside" } },
    ]);
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
  });

  test("[X4] one in hand says so; a reminder says that nothing was asked before", async () => {
    await mount({}, (of) => void begin(of, { kind: "demand" }));
    expect(row("demand").textContent).toContain("草稿");
    expect(row("application").textContent).not.toContain("草稿");
    expect(row("reminder2").textContent).toContain("还没有记下之前什么时候提过");
    expect(row("demand").textContent).not.toContain("还没有记下之前什么时候提过");
  });

  test("[A7] no right to end the contract: the notice says why and cannot be pressed; the others can", async () => {
    await mount();
    expect(row("termination").dataset["barred"]).toBe("no_termination_ground");
    expect(row("termination").querySelector("button")).toBeNull();
    expect(row("termination").textContent).toContain("还没有可以解除合同的理由");
    expect(row("demand").querySelector("button")).not.toBeNull();
  });

  test("[L9] nothing public about a child; an adult may", async () => {
    await mount({ facts: { payerAge: 7 } });
    expect(row("post").dataset["barred"]).toBe("minor_public");
    mounted?.end();
    await mount();
    expect(row("post").dataset["barred"]).toBeUndefined();
  });

  test("[A6] by keyboard: Escape closes and writes nothing", async () => {
    const { of } = await mount();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    expect(of.live.all("draft")).toEqual([]);
  });
});

describe("[A6] accessibility", () => {
  test.each([
    ["light", "zh-CN", 900],
    ["dark", "zh-CN", 360],
    ["contrast", "en", 360],
  ] as const)("[A6] clean in %s, %s, %d px wide", async (theme, lang, width) => {
    const { setLang } = await mount({ theme, size: [width, 640] }, (of) => void begin(of, { kind: "demand" }));
    setLang(lang);
    document.documentElement.lang = lang;
    expect(await axeViolations()).toEqual([]);
    expect(tooWide()).toBe(0);
  });
});
