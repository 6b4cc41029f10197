/**
 * CaseLink: keeps a shared case, open in this tab, joined with a relay: connects, talks, notices silence, comes back. Effects through its ports.
 *
 * 1. A link that broke is tried again after 1, 2, 4 … 30 seconds, with a share of chance; what could not be sent lies in the outbox.
 * 2. Correctness does not depend on it: it may die at any moment (LO2).
 *
 * Source: I7, I10, I12, LO2.
 */
import type { BlobExchange } from "../blobs/exchange.ts";
import type { Bytes } from "../log/bytes.ts";
import type { DeviceKeys } from "../log/device-keys.ts";
import type { RecordHash } from "../log/log-ids.ts";
import type { LogSession } from "../log/log-session.ts";
import type { LogStore } from "../log/log-store.ts";
import type { Sealer } from "../log/sealer.ts";
import type { Scheduler } from "../scheduler.ts";
import { createWatched, type Watched } from "../watched.ts";
import { createPeer, type JoinFrame, type Peer, type PeerPorts, type PeerState } from "./peer.ts";
import type { RelayMarks } from "./relay-marks.ts";
import type { Transport } from "./transport.ts";

/** Units: ms. */
const TICK = 1000;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;
/** Units: ms. A link that owes an answer for so long is given up. */
const GIVE_UP = 20_000;

/** `offline`: no connection; it is tried again by itself. */
export interface LinkState extends Omit<PeerState, "is"> {
  readonly is: PeerState["is"] | "offline";
}

export interface CaseLinkPorts {
  readonly session: LogSession;
  readonly store: LogStore;
  readonly sealer: Sealer;
  readonly device: DeviceKeys;
  /** Of the relay, as the app was served. */
  readonly origin: string;
  readonly connect: () => Transport;
  readonly scheduler: Scheduler;
  readonly random: (length: number) => Bytes;
  /** Units: ms since 1970. */
  readonly now: () => number;
  /** What the relay was last seen to hold, kept where it outlives the tab. */
  readonly hearJoin?: PeerPorts["hearJoin"];
  /** What members look at, as it comes in. */
  readonly hearEph?: PeerPorts["hearEph"];
  /** Of the same case; without it evidence stays where it is. */
  readonly blobs?: BlobExchange;
  readonly marks: { readonly read: () => RelayMarks | undefined; readonly write: (marks: RelayMarks) => void };
}

export interface CaseLink {
  readonly state: Watched<LinkState>;
  /** Records of others that came in elsewhere. */
  readonly offer: (hashes: readonly RecordHash[]) => void;
  /** Said when there is a way: the joiner asks again until he hears. */
  readonly sayJoin: (frame: JoinFrame) => void;
  /** What this tab shows now (FR5); nothing is kept while there is no way. */
  readonly sayEph: (sealed: Bytes) => void;
  readonly close: () => void;
}

const OFFLINE: LinkState = {
  is: "offline",
  code: undefined,
  relay: undefined,
  rolledBack: undefined,
  behind: [],
  seen: new Map(),
  notTaken: new Map(),
  silent: false,
};

/** Connects at once, and again until it is closed. */
export function openCaseLink(ports: CaseLinkPorts): CaseLink {
  const { session, store, sealer, device, origin, connect, scheduler, random, now, marks } = ports;
  const { caseId } = session.log;
  const state = createWatched<LinkState>(OFFLINE);
  let current: { readonly peer: Peer; readonly transport: Transport } | undefined;
  let wait = FIRST_WAIT;
  let closed = false;
  let silentSince: number | undefined;
  let cancelRetry = (): void => undefined;
  let cancelTick = (): void => undefined;

  const outbox = async (): Promise<readonly RecordHash[]> => {
    const stored = await store.outbox(caseId);
    return stored.ok ? stored.value : [];
  };
  const begin = (): void => {
    const transport = connect();
    const known = marks.read();
    const peer = createPeer({
      caseId,
      sealer,
      device,
      other: "relay",
      origin,
      random,
      now,
      send: transport.send,
      ready: transport.ready,
      remember: marks.write,
      of: {
        log: session.log,
        receive: session.receive,
        outbox,
        acknowledged: async (hashes) => void (await store.acknowledged(caseId, hashes)),
      },
      ...(ports.hearJoin === undefined ? {} : { hearJoin: ports.hearJoin }),
      ...(ports.hearEph === undefined ? {} : { hearEph: ports.hearEph }),
      ...(ports.blobs === undefined ? {} : { blobs: ports.blobs }),
      ...(known === undefined ? {} : { marks: known }),
    });
    current = { peer, transport };
    silentSince = undefined;
    const unwatch = peer.state.subscribe((to) => {
      if (to.is === "live") wait = FIRST_WAIT;
      state.set(to);
      if (to.is === "refused" || to.is === "ended") transport.close();
    });
    transport.start({
      message: (bytes) => void peer.take(bytes),
      end: () => {
        unwatch();
        peer.leave();
        if (current?.peer === peer) current = undefined;
        // Why it was refused stays in sight while it is tried again: an admission may still be under way.
        if (state.get().is !== "refused") state.set({ ...state.get(), is: "offline" });
        retry();
      },
    });
    peer.start();
  };
  const retry = (): void => {
    if (closed) return;
    const [byte = 0] = random(1);
    cancelRetry = scheduler.after(wait * (0.75 + byte / 512), begin);
    wait = Math.min(LONGEST_WAIT, wait * 2);
  };
  const tick = (): void => {
    cancelTick = scheduler.after(TICK, tick);
    void current?.peer.tick();
    void ports.blobs?.tick();
    if (state.get().silent) silentSince ??= now();
    else silentSince = undefined;
    if (silentSince !== undefined && now() - silentSince >= GIVE_UP) current?.transport.close();
  };
  const stop = session.sealed.subscribe((records) => current?.peer.offer(records.map(({ hash }) => hash)));
  begin();
  cancelTick = scheduler.after(TICK, tick);

  return {
    state,
    offer: (hashes) => current?.peer.offer(hashes),
    sayJoin: (frame) => current?.peer.sayJoin(frame),
    sayEph: (sealed) => current?.peer.sayEph(sealed),
    close: () => {
      closed = true;
      stop();
      cancelRetry();
      cancelTick();
      current?.transport.close();
      state.set({ ...state.get(), is: "ended" });
    },
  };
}
