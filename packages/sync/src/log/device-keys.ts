/**
 * The keys of a device, all from one seed of 32 bytes. Pure but for WebCrypto.
 *
 * 1. Private keys are not extractable; the seed is known only while they are made.
 *
 * Source: CO3, SPEC 7 "Device keys"; RFC 8410 (PKCS#8 of Ed25519 and X25519).
 */
import { ascii, concat, zeros, type Bytes } from "./bytes.ts";
import { deviceIdOf, type DeviceId } from "./log-ids.ts";
import { openBox, type BoxAddress, type ClosedBox } from "./sealer.ts";

export interface PublicKeys {
  readonly edPub: Bytes;
  readonly xPub: Bytes;
}

export interface DeviceKeys extends PublicKeys {
  readonly id: DeviceId;
  readonly sign: (text: Bytes) => Promise<Bytes>;
  /** Opens a lockbox made for this device; undefined when it was not. */
  readonly unbox: (box: ClosedBox, address: BoxAddress) => Promise<Bytes | undefined>;
}

/** Units: bytes. */
export const SEED_BYTES = 32;

const PKCS8 = (oid: number): Bytes =>
  Uint8Array.from([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, oid, 4, 0x22, 4, 0x20]);
const ED_PREFIX = PKCS8(0x70);
const X_PREFIX = PKCS8(0x6e);

async function derived(seed: Bytes, label: string): Promise<Bytes> {
  const source = await crypto.subtle.importKey("raw", seed, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: zeros(0), info: ascii(label) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, source, 256));
}

function publicPart(key: JsonWebKey): Bytes {
  const text = atob((key.x ?? "").replaceAll("-", "+").replaceAll("_", "/"));
  return ascii(text);
}

/** Both key pairs of a seed. */
export async function deviceKeysOf(seed: Bytes): Promise<DeviceKeys> {
  const [edSeed, xSeed] = await Promise.all([derived(seed, "case/ed/1\0"), derived(seed, "case/x/1\0")]);
  const edBytes = concat(ED_PREFIX, edSeed);
  const xBytes = concat(X_PREFIX, xSeed);
  const { subtle } = crypto;
  // An extractable copy for a moment: the platform tells a public key in no other way.
  const [edOpen, xOpen, ed, x] = await Promise.all([
    subtle.importKey("pkcs8", edBytes, "Ed25519", true, ["sign"]),
    subtle.importKey("pkcs8", xBytes, "X25519", true, ["deriveBits"]),
    subtle.importKey("pkcs8", edBytes, "Ed25519", false, ["sign"]),
    subtle.importKey("pkcs8", xBytes, "X25519", false, ["deriveBits"]),
  ]);
  const edPub = publicPart(await subtle.exportKey("jwk", edOpen));
  const xPub = publicPart(await subtle.exportKey("jwk", xOpen));
  for (const secret of [edSeed, xSeed, edBytes, xBytes]) secret.fill(0);
  return {
    id: await deviceIdOf(edPub, xPub),
    edPub,
    xPub,
    sign: async (text) => new Uint8Array(await subtle.sign("Ed25519", ed, text)),
    unbox: (box, address) => openBox(x, box, address),
  };
}
