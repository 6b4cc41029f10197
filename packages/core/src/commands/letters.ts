/**
 * Commands of letters: composing, a person's own words, what is left out or stated, and sending. Pure (A2–A6, G5, L6).
 *
 * 1. Composing touches only sentences nobody rewrote; everything a person wrote stays until that person resets it.
 * 2. Sending freezes: one immutable sent version and the event of its kind, and only from a letter that nothing blocks.
 * 3. A kind that the case does not get is refused with its reason when it is begun (L9, A7).
 */
import * as z from "zod/mini";
import { assessLetters } from "../assess/assess.ts";
import { all, find, info, type Case } from "../case/case.ts";
import { apply, type Change } from "../case/change.ts";
import { historyOf } from "../course/history.ts";
import { channelIn } from "../channels/channels.ts";
import { factsOf } from "../channels/facts.ts";
import { channelInputOf } from "../channels/input.ts";
import { unmetOf } from "../channels/preflight.ts";
import { ref, type Id } from "../identity.ts";
import { printedIn } from "../letters/check.ts";
import { compose, stateSentence } from "../letters/compose.ts";
import { specOf } from "../letters/kinds/kinds.ts";
import { letterView } from "../letters/letter.ts";
import { sentencesOf } from "../letters/numbering.ts";
import { between } from "../letters/position.ts";
import { filesSomething, sendingChanges } from "../letters/sending.ts";
import { sentFields } from "../letters/sent.ts";
import type { LetterContext } from "../letters/template.ts";
import { err, ok, type Result } from "../result.ts";
import { heldBack } from "../safety/safety.ts";
import { LetterKindSchema, LetterPartSchema } from "../schema/course.ts";
import { LangSchema } from "../schema/parts.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { endOf, startOf } from "../time.ts";
import { command, type CommandContext, type CommandSpec, type DomainError } from "./command.ts";
import { IdSchema, RefSchema, WhenSchema } from "../schema/values.ts";

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
  z.strictObject({
    id: IdSchema,
    kind: LetterKindSchema,
    lang: z.optional(LangSchema),
    /** The filing it is the paper of. */
    filing: z.optional(IdSchema),
    /** The reply it answers, an event (X6). */
    answers: z.optional(IdSchema),
  }),
  (of, d, ctx) => {
    if (d.filing !== undefined && !find(of, "filing", d.filing))
      return err({ kind: "unknown_record", ref: ref("filing", d.filing) });
    if (d.answers !== undefined && !find(of, "event", d.answers))
      return err({ kind: "unknown_record", ref: ref("event", d.answers) });
    const context = letterContext(of, ctx);
    const reason = specOf(d.kind).barred(of, { ...context, pack: ctx.pack });
    if (reason !== undefined) return err({ kind: "not_for_case", letter: d.kind, reason });
    const there = all(of, "draft").find(
      (x) => x.kind === d.kind && x.filing === d.filing && x.answers === d.answers && !isSent(of, x.id),
    );
    const draft = there?.id ?? d.id;
    const value = {
      kind: d.kind,
      lang: d.lang ?? info(of)?.lang ?? "zh-CN",
      ...(d.filing === undefined ? {} : { filing: d.filing }),
      ...(d.answers === undefined ? {} : { answers: d.answers }),
      ...stampOf(ctx),
    };
    const put: readonly Change[] = there ? [] : [{ op: "put", kind: "draft", id: d.id, value }];
    const begun = apply(of, put).case;
    const { changes } = compose(begun, ctx.pack, context, d.kind, draft, sentencesOf(of, draft), ctx.mint);
    return ok([...put, ...changes]);
  },
);

const recompose = command("draft.compose", z.strictObject({ draft: IdSchema }), (of, d, ctx) => {
  const draft = openDraft(of, d.draft);
  if (!draft.ok) return draft;
  const existing = sentencesOf(of, d.draft);
  return ok(compose(of, ctx.pack, letterContext(of, ctx), draft.value.kind, d.draft, existing, ctx.mint).changes);
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
  const kind = find(of, "draft", s.value.draft)?.kind ?? "application";
  return ok([...unset, ...compose(of, ctx.pack, letterContext(of, ctx), kind, s.value.draft, after, ctx.mint).changes]);
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

/** What keeps this letter in the house, whatever it says: cards that stop everything, and those that stop an answer to danger (G1, G4, G5, L6). */
const sendingBarred = (of: Case, draft: RecordOf<"draft">, ctx: CommandContext): readonly string[] =>
  heldBack(of, historyOf(of, ctx.now), ctx.pack, ctx.now, draft.answers);

/**
 * Whether the filing of a paper is in already; if not, whether it may go in.
 * Errors: `not_green` with the checks that hold it back, as `filing.submit` has them (X9, X10).
 */
function handedIn(
  of: Case,
  draft: RecordOf<"draft">,
  channel: string,
  ctx: CommandContext,
): Result<"in" | "not_yet", DomainError> {
  const facts = factsOf(channelInputOf(ctx.pack, of, ctx.now));
  const filing = find(of, "filing", draft.filing);
  const track = facts.tracks.find((t) => t.filing === filing?.id);
  if (track !== undefined && track.status !== "preparing" && track.status !== "refused") return ok("in");
  const rule = ctx.pack.channels.items.find((c) => c.id === channel);
  const problems = rule ? unmetOf(channelIn(facts, rule, filing), rule.oneShot) : [];
  return problems.length > 0 ? err({ kind: "not_green", channel, problems }) : ok("not_yet");
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
    /** Number of the filing, where the place it went to gave one. */
    reference: z.optional(z.string()),
    textSha256: z.optional(z.string()),
  }),
  (of, d, ctx) => {
    if (find(of, "sentVersion", d.id)) return ok([]);
    const draft = openDraft(of, d.draft);
    if (!draft.ok) return draft;
    if (startOf(d.at) > endOf(ctx.now)) return err({ kind: "in_future", at: d.at });
    const view = letterView(of, ctx.pack, d.draft, ctx.render, draft.value.lang, letterContext(of, ctx));
    const blocks = [
      ...sendingBarred(of, draft.value, ctx),
      ...view.problems.filter((p) => p.severity === "block").map((p) => p.code),
    ];
    if (blocks.length > 0) return err({ kind: "not_ready", problems: [...new Set(blocks)] });
    const filing = filesSomething(draft.value.kind)
      ? handedIn(of, draft.value, d.channel, ctx)
      : ok("not_yet" as const);
    if (!filing.ok) return filing;
    const fields = sentFields(of, ctx.pack, view, {
      at: d.at,
      channel: d.channel,
      ...(d.textSha256 === undefined ? {} : { textSha256: d.textSha256 }),
    });
    return ok([
      { op: "append", kind: "sentVersion", id: d.id, value: { ...fields, ...stampOf(ctx) } },
      // Told already by `filing.submit`: the paper is frozen, and nothing happens twice.
      ...(filing.value === "in" ? [] : sendingChanges(of, draft.value, d, { stamp: stampOf(ctx), mint: ctx.mint })),
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
