/**
 * G8 inside the browser: edits without a network until all of them are durable, in the app's own store and in y-indexeddb. Bundled with `in-page.ts`.
 *
 * 1. The clock stops when a transaction that was begun after the last write has completed, or the app itself says that it is durable.
 */
import {
  browserScheduler,
  createIndexedDbUpdateStore,
  createMemoryTabs,
  createYIndexedDbViewCache,
  openCase,
  openLocalDatabase,
  type CaseSession,
} from "@recourse/sync";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import { benchId, CASE_ID, changesOf } from "./workload.ts";

/** Notes that are edited in turn. */
const NOTES = 50;

export interface Durable {
  /** Units: ms from the first edit until all were durable. */
  readonly ms: number;
  /** The last text of the last note, read back from a new opening. */
  readonly last: string;
  readonly edits: number;
}

const textOf = (n: number): string => `第 ${n} 次修改：等对方在期限内答复。`;

async function openOwn(name: string): Promise<{ readonly session: CaseSession; readonly close: () => Promise<void> }> {
  const scheduler = browserScheduler();
  const store = createIndexedDbUpdateStore(openLocalDatabase(name));
  const ports = {
    store,
    cache: createYIndexedDbViewCache(scheduler),
    tabs: createMemoryTabs().join(),
    wake: () => () => undefined,
    scheduler,
    mint: () => `bench-${crypto.randomUUID()}`,
  };
  const opened = await openCase(ports, CASE_ID);
  if (!opened.ok) throw new Error(opened.error.kind);
  const session = opened.value;
  return {
    session,
    close: async () => {
      await session.close();
      await store.close();
    },
  };
}
const lastNote = (n: number) => benchId(2, (n - 1) % NOTES);
/** Lets the page be a page between two edits, as between two keystrokes. */
const breathe = (): Promise<void> =>
  new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      go();
    };
    port2.postMessage(0);
  });
const BURST = 10;

async function offlineOwn(name: string, edits: number): Promise<Durable> {
  const first = await openOwn(name);
  const filled = await first.session.write(changesOf(0, NOTES)).saved;
  if (!filled.ok) throw new Error(filled.error.kind);
  const before = performance.now();
  for (let n = 1; n <= edits; n++) {
    first.session.write([{ op: "set", kind: "note", id: lastNote(n), field: "text", value: textOf(n) }]);
    if (n % BURST === 0) await breathe();
  }
  const saved = await first.session.saved();
  const ms = performance.now() - before;
  if (!saved.ok) throw new Error(saved.error.kind);
  await first.close();
  const again = await openOwn(name);
  const last = again.session.case().live.note[lastNote(edits)]?.text ?? "";
  await again.close();
  return { ms, last, edits };
}

const openRows = async (name: string): Promise<Y.Doc> => {
  const doc = new Y.Doc();
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  await persistence.destroy();
  return doc;
};

async function offlineYIndexedDb(name: string, edits: number): Promise<Durable> {
  const doc = new Y.Doc();
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  const notes = doc.getMap("note");
  const before = performance.now();
  for (let n = 1; n <= edits; n++) {
    notes.set(`${lastNote(n)}/text`, textOf(n));
    if (n % BURST === 0) await breathe();
  }
  const database = await persistence._db;
  // Transactions on one store complete in the order they were begun.
  await new Promise<void>((done, fail) => {
    const transaction = database.transaction("updates", "readwrite");
    transaction.objectStore("updates").count();
    transaction.oncomplete = () => done();
    transaction.onerror = () => fail(new Error("not stored"));
  });
  const ms = performance.now() - before;
  await persistence.destroy();
  const last = (await openRows(name)).getMap("note").get(`${lastNote(edits)}/text`);
  return { ms, last: typeof last === "string" ? last : "", edits };
}

/** One edit after the other, each until it is durable. Units: ms, sorted. */
async function lossWindow(name: string, edits: number): Promise<readonly number[]> {
  const { session, close } = await openOwn(name);
  const filled = await session.write(changesOf(0, NOTES)).saved;
  if (!filled.ok) throw new Error(filled.error.kind);
  const found: number[] = [];
  for (let n = 1; n <= edits; n++) {
    const before = performance.now();
    const { saved } = session.write([{ op: "set", kind: "note", id: lastNote(n), field: "text", value: textOf(n) }]);
    const result = await saved;
    if (!result.ok) throw new Error(result.error.kind);
    found.push(performance.now() - before);
  }
  await close();
  return found.toSorted((a, b) => a - b);
}

export const offlineBench = { offlineOwn, offlineYIndexedDb, lossWindow };
