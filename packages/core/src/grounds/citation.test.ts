import { describe, expect, it } from "vitest";
import { fewProvisions, fewTexts } from "../fixtures/provisions.fixture.ts";
import { emptyPack } from "../fixtures/measured-case.fixture.ts";
import { civil, instant } from "../time.ts";
import { cite } from "./citation.ts";
import { findCitations, lawNames } from "./citation-text.ts";
import { matchQuote, nearness } from "./quote.ts";

const pack = emptyPack({ provisions: [...fewProvisions] });
const withTexts = { ...pack, texts: fewTexts };
/** As the guide has them. */
const guide58 = "电子商务经营者应明示用户信息查询、更退改及注销方式";
const guide577 = "当事人一方不履行合同义务或履行不符合约定的,应当承担继续履行、采取补救措施或者赔偿损失等违约责任";
const true577 =
  "当事人一方不履行合同义务或者履行合同义务不符合约定的，应当承担继续履行、采取补救措施或者赔偿损失等违约责任。";

describe("the guide's two citations", () => {
  it("[B6] 电子商务法 58: the quote is of another article, nearest is 24, and the text of 58 is given", () => {
    const c = cite(withTexts, { law: "《电子商务法》", article: "第五十八条", quote: guide58 });
    expect(c).toMatchObject({ id: "ecl-58", force: "in-force", check: "verified", match: "wrong_article" });
    expect(c.text).toMatch(/^国家鼓励电子商务平台经营者建立/);
    expect(c.nearest[0]?.id).toBe("ecl-24");
    expect(c.nearest).toHaveLength(3);
  });

  it("[L5] with the pack's note on it, the same citation is disputed; the true text of 58 is not", () => {
    const note = {
      id: "guide-58",
      law: "电子商务法",
      articleNo: 58,
      quote: guide58,
      check: "disputed" as const,
      noteZh: "",
      noteEn: "",
      nearest: ["ecl-24"],
    };
    const noted = { ...withTexts, guideCitations: [note] };
    expect(cite(noted, { law: "电子商务法", article: 58, quote: guide58 })).toMatchObject({
      check: "disputed",
      match: "wrong_article",
    });
    expect(cite(noted, { law: "电子商务法", article: 58, quote: fewTexts["ecl-58"] })).toMatchObject({
      check: "verified",
      match: "verbatim",
      nearest: [],
    });
  });

  it("[B6] 民法典 577: right article, not verbatim; the official text is offered first", () => {
    const c = cite(withTexts, { law: "民法典", article: 577, quote: guide577 });
    expect(c).toMatchObject({ id: "cc-577", match: "not_verbatim", text: true577 });
    expect(c.nearest[0]).toEqual({ id: "cc-577", text: true577 });
    expect(cite(withTexts, { law: "民法典", article: 577, quote: true577 })).toMatchObject({
      match: "verbatim",
      nearest: [],
    });
  });
});

describe("what counts as verbatim", () => {
  it.each([
    ["a contiguous part of 8 characters or more", "采取补救措施或者赔偿损失等违约责任", "verbatim"],
    ["exactly 8 characters", "采取补救措施或者", "verbatim"],
    ["7 characters prove nothing", "采取补救措施或", "unknown"],
    ["half-width comma and quotation marks", '"不符合约定的,应当承担继续履行"', "verbatim"],
    ["an ellipsis, parts in order", "当事人一方不履行合同义务……应当承担继续履行", "verbatim"],
    ["parts in the wrong order", "应当承担继续履行……当事人一方不履行合同义务", "not_verbatim"],
    ["one word changed", "采取补救措施并且赔偿损失等违约责任", "not_verbatim"],
    ["one word left out", "应当承担继续履行、采取补救措施或赔偿损失", "not_verbatim"],
  ])("[B6] %s: %s ⇒ %s", (_name, quote, match) => {
    expect(cite(withTexts, { law: "民法典", article: 577, quote }).match).toBe(match);
  });

  it("[B6] the words of another article are its words, not this one's", () => {
    const quote = "行为人因该行为取得的财产，应当予以返还";
    expect(cite(withTexts, { law: "民法典", article: 157, quote }).match).toBe("verbatim");
    const wrong = cite(withTexts, { law: "民法典", article: 577, quote });
    expect(wrong.match).toBe("wrong_article");
    expect(wrong.nearest[0]?.id).toBe("cc-157");
  });

  it("[B6] words that are nowhere are not verbatim, and no other article is blamed", () => {
    expect(cite(withTexts, { law: "民法典", article: 577, quote: "今天天气很好我们一起去公园放风筝" })).toMatchObject({
      match: "not_verbatim",
      nearest: [],
    });
  });

  it("[B6] without texts, or without a quote, nothing is said about words", () => {
    expect(cite(pack, { law: "民法典", article: 577, quote: true577 })).toMatchObject({
      id: "cc-577",
      match: "unknown",
      text: undefined,
      nearest: [],
    });
    expect(cite(withTexts, { law: "民法典", article: 577 })).toMatchObject({ match: "unknown", text: true577 });
  });

  it("[B6] nearness counts pairs of characters: 甲乙丙丁 and 甲乙丙 戊 share two of three", () => {
    // Pairs 甲乙 乙丙 丙丁 against 甲乙 乙丙 丙戊: 2/3 covered, 2·2/(3 + 3) = 2/3.
    expect(nearness("甲乙丙丁", "甲乙丙，戊")).toEqual({ covered: 2 / 3, dice: 2 / 3 });
    expect(nearness("", "甲乙")).toEqual({ covered: 0, dice: 0 });
    expect(matchQuote("甲乙", "甲乙")).toBe("contained");
  });
});

describe("law, article and force", () => {
  it.each([
    "电子商务法",
    "《电子商务法》",
    "中华人民共和国电子商务法",
    "《中华人民共和国电子商务法》",
    "电商法",
    " 电子商务法 ",
  ])("[B6] %j is the same law", (law) => {
    expect(cite(withTexts, { law, article: "58" }).id).toBe("ecl-58");
  });

  it.each([
    ["最高人民法院关于适用《中华人民共和国民法典》合同编通则若干问题的解释", 25, "spc-contract-2023-25"],
    ["市场监督管理投诉举报处理办法", 16, "samr-121-16"],
    ["市场监督管理投诉举报处理暂行办法", 14, "samr-20-old-14"],
  ])("[B6] %s %d is %s", (law, article, id) => {
    expect(cite(withTexts, { law, article }).id).toBe(id);
  });

  it("[B6] an unknown law or article is unknown; its words may be found elsewhere", () => {
    expect(cite(withTexts, { law: "广告法", article: 28, quote: "广告以虚假或者引人误解的内容欺骗" })).toMatchObject({
      id: undefined,
      force: "unknown",
      check: "unknown",
      match: "unknown",
    });
    expect(cite(withTexts, { law: "民法典", article: 9999, quote: true577 })).toMatchObject({
      id: undefined,
      match: "wrong_article",
      nearest: [{ id: "cc-577" }, {}, {}],
    });
    expect(cite(withTexts, { law: "民法典", article: "第三章" }).id).toBeUndefined();
  });

  it.each([
    ["2019-12-31", "not-yet"],
    ["2020-01-01", "in-force"],
    ["2026-04-14", "in-force"],
    ["2026-04-15", "repealed"],
  ])("[L5] the old measures on %s: %s", (at, force) => {
    expect(cite(withTexts, { law: "市场监督管理投诉举报处理暂行办法", article: 14, at: civil(at) }).force).toBe(force);
  });

  it("[L5] an instant is judged by its day in China; without a date the pack's status stands; changed in part stays so", () => {
    // 2026-04-14 16:00 UTC is 2026-04-15 00:00 in China.
    expect(
      cite(withTexts, { law: "市场监督管理投诉举报处理暂行办法", article: 14, at: instant("2026-04-14T16:00:00Z") })
        .force,
    ).toBe("repealed");
    expect(cite(withTexts, { law: "市场监督管理投诉举报处理暂行办法", article: 14 }).force).toBe("repealed");
    expect(
      cite(withTexts, { law: "最高人民法院关于互联网法院审理案件若干问题的规定", article: 2, at: civil("2019-01-01") })
        .force,
    ).toBe("superseded-in-part");
  });

  it("[L5] of two versions of one article the one in force at the date is taken", () => {
    const base = fewProvisions.find((p) => p.id === "cc-577");
    if (!base) throw new Error("no fixture");
    const old = {
      ...base,
      id: "old-577",
      effectiveFrom: civil("2000-01-01"),
      repealedFrom: civil("2021-01-01"),
      status: "repealed" as const,
    };
    const both = emptyPack({ provisions: [old, base] });
    expect(cite(both, { law: "民法典", article: 577, at: civil("2020-12-31") })).toMatchObject({
      id: "old-577",
      force: "in-force",
    });
    expect(cite(both, { law: "民法典", article: 577, at: civil("2021-01-01") })).toMatchObject({
      id: "cc-577",
      force: "in-force",
    });
  });
});

describe("citations in a letter", () => {
  const names = lawNames({ provisions: fewProvisions });
  const found = (text: string, laws = names) =>
    findCitations(text, laws).map(({ law, article, quote }) => ({ law, article, quote }));

  it("[B6] the guide's sentence has two, each with its quote", () => {
    const text = `可援引《电子商务法》第五十八条“${guide58}”及《民法典》第五百七十七条“${guide577}”作为法律依据。`;
    expect(found(text)).toEqual([
      { law: "电子商务法", article: 58, quote: guide58 },
      { law: "民法典", article: 577, quote: guide577 },
    ]);
    const [one] = findCitations(text, names);
    expect(one && text.slice(one.start, one.end)).toBe(`《电子商务法》第五十八条“${guide58}”`);
  });

  it.each([
    ["根据《民法典》第五百六十三条、第五百六十五条", [563, 565]],
    ["依据民法典第577条", [577]],
    ["《中华人民共和国民法典》第 577 条第一款第（二）项规定", [577]],
    ["《最高人民法院关于适用《中华人民共和国民法典》合同编通则若干问题的解释》第二十五条", [25]],
    ["《民法典》第一编第一章", []],
    ["《民法典》规定得很清楚", []],
    ["请在 7 天内答复", []],
  ])("[B6] %s ⇒ %j", (text, articles) => {
    expect(found(text).map((c) => c.article)).toEqual(articles);
  });

  it("[B6] a quote after 规定 belongs to its article; the next article has none", () => {
    expect(found("《民法典》第577条规定：“当事人一方不履行”，第578条另有规定")).toEqual([
      { law: "民法典", article: 577, quote: "当事人一方不履行" },
      { law: "民法典", article: 578, quote: undefined },
    ]);
  });

  it("[B6] the platform's own 《退款规则》第3条 is no citation of law; an unknown statute is one", () => {
    expect(found("根据贵司《退款规则》第3条“服务未启动支持全额退款”")).toEqual([]);
    expect(found("根据《广告法》第二十八条").map((c) => c.law)).toEqual(["广告法"]);
    expect(found("民法典第577条", [])).toEqual([]);
  });
});
