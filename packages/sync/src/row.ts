/**
 * One stored row: a batch of frames (updates today, sealed records later) with what it takes to see damage. Pure.
 *
 * 1. A frame whose length or CRC-32 does not fit is bad; the other frames of the row still load.
 * 2. A row of a kind this version does not know is never applied.
 */
import * as z from "zod/mini";

/** What the frames of a row are. Newer apps add kinds. */
export type RowKind = "update";
const rowKinds: ReadonlySet<string> = new Set<RowKind>(["update"]);

export const StoredRowSchema = z.looseObject({
  doc: z.string(),
  row: z.int(),
  kind: z.string(),
  /** All frames, end to end. */
  bytes: z.instanceof(Uint8Array),
  /** Where each frame ends. Units: bytes. */
  ends: z.instanceof(Uint32Array),
  crcs: z.instanceof(Uint32Array),
});
export type StoredRow = z.infer<typeof StoredRowSchema>;

/** Rows of a document are numbered from 1 without gap, in the order in which they became durable. */
export interface Row {
  readonly row: number;
  readonly kind: RowKind;
  readonly frames: readonly Uint8Array[];
}

/** `bytes` is what is there, for showing and export. `frame` is absent when the whole row is meant. */
export interface BadRow {
  readonly row: number;
  readonly frame?: number;
  readonly reason: "shape" | "kind" | "length" | "checksum" | "content";
  readonly bytes?: Uint8Array;
}

export interface Unpacked {
  readonly row?: Row;
  readonly bad: readonly BadRow[];
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

/** CRC-32 as in ZIP. Source: ISO 3309; polynomial 0xEDB88320. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let n = 0; n < bytes.length; n++) crc = (crcTable[(crc ^ (bytes[n] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Frames as they are stored, with length and CRC-32 of each. Units: `row` from 1. */
export function packRow(doc: string, row: number, kind: RowKind, frames: readonly Uint8Array[]): StoredRow {
  const bytes = new Uint8Array(frames.reduce((sum, frame) => sum + frame.length, 0));
  const ends = new Uint32Array(frames.length);
  const crcs = new Uint32Array(frames.length);
  let end = 0;
  frames.forEach((frame, n) => {
    bytes.set(frame, end);
    end += frame.length;
    ends[n] = end;
    crcs[n] = crc32(frame);
  });
  return { doc, row, kind, bytes, ends, crcs };
}

/** Total: takes whatever the store holds under number `row`. */
export function unpackRow(row: number, raw: unknown): Unpacked {
  const parsed = StoredRowSchema.safeParse(raw);
  if (!parsed.success || parsed.data.ends.length !== parsed.data.crcs.length)
    return { bad: [{ row, reason: "shape" }] };
  const { kind, bytes, ends, crcs } = parsed.data;
  if (!isRowKind(kind)) return { bad: [{ row, reason: "kind", bytes }] };
  const frames: Uint8Array[] = [];
  const bad: BadRow[] = [];
  let start = 0;
  ends.forEach((end, frame) => {
    const piece = bytes.slice(start, Math.max(start, end));
    const whole = end >= start && end <= bytes.length;
    if (!whole) bad.push({ row, frame, reason: "length", bytes: piece });
    else if (crc32(piece) !== crcs[frame]) bad.push({ row, frame, reason: "checksum", bytes: piece });
    else frames.push(piece);
    if (whole) start = end;
  });
  // Bytes that no frame claims belong to one that is no longer listed.
  if (start < bytes.length && !bad.some(({ reason }) => reason === "length"))
    bad.push({ row, reason: "length", bytes: bytes.slice(start) });
  return { row: { row, kind, frames }, bad };
}

const isRowKind = (kind: string): kind is RowKind => rowKinds.has(kind);
