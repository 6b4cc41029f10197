/**
 * Every fix of every channel and every formal paper leads somewhere: a form that asks what is missing, a page, or a command that is complete.
 * Real cases on the shipped pack.
 */
import {
  channelInputOf,
  channelsOf,
  formKinds,
  formOf as paperOf,
  instant,
  isKind,
  letterView,
  measure,
  type ChannelFix,
} from "@recourse/core";
import { loadForms, pack } from "@recourse/pack-cn";
import { letterRenderer } from "@recourse/words";
import { createRoot } from "solid-js";
import { describe, expect, test } from "vitest";
import { createMemoryCase, FIXTURE_NOW, type MemoryCase } from "../../parts/memory-case.fixture.ts";
import { formOf, pageOf, questionIn } from "./form-of.ts";
import { eventForms } from "./forms/event-forms.ts";
import { textIn } from "./forms/field.ts";
import { partySpec } from "./forms/party-fields.ts";
import { recordToEdit, specOf } from "./forms/specs.ts";

const forms = await loadForms();

/** Commands of pages that take what a fix brings. */
const pages = new Set(["letter.open", "case.open", "filing.prepare", "doors.open", "reply.add"]);

const orderOf = (paidFen: number): Readonly<Record<string, unknown>> => ({
  number: "",
  item: "年卡",
  paidFen,
  orderedAt: instant("2024-05-01T10:02:31+08:00"),
});
const named = { name: "某某科技有限公司" };
const party = (of: MemoryCase, role: string, more: object = {}) => of.must("party.add", { role, name: role, ...more });

/** Cases that differ in what their checks ask. */
const cases: Readonly<Record<string, () => MemoryCase>> = {
  "nobody known, thirty yuan": () => createMemoryCase({ title: "小单", category: "other", order: orderOf(3_000) }),
  "a membership with a company": () =>
    createMemoryCase({
      title: "年卡",
      category: "membership",
      purpose: "life",
      paidTo: "merchant",
      respondent: named,
      order: orderOf(29_900),
    }),
  "likes for a shop": () => {
    const of = createMemoryCase({ title: "刷量", category: "engagement", respondent: named, order: orderOf(60_000) });
    of.must("case.edit", { set: { situation: "business" } });
    return of;
  },
  "likes, nobody asked for whom": () => createMemoryCase({ title: "刷量", category: "engagement", respondent: named }),
  "a payer of sixteen": () =>
    createMemoryCase({ title: "充值", category: "topup", payerAge: 16, respondent: named, order: orderOf(64_800) }),
  "a helper with a photo of the power of attorney": () => {
    const of = createMemoryCase({ title: "年卡", category: "membership", respondent: named, order: orderOf(29_900) });
    party(of, "claimant", { contact: "13800138000" });
    party(of, "agent", { contact: "13900139000" });
    for (const rule of pack.channels.items)
      of.must("filing.add", { channel: rule.id, filer: "helper", authorization: "copy", contact: "13900139000" });
    return of;
  },
  "lessons half used, on a marketplace": () => {
    const of = createMemoryCase({ title: "网课", category: "course", paidTo: "store", order: orderOf(198_000) });
    party(of, "platform");
    const [order] = of.live.ids("order");
    of.must("usage.add", { order, unitsTotal: 60, unitsUsed: 12 });
    return of;
  },
  "complaint and report with one paper": () => {
    const of = createMemoryCase({ title: "年卡", category: "membership", respondent: named, order: orderOf(29_900) });
    const [draft] = of.must("draft.start", { kind: "application" });
    for (const channel of ["samr_complaint", "samr_report"]) of.must("filing.add", { channel, draft });
    of.must("answer.give", { question: "handled_before", value: "yes" });
    return of;
  },
};

/** A filing in every channel, so that checks ask of a filing that is there. */
function withFilings(of: MemoryCase): MemoryCase {
  const there = new Set(of.live.all("filing").map((f) => f.channel));
  for (const rule of pack.channels.items)
    if (rule.enabled && !there.has(rule.id)) of.must("filing.add", { channel: rule.id });
  return of;
}

/** All fixes of a case: those of the checks, and those of the papers of every filing. */
function fixesOf({ live, case: whole }: MemoryCase): readonly ChannelFix[] {
  const checks = channelsOf(channelInputOf(pack, whole(), FIXTURE_NOW)).flatMap((c) =>
    c.checks.flatMap((check) => (check.fix === undefined ? [] : [check.fix])),
  );
  const context = {
    grounds: live.grounds(),
    demand: live.demand(),
    measures: measure(whole(), pack),
    now: FIXTURE_NOW,
  };
  const papers = formKinds.flatMap((kind) => {
    const filing = live.all("filing").find((f) => pack.channels.items.find((r) => r.id === f.channel)?.letter === kind);
    const draft = live.all("draft").find((d) => d.kind === kind)?.id;
    const letter =
      draft === undefined ? {} : { letter: letterView(whole(), pack, draft, letterRenderer, "zh-CN", context) };
    const view = paperOf(whole(), forms, kind, {
      lang: "zh-CN",
      context,
      ...(filing === undefined ? {} : { filing: filing.id }),
      ...letter,
    });
    return view.sections.flatMap((s) =>
      s.fields.flatMap(({ missing }) =>
        missing === undefined ? [] : [{ command: missing.fix.command, data: missing.fix.data }],
      ),
    );
  });
  return [...checks, ...papers];
}

/** Why a fix leads nowhere; undefined where it asks or does what it says. */
function trouble({ live, case: whole }: MemoryCase, fix: ChannelFix): string | undefined {
  const page = pageOf(fix);
  if (page !== undefined) return pages.has(page.command) ? undefined : `no page ${page.command}`;
  const form = formOf(fix);
  const [kind = ""] = fix.command.split(".");
  const ask = textIn(fix.data["ask"]);
  const id = textIn(fix.data["id"]);
  const gone = id !== undefined && isKind(kind) && live.record(kind, id) === undefined;
  if (gone) return `no ${kind} ${id}`;
  switch (form) {
    case undefined:
      return pages.has(fix.command) || live.run(fix.command, fix.data).ok ? undefined : "not complete";
    case "question": {
      const question = questionIn(fix.command, fix.data);
      return pack.questions.some((q) => q.id === question) ? undefined : `no question ${question}`;
    }
    case "event":
      return Object.hasOwn(eventForms, textIn(fix.data["type"]) ?? "") ? undefined : "no such event";
    case "party": {
      const role = live.record("party", id)?.role ?? textIn(fix.data["role"]) ?? "";
      const fields = partySpec(role).fields.map((f) => f.name);
      return ask === undefined || fields.includes(ask) ? undefined : `${role} is not asked ${ask}`;
    }
    case "record": {
      const spec = specOf(kind, whole(), pack);
      if (spec === undefined) return `no form of ${kind}`;
      if (fix.command.endsWith(".edit") && recordToEdit(spec.kind, id, whole()) === undefined) return "nothing to edit";
      return ask === undefined || spec.fields.some((f) => f.name === ask) ? undefined : `${kind} is not asked ${ask}`;
    }
    default:
      return undefined;
  }
}

describe("[X9] every fix leads to a form that asks it, to a page, or is complete", () => {
  for (const [name, make] of Object.entries(cases))
    test(`[X9] ${name}`, () => {
      createRoot((dispose) => {
        const plain = make();
        const before = fixesOf(plain);
        const after = fixesOf(withFilings(plain));
        const found = [...before, ...after].flatMap((fix) => {
          const why = trouble(plain, fix);
          return why === undefined ? [] : [`${fix.command} ${JSON.stringify(fix.data)}: ${why}`];
        });
        expect([...new Set(found)]).toEqual([]);
        expect(after.length).toBeGreaterThan(20);
        dispose();
      });
    });

  test("[X9] a question nobody has, a field nobody asks and an event nobody records are found", () => {
    createRoot((dispose) => {
      const of = createMemoryCase({ title: "年卡", category: "membership" });
      expect([
        trouble(of, { command: "answer.give", data: { question: "no_such_question" } }),
        trouble(of, { command: "party.add", data: { role: "claimant", ask: "shoe_size" } }),
        trouble(of, { command: "event.append", data: { type: "moon.landed" } }),
        trouble(of, { command: "order.edit", data: { ask: "number" } }),
        trouble(of, { command: "no.such", data: {} }),
      ]).toEqual([
        "no question no_such_question",
        "claimant is not asked shoe_size",
        "no such event",
        "nothing to edit",
        "not complete",
      ]);
      dispose();
    });
  });
});
