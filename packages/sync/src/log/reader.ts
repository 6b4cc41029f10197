/**
 * Reading the byte formats of the record log. Pure.
 *
 * 1. What cannot be read throws `Unreadable`, which `reading` turns into undefined; nothing else is caught.
 * 2. There is one encoding of each thing. A number in another form than its shortest is refused here. A format that leaves no other choice (fixed widths,
 *    numbers, bytes after their length) is read without a writer; of any other the writer is run on what was read, and other bytes are refused.
 */
import * as decoding from "lib0/decoding";
import { sameBytes, type Bytes } from "./bytes.ts";

class Unreadable extends Error {}

/** Reads from the front. Errors: every method throws what `reading` catches. */
export interface Reader {
  readonly take: (length: number) => Bytes;
  /** As `take`, without a copy: it lives as long as what is read from. */
  readonly view: (length: number) => Bytes;
  readonly byte: () => number;
  readonly uint: () => number;
  readonly text: () => string;
  /** As many things as the number before them says; at most `most`. */
  readonly list: <T>(most: number, one: () => T) => readonly T[];
  readonly left: () => number;
}

/** Refuses what is being read. Errors: throws. */
export function refuse(): never {
  throw new Unreadable();
}

function readerOf(bytes: Bytes): Reader {
  const decoder = decoding.createDecoder(bytes);
  const left = (): number => bytes.length - decoder.pos;
  const view = (length: number): Bytes => {
    if (length > left()) refuse();
    const viewed = bytes.subarray(decoder.pos, decoder.pos + length);
    decoder.pos += length;
    return viewed;
  };
  const take = (length: number): Bytes => view(length).slice();
  const uint = (): number => {
    const from = decoder.pos;
    let value: number;
    // lib0 throws errors of its own for a number that ends too early or is too great.
    try {
      value = decoding.readVarUint(decoder);
    } catch {
      return refuse();
    }
    // The highest seven bits come last: zeros there could have been left out.
    if (decoder.pos - from > 1 && bytes[decoder.pos - 1] === 0) refuse();
    return value;
  };
  return {
    take,
    view,
    left,
    uint,
    byte: () => {
      const byte = bytes[decoder.pos] ?? refuse();
      decoder.pos += 1;
      return byte;
    },
    text: () => {
      try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(take(uint()));
      } catch {
        return refuse();
      }
    },
    list: (most, one) => {
      const count = uint();
      if (count > most) refuse();
      return Array.from({ length: count }, one);
    },
  };
}

/** What `read` makes of all the bytes; undefined when they are of another form, or not as `write` would write it, where a writer is given. */
export function reading<T>(bytes: Bytes, read: (reader: Reader) => T, write?: (value: T) => Uint8Array): T | undefined {
  try {
    const reader = readerOf(bytes);
    const value = read(reader);
    return reader.left() === 0 && (write === undefined || sameBytes(write(value), bytes)) ? value : undefined;
  } catch (thrown) {
    if (thrown instanceof Unreadable) return undefined;
    throw thrown;
  }
}

/** As `reading`, for a format that more bytes may follow: answers what they are, and where they begin. */
export function readingFront<T>(
  bytes: Bytes,
  read: (reader: Reader) => T,
  write?: (value: T) => Uint8Array,
): { readonly value: T; readonly length: number } | undefined {
  try {
    const reader = readerOf(bytes);
    const value = read(reader);
    const length = bytes.length - reader.left();
    return write === undefined || sameBytes(write(value), bytes.subarray(0, length)) ? { value, length } : undefined;
  } catch (thrown) {
    if (thrown instanceof Unreadable) return undefined;
    throw thrown;
  }
}
