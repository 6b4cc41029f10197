/**
 * Legal honesty of every kind of letter, in every category and both languages, over cases as they come: what no letter may say, whatever it is about.
 */
import { describe, expect, it } from "vitest";
import {
  all,
  assessLetters,
  citationChecker,
  civilOf,
  instant,
  isLikelyFact,
  LetterKindSchema,
  lintText,
  rehearse,
  type Case,
  type Category,
  type Lang,
  type LetterKind,
  type LetterView,
} from "@recourse/core";
import { letterRenderer, wordFaults } from "@recourse/words";
import { doorsIn, faultsOf } from "./honest-words.ts";
import {
  answered,
  asked,
  base,
  BILL,
  categories,
  claused,
  excuses,
  languages,
  letter,
  NOW,
  peopled,
  replied,
  REPLIED,
  states,
  told,
} from "./kind-stories.ts";
import { add, mint, newCase, pack, sampleBytes, take } from "./real-case.ts";

const quoted = /“[^”]*”/g;
/** Sentences in our own words: law and their terms are quoted, and the answer's gaps are what it is blocked for. */
const ours = (view: LetterView): readonly string[] =>
  view.sentences.filter((s) => s.template !== "basis.law").map((s) => s.text.replace(quoted, "“”"));

/** Everything that is wrong with a letter. */
function wrongs(of: Case, view: LetterView, kind: LetterKind, category: Category, lang: Lang): readonly string[] {
  const text = view.sentences.map((s) => s.text).join("\n");
  const conditions = { category, document_kind: kind };
  const ctx = { names: all(of, "order").map((o) => o.item), facts: {}, nameOf: (s: string) => s, conditions };
  const on = civilOf(all(of, "order")[0]?.orderedAt ?? NOW);
  const engagement = category === "engagement";
  return [
    ...lintText(text, pack.wording, ctx)
      .filter((f) => f.severity === "block")
      .map((f) => `wording ${f.id} ${f.phrase}`),
    ...ours(view)
      .flatMap((t) => wordFaults(t, lang, true))
      .filter((f) => f.rule === "promise" || f.rule === "threat")
      .map((f) => `${f.rule} ${f.found}`),
    ...citationChecker(pack, on)(text).map((c) => `citation ${c.reason} ${c.law} ${c.article}`),
    ...view.sentences
      .filter((s) => s.template !== "answer.excuse" && /〔(?!\d)/.test(s.text))
      .map((s) => `gap ${s.text}`),
    ...view.problems.filter((p) => /^(?:A3|A7|B6|P2|W1|D4)\./.test(p.code)).map((p) => p.code),
    // W2: what they wrote is theirs; law is quoted only by `basis.law`, which is looked for beside it.
    ...(engagement ? ours(view).flatMap((t) => [...faultsOf(t), ...doorsIn(t)]) : []),
    ...(engagement && view.sentences.some((s) => s.template === "basis.law" || s.template === "demand.mediation")
      ? ["law or door"]
      : []),
    // L8: who is asked for money is never told of a report or of publishing.
    ...(/举报|曝光|网信办|expos/i.test(ours(view).join("")) ? ["L8"] : []),
    // X14: a complaint holds no report.
    ...(kind === "complaint12315" && /查处|处罚|举报/.test(ours(view).join("")) ? ["X14"] : []),
  ];
}

describe.each(states)("[L8] every kind of letter, %s", (_name, make) => {
  it.each(categories)("[A7] [B6] [W1] %s: nothing it may not say, in either language", async (category) => {
    const of = await make(category);
    const seen = new Set<LetterKind>();
    for (const kind of LetterKindSchema.options)
      for (const lang of languages) {
        const made = letter(of, kind, lang);
        if (!made) continue;
        seen.add(kind);
        expect(made.view.sentences.length, `${kind} ${lang}`).toBeGreaterThan(0);
        expect(wrongs(made.of, made.view, kind, category, lang), `${kind} ${lang}`).toEqual([]);
      }
    // Only these may be kept from a case; the rest were really looked at.
    const kept = LetterKindSchema.options.filter((k) => !seen.has(k));
    expect(kept.filter((k) => k !== "post" && k !== "termination")).toEqual([]);
    expect(seen.has("post")).toBe(category !== "engagement" && _name !== "a child's purchase");
  });
});

describe("[X6] the answer to every excuse, in a letter", () => {
  const said = excuses.filter((e) => e.replyKind !== "danger");
  it.each(categories)("[A7] [B6] %s: in either language", async (category) => {
    const of = await claused(await take(answered(base(category)), BILL, sampleBytes(BILL)));
    for (const e of said.filter((x) => x.categories.includes(category)))
      for (const lang of languages) {
        const made = letter(replied(of, e.id, e.replyKind), "reminder2", lang);
        if (!made) throw new Error("no second reminder");
        const answers = made.view.sentences.filter((s) => s.template === "answer.excuse");
        expect(answers, e.id).toHaveLength(1);
        expect(wrongs(made.of, made.view, "reminder2", category, lang), `${e.id} ${lang}`).toEqual([]);
      }
  });
  it("[G1] a danger is answered in no letter and by no rehearsal", async () => {
    const dangers = excuses.filter((e) => e.replyKind === "danger");
    expect(dangers.length).toBeGreaterThan(0);
    for (const e of dangers) {
      const of = replied(base("other"), e.id, "danger");
      const made = letter(of, "reminder2", "zh-CN");
      expect(made?.view.sentences.map((s) => s.template)).not.toContain("answer.excuse");
      expect(made?.view.sentences.map((s) => s.template)).not.toContain("problem.came_back");
      const heard = rehearse(
        of,
        pack,
        { items: excuses },
        { ...assessLetters(pack, of, NOW), render: letterRenderer, lang: "zh-CN" },
      );
      const one = heard.find((r) => r.excuse === e.id);
      expect(one?.answer).toBeUndefined();
      expect(one?.protect.length).toBeGreaterThan(0);
    }
  });
  it("[X6] every fact the pack calls a sign of an excuse is one core can tell", () => {
    const names = excuses.flatMap((e) => e.likely ?? []);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((n) => !isLikelyFact(n))).toEqual([]);
    expect(isLikelyFact("ground:nothing")).toBe(false);
  });
});

describe("[B5] what a claim and a notice of termination rest on", () => {
  const lawOf = (of: Case, kind: LetterKind): readonly string[] =>
    letter(of, kind, "zh-CN")?.view.sentences.flatMap((s) =>
      s.template === "basis.law" ? s.sources.map((r) => r.ref.replace("provision/", "")) : [],
    ) ?? [];
  it("[B5] termination: the right, its notice, its effect, word for word; none without a right", async () => {
    // Prepaid service not provided as agreed, ordered after the interpretation of 2025 came into force.
    const of = await claused(answered(base("course")));
    const made = letter(of, "termination", "zh-CN");
    expect(lawOf(of, "termination").slice(-2)).toEqual(["cc-565", "cc-566"]);
    const plain = (text: string): string => text.replace(/\s/g, "");
    for (const id of lawOf(of, "termination"))
      expect(plain(made?.view.sentences.map((s) => s.text).join("") ?? "")).toContain(
        plain(pack.texts?.[id] ?? "no text"),
      );
    expect(letter(base("course"), "termination", "zh-CN")).toBeUndefined();
  });
  it("[B5] a claim cites what was law at the order and not what came later", async () => {
    const now = answered(base("course"));
    // The regulation of 2024 and the interpretation of 2025 were no law in May 2024.
    const early = answered(peopled(newCase("course")));
    expect(lawOf(now, "claim").length).toBeGreaterThan(0);
    expect(lawOf(early, "claim").length).toBeGreaterThan(0);
    const later = pack.provisions.filter((p) => p.effectiveFrom > "2024-05-01").map((p) => p.id);
    expect(lawOf(early, "claim").filter((id) => later.includes(id))).toEqual([]);
  });
});

describe("[X10] letters ask the channels one thing", () => {
  it("[X10] once an association took the matter, no letter speaks of 12315 and no complaint goes there", async () => {
    const open = asked(await claused(answered(base("course"))));
    const filing = mint();
    const filed = told(
      add(open, "filing", { id: filing, channel: "consumer_association" }, NOW),
      "filing.submitted",
      REPLIED,
      { filing, channel: "consumer_association" },
    );
    const closed = told(filed, "filing.accepted", instant("2026-11-14T09:00:00+08:00"), {
      filing,
      channel: "consumer_association",
    });
    const mentions = (of: Case): boolean =>
      letter(of, "reminder2", "zh-CN")?.view.sentences.some((s) => s.template === "demand.mediation") === true;
    const stopped = (of: Case): boolean =>
      letter(of, "complaint12315", "zh-CN")?.view.problems.some((p) => p.code === "X10.closed") === true;
    expect([mentions(open), stopped(open)]).toEqual([true, false]);
    expect([mentions(closed), stopped(closed)]).toEqual([false, true]);
  });
});
