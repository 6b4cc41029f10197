/**
 * The shell's own words. Pure.
 *
 * 1. Both languages have the same keys; the compiler and a test hold them equal.
 * 2. A hole `{name}` is filled from the arguments; `{n|one|many}` picks by number, for English.
 */
import type { Lang, MessageArgs } from "./contribution.ts";
import { en } from "./words.en.ts";
import { zh } from "./words.zh.ts";

/** Keys of the shell's own words. */
export type UiKey = keyof typeof zh;

/** All shell words by language. */
export const uiWords: Readonly<Record<Lang, Readonly<Record<UiKey, string>>>> = { "zh-CN": zh, en };

const isUiKey = (key: string): key is UiKey => Object.hasOwn(zh, key);

/** Fills the holes of a sentence. A hole without a value stays visible, so a test or a reader sees it. */
export function fill(sentence: string, args: MessageArgs = {}): string {
  return sentence.replace(/\{(\w+)(?:\|([^|{}]*)\|([^{}]*))?\}/g, (hole, name: string, one?: string, many?: string) => {
    const value = Object.hasOwn(args, name) ? args[name] : undefined;
    if (value === undefined || value === null) return hole;
    if (one === undefined || many === undefined) return String(value);
    return value === 1 ? one : many;
  });
}

/** One of the shell's own words, or undefined for a key that is not the shell's. */
export function uiWord(lang: Lang, key: string, args?: MessageArgs): string | undefined {
  return isUiKey(key) ? fill(uiWords[lang][key], args) : undefined;
}
