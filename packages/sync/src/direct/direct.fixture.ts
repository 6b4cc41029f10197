/**
 * Tabs of people who share a case, with direct ways between them and a relay that only hands on what they say: for tests. Time by hand.
 */
import { ok } from "@recourse/core";
import { zeros, type Bytes } from "../log/bytes.ts";
import { bytesFrom, edit, put, show, type Person, type World } from "../log/people.fixture.ts";
import { settled } from "../log/tabs.fixture.ts";
import type { SignedRecord } from "../log/signed-record.ts";
import { createManualScheduler } from "../scheduler.ts";
import { createWatched } from "../watched.ts";
import { createMemoryLink, NO_FAULTS } from "../wire/memory-transport.ts";
import { createPresence, type Presence } from "../wire/presence.ts";
import type { Description } from "./description.ts";
import type { Transport } from "../wire/transport.ts";
import type { DirectDoor } from "./direct-door.ts";
import { openDirectLinks, type DirectLinks } from "./direct-links.ts";

/** Someone's tab. */
export interface DirectTab {
  readonly who: Person;
  readonly presence: Presence;
  readonly links: DirectLinks;
  readonly write: (key: string, value: unknown) => Promise<void>;
  readonly reads: (key: string) => unknown;
}

export interface Surroundings {
  /** Whether the relay hands on what is said. */
  relay: boolean;
  /** Whether offers lead to anything. */
  reachable: boolean;
  readonly open: (who: Person) => DirectTab;
  readonly pass: (ms: number) => Promise<void>;
  /** Offers made so far. */
  readonly offers: () => number;
  /** As when the other browser is killed: nothing arrives, nobody is told. */
  deaf: boolean;
}

/** Nobody has a tab yet. */
export function createSurroundings(world: World): Surroundings {
  const scheduler = createManualScheduler();
  const tabs = new Set<DirectTab>();
  let time = 1_000_000;
  let offers = 0;
  let certificates = 0;
  /** Calls that wait for an answer, by the first byte of their certificate. */
  const calls = new Map<number, Transport>();
  const certificate = (): Description => ({
    fragment: "abcd",
    password: "p".repeat(22),
    fingerprint: zeros(32).fill(++certificates),
    candidates: [{ priority: 1, address: "192.0.2.1", port: 9 }],
  });
  const lost = { drop: 1, twice: 0, delay: { least: 1, most: 1 } };
  const door: DirectDoor = {
    call: async () => {
      offers++;
      const mine = certificate();
      const link = createMemoryLink(scheduler, world.random, () => (around.deaf ? lost : NO_FAULTS));
      let tell: (opened: boolean) => void = () => undefined;
      const opened = new Promise<boolean>((say) => {
        tell = say;
      });
      calls.set(certificates, link.ends[1]);
      const close = (): void => {
        tell(false);
        link.cut();
      };
      const accept = async (): Promise<void> => {
        if (around.reachable) tell(true);
      };
      return { mine, opened, transport: { ...link.ends[0], close }, accept };
    },
    answer: async (offer) => {
      const end = calls.get(offer.fingerprint[0] ?? 0);
      const opened = around.reachable ? Promise.resolve(true) : new Promise<boolean>(() => undefined);
      return end && { mine: certificate(), opened, transport: end };
    },
  };
  const around: Surroundings = {
    relay: true,
    reachable: true,
    deaf: false,
    offers: () => offers,
    open: (who) => {
      const sealed = createWatched<readonly SignedRecord[]>([]);
      let turn: Promise<unknown> = Promise.resolve();
      const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
        const mine = turn.then(work);
        turn = mine.catch(() => undefined);
        return mine;
      };
      const presence = createPresence({
        log: who.log,
        keyring: who.keyring,
        sealer: world.sealer,
        device: who.keys,
        random: bytesFrom(world.random),
        now: () => time,
        send: (words: Bytes) => {
          links.sayEph(words);
          if (!around.relay) return;
          for (const other of tabs)
            if (other.presence !== presence) scheduler.after(5, () => void other.presence.hear(words));
        },
        hearSignal: (from, signal) => void links.hear(from, signal),
      });
      const links = openDirectLinks({
        session: {
          log: who.log,
          sealed,
          receive: (records) =>
            inTurn(async () => {
              const receipt = await who.log.receive(records);
              await show(who);
              return ok(receipt);
            }),
        },
        sealer: world.sealer,
        device: who.keys,
        origin: "https://case.test",
        door,
        self: presence.self,
        say: presence.signal,
        scheduler,
        random: bytesFrom(world.random),
        now: () => time,
        hearEph: (words) => presence.hear(words),
      });
      const tab: DirectTab = {
        who,
        presence,
        links,
        write: (key, value) => inTurn(async () => sealed.set(await edit(world, who, put(key, value)))),
        reads: (key) => who.view.doc().getMap("order").get(key),
      };
      tabs.add(tab);
      return tab;
    },
    pass: async (ms) => {
      for (const until = time + ms; time < until;) {
        time += 50;
        for (let n = 0; n < 10; n++) {
          scheduler.advance(5);
          await settled();
        }
        if (time % 1000 === 0) for (const { presence } of tabs) void presence.tick();
      }
    },
  };
  return around;
}
