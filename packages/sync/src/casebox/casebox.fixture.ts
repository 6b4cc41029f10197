/**
 * A case to put into files, for tests: alice who founded it, with a recovery seed that is known, and a derivation that costs nothing.
 */
import { sha256 } from "../log/sha256.ts";
import { concat, toHex, type Bytes } from "../log/bytes.ts";
import { createSealer } from "../log/sealer.ts";
import { deviceKeysOf } from "../log/device-keys.ts";
import { foundCase } from "../log/genesis.ts";
import { sessionId } from "../log/log-ids.ts";
import { bytesFrom, createWorld, person, take, type Person, type World } from "../log/people.fixture.ts";
import type { DeriveKey } from "./passphrase.ts";
import type { Locking, SecretPorts } from "./secret-part.ts";

/** 1,000 days before the records of `people.fixture.ts`, so that a file is older than what came after it. */
export const WRITTEN = 1_673_600_000_000;
export const LOCKING: Locking = { passphrase: "a passphrase of mine", iterations: 600_000 };

export interface QuickPorts extends SecretPorts {
  /** Iterations that were asked for. */
  readonly asked: number[];
}
/** Everything is real but the time that deriving takes: other words, another salt or count give another key. */
export function quickPorts(world: World): QuickPorts {
  const asked: number[] = [];
  const derive: DeriveKey = async (passphrase, salt, iterations) => {
    asked.push(iterations);
    return sha256(concat(passphrase, salt, new TextEncoder().encode(String(iterations))));
  };
  return { random: bytesFrom(world.random), now: () => WRITTEN, derive, asked };
}

export interface Case {
  readonly world: World;
  readonly alice: Person;
  readonly recoverySeed: Bytes;
}
/** alice founds a case under real ciphers. */
export async function foundWithSeed(seed: number): Promise<Case> {
  const world = createWorld({ seed, sealed: true });
  const random = bytesFrom(world.random);
  const recoverySeed = random(32);
  const recovery = await deviceKeysOf(recoverySeed.slice());
  const device = await world.device();
  const session = sessionId(toHex(random(8)));
  const ports = { device, sealer: createSealer(), random, now: () => WRITTEN };
  const { caseId, genesis } = await foundCase(ports, session, recovery);
  world.written.push(genesis);
  const alice = await person(world, "alice", device, caseId, { session, at: { seq: 1, hash: genesis.hash } });
  await take(alice, [genesis]);
  return { world, alice, recoverySeed };
}
/** The value, or the test ends here. */
export function good<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
/** A copy with one byte changed in its lowest bit, or in all of them. */
export function flippedAt(bytes: Uint8Array, at: number, mask = 1): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ mask;
  return copy;
}
