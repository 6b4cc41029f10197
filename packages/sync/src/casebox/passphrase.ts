/**
 * Passphrases of backup and recovery files: proposed, checked, and made into a key. Randomness as a port; the derivation as one, because it is slow on purpose.
 *
 * 1. A proposed passphrase is read back from paper whatever hand wrote it: upper case, spaces, O for 0, I and L for 1 make no difference.
 *
 * Source: FI1; RFC 8018 (PBKDF2), Unicode NFKC.
 */
import { err, ok, type Result } from "@recourse/core";
import { ascii, type Bytes } from "../log/bytes.ts";

/** A key of 32 bytes from a passphrase. */
export type DeriveKey = (passphrase: Bytes, salt: Bytes, iterations: number) => Promise<Bytes>;

/** Fewer are refused by every reader: a weak file must not look like a strong one. Source: FI1. */
export const LEAST_ITERATIONS = 600_000;
/** More are refused by every reader: a file must not be able to stop a phone. Source: FI1. */
export const MOST_ITERATIONS = 10_000_000;
/** Units: characters, as a person counts them, of a passphrase of one's own. Source: FI1. */
export const LEAST_CHARACTERS = 14;

/** 32 letters and digits without I, L, O, U. Source: Crockford's base 32. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const GROUP = 5;
/** 20 letters of 5 bits: 100 bits. */
const LENGTH = 20;
const PROPOSED = new RegExp(`^[${LETTERS}]{${LENGTH}}$`);

/** PBKDF2-SHA-256 of the platform. */
export const pbkdf2: DeriveKey = async (passphrase, salt, iterations) => {
  const source = await crypto.subtle.importKey("raw", passphrase, "PBKDF2", false, ["deriveBits"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(how, source, 256));
};

/** Whether a file may ask for so many. */
export const isLegalIterations = (iterations: number): boolean =>
  Number.isInteger(iterations) && iterations >= LEAST_ITERATIONS && iterations <= MOST_ITERATIONS;

/** A passphrase of 100 bits in four groups of five, e.g. `7k2mq-x04hd-9vw3t-c8jzn`. `random`: units bytes. */
export function proposePassphrase(random: (length: number) => Bytes): string {
  // 256 is a multiple of 32, so every letter is as likely as any other.
  const letters = Array.from(random(LENGTH), (byte) => LETTERS[byte % LETTERS.length] ?? "").join("");
  return Array.from({ length: LENGTH / GROUP }, (_, n) => letters.slice(n * GROUP, (n + 1) * GROUP)).join("-");
}

const plainText = (passphrase: string): string => passphrase.normalize("NFKC").trim();

/** Whether a passphrase may lock a file. Errors: how many characters it has. */
export function checkPassphrase(
  passphrase: string,
): Result<void, { readonly kind: "passphrase_short"; readonly characters: number }> {
  const characters = [...plainText(passphrase)].length;
  return characters < LEAST_CHARACTERS ? err({ kind: "passphrase_short", characters }) : ok(undefined);
}

/** What the key is derived from. Source: FI1. */
export function passphraseBytes(passphrase: string): Bytes {
  const text = plainText(passphrase);
  const letters = text
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}]/gu, "")
    .replaceAll("o", "0")
    .replaceAll(/[il]/g, "1");
  return PROPOSED.test(letters) ? ascii(letters) : new TextEncoder().encode(text);
}
