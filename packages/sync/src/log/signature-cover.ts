/**
 * One signature for many: the signature of a log's newest record covers those before it, because it names them by hash. Pure but for the Sealer.
 *
 * Source: AC2.
 */
import { toHex, type Bytes } from "./bytes.ts";
import type { RecordHash } from "./log-ids.ts";
import type { Sealer } from "./sealer.ts";
import { signedText, type SignedRecord } from "./signed-record.ts";

/** Whether a record of the batch is covered by the newest of its log. False for a newest one whose signature is bad: then each is checked by itself. */
export function coverage(
  sealer: Sealer,
  batch: readonly SignedRecord[],
): (record: SignedRecord, edPub: Bytes) => Promise<boolean> {
  const byHash = new Map(batch.map((record) => [record.hash, record]));
  const newest = new Map<RecordHash, SignedRecord>();
  const inOrder = batch.toSorted((a, b) => b.head.seq - a.head.seq);
  for (const top of inOrder) {
    let record: SignedRecord | undefined = top;
    while (record !== undefined && !newest.has(record.hash)) {
      newest.set(record.hash, top);
      const previous: RecordHash | undefined = record.head.seq > 1 ? record.head.deps[0] : undefined;
      const below: SignedRecord | undefined = previous === undefined ? undefined : byHash.get(previous);
      record = below?.log === record.log ? below : undefined;
    }
  }
  const checked = new Map<string, Promise<boolean>>();
  return (record, edPub) => {
    const top = newest.get(record.hash);
    if (top === undefined) return Promise.resolve(false);
    const name = `${top.hash}/${toHex(edPub)}`;
    const known = checked.get(name) ?? sealer.verify(edPub, signedText(top.hash), top.signature);
    checked.set(name, known);
    return known;
  };
}
