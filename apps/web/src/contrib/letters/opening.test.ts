/** Opening a letter: the one in hand, or a new one; what is refused opens nothing. */
import { createRoot } from "solid-js";
import { describe, expect, test } from "vitest";
import { begin, letterCase, type LetterCase } from "../../parts/letter-case.fixture.ts";
import { createMemoryServices, type DeskLog } from "../../parts/memory-case.fixture.ts";
import { openLetter, type Wanted } from "./opening.ts";

interface Tried {
  readonly of: LetterCase;
  readonly log: DeskLog;
  readonly open: (wanted: Wanted) => void;
}

const tried = (facts: Readonly<Record<string, unknown>> = {}): Tried =>
  createRoot(() => {
    const of = letterCase(facts);
    const { services, log } = createMemoryServices(of.live);
    return { of, log, open: (wanted) => openLetter(services, of.live, wanted) };
  });
const kinds = (of: LetterCase): readonly string[] => of.live.all("draft").map((d) => d.kind);

describe("[X4] one letter of a kind in hand", () => {
  test("[X4] begun at the first time, gone on with at the second; the editor shows that one", () => {
    const { of, log, open } = tried();
    open({ kind: "demand" });
    open({ kind: "demand" });
    expect(kinds(of)).toEqual(["demand"]);
    const [draft] = of.live.all("draft");
    const opened = { command: "open letter", arg: `${of.live.caseId}/${draft?.id ?? ""}` };
    expect(log.executed).toEqual([opened, opened]);
  });

  test("[X4] one that went out stays; the next is another", () => {
    const { of, open } = tried();
    const draft = begin(of, { kind: "reminder1" });
    of.must("draft.send", { draft, at: "2024-05-04T02:00:00.000Z", channel: "platform_form" });
    open({ kind: "reminder1" });
    expect(kinds(of)).toEqual(["reminder1", "reminder1"]);
  });

  test("[X6] the answer to a reply is a letter of its own beside one that answers nothing", () => {
    const { of, open } = tried();
    begin(of, { kind: "reminder2" });
    const [reply] = of.must("event.append", {
      type: "reply.received",
      at: "2024-05-03T02:00:00.000Z",
      refs: [],
      data: { as: "refused", excuse: "virtual-no-refund" },
    });
    open({ kind: "reminder2", answers: reply });
    expect(of.live.all("draft").map((d) => d.answers)).toEqual([undefined, reply]);
    open({ kind: "reminder2", answers: reply });
    expect(kinds(of)).toHaveLength(2);
  });

  test("[X4] nothing named: the newest that has not gone out; an application where there is none", () => {
    const { of, log, open } = tried();
    open({});
    expect(kinds(of)).toEqual(["application"]);
    const draft = begin(of, { kind: "demand" });
    open({ draft });
    expect(log.executed.at(-1)?.arg).toBe(`${of.live.caseId}/${draft}`);
  });
});

describe("[X7] papers and their filing", () => {
  test("[X7] a paper begun while a filing is prepared is its paper; a letter to them is nobody's", () => {
    const { of, open } = tried();
    const [filing] = of.must("filing.add", { channel: "small_claims" });
    open({ kind: "claim" });
    open({ kind: "demand" });
    expect(of.live.all("draft").map((d) => [d.kind, d.filing])).toEqual([
      ["claim", filing],
      ["demand", undefined],
    ]);
  });

  test("[X7] one begun before its filing becomes its paper when it is opened for it", () => {
    const { of, open } = tried();
    open({ kind: "claim" });
    const [filing] = of.must("filing.add", { channel: "small_claims" });
    open({ kind: "claim", filing });
    expect(of.live.all("draft").map((d) => d.filing)).toEqual([filing]);
  });
});

describe("[L9] what the case does not get", () => {
  test("[L9] refused in words: nothing is begun and nothing is opened; for an adult it is", () => {
    const child = tried({ payerAge: 7 });
    child.open({ kind: "post" });
    expect([kinds(child.of), child.log.executed]).toEqual([[], []]);
    expect(child.log.toasts).toEqual(["这个案件不写“公开说明”：付款人未满 18 岁，不公开写这件事"]);
    const adult = tried();
    adult.open({ kind: "post" });
    expect([kinds(adult.of), adult.log.executed.length]).toEqual([["post"], 1]);
  });
});
