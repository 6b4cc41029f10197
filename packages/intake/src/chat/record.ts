/**
 * Conversation → messages in the case, and what they prove. Pure; async for ids.
 */
import { all, ref, type Id } from "@recourse/core";
import { prove } from "../bill-records.ts";
import { communicationId } from "../derived-id.ts";
import type { Recording } from "../recording.ts";
import type { Conversation } from "./conversation.ts";

/**
 * Records every message. The talk goes to responsibility when it names an order of the case or holds the other side's
 * words (E1, E3).
 */
export async function recordChat(recording: Recording, exhibit: Id, conversation: Conversation): Promise<void> {
  for (const { row, at, direction, sender, staffNo, text } of conversation.messages) {
    const id = await communicationId(exhibit, row);
    recording.put("communication", id, { at, direction, medium: "chat", sender, staffNo, text, exhibit, row });
  }
  const named = all(recording.case(), "order").find(
    (o) => o.number.length >= 4 && conversation.messages.some((m) => m.text.includes(o.number)),
  );
  const theirs = conversation.messages.some((m) => m.direction === "theirs" && m.text !== "");
  if (named === undefined && !theirs) return;
  await prove(
    recording,
    exhibit,
    "responsibility",
    "proves.chat",
    named === undefined ? undefined : ref("order", named.id, "number"),
  );
}
