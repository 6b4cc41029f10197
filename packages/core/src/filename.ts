/**
 * File names: `订单号-材料类型[-序号].扩展名`, safe on every system the bundle may be opened on. Pure.
 *
 * 1. F1: what `bundleName` builds, `parseBundleName` reads back.
 * 2. F2: names that would be the same are numbered, never overwritten; two names are the same when a file system that ignores case says so.
 * 3. F3: NFC; no control, bidi, `%`, `<>:"/\|?*`, DOS names, trailing dot or space; at most 120 bytes of UTF-8, the extension kept.
 * 4. A safe name is one path segment, never empty, and stays as it is: safeName(safeName(x)) = safeName(x).
 */
import { err, ok, type Result } from "./result.ts";

/** Units: bytes of UTF-8. Source: F3. */
export const MAX_NAME_BYTES = 120;

/** What is left when nothing of a name is. */
const NAMELESS = "file";
/** Units: bytes of UTF-8. A longer run after the last dot is no extension but part of the name. */
const MAX_EXTENSION_BYTES = 24;
/** Units: bytes of UTF-8. */
const MAX_TYPE_BYTES = 60;

const forbidden = /[<>:"/\\|?*%]/gu;
// Controls, half characters, and the marks that turn or hide text (so that `gpj.exe` cannot show as `exe.jpg`); not
// the two joiners, which emoji and whole scripts are written with.
const invisible = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
const leadingEdge = /^[\s.]+/u;
const trailingEdge = /[\s.]+$/u;
// Windows reads these as devices whatever follows the first dot, also with spaces before it; superscript digits count.
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\.|$)/iu;
/** A short run after the last dot that is not the first character. */
const anyExtension = /(?<=.)\.[^. ]{1,16}$/su;
/** Narrower than `anyExtension`: an order number may hold dots, and 支付凭证 after one is no extension. */
const bundleExtension = /\.([A-Za-z0-9]{1,10})$/;
const bundlePattern = /^(.+)-([^-]*[^-\d][^-]*)$/u;
const countPattern = /-(\d{1,4})$/u;

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** A name that says what it is a name of. `n` counts files of one order and type; `ext` is without its dot. Source: F1. */
export interface BundleName {
  readonly orderNo: string;
  readonly materialType: string;
  readonly n: number | undefined;
  readonly ext: string;
}

/** `name` as it was asked about. */
export interface NotBundleName {
  readonly kind: "not_a_bundle_name";
  readonly name: string;
}

/** How a name breaks the rules: the first seven F3, then F1, then F4. */
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

/** What a text takes on a disk; half a character counts as the U+FFFD that stands for it. Units: bytes of UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The name without what F3 forbids; nothing where nothing else was in it. */
const plain = (name: string): string =>
  // Taking a character out can let its neighbours compose, hence the second normalisation.
  name.normalize("NFC").replace(invisible, "").replace(forbidden, "_").normalize("NFC").replace(trailingEdge, "");

const guardDevice = (name: string): string => (device.test(name) ? `_${name}` : name);

/** `[stem, extension with its dot or nothing]`. */
function split(name: string): readonly [string, string] {
  const ext = anyExtension.exec(name)?.[0] ?? "";
  return utf8Length(ext) > MAX_EXTENSION_BYTES ? [name, ""] : [name.slice(0, name.length - ext.length), ext];
}

/** The longest start that fits, without a trailing space or dot; never half of what a reader sees as one character. */
function cut(text: string, maxBytes: number): string {
  if (utf8Length(text) <= maxBytes) return text.replace(trailingEdge, "");
  let room = maxBytes;
  let kept = "";
  for (const { segment } of graphemes.segment(text)) {
    room -= utf8Length(segment);
    if (room < 0) break;
    kept += segment;
  }
  return kept.replace(trailingEdge, "");
}

function fit(stem: string, ext: string, maxBytes: number): string {
  if (utf8Length(stem) + utf8Length(ext) <= maxBytes) return stem + ext;
  return (cut(stem, maxBytes - utf8Length(ext)) || NAMELESS) + ext;
}

/**
 * A name from anywhere → one every system takes and no one can be fooled by, that still reads like it; the extension survives
 * shortening. A leading dot stays: `.gitignore` is a name.
 * Units: `maxBytes` bytes of UTF-8, at least 40. Source: F3.
 */
export function safeName(name: string, maxBytes: number = MAX_NAME_BYTES): string {
  const guarded = guardDevice(plain(name) || NAMELESS);
  return guardDevice(fit(...split(guarded), maxBytes));
}

/** The name with a number before its extension, for a second file of any name; those of a bundle are `numbered`. Source: F2. */
export function numberedName(name: string, n: number, maxBytes: number = MAX_NAME_BYTES): string {
  const suffix = `-${n}`;
  const [stem, ext] = split(safeName(name, maxBytes));
  return fit(stem, "", maxBytes - utf8Length(ext) - utf8Length(suffix)) + suffix + ext;
}

/** One part of a bundle name, which starts with a dot or space as little as it ends with one. */
const part = (text: string): string => guardDevice(plain(text).replace(leadingEdge, ""));

/** The material type: a hyphen would read as the border of the next part. */
const typePart = (text: string): string =>
  part(text)
    .replace(/-+/g, "_")
    .replace(/^_+|_+$/g, "");

/**
 * `20240501001-支付凭证.png`; with `n`, `20240501001-后台数据-2.png`. A number that does not fit is shortened, the type and the extension stay.
 * Source: guide step 3, F1. A hyphen inside the order number stays; inside the type it becomes `_`.
 */
export function bundleName(orderNo: string, materialType: string, n: number | undefined, ext: string): string {
  const type = cut(typePart(materialType), MAX_TYPE_BYTES) || "_";
  const dotted = ext
    .replace(/[^A-Za-z0-9]/g, "")
    .slice(0, 10)
    .toLowerCase();
  const suffix = `-${type}${n === undefined ? "" : `-${n}`}${dotted === "" ? "" : `.${dotted}`}`;
  const order = cut(part(orderNo).replace(/[-_]+$/, ""), MAX_NAME_BYTES - utf8Length(suffix)) || "_";
  return safeName(`${order}${suffix}`);
}

/** Errors: `not_a_bundle_name`. The order number may contain hyphens; the type is the last part that is no number. `ext` is empty where there is none. */
export function parseBundleName(name: string): Result<BundleName, NotBundleName> {
  const whole = name.normalize("NFC");
  const ext = bundleExtension.exec(whole)?.[1] ?? "";
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
  add("dos_name", device.test(name));
  add("edge", leadingEdge.test(name) || trailingEdge.test(name));
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
  const safe = names.map((name) => safeName(name));
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
  const ext = bundleExtension.exec(name)?.[0] ?? "";
  const parsed = parseBundleName(name);
  const stem = name.slice(0, name.length - ext.length);
  const base = parsed.ok && parsed.value.n !== undefined ? stem.replace(countPattern, "") : stem;
  const suffix = `-${n}${ext}`;
  return `${cut(base, MAX_NAME_BYTES - utf8Length(suffix))}${suffix}`;
}
