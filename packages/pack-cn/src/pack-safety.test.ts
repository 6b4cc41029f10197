/** Tests of what the pack says for safety, endings and the next purchase. */
import { purchaseCheck, soundsDesperate } from "@recourse/core";
import { describe, expect, test } from "vitest";
import { loadPurchaseChecklist, pack, PurchaseChecklistSchema } from "./index.ts";

const checklist = await loadPurchaseChecklist();
const provisions = new Set(pack.provisions.map((p) => p.id));

describe("steps of safety cards", () => {
  const steps = {
    G1: ["stop", "keep", "provider", "police"],
    G3: ["export", "password", "devices", "unbind"],
    G4: ["stop", "keep", "provider", "police"],
  };
  test.each(Object.entries(steps))(
    "[G1] every step of %s is a question that can be ticked with yes",
    (prefix, names) => {
      for (const name of names) {
        const question = pack.questions.find((q) => q.id === `${prefix}.${name}`);
        expect(
          question?.answers.map((a) => a.value),
          name,
        ).toEqual(["yes", "no"]);
      }
    },
  );
  test("[G3] the data is saved before the password is changed", () => {
    const ids = pack.questions.map((q) => q.id).filter((id) => id.startsWith("G3."));
    expect(ids).toEqual(["G3.export", "G3.password", "G3.devices", "G3.unbind"]);
  });
  test("[S3] hours are asked as a whole number", () => {
    expect(pack.questions.find((q) => q.id === "hours_spent")?.answers).toEqual([]);
  });
});

describe("distress", () => {
  const phrases = pack.distress ?? [];
  test.each(["真的不想活了", "我快撑不住了", "I want to die", "走 投 无 路"])("[G6] asks for a pause: %s", (text) => {
    expect(soundsDesperate(text, phrases)).toBe(true);
  });
  test.each(["气死我了", "急死了", "系统崩溃了", "等死我了", "笑死", "快退钱"])(
    "[G6] is anger, no more: %s",
    (text) => {
      expect(soundsDesperate(text, phrases)).toBe(false);
    },
  );
});

describe("before the next purchase", () => {
  test("[S4] the checklist is what its schema says, with ids once each and provisions that exist", () => {
    expect(PurchaseChecklistSchema.parse(checklist)).toEqual(checklist);
    const ids = checklist.items.map((i) => i.id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(checklist.items.flatMap((i) => i.basis).filter((id) => !provisions.has(id))).toEqual([]);
  });
  test("[S4] escrow, filing and licence, support, rules, small order: all are asked", () => {
    expect(checklist.items.map((i) => i.id)).toEqual(
      expect.arrayContaining(["escrow", "icp", "licence", "support", "rules", "small_first"]),
    );
    expect(checklist.items.find((i) => i.id === "icp")?.whyZh).toContain("备案只证明备案");
    expect(checklist.items.find((i) => i.id === "support")?.zh).toContain(
      `${pack.defaults["supportReplyMinutes"]} 分钟`,
    );
  });
  test("[S4] it works without a case", () => {
    expect(purchaseCheck(checklist.items, { escrow: "no" })).toMatchObject({ level: "stop", against: ["escrow"] });
    const all = Object.fromEntries(checklist.items.map((i) => [i.id, "yes" as const]));
    expect(purchaseCheck(checklist.items, all)).toEqual({ level: "clear", against: [], open: [] });
  });
  test("[S4] Chinese in every zh field, none in an en field", () => {
    for (const i of checklist.items) {
      expect(
        [i.zh, i.whyZh].filter((t) => !/\p{Script=Han}/u.test(t)),
        i.id,
      ).toEqual([]);
      expect(
        [i.en, i.whyEn].filter((t) => /\p{Script=Han}/u.test(t)),
        i.id,
      ).toEqual([]);
    }
  });
});
