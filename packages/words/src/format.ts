/**
 * Slots: how facts are printed inside a sentence. Pure.
 *
 * 1. `{name}` prints a value as it is; `{name:kind}` prints it as yuan, date, moment, clock, short, percent, hours, size, change, list or exhibits.
 *    A kind that is none of these is a closed set: `{medium:medium}` prints the words of `medium.<value>`.
 *    `{names:numbered}` prints a list of materials with the numbers in the fact `exhibits`.
 * 2. `{n|one|many}` prints one of two words by number, for English.
 * 3. `[?name …]` is a stretch printed only where the fact is there, `[?name=value …]` only where it has that value. Stretches do not nest.
 * 4. A missing fact prints as 〔缺：name〕 and never disappears: a sentence with a hole must look like one (W1; the letter check blocks
 *    on 〔〕). Only `exhibits` may be absent: a sentence that is not numbered yet has no numbers.
 */
import { civilOf, clockOf, formatYuan, isInstant, isWhen, type Args, type Lang } from "@recourse/core";

/** Words of a member of a closed set, e.g. `("medium", "chat")`; undefined where there are none. */
export type NameOf = (set: string, member: string) => string | undefined;

const stretch = /\[\?([A-Za-z][A-Za-z0-9]*)(?:=([A-Za-z0-9_.-]+))? ([^\]]*)\]/g;
const slot = /\{([A-Za-z][A-Za-z0-9]*)(?::([A-Za-z.]+)|\|([^|{}]*)\|([^|{}]*))?\}/g;

type Value = Args[string];

/** Fills the slots of `template`. `nameOf` words the members of closed sets; without it they print as they are. */
export function fill(template: string, args: Args, lang: Lang, nameOf: NameOf = () => undefined): string {
  const told = template.replace(stretch, (_whole, name: string, wanted: string | undefined, text: string) =>
    isTold(args[name], wanted) ? text : "",
  );
  return told.replace(
    slot,
    (_whole, name: string, kind: string | undefined, one: string | undefined, many: string | undefined) => {
      const value = args[name];
      if (value === undefined && kind === "exhibits") return "";
      if (value === undefined) return lang === "en" ? `〔missing: ${name}〕` : `〔缺：${name}〕`;
      if (one !== undefined && many !== undefined) return value === 1 ? one : many;
      if (kind === "numbered") return numberedText(value, args["exhibits"], lang, nameOf);
      return kind === undefined ? plain(value, lang) : print(value, kind, lang, nameOf);
    },
  );
}

function isTold(value: Value | undefined, wanted: string | undefined): boolean {
  if (value === undefined || value === "" || value === false) return false;
  if (Array.isArray(value) && value.length === 0) return false;
  return wanted === undefined || String(value) === wanted;
}

/** Names of the facts a template uses, in slots and in the conditions of stretches, each once. */
export const slotsOf = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(slot), ...template.matchAll(stretch)].map((m) => m[1] ?? "")),
];

/** What stands in a template besides slots and conditions: the words themselves. */
export const wordsIn = (template: string): string =>
  template
    .replace(stretch, (_whole, _name, _wanted, text: string) => text)
    .replace(slot, (_whole, _name, _kind, one = "", many = "") => `${one} ${many}`.trim());

const plain = (value: Value, lang: Lang): string => (isList(value) ? joined(value, lang) : String(value));
const isList = (value: Value): value is readonly string[] => Array.isArray(value);
const joined = (values: readonly string[], lang: Lang): string => values.join(lang === "en" ? ", " : "、");

function print(value: Value, kind: string, lang: Lang, nameOf: NameOf): string {
  switch (kind) {
    case "list":
      return plain(value, lang);
    case "date":
      return dateText(String(value), lang);
    case "moment":
      return momentText(String(value), lang);
    case "clock":
      return clockText(String(value));
    case "short":
      return shortMoment(String(value));
    case "exhibits":
      return isList(value) ? exhibitsText(value, lang) : plain(value, lang);
    case "yuan":
    case "percent":
    case "hours":
    case "size":
    case "change":
      return typeof value === "number" ? numberText(value, kind, lang) : plain(value, lang);
    default: {
      const named = (member: string): string => nameOf(kind, member) ?? member;
      return isList(value) ? joined(value.map(named), lang) : named(String(value));
    }
  }
}

type NumberKind = "yuan" | "percent" | "hours" | "size" | "change";

/** Units by kind: yuan from fen; percent from a ratio 0–1; hours as given; size from bytes; change in counts. */
function numberText(value: number, kind: NumberKind, lang: Lang): string {
  switch (kind) {
    case "yuan":
      return formatYuan(value);
    // One decimal, so that 49.6 % is never printed as the 50 % it stays below.
    case "percent":
      return `${tenths(value * 100)}%`;
    case "hours":
      return tenths(value);
    case "size":
      return sizeText(value);
    case "change":
      return changeText(value, lang);
  }
}

const tenths = (value: number): string => String(Math.round(value * 10) / 10);

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${tenths(bytes / 1000)} kB` : `${tenths(bytes / 1_000_000)} MB`;
}

/** `增加3` · `up 3`; a loss is a loss, and nothing is said to have grown by zero. */
function changeText(value: number, lang: Lang): string {
  if (value === 0) return lang === "en" ? "unchanged" : "没有变化";
  const more = value > 0;
  if (lang === "en") return `${more ? "up" : "down"} ${Math.abs(value)}`;
  return `${more ? "增加" : "减少"}${Math.abs(value)}`;
}

/** `（证据1、3）` · ` (Exhibits 1, 3)`; nothing for no exhibits. */
function exhibitsText(numbers: readonly string[], lang: Lang): string {
  if (numbers.length === 0) return "";
  if (lang !== "en") return `（证据${joined(numbers, lang)}）`;
  return ` (Exhibit${numbers.length > 1 ? "s" : ""} ${joined(numbers, lang)})`;
}

/** `证据1 支付凭证；证据2 服务承诺` · `Exhibit 1: Payment record; …`. A name without a number stands alone. */
function numberedText(names: Value, numbers: Value | undefined, lang: Lang, nameOf: NameOf): string {
  const list = isList(names) ? names : [String(names)];
  const label =
    lang === "en"
      ? (n: string, name: string) => `Exhibit ${n}: ${name}`
      : (n: string, name: string) => `证据${n} ${name}`;
  return list
    .map((member, i) => {
      const name = nameOf("material", member) ?? member;
      const number = numbers !== undefined && isList(numbers) ? numbers[i] : undefined;
      return number === undefined ? name : label(number, name);
    })
    .join(lang === "en" ? "; " : "；");
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2024年5月1日` · `1 May 2024`, by the calendar of Asia/Shanghai. What is no time is printed as it is. */
export function dateText(at: string, lang: Lang): string {
  if (!isWhen(at)) return at;
  const [y = "", m = "", d = ""] = civilOf(at).split("-");
  return lang === "en" ? `${Number(d)} ${months[Number(m) - 1] ?? m} ${y}` : `${y}年${Number(m)}月${Number(d)}日`;
}

/** `2024年5月1日 10:02` · `1 May 2024, 10:02`; a bare day has no clock. */
export function momentText(at: string, lang: Lang): string {
  if (!isInstant(at)) return dateText(at, lang);
  return `${dateText(at, lang)}${lang === "en" ? "," : ""} ${clockOf(at).time}`;
}

/** `10:02`; nothing for a bare day. */
const clockText = (at: string): string => (isInstant(at) ? clockOf(at).time : "");

/** `05-04 14:20`; a bare day prints `05-04`. */
export function shortMoment(at: string): string {
  if (!isInstant(at)) return at.slice(5);
  const c = clockOf(at);
  return `${c.date.slice(5)} ${c.time}`;
}
