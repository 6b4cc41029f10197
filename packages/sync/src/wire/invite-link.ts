/**
 * The link that invites: which case, and the one secret of the invite. Pure but for WebCrypto.
 *
 * 1. The secret stands behind `#`, which a browser never sends; whoever opens the link reads it first and removes it from the address.
 * 2. What is said while joining is sealed under a key that only the link gives: the relay passes it on unread.
 *
 * Source: JO1; RFC 5869.
 */
import { ascii, concat, fromHex, type Bytes } from "../log/bytes.ts";
import { deviceKeysOf, SEED_BYTES, type DeviceKeys } from "../log/device-keys.ts";
import { logCaseId, type LogCaseId } from "../log/log-ids.ts";

export interface InviteLink {
  readonly caseId: LogCaseId;
  /** Units: 32 bytes. */
  readonly seed: Bytes;
}

const PATH = "/j";
const FORM = /^#1\.([0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/;
/** Units: bytes. */
const NONCE = 12;

const toBase64Url = (bytes: Bytes): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** The link as it is handed on. `origin`: of the relay that serves the app, because a case lives on one. */
export const encodeInviteLink = (origin: string, { caseId, seed }: InviteLink): string =>
  `${origin}${PATH}#1.${caseId}.${toBase64Url(seed)}`;

/** What stands behind `#`; undefined when it is no invite of this version. */
export function decodeInviteFragment(fragment: string): InviteLink | undefined {
  const [, caseId, text] = FORM.exec(fragment) ?? [];
  if (caseId === undefined || text === undefined) return undefined;
  const seed = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  // The last letter has two bits to spare: one link, one spelling.
  return seed.length === SEED_BYTES && toBase64Url(seed) === text ? { caseId: logCaseId(caseId), seed } : undefined;
}

/** What the seed of a link gives. */
export interface InviteKeys {
  /** Public half of the invite, as the entry `invite` names it. */
  readonly edPub: Bytes;
  readonly sign: DeviceKeys["sign"];
  /** Nonce and sealed text. `about`: invite and joiner, so that words cannot be moved to another place. */
  readonly seal: (about: Bytes, plain: Bytes, nonce: Bytes) => Promise<Bytes>;
  readonly open: (about: Bytes, sealed: Bytes) => Promise<Bytes | undefined>;
}

async function derived(seed: Bytes, caseId: LogCaseId, label: string): Promise<Bytes> {
  const source = await crypto.subtle.importKey("raw", seed, "HKDF", false, ["deriveBits"]);
  const how = { name: "HKDF", hash: "SHA-256", salt: fromHex(caseId), info: ascii(label) };
  return new Uint8Array(await crypto.subtle.deriveBits(how, source, 256));
}

/** Keys of an invite. Source: JO1. */
export async function inviteKeysOf({ caseId, seed }: InviteLink): Promise<InviteKeys> {
  const [signing, joining] = await Promise.all([
    derived(seed, caseId, "case/invite/1\0"),
    derived(seed, caseId, "case/join/1\0"),
  ]);
  const { edPub, sign } = await deviceKeysOf(signing);
  const key = await crypto.subtle.importKey("raw", joining, "AES-GCM", false, ["encrypt", "decrypt"]);
  for (const secret of [signing, joining]) secret.fill(0);
  const how = (iv: Bytes, additionalData: Bytes): AesGcmParams => ({ name: "AES-GCM", iv, additionalData });
  return {
    edPub,
    sign,
    seal: async (about, plain, nonce) =>
      concat(nonce, new Uint8Array(await crypto.subtle.encrypt(how(nonce, about), key, plain))),
    open: async (about, sealed) => {
      if (sealed.length < NONCE) return undefined;
      try {
        const plain = await crypto.subtle.decrypt(how(sealed.slice(0, NONCE), about), key, sealed.slice(NONCE));
        return new Uint8Array(plain);
      } catch {
        return undefined;
      }
    },
  };
}

/** A fresh nonce. `random` as everywhere. */
export const joinNonce = (random: (length: number) => Bytes): Bytes => random(NONCE);
