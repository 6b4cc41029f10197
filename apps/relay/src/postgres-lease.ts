/**
 * Lease: the right to be the only relay that writes into a database. Effects: network, timers.
 *
 * A relay keeps the graphs of open cases in memory, and two on one database would not hear of each other's records. So there is one relay per database:
 *
 * 1. All writing goes over the connection that holds the lock, and over no other. The lock ends with its connection: what can still be committed holds
 *    the lock, also where the other end has not noticed yet that it is gone.
 * 2. When the connection is lost, nothing is written or read until another one has the lock; that is not before the server has ended the one that was
 *    lost, so how its last transaction ended is seen by whoever reads then.
 * 3. A commit that got no answer may have happened. Its work is done once more when the lock is held again, and only then it is said what became of it.
 * 4. Each relay leaves a name of its own in the database when it begins. Whoever gets the lock again and finds another one there stops for good: what he
 *    has in memory is no longer what is stored.
 *
 * Source: RL1, RL3.
 */
import { DatabaseError, type Client } from "pg";
import { codeOfFault, storeFaultOf, type PostgresFault } from "./postgres-fault.ts";
import { asking, type Ask, type Session } from "./postgres-session.ts";
import type { Stored } from "./store.ts";

/** Between two tries. Units: ms. */
const AGAIN = 250;

/** `lost` with what the server or the system called it; `waiting`: why it is not held again, said anew when that changes; `over`: another relay has had it. */
export type LeaseNews =
  | { readonly is: "lost"; readonly code: string }
  | { readonly is: "waiting"; readonly fault: PostgresFault }
  | { readonly is: "held" }
  | { readonly is: "over" };

export type LeasePorts = {
  readonly reopen: () => Promise<Session>;
  /** Whether this relay was the last to begin here. */
  readonly isMine: (ask: Ask) => Promise<boolean>;
  readonly tell: (news: LeaseNews) => void;
};

export type Lease = {
  /** Runs work as one transaction, one after the other; work that may be done twice. */
  readonly within: (work: (ask: Ask) => Promise<void>) => Promise<Stored>;
  /** Answers when the lock is held, at once or later. Errors: rejects when it never will be again. */
  readonly held: () => Promise<void>;
  /** Waits a moment, then until the lock is held. */
  readonly later: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const pause = (): Promise<void> => new Promise((go) => setTimeout(go, AGAIN));

/** `first` holds the lock. */
export const createLease = (first: Client, ports: LeasePorts): Lease => {
  const { reopen, isMine, tell } = ports;
  let holder: Client | undefined;
  let over: Error | undefined;
  let waiting: { readonly go: () => void; readonly fail: (reason: Error) => void }[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  const isOver = (): boolean => over !== undefined;
  const stop = (reason: Error): void => {
    over = reason;
    for (const { fail } of waiting) fail(reason);
    waiting = [];
  };
  const lose = (client: Client, error: unknown): void => {
    if (holder !== client) return;
    holder = undefined;
    void client.end().catch(() => undefined);
    if (isOver()) return;
    tell({ is: "lost", code: codeOfFault(error) });
    void regain();
  };
  const hold = (client: Client): void => {
    holder = client;
    client.on("error", (error) => lose(client, error));
    client.on("end", () => lose(client, undefined));
    for (const { go } of waiting) go();
    waiting = [];
  };
  const regain = async (): Promise<void> => {
    let told: string | undefined;
    for (; !isOver(); await pause()) {
      const session = await reopen();
      if (!session.ok) {
        if (session.fault.kind !== told && !isOver()) tell({ is: "waiting", fault: session.fault });
        told = session.fault.kind;
        continue;
      }
      const { client } = session;
      const mine = await isMine(asking(client)).catch(() => undefined);
      if (mine === true && !isOver()) {
        hold(client);
        return tell({ is: "held" });
      }
      void client.end().catch(() => undefined);
      if (mine !== false || isOver()) continue;
      stop(new Error("another relay has had the database"));
      tell({ is: "over" });
    }
  };
  const isRolledBack = async (client: Client, error: unknown): Promise<boolean> => {
    if (!(error instanceof DatabaseError)) return false;
    return client.query("ROLLBACK").then(
      () => true,
      () => false,
    );
  };
  const attempt = async (work: (ask: Ask) => Promise<void>): Promise<Stored | "lost" | "unknown"> => {
    const client = holder;
    if (client === undefined) return "lost";
    let isCommitting = false;
    try {
      await client.query("BEGIN");
      await work(asking(client));
      isCommitting = true;
      const { command } = await client.query("COMMIT");
      // The server's word for a commit that was none.
      if (command !== "COMMIT") throw new Error(command);
      return { ok: true };
    } catch (error) {
      if (await isRolledBack(client, error)) return { ok: false, fault: storeFaultOf(error) };
      lose(client, error);
      return isCommitting ? "unknown" : "lost";
    }
  };
  const run = async (work: (ask: Ask) => Promise<void>): Promise<Stored> => {
    for (let isOpen = false; ;) {
      const end = await attempt(work);
      if (end === "unknown") isOpen = true;
      else if (end !== "lost") return end;
      // What may be stored must not be called lost: its device would keep it for sending, and nobody would ask for it.
      if (!isOpen || !(await isHeldAgain())) return { ok: false, fault: "io" };
    }
  };
  const isHeldAgain = (): Promise<boolean> =>
    held().then(
      () => true,
      () => false,
    );
  const held = (): Promise<void> =>
    over !== undefined
      ? Promise.reject(over)
      : holder !== undefined
        ? Promise.resolve()
        : new Promise((go, fail) => waiting.push({ go, fail }));

  hold(first);
  return {
    within: (work) => {
      const mine = turn.then(() => run(work));
      turn = mine;
      return mine;
    },
    held,
    later: () => pause().then(held),
    close: async () => {
      stop(new Error("the store is closed"));
      await turn;
      await holder?.end();
      holder = undefined;
    },
  };
};
