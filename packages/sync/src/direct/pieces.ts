/**
 * Messages in pieces that every data channel carries, and back. The channel keeps their order and loses none. Holds the message under way.
 *
 * 1. A piece is one byte, 1 for the last and 0 for the others, and up to 16,383 bytes of the message.
 * 2. No more than one message is held, and none longer than a message may be.
 *
 * Source: FR6.
 */
import { concat, type Bytes } from "../log/bytes.ts";
import { MAX_MESSAGE } from "../wire/frame.ts";

/** Units: bytes. */
export const PIECE = 16_384;
const LAST = 1;
const MORE = 0;

/** In order. An empty message is one piece. */
export function piecesOf(message: Uint8Array): readonly Bytes[] {
  const pieces: Bytes[] = [];
  let at = 0;
  do {
    const part = message.subarray(at, at + PIECE - 1);
    at += part.length;
    pieces.push(concat(Uint8Array.of(at < message.length ? MORE : LAST), part));
  } while (at < message.length);
  return pieces;
}

/** What a piece made: a whole message, nothing yet, or `"bad"`: it is no piece, or of a message that is too long. */
export function createGatherer(): (piece: Uint8Array) => Bytes | undefined | "bad" {
  let parts: Uint8Array[] = [];
  let length = 0;
  return (piece) => {
    const [flag] = piece;
    const full = length + piece.length - 1;
    if ((flag !== LAST && flag !== MORE) || piece.length > PIECE || full > MAX_MESSAGE) return "bad";
    // Only the last may be short: nobody can make many pieces of nothing.
    if (flag === MORE && piece.length < PIECE) return "bad";
    parts.push(piece.subarray(1));
    length = full;
    if (flag === MORE) return undefined;
    const message = concat(...parts);
    parts = [];
    length = 0;
    return message;
  };
}
