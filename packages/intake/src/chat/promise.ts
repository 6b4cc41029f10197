/**
 * What the other side promised in talk: suggestions with the words marked. Pure.
 *
 * 1. A suggestion is never stored by itself: what the person confirms is (X5).
 * 2. "尽快" is no promise with a time: it is marked vague.
 */
import type { ChatMessage } from "./conversation.ts";
import { staffNumber } from "./conversation.ts";

export type ChatSuggestion =
  | {
      readonly kind: "promise";
      readonly row: number;
      readonly quote: string;
      readonly start: number;
      readonly end: number;
      readonly vague: boolean;
    }
  | {
      readonly kind: "staff_no";
      readonly row: number;
      readonly number: string;
      readonly in: "sender" | "text";
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: "mentions_order";
      readonly row: number;
      readonly order: string;
      readonly start: number;
      readonly end: number;
    };

const timed =
  /(?:\d{1,4}|[一二两三四五六七八九十几]{1,4})\s*个?\s*(?:小时|分钟|工作日|天|日|周)\s*(?:之内|以内|内|左右|后)|(?:今天|今日|今晚|明天|后天|本周|这周|下周|月底|周[一二三四五六日天])[^。！？!?\n]{0,10}(?:会|就|给|安排|处理|退|回复|启动|开始|完成|到账)/;
const vague = /尽快|马上|稍后|立即|抓紧|第一时间|会反馈|帮您催|在催|安排中|会处理|给您退/;

/** Units of `start` and `end`: UTF-16 code units in the message's text, or in the sender for a number found there. */
export function suggest(messages: readonly ChatMessage[], orderNumbers: readonly string[]): readonly ChatSuggestion[] {
  return messages.flatMap((message) => [...promises(message), ...staff(message), ...mentions(message, orderNumbers)]);
}

function promises({ direction, row, text }: ChatMessage): readonly ChatSuggestion[] {
  if (direction === "mine") return [];
  const found: ChatSuggestion[] = [];
  for (const m of text.matchAll(/[^。！？!?；;\n]+[。！？!?；;]?/g)) {
    const quote = m[0].trim();
    const isTimed = timed.test(quote);
    if (!isTimed && !vague.test(quote)) continue;
    const start = m.index + m[0].indexOf(quote);
    found.push({ kind: "promise", row, quote, start, end: start + quote.length, vague: !isTimed });
  }
  return found;
}

function staff({ direction, row, sender, text }: ChatMessage): readonly ChatSuggestion[] {
  if (direction === "mine") return [];
  const inSender = staffNumber(sender);
  if (inSender !== undefined) return [{ kind: "staff_no", row, in: "sender", ...inSender }];
  const inText = staffNumber(text);
  return inText === undefined ? [] : [{ kind: "staff_no", row, in: "text", ...inText }];
}

function mentions({ row, text }: ChatMessage, orderNumbers: readonly string[]): readonly ChatSuggestion[] {
  return orderNumbers.flatMap((order): readonly ChatSuggestion[] => {
    const start = order.length < 4 ? -1 : text.indexOf(order);
    return start < 0 ? [] : [{ kind: "mentions_order", row, order, start, end: start + order.length }];
  });
}
