/**
 * Fields about what happened between the two sides, and who decides. Pure (X1, X13).
 *
 * 1. That something happened is read from events only; what was said stands in the letter.
 */
import { ref } from "../../identity.ts";
import { message } from "../../message.ts";
import type { CaseEvent } from "../../course/history.ts";
import { gapOf, textOr, type FillFacts, type Filled } from "./fill.ts";
import type { FormKind } from "./form.ts";

const happened = ({ history }: FillFacts, ...types: readonly string[]): readonly CaseEvent[] =>
  history.events.filter((e) => types.includes(e.type));

const asLine = (e: CaseEvent): Filled["value"][number] =>
  message("form.value.event", { type: e.type, at: e.at }, [ref("event", e.id), ...e.refs]);

const orAsk = (value: Filled["value"], code: string, type: string): Filled =>
  value.length > 0 ? { value } : { value, gap: gapOf(code, {}, "event.append", { type }, "form.fix.note_event") };

const asked = (f: FillFacts): Filled =>
  orAsk(
    happened(f, "application.submitted", "demand.sent", "demand.delivered").map(asLine),
    "form.missing.asked",
    "application.submitted",
  );

const replies: ReadonlySet<string> = new Set(["agreed", "refused", "vague", "silent", "offer"]);

function replied(f: FillFacts): Filled {
  const lines = happened(f, "reply.received").map((e) => {
    const as = String(e.data["as"]);
    return message("form.value.reply", { at: e.at, as: replies.has(as) ? as : "other" }, [
      ref("event", e.id),
      ...e.refs,
    ]);
  });
  return orAsk(lines, "form.missing.replied", "reply.received");
}

/** Only what was sent: whether a contract ends is for the court to say. */
const terminated = (f: FillFacts): Filled => ({
  value: happened(f, "termination.sent", "termination.delivered").map(asLine),
});

/** The door a paper of a kind goes through, where no filing says so. */
export const channelOf: Readonly<Record<FormKind, string>> = {
  complaint12315: "samr_complaint",
  claim: "small_claims",
  attorney: "samr_complaint",
  association: "consumer_association",
  payment_dispute: "payment_dispute",
};

function authority({ filing, filingId, kind }: FillFacts): Filled {
  const gap =
    filingId === undefined
      ? gapOf("form.missing.authority", { kind }, "filing.add", { channel: channelOf[kind], ask: "authority" })
      : gapOf("form.missing.authority", { kind }, "filing.edit", { id: filingId, ask: "authority" });
  return textOr(filing?.authority, filingId === undefined ? [] : [ref("filing", filingId, "authority")], gap);
}

export const courseFills = {
  "course.asked": asked,
  "course.replied": replied,
  "course.terminated": terminated,
  "filing.authority": authority,
} as const;
