/**
 * A lint over every string of both languages: no promise, no threat, no avoided word, no other language, the same facts on both sides.
 */
import { describe, expect, it } from "vitest";
import { wordFaults } from "./faults.ts";
import { slotsOf } from "./format.ts";
import { avoidedIn, glossary } from "./glossary.ts";
import { areas, table } from "./table.ts";

const rows = Object.entries(table);
/** Sentences of letters themselves; what the interface says about letters (missing, sources, slots) is interface. */
const isFormal = (code: string): boolean =>
  /^letter\.(?:title|part|phrase|order|problem|evidence|basis|demand)\./.test(code);
/** F4: names of materials are the pack's, as platforms expect them in file names, and not ours to change. */
const isPackName = (code: string): boolean => code.startsWith("material.");

/** Names of file formats and keys, which people see in the same letters everywhere. */
const names = [
  "ZIP",
  "TXT",
  "DOCX",
  "PDF",
  "CSV",
  "XLSX",
  "OK",
  "Ctrl+.",
  "Ctrl",
  "Shift",
  "Esc",
  "J、K",
  "bagit.txt",
  ".recourse.zip",
  ".casebox",
];

const rulesOf = (text: string, lang: "zh-CN" | "en" = "zh-CN", formal = false): readonly string[] => [
  ...new Set(wordFaults(text, lang, formal).map((f) => f.rule)),
];

describe("every word", () => {
  it("[L4] [L8] [A5] promises nothing, threatens nobody, keeps to the glossary and to its language", () => {
    expect(rows.length).toBeGreaterThan(700);
    const faults = rows.flatMap(([code, [zh, en]]) => [
      ...wordFaults(zh, "zh-CN", isFormal(code), names)
        .filter((f) => !(isPackName(code) && f.rule === "avoided"))
        .map((f) => `${code}: ${f.rule} ${f.found}`),
      ...wordFaults(en, "en", isFormal(code), names).map((f) => `${code}: ${f.rule} ${f.found}`),
    ]);
    expect(faults).toEqual([]);
  });

  it("[A5] says the same facts in both languages", () => {
    const differ = rows.filter(([, [zh, en]]) => slotsOf(zh).toSorted().join() !== slotsOf(en).toSorted().join());
    expect(differ.map(([code]) => code)).toEqual([]);
  });

  it("[A5] stands in one area only, and is not empty", () => {
    expect(Object.values(areas).reduce((n, area) => n + Object.keys(area).length, 0)).toBe(rows.length);
    expect(
      rows.filter(([, pair]) => pair.some((t) => t.trim() === "" || t !== t.trim())).map(([code]) => code),
    ).toEqual([]);
  });

  it("[A5] leaves no bracket of a slot or stretch open", () => {
    const broken = rows.filter(([, pair]) =>
      pair.some((t) =>
        /[{}]|\[\?|\]/.test(
          t
            .replace(/\[\?[A-Za-z][A-Za-z0-9]*(?:=[A-Za-z0-9_.-]+)? ([^\]]*)\]/g, "$1")
            .replace(/\{[A-Za-z][A-Za-z0-9]*(?::[A-Za-z.]+|\|[^|{}]*\|[^|{}]*)?\}/g, ""),
        ),
      ),
    );
    expect(broken.map(([code]) => code)).toEqual([]);
  });
});

describe("the lint", () => {
  it.each(["一定能退", "我们保证退款", "可以包退", "胜诉率很高", "成功率 90%", "必退", "百分之百拿回"])(
    "[L4] finds the promise in %s",
    (text) => {
      expect(rulesOf(text)).toContain("promise");
    },
  );

  it.each(["We guarantee it", "You will win", "a high success rate", "sure to get your money back"])(
    "[L4] finds the promise in %s",
    (text) => {
      expect(rulesOf(text, "en")).toEqual(["promise"]);
    },
  );

  it.each(["退款，否则举报", "不退就曝光", "后果自负", "如不退款将向网信办反映"])(
    "[L8] finds the threat in %s",
    (text) => {
      expect(rulesOf(text)).toContain("threat");
    },
  );

  it.each(["Pay or else", "We will expose you", "See you in court"])("[L8] finds the threat in %s", (text) => {
    expect(rulesOf(text, "en")).toEqual(["threat"]);
  });

  it("[L8] lets neutral steps pass", () => {
    for (const text of ["请求 12315 调解", "如不退，请写明所依据的条款", "对方不一定同意", "保证金"])
      expect(wordFaults(text, "zh-CN")).toEqual([]);
  });

  it("[A5] finds the other language and its marks", () => {
    expect(rulesOf("请看 README")).toEqual(["foreign"]);
    expect(rulesOf("好,请看")).toEqual(["punctuation"]);
    expect(rulesOf("the 证据", "en")).toEqual(["foreign"]);
    expect(rulesOf("Exhibit（1", "en")).toEqual(["punctuation"]);
    // Slots print what the case says, in whatever language.
    expect(wordFaults("《{document}》第 {n} 条", "zh-CN")).toEqual([]);
    expect(wordFaults("存成 XLSX", "zh-CN", false, ["XLSX"])).toEqual([]);
  });
});

describe("the glossary", () => {
  it("[A5] avoids 申请, 未知 and 成立 only as a title standing alone", () => {
    expect(avoidedIn("申请", false)).toEqual(["申请"]);
    expect(avoidedIn("写退款申请", false)).toEqual([]);
    expect(avoidedIn("未知。", false)).toEqual(["未知"]);
    expect(avoidedIn("现行版本，下单时是否相同未知", false)).toEqual([]);
  });

  it("[A5] avoids what is said of the interface only there", () => {
    expect(avoidedIn("被申请人是谁", false)).toEqual(["被申请人（界面中）"]);
    expect(avoidedIn("被申请人：甲公司", true)).toEqual([]);
    expect(avoidedIn("证明对象", true)).toEqual([]);
    expect(avoidedIn("证明对象", false)).toEqual(["证明对象"]);
  });

  it("[A5] lets the court, and nobody else, 立案", () => {
    expect(avoidedIn("法院立案", false)).toEqual([]);
    expect(avoidedIn("12315 已立案", false)).toEqual(["立案（非法院时）"]);
  });

  it("[A5] takes the number of an entry for any number", () => {
    expect(avoidedIn("问题 12", false)).toEqual(["问题 4"]);
    expect(avoidedIn("问题 {n}", false)).toEqual(["问题 4"]);
    expect(avoidedIn("服务问题", false)).toEqual([]);
  });

  it("[A5] never avoids the word it gives itself", () => {
    expect(glossary.filter((t) => avoidedIn(t.zh, false).length > 0).map((t) => t.code)).toEqual([]);
    // SavedHere: the product text says 已存本机; the words people see do not.
    expect(avoidedIn("已存本机", false)).toEqual(["已存本机"]);
  });

  it("[A5] our words for the things of a case are the glossary's", () => {
    const words: Readonly<Record<string, string>> = {
      Round1: "round.first",
      Round2: "round.second",
      Round3: "round.third",
      Settle: "round.settle",
      WaitOver: "clock.over.person",
      ChainClosed: "chain.closed",
      ChainOpen: "chain.open",
      RiskNotice: "notice.title",
      VerdictUnknown: "verdict.unknown",
      Provisional: "clock.provisional",
    };
    for (const [term, code] of Object.entries(words))
      expect(table[code]?.[0], code).toBe(glossary.find((t) => t.code === term)?.zh);
  });
});
