/** A new case in a real browser: two answers are enough, what is wrong is said, and what was typed reaches the command. */
import "@recourse/ui/theme.css";
import { civil, id, ok } from "@recourse/core";
import axe from "axe-core";
import { render } from "solid-js/web";
import { afterEach, describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { createMemoryServices } from "../../parts/memory-case.fixture.ts";
import { Served } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import { NewCaseForm } from "./NewCase.tsx";

let ended: (() => void) | undefined;
afterEach(() => {
  ended?.();
  ended = undefined;
});

const CASE = id("01ARZ3NDEKTSV4RRFFQ69G5FAV");

async function mount(width = 700, met: Services["respondents"]["all"] = () => []) {
  await page.viewport(width, 900);
  const host = document.createElement("main");
  document.body.append(host);
  const created: Readonly<Record<string, unknown>>[] = [];
  const plain = createMemoryServices(undefined);
  const cases = {
    ...plain.services.cases,
    create: (data: Readonly<Record<string, unknown>>) => {
      created.push(data);
      return Promise.resolve(ok(CASE));
    },
  };
  const respondents = { ...plain.services.respondents, all: met };
  const { services, log } = createMemoryServices(undefined, { cases, respondents });
  const end = render(
    () => (
      <Served services={services}>
        <NewCaseForm onDone={() => undefined} />
      </Served>
    ),
    host,
  );
  ended = () => {
    end();
    host.remove();
  };
  return { host, created, log };
}

const submit = () => page.getByRole("button", { name: "新建案件" });

describe("new case", () => {
  test("[G2] the warning about fake helpers stands before everything else", async () => {
    const { host } = await mount();
    expect(host.textContent.trim().startsWith("退款不用先交钱")).toBe(true);
  });

  test("[G2] nobody can vouch for a refund, and nothing here takes a password", async () => {
    const { host } = await mount();
    expect(host.textContent).toContain("谁也打不了包票");
    expect(host.textContent).toContain("这里没有填密码和验证码的地方");
    expect(host.querySelector("input[type=password]")).toBeNull();
  });

  test("[S3] somebody met before is said so quietly, by the name that is typed; another name says nothing", async () => {
    const before = {
      id: id("01ARZ3NDEKTSV4RRFFQ69G5FA1"),
      caseId: CASE,
      name: "蓝鲸影视科技有限公司",
      category: "membership" as const,
      outcome: "refunded",
      closedOn: civil("2024-03-05"),
      days: 12,
      lettersSent: 2,
      filings: 1,
      paidFen: 29_900,
      receivedFen: 29_900,
      excuses: [],
    };
    const { host } = await mount(700, () => [before]);
    const name = page.getByRole("textbox", { name: /对方叫什么/ });
    await name.fill("红鲸影视科技有限公司");
    expect(host.querySelector("[data-met]")).toBeNull();
    await name.fill("蓝鲸影视");
    expect(host.querySelector("[data-met]")?.textContent).toBe(
      "和“蓝鲸影视科技有限公司”有过一件事，2024年3月5日结束：钱退回来了。付 299.00 元，看到退回 299.00 元，用了 12 天。",
    );
  });

  test("[L3] a kind and a name are enough; the case opens", async () => {
    const { created, log } = await mount();
    await page.getByRole("radio", { name: /会员、订阅/ }).click();
    await page.getByRole("textbox", { name: "给这件事起个名字" }).fill("视频会员年卡");
    await submit().click();
    await expect.poll(() => created).toEqual([{ title: "视频会员年卡", category: "membership", lang: "zh-CN" }]);
    await expect.poll(() => log.executed).toEqual([{ command: "case.open", arg: { caseId: CASE } }]);
  });

  test("[D1] amount and time make the order, in fen and by the clock of Shanghai", async () => {
    const { created } = await mount();
    await page.getByRole("radio", { name: /在线课程/ }).click();
    await page.getByRole("textbox", { name: "给这件事起个名字" }).fill("网课");
    await page.getByRole("textbox", { name: /付了多少元/ }).fill("¥1,980.00");
    await page.getByLabelText(/下单时间/).fill("2024-05-01T10:02");
    await page.getByRole("textbox", { name: /订单号/ }).fill("K20261102");
    await submit().click();
    await expect.poll(() => created).toHaveLength(1);
    expect(created[0]?.["order"]).toEqual({
      number: "K20261102",
      item: "网课",
      paidFen: 198_000,
      orderedAt: "2024-05-01T02:02:00.000Z",
    });
  });

  test("[A2] what is missing or wrong is said beside its field, and nothing is created", async () => {
    const { host, created } = await mount();
    await page.getByRole("textbox", { name: /付了多少元/ }).fill("一百");
    await submit().click();
    expect(created).toEqual([]);
    expect(host.textContent).toContain("写成 100 或 100.00 这样");
    expect(host.textContent.match(/这一项要填/g)).toHaveLength(2);
  });

  test.each([700, 360])(
    "[A6] axe finds nothing at %i px and no control is smaller than a finger on a phone",
    async (width) => {
      const { host } = await mount(width);
      expect((await axe.run(host)).violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ""}`)).toEqual([]);
      const small = [
        ...host.querySelectorAll<HTMLElement>(
          "button, select, label:has(input[type=radio]), summary, input:not([type=radio]):not([type=file])",
        ),
      ].filter((e) => e.getBoundingClientRect().height < (width === 360 ? 44 : 24));
      expect(small.map((e) => e.outerHTML.slice(0, 80))).toEqual([]);
    },
  );
});
