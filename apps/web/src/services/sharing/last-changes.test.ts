import { deviceId, recordHash, type FieldLine, type HistoryLine } from "@recourse/sync/log";
import { expect, test } from "vitest";
import { createLastChanges } from "./last-changes.ts";

const line = (n: number, kind: string, id: string): FieldLine => ({
  is: "value",
  kind,
  id,
  field: "text",
  value: n,
  write: undefined,
  device: deviceId("b0".repeat(16)),
  at: n,
  hash: recordHash(String(n).padStart(64, "0")),
  carried: false,
});

test("[CO2] the newest line of each record counts, also as lines come after it", () => {
  let lines: readonly HistoryLine[] = [line(1, "note", "a"), line(2, "order", "a"), line(3, "note", "a")];
  const lastOf = createLastChanges(() => lines);
  expect([lastOf("note", "a")?.at, lastOf("order", "a")?.at, lastOf("note", "b")]).toEqual([3, 2, undefined]);
  lines = [...lines, line(4, "note", "b"), line(5, "order", "a")];
  expect([lastOf("note", "a")?.at, lastOf("order", "a")?.at, lastOf("note", "b")?.at]).toEqual([3, 5, 4]);
});

test("[CO2] lines in another order, or taken back, are read anew", () => {
  let lines: readonly HistoryLine[] = [line(1, "note", "a"), line(2, "note", "a"), line(3, "note", "b")];
  const lastOf = createLastChanges(() => lines);
  expect(lastOf("note", "a")?.at).toBe(2);
  // What a removed device had written, lines 2 and 3, is gone.
  lines = [line(1, "note", "a")];
  expect([lastOf("note", "a")?.at, lastOf("note", "b")]).toEqual([1, undefined]);
  lines = [line(4, "note", "b"), line(1, "note", "a")];
  expect([lastOf("note", "a")?.at, lastOf("note", "b")?.at]).toEqual([1, 4]);
});

test("[CO2] what was read is not read again: typing with ten thousand lines behind it costs nothing", () => {
  let reads = 0;
  const watched = (of: FieldLine): FieldLine =>
    Object.defineProperty({ ...of }, "is", {
      get: () => {
        reads++;
        return "value";
      },
    });
  let lines: readonly HistoryLine[] = Array.from({ length: 10_000 }, (_, n) => watched(line(n, "note", `r${n % 100}`)));
  const lastOf = createLastChanges(() => lines);
  lastOf("note", "r0");
  expect(reads).toBe(10_000);
  for (let n = 0; n < 100; n++) lastOf("note", `r${n}`);
  lines = [...lines, watched(line(10_000, "note", "r0"))];
  expect(lastOf("note", "r0")?.at).toBe(10_000);
  expect(reads).toBe(10_001);
});
