/** Tests of the channels: what they close, who may file, where they are off. */
import { expect, test } from "vitest";
import { loadChannels, pack } from "./index.ts";

const { items, sequence, openEndedClocks } = await loadChannels();
const channel = (id: string) => items.find((c) => c.id === id);
const rules = new Set(pack.rules.map((r) => r.id));

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

test("[X10] 12315 is closed by court, arbitration, any authority, the association and its own earlier handling", () => {
  const samr = channel("samr_complaint");
  expect(samr?.oneShot).toBe(true);
  expect(samr?.closedBy.map((c) => c.by)).toEqual(
    expect.arrayContaining(["court", "arbitration", "authority", "consumer_association", "samr_complaint"]),
  );
  for (const c of samr?.closedBy ?? []) expect(c.basis).toContain("samr-121-16");
});

test("[X10] court and association shut 12315; a post on a complaint site does not", () => {
  const shuts = (id: string) => channel(id)?.closes.some((c) => c.channel === "samr_complaint");
  expect([shuts("small_claims"), shuts("consumer_association"), shuts("public_heimao")]).toEqual([true, true, false]);
});

test("[L6] a business purchase blocks 12315 with its reason, a purchase for daily life does not", () => {
  expect(channel("samr_complaint")?.policy.businessPurchase).toMatchObject({
    level: "block",
    basis: ["samr-121-16", "crpl-2"],
  });
  expect(channel("samr_complaint")?.policy.engagement.level).toBe("strong_warn");
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

test("[L7] stopping is a channel like the others, and the unverifiable one is off", () => {
  expect(channel("stop_here")?.enabled).toBe(true);
  for (const c of items) expect(c.enabled, c.id).toBe(c.confidence !== "unverifiable");
});

test("[L7] the court fee examples follow fees-13 and fees-16", () => {
  // Up to 10,000 yuan: 50. 12,000 yuan: 50 + 2.5 % of 2,000 = 100. Half in summary procedure. In fen.
  expect(channel("small_claims")?.cost.examples).toEqual([
    { claimFen: 1_000_000, fullFen: 5_000, halfFen: 2_500 },
    { claimFen: 1_200_000, fullFen: 10_000, halfFen: 5_000 },
  ]);
});

test("[L4] no channel speaks of success or of odds", () => {
  for (const c of items)
    expect(JSON.stringify(c), c.id).not.toMatch(/胜诉率|成功率|一定能退|稳赢|success rate|win rate/);
});
