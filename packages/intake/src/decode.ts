/**
 * Decode: bytes of a text file → text. Pure.
 *
 * 1. Order: byte order mark, strict UTF-8, GB18030. The first that reads every byte is it.
 * 2. A file cut off inside its last character is still read in its own encoding; the cut is a finding.
 * 3. Text that was spoilt before it reached us is a finding: nothing is repaired.
 */
import { err, ok, type Result } from "@recourse/core";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** The last character is not all there. */
  readonly cut: boolean;
  /** The text holds what is left of a wrong conversion done earlier by another program. */
  readonly spoilt: boolean;
}

export interface MisEncoded {
  readonly kind: "mis_encoded";
  readonly encoding: Encoding;
}

/** Errors: `mis_encoded` when no encoding reads every byte. */
export function decode(bytes: Uint8Array): Result<Decoded, MisEncoded> {
  const marked = markedEncoding(bytes);
  const first = readStrict(bytes, marked ?? "utf-8");
  if (first !== undefined) return ok({ ...first, encoding: marked ?? "utf-8", spoilt: isSpoilt(first.text) });
  const damaged = marked === undefined || marked === "utf-8" ? damagedUtf8(bytes) : undefined;
  if (damaged !== undefined) return ok({ text: damaged, encoding: "utf-8", cut: false, spoilt: true });
  const second = marked === undefined ? readStrict(bytes, "gb18030") : undefined;
  if (second !== undefined) return ok({ ...second, encoding: "gb18030", spoilt: isSpoilt(second.text) });
  return err({ kind: "mis_encoded", encoding: marked ?? "gb18030" });
}

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function readStrict(
  bytes: Uint8Array,
  encoding: Encoding,
): { readonly text: string; readonly cut: boolean } | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    const text = decoder.decode(bytes, { stream: true });
    try {
      decoder.decode();
      return { text, cut: false };
    } catch {
      // Everything but an unfinished last character was read.
      return { text, cut: true };
    }
  } catch {
    return undefined;
  }
}

/**
 * UTF-8 with a few wrong bytes. GB18030 would read almost anything, so text of which nearly every character is valid
 * UTF-8 is not given to it: of GB18030 text hardly any character is.
 */
function damagedUtf8(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder("utf-8").decode(bytes);
  const wrong = text.match(/\ufffd/g)?.length ?? 0;
  const wide = text.match(/[\u2e80-\uffef]/g)?.length ?? 0;
  return wide > wrong * 10 ? text : undefined;
}

/** Replacement characters, their GBK reading 锟斤拷, or Chinese bytes once read as Latin-1. */
function isSpoilt(text: string): boolean {
  if (text.includes("\ufffd") || text.includes("锟斤拷")) return true;
  const latin = text.match(/[\u0080-\u00ff]/g)?.length ?? 0;
  return latin >= 8 && latin * 10 > text.length && !/[\u4e00-\u9fff]/.test(text);
}
