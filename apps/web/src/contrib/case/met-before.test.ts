/** When a name that is typed is one met before. */
import { civil } from "@recourse/core";
import { expect, test } from "vitest";
import { createIds } from "../../parts/memory-case.fixture.ts";
import { metBefore } from "./met-before.ts";

const mint = createIds();
const record = (name: string) => ({
  id: mint(),
  caseId: mint(),
  name,
  category: "membership" as const,
  outcome: "stopped",
  closedOn: civil("2024-05-05"),
  lettersSent: 1,
  filings: 0,
  paidFen: 29_900,
  receivedFen: 0,
  excuses: [],
});
const records = ["蓝鲸影视科技有限公司", "ABC 网络", "张*"].map(record);
const met = (name: string): readonly string[] => metBefore(records, name).map((r) => r.name);

test("[S3] the same name, however it is written, and a part of it that is long enough", () => {
  expect(met("蓝鲸影视科技有限公司")).toEqual(["蓝鲸影视科技有限公司"]);
  expect(met("蓝鲸影视")).toEqual(["蓝鲸影视科技有限公司"]);
  expect(met("ａｂｃ网络")).toEqual(["ABC 网络"]);
  expect(met("购于蓝鲸影视科技有限公司官网")).toEqual(["蓝鲸影视科技有限公司"]);
});

test("[S3] a few characters of it are nobody yet", () => {
  expect(met("蓝鲸")).toEqual([]);
  expect(met("  ")).toEqual([]);
  expect(met("红鲸影视科技有限公司")).toEqual([]);
});

test("[P1] a covered name of a person is never recognised", () => {
  expect(met("张三")).toEqual([]);
  expect(met("张*")).toEqual([]);
});
