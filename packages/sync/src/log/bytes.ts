/**
 * Bytes and the few things the record log does with them. Pure.
 */
import * as encoding from "lib0/encoding";

/** Bytes of their own memory: WebCrypto refuses shared ones. */
export type Bytes = Uint8Array<ArrayBuffer>;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Lower-case hex; sorts as the bytes do. */
export function toHex(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += HEX[byte] ?? "";
  return hex;
}

const digitAt = (hex: string, at: number): number => {
  const code = hex.charCodeAt(at);
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : Number.NaN;
};

/** The way back from `toHex`. Errors: throws for what is no hex, which is a bug. */
export function fromHex(hex: string): Bytes {
  const bytes = new Uint8Array(hex.length >> 1);
  for (let n = 0; n < bytes.length; n++) {
    const byte = digitAt(hex, 2 * n) * 16 + digitAt(hex, 2 * n + 1);
    if (Number.isNaN(byte)) throw new Error(`not hex: ${hex}`);
    bytes[n] = byte;
  }
  if (hex.length % 2 !== 0) throw new Error(`not hex: ${hex}`);
  return bytes;
}

/** All of them, end to end. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Length and every byte. Not constant time: only ever used on what is public. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  // A plain loop: it runs over every chunk of evidence, and `every` takes seven times as long.
  for (let n = 0; n < a.length; n++) if (a[n] !== b[n]) return false;
  return true;
}

/** A label of the format: its characters are ASCII. */
export const ascii = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** What `write` writes. */
export function written(write: (encoder: encoding.Encoder) => void): Bytes {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** Zero bytes. Units: bytes. */
export const zeros = (length: number): Bytes => new Uint8Array(length);
