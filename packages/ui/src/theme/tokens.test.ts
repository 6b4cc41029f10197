/** Contrast of the colour tokens, in every theme. */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast, parseHex, tokensOf, type Palette } from "./contrast.ts";

const SOURCES = new URL("../", import.meta.url);
const sheet = (path: string): string => readFileSync(new URL(path, SOURCES), "utf8");
const tokens = sheet("theme/tokens.css");

const PALETTES: readonly Palette[] = ["light", "dark", "contrast"];
const GROUNDS = ["paper", "panel", "raised", "hover"];
const STATES = ["mine", "theirs", "authority", "danger", "good"];
/** Text on ground. Everything a style sheet combines must be here; the test below looks for what is missing. */
const TEXT: readonly (readonly [string, string])[] = [
  ...GROUNDS.flatMap((ground) => ["ink", "ink-2", "accent", ...STATES].map((ink) => [ink, ground] as const)),
  ...["paper", "panel", "raised"].map((ground) => ["ink-3", ground] as const),
  ...STATES.map((state) => [state, `${state}-soft`] as const),
  ["ink", "accent-soft"],
  ["ink-2", "accent-soft"],
  ["accent", "accent-soft"],
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["paper", "mine"],
];
/** What is no text but shows where something is: 3 : 1. */
const SHAPES = ["paper", "panel", "raised"].flatMap(
  (ground) =>
    [
      ["line-strong", ground],
      ["accent", ground],
    ] as const,
);

/** Units: ratio. The strict theme is held to AAA. */
const LEAST = { light: 4.5, dark: 4.5, contrast: 7 } as const;

describe.each(PALETTES)("[UI] contrast in %s", (palette) => {
  const colours = tokensOf(tokens, palette);
  const ratio = (a: string, b: string): number => {
    const [x, y] = [colours.get(a), colours.get(b)];
    if (x === undefined || y === undefined) throw new Error(`no colour ${a} or ${b}`);
    return contrast(x, y);
  };
  test.each(TEXT)("[UI] %s on %s can be read", (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(LEAST[palette]);
  });
  test.each(SHAPES)("[UI] %s shows on %s", (shape, ground) => {
    expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3);
  });
});

test("[UI] every ink and ground that a rule combines is one of the pairs", () => {
  const known = new Set(TEXT.map((pair) => pair.join(" on ")));
  const missing: string[] = [];
  let seen = 0;
  for (const file of globSync("**/*.css", { cwd: SOURCES }))
    for (const body of sheet(file)
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .matchAll(/\{([^{}]*)\}/g)) {
      const ink = /(?:^|[\s;])color:\s*var\(--([\w-]+)\)/.exec(body[1] ?? "")?.[1];
      const ground = /background(?:-color)?:\s*var\(--([\w-]+)\)/.exec(body[1] ?? "")?.[1];
      if (ink === undefined || ground === undefined) continue;
      seen += 1;
      if (!known.has(`${ink} on ${ground}`)) missing.push(`${file}: ${ink} on ${ground}`);
    }
  expect(missing).toEqual([]);
  expect(seen).toBeGreaterThan(10);
});

test("[UI] contrast is WCAG's", () => {
  const [black, white, grey] = [parseHex("#000"), parseHex("#ffffff"), parseHex("#767676")];
  if (black === undefined || white === undefined || grey === undefined) throw new Error("colours");
  expect(contrast(black, white)).toBe(21);
  // #767676 is the well-known lightest grey that passes on white: 4.54.
  expect(contrast(grey, white)).toBeCloseTo(4.54, 2);
  expect(parseHex("rgb(0 0 0)")).toBeUndefined();
});
