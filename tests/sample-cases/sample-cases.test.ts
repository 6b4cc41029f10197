/**
 * The two sample cases: built twice they are the same bytes, they open like any archive, and they stand where the product wants to show them.
 *
 * Both are judged at a moment worked out by hand: the first evening after the last step of each story.
 */
import {
  all,
  apply,
  assess,
  instant,
  letterView,
  assessLetters,
  readCaseFile,
  type Assessment,
  type Case,
  type Instant,
} from "@recourse/core";
import { readArchive } from "@recourse/dossier";
import { takeFile } from "@recourse/intake";
import { loadTexts, pack } from "@recourse/pack-cn";
import { sha256Hex } from "@recourse/vault";
import { letterRenderer } from "@recourse/words";
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
// @boundaries-ignore the tests prove the whole repository, the build of the app included
import { makeFromSources, samples } from "../../apps/web/build/sample-cases.ts";

const opened = new Map<string, Case>();
const full = { ...pack, texts: await loadTexts() };
const judged = (of: Case, now: Instant): Assessment =>
  assess(full, of, now, letterRenderer, { foreign: [], quarantine: [], conflicts: [] });
const caseOf = (name: string): Case => {
  const found = opened.get(name);
  if (found === undefined) throw new Error(`no sample ${name}`);
  return found;
};
const verdicts = (a: Assessment): Readonly<Record<string, string>> =>
  Object.fromEntries(a.elements.map((e) => [e.id, e.verdict]));

beforeAll(async () => {
  for (const sample of samples) {
    const [once, again] = [await makeFromSources(sample), await makeFromSources(sample)];
    expect(Buffer.from(once.bytes).equals(Buffer.from(again.bytes)), `${sample.name} differs between two builds`).toBe(
      true,
    );
    const archive = await readArchive(new Blob([once.bytes]));
    if (!archive.ok) throw new Error(`${sample.name}: ${archive.error.kind}`);
    const read = readCaseFile(archive.value.caseFile);
    if (!read.ok) throw new Error(`${sample.name}: ${read.error.kind}`);
    expect([...read.value.quarantine, ...read.value.foreign]).toEqual([]);
    expect([archive.value.absent, archive.value.ignored, archive.value.edited]).toEqual([[], [], false]);
    for (const original of archive.value.originals) {
      const bytes = new Uint8Array(await new Response(original.open()).arrayBuffer());
      expect([await sha256Hex(bytes)]).toEqual(original.expected);
    }
    expect(archive.value.originals).toHaveLength(all(read.value.case, "exhibit").length);
    opened.set(sample.name, read.value.case);
  }
});

describe("the samples", () => {
  test("[G12] each is small enough to be kept with the app: under 200 kB", async () => {
    for (const sample of samples)
      expect((await makeFromSources(sample)).bytes.length, sample.name).toBeLessThan(200_000);
  });

  test("[L1] they are two, and the one without notices is offered first", () => {
    expect(samples.map((s) => s.name)).toEqual(["membership", "likes"]);
    expect(caseOf("membership").caseId).not.toBe(caseOf("likes").caseId);
  });
});

describe("the membership", () => {
  // Sent on 20 November 20:00; 30 days later is 20 December 20:00.
  const now = instant("2026-11-20 21:00");

  test("[E4] every element is shown, on the ground of a renewal without notice", () => {
    const a = judged(caseOf("membership"), now);
    expect(a.grounds[0]).toMatchObject({ id: "law/auto_renew_no_notice", verdict: "met" });
    expect(verdicts(a)).toEqual({
      order_exists: "ok",
      breach: "ok",
      responsibility: "ok",
      respondent_identity: "ok",
      amount: "ok",
    });
    expect(a.closed).toBe(true);
  });

  test("[D1] 228.00 paid, nothing back, nothing used: 228.00 is asked", () => {
    expect(judged(caseOf("membership"), now).demand).toMatchObject({
      paidFen: 22_800,
      refundedFen: 0,
      receivedFen: 0,
      claimFen: 22_800,
    });
  });

  test("[X2] the application is sent and the turn is theirs until 20 December 20:00, then ours", () => {
    const a = judged(caseOf("membership"), now);
    expect([a.round, a.turn, a.next.code]).toEqual(["apply", "theirs", "next.wait_reply"]);
    expect(a.deadlines.filter((d) => d.rule === "demand-period").map((d) => [d.owner, d.due])).toEqual([
      ["theirs", instant("2026-12-20 20:00")],
    ]);
    expect(judged(caseOf("membership"), instant("2026-12-20 20:30")).turn).toBe("mine");
  });

  test("[B5] the letter cites the article on auto-renewal, verbatim, and nothing else", () => {
    const [sent] = all(caseOf("membership"), "sentVersion");
    const law = sent?.sentences.filter((s) => s.part === "basis") ?? [];
    expect(law.map((s) => s.sources)).toEqual([["provision/crpl-reg-10"]]);
    expect(law[0]?.text).toContain(full.texts["crpl-reg-10"]);
  });

  test("[L1] no notice stands on it", () => {
    expect(judged(caseOf("membership"), now).notices.filter((n) => n.code.startsWith("L1."))).toEqual([]);
  });

  test("[E13] support is named by its staff number", () => {
    expect(
      new Set(
        all(caseOf("membership"), "communication")
          .filter((c) => c.direction === "theirs")
          .map((c) => c.staffNo),
      ),
    ).toEqual(new Set(["KF2051"]));
  });
});

describe("the likes", () => {
  const now = instant("2024-05-08 21:00");

  test("[E5] the promise is broken and only the page that shows it is missing", () => {
    const a = judged(caseOf("likes"), now);
    expect(a.grounds[0]).toMatchObject({ kind: "not_started", verdict: "met", source: { type: "clause" } });
    expect(verdicts(a)).toEqual({
      order_exists: "weak",
      breach: "ok",
      responsibility: "ok",
      respondent_identity: "ok",
      amount: "ok",
    });
    expect(a.next).toMatchObject({ code: "missing.promise", material: "服务承诺" });
  });

  test("[M4] 441 lost within 24 hours is 73 % of the gain and 8 % of all: without a denominator the clause stays unknown", () => {
    const lost = judged(caseOf("likes"), now).grounds.find(
      (g) => g.kind === "post_delivery_loss" && g.source.type === "clause",
    );
    expect(lost?.verdict).toBe("unknown");
  });

  test("[S2] the refund of 50.00 is seen in the bill", () => {
    expect(judged(caseOf("likes"), now).demand).toMatchObject({ paidFen: 10_000, refundedFen: 5_000 });
  });

  test("[A6] the letter has findings to try: an insult, an absolute, and what came later is left out", () => {
    const of = caseOf("likes");
    const [draft] = all(of, "draft");
    if (draft === undefined) throw new Error("no draft");
    const view = letterView(of, full, draft.id, letterRenderer, "zh-CN", assessLetters(full, of, now));
    const codes = view.problems.map((p) => p.code);
    expect(codes).toEqual(expect.arrayContaining(["W1.w001", "W1.w042", "A6.newest"]));
    expect(view.ready).toBe(false);
    for (const p of view.problems.filter((each) => each.severity === "block"))
      expect(p.fixes.length, p.code).toBeGreaterThan(0);
  });

  test("[E5] the screenshot kept beside the others closes the chain", async () => {
    const of = caseOf("likes");
    const name = "商品页承诺.png";
    const bytes = new Uint8Array(await readFile(new URL(`../../apps/web/samples/likes/${name}`, import.meta.url)));
    const taken = await takeFile(
      { bytes, name, size: bytes.length, sha256: await sha256Hex(bytes), via: "drop" },
      {
        case: of,
        now,
        ids: () => {
          throw new Error("no id is needed");
        },
        materialTypes: pack.materialTypes,
        clausePatterns: pack.clausePatterns,
      },
    );
    expect(taken.exhibit.fields.materialType).toBe("服务承诺");
    const [promise] = all(of, "undertaking");
    if (promise === undefined) throw new Error("no undertaking");
    const after = apply(of, [
      ...taken.changes,
      { op: "set", kind: "undertaking", id: promise.id, field: "exhibit", value: taken.exhibit.id },
    ]);
    expect(judged(after.case, now).closed).toBe(true);
  });
});
