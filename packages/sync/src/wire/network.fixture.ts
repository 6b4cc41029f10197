/**
 * People joined by links with faults, for tests: every message and every second by hand.
 */
import { ok } from "@recourse/core";
import { bytesFrom, show, type Person, type World } from "../log/people.fixture.ts";
import type { SignedRecord } from "../log/signed-record.ts";
import { createManualScheduler } from "../scheduler.ts";
import type { Bytes } from "../log/bytes.ts";
import { createMemoryLink, NO_FAULTS, type NetworkFaults } from "./memory-transport.ts";
import { createPeer, type Peer, type PeerPorts } from "./peer.ts";

/** Someone on the network: one thing after the other, whoever asks. */
export interface Node {
  readonly who: Person;
  readonly peers: Set<Peer>;
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}
export interface Wire {
  readonly ends: readonly [Peer, Peer];
  readonly cut: () => void;
}
export interface Network {
  readonly join: (who: Person) => Node;
  readonly connect: (a: Node, b: Node) => Wire;
  readonly write: (node: Node, work: () => Promise<readonly SignedRecord[]>) => Promise<void>;
  /** Lets time pass, second by second, until all that it sets off is done. Units: ms. */
  readonly pass: (ms: number) => Promise<void>;
  readonly now: () => number;
  /** Messages sent, as [from, bytes]. */
  readonly sent: [string, Bytes][];
  faults: NetworkFaults;
}

/** What a program really sends in place of what it meant to; undefined: nothing. */
export type Through = (name: string, message: Bytes) => Bytes | undefined;

export function createNetwork(world: World, through: Through = (_name, message) => message): Network {
  const scheduler = createManualScheduler();
  const nodes = new Set<Node>();
  const doing = new Set<Promise<unknown>>();
  const sent: [string, Bytes][] = [];
  let time = 0;
  const track = (work: Promise<unknown>): void => {
    doing.add(work);
    void work.finally(() => doing.delete(work));
  };
  const quiet = async (): Promise<void> => {
    while (doing.size > 0) await Promise.all(doing);
    for (const { peers } of nodes) for (const peer of peers) await peer.idle();
  };
  const portsOf = ({ who, inTurn }: Node): Omit<PeerPorts, "send"> => ({
    caseId: who.log.caseId,
    sealer: world.sealer,
    device: who.keys,
    other: "member",
    origin: "https://case.test",
    random: bytesFrom(world.random),
    ready: () => Promise.resolve(),
    now: () => time,
    of: {
      log: who.log,
      receive: (records) =>
        inTurn(async () => {
          const receipt = await who.log.receive(records);
          await show(who);
          offer(
            who,
            receipt.admitted.map(({ node }) => node.hash),
          );
          return ok(receipt);
        }),
      outbox: async () => [],
      acknowledged: async () => undefined,
    },
  });
  const offer = (who: Person, hashes: Parameters<Peer["offer"]>[0]): void => {
    for (const node of nodes)
      if (node.who === who && hashes.length > 0) for (const peer of node.peers) peer.offer(hashes);
  };
  const network: Network = {
    sent,
    faults: NO_FAULTS,
    now: () => time,
    join: (who) => {
      let turn: Promise<unknown> = Promise.resolve();
      const node: Node = {
        who,
        peers: new Set(),
        inTurn: (work) => {
          const mine = turn.then(work);
          turn = mine.catch(() => undefined);
          return mine;
        },
      };
      nodes.add(node);
      return node;
    },
    connect: (a, b) => {
      const link = createMemoryLink(scheduler, world.random, () => network.faults);
      const [one, two] = [a, b].map((node, n) => {
        const end = link.ends[n === 0 ? 0 : 1];
        const peer = createPeer({
          ...portsOf(node),
          send: (meant) => {
            const message = through(node.who.name, meant);
            if (message === undefined) return;
            sent.push([node.who.name, message]);
            end.send(message);
          },
        });
        node.peers.add(peer);
        end.start({ message: (bytes) => track(peer.take(bytes)), end: () => void node.peers.delete(peer) });
        return peer;
      });
      if (one === undefined || two === undefined) throw new Error("two ends");
      one.start();
      two.start();
      return { ends: [one, two], cut: link.cut };
    },
    write: (node, work) =>
      node.inTurn(async () => {
        const records = await work();
        offer(
          node.who,
          records.map(({ hash }) => hash),
        );
      }),
    pass: async (ms) => {
      for (const until = time + ms; time < until;) {
        time += 100;
        for (let n = 0; n < 20; n++) {
          scheduler.advance(5);
          await quiet();
        }
        if (time % 1000 === 0) for (const { peers } of nodes) for (const peer of peers) track(peer.tick());
        await quiet();
      }
    },
  };
  return network;
}
