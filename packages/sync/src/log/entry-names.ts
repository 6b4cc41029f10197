/**
 * The names beside an entry: who was taken in, as whom, why. Pure but for the Sealer.
 *
 * Source: SPEC 2.
 */
import { concat } from "./bytes.ts";
import type { Admissible } from "./case-index.ts";
import { decodeNames, encodeEntry, type EntryNames } from "./entry.ts";
import type { Keyring } from "./keyring.ts";
import { recordKeySource } from "./sealed-body.ts";
import type { Sealer } from "./sealer.ts";

/** Undefined when there are none, or they do not open for this device: an entry counts without them. */
export async function namesOf(sealer: Sealer, keyring: Keyring, of: Admissible): Promise<EntryNames | undefined> {
  const { record, content } = of;
  if (content.is !== "entry" || content.names === undefined) return undefined;
  const { epoch, sealed } = content.names;
  const key = keyring.get(epoch);
  if (key === undefined) return undefined;
  const aad = concat(record.headBytes, encodeEntry(content.entry.entry));
  // Inside genesis the case has no name yet, and the head says so.
  const source = recordKeySource(key, record.head.caseId, record.log);
  const plain = await sealer.open(source, record.head.nonce, aad, sealed);
  return plain === undefined ? undefined : decodeNames(plain);
}
