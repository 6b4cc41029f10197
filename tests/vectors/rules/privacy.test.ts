/** Pairs for privacy (P): each differs in one input and flips the result. */
import { describe } from "vitest";
import { sha256, type LetterKind } from "@recourse/core";
import { withheldExhibits } from "@recourse/dossier";
import { createMemoryStore, sha256Hex } from "@recourse/vault";
// @boundaries-ignore the tests prove the whole repository, the web app included
import { createDiscreet } from "../../../apps/web/src/services/discreet.ts";
// @boundaries-ignore the tests prove the whole repository, the web app included
import { forgetOriginals } from "../../../apps/web/src/services/forgetting.ts";
import { findings, type Written } from "./letters-of.ts";
import { pair } from "./pair.ts";
import { exhibit, guide, renewal } from "./stories.ts";
import { caseOf, edited, idOf, refOf, withRecords } from "./story.ts";

/** A case with one file is deleted; another case names a file by the hash of `inOther`. Is the first still kept? */
async function keptAfterDelete(inOther: string): Promise<boolean> {
  const bytes = new TextEncoder().encode("账单");
  const vault = createMemoryStore();
  const put = await vault.put({ bytes: new Blob([bytes]) });
  if (!put.ok) throw new Error(put.error.kind);
  const of = (digest: string) =>
    caseOf(edited(withRecords(guide, { file: exhibit("账单.csv", "支付凭证") }), "file", { sha256: sha256(digest) }));
  const other = of(await sha256Hex(new TextEncoder().encode(inOther)));
  await forgetOriginals(of(put.value.sha256), {
    vault,
    inbox: () => [],
    others: () => [idOf("other")],
    read: async () => other,
  });
  const has = await vault.has(put.value.sha256);
  return has.ok && has.value;
}

/** A paper of a membership case that names the member of staff who answered. */
const named = (kind: LetterKind): Written => ({
  story: staffed,
  kind,
  own: { mine: { part: "problem", text: "工号KF0087答复不予退款。", sources: [refOf("communication", "answered")] } },
});
const staffed = edited(renewal, "answered", { staffNo: "KF0087" });
const published = (text: string): Written => ({
  story: renewal,
  kind: "post",
  own: { mine: { part: "problem", text, sources: [refOf("order", "order")] } },
});
const identity = withRecords(renewal, { card: exhibit("户口本.png", "身份关系") });

describe("[P1–P6] privacy", () => {
  // To the platform its own staff may be named; in public nobody is.
  pair<LetterKind, readonly string[]>("[P1] names and numbers of staff are for one's own use, not for publication", {
    base: "reminder1",
    change: () => "post",
    of: (kind) =>
      findings(named(kind), "mine")
        .map((p) => p.code)
        .filter((code) => code.startsWith("P2.")),
    results: [[], ["P2.personal"]],
  });

  // Eleven digits that begin with 13 are a telephone number; the fix covers them and leaves the rest.
  pair("[P2] personal data in a text that is published blocks, and is masked in one press", {
    base: published("客服没有回电。"),
    change: () => published("客服没有回电13712345678。"),
    of: (w) =>
      findings(w, "mine")
        .filter((p) => p.code === "P2.personal")
        .map((p) => [p.severity, p.fixes[0]?.data["text"]]),
    results: [[], [["block", "客服没有回电***********。"]]],
  });

  // What this browser kept of the last visit.
  pair<Readonly<Record<string, string>>, readonly boolean[]>(
    "[P3] a page that was covered is covered again when it is opened",
    {
      base: {},
      change: () => ({ locked: "yes" }),
      of: (kept) => {
        const { locked, on } = createDiscreet({
          comforts: { read: (name) => kept[name], keep: () => {} },
          changed: () => () => {},
        });
        return [locked(), on()];
      },
      results: [
        [false, false],
        [true, false],
      ],
    },
  );

  // Marked as for this matter only; 12315 asks for it, the platform never.
  pair<"12315" | "platform", readonly string[]>(
    "[P4] a picture of an identity paper goes to 12315 and not to the platform",
    {
      base: "12315",
      change: () => "platform",
      of: (profile) => withheldExhibits(caseOf(identity), { profile, identityMarked: true }).map((e) => e.name),
      results: [[], ["户口本.png"]],
    },
  );
  pair("[P4] and only with its watermark", {
    base: { profile: "12315" as const, identityMarked: true },
    change: (choice) => ({ ...choice, identityMarked: false }),
    of: (choice) => withheldExhibits(caseOf(identity), choice).map((e) => e.name),
    results: [[], ["户口本.png"]],
  });

  // The other case uses the very same bytes, or others.
  pair("[P6] deleting a case deletes what only it used, and keeps what another case uses", {
    base: "账单",
    change: () => "另一张账单",
    of: keptAfterDelete,
    results: [true, false],
  });
});
