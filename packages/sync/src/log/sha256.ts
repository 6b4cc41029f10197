/** SHA-256 of the record log. Pure but for WebCrypto's digest of what is long. */
import { digest as digestHere } from "lib0/hash/sha256";
import type { Bytes } from "./bytes.ts";

/** Units: bytes. Up to here a digest on this thread is done before the platform has taken the work over to another; most records are shorter. */
const SHORT = 4096;

/** SHA-256. */
export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(bytes.length <= SHORT ? digestHere(bytes) : await crypto.subtle.digest("SHA-256", bytes));
