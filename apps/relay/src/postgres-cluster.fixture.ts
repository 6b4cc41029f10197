/**
 * A PostgreSQL server of its own for a test: in a folder that goes away, on a socket in that folder, with a password. Effects: processes, files.
 *
 * 1. It never outlives the test: a shell stands between, and ends the server and removes the folder when the test lets go of it or dies.
 * 2. It never runs as root, which PostgreSQL refuses: then it runs as nobody.
 */
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chown, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";

const run = promisify(execFile);

/** Units: ms. */
const PATIENCE = 20_000;

/** Starts the server, says its number, waits for a word; unless that is "keep" the folder goes as well. */
const GUARD = `"$1/postgres" -D "$2/data" >>"$2/log" 2>&1 & echo $!; read word; kill -QUIT $! 2>/dev/null; wait; [ "$word" = keep ] || rm -rf "$2"`;

export type Cluster = {
  /** Its superuser's. */
  readonly password: string;
  /** Makes an empty database. Answers its address, without the password. */
  readonly database: () => Promise<string>;
  /** Another person's address of the same database. */
  readonly as: (user: string, address: string) => string;
  /** Asks as the superuser, each time on a connection of its own. */
  readonly ask: (address: string, text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Ends every process of the server at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

const programs = async (): Promise<string | undefined> => {
  const versions = await readdir("/usr/lib/postgresql").catch(() => []);
  const places = [
    ...(process.env["PATH"] ?? "").split(":"),
    "/usr/local/bin",
    "/opt/homebrew/bin",
    ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`),
  ];
  for (const place of places) {
    const folder = dirname(await realpath(join(place, "postgres")).catch(() => ""));
    const own = new Set(await readdir(folder).catch(() => []));
    if (own.has("postgres") && own.has("initdb")) return folder;
  }
  return undefined;
};

type Runner = { readonly uid?: number; readonly gid?: number };

/** Whoever we are; nobody for root. */
const runner = async (): Promise<Runner | undefined> => {
  if (process.getuid?.() !== 0) return {};
  const users = await readFile("/etc/passwd", "utf8").catch(() => "");
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(users) ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
};

const pause = (ms: number): Promise<void> => new Promise((go) => setTimeout(go, ms));

/** Answers the server, running, or why there is none on this machine. */
export const openCluster = async (): Promise<Cluster | { readonly missing: string }> => {
  const bin = await programs();
  if (bin === undefined) return { missing: "PostgreSQL is not installed here" };
  const who = await runner();
  if (who === undefined) return { missing: "PostgreSQL does not run as root, and there is no user called nobody" };
  const folder = await mkdtemp(join(tmpdir(), "recourse-pg-"));
  const password = Buffer.from(crypto.getRandomValues(new Uint8Array(12))).toString("hex");
  const how = { ...who, cwd: folder, env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" } };
  try {
    await writeFile(join(folder, "password"), password);
    if (who.uid !== undefined && who.gid !== undefined)
      for (const path of [folder, join(folder, "password")]) await chown(path, who.uid, who.gid);
    const made = `-D ${folder}/data -U recourse -A scram-sha-256 --pwfile ${folder}/password -E UTF8 --locale=C -N`;
    await run(join(bin, "initdb"), made.split(" "), how);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    const told = error instanceof Error ? error.message.trim().split("\n") : [];
    return { missing: `initdb does not run here: ${told.at(-1) ?? String(error)}` };
  }
  await writeFile(
    join(folder, "data/postgresql.auto.conf"),
    `listen_addresses = ''\nunix_socket_directories = '${folder}'\nshared_buffers = 16MB\ndynamic_shared_memory_type = mmap\nmax_connections = 40\n`,
  );

  let guard: ChildProcess | undefined;
  let server = 0;
  let made = 0;
  const as = (user: string, address: string): string => address.replace(/\/\/\w+@/, `//${user}@`);
  const addressOf = (name: string): string => `postgres://recourse@/${name}?host=${encodeURIComponent(folder)}`;
  const ask = async (address: string, text: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const client = new Client({ connectionString: as(`recourse:${password}`, address) });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };
  /** Lets go of the guard and waits for it. */
  const leave = async (word: string): Promise<void> => {
    if (guard === undefined) return;
    const gone = guard.exitCode === null ? once(guard, "exit") : undefined;
    guard.stdin?.end(word);
    await gone;
    guard = undefined;
  };
  const isUp = (): Promise<boolean> =>
    ask(addressOf("postgres"), "SELECT 1").then(
      () => true,
      () => false,
    );
  const start = async (): Promise<void> => {
    for (const end = Date.now() + PATIENCE; guard === undefined || !(await isUp()); await pause(50)) {
      if (Date.now() > end)
        throw new Error(`the server does not start: ${await readFile(join(folder, "log"), "utf8")}`);
      // It also ends by itself, while the memory of a server that was killed is still in use.
      const isGone = server !== 0 && guard !== undefined && !(await isRunning());
      if (isGone) await leave("keep\n");
      if (guard !== undefined) continue;
      guard = spawn("/bin/sh", ["-c", GUARD, "guard", bin, folder], { ...how, stdio: ["pipe", "pipe", "inherit"] });
      guard.stdin?.on("error", () => undefined);
      const said = guard.stdout === null ? [] : await once(guard.stdout, "data");
      server = Number(String(said[0]));
    }
  };
  /** All processes: number, parent, and whether it has ended and nobody has asked how. */
  const processes = async (): Promise<
    readonly { readonly id: number; readonly of: number; readonly dead: boolean }[]
  > =>
    (await run("ps", ["-A", "-o", "pid=,ppid=,stat="], { env: how.env })).stdout
      .split("\n")
      .map((line) => line.trim().split(/\s+/))
      .map(([id, of, state]) => ({ id: Number(id), of: Number(of), dead: state?.startsWith("Z") ?? true }));
  const isRunning = async (): Promise<boolean> => (await processes()).some(({ id, dead }) => id === server && !dead);
  const remove = async (): Promise<void> => {
    await leave("\n");
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    password,
    as,
    ask,
    start,
    database: async () => {
      const address = addressOf(`test_${++made}`);
      await ask(addressOf("postgres"), `CREATE DATABASE test_${made}`);
      return address;
    },
    kill: async () => {
      const own = (await processes()).filter(({ id, of, dead }) => !dead && (id === server || of === server));
      // The first one first: it would notice the others go, and put things in order.
      for (const { id } of own.toSorted((a, b) => Number(b.id === server) - Number(a.id === server)))
        try {
          process.kill(id, "SIGKILL");
        } catch {
          // Gone by itself meanwhile.
        }
      await leave("keep\n");
    },
    remove,
  };
};
