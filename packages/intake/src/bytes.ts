/**
 * Bytes read as Latin-1 text, so that magic numbers can be written as strings. Pure.
 */

const PIECE = 32_768;

/** Characters U+0000–U+00FF, one per byte; short where the file is. Units: bytes. */
export function textAt(bytes: Uint8Array, offset: number, length: number): string {
  const end = Math.min(bytes.length, offset + length);
  let text = "";
  for (let at = offset; at < end; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(end, at + PIECE)));
  return text;
}

/** Whether the magic number stands at `offset`; false where the file ends before it. Units: bytes. */
export const startsWith = (bytes: Uint8Array, magic: string, offset: number): boolean =>
  textAt(bytes, offset, magic.length) === magic;

/** A big-endian unsigned number; 0 past the end. */
export function bigEndian(bytes: Uint8Array, offset: number, width: number): number {
  let value = 0;
  for (let i = 0; i < width; i += 1) value = value * 256 + (bytes[offset + i] ?? 0);
  return value;
}

/** A little-endian unsigned number; 0 past the end. */
export function littleEndian(bytes: Uint8Array, offset: number, width: number): number {
  let value = 0;
  for (let i = width - 1; i >= 0; i -= 1) value = value * 256 + (bytes[offset + i] ?? 0);
  return value;
}
