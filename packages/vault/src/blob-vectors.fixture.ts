/**
 * Bytes whose hashes are published, and long patterns whose are not.
 */
import { sha256 } from "@recourse/core";

/** FIPS 180-2 appendix B.1, and CRC-32/ISO-HDLC of the same bytes. */
export const ABC = {
  text: "abc",
  sha256: sha256("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  crc32: 0x352441c2,
  size: 3,
};
/** The check value of CRC-32/ISO-HDLC: every catalogue of CRCs gives CBF43926 for these nine digits. */
export const DIGITS = {
  text: "123456789",
  sha256: sha256("15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225"),
  crc32: 0xcbf43926,
  size: 9,
};
/** SHA-256 of no bytes (FIPS 180-4 test vectors); CRC-32 of no bytes is 0. */
export const EMPTY = {
  text: "",
  sha256: sha256("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  crc32: 0,
  size: 0,
};

/** Bytes that differ from piece to piece: byte i is i + i / 4093, cut to 8 bits. */
export function pattern(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i += 1) bytes[i] = i + Math.floor(i / 4093);
  return bytes;
}

/** A stream of runs of `run` bytes. */
export async function* inRuns(bytes: Uint8Array, run: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += run) yield bytes.subarray(at, at + run);
}
