/**
 * Commands of letters: composing, a person's own words, what is left out or stated, and sending. Pure (A2–A6, G5, L6).
 *
 * 1. Composing touches only sentences nobody rewrote; everything a person wrote stays until that person resets it.
 * 2. Sending freezes: one immutable sent version and one event, and only from a letter that nothing blocks.
 */
import * as z from "zod/mini";
import { assessLetters } from "../assess/assess.ts";
import { all, find, info, type Case } from "../case/case.ts";
import type { Change } from "../case/change.ts";
import { IdSchema, ref, RefSchema, type Id } from "../identity.ts";
import { printedIn } from "../letters/check.ts";
import { compose, stateSentence } from "../letters/compose.ts";
import { letterView } from "../letters/letter.ts";
import { sentencesOf } from "../letters/numbering.ts";
import { between } from "../letters/position.ts";
import { sentFields } from "../letters/sent.ts";
import type { LetterContext } from "../letters/template.ts";
import { err, ok, type Result } from "../result.ts";
import { LetterPartSchema } from "../schema/course.ts";
import { LangSchema } from "../schema/parts.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { WhenSchema, endOf, startOf } from "../time.ts";
import { command, type CommandContext, type CommandSpec, type DomainError } from "./command.ts";

const stampOf = (ctx: CommandContext): Readonly<Record<string, unknown>> => ({
  recordedAt: ctx.now,
  ...(ctx.by === undefined ? {} : { by: ctx.by }),
});

/** What letters are composed from, computed for the case as it is. */
function letterContext(of: Case, ctx: CommandContext): LetterContext {
  return { ...assessLetters(ctx.pack, of, ctx.now), ...(ctx.by === undefined ? {} : { by: ctx.by }) };
}

function sentenceIn(of: Case, id: Id): Result<RecordOf<"sentence">, DomainError> {
  const s = find(of, "sentence", id);
  if (!s) return err({ kind: "unknown_record", ref: ref("sentence", id) });
  return isSent(of, s.draft) ? err({ kind: "immutable", ref: ref("draft", s.draft) }) : ok(s);
}

const isSent = (of: Case, draft: Id): boolean => all(of, "sentVersion").some((v) => v.draft === draft);

function openDraft(of: Case, id: Id): Result<RecordOf<"draft">, DomainError> {
  const d = find(of, "draft", id);
  if (!d) return err({ kind: "unknown_record", ref: ref("draft", id) });
  return isSent(of, id) ? err({ kind: "immutable", ref: ref("draft", id) }) : ok(d);
}

const set = (id: Id, field: string, value: unknown): Change => ({ op: "set", kind: "sentence", id, field, value });

const start = command(
  "draft.start",
  z.strictObject({ id: IdSchema, kind: z.literal("application"), lang: z.optional(LangSchema) }),
  (of, d, ctx) => {
    const there = all(of, "draft").find((x) => x.kind === d.kind && !isSent(of, x.id));
    const draft = there?.id ?? d.id;
    const put: Change[] = there
      ? []
      : [
          {
            op: "put",
            kind: "draft",
            id: d.id,
            value: { kind: d.kind, lang: d.lang ?? info(of)?.lang ?? "zh-CN", ...stampOf(ctx) },
          },
        ];
    const { changes } = compose(of, ctx.pack, letterContext(of, ctx), d.kind, draft, sentencesOf(of, draft), ctx.mint);
    return ok([...put, ...changes]);
  },
);

const recompose = command("draft.compose", z.strictObject({ draft: IdSchema }), (of, d, ctx) => {
  const draft = openDraft(of, d.draft);
  if (!draft.ok) return draft;
  return ok(
    compose(of, ctx.pack, letterContext(of, ctx), "application", d.draft, sentencesOf(of, d.draft), ctx.mint).changes,
  );
});

const rewrite = command("sentence.rewrite", z.strictObject({ sentence: IdSchema, text: z.string() }), (of, d) => {
  const s = sentenceIn(of, d.sentence);
  if (!s.ok) return s;
  const printed = printedIn(of, s.value.sources, d.text);
  return ok([
    ...(s.value.text === d.text ? [] : [set(d.sentence, "text", d.text)]),
    ...(JSON.stringify(printed) === JSON.stringify(s.value.printed) ? [] : [set(d.sentence, "printed", printed)]),
  ]);
});

const reset = command("sentence.reset", z.strictObject({ sentence: IdSchema }), (of, d, ctx) => {
  const s = sentenceIn(of, d.sentence);
  if (!s.ok) return s;
  if (s.value.text === undefined || s.value.template === undefined) return ok([]);
  const unset = [set(d.sentence, "text", undefined)];
  const after = sentencesOf(of, s.value.draft).map((x) => (x.id === d.sentence ? { ...x, text: undefined } : x));
  return ok([
    ...unset,
    ...compose(of, ctx.pack, letterContext(of, ctx), "application", s.value.draft, after, ctx.mint).changes,
  ]);
});

const omit = command("sentence.omit", z.strictObject({ sentence: IdSchema }), (of, d) => {
  const s = sentenceIn(of, d.sentence);
  return s.ok ? ok(s.value.omitted === true ? [] : [set(d.sentence, "omitted", true)]) : s;
});

const include = command("sentence.include", z.strictObject({ sentence: IdSchema }), (of, d) => {
  const s = sentenceIn(of, d.sentence);
  return s.ok ? ok(s.value.omitted === true ? [set(d.sentence, "omitted", undefined)] : []) : s;
});

const state = command(
  "sentence.state",
  z.strictObject({ draft: IdSchema, template: z.string(), subject: z.optional(RefSchema) }),
  (of, d, ctx) => {
    const draft = openDraft(of, d.draft);
    if (!draft.ok) return draft;
    return ok(
      stateSentence(
        of,
        ctx.pack,
        letterContext(of, ctx),
        d.draft,
        { template: d.template, ...(d.subject === undefined ? {} : { subject: d.subject }) },
        ctx.mint,
      ),
    );
  },
);

const addSource = command("sentence.addSource", z.strictObject({ sentence: IdSchema, source: RefSchema }), (of, d) => {
  const s = sentenceIn(of, d.sentence);
  if (!s.ok) return s;
  if (s.value.sources.includes(d.source)) return ok([]);
  const sources = [...s.value.sources, d.source];
  return ok([
    set(d.sentence, "sources", sources),
    ...(s.value.text === undefined ? [] : [set(d.sentence, "printed", printedIn(of, sources, s.value.text))]),
  ]);
});

const own = command(
  "sentence.own",
  z.strictObject({
    id: IdSchema,
    draft: IdSchema,
    part: LetterPartSchema,
    text: z.string(),
    sources: z.optional(z.array(RefSchema)),
  }),
  (of, d, ctx) => {
    const draft = openDraft(of, d.draft);
    if (!draft.ok) return draft;
    if (find(of, "sentence", d.id)) return ok([]);
    const inPart = sentencesOf(of, d.draft).filter((s) => s.part === d.part);
    const sources = d.sources ?? [];
    const value = {
      draft: d.draft,
      position: between(inPart.at(-1)?.position, undefined),
      part: d.part,
      sources,
      printed: printedIn(of, sources, d.text),
      text: d.text,
      ...stampOf(ctx),
    };
    return ok([{ op: "put", kind: "sentence", id: d.id, value }]);
  },
);

/** What keeps a case from sending anything at all, whatever the letter says. */
function sendingBarred(of: Case): readonly string[] {
  const me = info(of);
  const minor = me?.payerAge !== undefined && me.payerAge < 18 && !all(of, "party").some((p) => p.role === "guardian");
  const barred = me?.category === "engagement" && (me.situation === "business" || me.situation === "worked");
  return [...(minor ? ["G5.minor"] : []), ...(barred ? [`L6.${me.situation ?? ""}`] : [])];
}

const send = command(
  "draft.send",
  z.strictObject({
    id: IdSchema,
    event: IdSchema,
    draft: IdSchema,
    at: WhenSchema,
    channel: z.string(),
    periodHours: z.optional(z.number().check(z.positive())),
    /** The captured clause in which they published the period; without it the period is mine (K7). */
    clause: z.optional(IdSchema),
    textSha256: z.optional(z.string()),
  }),
  (of, d, ctx) => {
    if (find(of, "sentVersion", d.id)) return ok([]);
    const draft = openDraft(of, d.draft);
    if (!draft.ok) return draft;
    if (startOf(d.at) > endOf(ctx.now)) return err({ kind: "in_future", at: d.at });
    const view = letterView(of, ctx.pack, d.draft, ctx.render, draft.value.lang, letterContext(of, ctx));
    const blocks = [...sendingBarred(of), ...view.problems.filter((p) => p.severity === "block").map((p) => p.code)];
    if (blocks.length > 0) return err({ kind: "not_ready", problems: [...new Set(blocks)] });
    const fields = sentFields(of, ctx.pack, view, {
      at: d.at,
      channel: d.channel,
      ...(d.textSha256 === undefined ? {} : { textSha256: d.textSha256 }),
    });
    const event = {
      type: draft.value.kind === "application" ? "application.submitted" : "demand.sent",
      at: d.at,
      recordedAt: ctx.now,
      refs: [ref("draft", d.draft), ref("sentVersion", d.id)],
      data: {
        channel: d.channel,
        ...(d.periodHours === undefined ? {} : { periodHours: d.periodHours }),
        ...(d.clause === undefined ? {} : { clause: d.clause }),
      },
      ...(ctx.by === undefined ? {} : { by: ctx.by }),
    };
    return ok([
      { op: "append", kind: "sentVersion", id: d.id, value: { ...fields, ...stampOf(ctx) } },
      { op: "append", kind: "event", id: d.event, value: event },
    ]);
  },
);

/** All commands of letters. */
export const letterCommandSpecs: readonly CommandSpec[] = [
  start,
  recompose,
  rewrite,
  reset,
  omit,
  include,
  state,
  addSource,
  own,
  send,
];
