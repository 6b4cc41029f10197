/**
 * Record content: what was read in a file → records, offers and suggestions. Pure; async for ids.
 *
 * 1. Only what matches the case becomes a record; how much of the file did not is counted.
 */
import { all, type Case, type ClausePattern, type Id } from "@recourse/core";
import { prove, recordBill } from "./bill-records.ts";
import type { Bill } from "./bills/bill.ts";
import type { Conversation } from "./chat/conversation.ts";
import { SURE } from "./chat/generic.ts";
import { conversationFindings } from "./chat/marks.ts";
import { suggest, type ChatSuggestion } from "./chat/promise.ts";
import { recordChat } from "./chat/record.ts";
import { suggestClauses, type ClauseSuggestion } from "./clauses.ts";
import type { Content } from "./content.ts";
import { readingId, sampleId } from "./derived-id.ts";
import { finding, type Finding } from "./finding.ts";
import { matchBill, type Matches } from "./matching.ts";
import { rowOffers, type ConversationOffer, type Offer } from "./offer.ts";
import type { Recording } from "./recording.ts";
import type { AccountSample } from "./sample.ts";
import type { ReadingSeries } from "./series.ts";

export type Suggestion = ChatSuggestion | ClauseSuggestion;

export interface ContentIn {
  readonly exhibit: Id;
  /** Name of the file. */
  readonly file: string;
  readonly content: Content;
  readonly clausePatterns: readonly ClausePattern[];
}

export interface Outcome {
  readonly offers: readonly Offer[];
  readonly suggestions: readonly Suggestion[];
  readonly findings: readonly Finding[];
  readonly otherRows: number;
}

const nothing: Outcome = { offers: [], suggestions: [], findings: [], otherRows: 0 };

/** Writes into `recording` what is certain, and hands back what is not: offers, suggestions, findings, and how many rows stay out. */
export async function recordContent(
  recording: Recording,
  { exhibit, file, content, clausePatterns }: ContentIn,
): Promise<Outcome> {
  switch (content.kind) {
    case "bill":
      return recordRows(recording, exhibit, file, content.bill);
    case "series":
      await recordSeries(recording, exhibit, content.series);
      return nothing;
    case "sample":
      await recordSample(recording, exhibit, content.sample);
      return nothing;
    case "chat":
      return recordConversations(recording, exhibit, file, content.conversations);
    case "text":
      return { ...nothing, suggestions: suggestClauses(content.text, clausePatterns) };
    case "none":
      return nothing;
  }
}

/** Rows of a bill, read or not. */
export const rowsIn = (bill: Bill): number => bill.rows.length + bill.badRows.length + bill.mangled.length;

async function recordRows(recording: Recording, exhibit: Id, file: string, bill: Bill): Promise<Outcome> {
  const before = recording.case();
  const matches = matchBill(bill, before);
  const offers = rowOffers(matches, bill.rows, exhibit, file);
  const found = await recordBill(recording, exhibit, file, matches);
  const taken = matches.payments.length + matches.refunds.length;
  return {
    offers,
    suggestions: [],
    findings: [...matchFindings(before, matches, bill, file), ...found],
    otherRows: rowsIn(bill) - taken,
  };
}

function matchFindings(
  of: Case,
  { payments, refunds, offered }: Matches,
  bill: Bill,
  file: string,
): readonly Finding[] {
  const orders = all(of, "order");
  const findings: Finding[] = [];
  const count = (reason: string): number => offered.filter((o) => o.reason === reason).length;
  if (orders.length === 0) return [finding("no_order_yet", file, { count: offered.length })];
  if (orders.some((o) => o.number.trim() === ""))
    findings.push(finding("order_number_missing", file, { count: count("order_number") }));
  if (payments.length + refunds.length === 0) findings.push(finding("bill_no_match", file, { count: rowsIn(bill) }));
  for (const { row, reason } of offered) {
    if (reason === "unclear") findings.push(finding("payment_unclear", file, { row: row.row, status: row.status }));
    if (reason !== "paid_to_person") continue;
    findings.push(
      finding("paid_to_person", file, { row: row.row, payee: row.payee, amountFen: row.amountFen, paidAt: row.at }),
    );
  }
  return findings;
}

/** The one order of the case; with several, which one a file is about is for the person to say. */
function onlyOrder(of: Case): Id | undefined {
  const orders = all(of, "order");
  return orders.length === 1 ? orders[0]?.id : undefined;
}

async function recordSeries(recording: Recording, exhibit: Id, { counter, readings }: ReadingSeries): Promise<void> {
  const order = onlyOrder(recording.case());
  const promised = [...new Set(all(recording.case(), "undertaking").map((u) => u.counter))];
  const named = counter ?? (promised.length === 1 ? promised[0] : undefined) ?? "other";
  for (const { row, at, value, platform, account, sourceFile } of readings) {
    const id = await readingId(exhibit, row);
    recording.put("reading", id, { counter: named, platform, account, at, value, exhibit, row, sourceFile, order });
  }
  if (readings.length > 0) await prove(recording, exhibit, "breach", "proves.series");
}

async function recordSample(recording: Recording, exhibit: Id, { rows }: AccountSample): Promise<void> {
  if (rows.length === 0) return;
  recording.put("sample", await sampleId(exhibit), { exhibit, rows: [...rows], order: onlyOrder(recording.case()) });
  await prove(recording, exhibit, "breach", "proves.sample");
}

async function recordConversations(
  recording: Recording,
  exhibit: Id,
  file: string,
  conversations: readonly Conversation[],
): Promise<Outcome> {
  const of = recording.case();
  const numbers = all(of, "order").map((o) => o.number);
  const several = conversations.length > 1;
  const isTaken = (c: Conversation): boolean => (several ? isAbout(c, of, numbers) : c.confidence >= SURE);
  const taken = conversations.filter(isTaken);
  for (const conversation of taken) await recordChat(recording, exhibit, conversation);
  const left = conversations.filter((c) => !isTaken(c));
  const offers = left.map((conversation): ConversationOffer => ({
    kind: "conversation",
    reason: several ? "several" : "unsure",
    exhibit,
    file,
    conversation,
  }));
  return {
    offers,
    suggestions: taken.flatMap((c) => suggest(c.messages, numbers)),
    findings: several
      ? [
          finding("chat_several", file, { count: conversations.length }),
          ...taken.flatMap((c) => conversationFindings(c, file)),
        ]
      : [],
    otherRows: left.reduce((sum, c) => sum + c.messages.length, 0),
  };
}

/** Of an export with everybody's talk only what names the order or is with the other side. */
function isAbout(conversation: Conversation, of: Case, numbers: readonly string[]): boolean {
  const others = all(of, "party").filter((p) => p.role !== "claimant" && p.role !== "guardian");
  if (others.some((p) => p.name !== "" && p.name === conversation.peer)) return true;
  return conversation.messages.some((m) => numbers.some((n) => n.length >= 4 && m.text.includes(n)));
}
