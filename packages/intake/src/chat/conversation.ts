/**
 * A conversation as read from text, and who speaks in it. Pure.
 *
 * 1. A side is only given where a name shows it; otherwise it is unknown and the person is asked.
 */
import type { Instant } from "@recourse/core";

export type Side = "mine" | "theirs" | "unknown";

/** A message before its side is known. */
export interface Utterance {
  /** 1-based line where it begins. */
  readonly row: number;
  readonly at?: Instant;
  /** As written, with number or mail address where the export has one (E13). */
  readonly sender: string;
  readonly text: string;
}

export interface ChatMessage extends Utterance {
  readonly direction: Side;
  readonly staffNo?: string;
}

export interface Conversation {
  readonly format: "qq" | "time_first" | "sender_first" | "sender_only";
  /** How sure the format is. Units: 0–1; 1 for an official export. */
  readonly confidence: number;
  /** Whom the export says it is with. */
  readonly peer?: string;
  readonly messages: readonly ChatMessage[];
}

export interface KnownNames {
  /** Names under which the person writes. */
  readonly own: readonly string[];
  /** Names of the other side. */
  readonly theirs: readonly string[];
}

const me: ReadonlySet<string> = new Set(["我", "本人", "自己", "me", "Me", "ME", "I"]);
const staffWords =
  /客服|官方|平台|商家|店铺|店主|售后|卖家|机器人|小助手|助理|工号|系统|专员|经理|^KF|^CS|service|support|seller/i;

/** Name without the number or address that follows it: `客服01(10002)` → `客服01`. */
export const bareName = (sender: string): string => sender.replace(/\s*[(（<][^()（）<>]*[)）>]\s*$/, "").trim();

/** Gives every message its side. `peer` is whom the export says the talk is with. */
export function withSides(utterances: readonly Utterance[], names: KnownNames, peer?: string): readonly ChatMessage[] {
  const senders = [...new Set(utterances.map((u) => bareName(u.sender)))];
  const sides = new Map<string, Side>(senders.map((name) => [name, sideOf(name, names, peer)]));
  const [a, b] = senders;
  if (senders.length === 2 && a !== undefined && b !== undefined) {
    // Between two, who the one is says who the other is.
    if (sides.get(a) === "unknown") sides.set(a, opposite(sides.get(b)));
    else if (sides.get(b) === "unknown") sides.set(b, opposite(sides.get(a)));
  }
  return utterances.map((u) => {
    const direction = sides.get(bareName(u.sender)) ?? "unknown";
    const staffNo = direction === "mine" ? undefined : (staffNumber(u.sender)?.number ?? staffNumber(u.text)?.number);
    return { ...u, direction, ...(staffNo === undefined ? {} : { staffNo }) };
  });
}

function sideOf(name: string, names: KnownNames, peer: string | undefined): Side {
  if (me.has(name) || names.own.includes(name)) return "mine";
  if (name === peer || names.theirs.includes(name)) return "theirs";
  return staffWords.test(name) ? "theirs" : "unknown";
}

function opposite(side: Side | undefined): Side {
  if (side === "mine") return "theirs";
  return side === "theirs" ? "mine" : "unknown";
}

/** Units of `start` and `end`: UTF-16 code units. */
export function staffNumber(
  text: string,
): { readonly number: string; readonly start: number; readonly end: number } | undefined {
  const m =
    /(?:工号|坐席号?|客服编号|服务编号)\s*(?:是|为)?\s*[:：#]?\s*([A-Za-z]{0,4}\d{2,10})|我是\s*([A-Za-z]{1,4}\d{2,10})/.exec(
      text,
    );
  const number = m?.[1] ?? m?.[2];
  if (m === null || number === undefined) return undefined;
  const start = m.index + m[0].lastIndexOf(number);
  return { number, start, end: start + number.length };
}
