import { describe, expect, it } from "vitest";
import { ground } from "../fixtures/letter-case.fixture.ts";
import { testId } from "../fixtures/measured-case.fixture.ts";
import { letterPack } from "../fixtures/pack.fixture.ts";
import type { GroundAssessment } from "../assess/assessment.ts";
import { matchReason, type Option, type ReasonMatch } from "./reason.ts";

const offered = (...labels: readonly string[]): readonly Option[] =>
  labels.map((label, n) => ({ id: testId(n + 1), label }));
const match = (labels: readonly string[], ...grounds: readonly GroundAssessment[]): ReasonMatch =>
  matchReason(offered(...labels), letterPack.reasons, grounds);
const picked = (m: ReasonMatch): string | readonly string[] =>
  m.kind === "match" ? m.option.label : m.kind === "ask" ? m.options.map((o) => o.label) : m.why.code;

describe("[A1] the platform's own options", () => {
  const notStarted = ground("not_started", "met");
  it("[A1] the guide's options: not started is 未发货", () => {
    const m = match(["未发货", "质量问题", "其他"], notStarted);
    expect(picked(m)).toBe("未发货");
    expect(m.why).toMatchObject({
      code: "reason.matched",
      args: { label: "未发货", ground: "not_started", reason: "not_delivered" },
    });
  });
  it("[A1] the ground decides, not the order of the options", () => {
    expect(picked(match(["未发货", "质量问题", "其他"], ground("quality_below_standard", "met")))).toBe("质量问题");
  });
  it("[A1] a tie is asked", () => {
    expect(picked(match(["未发货", "未提供服务"], notStarted))).toEqual(["未发货", "未提供服务"]);
  });
  it("[A1] nothing close: 其他; not even that: asked", () => {
    expect(picked(match(["质量问题", "其他"], notStarted))).toBe("其他");
    expect(match(["质量问题", "拍错了"], notStarted)).toMatchObject({ kind: "ask", why: { code: "reason.no_match" } });
  });
  it("[A1] a met ground goes before one that is open", () => {
    expect(picked(match(["未发货", "质量问题"], ground("quality_below_standard", "unknown"), notStarted))).toBe(
      "未发货",
    );
    expect(picked(match(["未发货", "质量问题"], ground("quality_below_standard", "unknown")))).toBe("质量问题");
  });
  it("[A1] no options, no ground", () => {
    expect(picked(match([], notStarted))).toBe("reason.no_options");
    expect(picked(match(["未发货"], ground("not_started", "not_met")))).toBe("reason.no_ground");
  });
  it("[A1] longer labels still match by the words they contain", () => {
    expect(picked(match(["商家未发货/未到账", "商品有质量问题"], notStarted))).toBe("商家未发货/未到账");
  });
});
