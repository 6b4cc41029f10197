import { describe, expect, it } from "vitest";
import type { Change } from "../case/change.ts";
import {
  channelPack,
  codes,
  facts,
  filing,
  happened,
  judged,
  NOW,
  readyCase,
} from "../fixtures/channel-rules.fixture.ts";
import { CHAT, refund } from "../fixtures/closed-case.fixture.ts";
import { CASE, ORDER, put, SERIES_EXHIBIT, testId } from "../fixtures/measured-case.fixture.ts";
import { instant } from "../time.ts";
import { channelContacts, channelLimits } from "./limits.ts";
import { AVERAGE_WAGE, smallClaims } from "./small-claims.ts";

const set = (field: string, value: unknown): Change => ({ op: "set", kind: "case", id: CASE, field, value });
const samr = (...changes: readonly Change[]) => judged(readyCase(...changes), "samr_complaint");
const wage = (yuan: number, source = "省统计局 2025 年公报"): Change =>
  put("override", testId(350), { packPath: AVERAGE_WAGE, value: yuan * 100, source });

describe("[L3] bought for a business", () => {
  it("[L3] 12315 takes what was bought for daily life, and nothing else; not knowing is asked", () => {
    expect(samr(set("purpose", "life")).ready).toBe(true);
    const business = samr(set("purpose", "business"));
    expect([business.allowed, codes(business.reasons), business.blockedBy]).toEqual([
      false,
      ["L3.not_daily_life"],
      ["samr-121-16"],
    ]);
    const unsure = samr(set("purpose", "unknown"));
    expect([unsure.allowed, unsure.missing.map((m) => m.fix.data)]).toEqual([true, [{ ask: "purpose" }]]);
  });
});

describe("[L6] engagement", () => {
  const bought = (situation: string) => readyCase(set("category", "engagement"), set("situation", situation));
  it("[L6] a shop with fake orders: 12315 is blocked with its provision and a lawyer comes first; an own account is not blocked", () => {
    const shop = judged(bought("business"), "samr_complaint");
    expect([shop.allowed, shop.blockedBy, codes(shop.reasons)]).toEqual([
      false,
      ["samr-121-16"],
      ["L6.business", "L3.not_daily_life"],
    ]);
    expect(judged(bought("business"), "platform_form").allowed).toBe(false);
    expect(judged(bought("business"), "legal_help").recommended).toBe(true);
    const own = judged(bought("own"), "samr_complaint");
    expect([own.allowed, codes(own.warnings).includes("L1.serious")]).toEqual([true, true]);
  });
  it("[L1] what others learn of the purchase is said in engagement and nowhere else", () => {
    expect(codes(judged(bought("own"), "samr_complaint").discloses)).toContain("X7.tells.purchase");
    expect(codes(judged(readyCase(), "samr_complaint").discloses)).not.toContain("X7.tells.purchase");
  });
});

describe("[X10] green pre-flight", () => {
  it("[X10] one exhibit less and 12315 is open but not green, with what closes it", () => {
    const less = samr({ op: "remove", kind: "exhibit", id: CHAT });
    expect([less.allowed, less.ready]).toEqual([true, false]);
    expect(less.missing.map((m) => [m.message.code, m.message.args["elements"]])).toEqual([
      ["X9.facts_open", ["responsibility"]],
    ]);
  });
  it("[X10] whether somebody else took it up is asked once; yes shuts it", () => {
    expect(samr({ op: "set", kind: "answer", id: testId(320), field: "value", value: "yes" }).blockedBy).toEqual([
      "samr-121-16",
    ]);
    expect(samr({ op: "remove", kind: "answer", id: testId(320) }).missing).toMatchObject([
      { field: "answer.handled_before", fix: { command: "answer.give", data: { question: "handled_before" } } },
    ]);
    expect(samr().ready).toBe(true);
  });
});

describe("[K9] three years of 12315", () => {
  const knew = (at: string) => readyCase(happened(400, "infringement.known", at));
  it("[K9] counted from knowing; on the last day it is open, the day after it is shut", () => {
    // Known on 3 May 2024, a Friday: three years end on 3 May 2027, a Monday.
    expect(judged(knew("2024-05-03"), "samr_complaint", instant("2027-05-03 12:00")).allowed).toBe(true);
    const late = judged(knew("2024-05-03"), "samr_complaint", instant("2027-05-04 12:00"));
    expect([late.allowed, late.blockedBy]).toEqual([false, ["samr-121-16"]]);
  });
  it("[X9] unless told, the order is the earliest it can have been known: open for three years from it, then asked", () => {
    // Ordered 1 May 2024.
    expect(judged(readyCase(), "samr_complaint", instant("2027-05-01 12:00")).ready).toBe(true);
    const later = judged(readyCase(), "samr_complaint", instant("2027-05-02 12:00"));
    expect([later.allowed, later.missing.map((m) => m.field)]).toEqual([true, ["event.infringement.known"]]);
  });
});

describe("[X9] small claims", () => {
  const small = (...changes: readonly Change[]) => smallClaims(facts(readyCase(...changes)));
  it("[X9] the ceiling is half the wage the person enters with its source; without it nothing is said", () => {
    expect(small()).toMatchObject({ verdict: "unknown", limitFen: undefined });
    // 100,000 yuan a year → 50,000 yuan; the claim is 100 yuan.
    expect(small(wage(100_000))).toMatchObject({
      verdict: "fits",
      limitFen: 5_000_000,
      source: "省统计局 2025 年公报",
    });
    expect(small(wage(100_000, " "))).toMatchObject({ verdict: "unknown" });
  });
  it("[X9] above half up to twice the wage both sides may agree, above that it does not fit", () => {
    // The claim is 100 yuan: half of 200 is 100, half of 199.98 is 99.99; twice 50 is 100, twice 49.99 is 99.98.
    expect(small(wage(200)).verdict).toBe("fits");
    expect(small(wage(199.98)).verdict).toBe("agreed");
    expect(small(wage(50)).verdict).toBe("agreed");
    expect(small(wage(49.99)).verdict).toBe("over");
  });
  it("[X9] not where they cannot be found; the court itself stays open", () => {
    const tried = ["2024-05-06 10:00", "2024-05-07 10:00", "2024-05-08 10:00"].map((at, n) =>
      put("attempt", testId(330 + n), {
        at: instant(at),
        medium: n === 0 ? "phone" : "email",
        reached: false,
        ownNetworkWorked: "yes",
        exhibit: SERIES_EXHIBIT,
      }),
    );
    expect(small(wage(100_000), ...tried).verdict).toBe("excluded");
    expect(small(wage(100_000), ...tried.slice(1)).verdict).toBe("fits");
    const court = judged(
      readyCase(wage(100_000), ...tried, filing("small_claims", { authority: "某区法院" })),
      "small_claims",
    );
    expect([court.allowed, court.checks.find((c) => c.code === "small_procedure")?.verdict]).toEqual([true, "blocks"]);
  });
});

describe("[X9] money and payee", () => {
  it("[X9] a store's own entry comes up only where the store was paid, and is asked where nobody said", () => {
    expect(judged(readyCase(set("paidTo", "merchant")), "app_store").applies).toBe(false);
    expect(judged(readyCase(set("paidTo", "store")), "app_store").ready).toBe(true);
    expect(judged(readyCase(set("paidTo", "unknown")), "app_store").missing.map((m) => m.field)).toEqual([
      "case.paidTo",
    ]);
  });
  it("[A5] an entry that is not open shuts the form and not the letter", () => {
    const shut = readyCase(happened(400, "entry.unavailable", "2024-05-20 10:00"));
    expect(codes(judged(shut, "platform_form").reasons)).toEqual(["A5.entry_closed"]);
    expect(judged(shut, "platform_letter").allowed).toBe(true);
    const opened = readyCase(
      happened(400, "entry.unavailable", "2024-05-20 10:00"),
      happened(401, "application.submitted", "2024-05-21 10:00", { channel: "platform_form" }),
    );
    expect(judged(opened, "platform_form").allowed).toBe(true);
  });
  it("[X9] an order without its number cannot be asked for by form", () => {
    const bare: Change = { op: "set", kind: "order", id: ORDER, field: "number", value: "" };
    expect(judged(readyCase(bare), "platform_form").missing[0]).toMatchObject({
      field: "order.number",
      fix: { command: "order.edit", data: { id: ORDER, ask: "number" } },
    });
    expect(judged(readyCase(), "platform_form").missing).toEqual([]);
  });
  it("[X9] what came back in full is not asked for again; what came back in part is", () => {
    const money = (fen: number) => judged(readyCase(...refund(fen)), "platform_form");
    expect([money(10_000).allowed, codes(money(10_000).reasons)]).toEqual([false, ["X9.money_back"]]);
    expect(money(9_999).allowed).toBe(true);
  });
  it("[L7] the fee is that of the claim", () => {
    expect(judged(readyCase(), "small_claims").cost).toMatchObject({ amountFen: 5_000, reducedFen: 2_500 });
  });
});

describe("[A4] limits and contacts", () => {
  const over = (n: number, packPath: string, value: string | number): Change =>
    put("override", testId(n), { packPath, value, source: "页面 2026-11-20", recordedAt: NOW });
  it("[A4] a changed limit counts as told, with its source; the others stay unknown", () => {
    const plain = channelLimits(readyCase(), channelPack, "platform_form");
    expect(plain).toMatchObject({ status: "unverified", textChars: null, sources: [] });
    const own = readyCase(
      over(360, "channels.platform_form.limits.textChars", 500),
      over(361, "channels.platform_form.limits.formats", "JPG、.png"),
    );
    expect(channelLimits(own, channelPack, "platform_form")).toMatchObject({
      status: "as_told",
      textChars: 500,
      files: null,
      formats: ["jpg", "png"],
      sources: ["页面 2026-11-20"],
    });
    expect(channelLimits(own, channelPack, "no_such")).toBeUndefined();
  });
  it("[X7] a changed telephone replaces that of the pack", () => {
    const channel = { id: "samr_complaint", contacts: [{ type: "phone", value: "12315", status: "medium" }] } as const;
    const contacts = [...channel.contacts];
    expect(channelContacts(readyCase(), { id: channel.id, contacts })).toMatchObject([{ value: "12315" }]);
    const own = readyCase(over(362, "channels.samr_complaint.contacts.phone", "010-12315"));
    expect(channelContacts(own, { id: channel.id, contacts })).toMatchObject([
      { value: "010-12315", status: "as_told" },
    ]);
  });
});
