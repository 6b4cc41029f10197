/**
 * File names: `订单号-材料类型[-序号].扩展名`, safe on every system the bundle may be opened on. Pure.
 *
 * 1. F1: what `bundleName` builds, `parseBundleName` reads back.
 * 2. F2: names that would be the same are numbered, never overwritten; two names are the same when a file system that ignores case says so.
 * 3. F3: NFC; no control, bidi, `%`, `<>:"/\|?*`, DOS names, trailing dot or space; at most 120 bytes of UTF-8, the extension kept.
 */
import { err, ok, type Result } from "./result.ts";

/** Units: bytes of UTF-8. Source: F3. */
export const MAX_NAME_BYTES = 120;

const forbidden = /[<>:"/\\|?*%]/gu;
// Controls, half characters, and the marks that turn or hide text (so that `gpj.exe` cannot show as `exe.jpg`).
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
const dosName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu;
const extensionPattern = /\.([A-Za-z0-9]{1,10})$/;
const bundlePattern = /^(.+)-([^-]*[^-\d][^-]*)$/u;
const countPattern = /-(\d{1,4})$/u;

export interface BundleName {
  readonly orderNo: string;
  readonly materialType: string;
  readonly n: number | undefined;
  readonly ext: string;
}

export interface NotBundleName {
  readonly kind: "not_a_bundle_name";
  readonly name: string;
}

export type NameFault =
  | "not_nfc"
  | "control_or_bidi"
  | "forbidden_character"
  | "dos_name"
  | "edge"
  | "too_long"
  | "empty"
  | "not_bundle_form"
  | "unknown_material";

/** Bytes a text takes in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** A name every system takes, as close to `name` as can be. Never empty. Source: F3. */
export function safeName(name: string): string {
  const clean = name.normalize("NFC").replace(invisible, "").replace(forbidden, "_");
  const trimmed = clean.replace(/^[\s.]+|[\s.]+$/gu, "");
  const named = dosName.test(trimmed) ? `_${trimmed}` : trimmed;
  const ext = extensionPattern.exec(named)?.[0] ?? "";
  const stem = cut(named.slice(0, named.length - ext.length), MAX_NAME_BYTES - utf8Length(ext));
  return `${stem === "" ? "_" : stem}${ext}`;
}

/** The longest start of whole characters that fits, without a trailing space or dot. */
function cut(text: string, bytes: number): string {
  let kept = "";
  let used = 0;
  for (const char of text) {
    used += utf8Length(char);
    if (used > bytes) break;
    kept += char;
  }
  return kept.replace(/[\s.]+$/u, "");
}

/** One part of a bundle name: a hyphen would read as the border of the next part. */
const segment = (text: string): string =>
  safeName(text)
    .replace(/-+/g, "_")
    .replace(/^_+|_+$/g, "");

/**
 * `20240501001-支付凭证.png`; with `n`, `20240501001-后台数据-2.png`. A number that does not fit is shortened, the type and the extension stay.
 * Source: guide step 3, F1. A hyphen inside the order number stays; inside the type it becomes `_`.
 */
export function bundleName(orderNo: string, materialType: string, n: number | undefined, ext: string): string {
  const type = cut(segment(materialType), 60) || "_";
  const dotted = ext
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(0, 10)
    .toLowerCase();
  const suffix = `-${type}${n === undefined ? "" : `-${n}`}${dotted === "" ? "" : `.${dotted}`}`;
  const order = cut(safeName(orderNo).replace(/[-_]+$/, ""), MAX_NAME_BYTES - utf8Length(suffix)) || "_";
  return safeName(`${order}${suffix}`);
}

/** Errors: `not_a_bundle_name`. The order number may contain hyphens; the type is the last part that is no number. `ext` is empty where there is none. */
export function parseBundleName(name: string): Result<BundleName, NotBundleName> {
  const whole = name.normalize("NFC");
  const ext = extensionPattern.exec(whole)?.[1] ?? "";
  const stem = ext === "" ? whole : whole.slice(0, -ext.length - 1);
  const n = countPattern.exec(stem)?.[1];
  const m = bundlePattern.exec(stem.replace(countPattern, ""));
  if (!m || m[1] === undefined || m[2] === undefined) return err({ kind: "not_a_bundle_name", name });
  return ok({ orderNo: m[1], materialType: m[2], n: n === undefined ? undefined : Number(n), ext: ext.toLowerCase() });
}

/** Every way in which a name breaks F1 or F3. `materialTypes`: the list of the pack (F4); absent = any type. */
export function lintName(name: string, materialTypes?: readonly string[]): readonly NameFault[] {
  const faults: NameFault[] = [];
  const add = (fault: NameFault, is: boolean): void => {
    if (is) faults.push(fault);
  };
  add("empty", name === "");
  add("not_nfc", name !== name.normalize("NFC"));
  add("control_or_bidi", name.search(invisible) >= 0);
  add("forbidden_character", name.search(forbidden) >= 0);
  add("dos_name", dosName.test(name));
  add("edge", /^[\s.]|[\s.]$/u.test(name));
  add("too_long", utf8Length(name) > MAX_NAME_BYTES);
  const parsed = parseBundleName(name);
  add("not_bundle_form", name !== "" && !parsed.ok);
  add(
    "unknown_material",
    parsed.ok && materialTypes !== undefined && !materialTypes.includes(parsed.value.materialType),
  );
  return faults;
}

/** Sameness as file systems that ignore case and form see it. */
const folded = (name: string): string => name.normalize("NFKC").toLowerCase();

/**
 * Names made safe and made different: a name that is taken gets the next free number before its extension. The order of `names` is kept, and
 * the first file that wants a name gets it, also when another was numbered towards it. Source: F2.
 */
export function numbered(names: readonly string[], taken: readonly string[] = []): readonly string[] {
  const used = new Set(taken.map(folded));
  const safe = names.map(safeName);
  const asWanted = safe.map((name) => {
    if (used.has(folded(name))) return false;
    used.add(folded(name));
    return true;
  });
  return safe.map((name, i) => {
    if (asWanted[i] === true) return name;
    let free = name;
    for (let n = 2; used.has(folded(free)); n += 1) free = withNumber(name, n);
    used.add(folded(free));
    return free;
  });
}

function withNumber(name: string, n: number): string {
  const ext = extensionPattern.exec(name)?.[0] ?? "";
  const parsed = parseBundleName(name);
  const stem = name.slice(0, name.length - ext.length);
  const base = parsed.ok && parsed.value.n !== undefined ? stem.replace(countPattern, "") : stem;
  const suffix = `-${n}${ext}`;
  return `${cut(base, MAX_NAME_BYTES - utf8Length(suffix))}${suffix}`;
}
