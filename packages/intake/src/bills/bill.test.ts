/**
 * Bills written by hand: both orders of columns, the ways of writing money, refund rows, what is no row.
 */
import { describe, expect, test } from "vitest";
import { all, apply, emptyCase, id, instant, type Case, type Id } from "@recourse/core";
import { recordBill } from "../bill-records.ts";
import { matchBill } from "../matching.ts";
import { startRecording } from "../recording.ts";
import { readCsv, type NumberCell } from "../table.ts";
import { readAmount, refundIn } from "./amount.ts";
import { readBill, type Bill } from "./bill.ts";

const bill = (...lines: readonly string[]): Bill => {
  const read = readBill(readCsv(lines.join("\r\n"), ","));
  if (read === undefined) throw new Error("not a bill");
  return read;
};
const number = (text: string): NumberCell => ({ text, value: Number(text) });

function caseWithOrder(): Case {
  const value = { number: "20240501001", item: "乙", paidFen: 10_000, orderedAt: instant("2024-05-01 10:02:31") };
  const orderId: Id = id("01HX0RDER00000000000000000");
  return apply(emptyCase(id("01HXCASE000000000000000000")), [{ op: "put", kind: "order", id: orderId, value }]).case;
}

describe("amounts", () => {
  test.each([
    ["100.00", { amountFen: 10_000 }],
    ["¥100.00", { amountFen: 10_000 }],
    ["￥1,980.5", { amountFen: 198_050 }],
    ["  12.00\t", { amountFen: 1_200 }],
    // 131.77 paid, 89.84 of it came back.
    ["131.77(已退款89.84)", { amountFen: 13_177, refundedFen: 8_984 }],
    ["131.77（已退款￥89.84）", { amountFen: 13_177, refundedFen: 8_984 }],
  ])("[P3] text %j is read digit by digit", (text, expected) => {
    expect(readAmount(text)).toEqual({ ok: true, value: expected });
  });

  test.each(["", "/", "abc", "1.005", "1e3"])("[P3] %j is no amount", (text) => {
    expect(readAmount(text).ok).toBe(false);
  });

  test("[P3] a spreadsheet number counts only when it is a whole fen", () => {
    // 0.29 × 100 is 28.999999999999996 as a double: within 1e-6 of 29.
    expect(readAmount(number("0.29"))).toEqual({ ok: true, value: { amountFen: 29 } });
    expect(readAmount(number("0.295")).ok).toBe(false);
  });

  test.each([
    ["已退款(￥50.00)", 5_000],
    ["已退款（¥50.00）", 5_000],
    ["已退款￥1,050.00", 105_000],
    ["已全额退款", 10_000],
    ["交易成功", undefined],
    ["退款成功", undefined],
  ])("[P3] status %s says that %s fen of 100.00 came back", (status, fen) => {
    expect(refundIn(status, 10_000)).toBe(fen);
  });
});

describe("rows", () => {
  test("[P3] the older order of columns gives the same row", () => {
    const older = bill(
      "支付宝交易记录明细查询",
      "收/支,交易对方,对方账号,商品说明,收/付款方式,金额,交易状态,交易分类,交易订单号     ,商家订单号     ,交易时间            ,",
      "支出,某某网络科技工作室,kam***@example.com,1000真实粉丝包月,余额宝,100.00,交易成功,商业服务,2024050122001400000000000001\t,20240501001\t,2024-05-01 10:02:31 ,",
    );
    expect(older.rows).toEqual([
      {
        provider: "alipay",
        transaction: "2024050122001400000000000001",
        merchantOrder: "20240501001",
        payee: "某某网络科技工作室",
        item: "1000真实粉丝包月",
        amountFen: 10_000,
        direction: "out",
        at: "2024-05-01T02:02:31.000Z",
        status: "交易成功",
        row: 3,
        isRefund: false,
        toPerson: false,
      },
    ]);
    expect(older.profile).toBe("alipay-app");
  });

  const wechatHeader = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注";

  test("[P3] a row that cannot be read is named with column and text; its neighbours stay", () => {
    const read = bill(
      wechatHeader,
      "2024-05-01 10:02:31,商户消费,甲,乙,支出,一百,零钱,支付成功,4200000000000000000000000001,A1,/",
      "很久以前,商户消费,甲,乙,支出,1.00,零钱,支付成功,4200000000000000000000000002,A2,/",
      "2024-05-01 10:02:31,商户消费,甲,乙,支出,¥1.00,零钱,支付成功,2.02405E+27,A3,/",
      '2024-05-01 10:02:31,商户消费,甲,"两行\n商品",支出,¥2.00,零钱,支付成功,`4200000000000000000000000003,A4,/',
      "2024-05-01 10:02:31,商户消费,甲,乙,/,¥3.00,零钱,支付成功,4200000000000000000000000004,/,/",
    );
    expect(read.badRows).toEqual([
      { row: 2, column: "金额(元)", text: "一百" },
      { row: 3, column: "交易时间", text: "很久以前" },
    ]);
    expect(read.mangled).toEqual([4]);
    // The quoted line break stays inside row 5, as a spreadsheet shows it.
    expect(read.rows.map((r) => [r.row, r.transaction, r.merchantOrder, r.direction])).toEqual([
      [5, "4200000000000000000000000003", "A4", "out"],
      [6, "4200000000000000000000000004", "", "none"],
    ]);
  });

  test("[P3] Alipay web: unpaid is not paid, the rule ends the list, the footer's count is read", () => {
    const read = bill(
      "交易号,商家订单号,交易创建时间,付款时间,最近修改时间,交易来源地,类型,交易对方,商品名称,金额（元）,收/支,交易状态,服务费（元）,成功退款（元）,备注,资金状态,",
      "2024050122001400000000000009\t,A9,2024-05-01 10:02:12, ,2024-05-01 11:00:00,其他,即时到账交易,甲,乙,100.00,支出,交易关闭,0.00,0.00, ,资金转移,",
      "----------------------------------------",
      "共1笔记录",
      "导出时间:[2024-05-08 09:12:52]    用户:张三",
    );
    expect(read.rows.map((r) => [r.direction, r.at, r.refundedFen])).toEqual([
      ["none", "2024-05-01T02:02:12.000Z", undefined],
    ]);
    expect([read.statedCount, read.badRows]).toEqual([1, []]);
  });

  test("[P3] what has not a bill's columns is no bill", () => {
    expect(readBill(readCsv("交易时间,交易对方,金额\n2024-05-01,甲,1.00", ","))).toBeUndefined();
  });

  test("[P3] WeChat's own refund row is a refund of the payment with the same order number", async () => {
    const read = bill(
      wechatHeader,
      "2024-05-01 10:02:31,商户消费,甲,乙,支出,¥100.00,零钱,已退款(￥50.00),4200000000000000000000000001,20240501001,/",
      "2024-05-06 15:40:10,甲-退款,甲,/,收入,¥50.00,/,已退款(￥50.00),5030000000000000000000000009,20240501001,/",
    );
    expect(read.rows.map((r) => [r.isRefund, r.refundedFen])).toEqual([
      [false, 5_000],
      [true, undefined],
    ]);
    const of = caseWithOrder();
    const recording = startRecording(of, { now: instant("2024-05-08 10:00") });
    await recordBill(recording, id("01HXEXH0000000000000000000"), "w.csv", matchBill(read, of));
    const after = recording.case();
    // One refund: the row with its number, also seen as the total on the payment's row.
    expect(all(after, "refund").map((r) => [r.transaction, r.amountFen])).toEqual([
      ["5030000000000000000000000009", 5_000],
    ]);
    expect(
      all(after, "sighting")
        .map((s) => [s.of.split("/")[0], s.row])
        .toSorted(),
    ).toEqual([
      ["payment", 2],
      ["refund", 2],
      ["refund", 3],
    ]);
  });

  test("[E11] a transfer to a person is offered even when it carries the order number; a merchant's row with it is taken", () => {
    const row = (kind: string): string =>
      `2024-05-01 10:02:31,${kind},甲,乙,支出,¥100.00,零钱,支付成功,4200000000000000000000000001,20240501001,/`;
    const matched = (kind: string) => matchBill(bill(wechatHeader, row(kind)), caseWithOrder());
    expect([matched("转账").payments.length, matched("转账").offered[0]?.reason]).toEqual([0, "paid_to_person"]);
    expect([matched("商户消费").payments.length, matched("商户消费").offered.length]).toEqual([1, 0]);
  });

  test("[P3] the order number on a closed trade is no payment unless the bill shows money coming back", () => {
    const header = "交易时间,交易分类,交易对方,商品说明,收/支,金额,交易状态,交易订单号,商家订单号";
    const closed =
      "2024-05-01 10:02:31,商业服务,甲,乙,不计收支,100.00,交易关闭,2024050122001400000000000001,20240501001";
    const back =
      "2024-05-06 15:40:10,退款,甲,退款-乙,不计收支,100.00,退款成功,2024050122001400000000000001_R1,20240501001";
    const alone = matchBill(bill(header, closed), caseWithOrder());
    expect([alone.payments.length, alone.offered[0]?.reason]).toEqual([0, "unclear"]);
    const withRefund = matchBill(bill(header, closed, back), caseWithOrder());
    expect([withRefund.payments.length, withRefund.refunds.length, withRefund.offered.length]).toEqual([1, 1, 0]);
  });

  test("[P3] rows without the order number are offered by payee, by amount and time, or by text, and else left alone", () => {
    const row = (at: string, payee: string, item: string, yuan: string, n: number): string =>
      `${at},商户消费,${payee},${item},支出,¥${yuan},零钱,支付成功,420000000000000000000000000${n},X${n},/`;
    const matched = matchBill(
      bill(
        wechatHeader,
        `2024-05-01 10:02:31,商户消费,甲,乙,支出,¥100.00,零钱,支付成功,4200000000000000000000000000,20240501001,/`,
        row("2024-06-20 10:00:00", "甲", "再充一次", "5.00", 1),
        row("2024-05-02 10:00:00", "丙", "同价", "100.00", 2),
        row("2024-07-02 10:00:00", "丙", "同价但晚", "100.00", 3),
        row("2024-07-02 10:00:00", "丙", "补单20240501001", "3.00", 4),
        row("2024-05-01 12:00:00", "丁", "咖啡", "12.00", 5),
      ),
      caseWithOrder(),
    );
    expect(matched.offered.map((o) => [o.row.row, o.reason])).toEqual([
      [3, "same_payee"],
      [4, "amount_and_time"],
      [6, "number_in_text"],
    ]);
  });
});
