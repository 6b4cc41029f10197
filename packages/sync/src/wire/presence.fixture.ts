/**
 * Tabs of people who share a case, for tests of presence: real ciphers, time by hand; what is said goes nowhere by itself.
 */
import { concat, zeros, type Bytes } from "../log/bytes.ts";
import type { DeviceKeys } from "../log/device-keys.ts";
import { HELPER, VIEWER } from "../log/entry.ts";
import { sessionId, type LogCaseId } from "../log/log-ids.ts";
import { bytesFrom, createWorld, found, invite, sync, type Person, type World } from "../log/people.fixture.ts";
import {
  encodeEphHead,
  encodeWords,
  ephKeySource,
  ephText,
  parseEph,
  type Looks,
  type SignedEph,
} from "./eph-frame.ts";
import { createPresence, type Presence } from "./presence.ts";

export const matrix: Looks = { view: "case/1/matrix", typing: false };

/** `said`: every frame, the last at the end. */
export interface Tab extends Presence {
  readonly said: Bytes[];
}

/** alice, bob and mallory, each with a tab; what is said goes nowhere by itself. */
export async function three(seed: number) {
  const world = createWorld({ seed, sealed: true });
  const { alice } = await found(world);
  const bob = await invite(world, alice, "bob", HELPER);
  const mallory = await invite(world, alice, "mallory", VIEWER);
  await sync(alice, bob);
  const clock = { now: 1_000_000 };
  const tab = (who: Person): Tab => {
    const said: Bytes[] = [];
    const presence = createPresence({
      log: who.log,
      keyring: who.keyring,
      sealer: world.sealer,
      device: who.keys,
      random: bytesFrom(world.random),
      now: () => clock.now,
      send: (sealed) => void said.push(sealed),
    });
    return { ...presence, said };
  };
  const pass = async (ms: number, ...tabs: readonly Presence[]): Promise<void> => {
    for (let n = 0; n < ms; n += 250) {
      clock.now += 250;
      for (const each of tabs) await each.tick();
    }
  };
  return { world, alice, bob, mallory, clock, tab, pass };
}
export const lastOf = (said: readonly Bytes[]): Bytes => {
  const last = said.at(-1);
  if (last === undefined) throw new Error("nothing said");
  return last;
};
export const says = async (tab: Tab, looks: Looks): Promise<Bytes> => {
  const said = tab.say(looks);
  if (!said.ok) throw new Error(said.error.kind);
  await tab.tick();
  return lastOf(tab.said);
};
export const read = (frame: Bytes): SignedEph => {
  const parsed = parseEph(frame);
  if (parsed === undefined) throw new Error("no frame");
  return parsed;
};

/** What somebody with a program of his own may put together: any head, any plain text, sealed and signed. */
export async function forged(
  world: World,
  who: Person,
  signer: DeviceKeys,
  change: Partial<SignedEph["head"]> = {},
  {
    plain = encodeWords({ is: "looks", looks: matrix }),
    caseId = who.log.caseId,
  }: { readonly plain?: Bytes; readonly caseId?: LogCaseId } = {},
): Promise<Bytes> {
  const [epoch] = who.keyring.all().keys();
  if (epoch === undefined) throw new Error("no key");
  const session = sessionId("00".repeat(8));
  const head = { device: who.keys.id, session, counter: 1, epoch, nonce: bytesFrom(world.random)(12), ...change };
  const key = who.keyring.get(head.epoch) ?? zeros(32);
  const headBytes = encodeEphHead(head);
  const sealed = await world.sealer.seal(ephKeySource(key, caseId, head), head.nonce, headBytes, plain);
  return concat(headBytes, sealed, await signer.sign(ephText(caseId, headBytes, sealed)));
}
