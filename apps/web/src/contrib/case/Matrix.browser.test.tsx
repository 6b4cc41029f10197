/** The proof table in a real browser: what is open, what a press asks, and what removing an exhibit reopens. */
import "@recourse/ui/theme.css";
import { ref, sha256 } from "@recourse/core";
import axe from "axe-core";
import { render } from "solid-js/web";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { createMemoryCase, createMemoryServices, type MemoryCase } from "../../parts/memory-case.fixture.ts";
import { InCase, Served } from "../../parts/served.tsx";
import { Matrix } from "./Matrix.tsx";

let ended: (() => void) | undefined;
afterEach(() => {
  ended?.();
  ended = undefined;
});

/** A yearly membership that was paid and never switched on: bill, promise page; no conversation. */
function membership(): { readonly of: MemoryCase; readonly bill: string; readonly page: string } {
  const of = createMemoryCase({
    title: "视频会员年卡",
    category: "membership",
    purpose: "life",
    respondent: { name: "某影视" },
    order: { number: "VIP-88213", item: "年卡", paidFen: 22_800, orderedAt: "2024-05-01T02:02:31.000Z" },
  });
  const order = of.case().live.order;
  const [orderId = ""] = Object.keys(order);
  const exhibit = (digit: string, name: string, materialType: string): string =>
    of.must("exhibit.add", {
      sha256: sha256(digit.repeat(64)),
      size: 10,
      name,
      mediaType: "image/png",
      materialType,
      importedAt: `2024-05-05T00:00:0${digit}.000Z`,
      importedVia: "drop",
      strength: 1,
    })[0] ?? "";
  const bill = exhibit("1", "账单.png", "支付凭证");
  const promised = exhibit("2", "承诺页.png", "服务承诺");
  const [payment = ""] = of.must("payment.add", {
    provider: "alipay",
    transaction: "2024050122001",
    merchantOrder: "VIP-88213",
    payee: "某影视",
    payeeKind: "merchant",
    amountFen: 22_800,
    paidAt: "2024-05-01T02:03:00.000Z",
    order: orderId,
  });
  of.must("sighting.add", { of: ref("payment", payment), exhibit: bill, row: 1, amountFen: 22_800 });
  for (const element of ["order_exists", "amount", "respondent_identity"])
    of.must("link.add", { exhibit: bill, element, code: "proves.payment" });
  of.must("undertaking.add", {
    order: orderId,
    counter: "days",
    quantity: 365,
    startWithinHours: 1,
    quote: "立即开通",
    exhibit: promised,
    shownAtOrder: "yes",
  });
  of.must("link.add", { exhibit: promised, element: "order_exists", proves: "页面写着立即开通" });
  return { of, bill, page: promised };
}

async function mount(width = 1280) {
  await page.viewport(width, 800);
  const host = document.createElement("main");
  document.body.append(host);
  let made: ReturnType<typeof membership> | undefined;
  let desk: ReturnType<typeof createMemoryServices> | undefined;
  const end = render(() => {
    made = membership();
    desk = createMemoryServices(made.of.live);
    return (
      <Served services={desk.services}>
        <InCase live={made.of.live}>
          <Matrix />
        </InCase>
      </Served>
    );
  }, host);
  ended = () => {
    end();
    host.remove();
  };
  if (made === undefined || desk === undefined) throw new Error("not rendered");
  return { ...made, log: desk.log, host };
}

const verdict = (host: HTMLElement, element: string): string | undefined =>
  host.querySelector<HTMLElement>(`[data-element="${element}"] [data-verdict]`)?.dataset["verdict"];

describe("proof table", () => {
  test("[E1] rows are points, columns are materials, and what is shown says so in words", async () => {
    const { host } = await mount();
    // Bill (payment, number, amount, payee) and promise page: the order is shown; nothing shows the breach or who is responsible.
    expect(verdict(host, "order_exists")).toBe("ok");
    expect(verdict(host, "amount")).toBe("ok");
    expect(verdict(host, "responsibility")).toBe("none");
    const heads = [...host.querySelectorAll("thead th")].map((th) => th.textContent.trim());
    expect(heads[0]).toBe("要说明的事");
    expect(heads).toContain("1 支付凭证");
    expect(heads).toContain("2 服务承诺");
    expect(heads.at(-1)).toBe("结论");
    expect(host.querySelector('[data-element="order_exists"]')?.textContent).toContain("页面写着立即开通");
  });

  test("[E5] an open cell is the button that gets the missing thing", async () => {
    const { host, log, of } = await mount();
    const gap = [...host.querySelectorAll<HTMLButtonElement>('[data-element="responsibility"] td button')].find((b) =>
      b.textContent.includes("聊天"),
    );
    gap?.click();
    expect(log.executed).toEqual([
      { command: "case.ask", arg: { caseId: of.live.caseId, command: "inbox.add", data: { material: "沟通记录" } } },
    ]);
  });

  test("[E6] removing an exhibit reopens exactly what it carried; restoring closes it again", async () => {
    const { host, of, page: promised } = await mount();
    const before = ["order_exists", "breach", "responsibility", "respondent_identity", "amount"].map((e) =>
      verdict(host, e),
    );
    const row = host.querySelector('[data-element="order_exists"]');
    of.must("exhibit.remove", { id: promised });
    const after = ["order_exists", "breach", "responsibility", "respondent_identity", "amount"].map((e) =>
      verdict(host, e),
    );
    // The promise page carried only its part of "the order exists".
    expect(after).toEqual(["weak", ...before.slice(1)]);
    expect(host.querySelector('[data-element="order_exists"]')).toBe(row);
    of.must("exhibit.restore", { id: promised });
    expect(verdict(host, "order_exists")).toBe("ok");
  });

  test("[E6] a live change keeps the focus on the cell it was on", async () => {
    const { host, of, page: promised } = await mount();
    const button = host.querySelector<HTMLButtonElement>('[data-element="amount"] td button');
    button?.focus();
    of.must("exhibit.remove", { id: promised });
    expect(document.activeElement).toBe(button);
  });

  test.each([1280, 360])("[A6] axe finds nothing at %i px", async (width) => {
    const { host } = await mount(width);
    const found = await axe.run(host);
    expect(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`)).toEqual([]);
    expect(host.querySelector("table") === null).toBe(width === 360);
  });
});
