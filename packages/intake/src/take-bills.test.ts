/**
 * Bills through the one entry, with values worked out by hand from the files.
 */
import { describe, expect, test } from "vitest";
import { all, apply, type Change, invert } from "@recourse/core";
import { acceptOffer } from "./index.ts";
import {
  alice,
  ALIPAY_NO,
  APP,
  argsOf,
  caseId,
  caseWith,
  codes,
  contextOf,
  derived,
  digest,
  fileOf,
  links,
  noOrder,
  now,
  orderId,
  sample,
  take,
  textFile,
  ulid,
  WEB,
  WECHAT,
  WECHAT_NO,
  XLSX,
} from "./take.fixture.ts";

describe("bills", () => {
  test("[P3] Alipay app: the payment, its refund and what they prove; the coffee stays out", async () => {
    const { after, otherRows, recognised, exhibit, ...taken } = await take(caseWith(), fileOf(APP));
    const exhibitId = derived("exhibit", caseId, digest(sample(APP)));
    const paymentId = derived("payment", "alipay", ALIPAY_NO);
    const refundId = derived("refund", "alipay", `${ALIPAY_NO}_20240501001`);
    expect([recognised, exhibit.id, exhibit.status]).toEqual(["bill", exhibitId, "new"]);
    // 10:02:31 at +08:00 is 02:02:31 UTC.
    expect(all(after, "payment")).toEqual([
      {
        id: paymentId,
        provider: "alipay",
        transaction: ALIPAY_NO,
        merchantOrder: "20240501001",
        payee: "某某网络科技工作室",
        payeeKind: "merchant",
        item: "1000真实粉丝包月",
        amountFen: 10_000,
        paidAt: "2024-05-01T02:02:31.000Z",
        status: "交易成功",
        order: orderId,
        by: alice,
        recordedAt: now,
      },
    ]);
    expect(all(after, "refund")).toMatchObject([
      {
        id: refundId,
        payment: paymentId,
        transaction: `${ALIPAY_NO}_20240501001`,
        amountFen: 5_000,
        at: "2024-05-06T07:40:10.000Z",
        route: "original",
      },
    ]);
    // Line 19 is the rule, 20 the header (18 lines of preamble before): rows 21, 22 and 23.
    expect(all(after, "sighting").map((s) => [s.id, s.of, s.row, s.amountFen, s.at])).toEqual([
      [
        derived("sighting", `payment/${paymentId}`, exhibitId, "21"),
        `payment/${paymentId}`,
        21,
        10_000,
        "2024-05-01T02:02:31.000Z",
      ],
      [
        derived("sighting", `refund/${refundId}`, exhibitId, "23"),
        `refund/${refundId}`,
        23,
        5_000,
        "2024-05-06T07:40:10.000Z",
      ],
    ]);
    expect(links(after)).toEqual(
      [
        `order_exists proves.payment payment/${paymentId} row=21`,
        `amount proves.amount payment/${paymentId}/amountFen row=21`,
        `respondent_identity proves.payee payment/${paymentId}/payee row=21`,
        `amount proves.refund refund/${refundId} row=23`,
      ].toSorted(),
    );
    expect(otherRows).toBe(1);
    expect(taken.offers).toEqual([]);
    expect(codes({ ...taken, otherRows, recognised, exhibit })).toEqual(["bill_personal_use"]);
    expect(after.live.exhibit[exhibitId]).toMatchObject({
      mediaType: "text/plain",
      materialType: "支付凭证",
      strength: 1,
      size: 1294,
      rowCount: 3,
    });
  });

  test("[P3] Alipay web: padded names, one row, the refund only as a total", async () => {
    const { after, otherRows } = await take(caseWith(), fileOf(WEB));
    expect(all(after, "payment").map((p) => [p.transaction, p.amountFen, p.paidAt])).toEqual([
      [ALIPAY_NO, 10_000, "2024-05-01T02:02:31.000Z"],
    ]);
    expect(all(after, "refund")).toMatchObject([{ amountFen: 5_000, transaction: "", route: "unknown" }]);
    expect(all(after, "refund")[0]?.at).toBeUndefined();
    // Preamble 4 lines, header on 5.
    expect(all(after, "sighting").map((s) => s.row)).toEqual([6, 6]);
    expect(otherRows).toBe(0);
  });

  test.each([WECHAT, XLSX])(
    "[P3][E11] %s: payment and refund taken, the transfer to a person only offered",
    async (name) => {
      const taken = await take(caseWith(), fileOf(name));
      expect(taken.recognised).toBe("bill");
      expect(all(taken.after, "payment").map((p) => [p.provider, p.transaction, p.amountFen, p.paidAt])).toEqual([
        ["wechat", WECHAT_NO, 10_000, "2024-05-01T02:02:31.000Z"],
      ]);
      expect(all(taken.after, "refund").map((r) => r.amountFen)).toEqual([5_000]);
      expect(all(taken.after, "sighting").map((s) => s.row)).toEqual([18, 18]);
      expect(taken.otherRows).toBe(1);
      // 30.00 to 某客服 on 2 May 20:15 (+08:00) = 12:15 UTC, row 19.
      expect(taken.offers).toMatchObject([
        { kind: "row", reason: "paid_to_person", order: orderId, row: { row: 19, amountFen: 3_000, payee: "某客服" } },
      ]);
      expect(argsOf(taken, "paid_to_person")).toEqual({
        row: 19,
        payee: "某客服",
        amountFen: 3_000,
        paidAt: "2024-05-02T12:15:00.000Z",
      });

      const [offer] = taken.offers;
      if (offer === undefined) throw new Error("no offer");
      const picked = apply(taken.after, await acceptOffer(offer, contextOf(taken.after))).case;
      expect(all(picked, "payment").find((p) => p.amountFen === 3_000)).toMatchObject({
        payeeKind: "person",
        order: orderId,
      });
      const again = await take(picked, fileOf(name));
      expect([again.otherRows, again.offers, again.changes]).toEqual([0, [], []]);
    },
  );

  test("[E6] taking in can be undone", async () => {
    const before = caseWith();
    const { changes, after } = await take(before, fileOf(APP));
    expect(apply(after, invert(before, changes)).case.live).toEqual(before.live);
  });

  test("[E3] amounts that differ are named with both figures; equal ones are not", async () => {
    const taken = await take(caseWith({ paidFen: 9_900 }), fileOf(APP));
    expect(argsOf(taken, "amounts_differ")).toEqual({
      row: 21,
      order: "20240501001",
      orderFen: 9_900,
      billFen: 10_000,
    });
    expect(codes(await take(caseWith(), fileOf(APP)))).not.toContain("amounts_differ");
  });

  test("[P3] a second payment number for the same order is named", async () => {
    const first = await take(caseWith(), fileOf(APP));
    expect(argsOf(await take(first.after, fileOf(WECHAT)), "several_payments")).toEqual({
      order: "20240501001",
      count: 2,
      totalFen: 20_000,
    });
  });

  test("[P3] no order yet: rows are offered as orders, picking one makes order, payment and refund", async () => {
    const taken = await take(noOrder, fileOf(APP));
    expect(taken.changes.map((c) => c.kind)).toEqual(["exhibit"]);
    // Payment and coffee are offered, the refund row is not; all three rows became no record.
    expect(taken.offers.map((o) => o.kind === "row" && [o.reason, o.row.row])).toEqual([
      ["no_order_yet", 21],
      ["no_order_yet", 22],
    ]);
    expect([codes(taken).includes("no_order_yet"), taken.otherRows]).toEqual([true, 3]);
    const [offer] = taken.offers;
    if (offer === undefined) throw new Error("no offer");
    const after = apply(taken.after, await acceptOffer(offer, contextOf(taken.after))).case;
    expect(all(after, "order")).toMatchObject([
      { number: "20240501001", paidFen: 10_000, item: "1000真实粉丝包月", orderedAt: "2024-05-01T02:02:31.000Z" },
    ]);
    expect([all(after, "payment").length, all(after, "refund").length]).toEqual([1, 1]);
    expect(all(after, "payment")[0]?.order).toBe(all(after, "order")[0]?.id);
  });

  test("[P3] an order without number: a row of the same amount and time is offered, picking it fills the number", async () => {
    const of = caseWith({ number: "" });
    const taken = await take(of, fileOf(APP));
    expect(all(taken.after, "payment")).toEqual([]);
    expect(argsOf(taken, "order_number_missing")).toEqual({ count: 1 });
    const offer = taken.offers.find((o) => o.kind === "row" && o.reason === "order_number");
    if (offer === undefined) throw new Error("no offer");
    const after = apply(taken.after, await acceptOffer(offer, contextOf(taken.after))).case;
    expect(after.live.order[orderId]?.number).toBe("20240501001");
  });

  test("[R1] a payee that is not the respondent's name does not show who they are", async () => {
    const party = (name: string): Change => ({
      op: "put",
      kind: "party",
      id: ulid("01HXPARTY"),
      value: { role: "respondent", name },
    });
    const other = await take(caseWith({}, [party("另一家公司")]), fileOf(APP));
    expect(links(other.after).some((l) => l.includes("proves.payee"))).toBe(false);
    const same = await take(caseWith({}, [party("某某网络科技工作室")]), fileOf(APP));
    expect(links(same.after).some((l) => l.includes("proves.payee"))).toBe(true);
  });

  test("[P3] rows cut off the end of a bill are counted against what it states", async () => {
    const text = new TextDecoder("gb18030").decode(sample(APP)).split("\r\n").slice(0, 22).join("\r\n");
    expect(argsOf(await take(caseWith(), textFile("bill.csv", text)), "bill_rows_missing")).toEqual({
      statedCount: 3,
      readCount: 2,
    });
  });
});
