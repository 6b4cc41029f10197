/**
 * Words of what those who share a case ask of each other.
 */
import type { Wording } from "../word.ts";

export const screensAsks = {
  "screen.asks": ["互相请求", "Asked of each other"],
  "screen.asks.none": ["现在没有请求。", "Nothing is asked at the moment."],
  "screen.asks.to.owner": ["请案件主人", "For the owner"],
  "screen.asks.to.helper": ["请帮手", "For the helper"],
  "screen.asks.of.owner": ["请案件主人做什么", "What the owner is asked to do"],
  "screen.asks.of.helper": ["请帮手做什么", "What the helper is asked to do"],
  "screen.asks.hint": [
    "例如：请补完整聊天。看板上会显示有请求。",
    "E.g. please add the whole chat. The board shows that something is asked.",
  ],
  "screen.asks.needed": ["请先写要做什么。", "Please write what is to be done first."],
  "screen.asks.ask": ["提出请求", "Ask"],
  "screen.asks.asked": ["已提出。对方下次联网就会看到。", "Asked. It is seen with the next connection."],
  "screen.asks.do": ["已做好", "Done"],
  "screen.asks.decline": ["不做", "Will not do"],
  "screen.asks.done": ["已标为做好。", "Marked as done."],
  "screen.asks.declined": ["已标为不做。", "Marked as not to be done."],
  "screen.asks.over": ["处理过的 {n} 项", "{n} dealt with"],
  "screen.asks.is.done": ["已做好", "Done"],
  "screen.asks.is.declined": ["不做", "Not to be done"],
} as const satisfies Record<string, Wording>;
