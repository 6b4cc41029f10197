/**
 * Notes: signed statements of a member that are no edits. Pure.
 *
 * Source: CO2.
 */
import * as encoding from "lib0/encoding";
import { written, type Bytes } from "./bytes.ts";
import { reading, refuse } from "./reader.ts";

/** Notes of other kinds are kept and not read. */
export const NOTE_KINDS = { adopted: "adopted", carried: "carried", custody: "custody" } as const;

export interface Note {
  readonly kind: string;
  readonly value: Bytes;
}

const KIND = /^[a-z][a-z0-9.-]{0,31}$/;
const HASH = 32;

/** The payload of a note. */
export const encodeNote = ({ kind, value }: Note): Bytes =>
  written((to) => {
    encoding.writeVarString(to, kind);
    encoding.writeVarUint8Array(to, value);
  });

/** The way back; undefined for what is no note. */
export function decodeNote(payload: Bytes): Note | undefined {
  const note = reading(
    payload,
    (from): Note => {
      const kind = from.text();
      if (!KIND.test(kind)) refuse();
      const length = from.uint();
      if (length > from.left()) refuse();
      return { kind, value: from.take(length) };
    },
    encodeNote,
  );
  return note !== undefined && fits(note) ? note : undefined;
}

function fits({ kind, value }: Note): boolean {
  switch (kind) {
    case NOTE_KINDS.adopted:
      return value.length > 0 && value.length % HASH === 0;
    case NOTE_KINDS.carried:
    case NOTE_KINDS.custody:
      return value.length === HASH;
    default:
      return true;
  }
}
