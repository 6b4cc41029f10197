/** Tests of the provisions, their texts and their sources. */
import { expect, test } from "vitest";
import { loadSources, loadTexts, pack } from "./index.ts";

const byId = new Map(pack.provisions.map((p) => [p.id, p]));

test("[L5] every provision has its text and its source, and no text is without a provision", async () => {
  const ids = pack.provisions.map((p) => p.id).toSorted();
  const { sources, copies, provisions } = await loadSources();
  expect(Object.keys(await loadTexts()).toSorted()).toEqual(ids);
  expect(Object.keys(provisions).toSorted()).toEqual(ids);
  for (const [id, from] of Object.entries(provisions)) {
    expect(Object.keys(sources), id).toContain(from.source);
    expect(from.crossCheckedWith.filter((copy) => !(copy in copies))).toEqual([]);
  }
});

test("[L5] crossChecked says whether a second copy agreed", async () => {
  const { provisions } = await loadSources();
  for (const p of pack.provisions)
    expect(p.crossChecked, p.id).toBe((provisions[p.id]?.crossCheckedWith.length ?? 0) > 0);
});

test("[L5] everything shipped is verbatim from its named source", () => {
  expect(new Set(pack.provisions.map((p) => p.check))).toEqual(new Set(["verified"]));
});

test("[L5] what is no longer in force carries the day from which it is not", () => {
  const ended = pack.provisions.filter((p) => p.status !== "in-force" || p.repealedFrom !== undefined);
  expect(ended.map((p) => [p.id, p.status, p.repealedFrom])).toEqual([
    // SAMR Order 121 replaces the interim measures from 2026-04-15.
    ["samr-20-old-14", "repealed", "2026-04-15"],
    ["samr-20-old-21", "repealed", "2026-04-15"],
    // Fa Shi [2025] No. 14 gives a new list of cases from 2025-11-01.
    ["spc-internet-2018-2", "superseded-in-part", "2025-11-01"],
  ]);
});

test("[L5] the new complaint measures are in force from the day the old ones end", () => {
  const order121 = pack.provisions.filter((p) => p.id.startsWith("samr-121-"));
  expect(new Set(order121.map((p) => p.effectiveFrom))).toEqual(new Set(["2026-04-15"]));
  expect(byId.get("samr-20-old-14")?.repealedFrom).toBe("2026-04-15");
});

test("[B6] a law is found under the names people use, and a name means one law", () => {
  const laws = new Map<string, Set<string>>();
  for (const p of pack.provisions)
    for (const name of [p.law, ...p.shortNames]) laws.set(name, (laws.get(name) ?? new Set()).add(p.law));
  for (const [name, found] of laws) expect([...found], name).toHaveLength(1);
  expect([...(laws.get("消法") ?? [])]).toEqual(["中华人民共和国消费者权益保护法"]);
  expect([...(laws.get("民法典") ?? [])]).toEqual(["中华人民共和国民法典"]);
});

test("[B6] law and article number name one provision", () => {
  const keys = pack.provisions.map((p) => `${p.law} ${p.articleNo}`);
  expect(keys).toEqual([...new Set(keys)]);
});

test("[B6] the guide's Art. 58 is disputed: its words are in no provision, and Art. 58 speaks of guarantees", async () => {
  const cited = pack.guideCitations.find((c) => c.id === "guide-ecl-58");
  const texts = await loadTexts();
  expect(cited).toMatchObject({ check: "disputed", articleNo: 58, nearest: ["ecl-24"] });
  expect(Object.values(texts).some((t) => t.includes(cited?.quote ?? ""))).toBe(false);
  expect(texts["ecl-58"]).toContain("质量担保机制");
  expect(texts["ecl-24"]).toContain("用户信息查询");
});

test("[B6] the guide's 577 is the right article with words missing", async () => {
  const cited = pack.guideCitations.find((c) => c.id === "guide-cc-577");
  const text = (await loadTexts())["cc-577"] ?? "";
  const quote = cited?.quote.replaceAll(",", "，") ?? "";
  expect(cited).toMatchObject({ check: "as_quoted", articleNo: 577, nearest: ["cc-577"] });
  expect(text.includes(quote)).toBe(false);
  // The guide drops 合同义务 after the second 履行.
  expect(text.startsWith(quote.replace("或履行不符合", "或者履行合同义务不符合"))).toBe(true);
});
