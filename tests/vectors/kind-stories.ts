/**
 * Cases as they come, and the letter of any kind over each: data for the vectors on legal honesty.
 */
import { expect } from "vitest";
import {
  assessLetters,
  decide,
  instant,
  letterView,
  type Case,
  type Category,
  type Id,
  type Instant,
  type Lang,
  type LetterKind,
  type LetterView,
} from "@recourse/core";
import { letterRenderer } from "@recourse/words";
import { add, mint, newCase, orderId, pack, page, run, sampleBytes, take } from "./real-case.ts";

/** Both languages. */
export const languages: readonly Lang[] = ["zh-CN", "en"];
/** All categories of the pack. */
export const categories = pack.categories.map((c) => c.id);
/** A bill of the intake samples. */
export const BILL = "支付宝_手机端_电子客户回单_GB18030.csv";
/** Ordered in November 2026: all law of the pack that is not repealed is in force. */
const ORDERED = instant("2026-11-01T10:00:00+08:00");
const ASKED = instant("2026-11-10T09:00:00+08:00");
/** When they answered. */
export const REPLIED = instant("2026-11-12T15:00:00+08:00");
/** When the letters are written. */
export const NOW = instant("2026-11-22T12:00:00+08:00");
/** Excuses of the pack. */
export const excuses = pack.excuses?.items ?? [];

/** The case after an event. */
export const told = (of: Case, type: string, at: Instant, data: Readonly<Record<string, unknown>> = {}): Case =>
  run(of, "event.append", { id: mint(), type, at, data }, NOW);

/** Everybody a paper may name, and a choice of the amount. */
export function peopled(of: Case): Case {
  const with_ = [
    { role: "claimant", name: "alice", contact: "13800138000", address: "某市某路1号" },
    { role: "agent", name: "bob" },
  ].reduce((c, p) => add(c, "party", p, NOW), of);
  return run(
    with_,
    "usage.add",
    { id: mint(), order: orderId(of), unitsTotal: 60, unitsUsed: 12, claimChoice: "full" },
    NOW,
  );
}

/** Every answer that makes grounds of law met. */
export const answered = (of: Case): Case =>
  pack.grounds.reduce((c, g) => {
    if (g.condition?.type !== "answers" || g.kind === "unauthorised_payment") return c;
    return g.condition.all.reduce(
      (d, { question, is }) => run(d, "answer.give", { id: mint(), question, value: is }, NOW),
      c,
    );
  }, of);

/** A term of theirs that fits, and whose words name law. */
export async function claused(of: Case): Promise<Case> {
  const quote = "符合本条情形的，可申请退款";
  const rules = await page(of, "规则.txt", `退款政策 第3条 ${quote}`, "平台规则");
  return add(
    rules.case,
    "clause",
    {
      document: "退款政策",
      article: "第3条",
      quote,
      exhibit: rules.exhibit,
      ground: "other",
      condition: { type: "refund_clause" },
      shownAtOrder: "yes",
    },
    NOW,
  );
}

/** The case after an application. */
export const asked = (of: Case): Case =>
  told(of, "application.submitted", ASKED, { channel: "platform_form", periodHours: 48 });
/** The case after a confirmed reply of that excuse. */
export const replied = (of: Case, excuse: string, as: string): Case =>
  run(
    asked(of),
    "reply.record",
    {
      id: mint(),
      at: REPLIED,
      as,
      ...(as === "silent"
        ? {}
        : {
            text: excuses.find((e) => e.id === excuse)?.patterns[0] ?? "不退",
            communication: mint(),
            medium: "chat",
            sender: "客服小美",
          }),
      excuse,
    },
    NOW,
  );

export type State = readonly [name: string, make: (category: Category) => Promise<Case>];
/** A case in which everybody is known, told and not shown. */
export const base = (category: Category): Case => peopled(newCase(category, {}, { orderedAt: ORDERED }));
/** Cases by how far they have come. */
export const states: readonly State[] = [
  ["told only", async (c) => answered(base(c))],
  ["with a bill and a term", async (c) => claused(await take(answered(base(c)), BILL, sampleBytes(BILL)))],
  ["asked, no answer", async (c) => asked(await claused(answered(base(c))))],
  [
    "ended and mediated",
    async (c) => {
      const of = told(
        replied(await claused(answered(base(c))), "plain-refusal", "refused"),
        "termination.sent",
        instant("2026-11-13T09:00:00+08:00"),
        { channel: "platform_letter" },
      );
      return told(of, "mediation.ended", instant("2026-11-20T09:00:00+08:00"), {
        channel: "consumer_association",
        result: "failed",
      });
    },
  ],
  [
    "measured",
    async (c) => {
      const files = [BILL, "粉丝数时间序列.csv", "粉丝列表抽样.csv", "客服窗口复制.txt"];
      let of = peopled(newCase(c));
      for (const name of files) of = await take(of, name, sampleBytes(name));
      return add(
        of,
        "undertaking",
        {
          order: orderId(of),
          counter: "followers",
          quantity: 1000,
          startWithinHours: 2,
          quote: "1000真实粉丝包月",
          shownAtOrder: "yes",
        },
        NOW,
      );
    },
  ],
  [
    "a child's purchase",
    async (c) =>
      add(
        run(await claused(answered(base(c))), "case.edit", { set: { payerAge: 15 } }, NOW),
        "party",
        { role: "guardian", name: "carol" },
        NOW,
      ),
  ],
];

export interface Letter {
  readonly of: Case;
  readonly view: LetterView;
}

/** The letter of a kind as it reads; undefined where the case does not get it. */
export function letter(of: Case, kind: LetterKind, lang: Lang): Letter | undefined {
  const draft: Id = mint();
  const made = decide(
    of,
    "draft.start",
    { id: draft, kind, lang },
    { now: NOW, role: "owner", pack, mint, render: letterRenderer },
  );
  if (!made.ok) {
    expect(made.error.kind, JSON.stringify(made.error)).toBe("not_for_case");
    return undefined;
  }
  const after = run(of, "draft.start", { id: draft, kind, lang }, NOW);
  return { of: after, view: letterView(after, pack, draft, letterRenderer, lang, assessLetters(pack, after, NOW)) };
}
