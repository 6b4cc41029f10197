/** What every RelayStore must do: one suite, run by each adapter's own test file. Test code. */
import { beforeEach, expect, test } from "vitest";
import { logCaseId, recordHash, type LogCaseId } from "@recourse/sync/protocol";
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

  test("[RL1] it has a name of 16 bytes", () => expect(store.node.length).toBe(16));
};
