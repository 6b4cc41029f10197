/**
 * Sessions on the real thing: IndexedDB with strict transactions, y-indexeddb, BroadcastChannel and Web Locks in Chromium.
 */
import { deleteDB, openDB } from "idb";
import { afterEach, describe, expect, test } from "vitest";
import { id, type Change, type Id } from "@recourse/core";
import { caseDocName, openCase, type CaseSession } from "./case-session.ts";
import type { SessionPorts } from "./doc-session.ts";
import { createIndexedDbUpdateStore } from "./indexeddb-update-store.ts";
import { openLocalDatabase } from "./local-database.ts";
import { browserScheduler, createManualScheduler, type ManualScheduler } from "./scheduler.ts";
import { broadcastTabs, browserExclusive, browserWake } from "./tabs.ts";
import { createYIndexedDbViewCache } from "./view-cache.ts";
import { meOf, openWorkspace } from "./workspace.ts";

const caseId = id("00000000000000000000000000000000");
const doc = caseDocName(caseId);
const nth = (n: number): Id => id(String(n).padStart(32, "0"));
const putParty = (n: number, name: string): Change => ({
  op: "put",
  kind: "party",
  id: nth(n),
  value: { role: "payee", name },
});
const names = (session: CaseSession): readonly string[] =>
  Object.values(session.case().live.party)
    .map((party) => party.name)
    .toSorted();

const closers: (() => Promise<unknown>)[] = [];
let databases = 0;
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A name of its own for every test. */
const freshName = (): string => `sync-test-${Date.now()}-${++databases}`;

interface Tab extends SessionPorts {
  readonly idle: ManualScheduler;
}

/** The ports of a tab as the web app wires them; only idleness is told by hand. */
function tabOn(database: string): Tab {
  const timers = browserScheduler();
  const idle = createManualScheduler();
  const tabs = broadcastTabs(database);
  const store = createIndexedDbUpdateStore(openLocalDatabase(database), { ballastBytes: 0 });
  closers.push(async () => {
    tabs.close();
    await store.close();
  });
  return {
    store,
    cache: createYIndexedDbViewCache(timers),
    tabs,
    wake: browserWake(),
    scheduler: { after: timers.after, idle: idle.idle },
    mint: () => `${database}-${crypto.randomUUID()}`,
    idle,
  };
}

async function open(ports: SessionPorts): Promise<CaseSession> {
  const opened = await openCase(ports, caseId);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

/** Waits for a state of affairs, told by events and looked at again on each. */
const until = (holds: () => boolean, listen: (again: () => void) => () => void): Promise<void> =>
  new Promise((done) => {
    const look = (): void => {
      if (!holds()) return;
      stop();
      done();
    };
    const stop = listen(look);
    queueMicrotask(look);
  });

describe("durability", () => {
  test("[I6] saved is said only after `complete` of a strict transaction", async () => {
    const events: string[] = [];
    const begin = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, "transaction")
      ?.value as IDBDatabase["transaction"];
    IDBDatabase.prototype.transaction = function transaction(...args: Parameters<IDBDatabase["transaction"]>) {
      const started = begin.apply(this, args);
      if (started.mode === "readwrite")
        started.addEventListener("complete", () => events.push(`complete ${started.durability}`));
      return started;
    };
    try {
      const session = await open(tabOn(freshName()));
      const { saved } = session.run([putParty(1, "甲")]);
      void saved.then(() => events.push("saved"));
      expect(session.saveState.get().durable).toBe(false);
      await saved;
      expect(events).toEqual(["complete strict", "saved"]);
      expect(session.saveState.get().durable).toBe(true);
    } finally {
      IDBDatabase.prototype.transaction = begin;
    }
  });

  test("[I6] what is saved is there on another connection, without the first one closing", async () => {
    const name = freshName();
    const session = await open(tabOn(name));
    await session.run([putParty(1, "甲")]).saved;
    expect(names(await open(tabOn(name)))).toEqual(["甲"]);
  });

  test("[G8] 5,000 offline edits in bursts: all durable, few rows, none lost", async () => {
    const name = freshName();
    const tab = tabOn(name);
    const session = await open(tab);
    for (let n = 0; n < 5000; n++) {
      session.write([putParty(n, `第${n}`)]);
      // A task of its own for every 50, as typing and clicking have.
      if (n % 50 === 49) await new Promise((next) => setTimeout(next));
    }
    expect((await session.saved()).ok).toBe(true);
    const again = await open(tabOn(name));
    expect(names(again)).toHaveLength(5000);
    const rows = await tab.store.load(doc, 0);
    // 100 bursts; a burst that comes during a commit shares the next row, none needs two.
    expect(rows.ok && rows.value.rows.length).toBeLessThanOrEqual(101);
    expect(rows.ok && rows.value.rows.reduce((sum, row) => sum + row.frames.length, 0)).toBe(5000);
  });
});

describe("tabs", () => {
  test("[R6] two tabs on one store stay in step over BroadcastChannel, each storing its own", async () => {
    const name = freshName();
    const left = tabOn(name);
    const [a, b] = [await open(left), await open(tabOn(name))];
    const both = until(
      () => names(a).length === 20 && names(b).length === 20,
      (again) => {
        const stops = [a.reader.subscribe(again), b.reader.subscribe(again)];
        return () => stops.forEach((stop) => stop());
      },
    );
    for (let n = 0; n < 10; n++) {
      a.run([putParty(n, `左${n}`)]);
      b.run([putParty(100 + n, `右${n}`)]);
      await Promise.all([a.saved(), b.saved()]);
    }
    await both;
    expect(names(a)).toEqual(names(b));
    const rows = await left.store.load(doc, 0);
    expect(rows.ok && rows.value.rows.reduce((sum, row) => sum + row.frames.length, 0)).toBe(20);
  });

  test("[R6] a newer version of the app in another tab: this one gives way at once and says so", async () => {
    const name = freshName();
    const session = await open(tabOn(name));
    await session.run([putParty(1, "甲")]).saved;
    const newer = openLocalDatabase(name, 99);
    closers.push(newer.close);
    expect((await newer.run(async (database) => database.version)).ok).toBe(true);
    expect(session.state.get()).toEqual({ is: "needs_update" });
    const result = await session.run([putParty(2, "乙")]).saved;
    expect(result).toEqual({ ok: false, error: { kind: "needs_update" } });
    expect(session.saveState.get()).toMatchObject({ pending: 1, durable: false });
    expect(names(session)).toHaveLength(2);
  });

  test("[I3] two tabs that start the workspace at once agree on one me", async () => {
    const name = freshName();
    let minted = 0;
    const start = () => openWorkspace({ ...tabOn(name), exclusive: browserExclusive(), newId: () => nth(++minted) });
    const opened = await Promise.all([start(), start()]);
    const mine = opened.map((each) => (each.ok ? meOf(each.value.reader.current())?.id : undefined));
    expect(mine[0]).toBeDefined();
    expect(mine[1]).toBe(mine[0]);
  });
});

describe("damage", () => {
  test("[R5] a torn row is named, the rows around it are read", async () => {
    const name = freshName();
    const session = await open(tabOn(name));
    for (const n of [1, 2, 3]) await session.run([putParty(n, `第${n}`)]).saved;
    const raw = await openDB(name);
    const row: { bytes: Uint8Array } = await raw.get("rows", [doc, 2]);
    await raw.put("rows", { ...row, bytes: row.bytes.slice(0, row.bytes.length - 3) }, [doc, 2]);
    raw.close();
    const again = await open(tabOn(name));
    expect(names(again)).toEqual(["第1", "第3"]);
    expect(again.damage.get()?.bad.map((bad) => [bad.row, bad.reason])).toEqual([[2, "length"]]);
  });
});

describe("fast opening", () => {
  /** A case with 40 rows and a snapshot of them. */
  async function cached() {
    const name = freshName();
    const tab = tabOn(name);
    const session = await open(tab);
    for (let n = 0; n < 40; n++) await session.run([putParty(n, `第${n}`)]).saved;
    tab.idle.runIdle();
    for (;;) {
      const mark = await tab.store.mark(doc);
      if (mark.ok && mark.value !== undefined)
        return { name, session, view: `view/${doc}/${mark.value.generation}`, row: mark.value.row };
      await new Promise((next) => setTimeout(next, 5));
    }
  }

  test("[LO3] opening is the y-indexeddb snapshot and the rows after it", async () => {
    const { name, session, view, row } = await cached();
    await session.run([putParty(100, "后来的")]).saved;
    const database = await openDB(view);
    expect(await database.count("updates")).toBe(1);
    database.close();
    // The rows under the snapshot are taken away to show that they are not needed.
    const raw = await openDB(name);
    await raw.delete("rows", IDBKeyRange.bound([doc, 0], [doc, row]));
    raw.close();
    expect(names(await open(tabOn(name)))).toHaveLength(41);
  });

  test("[LO3] a corrupt, a truncated, an alien and a missing snapshot each cost a rebuild and nothing else", async () => {
    const { name, session, view } = await cached();
    const spoil = async (change: (bytes: Uint8Array) => unknown): Promise<void> => {
      const database = await openDB(view);
      const [key] = await database.getAllKeys("updates");
      const bytes: Uint8Array = await database.get("updates", key ?? 0);
      await database.put("updates", change(bytes), key);
      database.close();
    };
    const spoiled: readonly (() => Promise<unknown>)[] = [
      () => spoil((bytes) => bytes.map((byte, n) => (n === 60 ? byte ^ 4 : byte))),
      () => spoil((bytes) => bytes.slice(0, 50)),
      () => spoil(() => "not bytes"),
      () => deleteDB(view),
    ];
    for (const each of spoiled) {
      await each();
      const again = await open(tabOn(name));
      expect(names(again)).toEqual(names(session));
      expect(again.damage.get()).toBeUndefined();
    }
  });

  test("[LO3] a cache that keeps silent costs a second and then a rebuild", async () => {
    const { name, session } = await cached();
    const asked = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function silentForViews(database: string, version?: number) {
      // A request that never answers, as WebKit's sometimes do.
      return database.startsWith("view/")
        ? asked.call(this, `${name}-silent`, version)
        : asked.call(this, database, version);
    };
    const holder = await openDB(`${name}-silent`, 1);
    const upgrade = openDB(`${name}-silent`, 2);
    try {
      expect(names(await open(tabOn(name)))).toEqual(names(session));
    } finally {
      IDBFactory.prototype.open = asked;
      holder.close();
      (await upgrade).close();
    }
  });
});
