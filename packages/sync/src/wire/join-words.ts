/**
 * What joiner and owner say to each other, and what it binds: commit, code, signatures. Pure but for WebCrypto.
 *
 * 1. The code depends on two numbers that nobody can choose after hearing the other: the joiner's lies behind his commit until the owner's has come.
 *
 * Source: JO2.
 */
import * as encoding from "lib0/encoding";
import { ascii, concat, fromHex, written, type Bytes } from "../log/bytes.ts";
import type { PublicKeys } from "../log/device-keys.ts";
import { deviceId, recordHash, type DeviceId, type LogCaseId, type RecordHash } from "../log/log-ids.ts";
import { sha256 } from "../log/sha256.ts";
import { reading, refuse, type Reader } from "../log/reader.ts";

/** Steps of joining. `request`: the joiner's keys and commit. `nonce`: the owner's. `reveal`: the joiner's. `done`: he was admitted by this entry; `refused`. */
export type JoinWord =
  | {
      readonly is: "request";
      readonly keys: PublicKeys;
      readonly name: string;
      readonly commit: Bytes;
      readonly byInvite: Bytes;
      readonly byDevice: Bytes;
    }
  | {
      readonly is: "nonce";
      readonly owner: DeviceId;
      readonly keys: PublicKeys;
      readonly nonce: Bytes;
      readonly signature: Bytes;
    }
  | { readonly is: "reveal"; readonly nonce: Bytes }
  | { readonly is: "done"; readonly admit: RecordHash }
  | { readonly is: "refused" };

const STEPS = { request: 1, nonce: 2, reveal: 3, done: 5, refused: 6 } as const;
/** Units: bytes. */
const MOST_NAME = 256;

function write(to: encoding.Encoder, word: JoinWord): void {
  const put = (...parts: readonly Uint8Array[]): void => parts.forEach((part) => encoding.writeUint8Array(to, part));
  encoding.writeUint8(to, STEPS[word.is]);
  switch (word.is) {
    case "request":
      put(word.keys.edPub, word.keys.xPub);
      encoding.writeVarString(to, word.name);
      return put(word.commit, word.byInvite, word.byDevice);
    case "nonce":
      return put(fromHex(word.owner), word.keys.edPub, word.keys.xPub, word.nonce, word.signature);
    case "reveal":
      return put(word.nonce);
    case "done":
      return put(fromHex(word.admit));
    case "refused":
      return;
  }
}

function read(from: Reader): JoinWord {
  const keys = (): PublicKeys => ({ edPub: from.take(32), xPub: from.take(32) });
  switch (from.byte()) {
    case STEPS.request: {
      const of = { keys: keys(), name: from.text() };
      if (of.name.length > MOST_NAME) refuse();
      return { is: "request", ...of, commit: from.take(32), byInvite: from.take(64), byDevice: from.take(64) };
    }
    case STEPS.nonce: {
      const owner = deviceId(from.take(16));
      return { is: "nonce", owner, keys: keys(), nonce: from.take(32), signature: from.take(64) };
    }
    case STEPS.reveal:
      return { is: "reveal", nonce: from.take(32) };
    case STEPS.done:
      return { is: "done", admit: recordHash(from.take(32)) };
    case STEPS.refused:
      return { is: "refused" };
    default:
      return refuse();
  }
}

/** A word as bytes. */
export const encodeJoinWord = (word: JoinWord): Bytes => written((to) => write(to, word));
/** The way back; undefined for what is no word of this version. */
export const decodeJoinWord = (bytes: Bytes): JoinWord | undefined => reading(bytes, read, encodeJoinWord);

const COMMIT = ascii("case/commit/1\0");
const CODE = ascii("case/code/1\0");
const REQUEST = ascii("case/request/1\0");
const NONCE = ascii("case/nonce/1\0");

/** What the joiner binds himself to before he hears anything. Source: JO2. */
export const commitOf = ({ edPub, xPub }: PublicKeys, nonce: Bytes): Promise<Bytes> =>
  sha256(concat(COMMIT, edPub, xPub, nonce));

/** What the request signs, by invite and by device. */
export const requestText = (
  caseId: LogCaseId,
  invite: RecordHash,
  { edPub, xPub }: PublicKeys,
  name: string,
  commit: Bytes,
): Bytes => concat(REQUEST, fromHex(caseId), fromHex(invite), edPub, xPub, commit, new TextEncoder().encode(name));

/** What the owner's nonce signs: it answers this commit and no other. */
export const nonceText = (caseId: LogCaseId, invite: RecordHash, commit: Bytes, nonce: Bytes): Bytes =>
  concat(NONCE, fromHex(caseId), fromHex(invite), commit, nonce);

/** Everything both must have heard alike. */
export interface CodeOf {
  readonly caseId: LogCaseId;
  readonly invite: RecordHash;
  readonly owner: DeviceId;
  readonly joiner: PublicKeys;
  readonly nonceJ: Bytes;
  readonly nonceO: Bytes;
}

/** Six digits that two people read to each other. Source: JO2. */
export async function joinCode({ caseId, invite, owner, joiner, nonceJ, nonceO }: CodeOf): Promise<string> {
  const digest = await sha256(
    concat(CODE, fromHex(caseId), fromHex(invite), fromHex(owner), joiner.edPub, joiner.xPub, nonceJ, nonceO),
  );
  const number = new DataView(digest.buffer).getBigUint64(0) % 1_000_000n;
  return String(number).padStart(6, "0");
}
