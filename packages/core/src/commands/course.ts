/**
 * Commands with rules of their own: creating a case, appending and retracting events, taking in what a file holds, answering a question. Pure.
 */
import * as z from "zod/mini";
import { all, find, info } from "../case/case.ts";
import type { Change, Fields } from "../case/change.ts";
import { ref, type Id } from "../identity.ts";
import { ArgsSchema } from "../message.ts";
import { err, ok } from "../result.ts";
import { appendOnly, isKind, kinds, type Kind } from "../schema/kinds.ts";
import { CategorySchema, LangSchema } from "../schema/parts.ts";
import { endOf, startOf, toMillis, type When } from "../time.ts";
import { command } from "./command.ts";
import { FenSchema, IdSchema, InstantSchema, RefSchema, WhenSchema } from "../schema/values.ts";

/** Opens a case with what the person knows at once: who was paid, how much, which order. */
export const caseCreate = command(
  "case.create",
  z.strictObject({
    title: z.string().check(z.minLength(1)),
    category: CategorySchema,
    lang: LangSchema,
    purpose: z.optional(z.enum(["life", "business", "unknown"])),
    payerAge: z.optional(z.int().check(z.gte(0), z.lte(150))),
    paidTo: z.optional(z.enum(["merchant", "person", "store", "wallet", "unknown"])),
    respondent: z.optional(z.strictObject({ id: IdSchema, name: z.string() })),
    order: z.optional(
      z.strictObject({
        id: IdSchema,
        number: z.string(),
        item: z.string(),
        paidFen: FenSchema.check(z.gte(0)),
        orderedAt: InstantSchema,
      }),
    ),
  }),
  (of, d, ctx) => {
    if (info(of)) return ok([]);
    const stamp = { recordedAt: ctx.now, ...(ctx.by === undefined ? {} : { by: ctx.by }) };
    const changes: Change[] = [
      {
        op: "put",
        kind: "case",
        id: of.caseId,
        value: {
          title: d.title,
          category: d.category,
          lang: d.lang,
          purpose: d.purpose ?? "unknown",
          paidTo: d.paidTo ?? "unknown",
          ...(d.payerAge === undefined ? {} : { payerAge: d.payerAge }),
          ...stamp,
        },
      },
    ];
    if (d.respondent && d.respondent.name.trim() !== "") {
      changes.push({
        op: "put",
        kind: "party",
        id: d.respondent.id,
        value: { role: "respondent", name: d.respondent.name, foundIn: "told", ...stamp },
      });
    }
    if (d.order) {
      const { id, ...fields } = d.order;
      changes.push({ op: "put", kind: "order", id, value: { ...fields, ...stamp } });
    }
    return ok(changes);
  },
);

const inFuture = (at: When, now: string): boolean => toMillis(startOf(at)) > toMillis(endOf(now as When)) + 60_000;

/** X1: says that something happened, when it is known to have happened. Dates a court or platform sets lie in `data`, not in `at`. */
export const eventAppend = command(
  "event.append",
  z.strictObject({
    id: IdSchema,
    type: z.string().check(z.regex(/^[a-z_]+(\.[a-z_]+)+$/)),
    at: WhenSchema,
    refs: z.optional(z.array(RefSchema)),
    data: z.optional(ArgsSchema),
  }),
  (of, d, ctx) => {
    if (find(of, "event", d.id)) return ok([]);
    if (inFuture(d.at, ctx.now)) return err({ kind: "in_future", at: d.at });
    const value: Fields = {
      type: d.type,
      at: d.at,
      recordedAt: ctx.now,
      refs: d.refs ?? [],
      data: d.data ?? {},
      ...(ctx.by === undefined ? {} : { by: ctx.by }),
    };
    return ok([{ op: "append", kind: "event", id: d.id, value }]);
  },
);

/** X1: undoes a mistake by saying so; the event stays, shown struck through. */
export const eventRetract = command("event.retract", z.strictObject({ id: IdSchema, of: IdSchema }), (of, d, ctx) => {
  const target = find(of, "event", d.of);
  if (!target) return err({ kind: "unknown_record", ref: ref("event", d.of) });
  if (all(of, "event").some((e) => e.type === "event.retracted" && e.data["of"] === d.of)) return ok([]);
  const value: Fields = {
    type: "event.retracted",
    at: ctx.now,
    recordedAt: ctx.now,
    refs: [ref("event", d.of)],
    data: { of: d.of },
    ...(ctx.by === undefined ? {} : { by: ctx.by }),
  };
  return ok([{ op: "append", kind: "event", id: d.id, value }]);
});

const takeable: ReadonlySet<Kind> = new Set<Kind>([
  "exhibit",
  "link",
  "payment",
  "refund",
  "sighting",
  "reading",
  "sample",
  "communication",
  "order",
  "party",
  "undertaking",
  "clause",
]);

/** Takes in what intake recognised in a file, as the Changes it proposes; each is checked like any record. */
export const intakeTake = command(
  "intake.take",
  z.strictObject({
    changes: z.array(
      z.discriminatedUnion("op", [
        z.strictObject({
          op: z.literal("put"),
          kind: z.string(),
          id: IdSchema,
          value: z.record(z.string(), z.unknown()),
        }),
        z.strictObject({
          op: z.literal("set"),
          kind: z.string(),
          id: IdSchema,
          field: z.string(),
          value: z.optional(z.unknown()),
        }),
        z.strictObject({ op: z.enum(["restore", "remove"]), kind: z.string(), id: IdSchema }),
      ]),
    ),
  }),
  (_of, d, ctx) => {
    const changes: Change[] = [];
    for (const c of d.changes) {
      if (!isKind(c.kind) || !takeable.has(c.kind) || appendOnly.has(c.kind))
        return err({ kind: "bad_data", command: "intake.take", path: c.kind, reason: "kind" });
      if (c.op !== "put") {
        changes.push(
          c.op === "set"
            ? { op: "set", kind: c.kind, id: c.id, field: c.field, value: c.value }
            : { op: c.op, kind: c.kind, id: c.id },
        );
        continue;
      }
      const checked = kinds[c.kind].safeParse(c.value);
      if (!checked.success) {
        const first = checked.error.issues[0];
        return err({
          kind: "bad_data",
          command: "intake.take",
          path: `${c.kind}/${c.id}/${first?.path.join(".") ?? ""}`,
          reason: first?.message ?? "",
        });
      }
      changes.push({
        op: "put",
        kind: c.kind,
        id: c.id,
        value: { recordedAt: ctx.now, ...(ctx.by === undefined ? {} : { by: ctx.by }), ...c.value },
      });
    }
    return ok(changes);
  },
);

/** Answers a question of the pack; a second answer replaces the first. `id` is used only when there is none yet. */
export const answerGive = command(
  "answer.give",
  z.strictObject({
    id: IdSchema,
    question: z.string(),
    value: z.string(),
    exhibit: z.optional(IdSchema),
    at: z.optional(WhenSchema),
  }),
  (of, d, ctx) => {
    const { id, ...fields } = d;
    const before = all(of, "answer").find((a) => a.question === d.question);
    if (!before)
      return ok([
        {
          op: "put",
          kind: "answer",
          id,
          value: { ...fields, recordedAt: ctx.now, ...(ctx.by === undefined ? {} : { by: ctx.by }) },
        },
      ]);
    return ok(setDiffering(before.id, "answer", before, fields));
  },
);

function setDiffering(id: Id, kind: Kind, before: Fields, fields: Fields): readonly Change[] {
  return Object.entries(fields)
    .filter(([f, v]) => v !== undefined && before[f] !== v)
    .map(([field, value]): Change => ({ op: "set", kind, id, field, value }));
}
