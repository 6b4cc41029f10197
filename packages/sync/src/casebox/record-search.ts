/**
 * Looking for records one by one where the frames around them cannot be trusted: a record says itself where it begins and how long it is. Pure.
 *
 * 1. A record is found whatever happened to the bytes before and behind it; whether it is true is asked of its signature, not here.
 * 2. Time and memory are bounded by the length of what is searched: what is found are views, and all of them together are at most twice as long.
 *
 * Source: FI1, CO1.
 */
import { sameBytes, fromHex } from "../log/bytes.ts";
import type { LogCaseId } from "../log/log-ids.ts";
import { MAX_DEPS, MAX_RECORD, RECORD_VERSION, SIGNATURE } from "../log/signed-record.ts";

/** Units: bytes from the beginning of what was searched; `until` is not part of it. */
export interface Gap {
  readonly at: number;
  readonly until: number;
}

export interface Search {
  readonly records: readonly Uint8Array[];
  /** Stretches that hold no record and are longer than what stands between two. */
  readonly gaps: readonly Gap[];
  /** Where the last record that was found ends. */
  readonly end: number;
}

/** The first letters of a record: `CR`. */
const [C, R] = [0x43, 0x52];
/** Units: bytes, from the beginning of a head. */
const CASE = 4;
const SEQ = 44;
/** Units: bytes. Type, lengths and counts of a frame and of a record take no more. */
const BETWEEN = 16;

const NO_CASE = new Uint8Array(16);

/** Every whole record in these bytes, in their order; of one case where that is known. */
export function searchRecords(bytes: Uint8Array, caseId?: LogCaseId): Search {
  const of = caseId === undefined ? undefined : fromHex(caseId);
  const records: Uint8Array[] = [];
  const gaps: Gap[] = [];
  let end = 0;
  let room = 2 * bytes.length + MAX_RECORD;
  // One byte on and not behind what was found: a length that was changed must not hide the next record.
  for (let at = bytes.indexOf(C); at >= 0; at = bytes.indexOf(C, at + 1)) {
    const length = lengthAt(bytes, at, of);
    if (length === undefined) continue;
    room -= length;
    if (room < 0) break;
    if (at - end > BETWEEN) gaps.push({ at: end, until: at });
    end = Math.max(end, at + length);
    records.push(bytes.subarray(at, at + length));
  }
  if (bytes.length > end) gaps.push({ at: end, until: bytes.length });
  return { records, gaps, end };
}

/** Units: bytes. Length of the record that begins here; undefined when none does, or it is cut off. */
function lengthAt(bytes: Uint8Array, at: number, caseId: Uint8Array | undefined): number | undefined {
  if (bytes[at + 1] !== R || bytes[at + 2] !== RECORD_VERSION) return undefined;
  const named = bytes.subarray(at + CASE, at + CASE + 16);
  if (caseId !== undefined && !sameBytes(named, caseId) && !sameBytes(named, NO_CASE)) return undefined;
  let pos = at + SEQ;
  const uint = (): number => {
    let value = 0;
    for (let scale = 1; scale < 2 ** 35; scale *= 128) {
      const byte = bytes[pos++];
      if (byte === undefined) return Number.NaN;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    return Number.NaN;
  };
  if (!(uint() >= 1)) return undefined;
  pos += 16;
  const deps = uint();
  if (!(deps <= MAX_DEPS)) return undefined;
  pos += 32 * deps + 12;
  const body = uint();
  const length = pos - at + body + SIGNATURE;
  return length <= MAX_RECORD && at + length <= bytes.length ? length : undefined;
}
