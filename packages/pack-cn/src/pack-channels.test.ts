/** Tests of the channels: what they close, who may file, where they are off, and that rules, words and provisions agree. */
import { CheckCodeSchema, feeFor, LetterKindSchema } from "@recourse/core";
import { expect, test } from "vitest";
import words from "./data/channels.json" with { type: "json" };
import { ChannelsWordsSchema, loadChannels, loadForms, loadTexts, pack } from "./index.ts";

const { items, sequence, openEndedClocks } = await loadChannels();
const channel = (id: string) => items.find((c) => c.id === id);
const rules = new Set(pack.rules.map((r) => r.id));

test("[X7] every channel has its words, in the same order, and words for nothing else", () => {
  expect(ChannelsWordsSchema.parse(words)).toEqual(words);
  const ids = pack.channels.items.map((c) => c.id);
  expect(words.items.map((w) => w.id)).toEqual(ids);
  expect(items.map((c) => c.id)).toEqual(ids);
  expect(words.sequence.map((s) => s.id)).toEqual(pack.channels.sequence.map((s) => s.id));
  for (const [n, rule] of pack.channels.items.entries()) {
    const said = words.items[n];
    expect(
      said?.closes.map((c) => c.channel),
      rule.id,
    ).toEqual(rule.closes.map((c) => c.channel));
    expect(
      said?.closedBy.map((c) => c.by),
      rule.id,
    ).toEqual(rule.closedBy.map((c) => c.by));
    expect(
      said?.clocks.every((c) => rule.clocks.some((x) => x.rule === c.rule)),
      rule.id,
    ).toBe(true);
    expect(
      said?.preconditions.every((p) => rule.checks.some((c) => c.code === p.check)),
      rule.id,
    ).toBe(true);
  }
});

test("[X7] twenty-five channels, and each names material, letter and form that exist", async () => {
  expect(pack.channels.items).toHaveLength(25);
  const materials = new Set(pack.materialTypes.map((m) => m.id));
  const forms = new Set(Object.keys(await loadForms()));
  for (const c of pack.channels.items) {
    expect(
      c.material.filter((m) => !materials.has(m)),
      c.id,
    ).toEqual([]);
    if (c.letter !== undefined) expect(LetterKindSchema.options).toContain(c.letter);
    if (c.form !== undefined) expect(forms).toContain(c.form);
  }
});

test("[X9] every check is used by some channel, and what blocks by law names a provision", () => {
  const used = new Set(pack.channels.items.flatMap((c) => c.checks.map((x) => x.code)));
  expect(CheckCodeSchema.options.filter((code) => !used.has(code))).toEqual([]);
  for (const c of pack.channels.items)
    expect(c.checks.map((x) => x.code)).toEqual([...new Set(c.checks.map((x) => x.code))]);
  // Refusal grounds of the regulator: every must of 12315 rests on the measures themselves.
  for (const check of channel("samr_complaint")?.checks ?? [])
    if (check.weight === "must")
      expect(
        check.basis.some((id) => id.startsWith("samr-121-")),
        check.code,
      ).toBe(true);
});

test("[X9] 12315 asks for what samr-121-10 lists and refuses on what samr-121-16 lists", async () => {
  const samr = channel("samr_complaint");
  const resting = (id: string) => samr?.checks.filter((c) => c.basis.includes(id)).map((c) => c.code);
  // Person, other side with address, request and facts: the three items of Art. 10.
  expect(resting("samr-121-10")).toEqual(
    expect.arrayContaining([
      "claimant_identity",
      "respondent_named",
      "respondent_address",
      "claim_amount",
      "facts_shown",
    ]),
  );
  // Art. 16: (1) remit (2) handled before (3) daily life, real purchase (4) three years (5) material and power of attorney (6) identity.
  expect(resting("samr-121-16")).toEqual(
    expect.arrayContaining([
      "remit",
      "handled_before",
      "daily_life",
      "order_shown",
      "three_years",
      "filer",
      "true_material",
      "claimant_identity",
    ]),
  );
  const text = (await loadTexts())["samr-121-16"] ?? "";
  for (const quoted of [
    "已经受理或者处理过",
    "不是为生活消费需要",
    "超过三年",
    "第十一条规定的材料",
    "核验真实身份信息",
  ])
    expect(text).toContain(quoted);
});

test("[X7] a clock of a channel is a rule of the pack or openly no period of law", () => {
  for (const c of items)
    for (const clock of c.clocks)
      expect(
        rules.has(clock.rule) || openEndedClocks.some((end) => clock.rule.endsWith(end)),
        `${c.id}: ${clock.rule}`,
      ).toBe(true);
});

test("[X8] what a channel closes is a channel, and sequences name channels that are switched on", () => {
  for (const c of items)
    for (const shut of c.closes) expect(channel(shut.channel), `${c.id} closes ${shut.channel}`).toBeDefined();
  for (const s of sequence) for (const id of s.channels) expect(channel(id)?.enabled, `${s.id}: ${id}`).toBe(true);
});

test("[X16] every situation has one way", () => {
  const situations = ["danger", "worked", "shop", "minor", "engagement", "business", "store", "unidentified", "known"];
  expect(pack.channels.sequence.map((s) => s.when).toSorted()).toEqual(situations.toSorted());
});

test("[X16] the usual way goes from the payee's own door over the payment to 12315 and to court", () => {
  const asks = (when: string) =>
    sequence.find((s) => s.when === when)?.channels.flatMap((id) => channel(id)?.asks ?? []);
  expect(asks("known")).toEqual(["seller", "payment", "authority", "court"]);
  expect(asks("store")).toEqual(["store", "seller", "authority", "court"]);
});

test("[X10] 12315 is closed by court, arbitration, any authority, the association and its own earlier handling", () => {
  const samr = channel("samr_complaint");
  expect(samr?.oneShot).toBe(true);
  expect(samr?.closedBy.map((c) => c.by)).toEqual(
    expect.arrayContaining(["court", "arbitration", "authority", "consumer_association", "samr_complaint"]),
  );
  for (const c of samr?.closedBy ?? []) expect(c.basis).toContain("samr-121-16");
});

test("[X10] court, association and 12315 itself shut 12315 by law once they accepted; a post on a complaint site does not", () => {
  const shuts = items.flatMap((c) =>
    c.closes
      .filter((x) => x.channel === "samr_complaint" && x.basis.includes("samr-121-16"))
      .map((x) => [c.id, x.from]),
  );
  expect(shuts).toEqual([
    ["samr_complaint", "accepted"],
    ["consumer_association", "accepted"],
    ["gov_hotline", "accepted"],
    ["small_claims", "accepted"],
  ]);
  expect(channel("public_heimao")?.closes).toEqual([]);
});

test("[L6] a business purchase blocks 12315 with its reason, a purchase for daily life does not", () => {
  expect(channel("samr_complaint")?.policy.businessPurchase).toMatchObject({
    level: "block",
    basis: ["samr-121-16", "crpl-2"],
  });
  expect(channel("samr_complaint")?.policy.engagement.level).toBe("strong_warn");
});

test("[L6] a shop and a task worker keep only what protects, preserves, advises or stops", () => {
  const left = (who: "shop" | "worked") => items.filter((c) => !c.holdsFor.includes(who)).map((c) => c.id);
  const safe = [
    "auto_debit_off",
    "account_protect",
    "payment_unauthorised",
    "police",
    "notary",
    "trusted_time",
    "legal_help",
    "minor_portal",
    "stop_here",
  ];
  expect(left("shop")).toEqual(safe);
  // G4: the payment provider stays open to those who did tasks.
  expect(left("worked").toSorted()).toEqual([...safe, "payment_dispute"].toSorted());
});

test("[L9] public channels are off for engagement and for minors", () => {
  for (const c of items.filter((x) => x.public)) {
    expect([c.id, c.policy.engagement.level, c.policy.minor.level]).toEqual([c.id, "block", "block"]);
    expect(c.redactionProfile).toBe("public");
  }
});

test("[X15] a friend cannot appear in court, and files at 12315 only with the original power of attorney", () => {
  expect(channel("small_claims")?.whoMayFile.helper.may).toBe("no");
  expect(channel("samr_complaint")?.whoMayFile.helper.may).toBe("papers");
  expect(channel("samr_complaint")?.whoMayFile.helper.zh).toContain("原件");
});

test("[L7] stopping is a channel like the others, of one rank with 12315, and the unverifiable one is off", () => {
  expect(channel("stop_here")?.enabled).toBe(true);
  expect(channel("stop_here")?.rank).toBe(channel("samr_complaint")?.rank);
  for (const c of items) expect(c.enabled, c.id).toBe(c.confidence !== "unverifiable");
});

/** The scale of fees-13 (1) as the text itself gives it. Units: fen, permille. */
async function scaleInText(): Promise<unknown> {
  const text = ((await loadTexts())["fees-13"] ?? "").split("(二)")[0] ?? "";
  const flat = /不超过1万元的，每件交纳(\d+)元/.exec(text)?.[1];
  const parts = [...text.matchAll(/超过(\d+)万元(?:至\d+万元)?的部分，按照([\d.]+)%交纳/g)];
  return {
    flatFen: Number(flat) * 100,
    brackets: parts.map(([, over, percent]) => ({ overFen: Number(over) * 1_000_000, permille: Number(percent) * 10 })),
    reducedRatio: 0.5,
  };
}

test("[L7] the brackets of the court fee are those of the provision", async () => {
  expect(channel("small_claims")?.cost.scale).toEqual(await scaleInText());
  expect((await loadTexts())["fees-16"]).toContain("减半交纳");
});

test("[L7] the court fee examples follow fees-13 and fees-16", () => {
  // Up to 10,000 yuan: 50. 12,000 yuan: 50 + 2.5 % of 2,000 = 100. Half in summary procedure. In fen.
  expect(channel("small_claims")?.cost.examples).toEqual([
    { claimFen: 1_000_000, fullFen: 5_000, halfFen: 2_500 },
    { claimFen: 1_200_000, fullFen: 10_000, halfFen: 5_000 },
  ]);
  const scale = channel("small_claims")?.cost.scale;
  // 1,980 yuan: 50, half 25.
  expect(scale && feeFor(scale, 198_000)).toEqual({ fullFen: 5_000, reducedFen: 2_500 });
});

test("[L4] no channel speaks of success or of odds", () => {
  for (const c of items)
    expect(JSON.stringify(c), c.id).not.toMatch(/胜诉率|成功率|一定能退|稳赢|success rate|win rate/);
});
