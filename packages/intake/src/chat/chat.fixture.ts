/**
 * Talk as the chat tests look at it.
 */
import type { ChatMessage, KnownNames } from "./conversation.ts";

/** The case knows no names yet. */
export const nobody: KnownNames = { own: [], theirs: [] };

export const brief = (messages: readonly ChatMessage[] | undefined): unknown =>
  messages?.map((m) => [m.row, m.at, m.direction, m.sender, m.text]);
