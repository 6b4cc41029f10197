import { describe, expect, it } from "vitest";
import { all, type Case } from "../case/case.ts";
import { apply, type Change } from "../case/change.ts";
import { channelPack, filing, FILING, judged, NOW, readyCase } from "../fixtures/channel-rules.fixture.ts";
import { RESPONDENT } from "../fixtures/closed-case.fixture.ts";
import { SERIES_EXHIBIT, testId } from "../fixtures/measured-case.fixture.ts";
import type { CommandContext } from "./command.ts";
import { decide } from "./registry.ts";

let minted = 9000;
const ctx: CommandContext = {
  now: NOW,
  role: "owner",
  pack: channelPack,
  mint: () => testId((minted += 1)),
  render: (code) => code,
};
const run = (of: Case, name: string, data: unknown) => decide(of, name, data, ctx);
const after = (of: Case, name: string, data: unknown): Case => {
  const r = run(of, name, data);
  if (!r.ok) throw new Error(JSON.stringify(r.error));
  return apply(of, r.value).case;
};
const submit = { filing: FILING, id: testId(801), at: "2024-05-20" };
const noAddress: Change = { op: "set", kind: "party", id: RESPONDENT, field: "address", value: undefined };

describe("[X10] handing in", () => {
  it("[X10] 12315 goes in green; with one thing missing the refusal names the check", () => {
    const sent = after(readyCase(filing("samr_complaint")), "filing.submit", { ...submit, reference: " 110101 " });
    expect(all(sent, "event").map((e) => [e.type, e.at, e.data, e.refs])).toEqual([
      [
        "filing.submitted",
        "2024-05-20",
        { filing: FILING, channel: "samr_complaint", reference: "110101" },
        [`filing/${FILING}`],
      ],
    ]);
    expect(sent.live.filing[FILING]?.reference).toBe("110101");
    expect(run(readyCase(filing("samr_complaint"), noAddress), "filing.submit", submit)).toEqual({
      ok: false,
      error: { kind: "not_green", channel: "samr_complaint", problems: ["respondent_address"] },
    });
  });

  it("[X9] a channel that can be used again needs only that nothing stands against it", () => {
    // The letter has no address to go to yet: missing, and told as sent all the same. 12315 has the same gap and is one-shot.
    expect(judged(readyCase(noAddress), "platform_letter").ready).toBe(false);
    expect(run(readyCase(filing("platform_letter"), noAddress), "filing.submit", submit)).toMatchObject({ ok: true });
  });

  it("[X10] what the association accepted is named as closed; the same before it accepted is not", () => {
    const other = testId(312);
    const at = (event: number, more: object) => ({ filing: other, id: testId(event), at: "2024-05-10", ...more });
    const waiting = after(
      readyCase(filing("samr_complaint"), filing("consumer_association", {}, other)),
      "filing.submit",
      at(802, {}),
    );
    expect(run(waiting, "filing.submit", submit).ok).toBe(true);
    const taken = after(waiting, "filing.report", at(803, { what: "accepted", at: "2024-05-12" }));
    expect(run(taken, "filing.submit", submit)).toMatchObject({
      ok: false,
      error: { kind: "not_green", problems: ["closed"] },
    });
  });

  it("[X1] a filing goes in once; refused it may go in again", () => {
    const sent = after(readyCase(filing("samr_complaint")), "filing.submit", submit);
    expect(run(sent, "filing.submit", submit)).toEqual({ ok: true, value: [] });
    const again = { ...submit, id: testId(804), at: "2024-05-30" };
    expect(run(sent, "filing.submit", again)).toMatchObject({ ok: false, error: { kind: "exists" } });
    const refused = after(sent, "filing.report", {
      filing: FILING,
      id: testId(805),
      at: "2024-05-24",
      what: "refused",
      ground: "材料不全",
    });
    expect(run(refused, "filing.submit", again)).toMatchObject({ ok: true });
  });

  it("[X15] a claim handed in by a friend is refused; by the person it is a suit", () => {
    const by = (filer: string) => readyCase(filing("small_claims", { filer, authority: "某区法院" }));
    expect(run(by("helper"), "filing.submit", submit)).toMatchObject({
      ok: false,
      error: { kind: "not_green", problems: ["filer"] },
    });
    expect(all(after(by("claimant"), "filing.submit", submit), "event").map((e) => e.type)).toEqual(["suit.filed"]);
  });

  it("[X1] what has not happened yet, and what is not there, is refused with facts", () => {
    const of = readyCase(filing("samr_complaint"));
    expect(run(of, "filing.submit", { ...submit, at: "2024-06-02" })).toMatchObject({ error: { kind: "in_future" } });
    expect(run(of, "filing.submit", { ...submit, filing: testId(999) })).toMatchObject({
      error: { kind: "unknown_record", ref: `filing/${testId(999)}` },
    });
    expect(run(of, "filing.submit", { ...submit, exhibit: testId(998) })).toMatchObject({
      error: { kind: "unknown_record", ref: `exhibit/${testId(998)}` },
    });
    const shown = after(of, "filing.submit", { ...submit, exhibit: SERIES_EXHIBIT });
    expect(shown.live.filing[FILING]?.exhibit).toBe(SERIES_EXHIBIT);
  });
});

describe("[X1] what became of it", () => {
  const sent = after(readyCase(filing("samr_complaint")), "filing.submit", submit);
  const report = (of: Case, what: string, more: object = {}) =>
    run(of, "filing.report", { filing: FILING, id: testId(810), at: "2024-05-25", what, ...more });
  const type = (r: ReturnType<typeof run>): unknown =>
    r.ok && r.value[0]?.op === "append" ? [r.value[0].value["type"], r.value[0].value["data"]] : r;

  it("[X1] each way it may go has its event", () => {
    const of = { filing: FILING, channel: "samr_complaint" };
    expect(type(report(sent, "accepted"))).toEqual(["filing.accepted", of]);
    expect(type(report(sent, "refused", { ground: "不是生活消费" }))).toEqual([
      "filing.refused",
      { ...of, ground: "不是生活消费" },
    ]);
    expect(type(report(sent, "withdrawn"))).toEqual(["filing.withdrawn", of]);
    expect(type(report(sent, "ended", { result: "failed" }))).toEqual(["mediation.ended", { ...of, result: "failed" }]);
  });

  it("[X1] a court's answers are those of a suit", () => {
    const suit = after(readyCase(filing("small_claims", { authority: "某区法院" })), "filing.submit", submit);
    const of = { filing: FILING, channel: "small_claims" };
    expect(type(report(suit, "accepted"))).toEqual(["suit.docketed", of]);
    expect(type(report(suit, "ended", { result: "judged" }))).toEqual(["suit.ended", { ...of, result: "judged" }]);
  });

  it("[X1] nothing is told of what never went in, is over already, or lies before it went in", () => {
    const never = report(readyCase(filing("samr_complaint")), "accepted");
    expect(never).toMatchObject({ error: { kind: "not_green", problems: ["not_submitted"] } });
    expect(report(sent, "accepted", { at: "2024-05-19" })).toMatchObject({ error: { problems: ["before_submitted"] } });
    expect(report(sent, "accepted", { at: "2024-05-20" })).toMatchObject({ ok: true });
    const over = after(sent, "filing.report", {
      filing: FILING,
      id: testId(811),
      at: "2024-05-24",
      what: "withdrawn",
    });
    expect(report(over, "accepted")).toMatchObject({ error: { problems: ["already_over"] } });
  });
});
