/**
 * What is missing in a conversation: times, deleted messages, pictures, gaps. Findings, never refusals (E9). Pure.
 */
import { hoursBetween, type Instant } from "@recourse/core";
import { finding, rowFacts, type Finding } from "../finding.ts";
import { bareName, type ChatMessage, type Conversation } from "./conversation.ts";
import { SURE } from "./generic.ts";

const deleted =
  /撤回了一条消息|消息已撤回|消息已被?删除|此消息已被|内容已删除|\[?已删除\]?$|recalled a message|message (?:was )?deleted/i;
const picture = /\[(?:图片|表情图片|照片|视频|语音|文件|image|photo|video|voice|file)\]/i;
/** Units: hours. */
const GAP_HOURS = 24;

/**
 * What a reader of this conversation should know: how sure the reading is, whose side is open, and what is missing in it.
 * Units: rows of the file, from 1. Source: E9.
 */
export function conversationFindings(conversation: Conversation, file: string): readonly Finding[] {
  const { messages, confidence, format } = conversation;
  const findings: Finding[] = [];
  const rowsOf = (test: (m: ChatMessage) => boolean): readonly number[] => messages.filter(test).map((m) => m.row);
  const add = (
    code: "chat_no_time" | "chat_out_of_order" | "chat_deleted" | "chat_pictures",
    rows: readonly number[],
  ): void => {
    if (rows.length > 0) findings.push(finding(code, file, rowFacts(rows)));
  };
  if (format !== "qq") {
    findings.push(
      finding(confidence >= SURE ? "chat_guessed" : "chat_unsure", file, {
        count: messages.length,
        confidenceRatio: confidence,
      }),
    );
  }
  const unknown = messages.filter((m) => m.direction === "unknown");
  if (unknown.length > 0) {
    const names = [...new Set(unknown.map((m) => bareName(m.sender)))].slice(0, 20);
    findings.push(finding("chat_sides_unknown", file, { names, count: unknown.length }));
  }
  add(
    "chat_no_time",
    rowsOf((m) => m.at === undefined),
  );
  add(
    "chat_deleted",
    rowsOf((m) => deleted.test(m.text)),
  );
  add(
    "chat_pictures",
    rowsOf((m) => picture.test(m.text)),
  );
  const timed = messages.flatMap((m) => (m.at === undefined ? [] : [{ row: m.row, at: m.at }]));
  add("chat_out_of_order", backwards(timed));
  const gap = longestGap(timed.map((t) => t.at));
  if (gap !== undefined) findings.push(finding("chat_gap", file, gap));
  return findings;
}

function backwards(timed: readonly { readonly row: number; readonly at: Instant }[]): readonly number[] {
  return timed.filter((t, i) => t.at < (timed[i - 1]?.at ?? "")).map((t) => t.row);
}

/** The longest silence over a day: whoever reads the talk will ask about it. */
function longestGap(
  times: readonly Instant[],
): { readonly fromAt: string; readonly toAt: string; readonly hours: number } | undefined {
  const sorted = times.toSorted();
  let longest: { readonly fromAt: string; readonly toAt: string; readonly hours: number } | undefined;
  for (const [i, toAt] of sorted.entries()) {
    const fromAt = sorted[i - 1];
    const hours = fromAt === undefined ? 0 : Math.floor(hoursBetween(fromAt, toAt));
    if (fromAt !== undefined && hours > Math.max(GAP_HOURS, longest?.hours ?? 0)) longest = { fromAt, toAt, hours };
  }
  return longest;
}
