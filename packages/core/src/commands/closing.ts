/**
 * Commands that end a case and open it again. Pure (S1–S3).
 *
 * 1. "Refunded" is said only where the whole amount is seen (S2); every other ending needs that, or a reason in one's own words.
 * 2. Closing deletes nothing and can be undone by `case.reopen`.
 */
import * as z from "zod/mini";
import { assessLetters } from "../assess/assess.ts";
import { find, type Case } from "../case/case.ts";
import { closingOf, historyOf } from "../course/history.ts";
import { ref } from "../identity.ts";
import { moneyFlow } from "../proof/money-flow.ts";
import { err, ok } from "../result.ts";
import { offersOf } from "../settle/offers.ts";
import { settlementOf, type Settlement } from "../settle/settlement.ts";
import { command, type CommandContext, type CommandSpec } from "./command.ts";
import { happened, isAhead } from "./offers.ts";
import { IdSchema, WhenSchema } from "../schema/values.ts";

/** How a case ended. */
export const OutcomeSchema = z.enum(["refunded", "settled", "partial", "stopped", "lost", "other"]);
export type Outcome = z.infer<typeof OutcomeSchema>;

function settlementNow(of: Case, ctx: CommandContext): Settlement {
  const history = historyOf(of, ctx.now);
  const { demand } = assessLetters(ctx.pack, of, ctx.now);
  return settlementOf(of, history, moneyFlow(of), demand, offersOf(of, history, ctx.now), ctx.now);
}

const close = command(
  "case.close",
  z.strictObject({
    id: IdSchema,
    at: WhenSchema,
    outcome: OutcomeSchema,
    reason: z.optional(z.string()),
  }),
  (of, d, ctx) => {
    if (find(of, "event", d.id)) return ok([]);
    if (isAhead(d.at, ctx)) return err({ kind: "in_future", at: d.at });
    const closing = closingOf(historyOf(of, ctx.now));
    if (closing) return err({ kind: "exists", ref: ref("event", closing.id) });
    const settlement = settlementNow(of, ctx);
    const reason = d.reason?.trim() ?? "";
    const seen = settlement.complete && settlement.receivedFen > 0;
    if (!seen && (d.outcome === "refunded" || reason === ""))
      return err({
        kind: "not_settled",
        outcome: d.outcome,
        missing: settlement.findings.map((f) => f.code),
        receivedFen: settlement.receivedFen,
        ...(settlement.remainingFen === undefined ? {} : { remainingFen: settlement.remainingFen }),
      });
    return ok([
      happened(
        ctx,
        d.id,
        "case.closed",
        d.at,
        { outcome: d.outcome, reason: reason === "" ? undefined : reason },
        settlement.lines.map((l) => l.ref),
      ),
    ]);
  },
);

const reopen = command(
  "case.reopen",
  z.strictObject({ id: IdSchema, at: WhenSchema, reason: z.optional(z.string()) }),
  (of, d, ctx) => {
    if (find(of, "event", d.id)) return ok([]);
    if (isAhead(d.at, ctx)) return err({ kind: "in_future", at: d.at });
    const closing = closingOf(historyOf(of, ctx.now));
    if (!closing) return ok([]);
    const reason = d.reason?.trim() ?? "";
    return ok([
      happened(ctx, d.id, "case.reopened", d.at, { reason: reason === "" ? undefined : reason }, [
        ref("event", closing.id),
      ]),
    ]);
  },
);

/** All commands of closing. */
export const closingCommandSpecs: readonly CommandSpec[] = [close, reopen];
