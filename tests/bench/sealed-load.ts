/**
 * Work for a relay: cases of several people with records made beforehand, so that only the server is measured. Real keys, seals and signatures.
 *
 * 1. Everything follows from the seed but what the ciphers draw.
 */
import type { DeviceKeys, LogCaseId } from "@recourse/sync/log";
import * as Y from "yjs";
// @boundaries-ignore people who share a case, as the tests of the log make them
import {
  createWorld,
  edit,
  everything,
  found,
  invite,
  localUpdate,
  put,
} from "../../packages/sync/src/log/people.fixture.ts";

/** Level of a helper. Source: ME3. */
const HELPER = 2;

export interface LoadedMember {
  readonly keys: DeviceKeys;
  readonly records: readonly Uint8Array<ArrayBuffer>[];
}
export interface LoadedCase {
  readonly caseId: LogCaseId;
  /** From genesis to the last admission. */
  readonly founding: readonly Uint8Array<ArrayBuffer>[];
  readonly members: readonly LoadedMember[];
}

/** `coalesced`: edits in one record. */
export async function loadedCases(
  cases: number,
  people: number,
  edits: number,
  coalesced = 1,
): Promise<readonly LoadedCase[]> {
  const made: LoadedCase[] = [];
  for (let n = 0; n < cases; n++) {
    const world = createWorld({ seed: n + 1, sealed: true });
    const { alice, caseId } = await found(world);
    const all = [alice];
    for (let m = 1; m < people; m++) all.push(await invite(world, alice, `n${m}`, HELPER));
    const founding = everything(alice).map(({ bytes }) => bytes);
    const members: LoadedMember[] = [];
    for (const who of all) {
      const records: Uint8Array<ArrayBuffer>[] = [];
      for (let at = 0; at < edits; at += coalesced) {
        for (let m = 1; m < coalesced; m++) {
          const update = localUpdate(who.view.doc(), put(`o${(at + m) % 50}/title`, `${at + m}`));
          if (update !== undefined) who.pending.push(update);
        }
        for (const { bytes } of await edit(world, who, put(`o${at % 50}/title`, `${at}`))) records.push(bytes);
      }
      members.push({ keys: who.keys, records });
    }
    made.push({ caseId, founding, members });
  }
  return made;
}

/** The same edit in a document of one's own, for servers that read documents. */
export const plainEdit = (doc: Y.Doc, who: number, n: number): void =>
  void doc.getMap("order").set(`${who}/o${n % 50}/title`, `${n}`);
