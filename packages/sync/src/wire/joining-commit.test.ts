/**
 * A code without a commit, planted: whoever hears the other's number first tries numbers of her own until the six digits are the ones she needs. The same
 * attempt on the program as it is gets her refused.
 */
import { createHash } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { concat, fromHex, toHex, type Bytes } from "../log/bytes.ts";
import { HELPER } from "../log/entry.ts";
import { bytesFrom, createWorld, found, write } from "../log/people.fixture.ts";
import { inviteKeysOf } from "./invite-link.ts";
import { decodeJoinWord, encodeJoinWord, type JoinWord } from "./join-words.ts";
import { createInviteDesk, createJoiner } from "./joining.ts";

/** Whether a commit binds its maker to anything. */
const fault = vi.hoisted(() => ({ planted: false }));
vi.mock("./join-words.ts", async (original) => {
  const real = await original<typeof import("./join-words.ts")>();
  const commitOf: typeof real.commitOf = async (keys, nonce) =>
    fault.planted ? new Uint8Array(32) : real.commitOf(keys, nonce);
  return { ...real, commitOf };
});
afterEach(() => {
  fault.planted = false;
});

/** What mallory computes, as fast as she can: the digits for a number of hers. */
function digitsFor(head: Bytes, nonceJ: Uint8Array, nonceO: Bytes): string {
  const digest = createHash("sha256").update(head).update(nonceJ).update(nonceO).digest();
  return (digest.readBigUInt64BE(0) % 1_000_000n).toString().padStart(6, "0");
}

/** mallory has the link and stands between: bob takes her for alice, alice takes her for bob. Answers what alice sees, and the code bob reads out. */
async function inTheMiddle(seed: number) {
  const world = createWorld({ seed, sealed: true });
  const random = bytesFrom(world.random);
  const { alice, caseId } = await found(world);
  const keys = await inviteKeysOf({ caseId, seed: random(32) });
  const expires = 2_000_000_000_000;
  const entry = { op: "invite", key: keys.edPub, level: HELPER, expires, uses: 1 } as const;
  const { hash: invite } = await write(world, alice, entry);
  const place = { caseId, invite, keys, sealer: world.sealer, random };
  const at = { log: alice.log, now: () => 0 };
  const desk = createInviteDesk({ ...place, ...at, owner: alice.keys });
  const hers = createInviteDesk({ ...place, ...at, owner: await world.device() });
  const bob = await createJoiner(place, await world.device(), "bob");
  const device = await world.device();
  const mallory = await createJoiner(place, device, "bob");
  const about = concat(fromHex(invite), mallory.name);

  // bob first, so that the code he will read out is known.
  const answer = await hers.hear(bob.name, await bob.request());
  if (answer === undefined) throw new Error("no answer");
  await bob.hear(answer);
  const shown = bob.state();
  const wanted = "code" in shown ? shown.code : "";
  const sealedNonce = await desk.hear(mallory.name, await mallory.request());
  const plain = sealedNonce === undefined ? undefined : await keys.open(about, sealedNonce);
  const nonce: JoinWord | undefined = plain === undefined ? undefined : decodeJoinWord(plain);
  if (nonce?.is !== "nonce") throw new Error("no nonce");

  const label = new TextEncoder().encode("case/code/1\0");
  const ids = [caseId, invite, alice.keys.id].map(fromHex);
  const head = concat(label, ...ids, device.edPub, device.xPub);
  const tried = new Uint8Array(32);
  const counter = new DataView(tried.buffer);
  let tries = 0;
  while (digitsFor(head, tried, nonce.nonce) !== wanted) counter.setUint32(0, ++tries);
  const reveal = encodeJoinWord({ is: "reveal", nonce: tried });
  await desk.hear(mallory.name, await keys.seal(about, reveal, random(12)));
  return { request: desk.requests()[0], wanted, tries, mayAdmit: desk.mayAdmit(toHex(mallory.name)) };
}

test("[JO2, S2] attack: six digits are ground out in seconds, and it does not help: the number is not what she was bound to", async () => {
  const { request, wanted, mayAdmit } = await inTheMiddle(3);
  expect(wanted).toMatch(/^\d{6}$/);
  expect([request?.is, request?.code, mayAdmit]).toEqual(["broken_promise", undefined, false]);
}, 60_000);

test("[R1, JO2] planted: a code without commit: alice and bob read the same digits, and mallory may be admitted", async () => {
  fault.planted = true;
  const { request, wanted, mayAdmit } = await inTheMiddle(3);
  expect([request?.is, request?.code, mayAdmit]).toEqual(["comparing", wanted, true]);
}, 60_000);
