/**
 * Legal honesty over the pack as it ships: which letters may name law, and which cases carry which notices.
 */
import { describe, expect, it } from "vitest";
import {
  all,
  citationChecker,
  civilOf,
  instant,
  type Case,
  type Category,
  type GroundKind,
  type Lang,
} from "@recourse/core";
import { word } from "@recourse/words";
import { faultsOf } from "./honest-words.ts";
import {
  add,
  application,
  assessed,
  mint,
  newCase,
  NOW,
  ORDERED_AT,
  orderId,
  pack,
  page,
  run,
  sampleBytes,
  take,
  textOf,
} from "./real-case.ts";

const languages: readonly Lang[] = ["zh-CN", "en"];
const kindsOf = (category: Category): readonly GroundKind[] =>
  pack.categories.find((c) => c.id === category)?.grounds ?? [];
const BILL = "支付宝_手机端_电子客户回单_GB18030.csv";

/** A term of theirs whose very words are the ground, so that the ground is met; its own text names law and articles. */
async function withClause(of: Case, kind: GroundKind): Promise<Case> {
  const quote = "符合本条情形的，可申请退款";
  const rules = await page(of, "规则.txt", `退款政策 第3条 ${quote}`, "平台规则");
  return add(rules.case, "clause", {
    document: "退款政策",
    article: "第3条",
    quote,
    exhibit: rules.exhibit,
    ground: kind,
    condition: { type: "refund_clause" },
    shownAtOrder: "yes",
  });
}

/** Every answer that makes a ground of law met. */
function answered(of: Case, kind: GroundKind): Case {
  const condition = pack.grounds.find((g) => g.kind === kind)?.condition;
  if (condition?.type !== "answers") return of;
  return condition.all.reduce((c, { question, is }) => run(c, "answer.give", { id: mint(), question, value: is }), of);
}

const withBill = (of: Case): Promise<Case> => take(of, BILL, sampleBytes(BILL));
const withGuardian = (of: Case): Case => add(of, "party", { role: "guardian", name: "alice" });

describe("[A5] letters of an engagement case name no law", () => {
  it.each(kindsOf("engagement"))(
    "[A7] ground %s, on a clause of theirs and on what the person answers",
    async (kind) => {
      const minor = kind === "minor_payment" ? { payerAge: 16 } : {};
      const bare = withGuardian(answered(await withBill(newCase("engagement", minor)), kind));
      for (const of of [bare, await withClause(bare, kind)])
        for (const lang of languages) {
          const view = application(of, lang);
          expect(faultsOf(textOf(view)), `${kind} ${lang}`).toEqual([]);
          expect(view.sentences.map((s) => s.template)).not.toContain("basis.law");
          expect(view.problems.filter((p) => p.code.startsWith("A7."))).toEqual([]);
        }
      expect(assessed(await withClause(bare, kind)).grounds.some((g) => g.kind === kind && g.verdict === "met")).toBe(
        true,
      );
    },
  );

  it("[A7] with the whole sample series, promise and chat: every sentence a measurement can give", async () => {
    const files = [BILL, "粉丝数时间序列.csv", "粉丝列表抽样.csv", "QQ_消息记录.txt", "客服窗口复制.txt"];
    let of = newCase("engagement");
    for (const name of files) of = await take(of, name, sampleBytes(name));
    of = add(of, "undertaking", {
      order: orderId(of),
      counter: "followers",
      quantity: 1000,
      startWithinHours: 2,
      finishWithinHours: 72,
      quote: "1000真实粉丝包月",
      shownAtOrder: "yes",
    });
    const sample = all(of, "sample")[0]?.id;
    of = run(of, "sample.edit", { id: sample, set: { rule: "最新的120个" } });
    for (const lang of languages) {
      const view = application(of, lang);
      expect(view.sentences.length).toBeGreaterThan(8);
      expect(faultsOf(textOf(view)), lang).toEqual([]);
    }
    // E13: the window names the number once, and so does the letter.
    expect(textOf(application(of))).toContain("贵方“客服工号:KF0087”于2024年5月2日 10:03通过在线聊天答复");
  });

  it("[A7] the finder finds: law, article and performance in a text that has them", () => {
    expect(faultsOf("根据《民法典》第五百七十七条，请继续履行。").length).toBeGreaterThanOrEqual(4);
    expect(faultsOf("贵方《退款政策》第3条")).toEqual([]);
  });
});

describe("[A5] letters of a membership case cite verified law, word for word", () => {
  const byLaw = pack.grounds
    .filter((g) => g.categories.includes("membership") && g.provisions.length > 0 && g.condition?.type === "answers")
    .map((g) => g.kind);

  it.each(byLaw)("[B5] ground %s: the provisions stand there verbatim and pass the check", async (kind) => {
    // November 2026: all law of the pack that is not repealed is in force then.
    const at = instant("2026-11-01T10:00:00+08:00");
    const of = answered(newCase("membership", {}, { orderedAt: at }), kind);
    const now = instant("2026-11-22T12:00:00+08:00");
    const g = assessed(of, now).grounds.find((x) => x.id === `law/${kind}`);
    expect(g?.verdict).toBe("met");
    const view = application(of, "zh-CN", now);
    const law = view.sentences.filter((s) => s.template === "basis.law");
    // Two at most; each quotes the whole text of its provision.
    const cited = law.flatMap((s) =>
      s.sources.flatMap((x) => (x.ref.startsWith("provision/") ? [x.ref.slice("provision/".length)] : [])),
    );
    expect(cited).toEqual(g?.source.type === "law" ? g.source.provisions.slice(0, 2) : []);
    expect(cited.length).toBeGreaterThan(0);
    const plain = (text: string): string => text.replace(/\s/g, "");
    cited.forEach((id, n) => {
      expect(pack.provisions.find((p) => p.id === id)?.check).toBe("verified");
      expect(plain(law[n]?.text ?? "")).toContain(plain(pack.texts?.[id] ?? "no text"));
    });
    expect(citationChecker(pack, civilOf(at))(textOf(view))).toEqual([]);
    expect(view.problems.filter((p) => /^(?:B6|A7)\./.test(p.code))).toEqual([]);
  });
});

describe("[A5] notices", () => {
  it.each(pack.categories)(
    "[L1] $id shows the notices of the pack and no others of that rule, in both languages",
    (category) => {
      const { notices } = assessed(newCase(category.id));
      const shown = notices.map((n) => n.code);
      expect(shown.filter((code) => code.startsWith("L1."))).toEqual(category.notices);
      expect(category.notices).toHaveLength(category.id === "engagement" ? 5 : 0);
      // L6 is asked of an engagement and of nobody else.
      expect(shown.includes("L6.ask")).toBe(category.id === "engagement");
      for (const lang of languages) for (const n of notices) expect(word(n.code, n.args, lang).trim()).not.toBe("");
    },
  );

  it("[L1] whatever the evidence, an engagement keeps its notices and a membership gets none", async () => {
    for (const [category, wanted] of [
      ["engagement", 5],
      ["membership", 0],
    ] as const) {
      const of = await withClause(await withBill(newCase(category)), "not_started");
      expect(assessed(of).notices.filter((n) => n.code.startsWith("L1."))).toHaveLength(wanted);
    }
    expect(instant(ORDERED_AT) < NOW).toBe(true);
  });
});
