/**
 * The network of one shared case in this browser: one tab talks to the relay, the others hear of it. Effects: connection, locks, hints.
 *
 * 1. Correctness does not depend on which tab it is, or whether there is one (LO2).
 * 2. The tab a person looks at takes the connection, so that who asks to join is seen where it is answered; a tab that dies gives it back.
 *
 * Source: LO2, I7, I10, I12.
 */
import { createWatched, type Scheduler, type Wake, type Watched } from "@recourse/sync";
import type {
  CaseRegister,
  DeviceKeys,
  KnownRelay,
  LogId,
  LogSession,
  LogStore,
  LogStoreError,
  RegisteredCase,
  Sealer,
} from "@recourse/sync/log";
import type { BlobExchange } from "@recourse/sync/blobs";
import {
  connectWebSocket,
  openCaseLink,
  socketAddress,
  type CaseLink,
  type JoinFrame,
  type LinkState,
  type RelayMarks,
  type Signal,
  type TabName,
} from "@recourse/sync/wire";
import type { Result } from "@recourse/core";
import { createCaseWays, type DirectPorts } from "./case-ways.ts";
import { createHearing, linkingOf, NO_CONNECTION, type Connection } from "./connection.ts";
import { openTabHints } from "./tab-hints.ts";

export interface NetworkPorts {
  readonly entry: RegisteredCase;
  readonly session: LogSession;
  readonly store: LogStore;
  readonly register: CaseRegister;
  readonly sealer: Sealer;
  readonly device: DeviceKeys;
  /** Of the relay: whoever served the app. */
  readonly origin: string;
  readonly scheduler: Scheduler;
  readonly wake: Wake;
  readonly locks: Pick<LockManager, "request">;
  readonly random: (length: number) => Uint8Array<ArrayBuffer>;
  /** Units: ms since 1970. */
  readonly now: () => number;
  /** Whether somebody looks at this tab. */
  readonly isLookedAt: () => boolean;
  readonly hearJoin: (frame: JoinFrame) => Promise<JoinFrame | undefined>;
  /** Brings the evidence along; none while a case is only being joined. */
  readonly blobs: BlobExchange | undefined;
  /** Who looks at what, sealed. */
  readonly hearEph: (sealed: Uint8Array<ArrayBuffer>) => Promise<unknown>;
  /** Ways straight to other members; none while a case is only being joined. */
  readonly direct?: DirectPorts;
}

export interface CaseNetwork {
  readonly connection: Watched<Connection>;
  /** Counts up when the relay acknowledged something. */
  readonly acknowledged: Watched<number>;
  readonly sayJoin: (frame: JoinFrame) => void;
  readonly sayEph: (sealed: Uint8Array<ArrayBuffer>) => void;
  /** A word about a direct way has come from somebody's tab. */
  readonly hearSignal: (from: TabName, signal: Signal) => void;
  /** For this case, on this device, in all its tabs. Errors: it could not be kept; nothing changed. */
  readonly setDirect: (on: boolean) => Promise<Result<void, LogStoreError>>;
  readonly reconnect: () => void;
  readonly close: () => void;
}

/** Units: ms in which what the relay holds is written down at most once. */
const REMEMBER = 2000;

const marksOf = (known: KnownRelay | undefined): RelayMarks | undefined =>
  // Keys were written from a map of logs, and are only compared.
  known && { relay: known.relay, marks: new Map(Object.entries(known.marks) as [LogId, number][]) };

/** Begins to connect as soon as this tab has the lock. */
export function openCaseNetwork(ports: NetworkPorts): CaseNetwork {
  const { entry, session, store, register, device, locks, scheduler, wake, now } = ports;
  const connection = createWatched<Connection>(NO_CONNECTION);
  const acknowledged = createWatched(0);
  let link: CaseLink | undefined;
  let unfollow = (): void => undefined;
  let release = (): void => undefined;
  let closed = false;
  let turn = 0;
  let waiting: AbortController | undefined;
  let known = entry.known;
  let remembering = false;

  const hints = openTabHints(entry.log, (hint) => {
    if (hint.is === "records") void takeFromTab(hint.records);
    if (hint.is === "acknowledged") acknowledged.set(acknowledged.get() + 1);
    if (hint.is === "connection" && link === undefined) connection.set(hint.connection);
    if (hint.is === "direct") allow(hint.on);
    if (hint.is === "which" && link !== undefined) hints.post({ is: "connection", connection: connection.get() });
  });
  const takeFromTab = async (records: readonly Uint8Array[]): Promise<void> => {
    const received = await session.receive(records);
    if (!received.ok) return;
    const hashes = received.value.admitted.map(({ node }) => node.hash);
    link?.offer(hashes);
    ways.offer(hashes);
  };
  const remember = (marks: RelayMarks): void => {
    known = { relay: marks.relay, marks: Object.fromEntries(marks.marks) };
    acknowledged.set(acknowledged.get() + 1);
    hints.post({ is: "acknowledged" });
    if (remembering) return;
    remembering = true;
    scheduler.after(REMEMBER, () => {
      remembering = false;
      void register.put(entryNow());
    });
  };
  const entryNow = (): RegisteredCase => ({
    ...entry,
    ...(known === undefined ? {} : { known }),
    direct: ways.isAllowed(),
  });
  const allow = (on: boolean): void => {
    ways.allow(on);
    // Another tab that has the network tells how it stands.
    if (link !== undefined) showWays();
    else connection.set({ ...connection.get(), direct: ways.now() });
  };
  const receive: LogSession["receive"] = async (records) => {
    const received = await session.receive(records);
    if (received.ok && received.value.admitted.length > 0)
      hints.post({ is: "records", records: received.value.admitted.map(({ record }) => record.bytes) });
    return received;
  };
  const tell = (next: Connection): void => {
    connection.set(next);
    hints.post({ is: "connection", connection: next });
  };
  const fromRelay = createHearing();
  const show = (state: LinkState): void => {
    const seen = fromRelay(connection.get().seen, state.seen, now());
    tell({ linking: linkingOf(state), refusal: state.code, seen, direct: ways.now() });
  };
  const ways = createCaseWays(ports, receive);
  connection.set({ ...NO_CONNECTION, direct: ways.now() });
  const fromWays = createHearing();
  const showWays = (): void => {
    const seen = fromWays(connection.get().seen, ways.state.get().seen, now());
    tell({ ...connection.get(), seen, direct: ways.now() });
  };
  const begin = (): void => {
    link = openCaseLink({
      session: { ...session, receive },
      store,
      sealer: ports.sealer,
      device,
      origin: ports.origin,
      connect: () => connectWebSocket(socketAddress(ports.origin), scheduler),
      scheduler,
      random: ports.random,
      now,
      hearJoin: ports.hearJoin,
      hearEph: ports.hearEph,
      ...(ports.blobs === undefined ? {} : { blobs: ports.blobs }),
      marks: { read: () => marksOf(known), write: remember },
    });
    unfollow = link.state.subscribe(show);
    ways.setHere(true);
    show(link.state.get());
  };
  const end = (): void => {
    ways.setHere(false);
    unfollow();
    link?.close();
    link = undefined;
  };
  const queue = (steal: boolean): void => {
    const mine = ++turn;
    waiting?.abort();
    const controller = new AbortController();
    waiting = controller;
    const how: LockOptions = steal ? { steal: true } : { signal: controller.signal };
    locks
      .request(`net:${entry.log}`, how, () => {
        // Somebody asked again meanwhile, or the case was closed.
        if (closed || mine !== turn) return undefined;
        begin();
        return new Promise<void>((done) => {
          release = done;
        });
      })
      .catch(() => {
        // Another tab took it, or this request was called off.
        if (mine !== turn) return;
        end();
        if (!closed) queue(false);
      });
  };

  const stops = [
    session.sealed.subscribe((records) => {
      if (records.length > 0) hints.post({ is: "records", records: records.map(({ bytes }) => bytes) });
    }),
    ways.state.subscribe(() => {
      if (link !== undefined) showWays();
    }),
    wake(() => {
      void session.catchUp();
      if (link === undefined && ports.isLookedAt()) queue(true);
    }),
  ];
  queue(ports.isLookedAt());
  hints.post({ is: "which" });

  return {
    connection,
    acknowledged,
    sayJoin: (frame) => link?.sayJoin(frame),
    sayEph: (sealed) => {
      link?.sayEph(sealed);
      ways.sayEph(sealed);
    },
    hearSignal: (from, signal) => ways.hear(from, signal),
    setDirect: async (on) => {
      const all = await register.all();
      if (!all.ok) return all;
      // The tab that has the network may have written down more of the relay than this one knows.
      const stored = all.value.find(({ log }) => log === entry.log) ?? entryNow();
      const kept = await register.put({ ...stored, direct: on });
      if (!kept.ok) return kept;
      allow(on);
      hints.post({ is: "direct", on });
      return kept;
    },
    reconnect: () => {
      if (link === undefined) return queue(true);
      end();
      begin();
    },
    close: () => {
      closed = true;
      for (const stop of stops) stop();
      waiting?.abort();
      end();
      release();
      hints.close();
    },
  };
}
