import { describe, expect, it } from "vitest";
import type { Change, Fields } from "../case/change.ts";
import {
  AGENT,
  CLAIMANT,
  codes,
  facts,
  filing,
  FILING,
  GUARDIAN,
  happened,
  judged,
  party,
  PLATFORM,
  readyCase,
  rule,
} from "../fixtures/channel-rules.fixture.ts";
import { RESPONDENT } from "../fixtures/closed-case.fixture.ts";
import { CASE, put, SERIES_EXHIBIT, testId } from "../fixtures/measured-case.fixture.ts";
import { instant } from "../time.ts";
import { venueOf } from "./venue.ts";

const bob = (contact = "139 0013 9000"): Change => party(AGENT, "agent", "bob", { contact });
const byHelper = (more: Fields = {}): Change => filing("samr_complaint", { filer: "helper", ...more });
const set = (kind: "party" | "case", id: typeof CASE, field: string, value: unknown): Change => ({
  op: "set",
  kind,
  id,
  field,
  value,
});
const samr = (...changes: readonly Change[]) => judged(readyCase(...changes), "samr_complaint");

describe("[X7] a helper files on paper", () => {
  it("[X7] a photo of the power of attorney leaves the original missing; the original closes it", () => {
    const copy = samr(bob(), byHelper({ authorization: "copy" }));
    expect(copy.ready).toBe(false);
    expect(copy.missing).toMatchObject([
      {
        field: "filing.authorization",
        message: { code: "X7.original_missing" },
        fix: { command: "filing.edit", data: { id: FILING, ask: "authorization" } },
      },
    ]);
    expect(copy.missing[0]?.message.refs).toEqual(["provision/samr-121-11", "provision/samr-121-16"]);
    expect(samr(bob(), byHelper({ authorization: "original" })).ready).toBe(true);
  });

  it("[X7] without a paper or without saying who, both are asked for", () => {
    expect(samr(byHelper()).missing.map((m) => m.field)).toEqual(["filing.authorization", "party.agent"]);
    expect(samr(bob(), byHelper({ authorization: "none" })).missing.map((m) => m.field)).toEqual([
      "filing.authorization",
    ]);
  });

  it("[X7] never by the helper's telephone, however it is written", () => {
    const own = samr(bob("139 0013 9000"), byHelper({ authorization: "original", contact: "13800138000" }));
    expect(own.allowed).toBe(true);
    const theirs = samr(bob("139 0013 9000"), byHelper({ authorization: "original", contact: "+86 139-0013-9000" }));
    expect([theirs.allowed, theirs.blockedBy, codes(theirs.reasons)]).toEqual([
      false,
      ["samr-121-17"],
      ["X7.helper_phone"],
    ]);
  });

  it("[X7] in an entry of the person's own account a helper prepares and does not file", () => {
    const by = (filer: string) => judged(readyCase(filing("platform_form", { filer })), "platform_form");
    expect(by("claimant").allowed).toBe(true);
    expect(codes(by("helper").reasons)).toEqual(["X7.helper_carries"]);
  });
});

describe("[X15] the court", () => {
  it("[X15] a friend may prepare and not appear; the person files", () => {
    const by = (filer: string) =>
      judged(readyCase(filing("small_claims", { filer, authority: "某区法院" })), "small_claims");
    expect(by("claimant").allowed).toBe(true);
    expect([by("helper").allowed, by("helper").blockedBy, codes(by("helper").reasons)]).toEqual([
      false,
      ["cpl-61"],
      ["X15.friend"],
    ]);
    expect(codes(by("claimant").warnings)).toContain("X15.friend");
  });
});

describe("[R1] who they are", () => {
  const nobody: Change = { op: "remove", kind: "party", id: RESPONDENT };
  it("[R1] nobody identified blocks 12315 and a suit with their provisions, and stopping stays open", () => {
    expect(samr(nobody).blockedBy).toEqual(["samr-121-10"]);
    expect(codes(samr(nobody).reasons)).toEqual(["R1.nobody"]);
    expect(judged(readyCase(nobody), "small_claims").blockedBy).toEqual(["cpl-122", "cpl-124"]);
    const stop = judged(readyCase(nobody), "stop_here");
    expect([stop.allowed, stop.recommended]).toEqual([true, true]);
    expect(samr().allowed).toBe(true);
  });

  it("[R1] on a marketplace that is known, it is asked for the seller first", () => {
    expect(codes(samr(nobody, party(PLATFORM, "platform", "大平台")).reasons)).toEqual(["R1.ask_platform"]);
  });

  it("[X9] name, telephone and address of the person are asked one by one", () => {
    const bare = samr(set("party", CLAIMANT, "contact", undefined), set("party", CLAIMANT, "address", " "));
    expect(bare.allowed).toBe(true);
    expect(bare.missing.map((m) => [m.field, m.fix.command, m.fix.data])).toEqual([
      ["party.claimant.contact", "party.edit", { id: CLAIMANT, ask: "contact" }],
      ["party.claimant.address", "party.edit", { id: CLAIMANT, ask: "address" }],
    ]);
  });

  it("[X9] without the address of the other side a complaint is not complete", () => {
    const open = samr(set("party", RESPONDENT, "address", undefined));
    expect([open.allowed, open.ready, open.missing.map((m) => m.field)]).toEqual([
      true,
      false,
      ["party.respondent.address"],
    ]);
    // samr-121-13: the marketplace's domicile serves; a court still needs the defendant's.
    const onPlatform = [
      set("party", RESPONDENT, "address", undefined),
      party(PLATFORM, "platform", "大平台", { address: "丙路3号" }),
    ];
    expect(samr(...onPlatform).ready).toBe(true);
    expect(judged(readyCase(...onPlatform), "small_claims").missing.map((m) => m.field)).toContain(
      "party.respondent.address",
    );
  });
});

describe("[G5] a minor", () => {
  const child = set("case", CASE, "payerAge", 7);
  const guardian = party(GUARDIAN, "guardian", "alice", { contact: "13800138000", address: "甲路1号" });
  it("[G5] a guardian comes before anything that is sent; at 18 nobody is asked for one", () => {
    expect(codes(judged(readyCase(child), "platform_form").reasons)).toEqual(["G5.guardian"]);
    expect(judged(readyCase(child, guardian), "platform_form").allowed).toBe(true);
    expect(judged(readyCase(set("case", CASE, "payerAge", 18)), "platform_form").allowed).toBe(true);
    expect(judged(readyCase(child), "stop_here").allowed).toBe(true);
  });

  it("[G5] the guardian files, not the child", () => {
    const by = (filer: string) => codes(samr(child, guardian, filing("samr_complaint", { filer })).reasons);
    expect([by("guardian"), by("claimant")]).toEqual([[], ["G5.guardian_files"]]);
  });

  it("[L9] public channels are off for a minor and for engagement", () => {
    expect(judged(readyCase(), "public_heimao").allowed).toBe(true);
    expect(codes(judged(readyCase(child, guardian), "public_heimao").reasons)).toEqual(["L9.minor"]);
    const bought = readyCase(set("case", CASE, "category", "engagement"), set("case", CASE, "situation", "own"));
    expect(codes(judged(bought, "public_heimao").reasons)).toEqual(["L9.engagement"]);
  });
});

describe("[X13] venue", () => {
  const places = (...changes: readonly Change[]) =>
    venueOf(facts(readyCase(...changes)), rule("samr_complaint")).places.map((p) => [p.venue, p.open, p.address]);
  const platform = party(PLATFORM, "platform", "大平台", { address: "丙路3号" });

  it("[X13] a site of their own goes to their domicile, a shop on a marketplace to either", () => {
    expect(places()).toEqual([["operator", true, "乙路2号"]]);
    expect(places(platform)).toEqual([
      ["operator", true, "乙路2号"],
      ["platform", true, "丙路3号"],
    ]);
  });

  it("[X13] without a published address, or where they cannot be reached, only the marketplace's domicile is left", () => {
    expect(places(platform, set("party", RESPONDENT, "address", undefined))[0]).toEqual(["operator", false, undefined]);
    // M7: three attempts on two dates over 48 hours by two media, each shown.
    const tried = ["2024-05-06 10:00", "2024-05-07 10:00", "2024-05-08 10:00"].map((at, n) =>
      put("attempt", testId(330 + n), {
        at: instant(at),
        medium: n === 0 ? "phone" : "email",
        reached: false,
        ownNetworkWorked: "yes",
        exhibit: SERIES_EXHIBIT,
      }),
    );
    expect(places(platform, ...tried)[0]).toEqual(["operator", false, "乙路2号"]);
    expect(places(platform, ...tried.slice(1))[0]).toEqual(["operator", true, "乙路2号"]);
  });

  it("[X13] a second complaint is not filed while the first is open", () => {
    const first = [
      filing("samr_complaint"),
      happened(400, "filing.submitted", "2024-05-20", { filing: FILING, channel: "samr_complaint" }),
    ];
    expect(samr(...first, filing("samr_complaint", {}, testId(311))).blockedBy).toEqual(["samr-121-14"]);
    expect(samr(filing("samr_complaint", {}, testId(311))).allowed).toBe(true);
  });
});

describe("[X14] complaint and report", () => {
  const draft = put("draft", testId(340), { kind: "complaint12315", lang: "zh-CN" });
  const other = put("draft", testId(341), { kind: "complaint12315", lang: "zh-CN" });
  it("[X14] never in one paper", () => {
    const reported = filing("samr_report", { draft: testId(340) }, testId(312));
    const one = samr(draft, other, reported, filing("samr_complaint", { draft: testId(340) }));
    expect([one.allowed, one.blockedBy, codes(one.reasons)]).toEqual([false, ["samr-121-9"], ["X14.same_paper"]]);
    expect(samr(draft, other, reported, filing("samr_complaint", { draft: testId(341) })).allowed).toBe(true);
  });

  it("[X14] a sentence that reports is taken out of the complaint", () => {
    const sentence = (text: string): Change =>
      put("sentence", testId(345), {
        draft: testId(340),
        position: "a",
        part: "demand",
        sources: [],
        printed: {},
        text,
      });
    const mixed = (text: string) =>
      samr(draft, sentence(text), filing("samr_complaint", { draft: testId(340) })).missing;
    expect(codes(mixed("同时举报对方").map((m) => m.message))).toEqual(["X14.report_words"]);
    expect(mixed("请求退还货款")).toEqual([]);
  });
});
