/**
 * The samples through the one entry, with values worked out by hand from the files.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { zipSync, strToU8 } from "fflate";
import fc from "fast-check";
import {
  all,
  apply,
  emptyCase,
  id,
  instant,
  invert,
  sha256,
  type Case,
  type Change,
  type Id,
  type MaterialType,
} from "@recourse/core";
import { acceptOffer, reconcileRefunds, takeFile, type FileIn, type TakeContext, type Taken } from "./index.ts";

const SAMPLES = new URL("../samples/", import.meta.url);
const APP = "支付宝_手机端_电子客户回单_GB18030.csv";
const WEB = "支付宝_网页端_交易记录明细_GB18030.txt";
const WECHAT = "微信支付账单_UTF8BOM.csv";
const XLSX = "微信支付账单.xlsx";
const SERIES = "粉丝数时间序列.csv";
const LIST = "粉丝列表抽样.csv";
const QQ = "QQ_消息记录.txt";
const WINDOW = "客服窗口复制.txt";
const BY_HAND = "微信_手动整理聊天.txt";
const ALIPAY_NO = "2024050122001400000000000001";
const WECHAT_NO = "4200002000202405010000000001";
/** Ids have no I, L, O or U (Crockford). */
const ulid = (text: string): Id => id(text.padEnd(26, "0"));
const alice = ulid("01HXA11CE");
const caseId = ulid("01HXCASE");
const orderId = ulid("01HX0RDER");
const now = instant("2024-05-08T10:00:00+08:00");

const digest = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");
/** First 32 hex of SHA-256 over parts joined by NUL, worked out by another implementation. */
const derived = (...parts: readonly string[]): string => digest(parts.join("\0")).slice(0, 32);
const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(encodeURIComponent(name), SAMPLES)));

function fileOf(name: string, bytes: Uint8Array = sample(name), more: Partial<FileIn> = {}): FileIn {
  return { bytes, name, size: bytes.length, sha256: sha256(digest(bytes)), via: "drop", ...more };
}
const textFile = (name: string, text: string, more: Partial<FileIn> = {}): FileIn =>
  fileOf(name, new TextEncoder().encode(text), more);

const type = (typeId: string, elements: MaterialType["elements"], hints: readonly string[] = []): MaterialType => ({
  id: typeId,
  en: typeId,
  elements,
  categories: [],
  hints: [...hints],
  tipZh: "",
  tipEn: "",
});
const materialTypes: readonly MaterialType[] = [
  type("服务承诺", ["order_exists"], ["承诺"]),
  type("平台规则", ["responsibility", "breach"], ["规则", "协议"]),
  type("后台数据", ["breach"]),
  type("沟通记录", ["responsibility"]),
  type("商家信息", ["respondent_identity"]),
  type("订单截图", ["order_exists"], ["订单"]),
];

let minted = 0;
function contextOf(of: Case): TakeContext {
  const ids = (): Id => id(`01HXM${String((minted += 1)).padStart(21, "0")}`);
  return { case: of, ids, now, by: alice, materialTypes, clausePatterns: [] };
}

/** An order as the person wrote it down; every record given by hand. */
function caseWith(
  order: Partial<{ number: string; paidFen: number }> | undefined = {},
  more: readonly Change[] = [],
): Case {
  const value = {
    number: "20240501001",
    item: "1000真实粉丝包月",
    paidFen: 10_000,
    orderedAt: instant("2024-05-01T10:02:31+08:00"),
    ...order,
  };
  return apply(emptyCase(caseId), [{ op: "put", kind: "order", id: orderId, value }, ...more]).case;
}
const noOrder = emptyCase(caseId);

async function take(of: Case, file: FileIn): Promise<Taken & { readonly after: Case }> {
  const taken = await takeFile(file, contextOf(of));
  const applied = apply(of, taken.changes);
  expect(applied.skipped).toEqual([]);
  return { ...taken, after: applied.case };
}
async function takeAll(of: Case, names: readonly string[]): Promise<Case> {
  let now_ = of;
  for (const name of names) now_ = (await take(now_, fileOf(name))).after;
  return now_;
}
const codes = (taken: Taken): readonly string[] => taken.findings.map((f) => f.code.replace("intake.", ""));
const argsOf = (taken: Taken, code: string): unknown => taken.findings.find((f) => f.code === `intake.${code}`)?.args;
const links = (of: Case): readonly string[] =>
  all(of, "link")
    .map((l) => `${l.element} ${l.code} ${l.shows ?? ""} ${l.locator ?? ""}`.trim())
    .toSorted();

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

  test("[P3] the same refund in every export is one refund with its sightings, in whatever order they come", async () => {
    const names = [APP, WEB, WECHAT, XLSX];
    const shape = (of: Case): unknown => ({
      payments: all(of, "payment")
        .map((p) => [p.id, p.provider, p.amountFen])
        .toSorted(),
      refunds: all(of, "refund")
        .map((r) => [r.id, r.transaction, r.amountFen, r.at ?? "", r.payment])
        .toSorted(),
      sightings: all(of, "sighting")
        .map((s) => [s.id, s.of, s.exhibit, s.row, s.amountFen])
        .toSorted(),
      links: all(of, "link")
        .map((l) => l.id)
        .toSorted(),
    });
    const first = shape(await takeAll(caseWith(), names));
    const permutations = (list: readonly string[]): readonly (readonly string[])[] =>
      list.length === 0
        ? [[]]
        : list.flatMap((head, i) => permutations(list.toSpliced(i, 1)).map((rest) => [head, ...rest]));
    const orders = permutations(names);
    expect(orders.length).toBe(24);
    for (const order of orders) expect(shape(await takeAll(caseWith(), order))).toEqual(first);

    const end = await takeAll(caseWith(), names);
    // Two payment numbers for one order are two payments; each was refunded 50.00 once.
    expect(
      all(end, "payment")
        .map((p) => p.provider)
        .toSorted(),
    ).toEqual(["alipay", "wechat"]);
    expect(
      all(end, "refund")
        .map((r) => [r.provider, r.amountFen, r.transaction])
        .toSorted(),
    ).toEqual([
      ["alipay", 5_000, `${ALIPAY_NO}_20240501001`],
      ["wechat", 5_000, ""],
    ]);
    // Every payment and every refund is seen in two files.
    expect(all(end, "sighting").length).toBe(8);
  });

  test("[P3] a total larger than the numbered refunds leaves one refund of the difference, whichever comes first", async () => {
    // 80.00 came back in all, of which the app's export of a shorter period shows 50.00: 30.00 are left.
    const web80 = new TextDecoder("gb18030").decode(sample(WEB)).replace("50.00", "80.00");
    const files = [fileOf(APP), textFile("web.txt", web80)];
    for (const order of [files, files.toReversed()]) {
      let of = caseWith();
      for (const file of order) of = (await take(of, file)).after;
      expect(
        all(of, "refund")
          .map((r) => [r.amountFen, r.transaction])
          .toSorted(),
      ).toEqual([
        [3_000, ""],
        [5_000, `${ALIPAY_NO}_20240501001`],
      ]);
      // App row, and the web row for both.
      expect(all(of, "sighting").filter((s) => s.of.startsWith("refund/")).length).toBe(3);
    }
  });

  test("[P3] two people import another export each while apart: after the merge, reconciling leaves one refund", async () => {
    const atAlice = await take(caseWith(), fileOf(APP));
    const atBob = await take(caseWith(), fileOf(WEB));
    const merged = apply(atAlice.after, atBob.changes).case;
    expect(all(merged, "refund").length).toBe(2);
    const repaired = apply(merged, await reconcileRefunds(merged, { now })).case;
    expect(all(repaired, "refund").map((r) => r.amountFen)).toEqual([5_000]);
    expect(
      all(repaired, "sighting")
        .filter((s) => s.of.startsWith("refund/"))
        .map((s) => s.row)
        .toSorted(),
    ).toEqual([23, 6]);
    expect(await reconcileRefunds(repaired, { now })).toEqual([]);
  });

  test("[S2] a refund the person wrote down is matched, not made again", async () => {
    const paymentId = id(derived("payment", "alipay", ALIPAY_NO));
    const handId = ulid("01HXHAND");
    const told: Change = {
      op: "put",
      kind: "refund",
      id: handId,
      value: { provider: "alipay", transaction: "", payment: paymentId, amountFen: 5_000, route: "unknown" },
    };
    for (const names of [
      [APP, WEB],
      [WEB, APP],
    ]) {
      const end = await takeAll(caseWith({}, [told]), names);
      expect(all(end, "refund").map((r) => [r.id, r.transaction])).toEqual([[handId, `${ALIPAY_NO}_20240501001`]]);
    }
  });

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

describe("originals", () => {
  test("[E7] the same bytes twice are one exhibit, under any name", async () => {
    const first = await take(caseWith(), fileOf(APP));
    const again = await take(first.after, fileOf(APP, undefined, { name: "copy.csv" }));
    expect([again.exhibit.status, again.exhibit.id, again.changes]).toEqual(["there", first.exhibit.id, []]);
    expect(argsOf(again, "duplicate_file")).toEqual({ firstName: APP });
  });

  test("[E6] a removed exhibit dropped in again comes back", async () => {
    const first = await take(caseWith(), fileOf(APP));
    const removed = apply(first.after, [{ op: "remove", kind: "exhibit", id: first.exhibit.id }]).case;
    const again = await take(removed, fileOf(APP));
    expect([again.exhibit.status, codes(again).includes("restored_file")]).toEqual(["restored", true]);
    expect(Object.keys(again.after.live.exhibit)).toEqual([first.exhibit.id]);
  });

  test("[P3] a bill taken before the order was known matches when it is taken again", async () => {
    const first = await take(noOrder, fileOf(APP));
    const value = { number: "20240501001", item: "", paidFen: 0, orderedAt: now };
    const later = apply(first.after, [{ op: "put", kind: "order", id: orderId, value }]).case;
    const again = await take(later, fileOf(APP));
    expect(all(again.after, "payment").length).toBe(1);
    // What the person left open is filled from the row.
    expect(again.after.live.order[orderId]).toMatchObject({ item: "1000真实粉丝包月", paidFen: 10_000 });
  });

  test.each([
    ["[E7] nothing in it", fileOf("a.png", new Uint8Array()), "empty_file"],
    [
      "[E7] columns nobody knows",
      textFile("bank.csv", "日期,摘要,收入金额,余额\n2024-05-01,存入,1.00,5.00\n"),
      "unknown_header",
    ],
    [
      "[E7] no encoding reads it",
      fileOf("a.txt", new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0xff, 0xfe, 0x61])),
      "mis_encoded",
    ],
    ["[E7] a workbook cut in half", fileOf("a.xlsx", sample(XLSX).slice(0, 2_000)), "truncated_file"],
    ["[E7] a PDF under a picture's name", textFile("a.png", "%PDF-1.7\n%%EOF\n"), "renamed_file"],
    ["[E7] an SVG that runs something", textFile("a.svg", "<svg onload='x()'></svg>"), "svg_script"],
    [
      "[E7] 300 MB, of which the beginning is given",
      fileOf("a.mp4", new Uint8Array([0, 0, 0, 24, ...strToU8("ftypmp42")]), { size: 300_000_000 }),
      "too_large_to_read",
    ],
    [
      "[E7] a locked archive",
      fileOf("a.zip", new Uint8Array([...strToU8("PK\x03\x04"), 20, 0, 1, 0, ...strToU8("PK\x05\x06")])),
      "archive_encrypted",
    ],
  ])("%s: kept as an exhibit, with a finding that names file and fix", async (_title, file, code) => {
    const taken = await take(caseWith(), file);
    expect(taken.after.live.exhibit[taken.exhibit.id]).toMatchObject({
      size: file.size,
      sha256: file.sha256,
      name: file.name,
    });
    expect(codes(taken)).toContain(code);
    for (const f of taken.findings) expect([f.file, f.fix.startsWith("intake.fix.")]).toEqual([file.name, true]);
    expect(taken.changes.filter((c) => c.kind !== "exhibit" && c.kind !== "link")).toEqual([]);
  });

  test("[E2] a picture proves by its kind; a name nobody sorted proves nothing yet", async () => {
    const png = new Uint8Array([
      ...Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex"),
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      ...strToU8("IEND"),
      0,
      0,
      0,
      0,
    ]);
    const rules = await take(caseWith(), fileOf("20240501001-平台规则.png", png));
    expect(links(rules.after)).toEqual(["breach proves.screenshot", "responsibility proves.screenshot"]);
    const order = await take(caseWith(), fileOf("IMG_1.png", png, { materialType: "订单截图" }));
    expect(links(order.after)).toEqual([`order_exists proves.order_no order/${orderId}/number`]);
    const unsorted = await take(caseWith(), fileOf("IMG_1.png", png));
    expect([unsorted.recognised, links(unsorted.after), unsorted.exhibit.fields.materialType]).toEqual([
      "image",
      [],
      "其他",
    ]);
  });

  test("[B2] a saved page keeps its words, and a known clause is suggested with its own hours", async () => {
    const html =
      "<!doctype html><title>规则</title><script>var a='假的'</script><p>第3条 下单后<b>24</b>小时内未开始的，支持全额退款。</p><p>其他&nbsp;规定</p>";
    const context = contextOf(caseWith());
    const clausePatterns = [
      {
        id: "start",
        pattern: "(?<hours>\\d+)小时内未开始",
        ground: "not_started" as const,
        condition: { type: "not_started" as const, hours: 48, tense: "ever" as const },
      },
    ];
    const taken = await takeFile(textFile("规则.html", html), { ...context, clausePatterns });
    expect(taken.exhibit.fields.text).toBe("规则\n第3条 下单后24小时内未开始的，支持全额退款。\n其他 规定");
    expect(taken.suggestions).toEqual([
      {
        kind: "clause",
        pattern: "start",
        quote: "第3条 下单后24小时内未开始的，支持全额退款。",
        ground: "not_started",
        condition: { type: "not_started", hours: 24, tense: "ever" },
        start: 3,
        end: 27,
      },
    ]);
  });
});

test("[E7] no bytes make it throw: every sample cut, spoilt and renamed at random", async () => {
  const names = [APP, WEB, WECHAT, XLSX, SERIES, LIST, QQ, WINDOW, BY_HAND];
  const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`intake fuzz seed ${seed}\n`);
  const damaged = fc.record({
    name: fc.constantFrom(...names),
    as: fc.constantFrom("", "x.csv", "x.xlsx", "x.txt", "x.png"),
    from: fc.integer({ min: 0, max: 200 }),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    wrong: fc.array(fc.tuple(fc.nat(10_000), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(damaged, async ({ name, as, from, cut, wrong }) => {
      const bytes = sample(name);
      const part = bytes.slice(from % 3 === 0 ? from : 0, Math.floor(bytes.length * cut));
      for (const [at, value] of wrong) if (part.length > 0) part[at % part.length] = value;
      const taken = await takeFile(fileOf(as === "" ? name : as, part), contextOf(caseWith()));
      expect(apply(caseWith(), taken.changes).skipped).toEqual([]);
      expect(taken.changes[0]).toMatchObject({ op: "put", kind: "exhibit" });
    }),
    { seed, numRuns: 400 },
  );
});

test("[P3] a workbook that says it unpacks to more than the bound is refused before it is unpacked", async () => {
  const zip = zipSync({ "[Content_Types].xml": strToU8("<x/>"), "xl/workbook.xml": strToU8("<x/>") });
  // The central directory entry of the first file: its stated uncompressed size stands at offset 24 (APPNOTE 4.3.12).
  const at = Buffer.from(zip).indexOf("PK\x01\x02", 0, "latin1") + 24;
  zip.set([0, 0, 0, 0x7f], at);
  expect(codes(await take(caseWith(), fileOf("a.xlsx", zip)))).toContain("archive_too_large");
});
