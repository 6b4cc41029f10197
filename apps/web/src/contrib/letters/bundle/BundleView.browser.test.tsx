/** Making a bundle in a real browser: for whom, what stays out and why, what is masked. The plans are given; what they hold is proved beside the service. */
import "@recourse/ui/theme.css";
import { err, ok, type Id, type Result } from "@recourse/core";
import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import type { LetterCase } from "../../../parts/letter-case.fixture.ts";
import type { BundleChoice, BundlePlan, Dossier, DossierError } from "../../../services/dossier.ts";
import {
  axeViolations,
  mountScreen,
  tooWide,
  type Mounted,
  type MountOptions,
  WIDE,
} from "../letter-screen.fixture.tsx";
import { BundleView } from "./BundleView.tsx";

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});

const plain: BundlePlan = {
  name: "VIP-88213407-材料包.zip",
  files: [
    { path: "bagit.txt", size: 55 },
    { path: "data/originals/VIP-88213407-支付凭证.png", size: 1000 },
  ],
  size: 3000,
  disclosures: [],
  withheld: [
    { name: "名单.png", reason: "others" },
    { name: "名单2.png", reason: "others" },
    { name: "身份证.png", reason: "identity" },
  ],
  letter: "in",
  draft: undefined,
  profile: undefined,
  recipient: undefined,
  redaction: undefined,
};
const asked: BundleChoice[] = [];

/** Plans as the service would; what was asked for is written down. */
async function mount(
  plan: (choice: BundleChoice) => Result<BundlePlan, DossierError>,
  more: readonly string[] = [],
  options: MountOptions = {},
  prepare: (of: LetterCase) => readonly string[] = () => [],
): Promise<Mounted> {
  asked.length = 0;
  const dossier = {
    plan: (_: Id, choice: BundleChoice = {}) => {
      asked.push(choice);
      return Promise.resolve(plan(choice));
    },
  } as unknown as Dossier;
  let arg = "";
  await page.viewport(...(options.size ?? WIDE));
  mounted = mountScreen(
    (services) => <BundleView services={services} arg={arg} active />,
    { ...options, more: { dossier } },
    (of) => {
      arg = [of.live.caseId, ...more, ...prepare(of)].join("/");
    },
  );
  await expect.element(page.getByRole("heading", { level: 1, name: "材料包" })).toBeVisible();
  return mounted;
}
const text = (selector: string): string => document.querySelector(selector)?.textContent ?? "";

describe("[E14] for whom, and what stays out", () => {
  test("[E14] without a reader: each reason once, with the names it holds for", async () => {
    await mount(() => ok(plain));
    await expect.element(page.getByText(/名单.png、名单2.png 含他人个人信息/)).toBeVisible();
    await expect.element(page.getByText(/身份证.png 是身份材料，没有放进/)).toBeVisible();
    expect(asked).toEqual([{}]);
    expect(document.querySelectorAll("[data-withheld] li")).toHaveLength(2);
  });

  test("[X7] the reader is chosen, and planned for anew", async () => {
    await mount(({ profile }) => ok({ ...plain, profile: profile === "court" ? "court" : undefined, withheld: [] }));
    await page.getByLabelText("给谁的").selectOptions("给法院");
    await expect.poll(() => asked.at(-1)).toEqual({ profile: "court" });
    expect(document.querySelector("[data-withheld]")).toBeNull();
  });

  test("[X7] of a filing it is fixed, and the channel and the office are named", async () => {
    const recipient = "12315 投诉 · 某区市场监督管理局";
    const made = await mount(
      () => ok({ ...plain, profile: "12315", recipient, withheld: [] }),
      ["12315"],
      {},
      (of) => of.must("filing.add", { channel: "samr_complaint" }),
    );
    await expect.element(page.getByText(recipient)).toBeVisible();
    expect([text("[data-reader] strong").trim(), document.querySelector("[data-profile]")]).toEqual([
      "给 12315、消费者协会等部门",
      null,
    ]);
    const [filing] = made.of.live.all("filing");
    expect(asked.at(-1)).toEqual({ profile: "12315", filing: filing?.id });
  });

  test("[P4] proof of identity is included only when the person says that it is marked", async () => {
    await mount(
      ({ identityMarked }) =>
        ok({
          ...plain,
          profile: "court",
          withheld: identityMarked === true ? [] : [{ name: "身份证.png", reason: "identity_unmarked" }],
        }),
      ["court"],
    );
    await page.getByRole("checkbox", { name: /放进身份材料/ }).click();
    await expect.poll(() => asked.at(-1)).toEqual({ profile: "court", identityMarked: true });
    // It stays to be taken back.
    await expect.element(page.getByRole("checkbox", { name: /放进身份材料/ })).toBeChecked();
  });

  test("[P4] where no such exhibit is asked for, nothing is asked", async () => {
    await mount(() => ok(plain));
    await expect.element(page.getByText(/身份证.png/)).toBeVisible();
    expect(document.querySelector("[data-identity]")).toBeNull();
  });
});

const masked: BundlePlan = {
  ...plain,
  profile: "public",
  withheld: [{ name: "账单.png", reason: "text_only" }],
  redaction: {
    masked: [{ kind: "order", original: "VIP-88213407", shown: "***3407", count: 2 }],
    kept: ["会员年卡"],
    refused: ["石某"],
    text: "情况说明\n\n订单***3407",
  },
};

describe("[P2] for publication", () => {
  test("[P2] what is masked, what is kept, what cannot be, and the text to be read through", async () => {
    await mount(() => ok(masked), ["public"]);
    await expect.element(page.getByText(/发出去之前，自己从头看一遍/)).toBeVisible();
    expect(text("[data-masked]")).toContain("订单号：2 处");
    expect(text("[data-masked]")).toContain("VIP-88213407");
    expect(text("[data-published]")).toBe("情况说明\n\n订单***3407");
    await expect.element(page.getByText("您选了保留：会员年卡")).toBeVisible();
    await expect.element(page.getByText(/“石某”是人名或者长串数字/)).toBeVisible();
  });

  test("[P2] words to keep are taken over when the field is left", async () => {
    await mount(() => ok(masked), ["public"]);
    await page.getByLabelText("公开时保留哪些名称").fill("会员年卡、 某影视, 会员年卡");
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => asked.at(-1)).toEqual({ profile: "public", keep: ["会员年卡", "某影视"] });
  });

  test("[L9] refused: the reason in words, nothing to pack; a missing text can be written", async () => {
    const made = await mount(() => err({ kind: "refused", refusal: { kind: "no_letter" } }), ["public"]);
    await expect.element(page.getByText("正文还没写好")).toBeVisible();
    await expect.element(page.getByRole("button", { name: "开始打包" })).toBeDisabled();
    await page.getByRole("button", { name: "写公开说明" }).click();
    expect(made.log.executed).toEqual([
      { command: "letter.open", arg: { caseId: made.of.live.caseId, kind: "post", where: "here" } },
    ]);
    mounted?.end();
    await mount(() => err({ kind: "refused", refusal: { kind: "engagement" } }), ["public"]);
    await expect.element(page.getByText(/这类订单不公开发布/)).toBeVisible();
    expect(document.querySelector("[data-refused] button")).toBeNull();
  });
});

describe("[A6] accessibility", () => {
  test.each([
    ["light", "zh-CN", 900, "public"],
    ["dark", "zh-CN", 360, "public"],
    ["contrast", "en", 360, "court"],
  ] as const)("[A6] clean in %s, %s, %d px wide, for %s", async (theme, lang, width, profile) => {
    const { setLang } = await mount(() => ok({ ...masked, profile }), [profile], { theme, size: [width, 800] });
    setLang(lang);
    document.documentElement.lang = lang;
    await expect.poll(() => document.querySelector("[data-withheld]")).not.toBeNull();
    expect(await axeViolations()).toEqual([]);
    expect(tooWide()).toBe(0);
  });
});
