/**
 * DirectLinks: ways from this tab straight to the tabs of other members, beside the relay. Holds state; effects through its ports.
 *
 * 1. Nothing is told of this device's address before somebody switched it on for the case, here: it is only made then (FR6).
 * 2. Of two tabs the one with the smaller name calls. An attempt that did not open in six seconds is given up, and made anew when the other is heard
 *    again: soon at first, then each time after twice as long.
 * 3. What comes in is judged as from anywhere; a way to somebody who is put out is closed, and one that is silent too.
 * 4. Correctness does not depend on it: with the relay gone records, looks and evidence go this way, with all ways gone they wait.
 *
 * Source: FR1, FR6, I10.
 */
import type { BlobExchange } from "../blobs/exchange.ts";
import { sameBytes, type Bytes } from "../log/bytes.ts";
import type { DeviceKeys } from "../log/device-keys.ts";
import { VIEWER } from "../log/entry.ts";
import type { DeviceId, RecordHash } from "../log/log-ids.ts";
import type { LogSession } from "../log/log-session.ts";
import type { Sealer } from "../log/sealer.ts";
import type { Scheduler } from "../scheduler.ts";
import { createWatched, type Watched } from "../watched.ts";
import type { Tip } from "../wire/frame.ts";
import { createPeer, type Peer, type PeerPorts } from "../wire/peer.ts";
import { bindingOf, type Description } from "./description.ts";
import type { CallingEnd, DirectDoor, DirectEnd } from "./direct-door.ts";
import { ATTEMPT, type Signal, type TabName } from "./signal.ts";

/** Units: ms. */
const TICK = 1000;
const HERE_EVERY = 10_000;
const HERE_AGAIN = 2000;
const OPEN_WITHIN = 6000;
/** Between attempts with one tab: the first wait, and the longest. */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;
const PING_EVERY = 2000;
/** So many attempts follow each other without waiting for the other's next word. */
const SOON = 3;
/** Ways at once: a case has few members, and each costs the browser memory. */
const MOST = 16;

/** Whom this tab is joined with. `seen`: what they said, signed, to have (FR2). */
export interface DirectState {
  readonly joined: readonly DeviceId[];
  readonly seen: ReadonlyMap<DeviceId, readonly Tip[]>;
}

export interface DirectPorts {
  readonly session: Pick<LogSession, "log" | "receive" | "sealed">;
  readonly sealer: Sealer;
  readonly device: DeviceKeys;
  /** Of the relay, as the app was served. */
  readonly origin: string;
  readonly door: DirectDoor;
  /** This tab, as its words name it. */
  readonly self: TabName;
  /** To everybody who hears this tab: over the relay, and over ways that are open. */
  readonly say: (signal: Signal) => void;
  readonly scheduler: Scheduler;
  readonly random: (length: number) => Bytes;
  /** Units: ms since 1970. */
  readonly now: () => number;
  readonly hearEph?: PeerPorts["hearEph"];
  readonly blobs?: Pick<BlobExchange, "attach">;
}

export interface DirectLinks {
  readonly state: Watched<DirectState>;
  /** Somebody's word, signed by his device. */
  readonly hear: (from: TabName, signal: Signal) => Promise<void>;
  readonly sayEph: (sealed: Bytes) => void;
  /** Records that came in elsewhere. */
  readonly offer: (hashes: readonly RecordHash[]) => void;
  readonly close: () => void;
}

interface Way {
  readonly to: TabName;
  readonly attempt: Bytes;
  readonly since: number;
  end: DirectEnd | undefined;
  peer: Peer | undefined;
  /** Takes the answer to a call; undefined when none is waited for. */
  answered: ((theirs: Description) => void) | undefined;
  unwatch: () => void;
  over: boolean;
}

const nameOf = ({ device, session }: TabName): string => `${device}${session}`;

/** Says at once that it is here. */
export function openDirectLinks(ports: DirectPorts): DirectLinks {
  const { session, device, door, self, say, scheduler, random, now, blobs } = ports;
  const state = createWatched<DirectState>({ joined: [], seen: new Map() });
  const ways = new Map<string, Way>();
  const own = nameOf(self);
  /** Attempts that did not open, by tab. */
  const failed = new Map<string, { readonly times: number; readonly notBefore: number }>();
  let saidHere = -Infinity;
  let closed = false;
  let cancelTick = (): void => undefined;

  const isMember = (who: DeviceId): boolean =>
    (session.log.standings().membership.members.get(who)?.level ?? 0) >= VIEWER;
  const show = (): void => {
    const open = [...ways.values()].flatMap(({ to, peer }) => {
      const is = peer?.state.get();
      return is === undefined || is.is === "greeting" ? [] : [{ device: to.device, seen: is.seen }];
    });
    state.set({
      joined: [...new Set(open.map((each) => each.device))].toSorted((a, b) => (a < b ? -1 : 1)),
      seen: new Map(open.flatMap(({ seen }) => [...seen])),
    });
  };
  const sayHere = (atMost: number): void => {
    if (closed || now() - saidHere < atMost) return;
    saidHere = now();
    say({ step: "here" });
  };
  const end = (way: Way): void => {
    if (way.over) return;
    way.over = true;
    if (way.peer === undefined) fail(nameOf(way.to));
    // Whoever was lost is asked for soon.
    else saidHere = Math.min(saidHere, now() - HERE_EVERY + HERE_AGAIN);
    way.answered = undefined;
    way.unwatch();
    way.peer?.leave();
    way.end?.transport.close();
    if (ways.get(nameOf(way.to)) === way) ways.delete(nameOf(way.to));
    show();
  };
  const fail = (name: string): void => {
    const times = (failed.get(name)?.times ?? 0) + 1;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (times - 1));
    failed.delete(name);
    failed.set(name, { times, notBefore: now() + wait });
    const [eldest] = failed.keys();
    if (failed.size > MOST && eldest !== undefined) failed.delete(eldest);
    if (times <= SOON) saidHere = Math.min(saidHere, now() - HERE_EVERY + wait);
  };
  const beginWay = (to: TabName, attempt: Bytes): Way => {
    const before = ways.get(nameOf(to));
    if (before !== undefined) end(before);
    const way: Way = {
      to,
      attempt,
      since: now(),
      end: undefined,
      peer: undefined,
      answered: undefined,
      unwatch: () => undefined,
      over: false,
    };
    ways.set(nameOf(to), way);
    return way;
  };
  const talk = (way: Way, { transport }: DirectEnd, binding: Bytes): void => {
    const peer = createPeer({
      caseId: session.log.caseId,
      sealer: ports.sealer,
      device,
      other: "member",
      origin: ports.origin,
      binding,
      pingEvery: PING_EVERY,
      random,
      now,
      send: transport.send,
      ready: transport.ready,
      of: {
        log: session.log,
        receive: session.receive,
        outbox: async () => [],
        acknowledged: async () => undefined,
      },
      ...(ports.hearEph === undefined ? {} : { hearEph: ports.hearEph }),
      ...(blobs === undefined ? {} : { blobs }),
    });
    way.peer = peer;
    failed.delete(nameOf(way.to));
    way.unwatch = peer.state.subscribe((to) => {
      if (to.silent || to.is === "refused" || to.is === "ended") end(way);
      else show();
    });
    transport.start({ message: (bytes) => void peer.take(bytes), end: () => end(way) });
    peer.start();
  };
  /** Goes on with a way when it opens. */
  const goOn = async (way: Way, of: DirectEnd, binding: () => Bytes | undefined): Promise<void> => {
    const isOpen = await of.opened;
    const bound = binding();
    if (way.over || !isOpen || bound === undefined) return end(way);
    talk(way, of, bound);
  };
  const call = async (to: TabName): Promise<void> => {
    const way = beginWay(to, random(ATTEMPT));
    const of: CallingEnd | undefined = await door.call();
    if (of === undefined) return end(way);
    if (way.over) return of.transport.close();
    way.end = of;
    let theirs: Description | undefined;
    way.answered = (given) => {
      theirs = given;
      way.answered = undefined;
      void of.accept(given);
    };
    say({ step: "offer", to, attempt: way.attempt, description: of.mine });
    await goOn(way, of, () => theirs && bindingOf(of.mine, theirs));
  };
  const answer = async (to: TabName, attempt: Bytes, offer: Description): Promise<void> => {
    const way = beginWay(to, attempt);
    const of = await door.answer(offer);
    if (of === undefined) return end(way);
    if (way.over) return of.transport.close();
    way.end = of;
    say({ step: "answer", to, attempt, description: of.mine });
    await goOn(way, of, () => bindingOf(offer, of.mine));
  };
  const hear = async (from: TabName, signal: Signal): Promise<void> => {
    // Tabs of one browser have a shorter way; of a copy of its profile nothing is wanted.
    if (closed || from.device === self.device || !isMember(from.device)) return;
    const name = nameOf(from);
    const there = ways.get(name);
    const isCaller = own < name;
    if (there === undefined && ways.size >= MOST) return;
    if (signal.step === "here") {
      if (there !== undefined) return;
      if (isCaller) return now() < (failed.get(name)?.notBefore ?? 0) ? undefined : call(from);
      return sayHere(HERE_AGAIN);
    }
    if (nameOf(signal.to) !== own) return;
    if (signal.step === "offer") return isCaller ? undefined : answer(from, signal.attempt, signal.description);
    if (there !== undefined && sameBytes(there.attempt, signal.attempt)) there.answered?.(signal.description);
  };
  const tick = (): void => {
    cancelTick = scheduler.after(TICK, tick);
    for (const way of ways.values()) {
      const isLate = way.peer === undefined && now() - way.since >= OPEN_WITHIN;
      if (isLate || !isMember(way.to.device)) end(way);
      else void way.peer?.tick();
    }
    sayHere(HERE_EVERY);
  };
  const offer = (hashes: readonly RecordHash[]): void => {
    for (const { peer } of ways.values()) peer?.offer(hashes);
  };
  const stop = session.sealed.subscribe((records) => offer(records.map(({ hash }) => hash)));
  sayHere(0);
  cancelTick = scheduler.after(TICK, tick);

  return {
    state,
    hear,
    offer,
    sayEph: (sealed) => {
      for (const { peer } of ways.values()) peer?.sayEph(sealed);
    },
    close: () => {
      closed = true;
      stop();
      cancelTick();
      for (const way of ways.values()) end(way);
    },
  };
}
