/**
 * What runs inside the browser: filling this device's stores, and opening cases from them with a watch running. Bundled and handed to a page by
 * `browser.ts`; answers are plain values.
 *
 * 1. Every way of opening starts from an unopened database and ends when every record can be read; what it found goes back to be checked.
 */
import { type Id } from "@recourse/core";
import {
  browserScheduler,
  caseDocName,
  createDoc,
  createIndexedDbBoardIndex,
  createIndexedDbUpdateStore,
  createMemoryTabs,
  createYIndexedDbViewCache,
  openCase,
  openLocalDatabase,
  WORKSPACE_DOC,
  workspaceTable,
  write,
  type CaseSession,
  type LocalDatabase,
  type UpdateStore,
} from "@recourse/sync";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
// @boundaries-ignore as the app, whose policy allows no code made from text
import "../../apps/web/src/services/zod-config.ts";
// @boundaries-ignore the rows of the board are the app's own
import type { BoardRow } from "../../apps/web/src/live/board-row.ts";
// @boundaries-ignore the rows of the board are the app's own
import { ROW_VERSION } from "../../apps/web/src/live/row-version.ts";
import { foundInNested, nestedDoc, plainDoc } from "./nested.ts";
import { offlineBench } from "./offline-page.ts";
import { BEGIN, benchId, CASE_ID, caseFileOf, changesOf, foundIn, type Found } from "./workload.ts";

export interface Opened {
  /** Units: milliseconds until every record can be read. */
  readonly ms: number;
  readonly found: Found;
}

export type Anchor = "nested" | "plain" | "json";

/** Records written by one command: what one import or an hour of work leaves as a row. */
const BATCHES = 50;

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const scheduler = browserScheduler();

async function openIn(store: UpdateStore): Promise<CaseSession> {
  const ports = {
    store,
    cache: createYIndexedDbViewCache(scheduler),
    tabs: createMemoryTabs().join(),
    wake: () => () => undefined,
    scheduler,
    mint: () => `bench-${crypto.randomUUID()}`,
  };
  return must(await openCase(ports, CASE_ID));
}

/** Fills the case as work does: in many commands, with the snapshot the app takes of it. */
async function seedCase(name: string, exhibits: number, notes: number): Promise<void> {
  const database = openLocalDatabase(name);
  const store = createIndexedDbUpdateStore(database);
  const session = await openIn(store);
  const changes = changesOf(exhibits, notes);
  const step = Math.ceil(changes.length / BATCHES);
  for (let n = 0; n < changes.length; n += step) must(await session.write(changes.slice(n, n + step)).saved);
  const doc = caseDocName(CASE_ID);
  for (let n = 0; must(await store.mark(doc)) === undefined; n += 1) {
    if (n > 300) throw new Error("no snapshot was taken");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  must(await session.close());
  await store.close();
}

/** Opens the case from its store, as the app does. */
async function openOurs(name: string): Promise<Opened> {
  const before = performance.now();
  const database = openLocalDatabase(name);
  const session = await openIn(createIndexedDbUpdateStore(database));
  const { live } = session.case();
  const found = foundIn(Object.keys(live.exhibit).length, Object.values(live.note));
  return { ms: performance.now() - before, found };
}

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function textStore(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore("text");
  return asked(request);
}

async function seedAnchor(kind: Anchor, name: string, exhibits: number, notes: number): Promise<void> {
  const file = caseFileOf(exhibits, notes);
  if (kind === "json") {
    const database = await textStore(name);
    const transaction = database.transaction("text", "readwrite");
    await asked(transaction.objectStore("text").put(JSON.stringify(file), "case"));
    database.close();
    return;
  }
  const doc = kind === "nested" ? nestedDoc(file) : plainDoc(file);
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  await persistence.destroy();
}

async function openAnchor(kind: Anchor, name: string): Promise<Opened> {
  const before = performance.now();
  if (kind === "json") {
    const database = await textStore(name);
    const file = JSON.parse(await asked<string>(database.transaction("text").objectStore("text").get("case")));
    const found = foundIn(Object.keys(file.records.exhibit).length, Object.values(file.records.note));
    return { ms: performance.now() - before, found };
  }
  const doc = new Y.Doc();
  await new IndexeddbPersistence(name, doc).whenSynced;
  const ms = performance.now() - before;
  // Whoever opens nested maps has not read them yet; the time is the anchor's best.
  return { ms, found: foundInNested(doc) };
}

/** Puts cases into the app's own list. */
async function listCases(
  store: UpdateStore,
  entries: readonly { readonly id: Id; readonly title: string }[],
): Promise<void> {
  const doc = createDoc();
  write(
    doc,
    workspaceTable,
    [
      { op: "put", kind: "me", id: benchId(9, 1), value: { name: "" } },
      ...entries.map(
        ({ id, title }) =>
          ({ op: "put", kind: "caseEntry", id, value: { title, category: "membership", createdAt: BEGIN } }) as const,
      ),
    ],
    "bench",
  );
  must(await store.append(WORKSPACE_DOC, [Y.encodeStateAsUpdate(doc)], "update"));
}

/** The app's own database, with one case of this size. */
async function seedApp(exhibits: number, notes: number): Promise<string> {
  await seedCase("recourse", exhibits, notes);
  const database = openLocalDatabase();
  const store = createIndexedDbUpdateStore(database);
  await listCases(store, [{ id: CASE_ID, title: "大案件" }]);
  // With a row in the index the app has no reason to open the case before it is asked.
  await putRows(database, [rowOf(CASE_ID, 0)]);
  await store.close();
  localStorage.setItem("recourse.cases", "1");
  return CASE_ID;
}

const rowOf = (caseId: Id, n: number): BoardRow => ({
  caseId,
  title: `第 ${n} 件`,
  category: "membership",
  respondent: "某影视网络科技有限公司",
  orderNo: `VIP${String(n).padStart(8, "0")}`,
  paidFen: 22_800,
  claimFen: 22_800,
  round: "prepare",
  turn: "mine",
  next: {
    code: "next.write_application",
    args: {},
    refs: [],
    action: { command: "draft.start", data: { kind: "application" } },
  },
  elements: (["order_exists", "breach", "responsibility", "respondent_identity", "amount"] as const).map((id) => ({
    id,
    verdict: "ok",
  })),
  exhibits: 6,
  notices: [],
  safety: [],
  filings: [],
  dates: [],
  reminders: [],
});

const putRows = async (database: LocalDatabase, rows: readonly BoardRow[]): Promise<void> =>
  must(
    await createIndexedDbBoardIndex(database).put(
      rows.map((row) => ({ caseId: row.caseId, summary: row, staleAt: undefined, version: ROW_VERSION })),
    ),
  );

/** The app's own board index with this many rows, and the list they belong to. */
async function seedBoard(count: number): Promise<number> {
  const database = openLocalDatabase();
  const rows = Array.from({ length: count }, (_, n) => rowOf(benchId(8, n), n));
  const store = createIndexedDbUpdateStore(database);
  await listCases(
    store,
    rows.map(({ caseId, title }) => ({ id: caseId, title })),
  );
  await putRows(database, rows);
  await store.close();
  localStorage.setItem("recourse.cases", String(count));
  return count;
}

/** Reads the index, as the app does before its first screen. */
async function readBoard(): Promise<{ readonly ms: number; readonly rows: number }> {
  const before = performance.now();
  const database = openLocalDatabase();
  const rows = must(await createIndexedDbBoardIndex(database).all(ROW_VERSION));
  const ms = performance.now() - before;
  await database.close();
  return { ms, rows: rows.length };
}

export const bench = { seedCase, openOurs, seedAnchor, openAnchor, seedApp, seedBoard, readBoard, ...offlineBench };
export type Bench = typeof bench;
