/**
 * The store in PostgreSQL: the contract, and what only a server elsewhere can do. On a server of its own, which is gone afterwards; skipped where there is no
 * PostgreSQL to start, and then nothing here has been shown.
 */
import { Client } from "pg";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { blobId, logCaseId, recordHash, toHex, type Bytes } from "@recourse/sync/protocol";
import { openCluster } from "./postgres-cluster.fixture.ts";
import type { LeaseNews } from "./postgres-lease.ts";
import { openPostgresStore, type OpenedPostgres } from "./postgres-store.ts";
import { relayStoreContract } from "./store.contract.ts";
import type { RelayStore } from "./store.ts";

const opened = await openCluster();
const cluster = "missing" in opened ? undefined : opened;
// oxlint-disable-next-line no-console -- a test that was not run must be seen
if ("missing" in opened) console.warn(`SKIPPED [RL1, RL3]: the store in PostgreSQL was not tried. ${opened.missing}.`);
const server = () => {
  if (cluster === undefined) throw new Error("no server");
  return cluster;
};

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
const caseId = logCaseId("0c".repeat(16));
const record = (n: number, length = 2) => ({
  caseId,
  hash: recordHash(n.toString(16).padStart(64, "0")),
  bytes: new Uint8Array(length).fill(n),
});
const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 30_000; !(await done());) {
    if (Date.now() > end) throw new Error("waited in vain");
    await new Promise((go) => setTimeout(go, 10));
  }
};

/** Where a password is looked for when the address has none. */
process.env["PGPASSWORD"] = cluster?.password ?? "";
const stores: RelayStore[] = [];
const news: LeaseNews[] = [];
const heard = (is: LeaseNews["is"]): boolean => news.some((each) => each.is === is);
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  news.length = 0;
});
afterAll(() => cluster?.remove(), 60_000);

const tryToOpen = async (address: string, patience = 1000): Promise<OpenedPostgres> => {
  const read = await openPostgresStore({ address, random, tell: (each) => news.push(each), patience });
  if (read.ok) stores.push(read.store);
  return read;
};
const open = async (address: string): Promise<RelayStore> => {
  const read = await tryToOpen(address);
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return read.store;
};

describe.skipIf(cluster === undefined)("postgres", { timeout: 30_000 }, () => {
  if (cluster !== undefined) relayStoreContract(async () => open(await cluster.database()));
});

/** Somebody who keeps the relay from getting its lock back. */
const withLockTaken = async (address: string, work: () => Promise<void>): Promise<void> => {
  const other = new Client({ connectionString: server().as("recourse", address) });
  await other.connect();
  // Waits in line, so that it is next.
  const taken = other.query("SELECT pg_advisory_lock(8243104023334515557)");
  await until(async () => (await server().ask(address, "SELECT FROM pg_locks WHERE NOT granted")).length === 1);
  await endConnections(address);
  await taken;
  await work();
  await other.end();
};
const nameIn = (address: string): string => /test_\d+/.exec(address)?.[0] ?? "";
const endConnections = (address: string) =>
  server().ask(
    address,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'recourse-relay' AND datname = current_database()",
  );
/** Numbers of the records of the case, and whether its head row says the same. */
const numbersIn = async (address: string) => {
  const rows = await server().ask(address, "SELECT n, octet_length(bytes) AS size FROM records ORDER BY n");
  const [head] = await server().ask(address, "SELECT records, bytes FROM cases");
  const bytes = rows.reduce((sum, { size }) => sum + Number(size), 0);
  return { numbers: rows.map(({ n }) => n), agrees: [Number(head?.["records"]), Number(head?.["bytes"])], bytes };
};

describe.skipIf(cluster === undefined)("on a server of its own", { timeout: 60_000 }, () => {
  test("[RL1, I12] a database keeps its records and its name; another database has another name", async () => {
    const address = await server().database();
    const store = await open(address);
    expect(await store.append([record(1)])).toEqual({ ok: true });
    await store.close();
    expect(await store.append([record(2)])).toEqual({ ok: false, fault: "io" });
    await expect(store.load(caseId)).rejects.toThrow("closed");
    const again = await open(address);
    expect([toHex(again.node), (await again.load(caseId)).length]).toEqual([toHex(store.node), 1]);
    const other = await open(await server().database());
    expect(toHex(other.node)).not.toBe(toHex(store.node));
  });

  test("[RL1, R2] the server is killed three times under load: everything acknowledged is there, numbered without gaps, also where its default is not to wait for the disk", async () => {
    const address = await server().database();
    await server().ask(address, `ALTER DATABASE ${nameIn(address)} SET synchronous_commit = off`);
    // What nobody waits for stays in memory for so long.
    await server().ask(address, "ALTER SYSTEM SET wal_writer_delay = '10s'");
    await server().ask(address, "SELECT pg_reload_conf()");
    const store = await open(address);
    const acknowledged = new Set<string>();
    let n = 0;
    const load = new AbortController();
    const write = async (): Promise<void> => {
      while (!load.signal.aborted) {
        const batch = [record(++n), record(++n, 500)];
        const stored = await store.append(batch);
        if (stored.ok) for (const { hash } of batch) acknowledged.add(hash);
        else await new Promise((go) => setTimeout(go, 20));
      }
    };
    const writing = write();
    for (let kills = 0; kills < 3; kills++) {
      const before = acknowledged.size;
      await until(() => acknowledged.size >= before + 10);
      news.length = 0;
      await server().kill();
      await until(() => heard("lost"));
      const said = [...acknowledged];
      const loading = store.load(caseId);
      await server().start();
      // It waited until the server was back.
      const held = new Set((await loading).map(({ hash }) => String(hash)));
      expect(said.filter((hash) => !held.has(hash))).toEqual([]);
    }
    load.abort();
    await writing;
    const held = new Set((await store.load(caseId)).map(({ hash }) => String(hash)));
    expect([...acknowledged].filter((hash) => !held.has(hash))).toEqual([]);
    expect(await store.append([record(++n)])).toEqual({ ok: true });
    const { numbers, agrees, bytes } = await numbersIn(address);
    expect(numbers).toEqual(Array.from(numbers, (_, at) => at + 1));
    expect(agrees).toEqual([numbers.length, bytes]);
  });

  test("[RL1, RL3] without its lock nothing is stored and nothing is read; with it both go on by themselves", async () => {
    const address = await server().database();
    const store = await open(address);
    await store.append([record(1)]);
    let answered = false;
    let size: Promise<unknown> = Promise.resolve();
    await withLockTaken(address, async () => {
      await until(() => news.some((each) => each.is === "waiting"));
      expect(news).toEqual([
        { is: "lost", code: "57P01" },
        { is: "waiting", fault: { kind: "taken" } },
      ]);
      expect(await store.append([record(2)])).toEqual({ ok: false, fault: "io" });
      const piece = { caseId, id: blobId("aa".repeat(32)), place: 0, bytes: Uint8Array.of(1) };
      expect(await store.blobs.put(piece)).toEqual({ ok: false, fault: "io" });
      expect(await store.blobs.remove(caseId, [piece.id])).toEqual({ ok: false, fault: "io" });
      size = store.size(caseId).finally(() => {
        answered = true;
      });
      expect(answered).toBe(false);
    });
    expect(await size).toEqual({ records: 1, bytes: 2 });
    await until(() => heard("held"));
    expect(await store.append([record(2)])).toEqual({ ok: true });
    expect((await store.load(caseId)).map(({ hash }) => hash)).toEqual([record(1).hash, record(2).hash]);
  });

  test("[RL1, I7] a commit that got no answer is called stored where it was, and done again where it was not", async () => {
    const address = await server().database();
    const store = await open(address);
    await store.append([record(1)]);
    const set = async (what: string): Promise<void> => {
      await server().ask(address, `ALTER SYSTEM ${what}`);
      await server().ask(address, "SELECT pg_reload_conf()");
    };
    // A second server that never comes: a commit is on the disk and is not answered.
    await set("SET synchronous_standby_names = 'nobody'");
    const stored = store.append([record(2)]);
    await until(
      async () =>
        (await server().ask(address, "SELECT FROM pg_stat_activity WHERE wait_event = 'SyncRep'")).length === 1,
    );
    await endConnections(address);
    await until(() => heard("lost"));
    await set("RESET synchronous_standby_names");
    expect(await stored).toEqual({ ok: true });
    // The server ends the connection in the middle of a commit, the first time.
    await server().ask(
      address,
      `CREATE SEQUENCE ends; CREATE FUNCTION end_once() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF nextval('ends') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(10); END IF; RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER end_once AFTER INSERT ON records DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION end_once()`,
    );
    expect(await store.append([record(3)])).toEqual({ ok: true });
    expect(news.map(({ is }) => is).filter((is) => is !== "waiting")).toEqual(["lost", "held", "lost", "held"]);
    expect((await store.load(caseId)).map(({ hash }) => hash)).toEqual([1, 2, 3].map((n) => record(n).hash));
    expect(await numbersIn(address)).toMatchObject({ numbers: [1, 2, 3], agrees: [3, 6] });
  });

  test("[RL3] connections for reading that are lost are replaced, and nobody notices", async () => {
    const address = await server().database();
    const store = await open(address);
    await store.append([record(1)]);
    await Promise.all([1, 2, 3].map(() => store.load(caseId)));
    await endConnections(address);
    expect((await store.load(caseId)).length).toBe(1);
  });

  test("[RL3] a second relay is refused as long as the first one is there", async () => {
    const address = await server().database();
    const first = await open(address);
    expect(await tryToOpen(address, 200)).toEqual({ ok: false, fault: { kind: "taken" } });
    expect(await first.append([record(1)])).toEqual({ ok: true });
    // The first one is just ending.
    const [second] = await Promise.all([open(address), first.close()]);
    expect((await second.load(caseId)).length).toBe(1);
  });

  test("[RL3, I12] a relay that was cut off while another had the database stores nothing any more, and says so", async () => {
    const address = await server().database();
    await server().ask(address, `CREATE ROLE mallory LOGIN PASSWORD '${server().password}'`);
    await server().ask(address, `ALTER DATABASE ${nameIn(address)} OWNER TO mallory`);
    const cut = await open(server().as("mallory", address));
    expect(await cut.append([record(1)])).toEqual({ ok: true });
    await server().ask(address, "ALTER ROLE mallory NOLOGIN");
    await endConnections(address);
    await until(() => heard("waiting"));
    const other = await open(address);
    expect(await other.append([record(2)])).toEqual({ ok: true });
    await other.close();
    await server().ask(address, "ALTER ROLE mallory LOGIN");
    await until(() => heard("over"));
    expect(await cut.append([record(3)])).toEqual({ ok: false, fault: "io" });
    await expect(cut.load(caseId)).rejects.toThrow("another relay");
    expect((await numbersIn(address)).numbers).toEqual([1, 2]);
  });

  test("[RL3, R4] a full disk: nothing of the batch is there, the store says so and works again when there is room", async () => {
    const address = await server().database();
    const store = await open(address);
    expect(await store.append([record(1)])).toEqual({ ok: true });
    // What the server says when its disk is full.
    const full = `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF octet_length(NEW.bytes) > 1000 THEN RAISE EXCEPTION USING ERRCODE = '53100'; END IF; RETURN NEW; END $$`;
    await server().ask(address, full);
    for (const table of ["records", "blob_pieces"])
      await server().ask(
        address,
        `CREATE TRIGGER full_disk BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION full_disk()`,
      );
    expect(await store.append([record(2), record(3, 2000)])).toEqual({ ok: false, fault: "full" });
    expect(await store.size(caseId)).toEqual({ records: 1, bytes: 2 });
    const piece = { caseId, id: blobId("aa".repeat(32)), place: 0, bytes: new Uint8Array(2000) };
    expect(await store.blobs.put(piece)).toEqual({ ok: false, fault: "full" });
    expect(await store.append([record(2)])).toEqual({ ok: true });
    await server().ask(address, "DROP FUNCTION full_disk CASCADE");
    expect(await store.append([record(3, 2000)])).toEqual({ ok: true });
    expect(await store.blobs.put(piece)).toEqual({ ok: true });
    expect(news).toEqual([]);
    // Anything else that goes wrong there.
    await server().ask(address, "ALTER TABLE records RENAME TO elsewhere");
    expect(await store.append([record(4)])).toEqual({ ok: false, fault: "io" });
    await expect(store.load(caseId)).rejects.toThrow("records");
    await server().ask(address, "ALTER TABLE elsewhere RENAME TO records");
    expect(await store.append([record(4)])).toEqual({ ok: true });
    expect((await numbersIn(address)).numbers).toEqual([1, 2, 3, 4]);
  });

  test("[RL3] what keeps it from starting is told apart, and nothing stays open", async () => {
    const address = await server().database();
    const kindOf = async (of: string): Promise<string> => {
      const read = await tryToOpen(of, 0);
      return read.ok ? "opened" : read.fault.kind;
    };
    const missing = address.replace(nameIn(address), "nowhere");
    expect(await kindOf(missing)).toBe("no_database");
    expect(await kindOf(address.replace("recourse-pg-", "recourse-no-"))).toBe("unreachable");
    expect(await kindOf(server().as("recourse:wrong", address))).toBe("credentials");
    expect(await kindOf(server().as("nobody", address))).toBe("credentials");
    process.env["PGPASSWORD"] = "";
    expect(await kindOf(address)).toBe("credentials");
    process.env["PGPASSWORD"] = server().password;
    await server().ask(address, `CREATE ROLE vera LOGIN PASSWORD '${server().password}'`);
    expect(await kindOf(server().as("vera", address))).toBe("denied");
    const still = await server().database();
    await server().ask(address, `ALTER DATABASE ${nameIn(still)} SET default_transaction_read_only = on`);
    expect(await kindOf(still)).toBe("read_only");
    await server().ask(address, "ALTER SYSTEM SET fsync = off");
    await server().ask(address, "SELECT pg_reload_conf()");
    await until(async () => (await server().ask(address, "SHOW fsync"))[0]?.["fsync"] === "off");
    expect(await kindOf(address)).toBe("unsafe");
    await server().ask(address, "ALTER SYSTEM RESET fsync");
    await server().ask(address, "SELECT pg_reload_conf()");
    await until(async () => (await server().ask(address, "SHOW fsync"))[0]?.["fsync"] === "on");
    const mine =
      "SELECT FROM pg_stat_activity WHERE application_name = 'recourse-relay' AND datname = current_database()";
    await until(async () => (await server().ask(address, mine)).length === 0);
    expect(await kindOf(address)).toBe("opened");
  });
});
