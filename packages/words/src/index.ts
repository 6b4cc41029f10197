/**
 * @recourse/words: every visible sentence of the domain, zh-CN and en.
 */
export { dateText, fill, momentText, shortMoment, slotsOf, type NameOf } from "./format.ts";
export { wordFaults, type WordFault } from "./faults.ts";
export { glossary, type Term } from "./glossary.ts";
export { hasWord, letterRenderer, say, word, wordCodes, type Wording } from "./word.ts";
