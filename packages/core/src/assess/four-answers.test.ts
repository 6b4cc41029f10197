import { describe, expect, it } from "vitest";
import { emptyCase, type Case } from "../case/case.ts";
import { closedPack } from "../fixtures/closed-case.fixture.ts";
import { bareCase, CASE, caseInfo, ORDER, put, testId, withChanges } from "../fixtures/measured-case.fixture.ts";
import { claimCase, event, NOW, offerOf } from "../fixtures/settled-case.fixture.ts";
import type { ChannelRule } from "../pack/channel-rule.ts";
import { RuleSchema, type Pack } from "../pack/pack.ts";
import { instant } from "../time.ts";
import { assess } from "./assess.ts";

const channel = (id: string, more: Partial<ChannelRule> = {}): ChannelRule => ({
  id,
  kind: "negotiation",
  rank: 1,
  enabled: true,
  asks: "seller",
  checks: [],
  material: [],
  whoMayFile: { claimant: true, guardian: "if_minor", helper: "no" },
  closes: [],
  closedBy: [],
  oneShot: false,
  public: false,
  reversible: "yes",
  cost: { amountFen: 0, basis: [] },
  clocks: [],
  policy: {
    engagement: { level: "allow", basis: [] },
    businessPurchase: { level: "allow", basis: [] },
    minor: { level: "allow", basis: [] },
  },
  holdsFor: [],
  redactionProfile: "platform",
  tells: ["seller"],
  basis: [],
  asOf: closedPack.asOf,
  confidence: "high",
  ...more,
});
/** As the pack of China: 50 yuan up to 10,000, then 2.5 %; half in summary procedure. */
const scale = { flatFen: 5_000, brackets: [{ overFen: 1_000_000, permille: 25 }], reducedRatio: 0.5 };
const pack: Pack = {
  ...closedPack,
  channels: {
    ...closedPack.channels,
    items: [
      channel("platform_form"),
      channel("platform_letter", { cost: { amountFen: null, basis: [] } }),
      channel("payment_dispute", { asks: "payment", tells: ["provider", "seller"] }),
      channel("samr_complaint", { asks: "authority", tells: ["regulator", "seller", "identity"] }),
      channel("small_claims", {
        asks: "court",
        tells: ["court", "seller"],
        cost: { amountFen: null, scale, basis: ["fees-13"] },
      }),
      channel("notary", { asks: null, tells: ["notary"], cost: { amountFen: null, basis: [] } }),
      channel("public_heimao", { asks: null, public: true, tells: ["everyone"] }),
    ],
  },
};
const filing = (id: string): ReturnType<typeof put> => put("filing", testId(930), { channel: id });
const course = { op: "set", kind: "case", id: CASE, field: "category", value: "course" } as const;
const answers = (of: Case, now = NOW, by = pack) => assess(by, of, now).answers;
const rule = (id: string, more: object): Pack["rules"][number] =>
  RuleSchema.parse({
    id,
    event: "infringement.known",
    amount: 1,
    unit: "year",
    kind: "user-must-by",
    basis: ["cc-188"],
    label_zh: "",
    label_en: "",
    ...more,
  });
const timed = (...rules: Pack["rules"]): Pack => ({ ...pack, rules });
const known = event(1, "infringement.known", "2024-05-03");

describe("[L10] still in time", () => {
  it("[L10] without an order, or without a day from which anything is counted, it cannot be said", () => {
    expect(answers(withChanges(emptyCase(CASE), caseInfo())).inTime.code).toBe("L10.in_time.unknown");
    expect(answers(bareCase()).inTime.code).toBe("L10.in_time.cannot_say");
  });
  it("[L10] ahead, passed, or one of each", () => {
    const soon = rule("soon", { amount: 7, unit: "calendar-day" });
    const later = rule("later", { amount: 3 });
    const at = (...rules: Pack["rules"]) => answers(bareCase(course, known), NOW, timed(...rules)).inTime;
    // Three years after 3 May 2024 is 3 May 2027; seven days after it is 10 May 2024, before 1 June.
    expect(at(later).code).toBe("L10.in_time.provisional");
    const sure = { ...timed(later), calendar: { ...pack.calendar, years: [2024, 2027] } };
    expect(answers(bareCase(course, known), NOW, sure).inTime).toMatchObject({
      code: "L10.in_time.until",
      args: { due: "2027-05-03" },
    });
    const both = { ...timed(soon, later), calendar: { ...pack.calendar, years: [2024, 2027] } };
    expect(answers(bareCase(course, known), NOW, both).inTime.code).toBe("L10.in_time.some_passed");
    const over = { ...timed(soon), calendar: { ...pack.calendar, years: [2024] } };
    expect(answers(bareCase(course, known), NOW, over).inTime.code).toBe("L10.in_time.one_passed");
    expect(answers(bareCase(course, known), instant("2024-05-04 12:00"), over).inTime.code).toBe("L10.in_time.until");
  });
  it("[L1] for engagement the same day says less", () => {
    const sure = { ...timed(rule("later", { amount: 3 })), calendar: { ...pack.calendar, years: [2024, 2027] } };
    expect(answers(bareCase(known), NOW, sure).inTime.code).toBe("L10.in_time.engagement_until");
  });
  it("[L10] a closed case is over", () => {
    expect(answers(bareCase(event(2, "case.closed", "2024-05-20", { outcome: "stopped" }))).inTime.code).toBe(
      "L10.in_time.over",
    );
  });
});

describe("[L10] how much", () => {
  it("[L1] engagement: at most, and both sides may be at fault; elsewhere: at most", () => {
    expect(answers(claimCase()).howMuch).toMatchObject({ code: "L10.how_much.engagement", args: { claimFen: 10_000 } });
    expect(answers(claimCase(course)).howMuch).toMatchObject({
      code: "L10.how_much.up_to",
      args: { claimFen: 10_000 },
    });
  });
  it("[D3] two amounts while the person has to choose", () => {
    const open = claimCase({ op: "remove", kind: "usage", id: testId(390) });
    expect(answers(open).howMuch.code).toBe("L10.how_much.engagement_either");
  });
  it("[X11] an agreement says it; an offer alone does not", () => {
    const offer = offerOf(1, "2024-05-10 10:00");
    const taken = event(3, "offer.answered", "2024-05-11 10:00", { offer: testId(401), as: "accepted" });
    expect(answers(claimCase(...offer, taken)).howMuch).toMatchObject({
      code: "L10.how_much.agreed",
      args: { expectedFen: 5_000, receivedFen: 0 },
    });
    expect(answers(claimCase(...offer)).howMuch.code).toBe("L10.how_much.engagement");
  });
  it("[L10] nothing left, and nothing known", () => {
    const used = { op: "set", kind: "usage", id: testId(390), field: "valueFen", value: 10_000 } as const;
    expect(answers(claimCase(used)).howMuch.code).toBe("L10.how_much.nothing_left");
    expect(answers(withChanges(emptyCase(CASE), caseInfo())).howMuch.code).toBe("L10.how_much.unknown");
  });
});

describe("[L10] what it costs, by the door ahead", () => {
  it("[L10] asking is free, a letter costs postage, a court by the amount", () => {
    expect(answers(claimCase()).cost.code).toBe("L10.cost.free_first");
    expect(answers(claimCase(event(3, "entry.unavailable", "2024-05-10"))).cost.code).toBe("L10.cost.postage");
    expect(answers(claimCase(filing("samr_complaint"))).cost).toMatchObject({
      code: "L10.cost.free",
      args: { channel: "samr_complaint" },
    });
    // 100.00 yuan: the flat 50.00, half of it 25.00.
    expect(answers(claimCase(filing("small_claims"))).cost).toMatchObject({
      code: "L10.cost.court",
      args: { fullFen: 5_000, reducedFen: 2_500 },
      refs: ["provision/fees-13"],
    });
    expect(answers(claimCase(filing("notary"))).cost.code).toBe("L10.cost.ask");
  });
  it("[L10] without an amount the fee cannot be worked out", () => {
    // A course without a statement of use leaves the claim open (D3).
    expect(answers(bareCase(course, filing("small_claims"))).cost.code).toBe("L10.cost.court_unknown");
    const used = put("usage", testId(390), { order: ORDER, valueFen: 0 });
    expect(answers(bareCase(course, filing("small_claims"), used)).cost.code).toBe("L10.cost.court");
  });
  it("[L10] what is over costs nothing more", () => {
    expect(answers(claimCase(event(3, "case.closed", "2024-05-20", { outcome: "stopped" }))).cost.code).toBe(
      "L10.cost.over",
    );
  });
});

describe("[L10] who will know, by the door ahead", () => {
  const told = (id?: string) =>
    answers(id === undefined ? claimCase(course) : claimCase(course, filing(id))).whoKnows.code;
  it("[L10] they alone, the provider, an authority, a court, everybody", () => {
    expect(told()).toBe("L10.who.respondent");
    expect(told("payment_dispute")).toBe("L10.who.provider");
    expect(told("samr_complaint")).toBe("L10.who.authority");
    expect(told("small_claims")).toBe("L10.who.court");
    expect(told("public_heimao")).toBe("L10.who.public");
    expect(told("unheard_of")).toBe("L10.who.respondent");
  });
  it("[L1] engagement: a third party learns of the purchase; once it was handed in, it has", () => {
    expect(answers(claimCase(filing("samr_complaint"))).whoKnows.code).toBe("L10.who.engagement");
    const handed = event(4, "filing.submitted", "2024-05-20", { filing: testId(930), channel: "samr_complaint" });
    expect(answers(claimCase(filing("samr_complaint"), handed)).whoKnows.code).toBe("L10.who.engagement_told");
  });
});
