/**
 * G5: the same small edits opened by a client that has nothing from a server that has not read them yet. Ours: sealed records of twenty edits, judged by
 * the relay and verified, opened and put together by the client. Hocuspocus: one document from SQLite. Effects: processes, files.
 */
import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import * as Y from "yjs";
// @boundaries-ignore the store of the relay is filled as the relay fills it
import { openSqliteStore } from "../../apps/relay/src/sqlite-store.ts";
// @boundaries-ignore people who share a case, as the tests of the log make them
import {
  bytesFrom,
  createWorld,
  edit,
  everything,
  found,
  localUpdate,
  seeded,
} from "../../packages/sync/src/log/people.fixture.ts";
import { figure, gate, interleaved, ratio, type GoalResult } from "./figures.ts";
import { startServer } from "./measured-server.ts";
import { beginTyping, typedIn, typeOnce } from "./typed-edits.ts";

const run = promisify(execFile);
const PER_RECORD = 20;

/** Founds the case, types into it, stores its records. Answers what a client needs to know. */
async function fillOurs(file: string, edits: number) {
  const world = createWorld({ seed: 1, sealed: true });
  const { alice, caseId } = await found(world);
  await edit(world, alice, beginTyping);
  for (let n = 1; n <= edits; n++) {
    if (n % PER_RECORD === 0 || n === edits) {
      await edit(world, alice, (doc) => typeOnce(doc, n));
      continue;
    }
    const update = localUpdate(alice.view.doc(), (doc) => typeOnce(doc, n));
    if (update !== undefined) alice.pending.push(update);
  }
  const records = everything(alice);
  const store = openSqliteStore(file, new Uint8Array(16).fill(7));
  for (let at = 0; at < records.length; at += 64) {
    const batch = records.slice(at, at + 64).map(({ hash, bytes }) => ({ caseId, hash, bytes }));
    const stored = await store.append(batch);
    if (!stored.ok) throw new Error(stored.fault);
  }
  await store.close();
  // The founder's seed is the first thing that is drawn from the world's dice.
  const seed = Buffer.from(bytesFrom(seeded(1))(32)).toString("hex");
  return { args: [seed, caseId, String(records.length)], typed: typedIn(alice.view.doc()), records: records.length };
}

function fillHocuspocus(file: string, edits: number) {
  const doc = new Y.Doc();
  beginTyping(doc);
  for (let n = 1; n <= edits; n++) doc.transact(() => typeOnce(doc, n));
  const database = new DatabaseSync(file);
  database.exec("CREATE TABLE documents (name TEXT PRIMARY KEY, data BLOB NOT NULL)");
  database.prepare("INSERT INTO documents VALUES ('cold', ?)").run(Y.encodeStateAsUpdate(doc));
  database.close();
  return typedIn(doc);
}

export async function coldOpen(edits = 100_000): Promise<readonly GoalResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "recourse-bench-"));
  try {
    const [mine, theirs] = [join(folder, "ours.sqlite"), join(folder, "hocuspocus.sqlite")];
    const ours = await fillOurs(mine, edits);
    gate("G5 the same text", ours.typed, fillHocuspocus(theirs, edits));
    let copies = 0;
    const opened = (kind: "ours" | "hocuspocus") => async (): Promise<number> => {
      const file = join(folder, `${++copies}.sqlite`);
      copyFileSync(kind === "ours" ? mine : theirs, file);
      const server = await startServer(kind, file);
      try {
        const args = kind === "ours" ? ours.args : [];
        const child = join(import.meta.dirname, "cold-child.ts");
        const { stdout } = await run(process.execPath, [child, kind, String(server.port), ...args], {
          timeout: 120_000,
        });
        const { ms, found: is } = JSON.parse(stdout);
        gate(`G5 ${kind}`, is, ours.typed);
        return Number(ms);
      } finally {
        await server.kill();
      }
    };
    const [own = figure("", "", []), anchor = own] = await interleaved("ms", [
      { name: `${ours.records} sealed records, verified and opened`, run: opened("ours") },
      { name: "Hocuspocus 4 + SQLite", run: opened("hocuspocus") },
    ]);
    return [
      ratio(
        {
          id: "G5",
          what: `cold open of ${edits} small edits, ${PER_RECORD} in a record, server and client cold`,
          goal: "≤ 0.33 × Hocuspocus, decrypting and verifying included",
          most: 0.33,
        },
        own,
        anchor,
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
