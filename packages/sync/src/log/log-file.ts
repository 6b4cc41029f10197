/**
 * A log as a file: the frames that also go over the wire, one behind the other. Pure.
 *
 * 1. Frames of unknown type are skipped; what is cut off or not of the form is named. What stands before it is read, and whole records behind it too.
 *
 * Source: FR6, FI1.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { searchRecords } from "../casebox/record-search.ts";
import { written, type Bytes } from "./bytes.ts";

/** Number of the frame that carries records. */
export const RECS = 6;

/** Units: bytes. A frame holds records up to about this much. */
const FULL = 1_000_000;
/** Units: bytes; a greater length is no frame of ours. */
const MOST = 16_777_216;

export interface LogFile {
  readonly records: readonly Uint8Array[];
  /** Where its frames stop being readable; records behind it were looked for one by one. Units: bytes from its beginning. */
  readonly brokenAt: number | undefined;
}

/** Records, each once, in frames. */
export function encodeLogFile(records: readonly Uint8Array[]): Bytes {
  return written((to) => {
    for (let from = 0; from < records.length;) {
      let end = from;
      for (let size = 0; end < records.length && (size === 0 || size < FULL); end++) size += records[end]?.length ?? 0;
      const payload = written((frame) => {
        encoding.writeVarUint(frame, end - from);
        for (const record of records.slice(from, end)) encoding.writeVarUint8Array(frame, record);
      });
      encoding.writeUint8(to, RECS);
      encoding.writeVarUint8Array(to, payload);
      from = end;
    }
  });
}

/** The way back. */
export function decodeLogFile(bytes: Uint8Array): LogFile {
  const decoder = decoding.createDecoder(bytes);
  const records: Uint8Array[] = [];
  const from = (at: number): LogFile => ({
    records: [...records, ...searchRecords(bytes.subarray(at)).records],
    brokenAt: at,
  });
  while (decoder.pos < bytes.length) {
    const at = decoder.pos;
    try {
      const type = decoding.readUint8(decoder);
      const length = decoding.readVarUint(decoder);
      if (length > MOST || decoder.pos + length > bytes.length) return from(at);
      const payload = decoding.readUint8Array(decoder, length);
      if (type === RECS) records.push(...recordsIn(payload));
    } catch {
      // lib0 throws for what ends too early.
      return from(at);
    }
  }
  return { records, brokenAt: undefined };
}

function recordsIn(payload: Uint8Array): readonly Uint8Array[] {
  const decoder = decoding.createDecoder(payload);
  const count = decoding.readVarUint(decoder);
  const records: Uint8Array[] = [];
  for (let n = 0; n < count; n++) {
    const length = decoding.readVarUint(decoder);
    if (decoder.pos + length > payload.length) throw new RangeError("cut off");
    records.push(decoding.readUint8Array(decoder, length));
  }
  if (decoder.pos !== payload.length) throw new RangeError("too long");
  return records;
}
