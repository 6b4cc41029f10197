/** Signs that a platform has failed or is gone. */
import { describe, expect, it } from "vitest";
import type { Change } from "../case/change.ts";
import { judge, verdict } from "../fixtures/judged-condition.fixture.ts";
import { guideCase, put, SERIES_EXHIBIT, testId } from "../fixtures/measured-case.fixture.ts";
import type { Condition } from "../schema/parts.ts";
import { instant } from "../time.ts";

describe("signs", () => {
  const incident = (what: string, more: object = {}): Change =>
    put("incident", testId(51), { what, at: instant("2024-05-02T10:00:00+08:00"), ...more });

  it("[B1] a failure notice: shown is met, told is unknown, a dead site is another sign, none is unknown", () => {
    const c: Condition = { type: "failure_notice" };
    expect(judge(guideCase(incident("order_failed", { exhibit: SERIES_EXHIBIT })), c)).toMatchObject({
      verdict: "met",
      exhibits: [SERIES_EXHIBIT],
    });
    expect(verdict(guideCase(incident("order_failed")), c)).toBe("unknown");
    expect(verdict(guideCase(incident("site_down", { exhibit: SERIES_EXHIBIT })), c)).toBe("unknown");
    expect(judge(guideCase(), c)).toMatchObject({ verdict: "unknown", missing: [{ material: "系统提示" }] });
  });

  it("[M7] three unanswered attempts are met; their message after the first, or reaching them, changes that", () => {
    const c: Condition = { type: "unreachable" };
    const attempt = (n: number, at: string, medium: string, reached = false) =>
      put("attempt", testId(60 + n), {
        at: instant(at),
        medium,
        reached,
        ownNetworkWorked: "yes",
        exhibit: SERIES_EXHIBIT,
      });
    const three = [
      attempt(1, "2024-05-05T10:00:00+08:00", "chat"),
      attempt(2, "2024-05-06T10:00:00+08:00", "phone"),
      attempt(3, "2024-05-07T10:00:00+08:00", "chat"),
    ];
    const theirs = (at: string) =>
      put("communication", testId(70), {
        at: instant(at),
        direction: "theirs",
        medium: "chat",
        sender: "客服",
        text: "稍等",
      });
    expect(judge(guideCase(...three), c)).toMatchObject({
      verdict: "met",
      because: [{ code: "M7.attempts", args: { n: 3, dates: 3, media: 2, spanHours: 48 } }],
    });
    expect(verdict(guideCase(...three, theirs("2024-05-05T09:59:00+08:00")), c)).toBe("met");
    expect(judge(guideCase(...three, theirs("2024-05-05T10:01:00+08:00")), c)).toMatchObject({
      verdict: "unknown",
      because: [{ code: "M7.later_message" }, {}],
    });
    expect(verdict(guideCase(...three, attempt(4, "2024-05-08T10:00:00+08:00", "phone", true)), c)).toBe("not_met");
    expect(judge(guideCase(...three.slice(0, 2)), c)).toMatchObject({
      verdict: "unknown",
      missing: [{ code: "missing.attempts", args: { n: 2, attemptsMin: 3 } }],
    });
  });
});
