/**
 * G1, G2, G3: what a durable relay costs its server and how soon others hear, beside Hocuspocus on SQLite, bare `ws` and a coalescing probe. Effects:
 * processes, files.
 *
 * 1. CPU time of the server's process only, after a part of the work has warmed it up; a round ends when all of it was acknowledged and heard by all.
 * 2. The server is killed at that very moment; what it had acknowledged must be in its file.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as Y from "yjs";
import { bound, figure, gate, interleaved, ratio, ROUNDS, type GoalResult } from "./figures.ts";
import { startServer, type ServerKind } from "./measured-server.ts";
import { hocuspocusClient, plainClient, relayClient, type LoadClient, type Watch } from "./relay-clients.ts";
import { loadedCases, type LoadedCase } from "./sealed-load.ts";

const CASES = 8;
const PEOPLE = 4;
const WARM = 80;
const EDITS = 400;
/** Edits the app puts into one record while somebody types. */
const COALESCED = 20;

const until = async (done: () => boolean, what: string): Promise<void> => {
  for (const end = Date.now() + 120_000; !done();) {
    if (Date.now() > end) throw new Error(`in vain: ${what}`);
    await new Promise((go) => setTimeout(go, 1));
  }
};
const placeFor = async <T>(work: (file: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "recourse-bench-"));
  try {
    return await work(join(folder, "server.sqlite"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** All clients of one case, the founder first. */
async function join4(kind: ServerKind, port: number, of: LoadedCase, n: number, watch?: Watch): Promise<LoadClient[]> {
  const clients: LoadClient[] = [];
  for (const [m, member] of of.members.entries())
    clients.push(
      kind === "ours"
        ? await relayClient(port, of, member, m === 0 ? of.founding : [], watch)
        : kind === "hocuspocus"
          ? await hocuspocusClient(port, `case${n}`, m, watch)
          : await plainClient(kind, port, `case${n}`, member.records),
    );
  return clients;
}

interface Lost {
  acknowledged: number;
  lost: number;
}

/** Of what was acknowledged, how much the file does not have. */
function lostIn(kind: ServerKind, file: string, clients: readonly LoadClient[]): Lost {
  const acknowledged = clients.reduce((sum, each) => sum + each.acknowledged(), 0);
  if (kind === "bare") return { acknowledged: 0, lost: 0 };
  const database = new DatabaseSync(file);
  try {
    if (kind === "ours") {
      const held = new Set(
        database
          .prepare("SELECT lower(hex(hash)) AS hash FROM records")
          .all()
          .map(({ hash }) => hash),
      );
      return { acknowledged, lost: clients.flatMap((each) => each.hashes()).filter((hash) => !held.has(hash)).length };
    }
    if (kind === "probe") {
      const count = Number(database.prepare("SELECT count(*) AS n FROM records").get()?.["n"]);
      return { acknowledged, lost: Math.max(0, acknowledged - count) };
    }
    let kept = 0;
    for (const { data } of database.prepare("SELECT data FROM documents").all()) {
      const doc = new Y.Doc();
      if (data instanceof Uint8Array) Y.applyUpdate(doc, data);
      for (const client of doc.store.clients.keys()) kept += Y.getState(doc.store, client);
    }
    return { acknowledged, lost: Math.max(0, acknowledged - kept) };
  } finally {
    database.close();
  }
}

/** Units: µs of the server's CPU per edit. `per`: edits in one record. */
async function cost(kind: ServerKind, cases: readonly LoadedCase[], lost: Lost, per = 1): Promise<number> {
  return placeFor(async (file) => {
    const server = await startServer(kind, file);
    const rooms = [];
    for (const [n, of] of cases.entries()) rooms.push(await join4(kind, server.port, of, n));
    const clients = rooms.flat();
    const all = async (from: number, to: number): Promise<void> => {
      for (const client of clients) client.send(from, to);
      const done = (client: LoadClient): boolean => client.acknowledged() >= to && client.heard() >= (PEOPLE - 1) * to;
      await until(() => clients.every(done), `${kind}: all acknowledged and heard`);
    };
    await all(0, WARM / per);
    const before = await server.cpu();
    await all(WARM / per, EDITS / per);
    const spent = (await server.cpu()) - before;
    await server.kill();
    const found = lostIn(kind, file, clients);
    lost.acknowledged += found.acknowledged;
    lost.lost += found.lost;
    for (const client of clients) client.close();
    return spent / (CASES * PEOPLE * (EDITS - WARM));
  });
}

export async function throughput(): Promise<readonly GoalResult[]> {
  const cases = await loadedCases(CASES, PEOPLE, EDITS);
  const coalesced = await loadedCases(CASES, PEOPLE, EDITS, COALESCED);
  const lost = { ours: { acknowledged: 0, lost: 0 }, hocuspocus: { acknowledged: 0, lost: 0 } };
  const unused = { acknowledged: 0, lost: 0 };
  const [ours = figure("", "", []), together = ours, hocuspocus = ours, probe = ours, bare = ours] = await interleaved(
    "µs CPU per edit",
    [
      { name: "one edit in a record", run: () => cost("ours", cases, lost.ours) },
      {
        name: `${COALESCED} edits in a record, as the app does`,
        run: () => cost("ours", coalesced, unused, COALESCED),
      },
      { name: "Hocuspocus 4 + SQLite", run: () => cost("hocuspocus", cases, lost.hocuspocus) },
      { name: "coalescing probe", run: () => cost("probe", cases, unused) },
      { name: "bare ws", run: () => cost("bare", cases, unused) },
    ],
  );
  gate("G3 edits acknowledged by Hocuspocus and by ours", lost.hocuspocus.acknowledged, lost.ours.acknowledged);
  const share = 100 * (lost.hocuspocus.lost / lost.hocuspocus.acknowledged);
  const work = `${CASES} cases × ${PEOPLE} people, small sealed edits, committed and synced before fan-out`;
  return [
    ratio(
      { id: "G1.hocuspocus", what: work, goal: "≤ 0.2 × the CPU of Hocuspocus 4 + SQLite", most: 0.2 },
      ours,
      hocuspocus,
      [together, bare],
    ),
    ratio({ id: "G1.probe", what: work, goal: "≤ 1.25 × the CPU of the coalescing probe", most: 1.25 }, ours, probe, [
      together,
      bare,
    ]),
    bound(
      {
        id: "G3",
        what: `acknowledged edits lost to SIGKILL at the moment of the last answer, of ${lost.ours.acknowledged}`,
        goal: "0 of ≥ 50,000",
        most: 0,
      },
      figure("ours", "edits", [lost.ours.lost]),
      [figure("Hocuspocus 4 + SQLite", "% of its acknowledged edits", [share])],
    ),
  ];
}

/** Units: ms between sending and hearing. */
async function latencies(kind: "ours" | "hocuspocus", of: LoadedCase, edits: number): Promise<readonly number[]> {
  return placeFor(async (file) => {
    const server = await startServer(kind, file);
    const sentAt = new Map<string, number>();
    const found: number[] = [];
    const clients = await join4(kind, server.port, of, 0, {
      sent: (key) => void sentAt.set(key, performance.now()),
      came: (key) => {
        const at = sentAt.get(key);
        if (at !== undefined) found.push(performance.now() - at);
      },
    });
    const begin = performance.now();
    for (let n = 0; n < edits; n++) {
      // 200 a second, in turn.
      const wait = begin + n * 5 - performance.now();
      if (wait > 0) await new Promise((go) => setTimeout(go, wait));
      const turn = Math.floor(n / PEOPLE);
      clients[n % PEOPLE]?.send(turn, turn + 1);
    }
    await until(() => found.length >= edits * (PEOPLE - 1), `${kind}: all heard`);
    await server.kill();
    for (const client of clients) client.close();
    // The first second warms up.
    return found.slice(200 * (PEOPLE - 1)).toSorted((a, b) => a - b);
  });
}
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN;

export async function fanOut(): Promise<readonly GoalResult[]> {
  const [of] = await loadedCases(1, PEOPLE, 250);
  if (of === undefined) throw new Error("no case");
  const rounds = { ours: [] as (readonly number[])[], hocuspocus: [] as (readonly number[])[] };
  for (let n = 0; n < ROUNDS; n++)
    for (const kind of ["ours", "hocuspocus"] as const) rounds[kind].push(await latencies(kind, of, 1000));
  const say = (kind: "ours" | "hocuspocus", name: string, share: number) =>
    figure(
      name,
      "ms",
      rounds[kind].map((each) => at(each, share)),
    );
  const what = "200 edits a second by four people in one case, from sending to hearing";
  const anchor = "Hocuspocus 4 + SQLite";
  return [
    ratio(
      { id: "G2.p50", what: `${what}, median`, goal: `≤ 2 × ${anchor}`, most: 2 },
      say("ours", "durable", 0.5),
      say("hocuspocus", anchor, 0.5),
    ),
    ratio(
      { id: "G2.p99", what: `${what}, 99 of 100`, goal: `≤ 1.5 × ${anchor}`, most: 1.5 },
      say("ours", "durable", 0.99),
      say("hocuspocus", anchor, 0.99),
    ),
  ];
}
