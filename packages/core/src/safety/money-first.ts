/**
 * Money first: they ask for a payment or a code before any refund, or were paid again after it was asked for. Pure (G1).
 *
 * 1. Only what the person confirmed is a danger; what was merely heard in a message is a question to them.
 * 2. The card stays after its steps are done, quiet, because that reply is never answered.
 */
import { all, find, info, type Case } from "../case/case.ts";
import { ref, type Id, type Ref } from "../identity.ts";
import { fold } from "../letters/fold.ts";
import { message } from "../message.ts";
import type { CaseEvent, History } from "../course/history.ts";
import { listenFor } from "../replies/fragment.ts";
import type { ReplyExcuse } from "../replies/excuse.ts";
import { suggestAmong } from "../replies/suggest.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { Category } from "../schema/parts.ts";
import { endOf, startOf, type Instant, type When } from "../time.ts";
import { isDone, stepsOf, type SafetyCard } from "./card.ts";

/** Replies that the person confirmed as danger, oldest first. */
export const dangerReplies = (history: History): readonly CaseEvent[] =>
  history.events.filter((e) => e.type === "reply.received" && e.data["as"] === "danger");

const asks = new Set(["application.submitted", "demand.sent", "filing.submitted"]);
const nameOf = (payee: string): string => fold(payee).text;

/** Payments to whoever was paid before, made after the refund was first asked for. */
export function paidAgain(of: Case, history: History, now: Instant): readonly RecordOf<"payment">[] {
  const first = history.events.find((e) => asks.has(e.type));
  if (!first) return [];
  const payments = all(of, "payment").filter((p) => p.paidAt <= now);
  const later = (p: RecordOf<"payment">): boolean => p.paidAt > endOf(first.at);
  const known = new Set([
    ...payments.filter((p) => !later(p)).map((p) => nameOf(p.payee)),
    ...all(of, "party")
      .filter((p) => p.role === "respondent" || p.role === "payee" || p.role === "seller")
      .map((p) => nameOf(p.name)),
  ]);
  known.delete("");
  return payments
    .filter((p) => later(p) && (p.order !== undefined || known.has(nameOf(p.payee))))
    .toSorted((a, b) => (a.paidAt < b.paidAt ? -1 : 1));
}

/** Whether danger is heard in a message, in a case of a category. */
export function listenForDanger(
  excuses: readonly ReplyExcuse[],
  category: Category | undefined,
): (c: { readonly text: string }) => boolean {
  const listening = excuses.filter((e) => e.replyKind === "danger").map(listenFor);
  if (category === undefined || listening.length === 0) return () => false;
  return (c) => suggestAmong(c.text, listening, category).length > 0;
}

/** Messages not of the person's own in which danger is heard. `heard`: for an assessor, what remembers its answers. */
export function dangerHeard(
  of: Case,
  excuses: readonly ReplyExcuse[],
  heard = listenForDanger(excuses, info(of)?.category),
): readonly Id[] {
  return all(of, "communication")
    .filter((c) => c.direction !== "mine" && heard(c))
    .filter((c) => c.exhibit === undefined || find(of, "exhibit", c.exhibit) !== undefined)
    .map((c) => c.id)
    .toSorted();
}

/** The card of what was confirmed or paid; none where neither happened. */
export function moneyFirst(of: Case, history: History, now: Instant): SafetyCard | undefined {
  const replies = dangerReplies(history);
  const paid = paidAgain(of, history, now);
  if (replies.length === 0 && paid.length === 0) return undefined;
  const at: readonly When[] = [...replies.map((e) => e.at), ...paid.map((p) => p.paidAt)];
  const newest = at.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1)).at(-1);
  const steps = stepsOf(of, "G1", ["stop", "keep", "provider", "police"], newest);
  const said = replies.at(-1);
  const phrase = said?.data["phrase"];
  const refs: readonly Ref[] = [...replies.map((e) => ref("event", e.id)), ...paid.map((p) => ref("payment", p.id))];
  return {
    code: "G1.pay_first",
    severity: isDone(steps) ? "quiet" : "stop",
    title: message("G1.pay_first", {}, refs),
    lines: [
      ...(said === undefined
        ? []
        : [
            message("G1.said", { at: said.at, phrase: typeof phrase === "string" ? phrase : "" }, [
              ref("event", said.id),
            ]),
          ]),
      ...paid.map((p) =>
        message("G1.paid_again", { paidAt: p.paidAt, amountFen: p.amountFen, payee: p.payee }, [ref("payment", p.id)]),
      ),
      message("G1.codes"),
      message("G1.no_answer"),
    ],
    steps,
    blocks: "letters",
    refs,
  };
}

/** Messages that sound like danger and were not looked at yet: a question, no verdict. */
export function soundsLikeDanger(of: Case, history: History, heard: readonly Id[]): SafetyCard | undefined {
  const judged = new Set(
    history.events.filter((e) => e.type === "reply.received").map((e) => String(e.data["communication"] ?? "")),
  );
  const open = heard.flatMap((id) => {
    const c = judged.has(id) ? undefined : find(of, "communication", id);
    return c ? [c] : [];
  });
  const [first] = open;
  if (!first) return undefined;
  const refs = open.map((c) => ref("communication", c.id));
  return {
    code: "G1.heard",
    severity: "warn",
    title: message("G1.heard", { n: open.length }, refs),
    lines: [message("G1.heard_text", { sender: first.sender, text: first.text }, [ref("communication", first.id)])],
    steps: [],
    blocks: "nothing",
    refs,
  };
}
