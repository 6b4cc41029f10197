/**
 * Channels over the pack as it ships, by the commands a person gives: what shuts 12315, who may file, what a suit costs, when stopping is the default.
 */
import {
  all,
  channelInputOf,
  channelLimits,
  channelsOf,
  decide,
  instant,
  stopWorksheet,
  type Case,
  type ChannelAssessment,
  type DomainError,
} from "@recourse/core";
import { word } from "@recourse/words";
import { describe, expect, it } from "vitest";
import { add, mint, newCase, NOW, pack, page, renderer, run, sampleBytes, take } from "./real-case.ts";

const channel = (of: Case, id: string, now = NOW): ChannelAssessment => {
  const found = channelsOf(channelInputOf(pack, of, now)).find((c) => c.id === id);
  if (!found) throw new Error(`no channel ${id}`);
  return found;
};
const samr = (of: Case): ChannelAssessment => channel(of, "samr_complaint");
const codes = (list: readonly { readonly code: string }[]): readonly string[] => list.map((m) => m.code);
const failure = (of: Case, command: string, data: object): DomainError | undefined => {
  const r = decide(of, command, data, { now: NOW, role: "owner", pack, mint, render: renderer });
  return r.ok ? undefined : r.error;
};
const answered = (of: Case, question: string, value: string): Case =>
  run(of, "answer.give", { id: mint(), question, value });
const filed = (of: Case, channelId: string, more: object = {}): { readonly case: Case; readonly filing: string } => {
  const id = mint();
  return { case: run(of, "filing.add", { id, channel: channelId, ...more }), filing: id };
};
/** Files as a fact, and says what became of it. */
function went(of: Case, channelId: string, ...types: readonly string[]): Case {
  const prepared = filed(of, channelId);
  return types.reduce(
    (c, type) =>
      run(c, "event.append", {
        id: mint(),
        type,
        at: "2024-05-07",
        data: { filing: prepared.filing, channel: channelId },
      }),
    prepared.case,
  );
}

const BILL = "支付宝_手机端_电子客户回单_GB18030.csv";

/** A membership of 100.00 yuan of which the bill shows 50.00 back, renewed without a reminder: bill, notice of the charge and the rules page are there, both sides known. */
async function renewal(): Promise<Case> {
  let of = await take(newCase("membership"), BILL, sampleBytes(BILL));
  of = answered(of, "handled_before", "no");
  const charge = await page(of, "扣费通知.txt", "5月1日自动续费100元", "扣费通知");
  of = run(charge.case, "answer.give", {
    id: mint(),
    question: "renewal_notice_before",
    value: "no",
    exhibit: charge.exhibit,
  });
  of = add(of, "link", { exhibit: charge.exhibit, element: "breach" });
  const chat = await page(of, "聊天.txt", "客服：订单20240501001 已扣费", "沟通记录");
  of = add(chat.case, "communication", {
    at: instant("2024-05-02 10:00"),
    direction: "theirs",
    medium: "chat",
    sender: "客服",
    text: "订单20240501001 已扣费",
    exhibit: chat.exhibit,
  });
  of = add(of, "link", { exhibit: chat.exhibit, element: "responsibility" });
  const respondent = all(of, "party").find((p) => p.role === "respondent");
  of = run(of, "party.edit", { id: respondent?.id, set: { address: "某市某区某路1号" } });
  return add(of, "party", { role: "claimant", name: "alice", contact: "13800138000", address: "某市某区某路2号" });
}
const ready = await renewal();

describe("[X10] 12315 is one-shot", () => {
  it("[X10] complete and handled nowhere: green, and it says that it is open once", () => {
    expect(samr(ready).missing).toEqual([]);
    expect([samr(ready).allowed, samr(ready).ready]).toEqual([true, true]);
    expect(samr(ready).warnings.map((m) => word(m.code, m.args, "zh-CN"))).toContain(
      "同一件事 12315 基本只受理一次，材料齐了再投。",
    );
  });

  it.each([
    ["court docketed", "small_claims", ["suit.filed", "suit.docketed"]],
    ["association accepted", "consumer_association", ["filing.submitted", "filing.accepted"]],
    ["association withdrawn", "consumer_association", ["filing.submitted", "filing.withdrawn"]],
    ["12315 ended", "samr_complaint", ["filing.submitted", "filing.accepted", "mediation.ended"]],
    ["12315 withdrawn", "samr_complaint", ["filing.submitted", "filing.withdrawn"]],
    ["arbitration accepted", "arbitration", ["filing.submitted", "filing.accepted"]],
    ["hotline passed it on", "gov_hotline", ["filing.submitted", "filing.accepted"]],
  ] as const)("[X10] %s shuts it with samr-121-16", (_what, door, types) => {
    const shut = samr(went(ready, door, ...types));
    expect([shut.allowed, shut.blockedBy.includes("samr-121-16"), codes(shut.reasons)]).toEqual([
      false,
      true,
      ["X10.shut"],
    ]);
  });

  it.each([
    ["a post on a complaint site", "public_heimao", ["filing.submitted", "filing.accepted", "mediation.ended"]],
    ["a claim handed in and not yet docketed", "small_claims", ["suit.filed"]],
    ["a refusal of the association", "consumer_association", ["filing.submitted", "filing.refused"]],
    ["a dispute at the payment provider", "payment_dispute", ["filing.submitted", "mediation.ended"]],
    ["a report", "samr_report", ["filing.submitted", "filing.accepted"]],
  ] as const)("[X10] %s does not", (_what, door, types) => {
    expect(samr(went(ready, door, ...types)).allowed).toBe(true);
  });

  it("[X10] handing in needs the green pre-flight, and the refusal names what is open", () => {
    const one = filed(ready, "samr_complaint");
    const data = { id: mint(), filing: one.filing, at: "2024-05-08" };
    expect(failure(one.case, "filing.submit", data)).toBeUndefined();
    const less = run(one.case, "exhibit.remove", {
      id: all(one.case, "exhibit").find((e) => e.name === "聊天.txt")?.id,
    });
    expect(failure(less, "filing.submit", data)).toEqual({
      kind: "not_green",
      channel: "samr_complaint",
      problems: ["facts_shown"],
    });
    const shut = went(one.case, "consumer_association", "filing.submitted", "filing.accepted");
    expect(failure(shut, "filing.submit", data)).toMatchObject({ problems: ["closed"] });
  });
});

describe("[X7] [X15] who files", () => {
  const by = (filer: string, authorization: string): Case => {
    const withAgent = add(ready, "party", { role: "agent", name: "bob", contact: "13900139000" });
    return filed(withAgent, "samr_complaint", { filer, authorization }).case;
  };
  it("[X7] a helper with a photo of the power of attorney: the original is missing", () => {
    expect(samr(by("helper", "copy")).missing.map((m) => [m.field, m.message.code])).toEqual([
      ["filing.authorization", "X7.original_missing"],
    ]);
    expect(samr(by("helper", "original")).ready).toBe(true);
  });
  it("[X15] a friend can prepare a suit and not appear in it", () => {
    const suit = filed(ready, "small_claims", { filer: "helper" }).case;
    const shut = channel(suit, "small_claims");
    expect([shut.allowed, shut.blockedBy]).toEqual([false, ["cpl-61"]]);
    expect(shut.reasons.map((m) => word(m.code, m.args, "zh-CN")).join("")).toContain("朋友可以帮您整理，不能替您出庭");
    expect(channel(filed(ready, "small_claims", { filer: "claimant" }).case, "small_claims").allowed).toBe(true);
  });
});

describe("[L6] [L3] [G5] [R1] which cases it is shut for", () => {
  it("[L6] a shop with fake orders: 12315 is blocked with its provision; an own account is warned and not blocked", () => {
    const shop = samr(run(newCase("engagement"), "case.edit", { set: { situation: "business" } }));
    expect([shop.allowed, shop.blockedBy.includes("samr-121-16")]).toEqual([false, true]);
    expect(shop.reasons.map((m) => word(m.code, m.args, "zh-CN"))).toContain(
      "先别发、别投诉、别举报。先问律师。不要删材料，也不要编材料。",
    );
    const own = samr(run(newCase("engagement"), "case.edit", { set: { situation: "own" } }));
    expect([own.allowed, codes(own.warnings).includes("L1.serious")]).toEqual([true, true]);
  });
  it("[L3] bought for a business", () => {
    expect(samr(run(ready, "case.edit", { set: { purpose: "business" } })).blockedBy).toEqual([
      "samr-121-16",
      "crpl-2",
    ]);
  });
  it("[G5] age 7: nothing is handed in before a guardian is entered", () => {
    const child = run(ready, "case.edit", { set: { payerAge: 7 } });
    expect(codes(channel(child, "platform_form").reasons)).toEqual(["G5.guardian"]);
    const guarded = add(child, "party", {
      role: "guardian",
      name: "alice",
      contact: "13800138000",
      address: "某路2号",
    });
    expect(channel(guarded, "platform_form").allowed).toBe(true);
    expect(channel(guarded, "minor_portal").applies).toBe(true);
    expect(channel(ready, "minor_portal").applies).toBe(false);
  });
  it("[R1] nobody identified: 12315 and court are shut with their provisions, stopping is offered", () => {
    const respondent = all(ready, "party").find((p) => p.role === "respondent");
    const nobody = run(ready, "party.remove", { id: respondent?.id });
    expect(samr(nobody).blockedBy).toEqual(expect.arrayContaining(["samr-121-10"]));
    expect(channel(nobody, "small_claims").blockedBy).toEqual(["cpl-122", "cpl-124"]);
    expect(channel(nobody, "stop_here").recommended).toBe(true);
  });
});

describe("[X9] small claims and the fee", () => {
  const wage = (yuan: number): Case =>
    add(ready, "override", { packPath: "defaults.averageWageFen", value: yuan * 100, source: "省统计局 2023 年公报" });
  const procedure = (of: Case) => channel(of, "small_claims").checks.find((c) => c.code === "small_procedure");
  it("[X9] half of the wage the person entered is the ceiling; without it nothing is said of it", () => {
    expect(procedure(ready)).toMatchObject({ verdict: "missing", fix: { command: "override.add" } });
    // 50 yuan are left: half of 100 yuan a year is 50, half of 99 is 49.50.
    expect(procedure(wage(100))?.verdict).toBe("ok");
    expect(procedure(wage(99))?.verdict).toBe("unknown");
    expect(procedure(wage(99))?.message.code).toBe("X9.small.agreed");
  });
  it("[L7] 1,980 yuan: 50, half 25; below 200 yuan stopping is the default", () => {
    const sheet = (paidFen: number) => stopWorksheet(channelInputOf(pack, newCase("membership", {}, { paidFen }), NOW));
    expect(sheet(198_000)).toMatchObject({ isDefault: false, fee: { fullFen: 5_000, reducedFen: 2_500 } });
    expect(sheet(19_999).isDefault).toBe(true);
    expect(sheet(20_000).isDefault).toBe(false);
    // 30,000 yuan: 50 + 2.5 % of 20,000 = 550, half 275.
    expect(sheet(3_000_000).fee).toEqual({ fullFen: 55_000, reducedFen: 27_500 });
  });
  it("[L7] hours are the person's own, and the records are said to end", () => {
    const of = answered(ready, "stop_hours", "4");
    const sheet = stopWorksheet(channelInputOf(pack, of, NOW));
    // 50.00 yuan over 4 hours.
    expect([sheet.hours, sheet.perHourFen]).toEqual([4, 1_250]);
    expect(sheet.losable.map((l) => l.rule)).toContain("payment-records");
  });
});

describe("[A4] [L4] words and limits", () => {
  it("[A4] nothing is known of a limit until the person says it, with the source", () => {
    expect(channelLimits(ready, pack, "samr_complaint")).toMatchObject({ status: "unverified", textChars: null });
    const own = add(ready, "override", {
      packPath: "channels.samr_complaint.limits.files",
      value: 9,
      source: "页面 2024-05-07",
    });
    expect(channelLimits(own, pack, "samr_complaint")).toMatchObject({ status: "as_told", files: 9 });
  });

  it("[L4] every sentence of every channel, in every kind of case, has words and no hole in both languages", () => {
    const cases = [
      ready,
      run(newCase("engagement"), "case.edit", { set: { situation: "business" } }),
      run(newCase("engagement"), "case.edit", { set: { situation: "worked" } }),
      run(newCase("course"), "case.edit", { set: { payerAge: 12, purpose: "business", paidTo: "store" } }),
      went(went(ready, "consumer_association", "filing.submitted"), "platform_intervention", "filing.submitted"),
    ];
    const said = cases.flatMap((of) => {
      const input = channelInputOf(pack, of, NOW);
      const sheet = stopWorksheet(input);
      return [
        ...channelsOf(input).flatMap((c) => [
          ...c.reasons,
          ...c.warnings,
          ...c.discloses,
          ...c.missing.map((m) => m.message),
          ...c.checks.map((x) => x.message),
          ...c.closes.map((x) => x.message),
        ]),
        ...sheet.because,
        ...sheet.keep,
        ...sheet.losable.map((l) => l.message),
      ];
    });
    expect(said.length).toBeGreaterThan(500);
    for (const m of said)
      for (const lang of ["zh-CN", "en"] as const) expect(word(m.code, m.args, lang), m.code).not.toMatch(/〔|^$/);
  });
});
