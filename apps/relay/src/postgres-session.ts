/**
 * A connection to PostgreSQL as the relay needs it, and the lock that makes it the only one to write. Effects: network.
 *
 * 1. A commit waits for the disk: `synchronous_commit` is set on the connection, whatever the server's default; a server whose `fsync` is off is refused.
 * 2. The lock belongs to the connection and ends with it (an advisory lock of the session).
 *
 * Source: RL1; postgresql.org/docs/current: runtime-config-wal, explicit-locking 13.3.5.
 */
import { Client } from "pg";
import { openFaultOf, type PostgresFault } from "./postgres-fault.ts";

/** Asks one thing. Errors: rejects with what the driver says. */
export type Ask = (text: string, values?: readonly unknown[]) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** How both kinds of connections are made. Units: ms; an answer later than that is none. */
export const CONNECTION = {
  application_name: "recourse-relay",
  connectionTimeoutMillis: 5000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 30_000,
} as const;
const ANSWER = 30_000;

const OLDEST = 140_000;

/** The server lets go of a connection whose other end is silent for a minute, and with it of the lock. */
const SETTINGS = `SELECT
  set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false),
  set_config('default_transaction_isolation', 'read committed', false),
  set_config('idle_session_timeout', '0', false),
  set_config('tcp_keepalives_idle', '30', false),
  set_config('tcp_keepalives_interval', '10', false),
  set_config('tcp_keepalives_count', '3', false)`;

const FACTS = `SELECT current_setting('server_version_num')::int AS version, current_setting('fsync') AS fsync, pg_is_in_recovery() AS standby`;

/** The letters of "recourse" as a number. */
const LOCK = "SELECT pg_try_advisory_lock(8243104023334515557) AS locked";

export type Session =
  | { readonly ok: true; readonly client: Client }
  | { readonly ok: false; readonly fault: PostgresFault };

/** What a connection may ask. */
export const asking =
  (client: Client): Ask =>
  async (text, values = []) =>
    (await client.query(text, [...values])).rows;

/** Waits for the lock until `patience` is over. Units: ms. */
const isLocked = async (ask: Ask, patience: number, again: number): Promise<boolean> => {
  for (const end = Date.now() + patience; ; await new Promise((go) => setTimeout(go, again))) {
    const [row] = await ask(LOCK);
    if (row?.["locked"] === true) return true;
    if (Date.now() >= end) return false;
  }
};

const unfitness = async (ask: Ask): Promise<PostgresFault | undefined> => {
  const [facts] = await ask(FACTS);
  if (Number(facts?.["version"]) < OLDEST) return { kind: "old" };
  if (facts?.["standby"] === true) return { kind: "read_only" };
  return facts?.["fsync"] === "on" ? undefined : { kind: "unsafe" };
};

/**
 * Connects and takes the lock. `patience`: how long another may still have it, because it is just ending. Units: ms.
 * Errors: what keeps it from being used; nothing stays open then.
 */
export const openSession = async (address: string, patience: number, again = 100): Promise<Session> => {
  let client: Client | undefined;
  const refuse = (fault: PostgresFault): Session => {
    void client?.end().catch(() => undefined);
    return { ok: false, fault };
  };
  try {
    client = new Client({ ...CONNECTION, connectionString: address, query_timeout: ANSWER });
    // Whoever asks hears of it; without a listener it would end the process.
    client.on("error", () => undefined);
    await client.connect();
    const ask = asking(client);
    const unfit = await unfitness(ask);
    if (unfit !== undefined) return refuse(unfit);
    await ask(SETTINGS);
    return (await isLocked(ask, patience, again)) ? { ok: true, client } : refuse({ kind: "taken" });
  } catch (error) {
    return refuse(openFaultOf(error));
  }
};
