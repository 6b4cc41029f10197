/**
 * What is inside a sealed body: the writer's clock, and a payload, padded. Pure but for the Sealer.
 *
 * Source: CO2.
 */
import * as encoding from "lib0/encoding";
import { ascii, concat, fromHex, written, type Bytes } from "./bytes.ts";
import type { LogCaseId, LogId } from "./log-ids.ts";
import { padded, padmeLength } from "./padme.ts";
import { readingFront } from "./reader.ts";
import type { KeySource } from "./sealer.ts";

/** Units: bytes; AES-GCM's tag. */
export const TAG = 16;

const RECORD_INFO = ascii("rec");

/** `at` is advice: the writer's clock. Units: ms since 1970. */
export interface SealedBody {
  readonly at: number;
  readonly payload: Bytes;
}

/** Where the key of a log's records comes from. */
export const recordKeySource = (key: Bytes, caseId: LogCaseId, log: LogId): KeySource => ({
  key,
  salt: fromHex(caseId),
  info: concat(RECORD_INFO, fromHex(log)),
});

function encodePlain({ at, payload }: SealedBody): Bytes {
  return written((to) => {
    encoding.writeVarUint(to, at);
    encoding.writeVarUint8Array(to, payload);
  });
}

/** The plain text of a body. */
export const encodeBody = (body: SealedBody): Bytes => padded(encodePlain(body));

/** Units: bytes. What the body of a payload of this length takes, sealed. */
export const sealedLength = (payload: number, at: number): number =>
  padmeLength(encodePlain({ at, payload: new Uint8Array(payload) }).length) + TAG;

/** The way back; undefined when it is not what `encodeBody` would write, filling included. */
export function decodeBody(plain: Bytes): SealedBody | undefined {
  // Two numbers and bytes after their length: there is no second way to write it.
  const read = readingFront(plain, (from): SealedBody => ({ at: from.uint(), payload: from.view(from.uint()) }));
  if (read === undefined || padmeLength(read.length) !== plain.length) return undefined;
  return plain.subarray(read.length).every((byte) => byte === 0) ? read.value : undefined;
}
