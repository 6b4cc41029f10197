/** Where a door stands on the page, and what its button does. */
import { civil, id, message, ref, type ChannelAssessment } from "@recourse/core";
import { pack } from "@recourse/pack-cn";
import { describe, expect, test } from "vitest";
import { deedOf, groupOf, shutTogether } from "./door-groups.ts";

const door = {
  id: "samr_complaint",
  kind: "administrative-mediation",
  recommended: false,
  applies: true,
  allowed: true,
  step: 2,
  doors: [],
} as const;
const blank: ChannelAssessment = {
  ...door,
  rank: 0,
  ready: false,
  blockedBy: [],
  reasons: [],
  missing: [],
  checks: [],
  closes: [],
  warnings: [],
  discloses: [],
  cost: { amountFen: 0, reducedFen: undefined, basis: [] },
  oneShot: false,
  public: false,
  reversible: "yes",
  confidence: "high",
  practice: false,
  filing: undefined,
};
const running = {
  channel: "samr_complaint",
  filing: undefined,
  status: "accepted",
  since: civil("2026-11-22"),
  at: ref("event", id("01ARZ3NDEKTSV4RRFF00000001")),
  open: true,
} as const;

describe("[X16] groups", () => {
  test("[X16] the recommended one first, whatever else it is", () => {
    expect(groupOf({ ...door, recommended: true, allowed: false })).toBe("next");
    expect(groupOf({ ...door, allowed: false })).toBe("shut");
  });
  test("[X16] of the usual order, another way, what helps, in hand, of another kind of case", () => {
    expect([
      groupOf(door),
      groupOf({ ...door, step: undefined }),
      groupOf({ ...door, step: undefined, kind: "advice" }),
      groupOf({ ...door, doors: [running] }),
      groupOf({ ...door, applies: false }),
    ]).toEqual(["way", "other", "help", "running", "elsewhere"]);
  });
  test("[L7] stopping stands beside the one to look at, recommended or not", () => {
    expect(groupOf({ ...door, id: "stop_here", step: undefined })).toBe("next");
  });
});

describe("[X8] doors that are shut", () => {
  const shut = (name: string, code: string): ChannelAssessment => ({
    ...blank,
    id: name,
    reasons: [message(code)],
  });
  const keys = (...doors: readonly ChannelAssessment[]) =>
    shutTogether(doors).map((each) => each.doors.map((d) => d.id));

  test("[X8] one reason for three or more is said once, where the first of them stands; for two each says it", () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => shut(name, "G5.guardian"));
    const other = shut("other", "X10.shut");
    if (a === undefined || b === undefined || c === undefined) throw new Error("three doors");
    expect(keys(a, other, b, c)).toEqual([["a", "b", "c"], ["other"]]);
    expect(keys(a, other, b)).toEqual([["a"], ["other"], ["b"]]);
  });
});

describe("[L7] what a door's button does", () => {
  const deeds = Object.fromEntries(pack.channels.items.map((rule) => [rule.id, deedOf(rule)]));
  test("[L7] stopping is weighed", () => expect(deeds["stop_here"]).toBe("stop"));
  test("[X7] their own doors that take a letter are written to; a store's own page has none and is prepared for", () =>
    expect([deeds["platform_form"], deeds["platform_letter"], deeds["app_store"], deeds["minor_portal"]]).toEqual([
      "letter",
      "letter",
      "file",
      "file",
    ]));
  test("[X7] what is handed in is prepared with its pre-flight", () =>
    expect(
      ["samr_complaint", "payment_dispute", "payment_unauthorised", "small_claims", "police"].map(
        (each) => deeds[each],
      ),
    ).toEqual(["file", "file", "file", "file", "file"]));
  test("[X7] where nothing is handed over there is only something to read", () =>
    expect(
      ["platform_phone", "account_protect", "trusted_time", "notary", "legal_help"].map((each) => deeds[each]),
    ).toEqual(["read", "read", "read", "read", "read"]));
});
