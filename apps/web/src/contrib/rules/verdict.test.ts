import { civil } from "@recourse/core";
import { describe, expect, it } from "vitest";
import { loadTexts, pack as light } from "@recourse/pack-cn";
import { checkCitation, draftFrom, type CitationDraft } from "./verdict.ts";

const pack = { ...light, texts: await loadTexts() };
const draft = (law: string, article: string, quote = ""): CitationDraft => ({ law, article, quote, at: "" });
const answer = (...of: readonly [string, string, string?]): string =>
  checkCitation(pack, draft(...of), undefined).answer;
const TEXT_577 = "当事人一方不履行合同义务或者履行合同义务不符合约定的";

describe("[B6] the answer to a citation", () => {
  it.each([
    ["right", "民法典", "第五百七十七条", TEXT_577],
    ["not_verbatim", "民法典", "577", "当事人一方不履行合同义务或履行不符合约定的,应当承担继续履行"],
    ["wrong_article", "民法典", "五百六十三", `${TEXT_577}，应当承担继续履行`],
    ["elsewhere", "民法典", "9999", TEXT_577],
    ["no_quote", "民法典", "577", ""],
    ["too_short", "民法典", "577", "应当"],
    ["no_article", "民法典", "9999", ""],
    ["no_law", "刑法", "266", "诈骗公私财物，数额较大的"],
  ])("[B6] is %s", (expected, law, article, quote) => {
    expect(answer(law, article, quote)).toBe(expected);
  });

  it("[B6] knows the guide's Art. 58 as disputed, with Art. 24 as the nearest", () => {
    const [cited] = pack.guideCitations;
    const {
      answer: found,
      citation,
      guide,
    } = checkCitation(pack, draft(cited?.law ?? "", "58", cited?.quote), undefined);
    expect(found).toBe("wrong_article");
    expect(citation.check).toBe("disputed");
    expect(citation.nearest[0]?.id).toBe("ecl-24");
    expect(guide?.id).toBe("guide-ecl-58");
  });

  it("[L5] judges the force at the day that is named", () => {
    const old = draft("投诉举报处理暂行办法", "14");
    // Repealed from 2026-04-15.
    expect(checkCitation(pack, old, civil("2026-04-14")).citation.force).toBe("in-force");
    expect(checkCitation(pack, old, civil("2026-04-15")).citation.force).toBe("repealed");
  });

  it("[B6] takes a pasted sentence apart, and leaves a bare quote alone", () => {
    expect(draftFrom(pack, "根据《电子商务法》第五十八条：“电子商务经营者应明示”，请退款")).toEqual({
      law: "电子商务法",
      article: "58",
      quote: "电子商务经营者应明示",
    });
    expect(draftFrom(pack, "电子商务经营者应明示用户信息查询")).toBeUndefined();
  });
});
