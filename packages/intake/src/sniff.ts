/**
 * Sniff: what a file is, by its first bytes, and whether its end is there. Pure.
 *
 * 1. The extension is never believed; when it says something else, that is a finding (`renamed_file`).
 * 2. Nothing is decoded: dimensions come from the header, so a picture too large to open is known before it is opened.
 *
 * Source: 6-evidence, "Metadata" and "Archives".
 */
import { finding, type Finding } from "./finding.ts";
import { endOfImage, imageSize, type ImageSize } from "./image-header.ts";
import { startsWith, textAt } from "./bytes.ts";

/** Units: pixels. Above this a picture is not previewed. */
export const PREVIEW_PIXELS = 50_000_000;

export interface Sniffed {
  readonly mediaType: string;
  /** Pixels as the header states them. */
  readonly size?: ImageSize;
  /** May be shown as a picture: allow-listed type and not too large. */
  readonly previewable: boolean;
  readonly findings: readonly Finding[];
}

type Signature = readonly [mediaType: string, offset: number, bytes: string];

const signatures: readonly Signature[] = [
  ["image/png", 0, "\x89PNG\r\n\x1a\n"],
  ["image/jpeg", 0, "\xff\xd8\xff"],
  ["image/gif", 0, "GIF87a"],
  ["image/gif", 0, "GIF89a"],
  ["image/webp", 8, "WEBP"],
  ["audio/wav", 8, "WAVE"],
  ["image/bmp", 0, "BM"],
  ["image/tiff", 0, "II*\0"],
  ["image/tiff", 0, "MM\0*"],
  ["application/pdf", 0, "%PDF-"],
  ["application/zip", 0, "PK\x03\x04"],
  ["application/zip", 0, "PK\x05\x06"],
  ["application/x-ole-storage", 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
  ["application/vnd.rar", 0, "Rar!\x1a\x07"],
  ["application/x-7z-compressed", 0, "7z\xbc\xaf\x27\x1c"],
  ["application/gzip", 0, "\x1f\x8b"],
  ["audio/amr", 0, "#!AMR"],
  ["audio/x-silk", 0, "#!SILK"],
  ["audio/x-silk", 0, "\x02#!SILK"],
  ["audio/ogg", 0, "OggS"],
  ["video/webm", 0, "\x1aE\xdf\xa3"],
  ["audio/mpeg", 0, "ID3"],
];

/** Extensions under which each type may go about. */
const extensions: Readonly<Record<string, readonly string[]>> = {
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg", "jpe", "jfif"],
  "image/gif": ["gif"],
  "image/webp": ["webp"],
  "image/bmp": ["bmp"],
  "image/tiff": ["tif", "tiff"],
  "image/heic": ["heic", "heif", "hif"],
  "image/avif": ["avif"],
  "image/svg+xml": ["svg"],
  "application/pdf": ["pdf"],
  "application/zip": ["zip"],
  [`application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`]: ["xlsx"],
  [`application/vnd.openxmlformats-officedocument.wordprocessingml.document`]: ["docx"],
  [`application/vnd.openxmlformats-officedocument.presentationml.presentation`]: ["pptx"],
  "application/x-ole-storage": ["doc", "xls", "ppt", "msg", "et", "wps"],
  "text/html": ["html", "htm", "xhtml", "mht", "mhtml"],
  "text/plain": ["txt", "csv", "tsv", "md", "log", "json", "xml", "eml", "text", "srt"],
  "video/mp4": ["mp4", "m4v", "mov"],
  "video/quicktime": ["mov", "qt"],
  "audio/mp4": ["m4a", "mp4"],
  "audio/mpeg": ["mp3"],
  "audio/wav": ["wav"],
  "audio/ogg": ["ogg", "oga", "opus"],
  "audio/amr": ["amr"],
  "audio/x-silk": ["silk", "slk", "amr"],
  "video/webm": ["webm", "mkv"],
};

const previewTypes: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/webp", "image/gif"]);

/**
 * What `bytes` are. `whole` says that they are the whole file and not only its beginning: only then is a missing end a finding.
 */
export function sniff(bytes: Uint8Array, name: string, whole: boolean): Sniffed {
  if (bytes.length === 0) {
    return {
      mediaType: "application/octet-stream",
      previewable: false,
      findings: whole ? [finding("empty_file", name, {})] : [],
    };
  }
  const mediaType = typeOf(bytes);
  const findings: Finding[] = [];
  const extension = extensionOf(name);
  if (extension !== "" && wrongExtension(mediaType, extension))
    findings.push(finding("renamed_file", name, { extension, mediaType }));
  if (whole && !hasEnd(mediaType, bytes)) findings.push(finding("truncated_file", name, { mediaType }));
  if (mediaType === "image/svg+xml" && hasScript(bytes)) findings.push(finding("svg_script", name, {}));
  if (mediaType === "application/x-ole-storage") findings.push(finding("old_office", name, {}));
  const size = imageSize(mediaType, bytes);
  const small = size !== undefined && size.width * size.height <= PREVIEW_PIXELS;
  if (size !== undefined && !small)
    findings.push(finding("image_too_large", name, { width: size.width, height: size.height }));
  if (mediaType.startsWith("image/") && !previewTypes.has(mediaType))
    findings.push(finding("no_preview", name, { mediaType }));
  return {
    mediaType,
    ...(size === undefined ? {} : { size }),
    previewable: previewTypes.has(mediaType) && small,
    findings,
  };
}

function typeOf(bytes: Uint8Array): string {
  if (startsWith(bytes, "ftyp", 4)) return isoMediaType(textAt(bytes, 8, 4));
  for (const [mediaType, offset, magic] of signatures) {
    if (startsWith(bytes, magic, offset)) return mediaType === "application/zip" ? officeType(bytes) : mediaType;
  }
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2) return "audio/mpeg";
  return textType(bytes);
}

/** Source: ISO/IEC 14496-12, major brand. */
function isoMediaType(brand: string): string {
  if (/^(heic|heix|heim|heis|hevc|mif1|msf1)$/.test(brand)) return "image/heic";
  if (/^avi[fs]$/.test(brand)) return "image/avif";
  if (/^M4[AB] $/.test(brand)) return "audio/mp4";
  return brand === "qt  " ? "video/quicktime" : "video/mp4";
}

/** An Office file is a ZIP that says so in the names of its first entries. */
function officeType(bytes: Uint8Array): string {
  const start = textAt(bytes, 0, 4096);
  const names =
    bytes.length > 70_000 ? start + textAt(bytes, bytes.length - 65_536, 65_536) : textAt(bytes, 0, bytes.length);
  if (!names.includes("[Content_Types].xml") && !names.includes("_rels/")) return "application/zip";
  if (names.includes("xl/")) return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  if (names.includes("word/")) return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  if (names.includes("ppt/")) return "application/vnd.openxmlformats-officedocument.presentationml.presentation";
  return "application/zip";
}

function textType(bytes: Uint8Array): string {
  if (startsWith(bytes, "\xff\xfe", 0) || startsWith(bytes, "\xfe\xff", 0)) return "text/plain";
  const head = bytes.subarray(0, 4096);
  // Text of any encoding we read has no NUL and hardly any other control character.
  let odd = 0;
  for (const byte of head) {
    if (byte === 0) return "application/octet-stream";
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b) odd += 1;
  }
  if (odd * 50 > head.length) return "application/octet-stream";
  const start = textAt(bytes, 0, 1024)
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(start))
    return "image/svg+xml";
  return /^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)[\s>]/i.test(start) ? "text/html" : "text/plain";
}

/** Lower-case extension without the dot, or nothing. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

function wrongExtension(mediaType: string, extension: string): boolean {
  const own = extensions[mediaType];
  if (own?.includes(extension) === true) return false;
  // An extension we do not know says nothing about the type.
  return Object.values(extensions).some((list) => list.includes(extension));
}

function hasEnd(mediaType: string, bytes: Uint8Array): boolean {
  if (mediaType === "application/pdf") return textAt(bytes, Math.max(0, bytes.length - 2048), 2048).includes("%%EOF");
  if (mediaType === "application/zip" || mediaType.startsWith("application/vnd.openxmlformats")) {
    // Source: APPNOTE 4.3.16, the end record lies within the last 64 KiB + 22 bytes.
    return textAt(bytes, Math.max(0, bytes.length - 65_557), 65_557).includes("PK\x05\x06");
  }
  return endOfImage(mediaType, bytes);
}

/** Scripts, handlers and script links: an SVG that has them is only ever a download card. */
function hasScript(bytes: Uint8Array): boolean {
  return /<script|\son[a-z]+\s*=|javascript:|<foreignObject/i.test(textAt(bytes, 0, bytes.length));
}
