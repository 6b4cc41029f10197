import { describe, expect, it } from "vitest";
import type { Case } from "../case/case.ts";
import type { Change, Fields } from "../case/change.ts";
import { historyOf } from "../course/history.ts";
import { closedPack } from "../fixtures/closed-case.fixture.ts";
import { bareCase, CASE, exhibit, ORDER, put, testId } from "../fixtures/measured-case.fixture.ts";
import type { Pack } from "../pack/pack.ts";
import { instant } from "../time.ts";
import { fakeHelpers } from "./refund-agents.ts";
import { heldBack, safetyOf } from "./safety.ts";

const NOW = instant("2026-11-22 12:00");
const pack: Pack = { ...closedPack, distress: ["不想活", "hopeless"] };
const set = (field: string, value: unknown): Change => ({ op: "set", kind: "case", id: CASE, field, value });
const event = (n: number, type: string, at: string, data: Fields = {}): Change => ({
  op: "append",
  kind: "event",
  id: testId(500 + n),
  value: { type, at: /\d:\d/.test(at) ? instant(at) : at, recordedAt: NOW, refs: [], data },
});
const tick = (n: number, question: string, at?: string): Change =>
  put("answer", testId(600 + n), { question, value: "yes", ...(at === undefined ? {} : { at: instant(at) }) });
const cards = (of: Case, now = NOW, by = pack) => safetyOf(of, historyOf(of, now), by, now);
const codes = (of: Case, now = NOW, by = pack) => cards(of, now, by).map((c) => `${c.severity} ${c.code}`);
const held = (of: Case, answers?: ReturnType<typeof testId>) => heldBack(of, historyOf(of, NOW), pack, NOW, answers);

const danger = event(1, "reply.received", "2026-11-20 10:00", { as: "danger", phrase: "交200元解冻费" });

describe("[G1] money first", () => {
  it("[G1] a reply confirmed as danger stops; the same reply confirmed as a refusal does not", () => {
    expect(codes(bareCase(danger))).toEqual(["stop G1.pay_first"]);
    expect(codes(bareCase(event(1, "reply.received", "2026-11-20 10:00", { as: "refused" })))).toEqual([]);
  });
  it("[G1] no letter to that reply, while others may go", () => {
    expect(held(bareCase(danger), testId(501))).toEqual(["G1.pay_first"]);
    expect(held(bareCase(danger), testId(502))).toEqual([]);
    expect(held(bareCase(danger))).toEqual([]);
  });
  it("[G1] the card grows quiet when its four steps are ticked after the danger, and still bars the letter", () => {
    const steps = ["G1.stop", "G1.keep", "G1.provider", "G1.police"];
    const after = bareCase(danger, ...steps.map((q, i) => tick(i, q, "2026-11-20 11:00")));
    expect(codes(after)).toEqual(["quiet G1.pay_first"]);
    expect(held(after, testId(501))).toEqual(["G1.pay_first"]);
    // Ticked an hour before this danger, for an earlier one: to be looked at again.
    const before = bareCase(danger, ...steps.map((q, i) => tick(i, q, "2026-11-20 09:00")));
    expect(codes(before)).toEqual(["stop G1.pay_first"]);
    expect(codes(bareCase(danger, ...steps.slice(1).map((q, i) => tick(i, q, "2026-11-20 11:00"))))).toEqual([
      "stop G1.pay_first",
    ]);
  });
  it("[G1] before it is known it is not there", () => {
    expect(codes(bareCase(danger), instant("2026-11-20 09:59"))).toEqual([]);
  });

  const paid = (n: number, paidAt: string, more: Fields = {}): Change =>
    put("payment", testId(700 + n), {
      provider: "wechat",
      transaction: `T${n}`,
      payee: "某某网络科技工作室",
      amountFen: 20_000,
      paidAt: instant(paidAt),
      ...more,
    });
  const first = paid(0, "2026-11-01 10:00", { order: ORDER });
  const asked = event(2, "application.submitted", "2026-11-10 10:00");

  it("[G1] a new payment to the same payee after the refund was asked for stops; one before does not", () => {
    expect(codes(bareCase(first, asked, paid(1, "2026-11-10 10:01")))).toEqual(["stop G1.pay_first"]);
    expect(codes(bareCase(first, asked, paid(1, "2026-11-10 09:59")))).toEqual([]);
    // Nothing was asked for yet: a second purchase is no warning.
    expect(codes(bareCase(first, paid(1, "2026-11-10 10:01")))).toEqual([]);
  });
  it("[G1] full and half width name the same payee; another payee is another matter", () => {
    const named = (payee: string) => codes(bareCase(first, asked, paid(1, "2026-11-12 10:00", { payee })));
    expect(named("某某网络科技工作室 ")).toEqual(["stop G1.pay_first"]);
    expect(named("早餐店")).toEqual([]);
  });
  it("[G1] of a day without a clock time it may have been before: only the next day is after", () => {
    const day = event(2, "application.submitted", "2026-11-10");
    expect(codes(bareCase(first, day, paid(1, "2026-11-10 23:00")))).toEqual([]);
    expect(codes(bareCase(first, day, paid(1, "2026-11-11 00:00")))).toEqual(["stop G1.pay_first"]);
  });

  const heard: Pack = {
    ...pack,
    excuses: {
      items: [
        {
          id: "pay-first",
          label_zh: "",
          label_en: "",
          categories: ["engagement"],
          replyKind: "danger",
          patterns: ["解冻费"],
          meaning_zh: "",
          meaning_en: "",
          doNot_zh: [],
          doNot_en: [],
          replyTemplate: null,
          citesInLetter: [],
          engagement: "same",
          engagementReplyTemplate: null,
          likely: [],
        },
      ],
    },
  };
  const said = (direction: string): Change =>
    put("communication", testId(800), { direction, medium: "chat", sender: "客服", text: "交解冻费" });

  it("[G1] what only sounds like it asks; once it is judged, or where the person said it, it does not", () => {
    expect(codes(bareCase(said("theirs")), NOW, heard)).toEqual(["warn G1.heard"]);
    expect(codes(bareCase(said("mine")), NOW, heard)).toEqual([]);
    const judged = event(3, "reply.received", "2026-11-20", { as: "refused", communication: testId(800) });
    expect(codes(bareCase(said("theirs"), judged), NOW, heard)).toEqual([]);
    // Without the excuses of the pack nothing can be heard.
    expect(codes(bareCase(said("theirs")))).toEqual([]);
  });
});

describe("[G3] an account that was given away", () => {
  const steps = ["G3.export", "G3.password", "G3.devices", "G3.unbind"];
  it("[G3] stays until each of four steps is ticked", () => {
    const gone = bareCase(set("gaveAccount", "yes"), ...steps.slice(0, 3).map((q, i) => tick(i, q)));
    expect(cards(gone)).toMatchObject([{ code: "G3.account", severity: "warn", blocks: "nothing" }]);
    expect(cards(gone)[0]?.steps).toEqual(steps.map((id, i) => ({ id, done: i < 3 })));
    expect(codes(bareCase(set("gaveAccount", "yes"), ...steps.map((q, i) => tick(i, q))))).toEqual([]);
  });
  it("[G3] not where it was not given, and not where the category has no such question", () => {
    expect(codes(bareCase(set("gaveAccount", "no")))).toEqual([]);
    const spec = closedPack.categories[0];
    if (!spec) throw new Error("no category");
    const hidden = { ...pack, categories: [{ ...spec, hides: ["gaveAccount"] }] };
    expect(codes(bareCase(set("gaveAccount", "yes")), NOW, hidden)).toEqual([]);
  });
});

describe("[L6] whose order it was", () => {
  it("[L6] a business: nothing goes out; one's own account: it may", () => {
    expect(codes(bareCase(set("situation", "business")))).toEqual(["stop L6.business"]);
    expect(held(bareCase(set("situation", "business")))).toEqual(["L6.business"]);
    expect(held(bareCase(set("situation", "own")))).toEqual([]);
  });
  it("[L6] other categories are not asked", () => {
    expect(codes(bareCase(set("category", "course"), set("situation", "business")))).toEqual([]);
  });
  it("[G4] whoever did tasks leaves the refund path", () => {
    const of = bareCase(set("situation", "worked"));
    expect(cards(of)).toMatchObject([{ code: "G4.worked", severity: "stop", blocks: "sending" }]);
    expect(held(of)).toEqual(["G4.worked"]);
    expect(held(bareCase(set("situation", "unknown")))).toEqual([]);
  });
});

describe("[G5] a minor payer", () => {
  it("[G5] under 18 without a guardian nothing goes out; with one, or at 18, it may", () => {
    const guardian = put("party", testId(900), { role: "guardian", name: "妈妈" });
    expect(held(bareCase(set("payerAge", 17)))).toEqual(["G5.minor"]);
    expect(held(bareCase(set("payerAge", 17), guardian))).toEqual([]);
    expect(held(bareCase(set("payerAge", 18)))).toEqual([]);
  });
  it("[G5] a guardian without a name is none", () => {
    expect(held(bareCase(set("payerAge", 17), put("party", testId(900), { role: "guardian", name: " " })))).toEqual([
      "G5.minor",
    ]);
  });
});

describe("[G6] distress", () => {
  const note = (text: string): Change => put("note", testId(910), { text });
  const talk = (direction: string): Change =>
    put("communication", testId(911), { direction, medium: "chat", sender: "我", text: "再这样我真的不 想 活了" });
  it("[G6] in an own note or message, never in theirs", () => {
    expect(codes(bareCase(note("钱没了，不想活了")))).toEqual(["quiet G6.pause"]);
    expect(codes(bareCase(note("钱没了，很生气")))).toEqual([]);
    expect(codes(bareCase(talk("mine")))).toEqual(["quiet G6.pause"]);
    expect(codes(bareCase(talk("theirs")))).toEqual([]);
  });
  it("[G6] the card holds no words of the person and points at nothing", () => {
    const [card] = cards(bareCase(note("Hopeless")));
    expect(card?.refs).toEqual([]);
    expect(JSON.stringify(card)).not.toMatch(/hopeless|note\//i);
    expect(card?.blocks).toBe("nothing");
  });
});

describe("[G1] the order of cards", () => {
  it("[G1] what stops comes first, what is quiet last", () => {
    const of = bareCase(
      put("note", testId(910), { text: "不想活" }),
      set("gaveAccount", "yes"),
      set("payerAge", 16),
      danger,
    );
    expect(codes(of)).toEqual(["stop G1.pay_first", "stop G5.minor", "warn G3.account", "quiet G6.pause"]);
  });
  it("[E6] a removed exhibit takes along what was heard in it", () => {
    const heard = bareCase(
      exhibit(testId(920)),
      put("communication", testId(800), {
        direction: "theirs",
        medium: "chat",
        sender: "",
        text: "解冻费",
        exhibit: testId(920),
      }),
    );
    expect(codes(heard)).toEqual([]);
  });
});

describe("[G2] fake helpers", () => {
  it("[G2] each screen says its own line beside the common ones", () => {
    expect(fakeHelpers("invite").lines.map((l) => l.code)).toEqual(["G2.never", "G2.what_helpers_see"]);
    expect(fakeHelpers("search").lines.map((l) => l.code)).toEqual(["G2.never", "G2.found_numbers"]);
  });
});
