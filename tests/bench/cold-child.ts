/**
 * One cold opening in a process of its own: `cold-child.ts ours PORT SEED CASE RECORDS`, `cold-child.ts hocuspocus PORT`. Prints ms from connecting to
 * the whole document, and what it found. Effects: sockets, console.
 */
import { createDoc, browserScheduler } from "@recourse/sync";
import {
  createMemoryLogRows,
  createMemoryLogStore,
  createMemorySessionLock,
  createSealer,
  deviceKeysOf,
  logCaseId,
  openLogSession,
} from "@recourse/sync/log";
import { connectWebSocket, openCaseLink, socketAddress } from "@recourse/sync/wire";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import * as Y from "yjs";
import { typedIn, type Typed } from "./typed-edits.ts";

const [kind, port = "", seed = "", caseName = "", records = "0"] = process.argv.slice(2);
const turn = (): Promise<void> => new Promise((go) => setTimeout(go, 1));

async function ours(): Promise<Typed> {
  const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
  const device = await deviceKeysOf(bytesOf(seed));
  const caseId = logCaseId(bytesOf(caseName));
  const scheduler = browserScheduler();
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  const sealer = createSealer();
  const store = createMemoryLogStore(createMemoryLogRows(), true);
  const ports = { device, sealer, random, now: Date.now, scheduler };
  const locks = createMemorySessionLock();
  const session = await openLogSession({ ...ports, caseId, store, locks, createDoc });
  if (!session.ok) throw new Error(session.error.kind);
  openCaseLink({
    ...ports,
    session: session.value,
    store,
    origin: "http://bench.test",
    connect: () => connectWebSocket(socketAddress(`http://127.0.0.1:${port}`), scheduler),
    marks: { read: () => undefined, write: () => undefined },
  });
  while (session.value.log.index.all().length < Number(records)) await turn();
  for (let found = typedIn(session.value.doc.get()); ; found = typedIn(session.value.doc.get())) {
    if (found.edits > 0) return found;
    await turn();
  }
}

async function hocuspocus(): Promise<Typed> {
  const doc = new Y.Doc();
  const websocketProvider = new HocuspocusProviderWebsocket({ url: `ws://127.0.0.1:${port}` });
  const provider = new HocuspocusProvider({ websocketProvider, name: "cold", document: doc });
  provider.attach();
  await new Promise<void>((done) => provider.on("synced", () => done()));
  return typedIn(doc);
}

const before = performance.now();
const found = await (kind === "ours" ? ours() : hocuspocus());
console.log(JSON.stringify({ ms: performance.now() - before, found }));
process.exit(0);
