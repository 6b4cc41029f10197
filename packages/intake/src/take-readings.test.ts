/**
 * Series, lists of accounts and talk through the one entry, with values worked out by hand from the files.
 */
import { describe, expect, test } from "vitest";
import { all, apply } from "@recourse/core";
import { acceptOffer } from "./index.ts";
import {
  alice,
  BY_HAND,
  caseId,
  caseWith,
  codes,
  contextOf,
  derived,
  digest,
  fileOf,
  links,
  LIST,
  now,
  orderId,
  QQ,
  sample,
  SERIES,
  take,
  textFile,
  WINDOW,
} from "./take.fixture.ts";

describe("readings, lists and talk", () => {
  test("[M1] series: 32 readings, rows 2 to 33, bound to their screenshots", async () => {
    const { after, recognised, findings } = await take(caseWith(), fileOf(SERIES));
    const readings = all(after, "reading").toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));
    const exhibit = derived("exhibit", caseId, digest(sample(SERIES)));
    expect([recognised, readings.length, findings]).toEqual(["series", 32, []]);
    expect(readings[0]).toEqual({
      id: derived("reading", exhibit, "2"),
      counter: "followers",
      platform: "抖音",
      account: "demo_account",
      at: "2024-04-30T16:00:00.000Z",
      value: 5230,
      exhibit,
      row: 2,
      sourceFile: "20240501001-后台数据-000.png",
      order: orderId,
      by: alice,
      recordedAt: now,
    });
    expect([readings[31]?.row, readings[31]?.value, readings[31]?.at]).toEqual([33, 5395, "2024-05-04T13:00:00.000Z"]);
    expect(links(after)).toEqual(["breach proves.series"]);
  });

  test("[M6][P1] follower list: 120 rows without a single name, the rule asked for", async () => {
    const { after, recognised, ...taken } = await take(caseWith(), fileOf(LIST));
    const [list] = all(after, "sample");
    expect([recognised, list?.rows.length]).toEqual(["sample", 120]);
    // 用户1000,是,1,900,0,2024-04-20,2024-05-03 00:10:00 — the last at +08:00.
    expect(list?.rows[0]).toEqual([1, 1, 900, 0, "2024-04-20", "2024-05-02T16:10:00.000Z"]);
    expect(list?.rows[119]).toEqual([1, 3, 199, 159, "2017-03-12", "2024-05-02T18:15:00.000Z"]);
    expect(JSON.stringify(after)).not.toContain("用户1000");
    expect(taken.findings.map((f) => [f.code, f.args])).toEqual([["intake.sample_rule_missing", { count: 120 }]]);
  });

  test("[E1][E9] QQ export: three messages, sides by whom it is with, picture and promise marked", async () => {
    const { after, recognised, suggestions, ...taken } = await take(caseWith(), fileOf(QQ));
    expect(recognised).toBe("chat");
    expect(
      all(after, "communication")
        .toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
        .map((c) => [c.row, c.at, c.direction, c.sender, c.text]),
    ).toEqual([
      [9, "2024-05-02T02:00:01.000Z", "mine", "测试用户(10000001)", "订单20240501001 到现在没有开始"],
      [12, "2024-05-02T02:03:10.000Z", "theirs", "平台客服01(10000002)", "亲，系统排队中\n今天会安排"],
      [16, "2024-05-02T02:05:00.000Z", "mine", "测试用户(10000001)", "[图片]"],
    ]);
    expect(links(after)).toEqual([`responsibility proves.chat order/${orderId}/number`]);
    expect(taken.findings.map((f) => [f.code, f.args])).toEqual([["intake.chat_pictures", { rows: ["16"], count: 1 }]]);
    // 亲，系统排队中⏎ is 7 characters and a line break.
    expect(suggestions).toEqual([
      { kind: "mentions_order", row: 9, order: "20240501001", start: 2, end: 13 },
      { kind: "promise", row: 12, quote: "今天会安排", start: 8, end: 13, vague: false },
    ]);
  });

  test("[E13] window copy: sender first, staff number, my own demand is no promise of theirs", async () => {
    const { after, suggestions, conversations } = await take(caseWith(), fileOf(WINDOW));
    expect(all(after, "communication").map((c) => [c.row, c.at, c.direction, c.staffNo, c.text])).toEqual([
      [1, "2024-05-02T02:03:10.000Z", "theirs", "KF0087", "您好，您的订单已提交技术处理"],
      [3, "2024-05-02T02:05:42.000Z", "mine", undefined, "请在24小时内给出明确处理结果"],
    ]);
    expect(conversations[0]?.format).toBe("sender_first");
    // 客服工号: is 5 characters.
    expect(suggestions).toEqual([{ kind: "staff_no", row: 1, in: "sender", number: "KF0087", start: 5, end: 11 }]);
  });

  test("[E9] talk written down by hand: time first, the other of two is me", async () => {
    const { after, ...taken } = await take(caseWith(), fileOf(BY_HAND));
    expect(all(after, "communication").map((c) => [c.row, c.direction, c.text])).toEqual([
      [1, "mine", "订单20240501001 到现在没有开始"],
      [4, "theirs", "亲，系统排队中"],
    ]);
    expect(codes({ ...taken })).toEqual(["chat_guessed"]);
  });

  test("[P1] an export with everybody's talk: only what names the order is taken, the rest offered and counted", async () => {
    const block = (peer: string, text: string): string =>
      `消息对象:${peer}\n\n2024-05-02 10:00:01 测试用户(10001)\n${text}\n\n2024-05-02 10:01:01 ${peer}(10002)\n好\n\n`;
    const taken = await take(
      caseWith(),
      textFile("all.txt", `消息记录\n${block("妈妈", "晚上吃什么")}${block("店家", "订单20240501001 呢")}`),
    );
    expect(
      all(taken.after, "communication")
        .map((c) => c.text)
        .toSorted(),
    ).toEqual(["好", "订单20240501001 呢"]);
    expect([taken.otherRows, codes(taken)]).toEqual([2, ["chat_several"]]);
    expect(taken.after.live.exhibit[taken.exhibit.id]?.text).toBeUndefined();
    const [offer] = taken.offers;
    if (offer?.kind !== "conversation") throw new Error("no offer");
    expect(offer.conversation.peer).toBe("妈妈");
    const after = apply(taken.after, await acceptOffer(offer, contextOf(taken.after))).case;
    expect(all(after, "communication").length).toBe(4);
  });
});
