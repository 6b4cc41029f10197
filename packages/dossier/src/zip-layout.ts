/**
 * The bytes of a ZIP around its files: headers, central directory, end records. Pure.
 *
 * 1. Files are stored, never compressed, and their size and CRC-32 are known beforehand. So the layout is complete
 *    before a byte of a file is read, and a browser can hand out the ZIP as a Blob of parts.
 * 2. Names are UTF-8 (flag bit 11); zip64 fields appear only where a number needs them.
 * 3. The same entries and time give the same bytes: the clock is never read.
 *
 * Source: APPNOTE.TXT 6.3.10, sections 4.3.7–4.3.16, 4.4.4 and 4.5.3.
 */
import { clockOf, type Instant } from "@recourse/core";

/** Units: `size` in bytes; `crc32` is the unsigned number of polynomial 0xEDB88320. */
export interface ZipEntry {
  readonly path: string;
  readonly size: number;
  readonly crc32: number;
}

/** Bytes of the container, or the place where the content of `entries[content]` belongs. */
export type ZipPart =
  | { readonly as: "bytes"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly as: "content"; readonly content: number };

/** Units: `size` in bytes, of the whole ZIP. */
export interface ZipLayout {
  readonly parts: readonly ZipPart[];
  readonly size: number;
}

/** A number that does not fit stands in the zip64 fields and is all ones here. */
const ONES_16 = 0xff_ff;
const ONES_32 = 0xff_ff_ff_ff;

const PLAIN_VERSION = 20;
const ZIP64_VERSION = 45;
const ZIP64_FIELD = 0x0001;
const UTF8_NAMES = 0x08_00;
/** Made on Unix, so that an unpacker takes the permissions: a plain file its owner may write. */
const MADE_BY_UNIX = 3 << 8;
const PLAIN_FILE = (0o100644 << 16) >>> 0;

const encoder = new TextEncoder();

type Field = readonly [width: 2 | 4 | 8, value: number];

/** Little-endian fields, then bytes as they are. */
function record(fields: readonly Field[], ...tails: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const head = fields.reduce((sum, [width]) => sum + width, 0);
  const bytes = new Uint8Array(tails.reduce((sum, tail) => sum + tail.length, head));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += width;
  }
  for (const tail of tails) {
    bytes.set(tail, at);
    at += tail.length;
  }
  return bytes;
}

/** DOS time and date in Asia/Shanghai; the format knows the years 1980–2107 and even seconds only. */
function dosTime(at: Instant): readonly [time: number, date: number] {
  const { date, seconds } = clockOf(at);
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const [hour = 0, minute = 0, second = 0] = seconds.split(":").map(Number);
  if (year < 1980 || year > 2107) return [0, (1 << 5) | 1];
  return [(hour << 11) | (minute << 5) | (second >> 1), ((year - 1980) << 9) | (month << 5) | day];
}

/** The zip64 extra field with the numbers that do not fit; nothing when all do. */
function zip64Extra(numbers: readonly number[]): Uint8Array {
  if (numbers.length === 0) return new Uint8Array(0);
  return record([[2, ZIP64_FIELD], [2, numbers.length * 8], ...numbers.map((n): Field => [8, n])]);
}

const fits32 = (n: number): boolean => n < ONES_32;
const low32 = (n: number): number => Math.min(n, ONES_32);

/** What the local and the central header say alike. */
function shared(entry: ZipEntry, name: Uint8Array, extra: Uint8Array, [time, date]: readonly [number, number]) {
  return (version: number): readonly Field[] => [
    [2, version],
    [2, UTF8_NAMES],
    [2, 0],
    [2, time],
    [2, date],
    [4, entry.crc32],
    [4, low32(entry.size)],
    [4, low32(entry.size)],
    [2, name.length],
    [2, extra.length],
  ];
}

function localHeader(entry: ZipEntry, name: Uint8Array, when: readonly [number, number]): Uint8Array<ArrayBuffer> {
  // The local field always carries both sizes, even though they are the same (4.5.3).
  const extra = zip64Extra(fits32(entry.size) ? [] : [entry.size, entry.size]);
  const version = extra.length > 0 ? ZIP64_VERSION : PLAIN_VERSION;
  return record([[4, 0x04_03_4b_50], ...shared(entry, name, extra, when)(version)], name, extra);
}

function centralHeader(entry: ZipEntry, name: Uint8Array, offset: number, when: readonly [number, number]) {
  const extra = zip64Extra([
    ...(fits32(entry.size) ? [] : [entry.size, entry.size]),
    ...(fits32(offset) ? [] : [offset]),
  ]);
  const version = extra.length > 0 ? ZIP64_VERSION : PLAIN_VERSION;
  return record(
    [
      [4, 0x02_01_4b_50],
      [2, MADE_BY_UNIX | version],
      ...shared(entry, name, extra, when)(version),
      [2, 0],
      [2, 0],
      [2, 0],
      [4, PLAIN_FILE],
      [4, low32(offset)],
    ],
    name,
    extra,
  );
}

function endRecords(count: number, size: number, offset: number): Uint8Array<ArrayBuffer> {
  const needs64 = count >= ONES_16 || !fits32(size) || !fits32(offset);
  const end = record([
    [4, 0x06_05_4b_50],
    [2, 0],
    [2, 0],
    [2, Math.min(count, ONES_16)],
    [2, Math.min(count, ONES_16)],
    [4, low32(size)],
    [4, low32(offset)],
    [2, 0],
  ]);
  if (!needs64) return end;
  const end64 = record([
    [4, 0x06_06_4b_50],
    // Length of what follows this field.
    [8, 44],
    [2, MADE_BY_UNIX | ZIP64_VERSION],
    [2, ZIP64_VERSION],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, size],
    [8, offset],
  ]);
  const locator = record([
    [4, 0x07_06_4b_50],
    [4, 0],
    [8, offset + size],
    [4, 1],
  ]);
  return record([], end64, locator, end);
}

/** Everything of a ZIP but the content of its files. `at` is the date every file carries. */
export function layoutZip(entries: readonly ZipEntry[], at: Instant): ZipLayout {
  const when = dosTime(at);
  const parts: ZipPart[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  entries.forEach((entry, content) => {
    const name = encoder.encode(entry.path);
    const header = localHeader(entry, name, when);
    parts.push({ as: "bytes", bytes: header }, { as: "content", content });
    directory.push(centralHeader(entry, name, offset, when));
    offset += header.length + entry.size;
  });
  const central = record([], ...directory);
  const end = endRecords(entries.length, central.length, offset);
  parts.push({ as: "bytes", bytes: central }, { as: "bytes", bytes: end });
  return { parts, size: offset + central.length + end.length };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xed_b8_83_20 : crc >>> 1;
  return crc;
});

/** CRC-32 of bytes that are in memory anyway: pages may not load the WebAssembly that hashes files. */
export function crc32(bytes: Uint8Array): number {
  let crc = ONES_32;
  // By index: an iterator over bytes is several times slower, and a bundle waits for this.
  for (let at = 0; at < bytes.length; at += 1) crc = (crcTable[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ ONES_32) >>> 0;
}
