/** Money back and the end of a case in a real browser: told is not seen, ending asks a reason, and the look back counts. */
import { instant, sha256 } from "@recourse/core";
import type { JSX } from "solid-js";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import type { ViewProps } from "@recourse/ui";
import { createMemoryCase, FIXTURE_NOW, type MemoryCase } from "../../parts/memory-case.fixture.ts";
import { mountPage, type MountedPage } from "../../parts/mounted-page.fixture.tsx";
import { CasePage } from "../../parts/CasePage.tsx";
import type { Services } from "../../services/services.ts";
import { CloseForm } from "./forms/CloseForm.tsx";
import { Settlement } from "./Settlement.tsx";

let mounted: MountedPage | undefined;
afterEach(() => {
  mounted?.end();
  mounted = undefined;
});

/** The section and the window that ends the case, without the window. */
function Both(props: ViewProps<Services>): JSX.Element {
  return (
    <CasePage {...props}>
      {() => (
        <>
          <Settlement />
          <CloseForm data={{}} onDone={() => undefined} />
        </>
      )}
    </CasePage>
  );
}
/** As asked by whoever stops. */
function Stopping(props: ViewProps<Services>): JSX.Element {
  return <CasePage {...props}>{() => <CloseForm data={{ outcome: "stopped" }} onDone={() => undefined} />}</CasePage>;
}
function Alone(props: ViewProps<Services>): JSX.Element {
  return <CasePage {...props}>{() => <Settlement />}</CasePage>;
}

const BILL = "e".repeat(32);
/** 299.00 yuan paid, asked for back on 2 May. */
function asked(): MemoryCase {
  const of = createMemoryCase({
    title: "年卡",
    category: "membership",
    respondent: { name: "某某视频科技有限公司" },
    order: { number: "1", item: "年卡", paidFen: 29_900, orderedAt: instant("2024-05-01T10:02:31+08:00") },
  });
  of.must("intake.take", {
    changes: [
      {
        op: "put",
        kind: "exhibit",
        id: BILL,
        value: {
          sha256: sha256("e".repeat(64)),
          size: 10,
          name: "账单.csv",
          mediaType: "text/csv",
          materialType: "支付凭证",
          importedAt: "2024-05-05T00:00:00.000Z",
          importedVia: "drop",
          strength: 1,
        },
      },
    ],
  });
  const [order] = of.live.ids("order");
  of.must("payment.add", {
    order,
    amountFen: 29_900,
    paidAt: instant("2024-05-01T10:02:31+08:00"),
    provider: "alipay",
    payee: "某某视频科技有限公司",
    transaction: "T1",
  });
  of.must("event.append", { type: "application.submitted", at: instant("2024-05-02T10:00:00+08:00") });
  return of;
}
/** A refund, seen in the bill or only told. */
function refund(of: MemoryCase, amountFen: number, transaction: string, seen = true): void {
  const [made] = of.must("refund.add", {
    payment: of.live.ids("payment")[0],
    amountFen,
    at: instant("2024-05-04T10:00:00+08:00"),
    provider: "alipay",
    route: "original",
    transaction,
  });
  if (seen) of.must("link.add", { exhibit: BILL, element: "amount", code: "proves.refund", shows: `refund/${made}` });
}

describe("[S1] [S2] what came back", () => {
  test("[S2] told is shown as told; a part, then all of it, by what the bill shows", async () => {
    const { host, of } = (mounted = await mountPage(page, Alone, asked));
    refund(of, 10_000, "R1", false);
    expect(host.textContent).toContain("只是听说，还没看到");
    expect(host.querySelector("[data-settlement]")?.getAttribute("data-settlement")).toBe("open");
    refund(of, 10_000, "R2");
    // 299.00 − 100.00.
    expect(host.textContent).toContain("还差 199.00 元");
    refund(of, 19_900, "R3");
    expect(host.querySelector("[data-settlement]")?.getAttribute("data-settlement")).toBe("complete");
    expect(host.textContent).not.toContain("¥100.00 元");
  });

  test("[S1] ending without the money asks for a reason; with it, not", async () => {
    const { host, of } = (mounted = await mountPage(page, Both, asked));
    await page.getByRole("button", { name: "结束这件事" }).last().click();
    expect(host.querySelector("[aria-invalid=true]")).not.toBeNull();
    expect(of.live.course().turn).not.toBe("none");
    await page.getByRole("combobox", { name: "结果" }).selectOptions("stopped");
    await page.getByRole("textbox", { name: "为什么到这里" }).fill("不想再花时间");
    await page.getByRole("button", { name: "结束这件事" }).last().click();
    expect(of.live.course().turn).toBe("none");
  });

  test("[L7] whoever stops is asked with that in place; that the money came back cannot be said while it is not seen", async () => {
    const { host } = (mounted = await mountPage(page, Stopping, asked));
    const list = host.querySelector("select");
    expect(list?.value).toBe("stopped");
    expect([...(list?.options ?? [])].map((o) => o.value)).not.toContain("refunded");
  });

  test("[S3] the look back stands there once it is closed, and goes when it is opened again", async () => {
    const { host, of, log } = (mounted = await mountPage(page, Alone, () => {
      const made = asked();
      refund(made, 29_900, "R1");
      made.must("case.close", { at: FIXTURE_NOW, outcome: "refunded" });
      return made;
    }));
    const back = host.querySelector("[data-look-back]");
    // Asked on 2 May, closed on 5 May.
    expect(back?.textContent).toContain("付了 299.00 元，看到退回 299.00 元。写了 1 封信，提交了 0 次，用了 3 天");
    expect(back?.textContent).not.toMatch(/[a-z]+\.[a-z_]+/);
    await page.getByRole("button", { name: "下次付钱之前" }).click();
    expect(log.executed.at(-1)?.command).toBe("purchase.check");
    await page.getByRole("button", { name: "再打开" }).click();
    expect(host.querySelector("[data-look-back]")).toBeNull();
    expect(of.live.course().turn).not.toBe("none");
  });
});

test.each([900, 360])(
  "[A6] axe finds nothing at %i px, and nothing is lower than a finger on a phone",
  async (width) => {
    mounted = await mountPage(
      page,
      Both,
      () => {
        const made = asked();
        refund(made, 10_000, "R1");
        return made;
      },
      { width },
    );
    expect(await mounted.findings()).toEqual([]);
  },
);
