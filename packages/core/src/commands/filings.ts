/**
 * Commands of filings: handing one in after its pre-flight, and saying what became of it. Pure (X1, X9, X10, G5).
 *
 * 1. A filing goes in only where nothing stands against it; one that can be made once only when every check that must hold does.
 * 2. A suit is a filing at a court and has events of its own names.
 * 3. What happened without the app asking is still told by `event.append`: facts are never refused.
 */
import * as z from "zod/mini";
import { find, type Case } from "../case/case.ts";
import type { Change, Fields } from "../case/change.ts";
import { channelInputOf } from "../channels/input.ts";
import { channelIn } from "../channels/channels.ts";
import { factsOf } from "../channels/facts.ts";
import { unmetOf } from "../channels/preflight.ts";
import { isOpen } from "../course/tracks.ts";
import { ref, type Id } from "../identity.ts";
import { err, ok, type Result } from "../result.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { endOf, startOf, toMillis, type When } from "../time.ts";
import { command, type CommandContext, type CommandSpec, type DomainError } from "./command.ts";
import { IdSchema, WhenSchema } from "../schema/values.ts";

type Filing = RecordOf<"filing">;

const inFuture = (at: When, now: When): boolean => toMillis(startOf(at)) > toMillis(endOf(now));

function filingOf(of: Case, id: Id): Result<Filing, DomainError> {
  const there = find(of, "filing", id);
  if (there) return ok(there);
  const removed = Object.hasOwn(of.removed.filing, id);
  return err({ kind: removed ? "removed_record" : "unknown_record", ref: ref("filing", id) });
}

function pointsAt(of: Case, exhibit: Id | undefined): DomainError | undefined {
  if (exhibit === undefined || find(of, "exhibit", exhibit)) return undefined;
  const removed = Object.hasOwn(of.removed.exhibit, exhibit);
  return { kind: removed ? "removed_record" : "unknown_record", ref: ref("exhibit", exhibit) };
}

interface Told {
  /** Of the event. */
  readonly id: Id;
  readonly at: When;
  readonly reference?: string | undefined;
  readonly exhibit?: Id | undefined;
}

/** The event, and what it says of the record itself. */
function recorded(filing: Filing, told: Told, type: string, data: Fields, ctx: CommandContext): readonly Change[] {
  const { id, at, reference, exhibit } = told;
  const number = reference === undefined || reference.trim() === "" ? undefined : reference.trim();
  const value: Fields = {
    type,
    at,
    recordedAt: ctx.now,
    refs: [ref("filing", filing.id), ...(exhibit === undefined ? [] : [ref("exhibit", exhibit)])],
    data: {
      filing: filing.id,
      channel: filing.channel,
      ...(number === undefined ? {} : { reference: number }),
      ...data,
    },
    ...(ctx.by === undefined ? {} : { by: ctx.by }),
  };
  const set = (field: "reference" | "exhibit", to: string | undefined): readonly Change[] =>
    to === undefined || filing[field] === to ? [] : [{ op: "set", kind: "filing", id: filing.id, field, value: to }];
  return [
    { op: "append", kind: "event", id, value },
    ...set("reference", number),
    ...set("exhibit", type === "filing.submitted" || type === "suit.filed" ? exhibit : undefined),
  ];
}

const common = {
  /** Of the event. */
  id: IdSchema,
  filing: IdSchema,
  at: WhenSchema,
  reference: z.optional(z.string()),
  exhibit: z.optional(IdSchema),
};

/** Hands a filing in. Errors: `not_green` with the checks that hold it back; `exists` where it is in already. */
const submit = command("filing.submit", z.strictObject(common), (of, d, ctx) => {
  if (find(of, "event", d.id)) return ok([]);
  const filing = filingOf(of, d.filing);
  if (!filing.ok) return filing;
  if (inFuture(d.at, ctx.now)) return err({ kind: "in_future", at: d.at });
  const bad = pointsAt(of, d.exhibit);
  if (bad) return err(bad);
  const facts = factsOf(channelInputOf(ctx.pack, of, ctx.now));
  const open = facts.tracks.find((t) => t.filing === filing.value.id && t.status !== "preparing");
  if (open !== undefined && open.status !== "refused") return err({ kind: "exists", ref: ref("filing", d.filing) });
  const rule = ctx.pack.channels.items.find((c) => c.id === filing.value.channel);
  if (rule !== undefined) {
    const judged = channelIn(facts, rule, filing.value);
    const problems = unmetOf(judged, rule.oneShot);
    if (problems.length > 0) return err({ kind: "not_green", channel: rule.id, problems });
  }
  const type = rule?.kind === "court" ? "suit.filed" : "filing.submitted";
  return ok(recorded(filing.value, d, type, {}, ctx));
});

/** What became of it, in the words of the course (X1). */
const kinds = {
  accepted: { filing: "filing.accepted", suit: "suit.docketed" },
  refused: { filing: "filing.refused", suit: "filing.refused" },
  withdrawn: { filing: "filing.withdrawn", suit: "filing.withdrawn" },
  ended: { filing: "mediation.ended", suit: "suit.ended" },
} as const;

/** Says what became of a filing. Errors: `not_green` with `not_submitted`, `already_over` or `before_submitted`. */
const report = command(
  "filing.report",
  z.strictObject({
    ...common,
    what: z.enum(["accepted", "refused", "withdrawn", "ended"]),
    /** Why it was refused, in their words. */
    ground: z.optional(z.string()),
    result: z.optional(z.enum(["agreed", "failed", "withdrawn", "judged"])),
  }),
  (of, d, ctx) => {
    if (find(of, "event", d.id)) return ok([]);
    const filing = filingOf(of, d.filing);
    if (!filing.ok) return filing;
    if (inFuture(d.at, ctx.now)) return err({ kind: "in_future", at: d.at });
    const bad = pointsAt(of, d.exhibit);
    if (bad) return err(bad);
    const { channel } = filing.value;
    const { tracks } = channelInputOf(ctx.pack, of, ctx.now);
    const track = tracks.find((t) => t.filing === d.filing);
    const refuse = (problem: string): Result<never, DomainError> =>
      err({ kind: "not_green", channel, problems: [problem] });
    if (track?.since === undefined || track.status === "preparing") return refuse("not_submitted");
    if (!isOpen(track)) return refuse("already_over");
    if (endOf(d.at) < startOf(track.since)) return refuse("before_submitted");
    const court = ctx.pack.channels.items.find((c) => c.id === channel)?.kind === "court";
    const ended = d.what === "ended" && d.result !== undefined ? { result: d.result } : {};
    const ground = d.what === "refused" && d.ground !== undefined ? { ground: d.ground } : {};
    return ok(recorded(filing.value, d, kinds[d.what][court ? "suit" : "filing"], { ...ground, ...ended }, ctx));
  },
);

/** All commands of filings beyond those every record has. */
export const filingCommandSpecs: readonly CommandSpec[] = [submit, report];
