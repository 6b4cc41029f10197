/** What every RelayStore must do: one suite, run by each adapter's own test file. Test code. */
import { beforeEach, expect, test } from "vitest";
import { blobId, logCaseId, recordHash, type LogCaseId } from "@recourse/sync/protocol";
import type { NewRecord, RelayStore } from "./store.ts";

const caseId = logCaseId("0c".repeat(16));
const other = logCaseId("0d".repeat(16));
const hash = (n: number) => recordHash(n.toString(16).padStart(64, "0"));
const record = (n: number, of: LogCaseId = caseId): NewRecord => ({
  caseId: of,
  hash: hash(n),
  bytes: Uint8Array.of(n, n),
});

/** Runs the suite; `open` gives a fresh store each time. */
export const relayStoreContract = (open: () => Promise<RelayStore>): void => {
  let store: RelayStore;
  beforeEach(async () => {
    store = await open();
  });

  test("[RL1] records keep the order in which they came, once per case, each case for itself", async () => {
    expect(await store.append([record(3), record(1), record(1), record(1, other)])).toEqual({ ok: true });
    expect(await store.append([{ ...record(3), bytes: Uint8Array.of(9) }, record(2)])).toEqual({ ok: true });
    expect((await store.load(caseId)).map((each) => [each.hash, [...each.bytes]])).toEqual([
      [hash(3), [3, 3]],
      [hash(1), [1, 1]],
      [hash(2), [2, 2]],
    ]);
    expect((await store.load(other)).length).toBe(1);
    expect(await store.size(caseId)).toEqual({ records: 3, bytes: 6 });
    expect(await store.size(logCaseId("0e".repeat(16)))).toEqual({ records: 0, bytes: 0 });
  });

  test("[RL3] records are read by hash in the order asked; what is not there is left out", async () => {
    await store.append([record(1), record(2)]);
    expect((await store.read(caseId, [hash(2), hash(9), hash(1)])).map((bytes) => bytes[0])).toEqual([2, 1]);
    expect(await store.read(other, [hash(1)])).toEqual([]);
  });

  const [first, second] = [blobId("aa".repeat(32)), blobId("bb".repeat(32))];
  const piece = (id: typeof first, place: number, length: number, of: LogCaseId = caseId) => ({
    caseId: of,
    id,
    place,
    bytes: new Uint8Array(length).fill(place),
  });

  test("[BL2, RL3] pieces of evidence are stored once per case, blob and place; what there is is told with its length, each case for itself", async () => {
    for (const place of [2, 0, 1, 5]) expect(await store.blobs.put(piece(first, place, 10))).toEqual({ ok: true });
    await store.blobs.put({ ...piece(first, 5, 3), bytes: Uint8Array.of(9, 9, 9) });
    await store.blobs.put(piece(second, 0, 4));
    await store.blobs.put(piece(first, 0, 7, other));
    expect(await store.blobs.held(caseId)).toEqual({
      blobs: [
        {
          id: first,
          places: [
            { from: 0, to: 3 },
            { from: 5, to: 6 },
          ],
        },
        { id: second, places: [{ from: 0, to: 1 }] },
      ],
      // 4 × 10 + 4.
      bytes: 44,
    });
    expect([...((await store.blobs.read(caseId, first, 5)) ?? [])]).toEqual(Array(10).fill(5));
    expect(await store.blobs.read(caseId, second, 5)).toBeUndefined();
    expect(await store.blobs.read(other, second, 0)).toBeUndefined();
    expect(await store.blobs.held(logCaseId("0e".repeat(16)))).toEqual({ blobs: [], bytes: 0 });
    // Records are none of it.
    expect(await store.size(caseId)).toEqual({ records: 0, bytes: 0 });
  });

  test("[BL2, ME1] what is removed is gone, of that case only: one place, or whole blobs", async () => {
    for (const place of [0, 1]) for (const id of [first, second]) await store.blobs.put(piece(id, place, 10));
    await store.blobs.put(piece(first, 0, 7, other));
    expect(await store.blobs.remove(caseId, [second], 1)).toEqual({ ok: true });
    expect((await store.blobs.held(caseId)).bytes).toBe(30);
    expect(await store.blobs.remove(caseId, [first, blobId("cc".repeat(32))])).toEqual({ ok: true });
    expect(await store.blobs.held(caseId)).toEqual({
      blobs: [{ id: second, places: [{ from: 0, to: 1 }] }],
      bytes: 10,
    });
    expect((await store.blobs.held(other)).bytes).toBe(7);
    // What was there once may come again.
    await store.blobs.put(piece(first, 0, 5));
    expect((await store.blobs.held(caseId)).bytes).toBe(15);
  });

  test("[RL1] it has a name of 16 bytes", () => expect(store.node.length).toBe(16));
};
