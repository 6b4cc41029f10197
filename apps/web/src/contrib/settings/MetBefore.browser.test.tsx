/** Other sides met before, in a real browser: listed, forgotten, and the forgetting taken back. */
import "@recourse/ui/theme.css";
import { civil, id, type Id } from "@recourse/core";
import axe from "axe-core";
import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { createMemoryServices } from "../../parts/memory-case.fixture.ts";
import { Served } from "../../parts/served.tsx";
import type { MetRespondent } from "../../services/respondent-list.ts";
import { MetBefore } from "./MetBefore.tsx";

let ended: (() => void) | undefined;
afterEach(() => {
  ended?.();
  ended = undefined;
});

const record: MetRespondent = {
  id: id("01ARZ3NDEKTSV4RRFFQ69G5FA1"),
  caseId: id("01ARZ3NDEKTSV4RRFFQ69G5FA2"),
  name: "蓝鲸影视科技有限公司",
  category: "membership",
  outcome: "partial",
  closedOn: civil("2024-03-05"),
  lettersSent: 2,
  filings: 1,
  paidFen: 29_900,
  receivedFen: 10_000,
  excuses: [],
};

test("[S3] one that is forgotten is gone from the list, and comes back when that is undone; without any there is nothing", async () => {
  await page.viewport(360, 700);
  const host = document.createElement("main");
  document.body.append(host);
  const [gone, setGone] = createSignal<readonly Id[]>([]);
  const offered: (() => void)[] = [];
  const plain = createMemoryServices(undefined).services;
  const { services } = createMemoryServices(undefined, {
    respondents: {
      all: () => (gone().includes(record.id) ? [] : [record]),
      forget: (each) => void setGone([each]),
      recall: () => void setGone([]),
    },
    desk: { ...plain.desk, toast: ({ action }) => void (action !== undefined && offered.push(action.run)) },
  });
  const end = render(
    () => (
      <Served services={services}>
        <MetBefore />
      </Served>
    ),
    host,
  );
  ended = () => {
    end();
    host.remove();
  };
  expect(host.textContent).toContain("只退回一部分。付 299.00 元，看到退回 100.00 元。");
  const forget = page.getByRole("button", { name: "不再记着：蓝鲸影视科技有限公司" });
  expect(forget.element().getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  expect((await axe.run(host)).violations.map((v) => v.id)).toEqual([]);
  await forget.click();
  expect(host.textContent).toBe("");
  offered[0]?.();
  await expect.element(forget).toBeVisible();
});
