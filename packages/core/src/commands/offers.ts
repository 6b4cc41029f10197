/**
 * Commands of offers: that one was made, and how it was answered. Pure (X11).
 *
 * 1. The record says what is offered, the event that it was made or answered (X1).
 * 2. An offer is answered once; what is answered otherwise later is a new offer.
 */
import * as z from "zod/mini";
import { find, type Case } from "../case/case.ts";
import type { Change, Fields } from "../case/change.ts";
import { historyOf } from "../course/history.ts";
import { ref, type Id, type Ref } from "../identity.ts";
import { err, ok, type Result } from "../result.ts";
import { OfferSchema } from "../schema/course.ts";
import { hasLapsed, offersOf } from "../settle/offers.ts";
import { endOf, startOf, type When } from "../time.ts";
import { command, type CommandContext, type CommandSpec, type DomainError } from "./command.ts";
import { FenSchema, IdSchema, WhenSchema } from "../schema/values.ts";

/** When and by whom a record was written. */
export const stampOf = (ctx: CommandContext): Fields => ({
  recordedAt: ctx.now,
  ...(ctx.by === undefined ? {} : { by: ctx.by }),
});

/** An event as this file and its neighbours append it. */
export const happened = (
  ctx: CommandContext,
  id: Id,
  type: string,
  at: When,
  data: Readonly<Record<string, string | number | undefined>>,
  refs: readonly Ref[],
): Change => ({
  op: "append",
  kind: "event",
  id,
  value: {
    type,
    at,
    refs,
    data: Object.fromEntries(Object.entries(data).filter(([, v]) => v !== undefined)),
    ...stampOf(ctx),
  },
});

/** What happened cannot lie ahead; within the day of a civil date it may. */
export const isAhead = (at: When, ctx: CommandContext): boolean => startOf(at) > endOf(ctx.now);

const amount = FenSchema.check(z.gte(0));
/** What is offered, beyond the ids. */
export const terms = {
  amountFen: z.optional(amount),
  form: OfferSchema.shape.form,
  asks: OfferSchema.shape.asks,
  condition: z.optional(z.string()),
  expiresAt: z.optional(WhenSchema),
};
type Terms = {
  readonly amountFen?: number | undefined;
  readonly form: "money" | "credit" | "redo" | "other";
  readonly asks?: "nothing" | "withdraw" | "waiver" | "take_down" | "praise" | "other" | undefined;
  readonly condition?: string | undefined;
  readonly expiresAt?: When | undefined;
};

const told = (fields: Readonly<Record<string, unknown>>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined));

/** The record of an offer and the event that it was made. */
export function offerMade(
  ctx: CommandContext,
  ids: { readonly offer: Id; readonly event: Id },
  at: When,
  offer: Terms & {
    readonly side: "theirs" | "mine";
    readonly counters?: Id | undefined;
    readonly exhibit?: Id | undefined;
  },
  refs: readonly Ref[] = [],
): readonly Change[] {
  return [
    { op: "put", kind: "offer", id: ids.offer, value: { ...told({ ...offer }), ...stampOf(ctx) } },
    happened(
      ctx,
      ids.event,
      "offer.made",
      at,
      { offer: ids.offer, side: offer.side, amountFen: offer.amountFen, condition: offer.condition },
      [ref("offer", ids.offer), ...(offer.exhibit === undefined ? [] : [ref("exhibit", offer.exhibit)]), ...refs],
    ),
  ];
}

/** Whether a named exhibit is there to be named. */
export function liveExhibit(of: Case, exhibit: Id | undefined): Result<undefined, DomainError> {
  if (exhibit === undefined || find(of, "exhibit", exhibit)) return ok(undefined);
  const at = ref("exhibit", exhibit);
  return err(
    Object.hasOwn(of.removed.exhibit, exhibit)
      ? { kind: "removed_record", ref: at }
      : { kind: "unknown_record", ref: at },
  );
}

const record = command(
  "offer.record",
  z.strictObject({
    id: IdSchema,
    event: IdSchema,
    at: WhenSchema,
    ...terms,
    exhibit: z.optional(IdSchema),
    /** My offer that this one answers. */
    counters: z.optional(IdSchema),
  }),
  (of, { id, event, at, ...offer }, ctx) => {
    if (find(of, "offer", id) || find(of, "event", event)) return ok([]);
    if (isAhead(at, ctx)) return err({ kind: "in_future", at });
    const shown = liveExhibit(of, offer.exhibit);
    if (!shown.ok) return shown;
    if (offer.counters !== undefined && !find(of, "offer", offer.counters))
      return err({ kind: "unknown_record", ref: ref("offer", offer.counters) });
    return ok(offerMade(ctx, { offer: id, event }, at, { ...offer, side: "theirs" }));
  },
);

const answer = command(
  "offer.answer",
  z.strictObject({
    offer: IdSchema,
    event: IdSchema,
    at: WhenSchema,
    as: z.enum(["accepted", "refused", "countered"]),
    /** What I offer instead; only with `countered`, and always then. */
    counter: z.optional(z.strictObject({ id: IdSchema, event: IdSchema, ...terms })),
  }),
  (of, d, ctx) => {
    if (find(of, "event", d.event)) return ok([]);
    if (isAhead(d.at, ctx)) return err({ kind: "in_future", at: d.at });
    const offer = find(of, "offer", d.offer);
    const state = offersOf(of, historyOf(of, ctx.now), ctx.now).find((o) => o.id === d.offer);
    if (!offer || !state) return err({ kind: "unknown_record", ref: ref("offer", d.offer) });
    // Mine is answered by what they say: a reply, or an offer of theirs.
    if (state.side === "mine")
      return err({ kind: "bad_data", command: "offer.answer", path: "offer", reason: state.side });
    if (state.status !== "open" && state.status !== "expired")
      return err({ kind: "answered", ref: ref("offer", d.offer), as: state.status });
    if (endOf(d.at) < startOf(state.madeAt))
      return err({ kind: "bad_data", command: "offer.answer", path: "at", reason: "before_offer" });
    // A refusal of what has lapsed is only said; taking it would rely on what is no longer offered.
    if (d.as === "accepted" && hasLapsed(offer, startOf(d.at)))
      return err({ kind: "lapsed", ref: ref("offer", d.offer), at: offer.expiresAt ?? d.at });
    if ((d.as === "countered") !== (d.counter !== undefined))
      return err({ kind: "bad_data", command: "offer.answer", path: "counter", reason: d.as });
    const { counter } = d;
    const answered = happened(
      ctx,
      d.event,
      "offer.answered",
      d.at,
      { offer: d.offer, as: d.as, counter: counter?.id, amountFen: counter?.amountFen },
      [ref("offer", d.offer), ...(counter === undefined ? [] : [ref("offer", counter.id)])],
    );
    if (counter === undefined) return ok([answered]);
    const { id, event, ...offered } = counter;
    return ok([
      answered,
      ...offerMade(ctx, { offer: id, event }, d.at, { ...offered, side: "mine", counters: d.offer }),
    ]);
  },
);

/** All commands of offers. */
export const offerCommandSpecs: readonly CommandSpec[] = [record, answer];
