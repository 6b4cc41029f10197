import { describe, expect, it } from "vitest";
import { assess } from "../assess/assess.ts";
import type { Case } from "../case/case.ts";
import { BILL, CHAT, closedPack, PAYMENT } from "../fixtures/closed-case.fixture.ts";
import { put, testId } from "../fixtures/measured-case.fixture.ts";
import { claimCase, event, NOW, offerOf, refundOf } from "../fixtures/settled-case.fixture.ts";
import { ref } from "../identity.ts";
import { instant } from "../time.ts";

const settled = (of: Case, now = NOW) => assess(closedPack, of, now).settlement;
const codes = (of: Case) => settled(of).findings.map((f) => f.code);
const whole = refundOf(1, 10_000, "2024-05-20 10:00");

describe("[S1] expected against received", () => {
  it("[S1] without an agreement the demand: 100.00 paid, nothing of value received", () => {
    expect(settled(claimCase())).toMatchObject({
      basis: "demand",
      expectedFen: 10_000,
      receivedFen: 0,
      remainingFen: 10_000,
      complete: false,
    });
    expect(codes(claimCase())).toEqual(["S1.nothing_yet"]);
  });
  it("[S1] a part: 100.00 − 40.00 = 60.00 is missing; the whole: nothing is", () => {
    const part = claimCase(...refundOf(1, 4_000, "2024-05-20 10:00"));
    expect(settled(part)).toMatchObject({
      expectedFen: 10_000,
      receivedFen: 4_000,
      remainingFen: 6_000,
      complete: false,
    });
    expect(codes(part)).toEqual(["S1.partial"]);
    const rest = claimCase(...refundOf(1, 4_000, "2024-05-20 10:00"), ...refundOf(2, 6_000, "2024-05-21 10:00"));
    expect(settled(rest)).toMatchObject({ receivedFen: 10_000, remainingFen: 0, complete: true });
    expect(codes(rest)).toEqual(["S1.complete"]);
  });
  it("[S1] an agreement replaces the demand; what came before it does not count towards it", () => {
    const taken = [
      ...offerOf(1, "2024-05-10 10:00"),
      event(1, "offer.answered", "2024-05-11 10:00", { offer: testId(401), as: "accepted" }),
    ];
    // 50.00 agreed on 11 May.
    expect(settled(claimCase(...taken))).toMatchObject({ basis: "offer", expectedFen: 5_000, remainingFen: 5_000 });
    expect(settled(claimCase(...taken, ...refundOf(1, 5_000, "2024-05-12 10:00")))).toMatchObject({ complete: true });
    expect(settled(claimCase(...taken, ...refundOf(1, 5_000, "2024-05-09 10:00")))).toMatchObject({
      receivedFen: 0,
      complete: false,
    });
    const refused = [
      ...offerOf(1, "2024-05-10 10:00"),
      event(1, "offer.answered", "2024-05-11 10:00", { offer: testId(401), as: "refused" }),
    ];
    expect(settled(claimCase(...refused))).toMatchObject({ basis: "demand", expectedFen: 10_000 });
  });
  it("[S1] a balance at the platform is no money, unless that was agreed", () => {
    const balance = refundOf(1, 10_000, "2024-05-20 10:00", { route: "balance" });
    expect(settled(claimCase(...balance))).toMatchObject({ receivedFen: 0, creditFen: 10_000, complete: false });
    expect(codes(claimCase(...balance))).toEqual(["S1.credit", "S1.nothing_yet"]);
    const agreed = [
      ...offerOf(1, "2024-05-10 10:00", { form: "credit", amountFen: 10_000 }),
      event(1, "offer.answered", "2024-05-11 10:00", { offer: testId(401), as: "accepted" }),
    ];
    expect(settled(claimCase(...agreed, ...balance))).toMatchObject({ receivedFen: 10_000, complete: true });
  });
  it("[S1] what was kept back is said and stays missing", () => {
    const of = claimCase(...refundOf(1, 9_500, "2024-05-20 10:00", { feeFen: 500 }));
    expect(settled(of)).toMatchObject({ feeFen: 500, remainingFen: 500 });
    expect(codes(of)).toEqual(["S1.fee", "S1.partial"]);
  });
  it("[S1] the way it came back is named where it is not the way it was paid", () => {
    expect(codes(claimCase(...refundOf(1, 10_000, "2024-05-20 10:00", { route: "unknown" })))).toEqual([
      "S1.route_open",
      "S1.complete",
    ]);
    expect(codes(claimCase(...whole))).toEqual(["S1.complete"]);
  });
  it("[S1] the same number is one refund; another number beyond what was paid is too much", () => {
    const twice = claimCase(...whole, ...refundOf(2, 10_000, "2024-05-20 10:00", { transaction: "R1" }));
    expect(settled(twice)).toMatchObject({ receivedFen: 10_000, overFen: 0, complete: true });
    expect(codes(twice)).toEqual(["S1.repeated", "S1.complete"]);
    const other = claimCase(...whole, ...refundOf(2, 2_000, "2024-05-21 10:00"));
    expect(settled(other)).toMatchObject({ receivedFen: 12_000, overFen: 2_000 });
    expect(codes(other)).toEqual(["S1.over", "S1.complete"]);
    expect(settled(other).findings[0]?.refs).toContain("provision/cc-985");
  });
  it("[D3] where the claim is not chosen nothing is expected yet", () => {
    const open = claimCase({ op: "remove", kind: "usage", id: testId(390) });
    expect(settled(open)).toMatchObject({ basis: "unknown", expectedFen: undefined, complete: false });
    expect(codes(open)).toEqual(["S1.expected_unknown"]);
  });
});

describe("[S2] refunded only when seen", () => {
  it("[S2] told is not seen; seen in a bill row is", () => {
    const told = refundOf(1, 10_000, "2024-05-20 10:00", {}, false);
    expect(settled(claimCase(...told))).toMatchObject({ receivedFen: 0, toldFen: 10_000, complete: false });
    expect(codes(claimCase(...told))).toEqual(["S2.not_seen", "S1.nothing_yet"]);
    expect(settled(claimCase(...whole))).toMatchObject({ receivedFen: 10_000, toldFen: 0, complete: true });
  });
  it("[S2] an event alone is told; with an exhibit it is seen", () => {
    const said = (...refs: readonly string[]) =>
      claimCase(event(1, "refund.received", "2024-05-20 10:00", { amountFen: 10_000 }, refs));
    expect(settled(said())).toMatchObject({ receivedFen: 0, toldFen: 10_000 });
    expect(settled(said(ref("exhibit", CHAT)))).toMatchObject({ receivedFen: 10_000, complete: true });
  });
  it("[S2] an event and a record of the same amount are one refund", () => {
    const both = claimCase(...whole, event(1, "refund.received", "2024-05-20 10:00", { amountFen: 10_000 }));
    expect(settled(both)).toMatchObject({ receivedFen: 10_000, toldFen: 0 });
    expect(settled(both).lines).toHaveLength(1);
    const other = claimCase(...whole, event(1, "refund.received", "2024-05-20 10:00", { amountFen: 9_000 }));
    expect(settled(other)).toMatchObject({ receivedFen: 10_000, toldFen: 9_000 });
  });
  it("[S2] an exhibit linked to it shows it too", () => {
    const told = refundOf(1, 10_000, "2024-05-20 10:00", {}, false);
    const link = put("link", testId(380), { exhibit: CHAT, element: "amount", shows: ref("refund", testId(301)) });
    expect(settled(claimCase(...told, link))).toMatchObject({ receivedFen: 10_000, complete: true });
  });
  it("[E6] the bill taken away: nothing is seen any more", () => {
    const gone = claimCase(...whole, { op: "remove", kind: "exhibit", id: BILL });
    expect(settled(gone)).toMatchObject({ receivedFen: 0, complete: false });
  });
  it("[X2] a refund that lies ahead has not come", () => {
    expect(settled(claimCase(...whole), instant("2024-05-20 09:59"))).toMatchObject({ receivedFen: 0 });
    expect(settled(claimCase(...whole), instant("2024-05-20 10:00"))).toMatchObject({ receivedFen: 10_000 });
  });
  it("[S1] each line names its way, its day and what shows it", () => {
    expect(settled(claimCase(...whole)).lines).toEqual([
      {
        ref: ref("refund", testId(301)),
        amountFen: 10_000,
        route: "original",
        at: instant("2024-05-20 10:00"),
        payment: PAYMENT,
        exhibits: [BILL],
        seen: true,
      },
    ]);
  });
});
