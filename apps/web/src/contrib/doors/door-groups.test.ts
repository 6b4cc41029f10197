/** Where a door stands on the page, and what its button does. */
import { describe, expect, test } from "vitest";
import { deedOf, groupOf } from "./door-groups.ts";

const door = { recommended: false, applies: true, allowed: true, ready: true, doors: [] };
const running = {
  channel: "samr_complaint",
  filing: undefined,
  status: "accepted",
  since: "2026-11-22",
  at: "event/x",
  open: true,
} as never;

describe("[X16] groups", () => {
  test("[X16] the recommended one first, whatever else it is", () => {
    expect(groupOf({ ...door, recommended: true, allowed: false })).toBe("next");
    expect(groupOf({ ...door, allowed: false })).toBe("shut");
  });
  test("[X9] open and complete, open and lacking, in hand, of another kind of case", () => {
    expect([
      groupOf(door),
      groupOf({ ...door, ready: false }),
      groupOf({ ...door, doors: [running] }),
      groupOf({ ...door, applies: false }),
    ]).toEqual(["open", "lacking", "running", "elsewhere"]);
  });
});

describe("[L7] what a door's button does", () => {
  test("[L7] stopping is weighed; their own doors are written to; the rest is filed or only read", () => {
    expect(deedOf({ id: "stop_here", kind: "decision" })).toBe("stop");
    expect(deedOf({ id: "platform_form", kind: "negotiation" })).toBe("letter");
    expect(deedOf({ id: "samr_complaint", kind: "administrative-mediation" })).toBe("file");
    expect(deedOf({ id: "notary", kind: "evidence" })).toBe("read");
  });
});
