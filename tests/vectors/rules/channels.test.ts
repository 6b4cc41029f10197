/** Pairs for channels (X7–X16): each differs in one input and flips the result. */
import { describe } from "vitest";
import { channelInputOf, factsOf, instant, venueOf, type ChannelAssessment } from "@recourse/core";
import { pack } from "../real-case.ts";
import { pair } from "./pair.ts";
import { happened, renewal } from "./stories.ts";
import { assessed, caseOf, edited, idOf, withoutField, withRecords, without, type Story } from "./story.ts";

const channel = (story: Story, id: string): ChannelAssessment => {
  const found = assessed(story).channels.find((c) => c.id === id);
  if (!found) throw new Error(`no channel ${id}`);
  return found;
};
/** May it be gone through, is all there, and why not. */
const open = (id: string) => (story: Story) => {
  const { allowed, ready, reasons, missing } = channel(story, id);
  return [allowed, ready, ...reasons.map((m) => m.code), ...missing.map((m) => m.message.code)];
};
const complaint = open("samr_complaint");
const rule = (id: string) => {
  const found = pack.channels.items.find((c) => c.id === id);
  if (!found) throw new Error(`no channel ${id}`);
  return found;
};

/** A way through a door, step by step from 11 November on; the events name the filing, and the filing its channel. */
const filed = (through: string, ...events: readonly string[]): Story =>
  withRecords(renewal, {
    filing: { is: "filing", channel: through },
    ...Object.fromEntries(
      events.map((type, n) => [`step${n}`, happened(type, `2026-11-1${n + 1}`, { filing: idOf("filing") })]),
    ),
  });
const accepted = (through: string): Story => filed(through, "filing.submitted", "filing.accepted");
/** The filing is prepared and not in. */
const prepared = (through: string, fields: Readonly<Record<string, unknown>>): Story =>
  edited(filed(through), "filing", fields);

describe("[X7–X16] channels", () => {
  // A photo of the power of attorney is a copy; the regulator takes the original.
  pair("[X7] a helper files a complaint on the original of the power of attorney, not on a photo of it", {
    base: withRecords(
      prepared("samr_complaint", { filer: "helper", authorization: "original", contact: "13800000001" }),
      {
        agent: { is: "party", role: "agent", name: "bob", contact: "13900000002" },
      },
    ),
    change: (s) => edited(s, "filing", { authorization: "copy" }),
    of: complaint,
    results: [
      [true, true],
      [true, false, "X7.original_missing"],
    ],
  });
  // The number of bob on a complaint of alice.
  pair("[X7] the telephone on a complaint is never the helper's", {
    base: withRecords(
      prepared("samr_complaint", { filer: "helper", authorization: "original", contact: "13800000001" }),
      {
        agent: { is: "party", role: "agent", name: "bob", contact: "13900000002" },
      },
    ),
    change: (s) => edited(s, "filing", { contact: "+86 139 0000 0002" }),
    of: complaint,
    results: [
      [true, true],
      [false, false, "X7.helper_phone"],
    ],
  });

  // A post on a complaint site is no handling by an authority; a court that took the matter is.
  pair("[X8] before a filing it is said what it closes, with the provision", {
    base: "public_heimao",
    change: () => "small_claims",
    of: (id) =>
      channel(renewal, id)
        .closes.filter((c) => c.channel === "samr_complaint")
        .map((c) => [c.from, ...c.basis]),
    results: [[], [["accepted", "samr-121-16", "samr-121-23"]]],
  });

  pair("[X9] the decider's grounds of refusal are gone through beforehand, each with its field and what to press", {
    base: renewal,
    change: (s) => withoutField(s, "respondent", "address"),
    of: (s) => {
      const { ready, missing } = channel(s, "samr_complaint");
      return [ready, ...missing.map((m) => [m.field, m.fix.command])];
    },
    results: [[true], [false, ["party.respondent.address", "party.edit"]]],
  });

  pair("[X10] a matter that another authority has accepted is closed to 12315", {
    base: accepted("public_heimao"),
    change: (s) => edited(s, "filing", { channel: "consumer_association" }),
    of: (s) => [...complaint(s), channel(s, "samr_complaint").blockedBy.includes("samr-121-16")],
    results: [
      [true, true, false],
      [false, false, "X10.shut", true],
    ],
  });
  // What was refused was not handled and may come again, complete; what was accepted stays handled, also when it was withdrawn.
  pair("[X10] 12315 is one-shot: after it was accepted and withdrawn it is closed, after it was refused it is not", {
    base: filed("samr_complaint", "filing.submitted", "filing.refused"),
    change: (s) => edited(s, "step1", { type: "filing.withdrawn" }),
    of: (s) => channel(s, "samr_complaint").allowed,
    results: [true, false],
  });
  pair("[X10] one open point of the pre-flight, and it is not green", {
    base: renewal,
    change: (s) => without(s, "chatDuty"),
    of: (s) => [channel(s, "samr_complaint").ready, channel(s, "samr_complaint").allowed],
    results: [
      [true, true],
      [false, true],
    ],
  });

  // 2026-11-11 is a Wednesday: 12, 13, 16, 17, 18, 19, 20 are the seven working days in which the regulator decides.
  pair("[X12] which clock an event starts depends on the channel it went through", {
    base: filed("samr_complaint", "filing.submitted"),
    change: (s) => edited(s, "filing", { channel: "consumer_association" }),
    of: (s) =>
      assessed(s)
        .deadlines.filter((d) => d.owner === "authority")
        .map((d) => [d.rule, d.due]),
    results: [[["samr-accept", "2026-11-20"]], []],
  });

  // On a site of their own: where they are. A shop on a marketplace without an address of its own: where the marketplace is.
  pair("[X13] a complaint goes to the operator's place, or to the marketplace's", {
    base: withRecords(renewal, {
      platform: { is: "party", role: "platform", name: "某某商城", address: "杭州市某路3号" },
    }),
    change: (s) => withoutField(s, "respondent", "address"),
    of: (s) => {
      const facts = factsOf(channelInputOf(pack, caseOf(s), instant(s.now)));
      return venueOf(facts, rule("samr_complaint"))
        .places.filter((p) => p.open)
        .map((p) => [p.venue, p.address]);
    },
    results: [
      [
        ["operator", "上海市某路1号"],
        ["platform", "杭州市某路3号"],
      ],
      [["platform", "杭州市某路3号"]],
    ],
  });
  pair("[X13] one filing at a time", {
    base: filed("samr_complaint"),
    change: (s) => withRecords(s, { in: happened("filing.submitted", "2026-11-11", { filing: idOf("filing") }) }),
    of: complaint,
    results: [
      [true, true],
      [false, false, "X13.already_open"],
    ],
  });

  const both = withRecords(prepared("samr_complaint", { draft: idOf("paper") }), {
    paper: { is: "draft", kind: "complaint12315", lang: "zh-CN" },
    other: { is: "draft", kind: "complaint12315", lang: "zh-CN" },
    report: { is: "filing", channel: "samr_report", draft: idOf("other") },
  });
  pair("[X14] a complaint and a report are never in one document", {
    base: both,
    change: (s) => edited(s, "report", { draft: idOf("paper") }),
    of: (s) =>
      channel(s, "samr_complaint")
        .reasons.map((m) => m.code)
        .filter((code) => code.startsWith("X14.")),
    results: [[], ["X14.same_paper"]],
  });

  pair("[X15] a friend may help to prepare and may not stand for one in court", {
    base: prepared("small_claims", { filer: "claimant" }),
    change: (s) => edited(s, "filing", { filer: "helper" }),
    of: (s) => channel(s, "small_claims").reasons.map((m) => m.code),
    results: [[], ["X15.friend"]],
  });

  // Being prepared it asks nobody; once in, both payees may pay.
  pair("[X16] two doors open at once may refund twice: it is said", {
    base: filed("payment_dispute"),
    change: (s) => withRecords(s, { in: happened("filing.submitted", "2026-11-11", { filing: idOf("filing") }) }),
    of: (s) => channel(s, "platform_form").warnings.map((m) => m.code),
    results: [[], ["X16.two_doors"]],
  });
  // The payee's own door comes first, and what was tried is not proposed again.
  pair("[X16] the payee's own door, then the payment provider", {
    base: renewal,
    change: (s) => withRecords(s, { no: happened("entry.unavailable", "2026-11-11") }),
    of: (s) => assessed(s).channels.find((c) => c.recommended)?.id,
    results: ["platform_form", "payment_dispute"],
  });
});
