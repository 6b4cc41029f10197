/** The chart in a real browser: drawn as SVG, worded to the digit, and the same as a table. */
import "@recourse/ui/theme.css";
import { addHours, instant, sha256 } from "@recourse/core";
import axe from "axe-core";
import { render } from "solid-js/web";
import { afterEach, describe, expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { createMemoryCase, createMemoryServices } from "../../parts/memory-case.fixture.ts";
import { InCase, Served } from "../../parts/served.tsx";
import { Chart } from "./Chart.tsx";

let ended: (() => void) | undefined;
afterEach(() => {
  ended?.();
  ended = undefined;
});

/** Readings every 6 hours: 5231 before the order, unmoved for 30 hours, then up 300, then down 100. */
/** The library is loaded on first use. */
const DRAWN = { timeout: 20_000 };
const VALUES = [5231, 5231, 5231, 5233, 5233, 5233, 5233, 5233, 5533, 5533, 5433];

async function mount(category: string) {
  await page.viewport(900, 700);
  const host = document.createElement("main");
  document.body.append(host);
  const end = render(() => {
    const of = createMemoryCase({
      title: "1000 粉丝包月",
      category,
      order: { number: "20240501001", item: "粉丝", paidFen: 10_000, orderedAt: "2024-05-01T02:00:00.000Z" },
    });
    const [orderId = ""] = Object.keys(of.case().live.order);
    const [exhibit = ""] = of.must("exhibit.add", {
      sha256: sha256("a".repeat(64)),
      size: 10,
      name: "后台数据.csv",
      mediaType: "text/csv",
      materialType: "后台数据",
      importedAt: "2024-05-05T00:00:00.000Z",
      importedVia: "drop",
      strength: 1,
    });
    of.must("undertaking.add", {
      order: orderId,
      counter: "followers",
      quantity: 1000,
      startWithinHours: 2,
      quote: "2 小时内启动",
      shownAtOrder: "unknown",
    });
    VALUES.forEach((value, n) =>
      of.must("reading.add", {
        counter: "followers",
        at: addHours(instant("2024-04-30T22:00:00+08:00"), n * 6),
        value,
        exhibit,
        row: n + 2,
        order: orderId,
      }),
    );
    const { services } = createMemoryServices(of.live);
    return (
      <Served services={services}>
        <InCase live={of.live}>
          <Chart />
        </InCase>
      </Served>
    );
  }, host);
  ended = () => {
    end();
    host.remove();
  };
  return host;
}

describe("chart", () => {
  test("[M2] it is drawn as SVG with a description, and the order and the last reading not started are marked", async () => {
    const host = await mount("engagement");
    const svg = await vi.waitFor(() => {
      const found = host.querySelector("svg[aria-label='粉丝数']");
      expect(found).not.toBeNull();
      return found;
    }, DRAWN);
    expect(svg?.getAttribute("aria-description")).toContain("仍未启动");
    // 2024-04-30 22:00 + 7 × 6 h = 2024-05-02 16:00: the last reading at 5233.
    expect(svg?.textContent).toContain("最后一次仍未启动 05-02 16:00");
    expect(svg?.textContent).toContain("下单 10:00");
  });

  test("[M4] the sentences say readings, moments and both shares", async () => {
    const host = await mount("engagement");
    const text = host.querySelector("[data-measure-sentences]")?.textContent ?? "";
    // Order 05-01 10:00; 05-02 16:00 is 30 h later; 5233 − 5231 = 2; the line is max(2 % of 1000, 10) = 20.
    expect(text).toContain(
      "截至下单后 30 小时 0 分（2024年5月2日 16:00，后台数据.csv）仍未启动：5233，增加 2，未超过判定线 20",
    );
    // 5533 → 5433 loses 100 of 302 gained (33.1 %) and of 5533 in all (1.8 %), 6 h after the last reading at the top.
    expect(text).toContain("减少 100");
    expect(text).toContain("占已增加量 33.1%，占总数 1.8%");
    expect(text).toContain("最长有 6 小时没有读数");
    expect(host.textContent).toContain("11 次读数 · 最大间隔 6 小时");
  });

  test("[A6] the readings stand in a table too, and axe finds nothing in either form", async () => {
    const host = await mount("engagement");
    await vi.waitFor(() => expect(host.querySelector("svg[aria-label='粉丝数']")).not.toBeNull(), DRAWN);
    const violations = async (): Promise<readonly string[]> =>
      (await axe.run(host)).violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ""}`);
    expect(await violations()).toEqual([]);
    const toggle = [...host.querySelectorAll("button")].find((b) => b.textContent.includes("看数字表"));
    toggle?.click();
    const rows = [...host.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toHaveLength(VALUES.length);
    expect(rows[8]).toEqual(["2024年5月2日 22:00", "5533", "+300", "后台数据.csv"]);
    expect(await violations()).toEqual([]);
  });

  test("[B9] a course has no follower chart", async () => {
    const host = await mount("course");
    expect(host.textContent).toBe("");
  });
});
