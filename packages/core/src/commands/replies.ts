/**
 * Commands of replies: what the other side answered, as the person confirmed it. Pure (X5, X6, G1, G2).
 *
 * 1. Stored is what the person confirmed, never what was only suggested (X5).
 * 2. A reply with danger in it carries no promise and no offer: nothing it says is relied on (G1).
 * 3. Pasted words are kept without card numbers, codes and passwords (G2).
 */
import * as z from "zod/mini";
import { all, find, type Case } from "../case/case.ts";
import type { Change } from "../case/change.ts";
import { ref, type Id, type Ref } from "../identity.ts";
import { ReplyAsSchema } from "../replies/excuse.ts";
import { err, ok, type Result } from "../result.ts";
import { maskSecrets } from "../safety/secrets.ts";
import { MediumSchema } from "../schema/parts.ts";
import { command, type CommandContext, type CommandSpec, type DomainError } from "./command.ts";
import { happened, isAhead, liveExhibit, offerMade, stampOf, terms } from "./offers.ts";
import { FenSchema, IdSchema, WhenSchema } from "../schema/values.ts";

const ReplySchema = z.strictObject({
  /** Id of the event. */
  id: IdSchema,
  at: WhenSchema,
  as: ReplyAsSchema,
  /** Excuse of the pack. */
  excuse: z.optional(z.string()),
  /** The words that decide it, as marked. */
  phrase: z.optional(z.string()),
  /** The whole message, where it was pasted or told. */
  text: z.optional(z.string()),
  /** The message where it was imported; with `text` the id of the one to be written. */
  communication: z.optional(IdSchema),
  exhibit: z.optional(IdSchema),
  medium: z.optional(MediumSchema),
  /** Nickname or window title (E13). */
  sender: z.optional(z.string()),
  amountFen: z.optional(FenSchema.check(z.gte(0))),
  /** Days they named. Units: days. */
  days: z.optional(z.number().check(z.gte(0))),
  promise: z.optional(z.strictObject({ event: IdSchema, what: z.string().check(z.minLength(1)), dueAt: WhenSchema })),
  offer: z.optional(z.strictObject({ id: IdSchema, event: IdSchema, ...terms })),
});
type Reply = z.infer<typeof ReplySchema>;

/** Numbers the case knows: they are no secrets. */
const knownNumbers = (of: Case): readonly string[] => [
  ...all(of, "order").map((o) => o.number),
  ...all(of, "payment").flatMap((p) => [p.transaction, p.merchantOrder ?? ""]),
  ...all(of, "refund").map((r) => r.transaction),
  ...all(of, "filing").map((f) => f.reference ?? ""),
];

const record = command("reply.record", ReplySchema, (of, d, ctx) => {
  if (find(of, "event", d.id)) return ok([]);
  if (isAhead(d.at, ctx)) return err({ kind: "in_future", at: d.at });
  const wrong = contradiction(d);
  if (wrong !== undefined) return err({ kind: "bad_data", command: "reply.record", path: wrong, reason: d.as });
  const shown = liveExhibit(of, d.exhibit);
  if (!shown.ok) return shown;
  const keep = knownNumbers(of);
  const text = d.text === undefined ? undefined : maskSecrets(d.text, keep).text;
  const phrase = d.phrase === undefined ? undefined : maskSecrets(d.phrase, keep).text;
  const said = messageOf(of, d, text, ctx);
  if (!said.ok) return said;
  const { message, changes } = said.value;
  const refs: readonly Ref[] = [
    ...(d.exhibit === undefined ? [] : [ref("exhibit", d.exhibit)]),
    ...(message === undefined ? [] : [ref("communication", message)]),
  ];
  const { excuse, amountFen, days, promise, offer } = d;
  return ok([
    ...changes,
    happened(
      ctx,
      d.id,
      "reply.received",
      d.at,
      { as: d.as, excuse, phrase, communication: message, amountFen, days },
      refs,
    ),
    ...(promise === undefined
      ? []
      : [
          happened(ctx, promise.event, "promise.made", d.at, { what: promise.what, dueAt: promise.dueAt, phrase }, [
            ref("event", d.id),
          ]),
        ]),
    ...(offer === undefined ? [] : offered(ctx, d, offer)),
  ]);
});

function offered(
  ctx: CommandContext,
  d: Reply,
  { id, event, ...what }: NonNullable<Reply["offer"]>,
): readonly Change[] {
  return offerMade(ctx, { offer: id, event }, d.at, { ...what, side: "theirs", exhibit: d.exhibit }, [
    ref("event", d.id),
  ]);
}

/** The field that does not go with the kind of reply. */
function contradiction(d: Reply): "promise" | "offer" | undefined {
  if (d.as === "danger") return d.promise !== undefined ? "promise" : d.offer !== undefined ? "offer" : undefined;
  return d.offer !== undefined && d.as !== "offer" ? "offer" : undefined;
}

/** The message the reply stands in: the one named, or a new one of what was pasted. */
function messageOf(
  of: Case,
  d: Reply,
  text: string | undefined,
  ctx: CommandContext,
): Result<{ readonly message: Id | undefined; readonly changes: readonly Change[] }, DomainError> {
  const named = d.communication;
  if (named !== undefined && Object.hasOwn(of.removed.communication, named))
    return err({ kind: "removed_record", ref: ref("communication", named) });
  const known = find(of, "communication", named);
  if (known) {
    if (known.direction === "mine")
      return err({ kind: "bad_data", command: "reply.record", path: "communication", reason: "mine" });
    // Whose words they are was open until now.
    const theirs: readonly Change[] =
      known.direction === "theirs"
        ? []
        : [{ op: "set", kind: "communication", id: known.id, field: "direction", value: "theirs" }];
    return ok({ message: known.id, changes: theirs });
  }
  if (text === undefined || text.trim() === "")
    return named === undefined
      ? ok({ message: undefined, changes: [] })
      : err({ kind: "unknown_record", ref: ref("communication", named) });
  const id = named ?? ctx.mint();
  const value = {
    ...(d.at.includes("T") ? { at: d.at } : {}),
    direction: "theirs",
    medium: d.medium ?? "chat",
    sender: d.sender ?? "",
    text,
    ...(d.exhibit === undefined ? {} : { exhibit: d.exhibit }),
    ...stampOf(ctx),
  };
  return ok({ message: id, changes: [{ op: "put", kind: "communication", id, value }] });
}

/** All commands of replies. */
export const replyCommandSpecs: readonly CommandSpec[] = [record];
