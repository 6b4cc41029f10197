import { describe, expect, it } from "vitest";
import { assess } from "../assess/assess.ts";
import type { Change } from "../case/change.ts";
import {
  answer,
  channelPack,
  codes,
  facts,
  happened,
  judged,
  NOW,
  readyCase,
} from "../fixtures/channel-rules.fixture.ts";
import { RESPONDENT } from "../fixtures/closed-case.fixture.ts";
import { CASE, ORDER, exhibit, put, SERIES_EXHIBIT, testId } from "../fixtures/measured-case.fixture.ts";
import { PAYMENT } from "../fixtures/closed-case.fixture.ts";
import { instant } from "../time.ts";
import { channelsOf } from "./channels.ts";
import { profileRules } from "./disclosure.ts";
import { channelInputOf } from "./input.ts";
import { stopWorksheet } from "./stop.ts";
import { situationOf, wayOf } from "./way.ts";

const set = (field: string, value: unknown): Change => ({ op: "set", kind: "case", id: CASE, field, value });
/** The same order for `yuan`: order, payment and the row that shows it. */
const paid = (yuan: number): readonly Change[] => [
  { op: "set", kind: "order", id: ORDER, field: "paidFen", value: yuan * 100 },
  { op: "set", kind: "payment", id: PAYMENT, field: "amountFen", value: yuan * 100 },
];
const all = (...changes: readonly Change[]) => channelsOf(channelInputOf(channelPack, readyCase(...changes), NOW));
const recommended = (...changes: readonly Change[]) => all(...changes).find((c) => c.recommended)?.id;
const sheet = (...changes: readonly Change[]) => stopWorksheet(channelInputOf(channelPack, readyCase(...changes), NOW));

describe("[X16] the way that fits", () => {
  it("[X16] safety before the kind of case, the kind of case before the payee", () => {
    const is = (...changes: readonly Change[]) => situationOf(facts(readyCase(...changes)));
    expect(is()).toBe("known");
    expect(is({ op: "remove", kind: "party", id: RESPONDENT })).toBe("unidentified");
    expect(is(set("paidTo", "store"))).toBe("store");
    expect(is(set("paidTo", "store"), set("purpose", "business"))).toBe("business");
    expect(is(set("paidTo", "store"), set("category", "engagement"))).toBe("engagement");
    expect(is(set("category", "engagement"), set("payerAge", 16))).toBe("minor");
    expect(is(set("category", "engagement"), set("situation", "business"), set("payerAge", 16))).toBe("shop");
    expect(is(set("category", "engagement"), set("situation", "worked"))).toBe("worked");
    expect(is(set("payerAge", 16), happened(400, "reply.received", "2024-05-20 10:00", { as: "danger" }))).toBe(
      "danger",
    );
    expect(is(answer(321, "payment_authorised", "no"))).toBe("danger");
  });

  it("[X16] payee's own door, then the payment, then 12315, then court; nothing while a door is open", () => {
    const asked = happened(400, "application.submitted", "2024-05-20 10:00", { channel: "platform_form" });
    const refused = happened(401, "reply.received", "2024-05-21 10:00", { as: "refused" });
    expect(wayOf(facts(readyCase())).channels).toEqual([
      "platform_form",
      "payment_dispute",
      "samr_complaint",
      "small_claims",
    ]);
    expect(recommended(...paid(1980))).toBe("platform_form");
    expect(recommended(...paid(1980), asked)).toBeUndefined();
    expect(recommended(...paid(1980), asked, refused)).toBe("payment_dispute");
    const disputed = [
      happened(402, "filing.submitted", "2024-05-22", { channel: "payment_dispute" }),
      happened(403, "filing.refused", "2024-05-23", { channel: "payment_dispute" }),
    ];
    expect(recommended(...paid(1980), asked, refused, ...disputed)).toBe("samr_complaint");
  });

  it("[X16] the list begins with the way and ends with what does not come up", () => {
    const ids = all().map((c) => c.id);
    expect(ids.slice(0, 4)).toEqual(["platform_form", "payment_dispute", "samr_complaint", "small_claims"]);
    expect(new Set(ids.slice(-2))).toEqual(new Set(["app_store", "minor_portal"]));
  });
});

describe("[L7] stopping", () => {
  it("[L7] is the default below 200 yuan and not from 200 yuan on; the figure can be changed", () => {
    const below = put("override", testId(370), {
      packPath: "defaults.stopBelowFen",
      value: 5_000,
      source: "我自己定的",
    });
    expect([sheet(...paid(199.99)).isDefault, recommended(...paid(199.99))]).toEqual([true, "stop_here"]);
    expect([sheet(...paid(200)).isDefault, recommended(...paid(200))]).toEqual([false, "platform_form"]);
    expect([sheet(...paid(100), below).isDefault, recommended(...paid(100), below)]).toEqual([false, "platform_form"]);
  });

  it("[L7] whoever has weighed it and goes on is shown the next door; the worksheet stays as it is", () => {
    const on = answer(322, "stop_weighed", "go_on");
    expect([sheet(...paid(100), on).isDefault, recommended(...paid(100), on)]).toEqual([true, "platform_form"]);
    expect(recommended(...paid(100))).toBe("stop_here");
  });

  it("[L7] is the default where nobody is identified, whatever the amount", () => {
    const nobody: Change = { op: "remove", kind: "party", id: RESPONDENT };
    expect(codes(sheet(...paid(1980), nobody).because)).toEqual(["L7.stop.unidentified"]);
    expect(recommended(...paid(1980), nobody)).toBe("stop_here");
  });

  it("[L7] is a channel like the others, in every case", () => {
    for (const extra of [[], [set("payerAge", 7)], [set("category", "engagement"), set("situation", "worked")]])
      expect(judged(readyCase(...extra), "stop_here")).toMatchObject({ allowed: true, ready: true });
  });

  it("[L7] the worksheet: 1,980 yuan, court fee 50, half 25, ten hours are 198 yuan an hour", () => {
    expect(sheet(...paid(1980), answer(321, "stop_hours", "10"))).toMatchObject({
      claimFen: 198_000,
      fee: { fullFen: 5_000, reducedFen: 2_500 },
      feeBasis: ["fees-13", "fees-16"],
      hours: 10,
      perHourFen: 19_800,
    });
    expect(sheet(...paid(1980)).perHourFen).toBeUndefined();
  });

  it("[L7] what can still be lost is what still runs", () => {
    const knew = happened(400, "infringement.known", "2024-05-03");
    // Both periods of three years end on 3 May 2027.
    expect(sheet(knew).losable.map((l) => [l.rule, l.due])).toEqual([
      ["limitation", "2027-05-03"],
      ["samr-complaint-limit", "2027-05-03"],
    ]);
    expect(stopWorksheet(channelInputOf(channelPack, readyCase(knew), instant("2027-05-04 12:00"))).losable).toEqual(
      [],
    );
  });
});

describe("[E14] what goes to whom", () => {
  const sample = put("sample", testId(371), { exhibit: SERIES_EXHIBIT, rows: [] });
  it("[E14] a list of followers goes to a court only", () => {
    expect(codes(judged(readyCase(sample), "small_claims").discloses)).toContain("E14.list_goes");
    expect(codes(judged(readyCase(sample), "samr_complaint").discloses)).toContain("E14.list_stays");
    expect(codes(judged(readyCase(), "samr_complaint").discloses)).not.toContain("E14.list_stays");
    expect(
      ["platform", "12315", "minor", "public", "none"].map((p) => profileRules(p as "none").followerLists),
    ).not.toContain(true);
  });

  it("[P4] pictures of identity papers go to 12315, a court and a minors' entry, watermarked, and nowhere else", () => {
    const where = (["platform", "12315", "court", "minor", "public", "none"] as const).map(
      (p) => profileRules(p).idImages,
    );
    expect(where).toEqual(["never", "watermarked", "watermarked", "watermarked", "never", "never"]);
    expect(codes(judged(readyCase(), "samr_complaint").discloses)).toContain("P4.watermarked");
    expect(codes(judged(readyCase(), "platform_form").discloses)).toContain("P4.never");
  });

  it("[X7] a whole bill shows other payments, one row does not", () => {
    const bill = (rowCount: number): Change => exhibit(testId(372), { materialType: "支付凭证", rowCount });
    expect(codes(judged(readyCase(bill(24)), "samr_complaint").discloses)).toContain("X7.tells.bill_rows");
    expect(codes(judged(readyCase(bill(1)), "samr_complaint").discloses)).not.toContain("X7.tells.bill_rows");
  });
});

describe("[X9] as a pass of the assessment", () => {
  it("[X9] the assessment has every channel of the pack, and the same answers", () => {
    const of = readyCase();
    expect(assess(channelPack, of, NOW).channels).toEqual(channelsOf(channelInputOf(channelPack, of, NOW)));
    expect(assess(channelPack, of, NOW).channels).toHaveLength(channelPack.channels.items.length);
  });
});
