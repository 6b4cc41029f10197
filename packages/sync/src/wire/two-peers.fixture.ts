/** What a member's end of a conversation needs, and two of them who talk until nothing is left to say: for tests. */
import { ok } from "@recourse/core";
import { bytesFrom, type Person, type World } from "../log/people.fixture.ts";
import { decodeFrames, type Frame } from "./frame.ts";
import { createPeer, type Peer, type PeerPorts } from "./peer.ts";

/** What a message says. */
export const framesIn = (message: Uint8Array): readonly Frame[] => {
  const read = decodeFrames(message);
  if (!read.ok) throw new Error(read.error.kind);
  return read.value;
};

/** Of somebody's program; nothing lasts longer than the test, and no time passes. */
export const memberPorts = (world: World, who: Person): Omit<PeerPorts, "send"> => ({
  caseId: who.log.caseId,
  sealer: world.sealer,
  device: who.keys,
  other: "member",
  origin: "https://case.test",
  random: bytesFrom(world.random),
  ready: () => Promise.resolve(),
  now: () => 0,
  of: {
    log: who.log,
    receive: async (records) => ok(await who.log.receive(records)),
    outbox: async () => [],
    acknowledged: async () => undefined,
  },
});

/** `pump` lets everything said come to its end. `more`: what is special about an end. */
export function twoPeers(
  world: World,
  people: readonly [Person, Person],
  more: (who: Person) => Partial<PeerPorts>,
): { readonly ends: readonly [Peer, Peer]; readonly pump: () => Promise<void> } {
  const queue: (() => Promise<void>)[] = [];
  const endOf = (who: Person, other: () => Peer): Peer =>
    createPeer({
      ...memberPorts(world, who),
      ...more(who),
      send: (message) => void queue.push(() => other().take(message)),
    });
  const one: Peer = endOf(people[0], () => two);
  const two: Peer = endOf(people[1], () => one);
  const pump = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await next();
      for (const each of [one, two]) await each.idle();
    }
  };
  return { ends: [one, two], pump };
}
