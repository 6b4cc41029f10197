/**
 * What frame EPH holds, as bytes, both ways: a head in the clear, sealed words, a signature over both. Pure.
 *
 * 1. One encoding of each: bytes that the writer would not write are refused, filling included.
 * 2. Everything has a limit, and the whole is no longer than a frame may be.
 *
 * Source: FR5; SPEC 6.
 */
import * as encoding from "lib0/encoding";
import { ascii, concat, fromHex, written, type Bytes } from "../log/bytes.ts";
import {
  deviceId,
  epochId,
  logId,
  sessionId,
  type DeviceId,
  type EpochId,
  type LogCaseId,
  type SessionId,
} from "../log/log-ids.ts";
import { readSignal, writeSignal, type Signal } from "../direct/signal.ts";
import { padded, padmeLength } from "../log/padme.ts";
import { reading, readingFront, refuse, type Reader } from "../log/reader.ts";
import { TAG } from "../log/sealed-body.ts";
import type { KeySource } from "../log/sealer.ts";
import { MAX_EPH } from "./frame.ts";

/** Units: bytes of UTF-8. */
export const MAX_VIEW = 64;
/** Units: bytes of UTF-8. */
export const MAX_REF = 128;
/** Units: bytes. */
export const MAX_POSITION = 64;

/** A place in the text of a field, as positions relative to its letters (presence-caret.ts). `field`: `kind/id/field`. */
export interface CaretAt {
  readonly field: string;
  readonly anchor: Bytes;
  readonly head: Bytes;
}

/** What somebody looks at. `view`: an address in the app; `focus`: `kind/id` or `kind/id/field`. Others said it: it is shown, and trusted with nothing. */
export interface Looks {
  readonly view: string;
  readonly focus?: string;
  readonly caret?: CaretAt;
  readonly typing: boolean;
}

/** `other`: of a newer program; heard, and not read. */
export type EphWords =
  | { readonly is: "looks"; readonly looks: Looks }
  | { readonly is: "gone" }
  | { readonly is: "signal"; readonly signal: Signal }
  | { readonly is: "other" };

/** What this program says. */
export type SaidWords = Exclude<EphWords, { readonly is: "other" }>;

/** `session`: random, another one each time somebody comes. `counter` rises within it. */
export interface EphHead {
  readonly device: DeviceId;
  readonly session: SessionId;
  readonly counter: number;
  readonly epoch: EpochId;
  /** Units: 12 bytes. */
  readonly nonce: Bytes;
}

export interface SignedEph {
  readonly head: EphHead;
  readonly headBytes: Bytes;
  readonly sealed: Bytes;
  readonly signature: Bytes;
}

const SIGNATURE = 64;
const EPH_LABEL = ascii("case/eph/1\0");
const EPH_INFO = ascii("eph");

/** The head as it is signed and authenticated. */
export const encodeEphHead = ({ device, session, counter, epoch, nonce }: EphHead): Bytes =>
  written((to) => {
    encoding.writeUint8Array(to, fromHex(device));
    encoding.writeUint8Array(to, fromHex(session));
    encoding.writeVarUint(to, counter);
    encoding.writeUint8Array(to, fromHex(epoch));
    encoding.writeUint8Array(to, nonce);
  });

/** The way back for a whole frame; undefined for what is none. */
export function parseEph(bytes: Bytes): SignedEph | undefined {
  if (bytes.length > MAX_EPH) return undefined;
  const read = (from: Reader): Omit<SignedEph, "headBytes"> => {
    const [device, session] = [deviceId(from.take(16)), sessionId(from.take(8))];
    const head = { device, session, counter: from.uint(), epoch: epochId(from.take(16)), nonce: from.take(12) };
    const length = from.left() - SIGNATURE;
    return { head, sealed: length > TAG ? from.take(length) : refuse(), signature: from.take(SIGNATURE) };
  };
  const found = reading(bytes, read, ({ head, sealed, signature }) => concat(encodeEphHead(head), sealed, signature));
  return found === undefined ? undefined : { ...found, headBytes: encodeEphHead(found.head) };
}

/** What the signature covers: the case too, which the frame does not name. */
export const ephText = (caseId: LogCaseId, headBytes: Bytes, sealed: Bytes): Bytes =>
  concat(EPH_LABEL, fromHex(caseId), headBytes, sealed);

/** Where the key of what a session says comes from. */
export const ephKeySource = (key: Bytes, caseId: LogCaseId, { device, session }: EphHead): KeySource => ({
  key,
  salt: fromHex(caseId),
  info: concat(EPH_INFO, fromHex(logId(device, session))),
});

const KINDS = { looks: 1, gone: 2, signal: 3 } as const;
const FLAGS = { focus: 1, caret: 2, typing: 4 } as const;

/** Words as they are sealed, padded as a record's body (CO2). */
export const encodeWords = (words: SaidWords): Bytes => padded(plainWords(words));

function plainWords(words: SaidWords): Bytes {
  return written((to) => {
    encoding.writeUint8(to, KINDS[words.is]);
    if (words.is === "gone") return;
    if (words.is === "signal") return writeSignal(to, words.signal);
    const { view, focus, caret, typing } = words.looks;
    encoding.writeVarString(to, view);
    const flag = (on: boolean, bit: number): number => (on ? bit : 0);
    const has = flag(focus !== undefined, FLAGS.focus) + flag(caret !== undefined, FLAGS.caret);
    encoding.writeUint8(to, has + flag(typing, FLAGS.typing));
    if (focus !== undefined) encoding.writeVarString(to, focus);
    if (caret === undefined) return;
    encoding.writeVarString(to, caret.field);
    encoding.writeVarUint8Array(to, caret.anchor);
    encoding.writeVarUint8Array(to, caret.head);
  });
}

/** Which part of it is empty or too long; undefined when it can be said. */
export function faultOfLooks({ view, focus, caret }: Looks): "view" | "focus" | "caret" | undefined {
  if (!fits(utf8(view), MAX_VIEW)) return "view";
  if (focus !== undefined && !fits(utf8(focus), MAX_REF)) return "focus";
  const isCaret =
    caret === undefined ||
    (fits(utf8(caret.field), MAX_REF) &&
      fits(caret.anchor.length, MAX_POSITION) &&
      fits(caret.head.length, MAX_POSITION));
  return isCaret ? undefined : "caret";
}

const utf8 = (text: string): number => new TextEncoder().encode(text).length;
const fits = (length: number, most: number): boolean => length > 0 && length <= most;

/** The way back; undefined for what nobody may say. */
export function decodeWords(plain: Bytes): EphWords | undefined {
  const [kind] = plain;
  if (kind === undefined) return undefined;
  if (kind < KINDS.looks || kind > KINDS.signal) return { is: "other" };
  const read = readingFront(plain, readWords, plainWords);
  if (read === undefined || padmeLength(read.length) !== plain.length) return undefined;
  if (plain.subarray(read.length).some((byte) => byte !== 0)) return undefined;
  const words = read.value;
  return words.is === "looks" && faultOfLooks(words.looks) !== undefined ? undefined : words;
}

function readWords(from: Reader): SaidWords {
  const kind = from.byte();
  if (kind === KINDS.gone) return { is: "gone" };
  if (kind === KINDS.signal) return { is: "signal", signal: readSignal(from) };
  const view = from.text();
  const flags = from.byte();
  if (flags > FLAGS.focus + FLAGS.caret + FLAGS.typing) refuse();
  const focus = (flags & FLAGS.focus) === 0 ? {} : { focus: from.text() };
  const readCaret = (): CaretAt => ({
    field: from.text(),
    anchor: from.take(from.uint()),
    head: from.take(from.uint()),
  });
  const caret = (flags & FLAGS.caret) === 0 ? {} : { caret: readCaret() };
  return { is: "looks", looks: { view, ...focus, ...caret, typing: (flags & FLAGS.typing) !== 0 } };
}
