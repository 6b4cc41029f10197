/**
 * The vectors of law, money, words and clocks over the pack as it ships, each worked out by hand beside it.
 */
import { describe, expect, it } from "vitest";
import { cite, civil, instant, lintText, type Case, type Deadline } from "@recourse/core";
import { add, assessed, ground, mint, newCase, orderId, pack, run } from "./real-case.ts";

describe("[B6] the guide's own citations", () => {
  it("[B6] 电子商务法 58: the words are not there and not elsewhere; 24 is nearest, the status disputed", () => {
    const c = cite(pack, {
      law: "电子商务法",
      article: 58,
      quote: "电子商务经营者应明示用户信息查询、更退改及注销方式",
    });
    expect([c.id, c.check, c.match, c.nearest[0]?.id]).toEqual(["ecl-58", "disputed", "wrong_article", "ecl-24"]);
  });

  it("[B6] 民法典 577: right article, three words left out", () => {
    // 或者 → 或, 履行合同义务不符合 → 履行不符合: not verbatim, and the article itself is the nearest.
    const c = cite(pack, {
      law: "民法典",
      article: 577,
      quote: "当事人一方不履行合同义务或履行不符合约定的,应当承担继续履行、采取补救措施或者赔偿损失等违约责任",
    });
    expect([c.id, c.check, c.match, c.nearest[0]?.id]).toEqual(["cc-577", "as_quoted", "not_verbatim", "cc-577"]);
  });
});

describe("[B9] a minor paid", () => {
  const provisions = (payerAge: number): readonly string[] => {
    const g = ground(newCase("topup", { payerAge }), "law/minor_payment");
    return g.source.type === "law" ? [g.verdict, ...g.source.provisions] : [];
  };
  it("[B9] age 7: no capacity under eight (cc-20), the act is void (cc-144); 145 is not for them", () => {
    expect(provisions(7)).toEqual(["met", "cc-144", "cc-20", "cc-157"]);
  });
  it("[B9] age 8 and 16: limited capacity (cc-19), it waits for the guardian (cc-145); 144 is not for them", () => {
    for (const age of [8, 16, 17]) expect(provisions(age)).toEqual(["met", "cc-145", "cc-19", "cc-157"]);
  });
  it("[B9] age 18: not a minor; against all of them stands ecl-48", () => {
    expect(provisions(18)[0]).toBe("not_met");
    const g = ground(newCase("topup", { payerAge: 16 }), "law/minor_payment");
    expect(g.source).toMatchObject({ against: ["ecl-48"] });
  });
});

describe("[D2] what is left of a prepaid course", () => {
  it("[D2] 1,980 for 60 lessons, 12 used: 1,584.00", () => {
    // 1980 / 60 = 33 a lesson; 12 × 33 = 396; 1980 − 396 = 1584.
    const bought = newCase("course", {}, { paidFen: 198_000 });
    const of = add(bought, "usage", { order: orderId(bought), unitsTotal: 60, unitsUsed: 12 });
    expect(assessed(of).demand).toMatchObject({ paidFen: 198_000, receivedFen: 39_600, claimFen: 158_400 });
  });
});

describe("[W1] money and reports", () => {
  const found = (text: string) =>
    lintText(text, pack.wording, { names: [], facts: {}, nameOf: (slot) => slot, conditions: {} });
  it("[W1] a refund tied to a report in one sentence blocks", () => {
    for (const text of ["退 100，否则举报", "不退 100 我就举报你们", "请退 100。否则举报。"])
      expect(
        found(text).map((f) => f.severity),
        text,
      ).toContain("block");
  });
  it("[W1] asking for mediation is no threat", () => {
    for (const text of ["请求 12315 调解", "本人请求 12315 调解，退还 100 元"]) expect(found(text), text).toEqual([]);
  });
});

/** Appends an event that happened at a moment or on a day; recorded on 22 November 2026. */
const RECORDED = instant("2026-11-22T23:00:00+08:00");
const happened = (of: Case, type: string, at: string, data: Readonly<Record<string, unknown>> = {}): Case =>
  run(of, "event.append", { id: mint(), type, at: at.includes("T") ? instant(at) : civil(at), data }, RECORDED);
const deadline = (of: Case, rule: string): Deadline | undefined =>
  assessed(of, RECORDED).deadlines.find((d) => d.rule === rule);

describe("[K1] clocks over the rules of the pack", () => {
  const plain = newCase("membership");

  it("[X12] a complaint handed in on 2026-09-28 is decided on by 2026-10-13", () => {
    // The start day is not counted. Working days: 29, 30 Sep; 1–7 Oct is the holiday; 8, 9, 10 (Saturday, made up), 12, 13 Oct = 7.
    const of = happened(plain, "filing.submitted", "2026-09-28", { channel: "samr_complaint" });
    expect(deadline(of, "samr-accept")).toMatchObject({
      due: "2026-10-13",
      owner: "authority",
      provisional: false,
      basis: ["samr-121-15", "crpl-reg-46", "crpl-46"],
    });
    // Another channel starts another clock.
    expect(
      deadline(happened(plain, "filing.submitted", "2026-09-28", { channel: "platform_form" }), "samr-accept"),
    ).toBeUndefined();
  });

  it("[K8] a demand by chat on 11-22 at 22:30 with 24 hours ends on 11-23 at 22:30", () => {
    const of = happened(plain, "demand.sent", "2026-11-22T22:30:00+08:00", { channel: "chat", periodHours: 24 });
    expect(deadline(of, "demand-period")).toMatchObject({
      due: instant("2026-11-23T22:30:00+08:00"),
      owner: "theirs",
      basis: ["person"],
    });
  });

  it("[K9] fraud known on 2025-11-24: rescission until 2026-11-24, whatever was demanded since", () => {
    // One year ends on the corresponding day, a Tuesday. Letters do not move it (cc-199).
    const known = happened(plain, "fraud.known", "2025-11-24");
    const letters = ["2026-01-10", "2026-05-10", "2026-09-10"].reduce(
      (of, day) => happened(of, "demand.delivered", day),
      known,
    );
    for (const of of [known, letters])
      expect(deadline(of, "rescind-fraud")).toMatchObject({ due: "2026-11-24", owner: "mine", provisional: false });
  });

  it("[K1] limitation: three years, rolled by the law of its own scope", () => {
    // 2023-05-03 + 3 years = 2026-05-03, a Sunday in the holiday of 1–5 May. Civil periods go to the first day after: Wednesday, 6 May.
    // The rule on complaints speaks of statutory holidays only (1 and 2 May); ours is then the earlier day.
    const of = happened(plain, "infringement.known", "2023-05-03");
    expect(deadline(of, "limitation")).toMatchObject({ due: "2026-05-06", owner: "mine", passed: true });
    expect(deadline(of, "samr-complaint-limit")).toMatchObject({ due: "2026-05-03", owner: "mine", passed: true });
  });

  it("[K3] past the years of the calendar a due day is provisional", () => {
    // 2024-05-06 + 3 years = 2027-05-06, a Thursday; the holidays of 2027 are not known.
    expect(deadline(happened(plain, "infringement.known", "2024-05-06"), "limitation")).toMatchObject({
      due: "2027-05-06",
      provisional: true,
      passed: false,
    });
  });

  it("[K2] months end on the corresponding day or on the last of the month", () => {
    // Docketed on 2025-12-31: two months later there is no 31st, so 2026-02-28, a Saturday on which work is made up; three months: 2026-03-31.
    const of = happened(plain, "filing.accepted", "2025-12-31", { channel: "small_claims" });
    expect([deadline(of, "small-claims-end")?.due, deadline(of, "summary-end")?.due]).toEqual([
      "2026-02-28",
      "2026-03-31",
    ]);
  });

  it("[X3] a draft starts no clock", () => {
    const of = run(plain, "draft.start", { id: mint(), kind: "application" });
    expect(assessed(of).deadlines).toEqual([]);
  });
});
