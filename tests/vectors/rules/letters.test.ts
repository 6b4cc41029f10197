/** Pairs for the application (A) and for wording (W): each differs in one input and flips the result. */
import { describe } from "vitest";
import {
  apply,
  assess,
  assessLetters,
  decide,
  find,
  instant,
  letterView,
  matchReason,
  roomIn,
  type Case,
  type ChannelLimits,
} from "@recourse/core";
import { letterRenderer } from "@recourse/words";
import { pack } from "../real-case.ts";
import { blocks, findings, textOf, withLetter, type Written } from "./letters-of.ts";
import { pair } from "./pair.ts";
import { guide, happened, reading, renewal } from "./stories.ts";
import { assessed, idOf, refOf, withMe, withRecords } from "./story.ts";

/** A sentence of the person's own in the application of the guide's order. */
const wrote = (text: string, more: Partial<Written> = {}): Written => ({
  story: guide,
  own: { mine: { part: "problem", text, sources: [refOf("order", "order")] } },
  ...more,
});
/** `block W1.w011, n fixes` of that sentence, by rule. */
const foundBy = (rule: RegExp) => (w: Written) =>
  findings(w, "mine")
    .filter((p) => rule.test(p.code))
    .map((p) => `${p.severity} ${p.code}`);

const started = withRecords(guide, { later: reading("2024-05-04 21:00", 5396) });

/** The application is sent; then the amount on the bill is read again, as `amountFen`. */
function sentThen(amountFen: number): readonly unknown[] {
  const context = { role: "owner", pack, render: letterRenderer, mint: () => idOf("never") } as const;
  const run = (of: Case, command: string, data: unknown): Case => {
    const made = decide(of, command, data, { ...context, now: instant(guide.now) });
    if (!made.ok) throw new Error(`${command}: ${JSON.stringify(made.error)}`);
    return apply(of, made.value).case;
  };
  const sent = run(withLetter({ story: guide }), "draft.send", {
    id: idOf("sent"),
    event: idOf("sending"),
    draft: idOf("draft"),
    at: instant(guide.now),
    channel: "platform_form",
  });
  const later = run(sent, "payment.edit", { id: idOf("payment"), set: { amountFen } });
  const told = find(later, "sentVersion", idOf("sent"))?.sentences.some((s) => s.text.includes("100.00元"));
  const old = assess(pack, later, instant(guide.now), letterRenderer).problems.filter((p) => p.code === "A3.sent_old");
  return [told, old.some((p) => p.message.args["was"] === "100.00" && p.message.args["now"] === "90.00")];
}

/** Draft, a sentence rewritten by hand, then composed again with what the case says by then. */
function recomposed(rewritten: Written["rewritten"]): string {
  const of = withLetter({ story: guide, ...(rewritten === undefined ? {} : { rewritten }) });
  const now = instant(guide.now);
  const made = decide(
    of,
    "draft.compose",
    { draft: idOf("draft") },
    { now, role: "owner", pack, render: letterRenderer, mint: () => idOf("new") },
  );
  if (!made.ok) throw new Error(made.error.kind);
  const after = apply(of, made.value).case;
  const view = letterView(after, pack, idOf("draft"), letterRenderer, "zh-CN", assessLetters(pack, after, now));
  return textOf(view).split("\n")[0] ?? "";
}

const limits: ChannelLimits = {
  status: "as_told",
  textChars: 10,
  files: 2,
  bytesPerFile: 100,
  totalBytes: 150,
  formats: ["png"],
};

describe("[A1–A7] the application", () => {
  const { grounds } = assessed(guide);
  // Not started is 未发货 and 未提供服务 alike; 质量问题 is something else.
  pair("[A1] the platform's own option is proposed; where two fit, it is asked", {
    base: ["未发货", "质量问题", "其他"],
    change: ([first = "", , third = ""]) => [first, "未提供服务", third],
    of: (labels) => {
      const match = matchReason(
        labels.map((label) => ({ id: idOf(label), label })),
        pack.reasons,
        grounds,
      );
      return match.kind === "match" ? match.option.label : match.kind;
    },
    results: ["未发货", "ask"],
  });

  pair<Written, readonly string[]>("[A2] a sentence without a source blocks", {
    base: wrote("我很不满意。"),
    change: () => ({ story: guide, own: { mine: { part: "problem", text: "我很不满意。", sources: [] } } }),
    of: blocks,
    results: [[], ["A2.no_source"]],
  });

  // The bill says 100.00.
  pair("[A3] figures in own words are checked against the sources", {
    base: { story: guide, rewritten: { "order.paid": "我支付了100元。" } },
    change: (w) => ({ ...w, rewritten: { "order.paid": "我支付了101元。" } }),
    of: blocks,
    results: [[], ["A3.unsupported"]],
  });
  pair("[A3] a sent version keeps what it said, and a fact changed later is shown beside it", {
    base: 10_000,
    change: () => 9_000,
    of: sentThen,
    results: [
      [true, false],
      [true, true],
    ],
  });
  pair("[A3] composing again touches no sentence that a person rewrote", {
    base: "我付了款。",
    change: () => "我付过款。",
    of: (text) => recomposed({ "order.paid": text }),
    results: ["我付了款。", "我付过款。"],
  });

  // Ten characters fit into ten, eleven are one too many. 𠮷 is one character.
  pair("[A4] what a channel takes, and how much room is left", {
    base: "一二三四五六七八九𠮷",
    change: () => "一二三四五六七八九十𠮷",
    of: (text) => {
      const room = roomIn(limits, text, []);
      return [room.text.left, room.over.map((m) => m.code)];
    },
    results: [
      [0, []],
      [-1, ["limits.text"]],
    ],
  });
  pair<ChannelLimits, boolean>("[A4] a limit nobody verified is never said to fit", {
    base: limits,
    change: (l) => ({ ...l, status: "unverified" }),
    of: (l) => roomIn(l, "短", []).certain,
    results: [true, false],
  });

  // Looked at again a week later: 2026-11-18.
  pair("[A5] that they offer no entry is a state: the form is shut, and it is looked at again", {
    base: renewal,
    change: (s) => withRecords(s, { none: happened("entry.unavailable", "2026-11-11") }),
    of: (s) => {
      const { channels, deadlines } = assessed(s);
      const form = channels.find((c) => c.id === "platform_form");
      return [form?.reasons.map((m) => m.code), deadlines.filter((d) => d.rule === "entry-check").map((d) => d.due)];
    },
    results: [
      [[], []],
      [["A5.entry_closed"], ["2026-11-18"]],
    ],
  });

  // 166 are there by 4 May: progress says so, and so does the newest reading. Without both the letter tells half of it.
  pair("[A6] a letter that states a measurement states the newest reading and what arrived", {
    base: { story: started, omitted: ["problem.progress"] },
    change: (w) => ({ ...w, omitted: ["problem.progress", "problem.newest"] }),
    of: blocks,
    results: [[], ["A6.newest", "A6.delivered"]],
  });

  const bought: Written = wrote("请继续履行。");
  pair("[A7] an engagement letter asks for no performance; another may", {
    base: bought,
    change: (w) => ({ ...w, story: withMe(w.story, { category: "other" }) }),
    of: foundBy(/^A7\./),
    results: [["block A7.performance"], []],
  });
  // Their own rule may be named, the Civil Code may not.
  pair("[A7] a rule of theirs may be named, a law may not", {
    base: wrote("按《服务规则》第5条应当退款。"),
    change: () => wrote("按《民法典》应当退款。"),
    of: foundBy(/^A7\./),
    results: [[], ["block A7.law"]],
  });
});

describe("[W1–W3] wording", () => {
  // 骗人 accuses; 与承诺不符 compares.
  pair("[W1] an accusation as a fact blocks, and a rewrite from facts is offered", {
    base: wrote("与承诺不符。"),
    change: () => wrote("平台骗人。"),
    of: (w) => findings(w, "mine").map((p) => [p.severity, p.code, p.fixes[0]?.command]),
    results: [[], [["block", "W1.w011", "sentence.rewrite"]]],
  });
  pair("[W1] a refund tied to a report in one sentence blocks; asking 12315 to mediate passes", {
    base: wrote("请求12315调解，退还100元。", { own: paid("请求12315调解，退还100元。") }),
    change: (w) => ({ ...w, own: paid("请退还100元，否则举报。") }),
    of: (w) => foundBy(/^W1\.c1$/)(w),
    results: [[], ["block W1.c1"]],
  });

  pair("[W2] what they said is theirs: quoted it passes, said by oneself it is found", {
    base: wrote("对方称：“你才是骗子”。"),
    change: () => wrote("对方称：你才是骗子。"),
    of: (w) =>
      findings(w, "mine")
        .map((p) => `${p.severity} ${p.message.code}`)
        .filter((found) => found.includes("wording.")),
    results: [[], ["block wording.insult"]],
  });

  // The first is an accusation with words for it, the second says what oneself did: pointed out, left as it is.
  pair("[W3] words about one's own risk are pointed out and never rewritten", {
    base: wrote("平台骗人。"),
    change: () => wrote("我买粉付了款。"),
    of: (w) => findings(w, "mine").map((p) => [p.code.slice(0, 2), p.fixes.length > 0]),
    results: [[["W1", true]], [["W3", false]]],
  });
});

function paid(text: string): NonNullable<Written["own"]> {
  return { mine: { part: "demand", text, sources: [refOf("payment", "payment")] } };
}
