/**
 * What devices say to each other before they are joined directly: as words of frame EPH, both ways. Pure.
 *
 * 1. `here` is for everyone; an offer and its answer name the session they are for and the attempt they belong to.
 *
 * Source: FR5, FR6; SPEC 6.
 */
import * as encoding from "lib0/encoding";
import { fromHex, type Bytes } from "../log/bytes.ts";
import { deviceId, sessionId, type DeviceId, type SessionId } from "../log/log-ids.ts";
import { refuse, type Reader } from "../log/reader.ts";
import { isDescription, MAX_CANDIDATES, type Candidate, type Description } from "./description.ts";

/** A tab of a device, as others can speak to it. */
export interface TabName {
  readonly device: DeviceId;
  readonly session: SessionId;
}

export type Signal =
  | { readonly step: "here" }
  | {
      readonly step: "offer" | "answer";
      readonly to: TabName;
      /** Units: 8 bytes, chosen by who calls. */
      readonly attempt: Bytes;
      readonly description: Description;
    };

/** Units: bytes. */
export const ATTEMPT = 8;
const STEPS = { here: 1, offer: 2, answer: 3 } as const;

/** One encoding of each. */
export function writeSignal(to: encoding.Encoder, signal: Signal): void {
  encoding.writeUint8(to, STEPS[signal.step]);
  if (signal.step === "here") return;
  const { fragment, password, fingerprint, candidates } = signal.description;
  encoding.writeUint8Array(to, fromHex(signal.to.device));
  encoding.writeUint8Array(to, fromHex(signal.to.session));
  encoding.writeUint8Array(to, signal.attempt);
  encoding.writeVarString(to, fragment);
  encoding.writeVarString(to, password);
  encoding.writeUint8Array(to, fingerprint);
  encoding.writeVarUint(to, candidates.length);
  for (const { priority, address, port } of candidates) {
    encoding.writeVarUint(to, priority);
    encoding.writeVarString(to, address);
    encoding.writeVarUint(to, port);
  }
}

/** The way back. Errors: refuses what nobody may say. */
export function readSignal(from: Reader): Signal {
  const step = from.byte();
  if (step === STEPS.here) return { step: "here" };
  if (step !== STEPS.offer && step !== STEPS.answer) refuse();
  const to = { device: deviceId(from.take(16)), session: sessionId(from.take(8)) };
  const attempt = from.take(ATTEMPT);
  const description = {
    fragment: from.text(),
    password: from.text(),
    fingerprint: from.take(32),
    candidates: from.list(MAX_CANDIDATES, (): Candidate => ({
      priority: from.uint(),
      address: from.text(),
      port: from.uint(),
    })),
  };
  if (!isDescription(description)) refuse();
  return { step: step === STEPS.offer ? "offer" : "answer", to, attempt, description };
}
