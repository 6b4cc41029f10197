/**
 * Image headers: width and height without decoding, and whether the picture's end is there. Pure.
 *
 * Source: PNG 1.2 §11.2.2 and §11.2.5; ITU T.81 B.1.1; GIF89a; WebP container (RFC 9649).
 */
import { bigEndian, littleEndian, startsWith, textAt } from "./bytes.ts";

/** Units: pixels, as stored (before any EXIF rotation). */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Undefined when the header is not one we read, or is not all there. */
export function imageSize(mediaType: string, bytes: Uint8Array): ImageSize | undefined {
  switch (mediaType) {
    case "image/png":
      return bytes.length >= 24 ? { width: bigEndian(bytes, 16, 4), height: bigEndian(bytes, 20, 4) } : undefined;
    case "image/gif":
      return bytes.length >= 10 ? { width: littleEndian(bytes, 6, 2), height: littleEndian(bytes, 8, 2) } : undefined;
    case "image/jpeg":
      return jpegSize(bytes);
    case "image/webp":
      return webpSize(bytes);
    default:
      return undefined;
  }
}

function jpegSize(bytes: Uint8Array): ImageSize | undefined {
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    // Start of frame, every kind of it; 0xC4, 0xC8 and 0xCC in that range are something else.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { height: bigEndian(bytes, at + 5, 2), width: bigEndian(bytes, at + 7, 2) };
    }
    // Fill bytes may stand before a marker.
    at += marker === 0xff ? 1 : 2 + bigEndian(bytes, at + 2, 2);
  }
  return undefined;
}

function webpSize(bytes: Uint8Array): ImageSize | undefined {
  if (bytes.length < 30) return undefined;
  switch (textAt(bytes, 12, 4)) {
    case "VP8 ":
      return { width: littleEndian(bytes, 26, 2) % 0x4000, height: littleEndian(bytes, 28, 2) % 0x4000 };
    case "VP8L": {
      const packed = littleEndian(bytes, 21, 4);
      return { width: 1 + (packed % 0x4000), height: 1 + (Math.floor(packed / 0x4000) % 0x4000) };
    }
    case "VP8X":
      return { width: 1 + littleEndian(bytes, 24, 3), height: 1 + littleEndian(bytes, 27, 3) };
    default:
      return undefined;
  }
}

/** Whether the picture is complete at its end; true for types whose end cannot be told. Bytes may follow the end. */
export function endOfImage(mediaType: string, bytes: Uint8Array): boolean {
  switch (mediaType) {
    case "image/png":
      return pngReachesEnd(bytes);
    case "image/jpeg":
      return lastEndOfJpeg(bytes);
    case "image/gif":
      return bytes.length > 13 && bytes.lastIndexOf(0x3b) >= 13;
    case "image/webp":
      return bytes.length >= 8 + littleEndian(bytes, 4, 4);
    default:
      return true;
  }
}

function pngReachesEnd(bytes: Uint8Array): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    if (startsWith(bytes, "IEND", at + 4)) return true;
    at += 12 + bigEndian(bytes, at, 4);
  }
  return false;
}

/** An embedded thumbnail has an end of its own, so the end must come after the last start of scan. */
function lastEndOfJpeg(bytes: Uint8Array): boolean {
  let end = -1;
  let scan = -1;
  for (let at = 2; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    if (bytes[at + 1] === 0xd9) end = at;
    else if (bytes[at + 1] === 0xda) scan = at;
  }
  return end > scan;
}
