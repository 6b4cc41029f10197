/** Commands of letters: what is begun, what is refused, what sending says. */
import { describe, expect, it } from "vitest";
import type { Case } from "../case/case.ts";
import { all } from "../case/case.ts";
import { apply, type Change } from "../case/change.ts";
import { asCourse, asked, parties, refused, REPLY_EVENT } from "../fixtures/kind-case.fixture.ts";
import { clause, DRAFT, letterCase, NOW, ORDER, plainRenderer, testId } from "../fixtures/letter-case.fixture.ts";
import { put } from "../fixtures/measured-case.fixture.ts";
import { letterPack } from "../fixtures/pack.fixture.ts";
import type { CommandContext } from "./command.ts";
import { decide } from "./registry.ts";

let next = 9000;
const mint = () => testId((next += 1));
const ctx: CommandContext = { now: NOW, role: "owner", pack: letterPack, mint, render: plainRenderer };
const run = (of: Case, name: string, data: unknown) => decide(of, name, data, ctx);
function after(of: Case, name: string, data: unknown): Case {
  const r = run(of, name, data);
  if (!r.ok) throw new Error(`${name} ${JSON.stringify(r.error)}`);
  return apply(of, r.value).case;
}
const D = testId(800);
const begun = (of: Case, kind: string, more: Record<string, unknown> = {}): Case =>
  after(of, "draft.start", { id: D, kind, ...more });
const send = { id: testId(801), event: testId(802), draft: D, at: NOW, channel: "platform_letter", periodHours: 24 };
/** The event that sending appends, and what else it puts beside the sent version. */
const sent = (of: Case, more: Record<string, unknown> = {}) => {
  const r = run(of, "draft.send", { ...send, ...more });
  if (!r.ok) throw new Error(JSON.stringify(r.error));
  const event = r.value.find((c) => c.kind === "event");
  return {
    ops: r.value.map((c) => `${c.op} ${c.kind}`),
    type: event?.op === "append" ? event.value["type"] : undefined,
    data: event?.op === "append" ? event.value["data"] : undefined,
  };
};
/** The guide's order as a course: all parties known, a clause, the whole amount chosen (D3: 165 of 1000 came). */
const course = (...more: readonly Change[]): Case =>
  letterCase(
    asCourse,
    ...clause,
    ...parties,
    put("usage", testId(850), { order: ORDER, claimChoice: "full" }),
    ...more,
  );

describe("[X4] beginning a letter of a kind", () => {
  it("[X4] the draft is of its kind and goes on where it was begun", () => {
    const of = begun(course(), "reminder1");
    expect(all(of, "draft").find((d) => d.id === D)?.kind).toBe("reminder1");
    // Begun again, the open one is gone on with; for another reply it is another letter.
    expect(run(of, "draft.start", { id: testId(810), kind: "reminder1" })).toEqual({ ok: true, value: [] });
    const answered = course(...asked, ...refused());
    const first = begun(answered, "reminder2");
    const second = run(first, "draft.start", { id: testId(810), kind: "reminder2", answers: REPLY_EVENT });
    expect(second.ok && second.value[0]).toMatchObject({ op: "put", kind: "draft", value: { answers: REPLY_EVENT } });
  });
  it("[L9] a kind the case does not get is refused with its reason", () => {
    expect(run(letterCase(), "draft.start", { id: D, kind: "post" })).toEqual({
      ok: false,
      error: { kind: "not_for_case", letter: "post", reason: "engagement_public" },
    });
    expect(run(course(), "draft.start", { id: D, kind: "post" }).ok).toBe(true);
  });
  it("[X1] a filing or reply that is not there cannot be named", () => {
    expect(run(course(), "draft.start", { id: D, kind: "claim", filing: testId(820) })).toMatchObject({
      error: { kind: "unknown_record" },
    });
    expect(run(course(), "draft.start", { id: D, kind: "reminder2", answers: testId(820) })).toMatchObject({
      error: { kind: "unknown_record" },
    });
  });
  it("[A3] recomposing and going back to the proposed words keep the kind", () => {
    const of = begun(course(...asked), "complaint12315");
    expect(run(of, "draft.compose", { draft: D })).toEqual({ ok: true, value: [] });
    const one = all(of, "sentence").find((s) => s.draft === D && s.template === "demand.mediate");
    if (!one) throw new Error("no demand.mediate");
    const changed = after(of, "sentence.rewrite", { sentence: one.id, text: "请调解。" });
    const back = after(changed, "sentence.reset", { sentence: one.id });
    expect(
      all(back, "sentence")
        .filter((s) => s.draft === D)
        .map((s) => s.template),
    ).toEqual(
      all(of, "sentence")
        .filter((s) => s.draft === D)
        .map((s) => s.template),
    );
  });
});

describe("[X1] what sending says", () => {
  it("[X1] a reminder: which letter, by which door, with which period", () => {
    expect(sent(begun(course(), "reminder1"))).toMatchObject({
      ops: ["append sentVersion", "append event"],
      type: "demand.sent",
      data: { channel: "platform_letter", letter: "reminder1", periodHours: 24 },
    });
    expect(sent(begun(course(), "demand")).data).toMatchObject({ letter: "demand" });
    // The fixture has begun its application already.
    const application = sent(begun(course(), "application"), { draft: DRAFT });
    expect(application.type).toBe("application.submitted");
    expect(application.data).not.toHaveProperty("letter");
  });
  it("[X7] a paper to a third party makes its filing, or goes into the one it was begun for", () => {
    const free = sent(begun(course(), "payment_dispute"), { channel: "payment_dispute", reference: "P-1" });
    expect(free).toMatchObject({ ops: ["append sentVersion", "put filing", "append event"], type: "filing.submitted" });
    expect(free.data).toMatchObject({ channel: "payment_dispute", reference: "P-1" });
    expect(free.data).not.toHaveProperty("periodHours");
    const filing = testId(830);
    const of = begun(course(put("filing", filing, { channel: "small_claims" })), "claim", { filing });
    expect(sent(of, { channel: "small_claims" })).toMatchObject({
      ops: ["append sentVersion", "set filing", "append event"],
      type: "suit.filed",
      data: { filing, channel: "small_claims" },
    });
  });
  it("[X10] a filing that is in already is not told twice", () => {
    const filing = testId(830);
    const of = begun(course(put("filing", filing, { channel: "payment_dispute" })), "payment_dispute", { filing });
    const told = after(of, "event.append", {
      id: testId(831),
      type: "filing.submitted",
      at: NOW,
      data: { filing, channel: "payment_dispute" },
    });
    expect(sent(told, { channel: "payment_dispute" }).ops).toEqual(["append sentVersion"]);
  });
  it("[X7] a power of attorney is frozen and says nothing by itself", () => {
    const of = begun(course(put("party", testId(840), { role: "agent", name: "bob" })), "attorney");
    expect(sent(of).ops).toEqual(["append sentVersion"]);
  });
  it("[A2] a letter that lacks what it needs is not sent", () => {
    const of = begun(letterCase(asCourse, ...clause), "complaint12315");
    expect(run(of, "draft.send", { ...send, channel: "samr_complaint" })).toMatchObject({
      error: { kind: "not_ready", problems: ["R1.party_missing", "D3.choose"] },
    });
  });
});
