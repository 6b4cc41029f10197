import { describe, expect, it } from "vitest";
import type { Case } from "../../case/case.ts";
import { guideCase, ORDER, put, testId, withChanges } from "../../fixtures/measured-case.fixture.ts";
import { ref } from "../../identity.ts";
import { ALICE, alice, BOB, fieldIn, FILING, gaps, party, SHOP, shop, texts, view } from "./form-view.fixture.ts";
import { letter, LETTER, says, wholeLetter } from "./forms.fixture.ts";
import type { FormField } from "./form.ts";
import { phoneIn } from "./party-fills.ts";

describe("[A2] a field takes its value from the case, with its source, or says what to press", () => {
  it("[A2] a name that is entered is printed; one that is not asks for the party", () => {
    const known = fieldIn(view(guideCase(alice, shop), "complaint12315"), "claimant.name");
    expect(known.state).toBe("filled");
    expect(known.value).toEqual([
      { code: "form.value.plain", args: { text: "alice" }, refs: [ref("party", ALICE, "name")] },
    ]);
    const open = fieldIn(view(guideCase(shop), "complaint12315"), "claimant.name");
    expect(open.state).toBe("missing");
    expect(open.missing).toMatchObject({
      field: "claimant.name",
      message: { code: "form.missing.party", args: { role: "claimant", what: "name" } },
      fix: { command: "party.add", data: { role: "claimant", ask: "name" } },
      required: true,
    });
  });

  it("[A2] an address that is missing asks for that field of the party that is there", () => {
    const bare = view(guideCase(alice, party(SHOP, "respondent", "某店")), "complaint12315");
    expect(fieldIn(bare, "respondent.address").missing?.fix).toMatchObject({
      command: "party.edit",
      data: { id: SHOP, ask: "address" },
    });
  });

  it("[A2] nothing required missing makes it ready; one gap does not", () => {
    const whole = { letter: wholeLetter };
    expect(view(guideCase(alice, shop), "complaint12315", whole).ready).toBe(true);
    const noAddress = view(guideCase(alice, party(SHOP, "respondent", "某店")), "complaint12315", whole);
    expect([noAddress.ready, gaps(noAddress)]).toEqual([false, ["respondent.address"]]);
  });

  it("[A2] the label and the hints are in the language asked for", () => {
    const en = view(guideCase(alice, shop), "complaint12315", { lang: "en" });
    expect([en.title, fieldIn(en, "matter.facts").label, fieldIn(en, "matter.facts").hints]).toEqual([
      "Form",
      "facts",
      ["When"],
    ]);
    expect(en.notes.map((n) => n.code)).toContain("form.note.english");
    expect(view(guideCase(alice, shop), "complaint12315").notes.map((n) => n.code)).not.toContain("form.note.english");
  });
});

describe("[A3] facts come from the letter, never from anywhere else", () => {
  it("[A3] facts in reading order with the sources of their sentences; the request by itself", () => {
    const of = view(guideCase(alice, shop), "complaint12315", { letter: wholeLetter });
    expect(texts(fieldIn(of, "matter.facts"))).toEqual(["5月1日付款100.00元。", "截至5月2日尚未启动。"]);
    expect(fieldIn(of, "matter.facts").value[0]?.refs).toEqual([ref("order", ORDER)]);
    expect(texts(fieldIn(of, "matter.request"))).toEqual(["请退还100.00元。"]);
  });

  it("[A3] without a letter the paper asks for one of its own kind, for its filing", () => {
    const of = guideCase(alice, shop, put("filing", FILING, { channel: "samr_complaint" }));
    const facts = fieldIn(view(of, "complaint12315", { filing: FILING }), "matter.facts");
    expect(facts.missing).toMatchObject({
      message: { code: "form.missing.letter", args: { part: "problem" } },
      fix: { command: "letter.open", data: { kind: "complaint12315", filing: FILING } },
    });
  });

  it("[A3] a letter that something blocks fills the field and keeps the paper from being ready", () => {
    const of = view(guideCase(alice, shop), "complaint12315", { letter: letter(wholeLetter.sentences, 2) });
    const facts = fieldIn(of, "matter.facts");
    expect([facts.state, facts.missing?.message]).toEqual([
      "filled",
      { code: "form.missing.letter_blocked", args: { n: 2 }, refs: [] },
    ]);
    expect(facts.missing?.fix.data).toEqual({ draft: LETTER });
    expect(of.ready).toBe(false);
  });

  it("[K7] a paper for an authority sets the other side no time, and names the parties once", () => {
    const told = letter([
      ...wholeLetter.sentences,
      says(4, "order", "投诉人：alice", "order.party"),
      says(5, "demand", "请于5月11日前答复。", "demand.answer_by"),
    ]);
    const of = view(guideCase(alice, shop), "complaint12315", { letter: told });
    expect(texts(fieldIn(of, "matter.request"))).toEqual(["请退还100.00元。"]);
    expect(texts(fieldIn(of, "matter.facts"))).not.toContain("投诉人：alice");
  });

  it("[A7] no article of law in the letter leaves the basis blank, and nothing is missing", () => {
    const none = fieldIn(view(guideCase(alice, shop), "claim", { letter: wholeLetter }), "facts.basis");
    expect([none.state, none.missing]).toEqual(["blank", undefined]);
    const cited = letter([...wholeLetter.sentences, says(6, "basis", "《某法》第一条规定：“…”", "basis.law")]);
    expect(fieldIn(view(guideCase(alice, shop), "claim", { letter: cited }), "facts.basis").state).toBe("filled");
  });
});

describe("[P4] identity numbers", () => {
  it("[P4] such a field is never filled, whatever the case holds, and says that the person writes it", () => {
    const of = guideCase(party(ALICE, "claimant", "alice", { idNumber: "110101199003070011", contact: "13800000001" }));
    const field = fieldIn(view(of, "complaint12315"), "claimant.id_number");
    expect([field.state, field.value, field.note?.code, field.missing]).toEqual([
      "own_hand",
      [],
      "form.own_hand.identity",
      undefined,
    ]);
    expect(JSON.stringify(view(of, "complaint12315"))).not.toContain("110101199003070011");
  });

  it("[P4] what the app has no place for is the person's too; the other side's licence is copied by hand", () => {
    const of = view(guideCase(alice, shop), "claim");
    expect(fieldIn(of, "respondent.representative").note?.code).toBe("form.own_hand.look_up");
    expect(fieldIn(of, "signing.officer").state).toBe("theirs");
    expect(fieldIn(of, "signing.signature").note).toMatchObject({ code: "form.own_hand.sign", args: { who: "self" } });
  });
});

describe("[X7] telephone", () => {
  it("[X7] an e-mail address is no telephone; a number is", () => {
    const at = (contact: string): FormField =>
      fieldIn(
        view(guideCase(party(ALICE, "claimant", "alice", { contact }), shop), "complaint12315"),
        "claimant.phone",
      );
    expect([at("alice@example.com").state, at("alice123456@example.com").state]).toEqual(["missing", "missing"]);
    expect(texts(at("138 0000 0001"))).toEqual(["138 0000 0001"]);
    expect(texts(at("电话：０１０-１２３４５６７８"))).toEqual(["010-12345678"]);
  });

  it("[X7] what counts as a number by its form", () => {
    // Five digits are the shortest public number; four are an extension.
    expect([phoneIn("12315"), phoneIn("8001"), phoneIn("wx_1380000"), phoneIn(undefined)]).toEqual([
      "12315",
      undefined,
      undefined,
      undefined,
    ]);
    expect(phoneIn("+86 138-0000-0001 (晚上)")).toBe("+86 138-0000-0001");
  });

  it("[X7] the agent's own number is pointed out; another number is not", () => {
    const withAgent = (contact: string): FormField =>
      fieldIn(
        view(guideCase(alice, shop, party(BOB, "agent", "bob", { contact })), "complaint12315"),
        "claimant.phone",
      );
    expect(withAgent("13800000001").missing?.message).toMatchObject({
      code: "form.missing.own_phone",
      refs: ["provision/samr-121-17"],
    });
    expect(withAgent("13800000002").missing).toBeUndefined();
  });

  it("[X7] a helper without the original power of attorney reads that a copy will not do; with it not", () => {
    const codes = (authorization: string): readonly string[] => {
      const of = guideCase(
        alice,
        shop,
        put("filing", FILING, { channel: "samr_complaint", filer: "helper", authorization }),
      );
      const paper = view(of, "complaint12315", { filing: FILING });
      expect(paper.enclosures.map((m) => m.code)).toContain("form.enclose.attorney");
      return paper.notes.map((m) => m.code);
    };
    expect(codes("copy")).toContain("form.note.original_attorney");
    expect(codes("original")).not.toContain("form.note.original_attorney");
  });
});

describe("[G5] a payer under age", () => {
  const minor = { op: "set", kind: "case", id: testId(1), field: "payerAge" } as const;
  it("[G5] at 17 the guardian is asked for and signs; at 18 nobody is", () => {
    const at17 = view(withChanges(guideCase(alice, shop), { ...minor, value: 17 }), "complaint12315");
    expect(gaps(at17)).toContain("guardian.name");
    expect(fieldIn(at17, "signing.signature").note?.args).toEqual({ who: "guardian" });
    expect(at17.enclosures.map((m) => m.code)).toContain("form.enclose.relation");
    const at18 = view(withChanges(guideCase(alice, shop), { ...minor, value: 18 }), "complaint12315");
    expect(at18.sections.map((s) => s.id)).not.toContain("guardian");
    expect(at18.enclosures.map((m) => m.code)).not.toContain("form.enclose.relation");
  });
});

describe("[X15] an agent in court", () => {
  it("[X15] without one the box 无 is ticked and nothing of an agent is missing", () => {
    const of = view(guideCase(alice, shop), "claim");
    expect(fieldIn(of, "agent.present").choices.map((c) => [c.value, c.chosen])).toEqual([
      ["yes", false],
      ["no", true],
    ]);
    expect([fieldIn(of, "agent.name").state, fieldIn(of, "agent.scope").missing]).toEqual(["blank", undefined]);
    expect(of.notes.map((m) => m.code)).toContain("form.note.friend");
  });

  it("[X15] with one the name is printed and the scope is asked", () => {
    const of = view(guideCase(alice, shop, party(BOB, "agent", "bob")), "claim");
    expect(texts(fieldIn(of, "agent.name"))).toEqual(["bob"]);
    expect(fieldIn(of, "agent.scope").missing?.fix).toMatchObject({
      command: "answer.give",
      data: { question: "agent_scope" },
    });
    expect(view(guideCase(alice, shop), "complaint12315").notes.map((m) => m.code)).not.toContain("form.note.friend");
  });
});

describe("[X14] complaint and report", () => {
  it("[X14] a complaint says that a report is another paper, and takes none of its fields", () => {
    const of = view(guideCase(alice, shop), "complaint12315", { letter: wholeLetter });
    expect(of.notes).toContainEqual({ code: "form.note.no_report", args: {}, refs: ["provision/samr-121-9"] });
    expect(of.sections.flatMap((s) => s.fields.map((f) => f.id))).not.toContain("clues.clues");
    expect(view(guideCase(alice, shop), "claim").notes.map((n) => n.code)).not.toContain("form.note.no_report");
  });
});

describe("[B3] choices", () => {
  const answered = (value: string): Case =>
    guideCase(alice, shop, put("answer", testId(710), { question: "complaint_publish", value }));
  it("[B3] an answer ticks its box; without one the question is asked and the paper can go without", () => {
    const ticked = fieldIn(view(answered("no"), "complaint12315"), "consent.publish");
    expect([ticked.state, ticked.choices.find((c) => c.chosen)?.label]).toEqual(["filled", "否"]);
    const open = view(guideCase(alice, shop), "complaint12315", { letter: wholeLetter });
    expect(fieldIn(open, "consent.publish").missing).toMatchObject({ required: false });
    expect(open.ready).toBe(true);
  });

  it("[B3] a choice without a question is ticked on paper", () => {
    const third = fieldIn(view(guideCase(alice, shop), "claim"), "facts.third");
    expect([third.state, third.note?.code, third.missing]).toEqual(["own_hand", "form.own_hand.tick", undefined]);
  });
});
