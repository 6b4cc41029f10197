/**
 * How a device can be reached directly: what of a session description (SDP) one data channel needs, and the way back. Pure.
 *
 * 1. Nothing another device wrote becomes SDP as it stands: every part is held to its form, and the rest is ours.
 * 2. Only addresses of the device itself, over UDP: no server is asked for others (FR6).
 *
 * Source: FR6; RFC 8829, RFC 8839, RFC 8841.
 */
import { concat, fromHex, toHex, type Bytes } from "../log/bytes.ts";

/** One address. `address`: an IP, or a name ending in `.local` that stands for one. */
export interface Candidate {
  readonly priority: number;
  readonly address: string;
  readonly port: number;
}

export interface Description {
  /** Username fragment and password of ICE. */
  readonly fragment: string;
  readonly password: string;
  /** SHA-256 of the certificate. Units: 32 bytes. */
  readonly fingerprint: Bytes;
  readonly candidates: readonly Candidate[];
}

/** More are left out, the least preferred first. */
export const MAX_CANDIDATES = 8;
const FRAGMENT = /^[A-Za-z0-9+/]{4,64}$/;
const PASSWORD = /^[A-Za-z0-9+/]{22,64}$/;
const ADDRESS = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.local|\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:.]{2,45})$/i;
const CANDIDATE = /^a=candidate:\S+ 1 udp (\d{1,10}) (\S+) (\d{1,5}) typ host\b/i;

const isCandidate = ({ priority, address, port }: Candidate): boolean =>
  priority >= 0 && priority < 2 ** 32 && port > 0 && port < 65_536 && ADDRESS.test(address);

/** Whether every part has its form. */
export const isDescription = ({ fragment, password, fingerprint, candidates }: Description): boolean =>
  FRAGMENT.test(fragment) &&
  PASSWORD.test(password) &&
  fingerprint.length === 32 &&
  candidates.length > 0 &&
  candidates.length <= MAX_CANDIDATES &&
  candidates.every(isCandidate);

/** What the browser says of this device; undefined when it has no address, or says it in a way that is not known here. */
export function describe(sdp: string): Description | undefined {
  const lines = sdp.split(/\r?\n/);
  const after = (start: string): string => lines.find((line) => line.startsWith(start))?.slice(start.length) ?? "";
  const digits = after("a=fingerprint:sha-256 ").replaceAll(":", "").toLowerCase();
  const candidates = lines.flatMap((line): readonly Candidate[] => {
    const [, priority, address = "", port] = CANDIDATE.exec(line) ?? [];
    const found = { priority: Number(priority), address, port: Number(port) };
    return isCandidate(found) ? [found] : [];
  });
  const found = {
    fragment: after("a=ice-ufrag:"),
    password: after("a=ice-pwd:"),
    fingerprint: /^[0-9a-f]{64}$/.test(digits) ? fromHex(digits) : new Uint8Array(0),
    candidates: candidates.toSorted((a, b) => b.priority - a.priority).slice(0, MAX_CANDIDATES),
  };
  return isDescription(found) ? found : undefined;
}

/** As the browser wants it. `of` must be of its form. */
export function sdpOf(of: Description, type: "offer" | "answer"): string {
  const fingerprint = toHex(of.fingerprint).toUpperCase().match(/../g)?.join(":") ?? "";
  const lines = [
    "v=0",
    "o=- 1 1 IN IP4 127.0.0.1",
    "s=-",
    "t=0 0",
    "a=group:BUNDLE 0",
    "m=application 9 UDP/DTLS/SCTP webrtc-datachannel",
    "c=IN IP4 0.0.0.0",
    "a=mid:0",
    `a=ice-ufrag:${of.fragment}`,
    `a=ice-pwd:${of.password}`,
    `a=fingerprint:sha-256 ${fingerprint}`,
    `a=setup:${type === "offer" ? "actpass" : "active"}`,
    "a=sctp-port:5000",
    "a=max-message-size:262144",
    ...of.candidates.map(
      ({ priority, address, port }, n) => `a=candidate:${n + 1} 1 udp ${priority} ${address} ${port} typ host`,
    ),
    "a=end-of-candidates",
  ];
  return `${lines.join("\r\n")}\r\n`;
}

/** What AUTH is tied to over a direct way: who listens in has another certificate. Source: FR1. */
export const bindingOf = (caller: Description, callee: Description): Bytes =>
  concat(caller.fingerprint, callee.fingerprint);
