/**
 * Sealer: the ciphers of the record log as a port, and their one real adapter on WebCrypto.
 *
 * 1. A cipher text, a lockbox or a signature that does not fit answers undefined or false, never an error: peers cause it.
 * 2. Derived keys are kept by epoch key and log, public keys as they were imported; none is exported.
 *
 * Source: CO1, CO2, EP1; RFC 5869, RFC 7748, RFC 8032, NIST SP 800-38D.
 */
import { ascii, concat, toHex, zeros, type Bytes } from "./bytes.ts";

/** What a key is derived from. Source: CO2. */
export interface KeySource {
  /** An epoch key. Units: 32 bytes. */
  readonly key: Bytes;
  /** The case id. */
  readonly salt: Bytes;
  readonly info: Bytes;
}

/** Where a lockbox is for. Source: EP1. */
export interface BoxAddress {
  /** X25519 public key of the device it is for. */
  readonly xPub: Bytes;
  readonly caseId: Bytes;
  readonly epoch: Bytes;
  readonly device: Bytes;
}

export interface ClosedBox {
  readonly ephemeral: Bytes;
  readonly sealed: Bytes;
}

export interface Sealer {
  readonly seal: (source: KeySource, nonce: Bytes, aad: Bytes, plain: Bytes) => Promise<Bytes>;
  readonly open: (source: KeySource, nonce: Bytes, aad: Bytes, sealed: Bytes) => Promise<Bytes | undefined>;
  readonly verify: (edPub: Bytes, text: Bytes, signature: Bytes) => Promise<boolean>;
  /** Closes a key up for one device; every box has an ephemeral key of its own. */
  readonly box: (address: BoxAddress, key: Bytes) => Promise<ClosedBox>;
}

const LABEL_BOX = ascii("box");
const BOX_NONCE = zeros(12);
/** Derived and imported keys kept, of each kind; beyond it all are made again. */
const KEPT_KEYS = 4096;

const aesKeyOf = async ({ key, salt, info }: KeySource): Promise<CryptoKey> => {
  const source = await crypto.subtle.importKey("raw", key, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info };
  return crypto.subtle.deriveKey(how, source, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
};

const gcm = (nonce: Bytes, aad: Bytes): AesGcmParams => ({ name: "AES-GCM", iv: nonce, additionalData: aad });

/** Key of a lockbox from the shared secret. Source: EP1. */
export const boxKeySource = (secret: Bytes, ephemeral: Bytes, to: BoxAddress): KeySource => ({
  key: secret,
  salt: to.caseId,
  info: concat(LABEL_BOX, ephemeral, to.xPub, to.epoch, to.device),
});

/** What X25519 makes of two keys; undefined for points of small order, which WebCrypto refuses. */
export async function agreement(mine: CryptoKey, theirs: Bytes): Promise<Bytes | undefined> {
  try {
    const point = await crypto.subtle.importKey("raw", theirs, "X25519", false, []);
    return new Uint8Array(await crypto.subtle.deriveBits({ name: "X25519", public: point }, mine, 256));
  } catch {
    return undefined;
  }
}

/** What is made once for each name, while there are not too many. */
function createKept<T>(): (name: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (name, make) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    if (kept.size >= KEPT_KEYS) kept.clear();
    const made = make();
    kept.set(name, made);
    return made;
  };
}

/** WebCrypto. Effects: randomness of the ephemeral keys. */
export function createSealer(): Sealer {
  const keys = createKept<CryptoKey>();
  const edKeys = createKept<CryptoKey>();
  const keyOf = (source: KeySource): Promise<CryptoKey> =>
    keys(`${toHex(source.key)}/${toHex(source.salt)}/${toHex(source.info)}`, () => aesKeyOf(source));
  const edKeyOf = (edPub: Bytes): Promise<CryptoKey> =>
    edKeys(toHex(edPub), () => crypto.subtle.importKey("raw", edPub, "Ed25519", false, ["verify"]));
  return {
    seal: async (source, nonce, aad, plain) =>
      new Uint8Array(await crypto.subtle.encrypt(gcm(nonce, aad), await keyOf(source), plain)),
    open: async (source, nonce, aad, sealed) => {
      const key = await keyOf(source);
      try {
        return new Uint8Array(await crypto.subtle.decrypt(gcm(nonce, aad), key, sealed));
      } catch {
        return undefined;
      }
    },
    verify: async (edPub, text, signature) => {
      try {
        return await crypto.subtle.verify("Ed25519", await edKeyOf(edPub), signature, text);
      } catch {
        return false;
      }
    },
    box: async (address, key) => {
      const pair = await crypto.subtle.generateKey("X25519", false, ["deriveBits"]);
      if (!("privateKey" in pair)) throw new Error("X25519 makes key pairs");
      const ephemeral = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
      const secret = await agreement(pair.privateKey, address.xPub);
      // A device whose public key agrees on nothing gets a box that nobody opens.
      const source = boxKeySource(secret ?? crypto.getRandomValues(zeros(32)), ephemeral, address);
      const sealed = await crypto.subtle.encrypt(gcm(BOX_NONCE, zeros(0)), await aesKeyOf(source), key);
      return { ephemeral, sealed: new Uint8Array(sealed) };
    },
  };
}

/** Opens a box with the device's private key. */
export async function openBox(mine: CryptoKey, box: ClosedBox, address: BoxAddress): Promise<Bytes | undefined> {
  const secret = await agreement(mine, box.ephemeral);
  if (secret === undefined) return undefined;
  const key = await aesKeyOf(boxKeySource(secret, box.ephemeral, address));
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(BOX_NONCE, zeros(0)), key, box.sealed));
  } catch {
    return undefined;
  }
}
