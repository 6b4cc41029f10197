/**
 * Contrast of colours, and reading of colour tokens. Pure.
 *
 * Source: WCAG 2.2, relative luminance and contrast ratio.
 */

/** Units: 0 to 255 each. */
export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** The themes that bring their own colours. */
export type Palette = "light" | "dark" | "contrast";

/** Reads `#rgb` or `#rrggbb`; undefined for anything else. */
export function parseHex(text: string): Rgb | undefined {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (digits === undefined) return undefined;
  const full = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  const at = (from: number): number => Number.parseInt(full.slice(from, from + 2), 16);
  return { r: at(0), g: at(2), b: at(4) };
}

function luminance(colour: Rgb): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

/** Contrast ratio, 1 to 21, the same either way round. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const declarations = (block: string): ReadonlyMap<string, string> =>
  new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((found) => [found[1] ?? "", (found[2] ?? "").trim()]));

/** The body of the first rule with exactly this selector. */
function rule(css: string, selector: string): string {
  const at = css.indexOf(`${selector} {`);
  return at < 0 ? "" : css.slice(css.indexOf("{", at) + 1, css.indexOf("}", at));
}

/** Colour tokens of a palette from the text of tokens.css. Tokens that are no plain colour are left out. */
export function tokensOf(css: string, palette: Palette): ReadonlyMap<string, Rgb> {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "");
  const base = declarations(rule(plain, ":root"));
  const over = palette === "contrast" ? declarations(rule(plain, ':root[data-theme="contrast"]')) : new Map();
  const colours = new Map<string, Rgb>();
  for (const [name, value] of base) {
    const both = /^light-dark\(\s*([^,]+),\s*([^)]+)\)$/.exec(value);
    const own: string = over.get(name) ?? (both === null ? value : ((palette === "light" ? both[1] : both[2]) ?? ""));
    const colour = parseHex(own);
    if (colour !== undefined) colours.set(name, colour);
  }
  return colours;
}
