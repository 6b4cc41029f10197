/**
 * One refund that several bills show, each in its own way, is one record.
 */
import { describe, expect, test } from "vitest";
import { all, apply, type Case, type Change, id } from "@recourse/core";
import { reconcileRefunds } from "./index.ts";
import {
  ALIPAY_NO,
  APP,
  caseWith,
  derived,
  fileOf,
  now,
  sample,
  take,
  takeAll,
  textFile,
  ulid,
  WEB,
  WECHAT,
  XLSX,
} from "./take.fixture.ts";

describe("refunds", () => {
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
});
