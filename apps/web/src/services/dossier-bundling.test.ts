/** Bundles by reader: what each gets, what stays out and why, and that nothing masked meets anything that is not. */
import { sha256, type Id } from "@recourse/core";
import { verifyBag } from "@recourse/dossier";
import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import { begin, letterCase, type LetterCase } from "../parts/letter-case.fixture.ts";
import { makeBundle, planBundle } from "./dossier-bundling.ts";
import { dossierPorts } from "./dossier-ports.fixture.ts";
import type { BundleChoice, BundlePlan, DossierError } from "./dossier.ts";

const made = (more: Readonly<Record<string, unknown>> = {}): LetterCase => createRoot(() => letterCase(more));

async function plan(of: LetterCase, choice: BundleChoice = {}): Promise<BundlePlan> {
  const done = await planBundle(dossierPorts(of), of.live.caseId, choice);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}
async function refusal(of: LetterCase, choice: BundleChoice): Promise<DossierError | undefined> {
  const done = await planBundle(dossierPorts(of), of.live.caseId, choice);
  return done.ok ? undefined : done.error;
}
const addExhibit = (of: LetterCase, digit: string, name: string, materialType: string): void => {
  of.must("exhibit.add", {
    sha256: sha256(digit.repeat(64)),
    size: 10,
    name,
    mediaType: "image/png",
    materialType,
    importedAt: "2024-05-04T01:00:00.000Z",
    importedVia: "drop",
    strength: 1,
  });
};
const papersOf = ({ files }: BundlePlan): readonly string[] =>
  files.flatMap(({ path }) => (path.startsWith("data/documents/") ? [path.slice("data/documents/".length)] : []));
const originals = ({ files }: BundlePlan): number =>
  files.filter(({ path }) => path.startsWith("data/originals/")).length;

describe("[E14] what stays out, and why", () => {
  it("[E14] a list of accounts goes to a court and to nobody else, also not where nobody is named", async () => {
    const of = made();
    addExhibit(of, "9", "名单.png", "粉丝列表");
    const others = [{ name: "名单.png", reason: "others" }];
    expect((await plan(of)).withheld).toEqual(others);
    expect((await plan(of, { profile: "12315" })).withheld).toEqual(others);
    expect((await plan(of, { profile: "court" })).withheld).toEqual([]);
  });

  it("[P4] proof of identity goes in only where it is asked for and the person has marked it", async () => {
    const of = made();
    addExhibit(of, "9", "身份证.png", "身份关系");
    const reasons = async (choice: BundleChoice): Promise<readonly string[]> =>
      (await plan(of, choice)).withheld.map((w) => w.reason);
    expect(await reasons({})).toEqual(["identity"]);
    expect(await reasons({ profile: "12315" })).toEqual(["identity_unmarked"]);
    expect(await reasons({ profile: "12315", identityMarked: true })).toEqual([]);
    expect(await reasons({ profile: "platform", identityMarked: true })).toEqual(["identity"]);
  });
});

describe("[X7] the reader", () => {
  it("[X7] the channel of a filing decides the profile, and its paper goes along with table and list", async () => {
    const of = made();
    const [filing] = of.must("filing.add", { channel: "samr_complaint", authority: "某区市场监督管理局" });
    begin(of, { kind: "complaint12315", filing });
    const bundle = await plan(of, { profile: "platform", filing: filing as Id });
    expect([bundle.profile, bundle.recipient]).toEqual(["12315", "12315 投诉 · 某区市场监督管理局"]);
    expect(bundle.name).toBe("VIP-88213407-投诉材料包.zip");
    // Table, text and list of evidence, each as text and as a document.
    expect(papersOf(bundle)).toHaveLength(6);
  });

  it("[X7] a channel that takes no bundle gets none", async () => {
    const of = made();
    const [filing] = of.must("filing.add", { channel: "platform_phone" });
    expect(await refusal(of, { filing: filing as Id })).toMatchObject({
      kind: "refused",
      refusal: { kind: "no_bundle" },
    });
  });

  it("[A2] for a reader, a letter with something left to change comes first; for nobody in particular it stays out", async () => {
    const of = made();
    const draft = begin(of, { kind: "claim" });
    of.must("sentence.own", { draft, part: "problem", text: "平台骗人。" });
    expect((await plan(of)).letter).toBe("blocked");
    expect(await refusal(of, { profile: "court" })).toMatchObject({ refusal: { kind: "letter_blocked" }, draft });
    expect((await plan(of, { profile: "12315" })).letter).toBe("none");
  });
});

describe("[P2] for publication", () => {
  it("[P2] text alone, masked, without the number of the order; the others have the originals and no masked text", async () => {
    const of = made();
    begin(of, { kind: "post" });
    const open = await plan(of, { profile: "public" });
    expect([originals(open), papersOf(open).length, open.name.includes("VIP-88213407")]).toEqual([0, 2, false]);
    expect(open.redaction?.text).toContain("情况说明");
    expect(open.redaction?.text).not.toContain("VIP-88213407");
    expect(open.withheld.map((w) => w.reason)).toEqual(["text_only", "text_only", "text_only"]);
    const shut = await plan(of);
    // The post is the only letter there is, and it goes nowhere else.
    expect([originals(shut), papersOf(shut), shut.redaction]).toEqual([3, [], undefined]);
  });

  it("[P2] a word to keep is kept, a person's name is not", async () => {
    const of = made();
    begin(of, { kind: "post" });
    const { redaction } = await plan(of, { profile: "public", keep: ["会员年卡", "石某"] });
    expect([redaction?.kept, redaction?.refused]).toEqual([["会员年卡"], ["石某"]]);
  });

  it("[P2] packed, it says for whom it is and holds what it lists", async () => {
    const of = made();
    begin(of, { kind: "post" });
    const bundle = await makeBundle(dossierPorts(of), of.live.caseId, { profile: "public" }, {});
    if (!bundle.ok) throw new Error(bundle.error.kind);
    const report = await verifyBag(bundle.value.blob);
    expect([report.ok, report.profile]).toEqual([true, "public"]);
  });

  it("[L9] nothing of a child, nothing without a text", async () => {
    expect(await refusal(made(), { profile: "public" })).toMatchObject({ refusal: { kind: "no_letter" } });
    expect(await refusal(made({ payerAge: 7 }), { profile: "public" })).toMatchObject({ refusal: { kind: "minor" } });
  });
});

describe("[E7] originals", () => {
  it("[E7] one that is not on this device is named, and nothing is packed", async () => {
    const of = made();
    const bundle = await makeBundle(dossierPorts(of), of.live.caseId, {}, {});
    expect(bundle).toEqual({ ok: false, error: { kind: "missing", name: "账单.png" } });
  });
});
