import { describe, expect, it } from "vitest";
import { assess } from "../assess/assess.ts";
import type { Case } from "../case/case.ts";
import { apply } from "../case/change.ts";
import { CHAT, closedPack } from "../fixtures/closed-case.fixture.ts";
import { put, testId } from "../fixtures/measured-case.fixture.ts";
import { claimCase, event, NOW, refundOf } from "../fixtures/settled-case.fixture.ts";
import { instant } from "../time.ts";
import type { CommandContext } from "./command.ts";
import { decide } from "./registry.ts";

let next = 7000;
const ctx: CommandContext = {
  now: NOW,
  role: "owner",
  pack: closedPack,
  mint: () => testId((next += 1)),
  render: (code) => code,
};
const run = (of: Case, name: string, data: unknown) => decide(of, name, data, ctx);
const after = (of: Case, name: string, data: unknown): Case => {
  const r = run(of, name, data);
  if (!r.ok) throw new Error(JSON.stringify(r.error));
  return apply(of, r.value).case;
};
const types = (of: Case, name: string, data: unknown) => {
  const r = run(of, name, data);
  return r.ok ? r.value.map((c) => (c.op === "append" ? String(c.value["type"]) : `${c.op} ${c.kind}`)) : r.error;
};
const reply = (more: object = {}) => ({ id: testId(8000), at: instant("2024-05-10 10:00"), as: "refused", ...more });
const offer = { id: testId(8010), event: testId(8011), form: "money", amountFen: 5_000 };

describe("[X5] a reply as the person confirmed it", () => {
  it("[X5] pasted words become a message of theirs; an imported one is named, not copied", () => {
    expect(types(claimCase(), "reply.record", reply({ text: "不支持退款" }))).toEqual([
      "put communication",
      "reply.received",
    ]);
    const named = run(
      claimCase(),
      "reply.record",
      reply({ communication: testId(81), phrase: "系统排队中", excuse: "queue", as: "vague" }),
    );
    expect(named).toMatchObject({
      ok: true,
      value: [
        {
          op: "append",
          value: {
            type: "reply.received",
            refs: [`communication/${testId(81)}`],
            data: { as: "vague", excuse: "queue", phrase: "系统排队中", communication: testId(81) },
          },
        },
      ],
    });
  });
  it("[X5] what was confirmed is stored, whatever the words might suggest", () => {
    const of = after(claimCase(), "reply.record", reply({ text: "不支持退款", as: "agreed" }));
    expect(of.live.event[testId(8000)]?.data["as"]).toBe("agreed");
  });
  it("[X5] a promise with its time is an event of its own, naming the reply", () => {
    const data = reply({
      as: "agreed",
      text: "3个工作日内退款",
      promise: { event: testId(8001), what: "退款", dueAt: "2024-05-15" },
    });
    const of = after(claimCase(), "reply.record", data);
    expect(of.live.event[testId(8001)]).toMatchObject({
      type: "promise.made",
      refs: [`event/${testId(8000)}`],
      data: { what: "退款", dueAt: "2024-05-15" },
    });
    expect(assess(closedPack, of, instant("2024-05-11 12:00")).turn).toBe("theirs");
    expect(assess(closedPack, of, instant("2024-05-16 12:00")).turn).toBe("mine");
  });
  it("[X5] whose words they are becomes known; words of my own are no reply", () => {
    const open = claimCase({ op: "set", kind: "communication", id: testId(81), field: "direction", value: "unknown" });
    expect(types(open, "reply.record", reply({ communication: testId(81) }))).toEqual([
      "set communication",
      "reply.received",
    ]);
    expect(types(claimCase(), "reply.record", reply({ communication: testId(80) }))).toMatchObject({
      kind: "bad_data",
      reason: "mine",
    });
  });
  it("[X1] said twice it is done once; in the future, or of nothing, not at all", () => {
    const of = after(claimCase(), "reply.record", reply({ text: "x" }));
    expect(run(of, "reply.record", reply({ text: "x" }))).toEqual({ ok: true, value: [] });
    expect(types(claimCase(), "reply.record", reply({ at: "2024-06-02" }))).toMatchObject({ kind: "in_future" });
    expect(types(claimCase(), "reply.record", reply({ communication: testId(89) }))).toMatchObject({
      kind: "unknown_record",
    });
    expect(types(claimCase(), "reply.record", reply({ exhibit: testId(89) }))).toMatchObject({
      kind: "unknown_record",
    });
    const gone = claimCase({ op: "remove", kind: "exhibit", id: CHAT });
    expect(types(gone, "reply.record", reply({ exhibit: CHAT }))).toMatchObject({ kind: "removed_record" });
  });
});

describe("[G1] a reply with danger in it", () => {
  const danger = reply({ as: "danger", text: "先交200元解冻费，明天退100元", phrase: "解冻费", excuse: "pay-first" });
  it("[G1] is kept and stops; nothing it promises or offers is taken down", () => {
    const of = after(claimCase(), "reply.record", danger);
    expect(assess(closedPack, of, NOW).safety.map((c) => c.code)).toEqual(["G1.pay_first"]);
    expect(types(claimCase(), "reply.record", { ...danger, offer })).toMatchObject({ kind: "bad_data", path: "offer" });
    const promise = { event: testId(8001), what: "x", dueAt: "2024-05-15" };
    expect(types(claimCase(), "reply.record", { ...danger, promise })).toMatchObject({
      kind: "bad_data",
      path: "promise",
    });
    expect(types(claimCase(), "reply.record", { ...danger, as: "agreed", promise })).toHaveLength(3);
  });
  it("[G1] no letter that answers it goes out; one that answers another may be judged", () => {
    const draft = (answers: string) => put("draft", testId(8100), { kind: "application", lang: "zh-CN", answers });
    const send = {
      id: testId(8200),
      event: testId(8201),
      draft: testId(8100),
      at: "2024-06-01",
      channel: "platform_form",
    };
    const of = (answers: string) => apply(after(claimCase(), "reply.record", danger), [draft(answers)]).case;
    const problems = (answers: string) => {
      const r = run(of(answers), "draft.send", send);
      return !r.ok && r.error.kind === "not_ready" ? r.error.problems : [];
    };
    expect(problems(testId(8000))).toContain("G1.pay_first");
    expect(problems(testId(8009))).not.toContain("G1.pay_first");
  });
});

describe("[G2] secrets in pasted words are never kept", () => {
  it("[G2] a code is covered, a number of the case is not", () => {
    const text = (t: string) => {
      const of = after(claimCase(), "reply.record", reply({ text: t, communication: testId(8300) }));
      return of.live.communication[testId(8300)]?.text;
    };
    expect(text("您的验证码是 123456")).toBe("您的验证码是 ******");
    expect(text("订单20240501001已退")).toBe("订单20240501001已退");
  });
});

describe("[X11] offers by command", () => {
  const made = after(claimCase(), "offer.record", { ...offer, at: instant("2024-05-10 10:00") });
  const answer = (as: string, more: object = {}) => ({
    offer: testId(8010),
    event: testId(8020),
    at: "2024-05-12",
    as,
    ...more,
  });

  it("[X11] within a reply, or on its own: a record and the event that it was made", () => {
    expect(types(claimCase(), "reply.record", reply({ as: "offer", text: "最多退50元", offer }))).toEqual([
      "put communication",
      "reply.received",
      "put offer",
      "offer.made",
    ]);
    expect(assess(closedPack, made, NOW).offers).toMatchObject([{ status: "open", side: "theirs", amountFen: 5_000 }]);
    expect(types(claimCase(), "reply.record", reply({ as: "refused", offer }))).toMatchObject({ kind: "bad_data" });
  });
  it("[X11] taken, refused, or countered by an offer of mine", () => {
    expect(assess(closedPack, after(made, "offer.answer", answer("accepted")), NOW).offers).toMatchObject([
      { status: "accepted" },
    ]);
    const counter = { id: testId(8030), event: testId(8031), form: "money", amountFen: 8_000 };
    const of = after(made, "offer.answer", answer("countered", { counter }));
    expect(assess(closedPack, of, NOW).offers).toMatchObject([
      { status: "countered", counteredBy: testId(8030) },
      { status: "open", side: "mine", amountFen: 8_000, counters: testId(8010) },
    ]);
    expect(types(made, "offer.answer", answer("countered"))).toMatchObject({ kind: "bad_data", path: "counter" });
    expect(types(made, "offer.answer", answer("accepted", { counter }))).toMatchObject({
      kind: "bad_data",
      path: "counter",
    });
    expect(
      types(of, "offer.answer", { ...answer("accepted"), offer: testId(8030), event: testId(8040) }),
    ).toMatchObject({ reason: "mine" });
  });
  it("[X11] answered once, never before it was made, and not taken after it lapsed", () => {
    const taken = after(made, "offer.answer", answer("accepted"));
    expect(types(taken, "offer.answer", { ...answer("refused"), event: testId(8021) })).toEqual({
      kind: "answered",
      ref: `offer/${testId(8010)}`,
      as: "accepted",
    });
    expect(types(made, "offer.answer", answer("refused", { at: "2024-05-09" }))).toMatchObject({
      reason: "before_offer",
    });
    const brief = after(claimCase(), "offer.record", {
      ...offer,
      at: instant("2024-05-10 10:00"),
      expiresAt: "2024-05-11",
    });
    expect(types(brief, "offer.answer", answer("accepted"))).toMatchObject({ kind: "lapsed" });
    expect(types(brief, "offer.answer", answer("accepted", { at: "2024-05-11" }))).toEqual(["offer.answered"]);
    expect(types(brief, "offer.answer", answer("refused"))).toEqual(["offer.answered"]);
  });
});

describe("[S2] closing", () => {
  const close = (more: object = {}) => ({ id: testId(8500), at: "2024-06-01", outcome: "refunded", ...more });
  const whole = refundOf(1, 10_000, "2024-05-20 10:00");

  it("[S2] refunded is said only where the whole amount is seen", () => {
    expect(types(claimCase(...whole), "case.close", close())).toEqual(["case.closed"]);
    const told = claimCase(...refundOf(1, 10_000, "2024-05-20 10:00", {}, false));
    expect(types(told, "case.close", close())).toEqual({
      kind: "not_settled",
      outcome: "refunded",
      missing: ["S2.not_seen", "S1.nothing_yet"],
      receivedFen: 0,
      remainingFen: 10_000,
    });
    expect(types(told, "case.close", close({ reason: "对方说退了" }))).toMatchObject({ kind: "not_settled" });
  });
  it("[S1] every other ending needs a reason, or the whole amount", () => {
    const part = claimCase(...refundOf(1, 4_000, "2024-05-20 10:00"));
    expect(types(part, "case.close", close({ outcome: "partial" }))).toMatchObject({
      kind: "not_settled",
      remainingFen: 6_000,
    });
    expect(types(part, "case.close", close({ outcome: "partial", reason: " " }))).toMatchObject({
      kind: "not_settled",
    });
    expect(types(part, "case.close", close({ outcome: "partial", reason: "不想再花时间" }))).toEqual(["case.closed"]);
    expect(types(claimCase(...whole), "case.close", close({ outcome: "settled" }))).toEqual(["case.closed"]);
  });
  it("[S3] closed once; reopened it can be closed again", () => {
    const closed = after(claimCase(...whole), "case.close", close());
    expect(types(closed, "case.close", close({ id: testId(8501) }))).toMatchObject({ kind: "exists" });
    const open = after(closed, "case.reopen", { id: testId(8502), at: "2024-06-01" });
    expect(types(open, "case.close", close({ id: testId(8503) }))).toEqual(["case.closed"]);
    expect(types(claimCase(), "case.reopen", { id: testId(8502), at: "2024-06-01" })).toEqual([]);
    expect(assess(closedPack, closed, NOW).turn).toBe("none");
    expect(assess(closedPack, open, NOW).turn).not.toBe("none");
  });
  it("[S2] an event retracted is no closing", () => {
    const closed = after(claimCase(...whole), "case.close", close());
    const back = apply(closed, [event(9, "event.retracted", "2024-06-01 11:00", { of: testId(8500) })]).case;
    expect(types(back, "case.close", close({ id: testId(8501) }))).toEqual(["case.closed"]);
  });
});
