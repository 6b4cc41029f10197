/**
 * The Sealer of a relay: signatures by node:crypto, on this thread while they are few. Everything else, which a relay without keys never asks for, is WebCrypto's.
 * Effects: a turn of the loop.
 *
 * 1. The same answers as the Sealer of everybody else; a key that is none answers false.
 * 2. So many signatures in one turn of the loop are checked at once, without the way to another thread and back; more go there, so that nobody waits for them.
 *
 * Source: AC2; RFC 8032, RFC 8410 (SubjectPublicKeyInfo of Ed25519).
 */
import { createPublicKey, verify, type KeyObject } from "node:crypto";
import { concat, createSealer, fromHex, toHex, type Bytes, type Sealer } from "@recourse/sync/protocol";

/** What stands before the 32 bytes of an Ed25519 key. */
const SPKI = fromHex("302a300506032b6570032100");
/** Signatures checked on this thread in one turn of the loop; each takes about 0.1 ms. */
const AT_ONCE = 128;
/** Keys kept; beyond it all are read again. */
const KEPT = 4096;

const keyObject = (edPub: Bytes): KeyObject | undefined => {
  if (edPub.length !== 32) return undefined;
  try {
    return createPublicKey({ key: Buffer.from(concat(SPKI, edPub)), format: "der", type: "spki" });
  } catch {
    return undefined;
  }
};

/** `nextTurn` runs work in the next turn of the loop. */
export const createNodeSealer = (nextTurn: (work: () => void) => void = (work) => void setImmediate(work)): Sealer => {
  const keys = new Map<string, KeyObject | undefined>();
  let left = AT_ONCE;
  const keyOf = (edPub: Bytes): KeyObject | undefined => {
    const name = toHex(edPub);
    if (keys.has(name)) return keys.get(name);
    if (keys.size >= KEPT) keys.clear();
    const key = keyObject(edPub);
    keys.set(name, key);
    return key;
  };
  const here = (text: Bytes, key: KeyObject, signature: Bytes): boolean => {
    if (left === AT_ONCE)
      nextTurn(() => {
        left = AT_ONCE;
      });
    left -= 1;
    return verify(null, text, key, signature);
  };
  const elsewhere = (text: Bytes, key: KeyObject, signature: Bytes): Promise<boolean> =>
    new Promise((done) => verify(null, text, key, signature, (error, good) => done(error === null && good)));
  return {
    ...createSealer(),
    verify: async (edPub, text, signature) => {
      const key = keyOf(edPub);
      if (key === undefined) return false;
      return left > 0 ? here(text, key, signature) : elsewhere(text, key, signature);
    },
  };
};
