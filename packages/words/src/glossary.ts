/**
 * Glossary: the words for the things of a case, and the words that are avoided. Pure.
 *
 * 1. `avoid_zh` never stands in interface words. An entry with （界面中） speaks of the interface only; one with （非法院时） passes in a sentence
 *    about a court (法院).
 * 2. `formal_zh`: legal words that formal letters may use all the same (`rule_zh`).
 * 3. `labels_zh`: everyday words that are avoided only as a title standing alone: 申请 as the name of a column, not in 写退款申请;
 *    未知 and 成立 as a verdict, not in 下单时是否相同未知.
 * 4. A number in an entry (问题 4) stands for any number or slot.
 */
import data from "./glossary.json" with { type: "json" };

export interface Term {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly definition_zh: string;
  readonly definition_en: string;
  readonly avoid_zh: readonly string[];
}

/** Terms in the order in which a person meets them. */
export const glossary: readonly Term[] = data.items;

const labels: ReadonlySet<string> = new Set(data.labels_zh);
const formalWords: ReadonlySet<string> = new Set(data.formal_zh);
const qualified = /^(.+)（(界面中|非法院时)）$/;

/** Avoided words in a zh text. `formal`: a sentence of a letter, not of the interface. Slots of templates are passed in as they are. */
export function avoidedIn(text: string, formal: boolean): readonly string[] {
  return glossary.flatMap((t) => t.avoid_zh).filter((entry) => isIn(text, entry, formal));
}

function isIn(text: string, entry: string, formal: boolean): boolean {
  const [, bare = entry, when] = qualified.exec(entry) ?? [];
  if (formal && (when === "界面中" || formalWords.has(bare))) return false;
  if (when === "非法院时" && text.includes("法院")) return false;
  if (labels.has(bare)) return text.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "") === bare;
  const pattern = escaped(bare).replace(/\s*\d+/g, "\\s*(?:\\d|\\{)");
  return new RegExp(pattern, "i").test(text);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
