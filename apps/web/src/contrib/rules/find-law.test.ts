import { describe, expect, it } from "vitest";
import { loadTexts, pack } from "@recourse/pack-cn";
import { createLawFinder } from "./find-law.ts";

const find = createLawFinder({ ...pack, texts: await loadTexts() }, (p) =>
  p.tags.includes("prepaid") ? "预付款" : "",
);
const ids = (query: string): readonly string[] => find(query).map((hit) => hit.provision.id);

describe("[B6] finding a provision while typing", () => {
  it.each([
    "民法典577",
    "民法典 577",
    "《民法典》第五百七十七条",
    "民法典第577条",
    "民法典五百七十七",
    "cc-577",
    "５７７ 民法典",
  ])("[B6] finds Art. 577 of the Civil Code by %s", (query) => {
    expect(ids(query)[0]).toBe("cc-577");
  });

  it("[B6] takes a bare number for an article of any law, the very number before numbers that begin with it", () => {
    const found = find("58").map((hit) => hit.provision.articleNo);
    // The pack has Art. 58 of the E-Commerce Law and, begun by the same digits, 580–599 of the Civil Code.
    expect(found[0]).toBe(58);
    expect(found.every((n) => String(n).startsWith("58"))).toBe(true);
    expect(ids("58")).toContain("ecl-58");
  });

  it("[B6] finds by words of the text and shows the place unchanged", () => {
    const hit = find("不得对用户信息查询").find((each) => each.provision.id === "ecl-24");
    expect(hit?.excerpt?.text.slice(...(hit.excerpt?.hit ?? [0, 0]))).toBe("不得对用户信息查询");
    // The words stand in the middle of the first sentence of Art. 24: something is cut off on both sides.
    expect(hit?.excerpt?.cut).toEqual([true, true]);
  });

  it("[B6] wants every part to fit", () => {
    expect(ids("电子商务法 押金")).not.toContain("cc-577");
    expect(ids("民法典 这几个字哪里都没有")).toEqual([]);
  });

  it("[B6] finds by the name of a law in both languages and by topic", () => {
    expect(ids("消法实施条例").every((id) => id.startsWith("crpl-reg-"))).toBe(true);
    expect(ids("art. 24 e-commerce")[0]).toBe("ecl-24");
    expect(ids("预付款").length).toBeGreaterThan(0);
  });

  it("[L5] puts what is in force before what no longer is", () => {
    // 投诉举报处理 is in the name of the measures in force and of the interim ones that were repealed.
    const found = ids("投诉举报处理");
    expect(found.indexOf("samr-121-2")).toBeLessThan(found.indexOf("samr-20-old-14"));
    expect(found.at(-1)).toMatch(/^samr-20-old-/);
  });

  it("[B6] finds nothing for nothing", () => {
    expect(find(" 《》 ")).toEqual([]);
  });
});
