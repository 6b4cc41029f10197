/** Pairs for the way a case goes and what is answered (X1–X6): each differs in one input and flips the result. */
import { describe } from "vitest";
import { suggestReply } from "@recourse/core";
import { loadExcuses } from "@recourse/pack-cn";
import { letterOf } from "./letters-of.ts";
import { pair } from "./pair.ts";
import { happened, membership, renewal } from "./stories.ts";
import { assessed, edited, idOf, withRecords, type Story } from "./story.ts";

const state = (s: Story) => {
  const { round, turn, deadlines } = assessed(s);
  return [round, turn, deadlines.length];
};
/** Asked on 20 November at 10:00 with 72 hours: until the 23rd at 10:00. It is the 22nd. */
const applied = withRecords(membership, {
  applied: happened("application.submitted", "2026-11-20 10:00", { channel: "platform_form", periodHours: 72 }),
});
const replied = (as: string): Story =>
  withRecords(applied, { reply: happened("reply.received", "2026-11-21 09:00", { as }) });

/** Asked twice, and refused. */
const refused = (data: Readonly<Record<string, unknown>>): Story =>
  withRecords(renewal, {
    applied: happened("application.submitted", "2026-11-03 10:00", { channel: "platform_form", periodHours: 168 }),
    reminded: happened("demand.sent", "2026-11-11 10:00", { channel: "platform_form", letter: "reminder1" }),
    reply: happened("reply.received", "2026-11-12 09:00", { as: "refused", ...data }),
  });
const second = (story: Story): readonly (string | undefined)[] =>
  letterOf({ story, kind: "reminder2", answers: "reply" }).sentences.map((s) => s.template);
const { items: excuses } = await loadExcuses();

describe("[X1–X6] the way a case goes", () => {
  pair("[X1] a mistake is undone by saying so: a retracted event counts as never told", {
    base: applied,
    change: (s) => withRecords(s, { undone: happened("event.retracted", "2026-11-21 08:00", { of: idOf("applied") }) }),
    of: state,
    results: [
      ["apply", "theirs", 1],
      ["prepare", "mine", 0],
    ],
  });

  // The refund of the 23rd lies ahead on the 22nd. One of the 22nd has come: the case is settled, and the clock ended with its answer.
  pair("[X2] an event counts from its moment on, and changes no earlier answer", {
    base: withRecords(applied, { back: happened("refund.received", "2026-11-23 09:00") }),
    change: (s) => edited(s, "back", { at: "2026-11-22" }),
    of: state,
    results: [
      ["apply", "theirs", 1],
      ["settle", "mine", 0],
    ],
  });

  // Written on the 20th and never sent.
  pair("[X3] a draft starts no clock, sending it does", {
    base: withRecords(membership, { draft: { is: "draft", kind: "application", lang: "zh-CN" } }),
    change: (s) =>
      withRecords(s, {
        sent: happened("application.submitted", "2026-11-20 10:00", { channel: "platform_form", periodHours: 72 }),
      }),
    of: state,
    results: [
      ["prepare", "mine", 0],
      ["apply", "theirs", 1],
    ],
  });

  pair("[X4] each demand is a round, and a filing is the third", {
    base: withRecords(applied, { next: happened("demand.sent", "2026-11-22 09:00", { channel: "chat" }) }),
    change: (s) => edited(s, "next", { type: "filing.submitted" }),
    of: (s) => [assessed(s).round, assessed(s).turn],
    results: [
      ["first", "theirs"],
      ["third", "authority"],
    ],
  });

  pair("[X5] a vague reply counts as none, a refusal as one", {
    base: replied("vague"),
    change: (s) => edited(s, "reply", { data: { as: "refused" } }),
    of: (s) => assessed(s).turn,
    results: ["theirs", "mine"],
  });

  // 228.00, daily life, nothing handled elsewhere: 12315 would take it, so one neutral sentence may name it. Handled once it would not.
  pair("[X4] a second reminder names 12315 only while 12315 would take the matter", {
    base: refused({}),
    change: (s) => edited(s, "elsewhere", { value: "yes" }),
    of: (s) => second(s).includes("demand.mediation"),
    results: [true, false],
  });

  // "We will feed it back" says neither yes nor no; "not supported" says no.
  pair("[X5] what a reply is, is suggested with its words marked", {
    base: "亲，我们会尽快反馈",
    change: () => "亲，虚拟商品不支持退款",
    of: (text) => suggestReply(text, excuses, "membership").map((x) => [x.as, x.excuse, x.phrase])[0],
    results: [
      ["vague", "will-feed-back", "我们会尽快反馈"],
      ["refused", "virtual-no-refund", "虚拟商品不支持退款"],
    ],
  });

  // A bare refusal is asked for its reason. Asked to pay first, nothing is answered.
  pair("[X6] an excuse is answered with the facts of the case; danger is not answered", {
    base: refused({ excuse: "plain-refusal" }),
    change: (s) => edited(s, "reply", { data: { as: "refused", excuse: "pay-first" } }),
    of: (s) => second(s).includes("answer.excuse"),
    results: [true, false],
  });
});
