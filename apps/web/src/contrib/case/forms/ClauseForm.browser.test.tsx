/** Capturing a term in a real browser: the suggested meaning, its numbers, the quote check, and what is written. */
import "@recourse/ui/theme.css";
import { sha256 } from "@recourse/core";
import axe from "axe-core";
import { render } from "solid-js/web";
import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createMemoryCase, createMemoryServices, type MemoryCase } from "../../../parts/memory-case.fixture.ts";
import { InCase, Served } from "../../../parts/served.tsx";
import { ClauseForm } from "./ClauseForm.tsx";

let ended: (() => void) | undefined;
afterEach(() => {
  ended?.();
  ended = undefined;
});

const RULE = "第 5 条 下单后 24 小时内未开始的，可申请全额退款。\n第 6 条 其他情况不予退款。";

async function mount() {
  await page.viewport(700, 900);
  const host = document.createElement("main");
  document.body.append(host);
  const made: { of?: MemoryCase; exhibit?: string; done: number } = { done: 0 };
  const end = render(() => {
    const of = createMemoryCase({
      title: "年卡",
      category: "membership",
      order: { number: "1", item: "年卡", paidFen: 100, orderedAt: "2024-05-01T02:00:00.000Z" },
    });
    made.of = of;
    made.exhibit = of.must("exhibit.add", {
      sha256: sha256("b".repeat(64)),
      size: 10,
      name: "服务规则.txt",
      mediaType: "text/plain",
      materialType: "平台规则",
      importedAt: "2024-05-05T00:00:00.000Z",
      importedVia: "drop",
      strength: 1,
      text: RULE,
    })[0];
    const { services } = createMemoryServices(of.live);
    return (
      <Served services={services}>
        <InCase live={of.live}>
          <ClauseForm
            command="clause.add"
            data={{ ask: "capture", exhibit: made.exhibit }}
            onDone={() => (made.done += 1)}
          />
        </InCase>
      </Served>
    );
  }, host);
  ended = () => {
    end();
    host.remove();
  };
  if (made.of === undefined) throw new Error("not rendered");
  const clauses = () => Object.values(made.of?.case().live.clause ?? {});
  return { host, made, of: made.of, clauses };
}

const quoteField = () => page.getByRole("textbox", { name: "原话" });

describe("clause form", () => {
  test("[B2] a sentence of the screenshot becomes the quote, its meaning is suggested, and saving writes both", async () => {
    const { clauses, made, of } = await mount();
    await page.getByRole("button", { name: "第 5 条 下单后 24 小时内未开始的，可申请全额退款。" }).click();
    await expect.element(quoteField()).toHaveValue("第 5 条 下单后 24 小时内未开始的，可申请全额退款。");
    // "24 小时内未开始" is recognised: not started, within 24 hours, ever.
    await expect.element(page.getByRole("textbox", { name: "多少小时（可不填）" })).toHaveValue("24");
    await page.getByRole("textbox", { name: "规则的名字" }).fill("服务规则");
    await page.getByRole("textbox", { name: "多少小时（可不填）" }).fill("48");
    await page.getByRole("button", { name: "保存" }).click();
    expect(made.done).toBe(1);
    const [clause] = clauses();
    expect(clause).toMatchObject({
      document: "服务规则",
      ground: "not_started",
      condition: { type: "not_started", hours: 48, tense: "ever" },
      shownAtOrder: "unknown",
    });
    // The capture is evidence for the breach and for who is responsible (E2).
    const links = Object.values(of.case().live.link).map((l) => l.element);
    expect(links.toSorted()).toEqual(["breach", "responsibility"]);
  });

  test("[B2] a quote that does not stand in the screenshot is said at once", async () => {
    const { host } = await mount();
    await quoteField().fill("下单后随时可申请全额退款");
    await expect.element(page.getByText("这句原话在截图的文字里找不到，请核对。")).toBeVisible();
    await quoteField().fill("下单后 24 小时内未开始的，可申请全额退款");
    expect(host.textContent).not.toContain("找不到，请核对");
  });

  test("[B2] nothing is written while words or document are missing, and the first gap has the focus", async () => {
    const { clauses } = await mount();
    await page.getByRole("button", { name: "保存" }).click();
    expect(clauses()).toEqual([]);
    await expect.element(quoteField()).toHaveFocus();
    await expect.element(quoteField()).toHaveAttribute("aria-invalid", "true");
  });

  test("[A6] it can be filled by keyboard alone, and axe finds nothing", async () => {
    const { clauses, host } = await mount();
    host.querySelector<HTMLElement>("textarea")?.focus();
    await userEvent.keyboard("未使用的可退款");
    await userEvent.tab();
    await userEvent.keyboard("退款政策");
    await userEvent.keyboard("{Enter}");
    expect(clauses()).toHaveLength(1);
    expect((await axe.run(host)).violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ""}`)).toEqual([]);
  });
});
