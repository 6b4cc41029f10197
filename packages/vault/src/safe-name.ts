/**
 * File names that every system can hold and no one can be fooled by. Pure.
 *
 * 1. The result is NFC, ≤ `maxBytes` UTF-8 bytes, and has no control or bidi character, none of `%<>:"/\|?*`, no DOS
 *    device name, no trailing dot or space. It is one path segment and never empty.
 * 2. Safe names stay as they are: safeName(safeName(x)) = safeName(x).
 *
 * Source: F3.
 */

/** Units: UTF-8 bytes. */
export const MAX_NAME_BYTES = 120;

/** What is left when nothing of a name is. */
const NAMELESS = "file";

/** Controls, lone surrogates, line separators, and the characters that turn the reading direction around. */
const invisible = /[\p{Cc}\p{Cs}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const reserved = /[%<>:"/\\|?*]/g;
const trailing = /[. ]+$/;
/** Windows reads these as devices whatever follows the first dot; its superscript digits count too. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3]) *(?:\.|$)/i;
/** A short run after the last dot that is not the first character. */
const extension = /(?<=.)\.[^. ]{1,16}$/su;

const encoder = new TextEncoder();
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
const bytesOf = (text: string): number => encoder.encode(text).length;

const guardDevice = (name: string): string => (device.test(name) ? `_${name}` : name);

/** `[stem, extension with its dot or nothing]`. An extension longer than any real one is part of the stem. */
function split(name: string): readonly [string, string] {
  const ext = extension.exec(name)?.[0] ?? "";
  return bytesOf(ext) > 24 ? [name, ""] : [name.slice(0, name.length - ext.length), ext];
}

/** Cuts the stem between visible characters, never inside one. */
function fit(stem: string, ext: string, maxBytes: number): string {
  if (bytesOf(stem) + bytesOf(ext) <= maxBytes) return stem + ext;
  let room = maxBytes - bytesOf(ext);
  let kept = "";
  for (const { segment } of graphemes.segment(stem)) {
    room -= bytesOf(segment);
    if (room < 0) break;
    kept += segment;
  }
  return (kept.replace(trailing, "") || NAMELESS) + ext;
}

/**
 * A name from anywhere → a safe one that still reads like it; the extension survives shortening.
 * Units: `maxBytes` UTF-8 bytes, at least 40. Source: F3.
 */
export function safeName(name: string, maxBytes: number = MAX_NAME_BYTES): string {
  // Taking a character out can let its neighbours compose, hence the second normalisation.
  const plain = name
    .normalize("NFC")
    .replace(invisible, "")
    .replace(reserved, "_")
    .normalize("NFC")
    .replace(trailing, "");
  const guarded = guardDevice(plain || NAMELESS);
  return guardDevice(fit(...split(guarded), maxBytes));
}

/** The name with a number before its extension: what a second file of the same name is called. Source: F2. */
export function numberedName(name: string, number: number, maxBytes: number = MAX_NAME_BYTES): string {
  const suffix = `-${number}`;
  const [stem, ext] = split(safeName(name, maxBytes));
  return fit(stem, "", maxBytes - bytesOf(ext) - bytesOf(suffix)) + suffix + ext;
}
