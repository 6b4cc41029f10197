/** Sentences of a letter in a real browser, over a real case in memory: IME, fixes, keyboard, accessibility. */
import "@recourse/ui/theme.css";
import { id, instant, type Id } from "@recourse/core";
import { pack } from "@recourse/pack-cn";
import { createMemoryDevice, openCase } from "@recourse/sync";
import { letterRenderer, say, word } from "@recourse/words";
import axe from "axe-core";
import { createRoot } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createCaseLive } from "../../live/case-live.ts";
import { InCase, Served } from "../../parts/served.tsx";
import type { CaseLive, Services } from "../../services/services.ts";
import { createLetter } from "./letter-live.ts";
import { LetterPaper } from "./LetterPaper.tsx";

const NOW = instant("2024-05-04T06:00:00.000Z");
const caseId = id("01HX0000000000000000000001");
const minted = (): (() => Id) => {
  let n = 100;
  return () => id(`01HX${String((n += 1)).padStart(22, "0")}`);
};

let ended: (() => void) | undefined;
afterEach(() => {
  ended?.();
  ended = undefined;
  delete document.documentElement.dataset["theme"];
});

/** A membership that was paid and never came: order, payment and talk, each with an exhibit. */
function fill(live: CaseLive): void {
  const [bill, chat, order, paid] = [
    "01HX0000000000000000000011",
    "01HX0000000000000000000012",
    "01HX0000000000000000000013",
    "01HX0000000000000000000014",
  ].map(id);
  const exhibit = (of: Id | undefined, name: string, materialType: string, digit: string): void => {
    run(live, "exhibit.add", {
      id: of,
      sha256: digit.repeat(64),
      size: 1000,
      name,
      mediaType: "text/plain",
      materialType,
      importedAt: NOW,
      importedVia: "file",
      strength: 1,
    });
  };
  run(live, "case.create", {
    title: "视频会员年卡",
    category: "other",
    lang: "zh-CN",
    respondent: { name: "某影视" },
    order: { id: order, number: "VIP88213", item: "会员年卡", paidFen: 22800, orderedAt: "2024-05-01T02:02:31.000Z" },
  });
  exhibit(bill, "账单.csv", "支付凭证", "a");
  exhibit(chat, "聊天.txt", "沟通记录", "b");
  run(live, "payment.add", {
    id: paid,
    provider: "alipay",
    transaction: "2024050122001",
    merchantOrder: "VIP88213",
    payee: "某影视",
    amountFen: 22800,
    paidAt: "2024-05-01T02:03:00.000Z",
    order,
  });
  run(live, "sighting.add", { of: `payment/${paid ?? ""}`, exhibit: bill, row: 25, amountFen: 22800 });
  run(live, "communication.add", {
    at: "2024-05-02T02:00:00.000Z",
    direction: "mine",
    medium: "chat",
    sender: "我",
    text: "订单VIP88213还没开通，请处理",
    exhibit: chat,
  });
  run(live, "draft.start", { kind: "application" });
}

function run(live: CaseLive, command: string, data: Readonly<Record<string, unknown>>): void {
  const done = live.run(command, data);
  if (!done.ok) throw new Error(`${command}: ${JSON.stringify(done.error)}`);
}

interface Mounted {
  readonly live: CaseLive;
  readonly said: string[];
  readonly ran: string[];
}

async function mount(
  size: readonly [number, number] = [900, 800],
  theme = "light",
  lang: "zh-CN" | "en" = "zh-CN",
): Promise<Mounted> {
  await page.viewport(...size);
  document.documentElement.dataset["theme"] = theme;
  document.documentElement.lang = lang;
  document.title = "letter";
  const mint = minted();
  const opened = await openCase(createMemoryDevice().tab(), caseId);
  if (!opened.ok) throw new Error(opened.error.kind);
  const said: string[] = [];
  const ran: string[] = [];
  const host = document.body.appendChild(document.createElement("main"));
  const made = createRoot((dispose) => {
    const live = createCaseLive(opened.value, {
      pack: () => pack,
      render: letterRenderer,
      now: () => NOW,
      by: () => undefined,
      mint,
      onRow: () => undefined,
      onRun: (_, name) => void ran.push(name),
    });
    fill(live);
    // Only what a letter asks for; anything else asked is a mistake and throws.
    const services = {
      say: {
        lang: () => lang,
        setLang: () => undefined,
        word: (code: string, args = {}) => word(code, args, lang),
        say: (m: Parameters<typeof say>[0]) => say(m, lang),
        has: () => true,
      },
      now: () => NOW,
      pack,
      fullPack: () => pack,
      typing: () => undefined,
      desk: {
        toast: () => undefined,
        announce: (text: string) => void said.push(text),
        exec: (name: string) => void said.push(name),
      },
    } as unknown as Services;
    const [draft] = live.all("draft");
    if (draft === undefined) throw new Error("no draft");
    const unmount = render(
      () => (
        <Served services={services}>
          <InCase live={live}>
            <LetterPaper letter={createLetter(services, live, draft.id)} />
          </InCase>
        </Served>
      ),
      host,
    );
    return {
      live,
      end: () => {
        unmount();
        live.dispose();
        dispose();
        host.remove();
      },
    };
  });
  ended = made.end;
  ran.length = 0;
  return { live: made.live, said, ran };
}

const texts = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-sentence-text]")];
const first = (): HTMLElement => {
  const [found] = texts();
  if (found === undefined) throw new Error("no sentence");
  return found;
};
const field = (): HTMLTextAreaElement => {
  const found = document.querySelector("[data-sentence] textarea");
  if (!(found instanceof HTMLTextAreaElement)) throw new Error("no field");
  return found;
};
const cards = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>("[data-finding]")].map((card) => card.dataset["finding"] ?? "");

/** Adds a sentence of one's own and gives back its words on the screen. */
async function ownSentence(live: CaseLive, text: string): Promise<HTMLElement> {
  const [draft] = live.all("draft");
  run(live, "sentence.own", { draft: draft?.id, part: "problem", text });
  await expect.element(page.getByText(text.slice(0, 2), { exact: false }).first()).toBeVisible();
  const found = texts().find((t) => t.textContent === text);
  if (found === undefined) throw new Error("not shown");
  return found;
}

describe("[A3] editing a sentence", () => {
  test("[A3] Enter edits, Enter saves, the sentence is marked as rewritten and can be put back", async () => {
    const { live, ran } = await mount();
    const before = first().textContent;
    first().focus();
    await userEvent.keyboard("{Enter}");
    expect(document.activeElement).toBe(field());
    await userEvent.keyboard("另外说明。");
    expect(ran).toEqual([]);
    await userEvent.keyboard("{Enter}");
    expect(ran).toEqual(["sentence.rewrite"]);
    expect(document.activeElement).toBe(first());
    const [stored] = live.all("sentence").filter((s) => s.text !== undefined);
    expect(stored?.text).toContain("另外说明。");
    await page.getByRole("button", { name: "改回原来的写法" }).first().click();
    expect(live.all("sentence").filter((s) => s.text !== undefined)).toEqual([]);
    expect(first().textContent).toBe(before);
  });

  test("[A3] during a composition nothing is saved and nothing on the screen changes; afterwards all of it shows", async () => {
    const { live, ran } = await mount();
    first().click();
    const text = field();
    const block = text.closest("[data-sentence]");
    text.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    text.value += "ni";
    text.dispatchEvent(new InputEvent("input", { bubbles: true, isComposing: true }));
    const changes: MutationRecord[] = [];
    const watch = new MutationObserver((list) => changes.push(...list));
    watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    // Enter that picks a candidate ends no editing.
    text.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }));
    // Meanwhile somebody else adds a sentence that has a finding.
    const [draft] = live.all("draft");
    run(live, "sentence.own", { draft: draft?.id, part: "problem", text: "平台骗人。" });
    ran.length = 0;
    changes.push(...watch.takeRecords());
    expect(changes.map((c) => `${c.type} ${c.target.nodeName}`)).toEqual([]);
    expect([ran, cards(), field() === text, block?.contains(text)]).toEqual([[], [], true, true]);
    watch.disconnect();
    text.value = text.value.replace(/ni$/, "你");
    text.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "你" }));
    await expect.poll(() => cards().length).toBeGreaterThan(0);
    expect(field()).toBe(text);
    text.blur();
    expect(ran).toEqual(["sentence.rewrite"]);
    expect(live.all("sentence").some((s) => s.text?.endsWith("你") === true)).toBe(true);
  });

  test("[A3] what was typed and not left yet is saved after a pause", async () => {
    const { ran } = await mount();
    first().click();
    await userEvent.keyboard("补充");
    await expect.poll(() => ran).toEqual(["sentence.rewrite"]);
    expect(document.activeElement).toBe(field());
  });
});

describe("[W1] findings and fixes", () => {
  test("[W1] an accusation is marked, and one press on the first fix takes it out", async () => {
    const { live } = await mount();
    const text = await ownSentence(live, "平台骗人。");
    expect(text.querySelector("[data-mark]")?.textContent).toBe("平台骗人");
    const card = text.closest("[data-sentence]")?.querySelector<HTMLElement>('[data-finding^="W1"]');
    expect(card?.textContent).toContain("骗人");
    card?.querySelector<HTMLElement>("[data-fix]")?.focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => texts().some((t) => t.textContent?.includes("骗人") === true)).toBe(false);
    expect(document.activeElement).not.toBe(document.body);
    expect(live.undo().applied).toBe(1);
    await expect.poll(() => texts().some((t) => t.textContent?.includes("骗人") === true)).toBe(true);
  });

  test("[W1] the fix key goes to the fixes, arrows between them, Escape back to the sentence", async () => {
    const { live } = await mount();
    const text = await ownSentence(live, "平台骗人。");
    text.focus();
    await userEvent.keyboard("{Control>}.{/Control}");
    expect(document.activeElement?.hasAttribute("data-fix")).toBe(true);
    const one = document.activeElement;
    await userEvent.keyboard("{ArrowRight}");
    expect(document.activeElement).not.toBe(one);
    await userEvent.keyboard("{Escape}");
    expect(document.activeElement).toBe(text);
  });

  test("[A2] arrows and J, K go from sentence to sentence, and only one of them is in the tab order", async () => {
    await mount();
    const all = texts();
    expect(all.length).toBeGreaterThan(1);
    all[0]?.focus();
    await userEvent.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(all[1]);
    await userEvent.keyboard("k");
    expect(document.activeElement).toBe(all[0]);
    await userEvent.keyboard("{End}");
    expect(document.activeElement).toBe(all.at(-1));
    expect(texts().filter((t) => t.tabIndex === 0)).toEqual([all.at(-1)]);
  });

  test("[A2] leaving a sentence out keeps the focus in the letter and can be taken back", async () => {
    const { live } = await mount();
    const count = texts().length;
    first().focus();
    const block = first().closest("[data-sentence]");
    block?.querySelector<HTMLElement>("[aria-haspopup=menu]")?.click();
    await page.getByRole("menuitem", { name: "不写这一句" }).click();
    expect(texts().length).toBe(count - 1);
    expect(document.activeElement === document.body).toBe(false);
    await page.getByText("没写进去的 1 句").click();
    await page.getByRole("button", { name: "放回来" }).click();
    expect(texts().length).toBe(count);
    expect(live.all("sentence").filter((s) => s.omitted === true)).toEqual([]);
  });

  test("[A2] a sentence's chips go to what it rests on", async () => {
    const { said } = await mount();
    await page.getByRole("button", { name: "证据 1", exact: true }).first().click();
    expect(said).toContain("case.open");
  });
});

describe("[A6] accessibility", () => {
  test.each([
    ["light", "zh-CN", 900],
    ["dark", "zh-CN", 360],
    ["contrast", "en", 360],
  ] as const)("[A6] clean in %s, %s, %d px wide, with findings", async (theme, lang, width) => {
    const { live } = await mount([width, 800], theme, lang);
    await ownSentence(live, "平台骗人。");
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });
});
