/** What an assessor may reuse: every edit of every kind it reads, beside an assessment without memory. */
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Case } from "../case/case.ts";
import { apply, type Change } from "../case/change.ts";
import { channelPack } from "../fixtures/channel-rules.fixture.ts";
import {
  ASKED,
  BILL,
  CHAT,
  clause,
  CLAUSE,
  composeOn,
  DRAFT,
  letterCase,
  NOW,
  own,
  PAYMENT,
  plainRenderer,
  PROMISE_PAGE,
  REFUND,
  refundOf50,
  REPLY,
  RULES_PAGE,
} from "../fixtures/letter-case.fixture.ts";
import {
  CASE,
  exhibit,
  ORDER,
  put,
  SERIES_EXHIBIT,
  testId,
  UNDERTAKING,
  withChanges,
} from "../fixtures/measured-case.fixture.ts";
import { letterPack } from "../fixtures/pack.fixture.ts";
import { ref, type Id } from "../identity.ts";
import type { Pack } from "../pack/pack.ts";
import type { Kind } from "../schema/kinds.ts";
import { instant } from "../time.ts";
import { assess, makeAssessor } from "./assess.ts";
import type { Assessment } from "./assessment.ts";

/** Letters, channels and grounds of law together, so that every pass has something to say. */
const pack: Pack = { ...letterPack, channels: channelPack.channels, distress: ["活不下去"] };

const PARTY = testId(401);
const LINK = testId(402);
const SAMPLE = testId(403);
const OVERRIDE = testId(404);
const ANSWER = testId(405);
const USAGE = testId(406);
const INCIDENT = testId(407);
const NOTE = testId(408);
const WORDS = testId(409);
const EVENT = testId(410);

const changes: readonly Change[] = [
  ...clause,
  put("party", PARTY, { role: "respondent", name: "某某网络科技" }),
  put("link", LINK, { exhibit: CHAT, element: "responsibility" }),
  put("link", testId(411), { exhibit: BILL, element: "order_exists" }),
  put("sample", SAMPLE, { exhibit: SERIES_EXHIBIT, row: 1, takenAt: instant("2024-05-03 12:00"), rows: [] }),
  put("override", OVERRIDE, { packPath: "defaults.demandDays", value: 5, reason: "x" }),
  put("answer", ANSWER, { question: "taken_away", value: "yes", exhibit: CHAT }),
  put("usage", USAGE, { order: ORDER, unitsTotal: 100, unitsUsed: 3 }),
  put("incident", INCIDENT, { what: "outage", text: "系统维护", exhibit: CHAT, at: instant("2024-05-02 12:00") }),
  put("note", NOTE, { text: "记一笔" }),
  own(409, "problem", "我已付款 100.00 元，客服承诺“1000真实粉丝包月”。", [
    ref("payment", PAYMENT),
    ref("undertaking", UNDERTAKING),
  ]),
  {
    op: "append",
    kind: "event",
    id: EVENT,
    value: { type: "application.submitted", at: NOW, recordedAt: NOW, refs: [], data: {} },
  },
];
const busy = (): Case => withChanges(composeOn(letterCase(...refundOf50)).case, ...changes);

const later = instant("2024-05-03 09:00");
const exhibits: readonly Id[] = [BILL, CHAT, PROMISE_PAGE, RULES_PAGE, SERIES_EXHIBIT];
/** Every kind a pass reads, with a record of it and fields that some pass looks at. */
const fields: readonly (readonly [Kind, readonly Id[], Readonly<Record<string, readonly unknown[]>>])[] = [
  [
    "exhibit",
    exhibits,
    {
      name: ["甲.png", "〔缺：日期〕.png"],
      materialType: ["支付凭证", "平台规则", "身份关系"],
      text: ["服务规则 第5条 下单后24小时内未开始的，可申请全额退款", "别的", undefined],
      position: ["a", "b", undefined],
      importedAt: [instant("2024-05-06 00:00"), later],
      capturedAt: ["2024-05-01", undefined],
      strength: [0, 3],
      rowCount: [1, 40],
      marks: [["intake.screenshot"], undefined],
      size: [1, 2],
    },
  ],
  [
    "case",
    [CASE],
    { category: ["engagement", "membership", "course"], payerAge: [16, 30, undefined], purpose: ["life", "business"] },
  ],
  ["party", [PARTY], { name: ["", "另一家", "某某网络科技"], role: ["respondent", "seller"] }],
  ["order", [ORDER], { number: ["", "20240501001"], paidFen: [0, 9_000, 10_000], item: ["甲", "乙"] }],
  [
    "undertaking",
    [UNDERTAKING],
    { quote: ["甲", "1000真实粉丝包月"], exhibit: [PROMISE_PAGE, undefined], quantity: [10, 1_000] },
  ],
  ["clause", [CLAUSE], { quote: ["甲", "下单后24小时内未开始的，可申请全额退款"], exhibit: [RULES_PAGE, undefined] }],
  [
    "payment",
    [PAYMENT],
    { amountFen: [9_000, 10_000], payee: ["个人", "某某网络科技"], payeeKind: ["person", "merchant"] },
  ],
  ["refund", [REFUND], { amountFen: [1_000, 5_000, 10_000] }],
  ["sighting", [testId(60), testId(61)], { exhibit: [BILL, CHAT] }],
  [
    "communication",
    [REPLY, ASKED],
    { text: ["订单20240501001 请退款", "活不下去了", "您好"], at: [later, undefined], exhibit: [CHAT, undefined] },
  ],
  ["link", [LINK], { element: ["breach", "responsibility"], exhibit: [CHAT, BILL] }],
  ["sample", [SAMPLE], { exhibit: [SERIES_EXHIBIT, CHAT], rule: ["每十个取一个", undefined] }],
  ["override", [OVERRIDE], { packPath: ["defaults.demandDays", "defaults.startMin"], value: [3, 90] }],
  ["answer", [ANSWER], { value: ["yes", "no", "unknown"], exhibit: [CHAT, undefined] }],
  ["usage", [USAGE], { unitsUsed: [0, 50], claimChoice: ["full", "after_value", undefined] }],
  ["incident", [INCIDENT], { text: ["甲", "系统维护"], exhibit: [CHAT, undefined] }],
  ["note", [NOTE], { text: ["活不下去了", "记一笔"] }],
  [
    "draft",
    [DRAFT],
    { kind: ["application", "reminder1", "complaint12315"], answerBy: ["2024-05-05", "2024-05-20", undefined] },
  ],
  ["sentence", [WORDS], { text: ["退还 500 元", "我已付款 100.00 元"], omitted: [true, undefined] }],
];

const edits: readonly Change[] = [
  ...fields.flatMap(([kind, ids, of]) =>
    ids.flatMap((id) =>
      Object.entries(of).flatMap(([field, values]) =>
        values.map((value): Change => ({ op: "set", kind, id, field, value })),
      ),
    ),
  ),
  ...fields.flatMap(([kind, ids]) =>
    kind === "case"
      ? []
      : ids.flatMap((id): readonly Change[] => [
          { op: "remove", kind, id },
          { op: "restore", kind, id },
        ]),
  ),
  ...[0, 1, 2].map((n) => exhibit(testId(500 + n), { name: `${n}.png` })),
];

/** A letter of own words is looked up in every record, hundreds of times over. Units: milliseconds. */
const SLOW = 30_000;

/** The comparison of vitest is slow where two objects are large; it is asked only for the difference. */
function sameAsAnew(remembered: Assessment, of: Case, after: string): void {
  const anew = assess(pack, of, NOW, plainRenderer);
  if (!isDeepStrictEqual(remembered, anew)) expect(remembered, after).toEqual(anew);
}

describe("[G14] what an edit does not touch is not made again", () => {
  const first = busy();

  it(
    "[G14] after each edit of each kind that is read, equal by value to an assessment without memory",
    { timeout: SLOW },
    () => {
      const kept = makeAssessor(pack, plainRenderer);
      for (const change of edits) {
        const of = apply(first, [change]).case;
        sameAsAnew(kept.assess(of, NOW), of, JSON.stringify(change));
      }
    },
  );

  it("[G14] and so after many of them in any order", { timeout: SLOW }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...edits), { maxLength: 8 }), (steps) => {
        const kept = makeAssessor(pack, plainRenderer);
        let of = first;
        for (const change of steps) {
          kept.assess(of, NOW);
          of = apply(of, [change]).case;
        }
        sameAsAnew(kept.assess(of, NOW), of, "");
      }),
      { numRuns: 30 },
    );
  });

  const before = (): {
    readonly kept: ReturnType<typeof makeAssessor>;
    readonly of: Case;
    readonly was: Assessment;
  } => {
    const kept = makeAssessor(pack, plainRenderer);
    const of = first;
    return { kept, of, was: kept.assess(of, NOW) };
  };
  const untouched = [
    "demand",
    "course",
    "deadlines",
    "filings",
    "channels",
    "offers",
    "settlement",
    "safety",
    "notices",
    "answers",
  ] as const;

  it("[G14] an exhibit that is called differently leaves every answer that names no file the same object; one of another material does not", () => {
    const { kept, of, was } = before();
    kept.ran();
    const set = (field: string, value: string): Assessment =>
      kept.assess(apply(of, [{ op: "set", kind: "exhibit", id: CHAT, field, value }]).case, NOW);
    const renamed = set("name", "聊天.txt");
    // Only what names files is looked at again: grounds (a quote that its page does not hold), the chain, the letters.
    expect(kept.ran()).toEqual(["grounds", "chain", "letters"]);
    for (const pass of untouched) expect(renamed[pass], pass).toBe(was[pass]);
    expect(renamed.grounds).toBe(was.grounds);
    set("materialType", "身份关系");
    expect(kept.ran()).toEqual(expect.arrayContaining(["shown", "channels", "letters.told"]));
  });

  it("[G14] an answer that comes out as before is the same object; one that does not is another", () => {
    const { kept, of, was } = before();
    const item = (value: string): Case =>
      apply(of, [{ op: "set", kind: "order", id: ORDER, field: "item", value }]).case;
    const named = kept.assess(item("乙"), NOW);
    // No sum, no ground and no deadline says what was ordered.
    expect(named.demand).toBe(was.demand);
    expect(named.grounds).toBe(was.grounds);
    expect(named.deadlines).toBe(was.deadlines);
    const paid = apply(of, [{ op: "set", kind: "payment", id: PAYMENT, field: "amountFen", value: 9_000 }]).case;
    expect(kept.assess(paid, NOW).demand).not.toBe(was.demand);
  });

  it("[G6] of many notes only the new one is listened to", () => {
    const listened: string[] = [];
    const note = (n: number, text: string): Change => put("note", testId(600 + n), { text });
    type Note = Case["live"]["note"][string];
    const watched = new Map<Note, Note>();
    const watch = (n: Note): Note =>
      new Proxy(n, {
        get: (target, field) => {
          if (field === "text") listened.push(target.id);
          return Reflect.get(target, field);
        },
      });
    const watching = (of: Case): Case => {
      for (const n of Object.values(of.live.note)) if (!watched.has(n)) watched.set(n, watch(n));
      const notes = Object.values(of.live.note).flatMap((n) => watched.get(n) ?? []);
      return { ...of, live: { ...of.live, note: Object.fromEntries(notes.map((n) => [n.id, n])) } };
    };
    const kept = makeAssessor(pack);
    const one = apply(first, [note(1, "一"), note(2, "二")]).case;
    kept.assess(watching(one), NOW);
    listened.length = 0;
    kept.assess(watching(apply(one, [note(3, "三")]).case), NOW);
    expect([...new Set(listened)]).toEqual([testId(603)]);
  });
});
