/** The store in a file: the contract, and what only a file can do. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "vitest";
import { blobId, logCaseId, recordHash } from "@recourse/sync/protocol";
import { openSqliteStore } from "./sqlite-store.ts";
import { relayStoreContract } from "./store.contract.ts";

const folder = await mkdtemp(join(tmpdir(), "recourse-store-"));
afterAll(() => rm(folder, { recursive: true, force: true }));
let opened = 0;
const fresh = (): string => join(folder, "deep", `${++opened}.sqlite`);
const name = (byte: number) => new Uint8Array(16).fill(byte);
const caseId = logCaseId("0c".repeat(16));
const record = (n: number, length = 2) => ({
  caseId,
  hash: recordHash(n.toString(16).padStart(64, "0")),
  bytes: new Uint8Array(length).fill(n),
});

describe("sqlite", () => relayStoreContract(async () => openSqliteStore(fresh(), name(1))));

test("[RL1, I12] the file keeps its records and its name; another file has another name", async () => {
  const file = fresh();
  const store = openSqliteStore(file, name(1));
  await store.append([record(1)]);
  await store.close();
  const again = openSqliteStore(file, name(2));
  expect([[...again.node], (await again.load(caseId)).length]).toEqual([[...name(1)], 1]);
  expect([...openSqliteStore(fresh(), name(2)).node]).toEqual([...name(2)]);
});

test("[RL1] commits are written ahead", async () => {
  const file = fresh();
  const store = openSqliteStore(file, name(1));
  const reader = new DatabaseSync(file);
  expect(reader.prepare("PRAGMA journal_mode").get()?.["journal_mode"]).toBe("wal");
  reader.close();
  await store.close();
});

test("[RL3, R4] a full disk: nothing of the batch is there, the store says so and works again when there is room", async () => {
  const file = fresh();
  const store = openSqliteStore(file, name(1));
  expect(await store.append([record(1)])).toEqual({ ok: true });
  await store.close();
  // A limit on pages is what SQLite sees of a full disk.
  const limited = openSqliteStore(file, name(1), { pages: 12 });
  expect(await limited.append([record(2), record(3, 200_000)])).toEqual({ ok: false, fault: "full" });
  expect((await limited.load(caseId)).length).toBe(1);
  expect(await limited.append([record(4)])).toEqual({ ok: true });
  await limited.close();
  expect(await limited.append([record(5)])).toEqual({ ok: false, fault: "io" });
});

test("[RL3, R4] no room for evidence: nothing of the piece is there, records that fit are stored all the same, and it goes on when evidence is dropped", async () => {
  const file = fresh();
  // 60 pages of 4 KiB; a piece of 262,160 bytes takes 65.
  const store = openSqliteStore(file, name(1), { pages: 60 });
  const id = blobId("aa".repeat(32));
  const piece = (place: number, length: number) => ({ caseId, id, place, bytes: new Uint8Array(length).fill(place) });
  expect(await store.blobs.put(piece(0, 262_160))).toEqual({ ok: false, fault: "full" });
  expect(await store.append([record(1)])).toEqual({ ok: true });
  expect(await store.blobs.held(caseId)).toEqual({ blobs: [], bytes: 0 });
  expect(await store.blobs.put(piece(1, 130_000))).toEqual({ ok: true });
  expect(await store.blobs.put(piece(2, 130_000))).toEqual({ ok: false, fault: "full" });
  expect(await store.blobs.remove(caseId, [id])).toEqual({ ok: true });
  expect(await store.blobs.put(piece(2, 130_000))).toEqual({ ok: true });
  await store.close();
});

test("[ME1] what was dropped is overwritten in the file", async () => {
  const file = fresh();
  const store = openSqliteStore(file, name(1));
  const id = blobId("aa".repeat(32));
  const mark = Buffer.from("PIECE-THAT-WAS-DROPPED");
  await store.blobs.put({ caseId, id, place: 1, bytes: Uint8Array.from(Buffer.concat([Buffer.alloc(9000), mark])) });
  const inFile = async (): Promise<boolean> => {
    // Closing writes the log ahead into the file.
    const files = await Promise.all([file, `${file}-wal`].map((each) => readFile(each).catch(() => Buffer.alloc(0))));
    return files.some((bytes) => bytes.includes(mark));
  };
  expect(await inFile()).toBe(true);
  await store.blobs.remove(caseId, [id]);
  await store.close();
  expect(await inFile()).toBe(false);
});
