import { describe, expect, it } from "vitest";
import type { Change } from "../case/change.ts";
import { codes, filing, FILING, happened, judged, readyCase } from "../fixtures/channel-rules.fixture.ts";
import { CASE, testId } from "../fixtures/measured-case.fixture.ts";

/** A filing in `channel` and what became of it, day by day from 20 May 2024. */
const went = (
  channel: string,
  ...types: readonly (readonly [string, Record<string, string>?])[]
): readonly Change[] => [
  filing(channel),
  ...types.map(([type, data], n) => happened(400 + n, type, `2024-05-${20 + n}`, { filing: FILING, channel, ...data })),
];
const samr = (...changes: readonly Change[]) => judged(readyCase(...changes), "samr_complaint");

describe("[X10] what shuts 12315", () => {
  it("[X10] with nothing handled before it is allowed and green", () => {
    const open = samr();
    expect([open.allowed, open.ready, codes(open.reasons), open.missing]).toEqual([true, true, [], []]);
    expect(codes(open.warnings)).toContain("X10.once");
  });

  it("[X10] a court that has docketed it shuts 12315; a claim only handed in does not yet", () => {
    const filed = samr(...went("small_claims", ["suit.filed"]));
    expect([filed.allowed, codes(filed.warnings).includes("X8.will_shut")]).toEqual([true, true]);
    const docketed = samr(...went("small_claims", ["suit.filed"], ["suit.docketed"]));
    expect([docketed.allowed, codes(docketed.reasons)]).toEqual([false, ["X10.shut"]]);
    expect(docketed.blockedBy).toEqual(["samr-121-16", "samr-121-23"]);
  });

  it("[X10] the association shuts it once it accepted, also when the matter was withdrawn there; a refusal does not", () => {
    const after = (...types: readonly (readonly [string, Record<string, string>?])[]) =>
      samr(...went("consumer_association", ["filing.submitted"], ...types));
    expect(after(["filing.accepted"]).blockedBy).toEqual(["samr-121-16"]);
    expect(after(["filing.accepted"], ["filing.withdrawn"]).allowed).toBe(false);
    expect(after(["filing.accepted"], ["mediation.ended", { result: "failed" }]).allowed).toBe(false);
    expect(after(["filing.refused", { ground: "x" }]).allowed).toBe(true);
  });

  it("[X10] 12315 itself: ended or withdrawn shuts it, refused leaves it open, pending is one filing already", () => {
    const after = (...types: readonly (readonly [string, Record<string, string>?])[]) =>
      samr(...went("samr_complaint", ["filing.submitted"], ...types));
    expect(codes(after().reasons)).toEqual(["X13.already_open"]);
    expect(after().blockedBy).toEqual(["samr-121-14"]);
    expect(after(["filing.refused", { ground: "x" }]).ready).toBe(true);
    expect(codes(after(["filing.accepted"], ["mediation.ended", { result: "failed" }]).reasons)).toEqual(["X10.shut"]);
    expect(after(["filing.withdrawn"]).blockedBy).toEqual(["samr-121-16", "samr-121-23"]);
  });

  it("[X13] a filing that only an event tells of is one filing already, like one with a record", () => {
    const told = samr(happened(400, "filing.submitted", "2024-05-20", { channel: "samr_complaint" }));
    expect([told.allowed, codes(told.reasons)]).toEqual([false, ["X13.already_open"]]);
    expect(samr().allowed).toBe(true);
  });

  it("[X10] a post on a complaint site does not shut it, arbitration does", () => {
    const steps = [["filing.submitted"], ["filing.accepted"], ["mediation.ended", { result: "failed" }]] as const;
    expect(samr(...went("public_heimao", ...steps)).ready).toBe(true);
    expect(samr(...went("arbitration", ["filing.submitted"], ["filing.accepted"])).blockedBy).toEqual(["samr-121-16"]);
  });

  it("[X8] a closing without a provision only warns", () => {
    const mediated = samr(...went("peoples_mediation", ["filing.submitted"], ["filing.accepted"]));
    expect([mediated.allowed, codes(mediated.warnings).includes("X8.shut_by_practice")]).toEqual([true, true]);
  });

  it("[X10] a retracted acceptance counts as never told", () => {
    const changes = went("consumer_association", ["filing.submitted"], ["filing.accepted"]);
    expect(samr(...changes).allowed).toBe(false);
    expect(samr(...changes, happened(450, "event.retracted", "2024-05-25", { of: testId(401) })).allowed).toBe(true);
  });
});

describe("[X8] what a filing shuts is said before", () => {
  it("[X8] the association names 12315 with its provision, and warns while 12315 is unused", () => {
    const before = judged(readyCase(), "consumer_association");
    expect(before.closes).toMatchObject([{ channel: "samr_complaint", from: "accepted", basis: ["samr-121-16"] }]);
    expect(codes(before.warnings)).toContain("X8.shuts_unused");
    const used = judged(
      readyCase(...went("samr_complaint", ["filing.submitted"], ["filing.refused"])),
      "consumer_association",
    );
    expect(codes(used.warnings)).not.toContain("X8.shuts_unused");
    // Where 12315 is not open anyway, nothing is lost by going elsewhere.
    const business: Change = { op: "set", kind: "case", id: CASE, field: "purpose", value: "business" };
    expect(codes(judged(readyCase(business), "consumer_association").warnings)).not.toContain("X8.shuts_unused");
  });
});

describe("[X16] two doors at once", () => {
  const asked = happened(410, "application.submitted", "2024-05-20 10:00", { channel: "platform_form" });
  it("[X16] while the platform has not answered, asking the payment provider warns; after its refusal it does not", () => {
    const open = judged(readyCase(asked), "payment_dispute");
    expect([open.allowed, codes(open.warnings).includes("X16.two_doors")]).toEqual([true, true]);
    const refused = happened(411, "reply.received", "2024-05-21 10:00", { as: "refused" });
    expect(codes(judged(readyCase(asked, refused), "payment_dispute").warnings)).not.toContain("X16.two_doors");
  });

  it("[X16] a vague answer leaves the door open, and a yes keeps it open until the money is there", () => {
    const reply = (as: string): Change => happened(411, "reply.received", "2024-05-21 10:00", { as });
    const warns = (...changes: readonly Change[]) =>
      codes(judged(readyCase(asked, ...changes), "payment_dispute").warnings).includes("X16.two_doors");
    expect([warns(reply("vague")), warns(reply("agreed"))]).toEqual([true, true]);
    expect(warns(reply("agreed"), happened(412, "refund.received", "2024-05-22 10:00", { amountFen: 100 }))).toBe(
      false,
    );
  });

  it("[X16] two entries of the same payee are one door", () => {
    expect(codes(judged(readyCase(asked), "platform_letter").warnings)).not.toContain("X16.two_doors");
  });
});
