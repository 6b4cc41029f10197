import { describe, expect, it } from "vitest";
import { apply } from "../case/change.ts";
import { emptyCase, type Case } from "../case/case.ts";
import { closedCase, closedPack } from "../fixtures/closed-case.fixture.ts";
import { CASE, ORDER, SERIES_EXHIBIT, testId } from "../fixtures/measured-case.fixture.ts";
import { instant } from "../time.ts";
import type { CommandContext } from "./command.ts";
import { commands, decide } from "./registry.ts";

let next = 7000;
const ctx: CommandContext = {
  now: instant("2026-11-22 12:00"),
  role: "owner",
  pack: closedPack,
  mint: () => testId((next += 1)),
  render: (code) => code,
};
const run = (of: Case, name: string, data: unknown, by: Partial<CommandContext> = {}) =>
  decide(of, name, data, { ...ctx, ...by });
const after = (of: Case, name: string, data: unknown): Case => {
  const r = run(of, name, data);
  if (!r.ok) throw new Error(JSON.stringify(r.error));
  return apply(of, r.value).case;
};

describe("[X1] commands", () => {
  it("[X1] a repeated command is done once", () => {
    const data = { title: "t", category: "course", lang: "en" };
    const once = after(emptyCase(CASE), "case.create", data);
    expect(run(once, "case.create", data)).toEqual({ ok: true, value: [] });
  });
  it("[X1] an unknown command, wrong data and a viewer are refused with facts", () => {
    expect(run(closedCase(), "nothing.do", {})).toEqual({
      ok: false,
      error: { kind: "unknown_command", command: "nothing.do" },
    });
    expect(run(closedCase(), "order.edit", { id: ORDER, set: { paidFen: "100" } })).toMatchObject({
      ok: false,
      error: { kind: "bad_data", path: "set.paidFen" },
    });
    expect(run(closedCase(), "order.edit", { id: ORDER, set: { paidFen: 1 } }, { role: "viewer" })).toMatchObject({
      ok: false,
      error: { kind: "not_allowed" },
    });
  });
  it("[X1] only fields that differ are written", () => {
    expect(run(closedCase(), "order.edit", { id: ORDER, set: { paidFen: 10_000, item: "x" } })).toEqual({
      ok: true,
      value: [{ op: "set", kind: "order", id: ORDER, field: "item", value: "x" }],
    });
  });
  it("[E6] a removed exhibit cannot be named until it is restored", () => {
    const gone = after(closedCase(), "exhibit.remove", { id: SERIES_EXHIBIT });
    const link = { id: testId(8000), exhibit: SERIES_EXHIBIT, element: "breach" };
    expect(run(gone, "link.add", link)).toMatchObject({ ok: false, error: { kind: "removed_record" } });
    expect(run(after(gone, "exhibit.restore", { id: SERIES_EXHIBIT }), "link.add", link)).toMatchObject({ ok: true });
  });
  it("[X1] an event in the future is refused, one of today is not", () => {
    const event = (at: string) =>
      run(closedCase(), "event.append", { id: testId(8001), type: "application.submitted", at });
    expect(event("2026-11-23")).toMatchObject({ ok: false, error: { kind: "in_future" } });
    expect(event("2026-11-22")).toMatchObject({ ok: true });
  });
  it("[X1] events and sent versions have no edit or remove command", () => {
    for (const name of ["event.edit", "event.remove", "sentVersion.edit", "sentVersion.add"])
      expect(commands.has(name)).toBe(false);
  });
});

describe("[A3] letters by command", () => {
  const drafted = after(closedCase(), "draft.start", { id: testId(8100), kind: "application" });
  const first = Object.values(drafted.live.sentence).toSorted((a, b) => (a.position < b.position ? -1 : 1))[0];

  it("[A3] starting again recomposes the same draft", () => {
    expect(Object.keys(drafted.live.draft)).toEqual([testId(8100)]);
    expect(run(drafted, "draft.start", { id: testId(8101), kind: "application" })).toEqual({ ok: true, value: [] });
  });
  it("[A3] recomposing leaves rewritten sentences alone; resetting brings the template back", () => {
    const own = after(drafted, "sentence.rewrite", { sentence: first?.id, text: "我的话" });
    expect(after(own, "draft.compose", { draft: testId(8100) }).live.sentence[first?.id ?? ""]?.text).toBe("我的话");
    expect(after(own, "sentence.reset", { sentence: first?.id }).live.sentence[first?.id ?? ""]?.text).toBeUndefined();
  });
  it("[G5] a minor without a guardian cannot send", () => {
    const minor = after(drafted, "case.edit", { set: { payerAge: 16 } });
    const send = {
      id: testId(8200),
      event: testId(8201),
      draft: testId(8100),
      at: "2026-11-22",
      channel: "platform_form",
    };
    expect(run(minor, "draft.send", send)).toMatchObject({
      ok: false,
      error: { kind: "not_ready", problems: expect.arrayContaining(["G5.minor"]) },
    });
  });
});
