/**
 * What the words of a letter may not say, judged from outside core: law and performance in an engagement, threats and promises in any.
 */
import { lawNames } from "@recourse/core";
import { pack } from "./real-case.ts";

const titles = /《[^《》]*(?:法|法典|条例|规定|解释|办法)》/;
const names = lawNames(pack).filter((n) => n.length >= 3);
const englishLaws = [...new Set(pack.provisions.map((p) => p.lawEn))];
const performance =
  /继续履行|补量|补单|补刷|补足|(?<!\d)(?:577|157)(?!\d)|五百七十七|一百五十七|specific performance|违法|非法|无效/i;

/** Law by any name of the pack, an article that is not that of their own rules, or what argues a contract that may be void. Declining more of it passes. */
export function faultsOf(text: string): readonly string[] {
  const asked = text.replace(/不需要(?:补量|补单|继续操作)/g, "");
  const law = [...names, ...englishLaws].filter((n) => text.includes(n));
  const articles = [...text.matchAll(/第[\d一二三四五六七八九十百千零]+条|\bArt(?:icle|\.)?\s*\d+/g)]
    .map((m) => m[0])
    .filter((a) => a !== "第3条");
  return [...law, ...articles, ...(titles.exec(text) ?? []), ...(performance.exec(asked) ?? [])];
}

/** Places that only a second round names, in either language. */
const doors = /12315|12345|12377|消费者协会|市场监督|网信办|举报|regulator|consumer association/i;

/** Doors a letter names. */
export const doorsIn = (text: string): readonly string[] => [...(doors.exec(text) ?? [])];
