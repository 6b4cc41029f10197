/** The language of a first start. */
import { describe, expect, test } from "vitest";
import { firstLang } from "./words.ts";

describe("firstLang", () => {
  test("[A5] Chinese unless nobody here reads it; a choice stands", () => {
    expect(firstLang(undefined, [])).toBe("zh-CN");
    expect(firstLang(undefined, ["en-GB", "zh-TW"])).toBe("zh-CN");
    expect(firstLang(undefined, ["en-GB", "fr"])).toBe("en");
    expect(firstLang("zh-CN", ["en-GB"])).toBe("zh-CN");
    expect(firstLang("tlh", ["en"])).toBe("en");
  });
});
