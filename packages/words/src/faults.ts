/**
 * Faults of visible words: promises of success, threats, avoided words, the other language. Pure (L4, L8, A5).
 *
 * 1. For templates: what slots print is the person's or the other side's and is not judged here.
 * 2. Tests of every package that shows words may ask it.
 */
import type { Lang } from "@recourse/core";
import { wordsIn } from "./format.ts";
import { avoidedIn } from "./glossary.ts";

export interface WordFault {
  readonly rule: "promise" | "threat" | "avoided" | "foreign" | "punctuation";
  readonly found: string;
}

/** Nobody can promise a refund (L4). A denial (不等于一定能退) is no promise, but is worded otherwise all the same: half-read, it is one. */
const promises: Readonly<Record<Lang, RegExp>> = {
  "zh-CN":
    /(?:一定|肯定|必定|绝对|保证|确保|包)(?:能|会|可以|可)?(?:全额)?(?:退|要回|拿回|追回|胜|赢|成功)|必(?:退|胜|赢)|稳(?:赢|退)|(?:胜诉|成功|退款)率|百分之百|100\s*%|十拿九稳|万无一失/u,
  en: /\bguarant|\bwin rate|\bsuccess rate|\b(?:will|sure to|certain to|bound to) (?:win|succeed|get (?:it|your money) back)|\bmoney[- ]back promise|\b100 ?%|\bno risk\b/iu,
};

/** No text ties anything to a refund, and none frightens (L8, W1). */
const threats: Readonly<Record<Lang, RegExp>> = {
  "zh-CN":
    /否则|不然|后果自负|法庭见|走着瞧|等着瞧|等着收|曝光|挂(?:到)?网|最后通牒|追究到底|(?:如不|若不|要是不|不)(?:退|赔|答复|处理)[^。；，]{0,6}(?:就|将|便|我会|必将)|要你好看|人肉/u,
  en: /\bor else\b|\botherwise (?:we|i) (?:will|shall)|\bexpos(?:e|ed|ing|ure)\b|\bconsequences\b|\bsee you in court\b|\bultimatum\b|\bor (?:we|i) (?:will|shall) (?:report|sue|publish|post)/iu,
};

const foreign: Readonly<Record<Lang, RegExp>> = { "zh-CN": /[A-Za-z]+/u, en: /\p{Script=Han}+/u };
const punctuation: Readonly<Record<Lang, RegExp>> = {
  "zh-CN": /[,;!?]|(?<!\d):|\.(?!\d)|['"]/u,
  en: /[，。；：！？、（）《》「」]|["']/u,
};

/**
 * Every fault of a text or template. `formal`: a sentence of a letter. `allowed`: names of keys and file formats that may stand.
 */
export function wordFaults(
  text: string,
  lang: Lang,
  formal = false,
  allowed: readonly string[] = [],
): readonly WordFault[] {
  const words = wordsIn(text);
  const longestFirst = allowed.toSorted((a, b) => b.length - a.length);
  const own = longestFirst.reduce((left, name) => left.replaceAll(name, ""), words);
  const found = (rule: WordFault["rule"], pattern: RegExp, of: string): readonly WordFault[] => {
    const m = pattern.exec(of);
    return m ? [{ rule, found: m[0] }] : [];
  };
  const avoided = lang === "en" ? [] : avoidedIn(text, formal);
  return [
    ...found("promise", promises[lang], words),
    ...found("threat", threats[lang], words),
    ...avoided.map((word): WordFault => ({ rule: "avoided", found: word })),
    ...found("foreign", foreign[lang], own),
    ...found("punctuation", punctuation[lang], own),
  ];
}
