import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, unfold } from "./fold.ts";

/** What folding is, said slowly: cluster by cluster, nothing remembered. */
function slowly(
  text: string,
  titles: boolean,
): { readonly text: string; readonly start: number[]; readonly end: number[] } {
  const out = { text: "", start: [] as number[], end: [] as number[] };
  for (const m of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const was = m[0];
    if (was !== "\n" && (/^[\s\p{Cf}\p{Cc}]$/u.test(was) || (!titles && /^[《》]$/.test(was)))) continue;
    const now = was
      .normalize("NFKC")
      .toLowerCase()
      .replace(/(?!\n)\s/g, "");
    out.text += now;
    for (let i = 0; i < now.length; i += 1) {
      out.start.push(m.index);
      out.end.push(m.index + was.length);
    }
  }
  return out;
}

const pieces = [
  "退款",
  "《规则》",
  "ＡＢ１",
  " ",
  "\n",
  "\u200b",
  "e\u0301",
  "\u0301",
  "\u3099",
  "か\u3099",
  "ﬁ",
  "İ",
  "𝒜",
  "\ud800",
  "👍🏽",
  "\u{1d165}",
  "⑴",
  "　",
  "ﾊﾟ",
];

describe("[W1] text as the checks compare it", () => {
  it("[W1] width, case, spaces and zero-width characters go; line breaks and the way back stay", () => {
    const f = fold("ＡＢ 退\u200b款\n１");
    // A B, then 退 (past the space) and 款 (past the zero-width space), the line break, and the 1 of half width.
    expect(f.text).toBe("ab退款\n1");
    expect(unfold(f, 2, 4)).toEqual({ start: 3, end: 6 });
    expect(fold("《规则》", false).text).toBe("规则");
  });
  it("[W1] a letter and its marks are one character", () => {
    // e + combining acute composes; both units of the original belong to it.
    expect(fold("e\u0301a")).toEqual({ text: "\u00e9a", start: [0, 2], end: [2, 3] });
  });
  it("[W1] any text folds as it does cluster by cluster", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary" }))),
        fc.boolean(),
        (parts, titles) => {
          const text = parts.join("");
          expect(fold(text, titles)).toEqual(slowly(text, titles));
        },
      ),
      { numRuns: 500 },
    );
  });
});
