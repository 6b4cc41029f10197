/** The bundle of a filing: what each reader gets, what stays out, and that public and court cannot be mixed up. */
import { describe, expect, it } from "vitest";
import { apply, type Case, type Id } from "@recourse/core";
import { planBag, type BagDocument, type BagPlan } from "./bag.ts";
import { plannedBag } from "./bag.fixture.ts";
import { bundleProfiles, publicationBarred, type BundleProfile } from "./bundle-profile.ts";
import { evidenceRows } from "./case-papers.ts";
import { planFilingBundle, type BundleRefusal, type FilingBundle, type FilingBundleInput } from "./filing-bundle.ts";
import {
  at,
  BILL,
  CASE,
  CHAT,
  filingCase,
  FOLLOWERS,
  formView,
  IDENTITY,
  layouts,
  letterOf,
  one,
  put,
  RECORDING,
  withDraft,
} from "./papers.fixture.ts";
import { readManifest, readProfile } from "./bag-tags.ts";
import { verifyBag } from "./verify.ts";

const input = (profile: FilingBundleInput["profile"], more: Partial<FilingBundleInput> = {}): FilingBundleInput => ({
  of: filingCase(),
  forms: layouts,
  profile,
  lang: "zh-CN",
  at,
  ...more,
});
async function bundle(
  profile: FilingBundleInput["profile"],
  more: Partial<FilingBundleInput> = {},
): Promise<FilingBundle> {
  const made = await planFilingBundle(input(profile, more));
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
}
async function refusal(
  profile: FilingBundleInput["profile"],
  more: Partial<FilingBundleInput> = {},
): Promise<BundleRefusal | undefined> {
  const made = await planFilingBundle(input(profile, more));
  return made.ok ? undefined : made.error;
}
const exhibits = ({ plan }: FilingBundle): readonly (Id | undefined)[] =>
  plan.files.flatMap((f) => (f.exhibit === undefined ? [] : [f.exhibit]));
const text = (plan: BagPlan, path: string): string =>
  new TextDecoder().decode(plan.files.find((f) => f.path === path)?.bytes);
const reasons = (b: FilingBundle): Readonly<Record<string, string>> =>
  Object.fromEntries(b.withheld.map((w) => [w.name, w.reason]));

describe("[E14] lists of other people's accounts", () => {
  it("[E14] go to a court and to nobody else", async () => {
    expect(exhibits(await bundle("court"))).toContain(FOLLOWERS);
    for (const profile of ["platform", "12315", "minor"] as const) {
      const made = await bundle(profile);
      expect([profile, exhibits(made).includes(FOLLOWERS), reasons(made)["followers.csv"]]).toEqual([
        profile,
        false,
        "others",
      ]);
    }
  });

  it("[E14] a file a sample was read from counts as one, whatever type it was given", async () => {
    const of = apply(filingCase(), [put("sample", one(40), { exhibit: BILL, rows: [] })]).case;
    expect(reasons(await bundle("platform", { of }))["bill.csv"]).toBe("others");
    expect(reasons(await bundle("platform"))["bill.csv"]).toBeUndefined();
  });

  it("[A3] one the letter names keeps its number in the list and says that it is not enclosed", () => {
    const rows = evidenceRows(filingCase(), letterOf(), "zh-CN", { profile: "12315" });
    expect(rows.map((r) => [r.number, r.name.includes("不随附")])).toEqual([
      [1, false],
      [2, true],
      // Not named by the letter: in the order they came in, the identity picture being left out.
      [3, false],
      [5, false],
    ]);
  });
});

describe("[P4] pictures of identity papers", () => {
  it("[P4] go to 12315, a court and a minors' portal once the person has marked them; never to a platform", async () => {
    for (const profile of ["12315", "court", "minor"] as const) {
      expect(reasons(await bundle(profile))["id.jpg"]).toBe("identity_unmarked");
      expect(exhibits(await bundle(profile, { identityMarked: true }))).toContain(IDENTITY);
    }
    const platform = await bundle("platform", { identityMarked: true });
    expect([exhibits(platform).includes(IDENTITY), reasons(platform)["id.jpg"]]).toEqual([false, "identity"]);
  });
});

describe("[P2] for publication", () => {
  const post = (): Case => filingCase(withDraft("post"));
  it("[P2] masked text only: no original, no order number, no name, in files, lists and names", async () => {
    const made = await bundle("public", {
      of: post(),
      letter: letterOf(),
      recipient: "某站 20240501001",
      identityMarked: true,
    });
    expect(exhibits(made)).toEqual([]);
    expect(made.plan.name).toBe("已打码-公开文字稿.zip");
    expect(made.plan.files.map((f) => f.path).filter((p) => p.startsWith("data/"))).toEqual([
      "data/documents/已打码-情况说明.txt",
      "data/documents/已打码-情况说明.docx",
      "data/index.html",
      "data/验证说明.txt",
    ]);
    const everything = made.plan.files.map((f) => `${f.path}\n${new TextDecoder().decode(f.bytes)}`).join("\n");
    for (const secret of ["20240501001", "张小明", "顾问小陈", "KF0087", "13800000001", "followers.csv"])
      expect([secret, everything.includes(secret)]).toEqual([secret, false]);
    expect(text(made.plan, "data/documents/已打码-情况说明.txt")).toContain("***的订单***1001，***（工号***）答复不退");
    expect(reasons(made)).toEqual({
      "bill.csv": "text_only",
      "chat.png": "text_only",
      "followers.csv": "text_only",
      "id.jpg": "text_only",
      "call.m4a": "text_only",
    });
  });

  it("[P1] what was masked is listed; a nickname is kept by choice, a party never", async () => {
    const made = await bundle("public", { of: post(), letter: letterOf(), keep: ["顾问小陈", "张小明"] });
    expect(made.redaction?.masked.map((m) => [m.kind, m.original])).toEqual([
      ["person", "张小明"],
      ["order", "20240501001"],
      ["staff", "KF0087"],
    ]);
    expect([made.redaction?.kept, made.redaction?.refused]).toEqual([["顾问小陈"], ["张小明"]]);
  });

  it("[P1] staff names and numbers stay as they are for the platform", async () => {
    const made = await bundle("platform", { letter: letterOf() });
    const letter = made.plan.files.find((f) => f.path.endsWith(".txt") && f.path.includes("投诉"));
    expect(new TextDecoder().decode(letter?.bytes)).toContain("顾问小陈（工号KF0087）");
    expect(made.redaction).toBeUndefined();
  });

  it("[L9] never of engagement, never of a minor; at 18 it may be", async () => {
    const of = (field: string, value: unknown): Case =>
      filingCase(withDraft("post"), { op: "set", kind: "case", id: CASE, field, value });
    const letter = letterOf();
    expect(await refusal("public", { of: of("category", "engagement"), letter })).toEqual({ kind: "engagement" });
    expect(await refusal("public", { of: of("payerAge", 17), letter })).toEqual({ kind: "minor" });
    expect(await refusal("public", { of: of("payerAge", 18), letter })).toBeUndefined();
    expect(publicationBarred(of("category", "engagement"))).toBe("engagement");
    expect(await refusal("public", { of: post() })).toEqual({ kind: "no_letter" });
  });
});

describe("[P2] public and court bundles cannot be mixed up", () => {
  it("[P2] every profile is named in the file name, in bag-info and on the page, each differently", async () => {
    const names = new Set<string>();
    for (const profile of bundleProfiles) {
      const { plan } = await bundle(profile, { of: filingCase(withDraft("post")), letter: letterOf() });
      names.add(plan.name);
      expect(readProfile(new TextEncoder().encode(text(plan, "bag-info.txt")))).toBe(profile);
      const tags = readManifest(new TextEncoder().encode(text(plan, "tagmanifest-sha256.txt")));
      expect([...tags.entries.keys()]).toContain("bag-info.txt");
    }
    expect(names).toEqual(
      new Set([
        "20240501001-平台材料包.zip",
        "20240501001-投诉材料包.zip",
        "20240501001-法院材料包.zip",
        "20240501001-未成年人退款材料包.zip",
        "已打码-公开文字稿.zip",
      ]),
    );
    const court = await bundle("court", { recipient: "某区人民法院" });
    expect(text(court.plan, "data/index.html")).toContain("给法院 · 某区人民法院");
    expect(text(court.plan, "bag-info.txt")).toContain("External-Description: 给法院 · 某区人民法院\n");
  });

  it("[P2] an original in a public bundle, or a masked paper in another, is a bug and throws", async () => {
    const masked: BagDocument = { name: "x", ext: "txt", bytes: new Uint8Array([1]), isMasked: true };
    const { input: whole } = await plannedBag();
    const plan = (
      profile: BundleProfile,
      exhibitsIn: typeof whole.exhibits,
      documents: readonly BagDocument[],
    ): Promise<BagPlan> => planBag({ ...whole, profile, exhibits: exhibitsIn, documents });
    await expect(plan("public", whole.exhibits, [masked])).rejects.toThrow("originals");
    await expect(plan("public", [], whole.documents)).rejects.toThrow("masked");
    await expect(plan("court", whole.exhibits, [masked])).rejects.toThrow("masked");
    await expect(plan("public", [], [masked])).resolves.toBeDefined();
  });

  it("[P2] a check finds an original in what says it is public, and says for whom a bundle is", async () => {
    const files = (profile: string): ReadonlyMap<string, string> =>
      new Map([
        ["bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"],
        ["bag-info.txt", `Bundle-Profile: ${profile}\n`],
        [
          "manifest-sha256.txt",
          "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  data/originals/x.txt\n",
        ],
        ["data/originals/x.txt", "x"],
      ]);
    const check = async (profile: string) => {
      const map = files(profile);
      return verifyBag({
        list: async () => [...map.keys()],
        read: async (path) => new Blob([map.get(path) ?? ""]),
      });
    };
    const mixed = await check("public");
    expect([mixed.ok, mixed.profile, mixed.findings.map((f) => f.code)]).toEqual([
      false,
      "public",
      ["tagmanifest_missing", "profile_mixed"],
    ]);
    const court = await check("court");
    expect([court.ok, court.profile]).toEqual([true, "court"]);
    expect((await check("elsewhere")).profile).toBeUndefined();
  });
});

describe("[F1] papers of a filing", () => {
  it("[F1] the table, the text and the list of evidence, each as text and DOCX, under the order number", async () => {
    const { plan } = await bundle("12315", { letter: letterOf(), form: formView });
    expect(plan.files.map((f) => f.path).filter((p) => p.startsWith("data/documents/"))).toEqual([
      "data/documents/20240501001-投诉登记表.txt",
      "data/documents/20240501001-投诉登记表.docx",
      "data/documents/20240501001-消费者投诉书.txt",
      "data/documents/20240501001-消费者投诉书.docx",
      "data/documents/20240501001-证据清单（证据目录）.txt",
      "data/documents/20240501001-证据清单（证据目录）.docx",
    ]);
    expect(exhibits(await bundle("12315", { letter: letterOf() }))).toEqual([CHAT, BILL, RECORDING]);
  });

  it("[F1] a table and a text of the same title have different names", async () => {
    const form = { ...formView, title: "消费者投诉书" };
    const { plan } = await bundle("12315", { letter: letterOf(), form });
    expect(plan.files.some((f) => f.path === "data/documents/20240501001-消费者投诉书·正文.txt")).toBe(true);
  });

  it("[X14] a complaint bundle holds no report", async () => {
    const { plan } = await bundle("12315", { letter: letterOf(), form: formView });
    expect(plan.files.some((f) => f.path.includes("举报"))).toBe(false);
  });

  it("[A2] a text that something blocks is not handed out; without blocks it is", async () => {
    expect(await refusal("court", { letter: letterOf(2) })).toEqual({ kind: "letter_blocked", n: 2 });
    expect(await refusal("court", { letter: letterOf() })).toBeUndefined();
    expect(await refusal("none")).toEqual({ kind: "no_bundle" });
  });
});
